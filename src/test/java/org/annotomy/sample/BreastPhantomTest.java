package org.annotomy.sample;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

import org.annotomy.geometry.Point;
import org.annotomy.geometry.Position;
import org.annotomy.image.ImageReaders;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.SpacingSource;
import org.annotomy.sample.breast.BreastLesion;
import org.annotomy.sample.breast.Compression;
import org.annotomy.sample.breast.MammogramGeometry;
import org.annotomy.sample.breast.MammogramPicture;
import org.annotomy.sample.breast.MammogramView;
import org.annotomy.task.Progress;
import org.annotomy.testing.Dciodvfy;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class BreastPhantomTest {

	/** Of the coarse pictures below; a change of the picture changes it, and must be looked at. */
	private static final String COARSE_SHA256 = "c49d9eb8eb3fee62fee5039c40c636232198f2094d62cabb699edb05e4685711";

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void theSamePicturesOnEveryMachine() throws Exception {
		MessageDigest digest = MessageDigest.getInstance("SHA-256");
		for (MammogramView view : MammogramView.values()) {
			short[] pixels = BreastPhantom.of(2).pixels(view);
			ByteBuffer bytes = ByteBuffer.allocate(2 * pixels.length);
			bytes.asShortBuffer().put(pixels);
			digest.update(bytes.array());
		}
		assertEquals(COARSE_SHA256, HexFormat.of().formatHex(digest.digest()));
	}

	/** The twin: the picture with one finding less that picture without differs around the stated place only, and in its middle. */
	@Test
	public void findingsAreSeenWhereTheTruthSays() {
		BreastPhantom phantom = BreastPhantom.of(0.5);
		for (MammogramView view : MammogramView.values()) {
			MammogramGeometry geometry = new MammogramGeometry(view, 0.5);
			short[] without = MammogramPicture.of(view, geometry, List.of(), 12);
			for (BreastLesion lesion : phantom.lesions(view)) {
				Point centre = centreOf(MammogramPicture.of(view, geometry, List.of(lesion), 12), without, geometry.columns());
				double reach = lesion.specks() > 0 ? 3 : 0.7;
				assertEquals(view + " " + lesion.name(), 0, centre.distanceTo(phantom.positionIn(view, lesion)), reach);
			}
		}
	}

	/** Weighted by what the finding adds to what the rays pass, which the picture has bent into its range. */
	private static Point centreOf(short[] with, short[] without, int columns) {
		double sum = 0;
		double x = 0;
		double y = 0;
		for (int i = 0; i < with.length; i++) {
			double added = Math.log((4013.0 - without[i]) / (4013.0 - with[i]));
			sum += added;
			x += added * (i % columns + 0.5);
			y += added * (i / columns + 0.5);
		}
		assertTrue("it adds something", sum > 1);
		return new Point(x / sum, y / sum);
	}

	@Test
	public void anIndependentProjectionAgrees() {
		// By hand, for the spiculated mass at (22, -38, 18) of the left breast. CC: along = x, through = z; MLO turned by 45 degrees.
		for (MammogramView view : new MammogramView[]{MammogramView.L_CC, MammogramView.L_MLO}) {
			boolean oblique = view == MammogramView.L_MLO;
			double thick = oblique ? 56 : 52;
			double along = oblique ? (22 + 18) / Math.sqrt(2) : 22;
			double through = oblique ? (18 - 22) / Math.sqrt(2) : 18;
			double spread = Math.sqrt(4 * 55 * 5 / (3 * thick * 4));
			double rim = 1 - Math.pow(38 / 75., 2) - Math.pow(along / 55, 2);
			double height = 15 + thick / 2 + through * (thick / 2 * Math.pow(rim, 0.25)) / (55 * Math.sqrt(rim));
			double factor = 660 / (660 - height);
			double top = oblique ? 140 : 120;
			double source = top - 120;
			Point expected = new Point(factor * spread * 38 / 0.5, (top - source - factor * (spread * along - source)) / 0.5);
			Point found = BreastPhantom.of(0.5).positionIn(view, BreastPhantom.standard().lesions().get(0));
			assertEquals(view.toString(), 0, expected.distanceTo(found), 1e-9);
		}
	}

	@Test
	public void compressionKeepsTheVolumeAndComesBack() {
		for (MammogramView view : MammogramView.values()) {
			Compression compression = new Compression(view);
			double volume = 0;
			double step = 1;
			for (double d = step / 2; d < 110; d += step)
				for (double t = -90 + step / 2; t < 90; t += step)
					for (double w = -view.thicknessMm() / 2 + step / 2; w < view.thicknessMm() / 2; w += step)
						if (compression.release(d, t, w) != null) volume += step * step * step;
			assertEquals(2 / 3. * Math.PI * 75 * 55 * 55, volume, 0.01 * volume);
			Position place = new Position(13, -29, 21);
			Position squeezed = compression.compress(place);
			double[] back = compression.release(squeezed.x(), squeezed.y(), squeezed.z());
			assertArrayEquals(new double[]{view.isRight() ? -13 : 13, 29, 21}, back, 1e-9);
		}
	}

	@Test
	public void distancesFromTheNippleDifferAsInPatients() {
		BreastPhantom phantom = BreastPhantom.standard();
		double most = 0;
		for (BreastLesion lesion : phantom.lesions()) {
			double above = phantom.nippleDistanceMm(lesion.right() ? MammogramView.R_CC : MammogramView.L_CC, lesion);
			double oblique = phantom.nippleDistanceMm(lesion.right() ? MammogramView.R_MLO : MammogramView.L_MLO, lesion);
			most = Math.max(most, Math.abs(above - oblique));
		}
		assertTrue("no more than 10 mm, as the documentation says: " + most, most < 10 && most > 5);
		BreastLesion right = phantom.lesions(MammogramView.R_CC).get(0);
		assertThrows(IllegalArgumentException.class, () -> phantom.positionIn(MammogramView.L_CC, right));
	}

	@Test
	public void theFilesOpenWithTheirFacts() throws IOException {
		BreastPhantom phantom = BreastPhantom.of(2);
		List<Path> files = phantom.write(folder.newFolder().toPath(), Progress.NONE);
		List<MedicalImage> images = ImageReaders.discover().read(files.get(0).getParent(), Progress.NONE);
		assertEquals("each view is an image", 4, images.size());
		MedicalImage image = ImageReaders.discover().read(files.get(3), Progress.NONE).get(0);
		assertEquals(SpacingSource.MAGNIFICATION, image.spacingSource());
		assertEquals(phantom.pixelMm(MammogramView.L_MLO), image.pixelSpacing()[0], 1e-6);
		assertEquals("MLO", image.facts().get("ViewPosition"));
		assertArrayEquals(phantom.pixels(MammogramView.L_MLO), (short[]) image.plane(0, 0, 0));
		assertTrue("no frame of reference for a projection", image.grid().isEmpty());
		assertNotEquals(images.get(0).identity(), images.get(1).identity());
	}

	@Test
	public void dciodvfyFindsNoErrors() throws Exception {
		for (Path file : BreastPhantom.of(4).write(folder.newFolder().toPath(), Progress.NONE))
			assertEquals(List.of(), Dciodvfy.errors(file));
	}
}
