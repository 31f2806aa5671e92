package org.annotomy.dicom.series;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.annotomy.dicom.DicomImageReader;
import org.annotomy.dicom.part10.DicomFileReader;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.image.ImageFormatException;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.SpacingSource;
import org.annotomy.image.ValueScale;
import org.annotomy.image.Window;
import org.annotomy.image.resample.TiltCorrection;
import org.annotomy.json.Json;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;
import org.annotomy.geometry.Position;
import org.annotomy.task.Progress;
import org.annotomy.testing.Manifest;
import org.annotomy.testing.SharedData;
import org.annotomy.testing.StoredPixels;
import org.junit.Test;

import net.imglib2.Cursor;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;

/** Real series against what pydicom and numpy found: order, geometry, pixels, rescaled values. */
public class RealSeriesTest {

	private static final double TOLERANCE_MM = 1e-3;

	@Test
	public void realSeriesHaveTheOrderGeometryAndPixelsOfOtherReaders() throws IOException {
		JsonObject root = Json.parse(Files.readString(SharedData.require("manifest.json"))).asObject();
		List<JsonValue> all = root.list("series");
		for (JsonValue series : all)
			check(series.asObject());
		assertEquals(5, all.size());
	}

	private static void check(JsonObject series) throws IOException {
		String folder = series.string("dir", "");
		Path anyFile = anyFileOf(SharedData.require(folder), series.string("series_uid", ""));
		List<MedicalImage> images = new DicomImageReader().read(anyFile, Progress.NONE);
		assertEquals(folder, 1, images.size());
		MedicalImage image = images.get(0);
		int slices = series.get("n_files").orElseThrow().asInt();
		assertEquals(folder, slices, image.slices());
		assertPosition(folder, series.get("first_position").orElseThrow(), image.voxelToPatient().apply(Position.ORIGIN));
		assertPosition(folder, series.get("last_position").orElseThrow(),
				image.voxelToPatient().apply(new Position(0, 0, slices - 1)));
		double[] rowThenColumn = series.get("pixel_spacing").orElseThrow().asArray().doubles();
		double step = series.get("z_step_mm_from_ImagePositionPatient").orElseThrow().asArray().doubles()[0];
		assertArrayEquals(folder, new double[]{rowThenColumn[1], rowThenColumn[0], step}, image.pixelSpacing(), TOLERANCE_MM);
		assertEquals(SpacingSource.PATIENT, image.spacingSource());
		assertEquals(folder, series.object("stored_volume_sorted_along_normal").string("sha256_le_c_order", ""),
				StoredPixels.sha256(image, "czt"));
		JsonObject rescaled = series.object("rescaled");
		double[] range = rescaledRange(image);
		assertEquals(folder, rescaled.number("min", Double.NaN), range[0], 0);
		assertEquals(folder, rescaled.number("max", Double.NaN), range[1], 0);
		assertEquals(folder, rescaled.number("mean", Double.NaN), range[2], 1e-5);
		boolean tilted = Math.abs(Double.parseDouble(series.string("gantry_tilt", "0").replace("None", "0"))) > 0.1;
		assertEquals(folder, tilted, image.warnings().stream().anyMatch(w -> w.contains("tilted by 16.5°")));
		assertEquals(image.identity().seriesUid(), series.string("series_uid", ""));
		assertEquals(slices, image.identity().sopUids().size());
		assertEquals(slices, image.files().size());
		assertEquals(anyFile.resolveSibling(series.string("series_uid", "")), image.sidecar());
	}

	/** The table is made by {@code src/test/scripts/dcm2niix_oracle.py}. */
	@Test
	public void realSeriesAreAsDcm2niixMakesThem() throws IOException {
		SharedData.require("series");
		int checked = 0;
		for (String line : Files.readAllLines(Path.of("src/test/resources/org/annotomy/dicom/series/dcm2niix.tsv"))) {
			String[] fields = line.split("\t");
			if (fields[0].startsWith("rtstruct")) continue;
			MedicalImage image = new DicomImageReader().read(SharedData.require(fields[0]), Progress.NONE).get(0);
			if (fields[1].equals("tilt")) checkUpright(TiltCorrection.straighten(image, Progress.NONE), fields);
			else checkPlain(image, fields);
			checked++;
		}
		assertEquals(5, checked);
	}

	private static void checkPlain(MedicalImage image, String[] fields) {
		assertEquals(fields[2] + fields[3] + fields[4], "" + image.width() + image.height() + image.slices());
		double[] range = rescaledRange(image);
		assertEquals(fields[0], Double.parseDouble(fields[17]), range[0], 0);
		assertEquals(fields[0], Double.parseDouble(fields[18]), range[1], 0);
		assertEquals(fields[0], Double.parseDouble(fields[19]), range[2] * image.pixels().size(), 2);
		double[] centres = centres(image, range[0]);
		for (int z = 0; z < centres.length; z++)
			assertEquals(fields[0] + " slice " + z, centre(fields, z), centres[z], 1e-4);
		if (fields[0].contains("tilt")) return; // its affine there is neither sheared nor of the stated pixel size
		double[] found = image.voxelToPatient().rows();
		for (int i = 0; i < 12; i++)
			assertEquals(fields[0], Double.parseDouble(fields[5 + i]), found[i], TOLERANCE_MM);
	}

	/** dcm2niix has whole pixels in the last slice, not the first, loses part of the bottom row, and puts the origin elsewhere. */
	private static void checkUpright(MedicalImage upright, String[] fields) {
		assertEquals(fields[2] + fields[3] + fields[4], "" + upright.width() + upright.height() + upright.slices());
		double[] found = upright.voxelToPatient().rows();
		for (int i = 0; i < 12; i++)
			if (i % 4 < 3) assertEquals(Double.parseDouble(fields[5 + i]), found[i], TOLERANCE_MM);
		double[] centres = centres(upright, rescaledRange(upright)[0]);
		double shift = 34 - 19 * 1.74770;
		assertEquals("the last slice is whole", centre(fields, 19) - shift, centres[19], 0.01);
		for (int z = 0; z < centres.length; z++)
			assertEquals("slice " + z, centre(fields, z) - shift, centres[z], 0.31);
	}

	private static double centre(String[] fields, int z) {
		return Double.parseDouble(fields[20].split(",")[z]);
	}

	/** Of each slice, along y. */
	private static double[] centres(MedicalImage image, double least) {
		double[] centres = new double[image.slices()];
		Cursor<? extends NativeType<?>> at = image.pixels().localizingCursor();
		double[] weights = new double[centres.length];
		while (at.hasNext()) {
			double value = image.scale().toModality(((RealType<?>) at.next()).getRealDouble()) - least;
			weights[at.getIntPosition(3)] += value;
			centres[at.getIntPosition(3)] += value * at.getIntPosition(1);
		}
		for (int z = 0; z < centres.length; z++)
			centres[z] = weights[z] > 0 ? centres[z] / weights[z] : 0;
		return centres;
	}

	private static Path anyFileOf(Path folder, String series) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			for (Path file : files.filter(Files::isRegularFile).sorted().toList())
				if (series.equals(seriesOf(file))) return file;
		}
		throw new AssertionError("no file of the series");
	}

	private static String seriesOf(Path file) throws IOException {
		try {
			return DicomFileReader.read(file).dataset().string(Tag.SERIES_INSTANCE_UID, "");
		} catch (ImageFormatException e) {
			return "none";
		}
	}

	private static void assertPosition(String message, JsonValue expected, Position found) throws IOException {
		assertArrayEquals(message, Manifest.numbers(expected), new double[]{found.x(), found.y(), found.z()}, TOLERANCE_MM);
	}

	private static double[] rescaledRange(MedicalImage image) {
		double min = Double.POSITIVE_INFINITY;
		double max = Double.NEGATIVE_INFINITY;
		double sum = 0;
		for (Object pixel : image.pixels()) {
			double value = image.scale().toModality(((RealType<?>) pixel).getRealDouble());
			min = Math.min(min, value);
			max = Math.max(max, value);
			sum += value;
		}
		return new double[]{min, max, sum / image.pixels().size()};
	}

	@Test
	public void everyRealFolderOpensOrSaysWhyNot() throws IOException {
		Manifest manifest = Manifest.require();
		TreeSet<String> folders = new TreeSet<>();
		for (String path : manifest.paths("", ""))
			if (manifest.facts(path).string("kind", "").startsWith("DICOM"))
				folders.add(path.substring(0, path.lastIndexOf('/')));
		int images = 0;
		for (String folder : folders)
			try {
				for (MedicalImage image : new DicomImageReader().read(SharedData.require(folder), Progress.NONE)) {
					images++;
					for (String text : image.warnings())
						assertTrue(text, text.endsWith("."));
				}
			} catch (ImageFormatException e) {
				assertTrue(folder + ": " + e.getMessage(), e.getMessage().matches(
						"There is no DICOM image here\\. .*(without pixels|not supported yet|not DICOM).*\\.|.*not supported yet.*\\.|The image lacks Rows.*\\.|.*: open it as a slide\\."));
			}
		assertTrue(images + " images", images >= 60);
	}

	private static MedicalImage open(String path) throws IOException {
		return new DicomImageReader().read(SharedData.require(path), Progress.NONE).get(0);
	}

	@Test
	public void spacingSaysHowFarToTrustIt() throws IOException {
		MedicalImage cr = open("dicomdir/77654033/CR1/6154");
		assertEquals(SpacingSource.DETECTOR, cr.spacingSource());
		assertArrayEquals(new double[]{0.1, 0.1, Double.NaN}, cr.pixelSpacing(), 0);
		assertEquals("ImagerPixelSpacing", cr.identity().spacingSource());
		assertTrue(cr.inverted());
		assertNull(cr.voxelToPatient());
		assertEquals(new ValueScale(0.684, 200, "10^-3 OD"), cr.scale());
		MedicalImage dx = open("dx/dx_image.dcm");
		assertArrayEquals("row spacing is y", new double[]{1.2012, 1.2, Double.NaN}, dx.pixelSpacing(), 1e-6);
		assertEquals("FOR PRESENTATION", dx.facts().get("PresentationIntentType"));
		MedicalImage echo = open("us/echo_8f_jpeg_fragmented.dcm");
		assertEquals(SpacingSource.ULTRASOUND_REGION, echo.spacingSource());
		assertEquals(2.29375, echo.pixelSpacing()[0], 1e-4);
		assertEquals(8, echo.timePoints());
		MedicalImage shrunk = open("us/cine_ybr_30f.dcm");
		assertEquals(SpacingSource.NONE, shrunk.spacingSource());
		assertEquals(33.333, shrunk.frameTimeMs(), 0);
		assertEquals(List.of("The calibrated ultrasound region lies outside the image, so its pixel size is not used."),
				shrunk.warnings());
	}

	@Test
	public void functionalGroupsSayWhereFramesLieAndWhatTheyMean() throws IOException {
		MedicalImage image = open("enhanced/CT0012.explicit_little_endian.dcm");
		assertEquals(2, image.slices());
		assertEquals(new ValueScale(1, -1024, ""), image.scale());
		assertEquals(List.of(Window.linear(49, 102, "")), image.windows());
		assertArrayEquals(new double[]{0.388672, 0.388672, 10}, image.pixelSpacing(), 1e-9);
		assertEquals("patient's left is on the left: the row runs from left to right", -0.388672,
				image.voxelToPatient().step(0).x(), 1e-9);
		MedicalImage dose = open("bits/rtdose.dcm");
		assertEquals("offsets of the grid", 5, dose.pixelSpacing()[2], 1e-9);
		assertEquals(1e-6, dose.scale().slope(), 0);
	}

	@Test
	public void aModalityTableIsApplied() throws IOException {
		// dcm2pnm +Wm: stored 4095, 2048 and 2047 (in 12 bits: -1, -2048, 2047) are shown as 127, 0 and 255 of 65535.
		float[] plane = (float[]) open("bits/mlut_18.dcm").plane(0, 0, 0);
		assertEquals(127 * 257, plane[0], 257);
		assertEquals(0, plane[64 * 512 + 64], 0);
		assertEquals(65535, plane[128 * 512 + 64], 257);
	}

	@Test
	public void aDicomdirStandsForAllBelowIt() throws IOException {
		Path file = SharedData.require("dicomdir/DICOMDIR");
		List<MedicalImage> images = new DicomImageReader().read(file, Progress.NONE);
		assertEquals(List.of("CR cervical spine LL #1", "CR cervical spine AP #2", "CT head #2 (1)", "CT head #2 (2)",
				"CR cervical spine AP #3", "CT localizer #4 (1)", "CT localizer #4 (2)", "CT #5"),
				images.stream().map(MedicalImage::title).toList());
		assertEquals(8, new DicomImageReader().read(file.resolveSibling("."), Progress.NONE).size());
	}
}
