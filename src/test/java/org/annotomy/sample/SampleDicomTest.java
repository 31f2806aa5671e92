package org.annotomy.sample;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.annotomy.geometry.Point;
import org.annotomy.image.ImageReaders;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.SpacingSource;
import org.annotomy.sample.chest.Lesion;
import org.annotomy.task.Progress;
import org.annotomy.testing.Dciodvfy;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SampleDicomTest {

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	private static ChestPhantom small() {
		return ChestPhantom.of(64, 60, 5, 5.6, 4);
	}

	private List<Path> series(ChestPhantom phantom, boolean signed) throws IOException {
		return new ChestCtSeries(phantom, "test", signed).write(folder.newFolder().toPath(), Progress.NONE);
	}

	@Test
	public void aSeriesComesBackWithItsPlaceAndValues() throws IOException {
		for (boolean signed : new boolean[]{false, true})
			for (ChestPhantom phantom : new ChestPhantom[]{small(), small().oblique()}) {
				List<Path> files = series(phantom, signed);
				assertEquals("IM0001.dcm", files.get(0).getFileName().toString());
				MedicalImage image = ImageReaders.discover().read(files.get(0).getParent(), Progress.NONE).get(0);
				assertEquals(0, phantom.grid().voxelToPatient().maxDifference(image.voxelToPatient()), 1e-6);
				assertEquals(List.of(), image.warnings());
				assertEquals(400, image.windows().get(0).width(), 0);
				assertEquals(-600, image.windows().get(1).center(), 0);
				requireValues(phantom.hounsfield(), image);
			}
	}

	private static void requireValues(short[][] hu, MedicalImage image) {
		for (int k = 0; k < hu.length; k++) {
			double[] found = new double[hu[k].length];
			short[] stored = (short[]) image.plane(0, k, 0);
			double[] expected = new double[hu[k].length];
			for (int i = 0; i < found.length; i++) {
				found[i] = image.scale().toModality(stored[i]);
				expected[i] = Math.min(hu[k][i], 2047);
			}
			assertArrayEquals("slice " + k, expected, found, 0);
		}
	}

	@Test
	public void identifiersNeverChangeAndTellSeriesApart() throws IOException {
		byte[] first = Files.readAllBytes(series(small(), false).get(2));
		assertArrayEquals(first, Files.readAllBytes(series(small(), false).get(2)));
		byte[] other = Files.readAllBytes(small().writeSeries(folder.newFolder().toPath()).get(2));
		assertEquals("another series of the same picture", first.length, other.length, 40);
		assertTrue(!java.util.Arrays.equals(first, other));
		assertTrue(SampleDicom.uid("a").startsWith("2.25."));
		assertTrue(!SampleDicom.uid("a").equals(SampleDicom.uid("b")));
		assertTrue(new String(first, StandardCharsets.ISO_8859_1).contains("ANNOTOMY-PHANTOM"));
	}

	@Test
	public void radiographsOfBothKindsLookTheSame() throws IOException {
		ChestRadiograph radiograph = ChestRadiograph.of(4);
		Path normal = folder.newFile("normal.dcm").toPath();
		Path inverse = folder.newFile("inverse.dcm").toPath();
		radiograph.write(normal, false, 12);
		radiograph.write(inverse, true, 14);
		MedicalImage image = ImageReaders.discover().read(normal, Progress.NONE).get(0);
		assertEquals(radiograph.columns(), image.width());
		assertEquals("at the detector 4.2, less the magnification", 4, image.pixelSpacing()[0], 1e-9);
		assertEquals(SpacingSource.MAGNIFICATION, image.spacingSource());
		assertTrue(ImageReaders.discover().read(inverse, Progress.NONE).get(0).inverted());
		assertArrayEquals(radiograph.pixels(12), (short[]) image.plane(0, 0, 0));
	}

	@Test
	public void findingsAreWhereTheProjectionSays() {
		ChestRadiograph radiograph = ChestRadiograph.of(2);
		Lesion nodule = ChestPhantom.standard().lesions().get(0);
		Point at = radiograph.project(nodule);
		assertEquals(-73.4 / 2 + 88, at.x(), 1e-9);
		assertEquals((152 - 64.7) / 2 + 0.5, at.y(), 1e-9);
		short[] pixels = radiograph.pixels(12);
		int column = (int) at.x();
		int row = (int) at.y();
		assertTrue("brighter than the lung beside it",
				mean(pixels, radiograph.columns(), column, row) > mean(pixels, radiograph.columns(), column + 11, row + 7));
	}

	private static double mean(short[] pixels, int columns, int column, int row) {
		double sum = 0;
		for (int y = row - 2; y <= row + 2; y++)
			for (int x = column - 2; x <= column + 2; x++)
				sum += pixels[y * columns + x];
		return sum / 25;
	}

	@Test
	public void dciodvfyFindsNoErrors() throws Exception {
		ChestRadiograph radiograph = ChestRadiograph.of(8);
		Path normal = folder.newFile("normal.dcm").toPath();
		Path inverse = folder.newFile("inverse.dcm").toPath();
		radiograph.write(normal, false, 12);
		radiograph.write(inverse, true, 14);
		for (Path file : new Path[]{series(small(), false).get(0), series(small().oblique(), true).get(1), normal, inverse})
			assertEquals(List.of(), Dciodvfy.errors(file));
	}
}
