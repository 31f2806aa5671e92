package org.annotomy.imagej;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.annotomy.identity.IdentityCheck;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.SpacingSource;
import org.annotomy.image.ValueScale;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.junit.Assert;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.ColorProcessor;
import ij.process.ShortProcessor;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

public class ImagePlusImagesTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void aTiffThatImageJOpensIsDescribed() {
		ImageStack stack = new ImageStack(3, 2);
		for (int i = 0; i < 4; i++)
			stack.addSlice(new ShortProcessor(3, 2));
		ImagePlus made = new ImagePlus("scan", stack);
		made.getCalibration().pixelWidth = 0.5;
		made.getCalibration().pixelHeight = 0.25;
		made.getCalibration().pixelDepth = 2;
		made.getCalibration().setUnit("cm");
		ImagePlus opened = saveAndOpen(made, "scan.tif");
		ImagePlusImages.Description facts = ImagePlusImages.describe(opened);
		assertEquals("stack", facts.identity().kind());
		assertEquals("3 × 2 × 4", facts.identity().size().describe());
		assertArrayEquals(new double[]{5, 2.5, 20}, facts.pixelSpacing(), 1e-12);
		assertEquals(SpacingSource.STATED, facts.spacingSource());
		assertEquals(Optional.of(Path.of(folder.getRoot().toString(), "scan.tif")), facts.sidecar());
		MedicalImage image = ImagePlusImages.medicalImage(opened).orElseThrow();
		assertSame(opened.getStack().getPixels(3), image.plane(0, 2, 0));
	}

	@Test
	public void whatIsNotAFileHasNoSidecarAndPrintResolutionIsNotASize() {
		ImagePlus photo = new ImagePlus("photo", new ColorProcessor(3, 2));
		photo.getCalibration().pixelWidth = photo.getCalibration().pixelHeight = 1 / 72.0;
		photo.getCalibration().setUnit("inch");
		ImagePlusImages.Description facts = ImagePlusImages.describe(photo);
		assertEquals("photo", facts.identity().kind());
		assertTrue(Double.isNaN(facts.pixelSpacing()[0]));
		assertEquals(SpacingSource.NONE, facts.spacingSource());
		assertEquals("px", facts.identity().unit());
		assertEquals(Optional.empty(), facts.sidecar());
		assertTrue(ImagePlusImages.medicalImage(photo).orElseThrow().pixels().firstElement() instanceof ARGBType);
	}

	@Test
	public void ourImageKeepsItsSourceOfSpacingThroughATiff() {
		Synthetic synthetic = new Synthetic();
		synthetic.source = SpacingSource.DETECTOR;
		synthetic.scale = new ValueScale(1, -24, "HU");
		ImagePlus shown = ImagePlusFactory
				.open(synthetic.image(new ShortType(), List.of(new short[]{-3, 0, 5, 9}), 2, 2, 1, 1, 1));
		ImagePlusImages.Description facts = ImagePlusImages.describe(saveAndOpen(shown, "projection.tif"));
		assertEquals(SpacingSource.DETECTOR, facts.spacingSource());
		assertEquals(new ValueScale(1, -24 - 32768, "HU"), facts.scale());
	}

	@Test
	public void uidsOfADicomHeaderBindTheImage() {
		ImageStack stack = new ImageStack(2, 2);
		for (int i = 1; i <= 3; i++)
			stack.addSlice("IM" + i + "\n0008,0018  SOP Instance UID: 1.2.3." + i
					+ "\n0020,000D  >Study Instance UID: 9.9\n0020,000D  Study Instance UID: 1.2\n"
					+ "0020,000E  Series Instance UID: 1.2.3\n0010,0010  Patient's Name: DOE^JANE\n", new ShortProcessor(2, 2));
		ImagePlus image = new ImagePlus("series", stack);
		var identity = ImagePlusImages.describe(image).identity();
		assertEquals("dicom", identity.kind());
		assertEquals("1.2", identity.studyUid());
		assertEquals("1.2.3", identity.seriesUid());
		assertEquals(List.of("1.2.3.1", "1.2.3.2", "1.2.3.3"), identity.sopUids());
		assertEquals(IdentityCheck.Verdict.SAME, IdentityCheck.compare(identity, identity).verdict());
		assertFalse("no name of a patient", identity.toString().contains("DOE"));
	}

	@Test
	public void digestIsOfTheStoredValuesInTheOrderXyzct() throws Exception {
		List<short[]> planes = new ArrayList<>();
		for (short i = 0; i < 2 * 3; i++)
			planes.add(new short[]{(short) (i - 3), i});
		MedicalImage image = new Synthetic().image(new ShortType(), planes, 2, 1, 2, 3, 1);
		ByteBuffer expected = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
		for (int c = 0; c < 2; c++)
			for (int z = 0; z < 3; z++)
				for (short value : planes.get(c + 2 * z))
					expected.putShort(value);
		String sha = sha256(expected.array());
		assertEquals(sha, PixelHash.of(image, Progress.NONE).value());
		ImagePlus shown = ImagePlusFactory.open(image);
		assertEquals("shown by ImageJ", sha, PixelHash.of(shown, Progress.NONE).value());
		assertEquals("saved and opened by ImageJ", sha, PixelHash.of(saveAndOpen(shown, "a.tif"), Progress.NONE).value());
	}

	@Test
	public void digestOfColourIsOfRedGreenBlueBytes() throws Exception {
		MedicalImage image = new Synthetic().image(new ARGBType(), List.of(new int[]{0xff010203, 0x00a0b0c0}), 2, 1, 1, 1, 1);
		String sha = sha256(new byte[]{1, 2, 3, (byte) 0xa0, (byte) 0xb0, (byte) 0xc0});
		assertEquals(sha, PixelHash.of(image, Progress.NONE).value());
	}

	@Test
	public void digestOfPlanesLargerThanTheBuffer() throws Exception {
		float[] plane = new float[700 * 701];
		ByteBuffer expected = ByteBuffer.allocate(4 * plane.length).order(ByteOrder.LITTLE_ENDIAN);
		for (int i = 0; i < plane.length; i++)
			expected.putFloat(plane[i] = i * 0.37f);
		MedicalImage image = new Synthetic().image(new FloatType(), List.of(plane), 700, 701, 1, 1, 1);
		assertEquals(sha256(expected.array()), PixelHash.of(image, Progress.NONE).value());
	}

	@Test
	public void digestCanBeCancelled() {
		MedicalImage image = new Synthetic().image(new UnsignedShortType(), List.of(new short[4]), 2, 2, 1, 1, 1);
		Progress cancelled = new Progress() {
			@Override
			public void update(double fraction, String doing) {
				throw new AssertionError("went on");
			}

			@Override
			public boolean isCancelled() { return true; }
		};
		Assert.assertThrows(CancelledException.class, () -> PixelHash.of(image, cancelled));
	}

	private ImagePlus saveAndOpen(ImagePlus image, String name) {
		String path = Path.of(folder.getRoot().toString(), name).toString();
		FileSaver saver = new FileSaver(image);
		assertTrue(image.getStackSize() > 1 ? saver.saveAsTiffStack(path) : saver.saveAsTiff(path));
		return IJ.openImage(path);
	}

	private static String sha256(byte[] bytes) throws Exception {
		return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
	}
}
