package org.annotomy.dicom.series;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

import org.annotomy.dicom.DicomImageReader;
import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomDatasetBuilder;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.part10.Vr;
import org.annotomy.image.MedicalImage;
import org.annotomy.task.Progress;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Several frames at one position: which axis they make, in which order, and what the user is told. */
public class VolumeAxisTest {

	private static final int SLICES = 4;
	private static final long SEED = 20261127;

	@Rule
	public TemporaryFolder temporary = new TemporaryFolder();

	private final Random random = new Random(SEED);

	/** What makes the slice of volume {@code t} different. */
	private interface Difference {
		DicomDatasetBuilder put(DicomDatasetBuilder slice, int t, int z);
	}

	private List<MedicalImage> images(int volumes, Difference difference) throws IOException {
		Path folder = temporary.newFolder().toPath();
		List<Integer> names = new ArrayList<>(IntStream.range(0, volumes * SLICES).boxed().toList());
		Collections.shuffle(names, random);
		for (int t = 0; t < volumes; t++)
			for (int z = 0; z < SLICES; z++) {
				DicomDatasetBuilder slice = SyntheticSlice.at(2 * z, 10 * t + z).set("Modality", "MR")
						.set("InstanceNumber", random.nextInt(1000)).set("SOPInstanceUID", "2.25." + random.nextInt(1 << 30));
				SyntheticSlice.write(folder, "f" + names.get(t * SLICES + z), difference.put(slice, t, z));
			}
		return new DicomImageReader().read(folder, Progress.NONE);
	}

	private MedicalImage image(int volumes, Difference difference) throws IOException {
		List<MedicalImage> images = images(volumes, difference);
		assertEquals("seed " + SEED, 1, images.size());
		assertEquals(volumes, images.get(0).timePoints());
		return images.get(0);
	}

	private static List<Integer> firstValues(MedicalImage image) {
		List<Integer> values = new ArrayList<>();
		for (int t = 0; t < image.timePoints(); t++)
			for (int z = 0; z < image.slices(); z++)
				values.add((int) ((short[]) image.plane(0, z, t))[0]);
		return values;
	}

	private static void assertOrder(MedicalImage image, int... volumes) {
		List<Integer> expected = new ArrayList<>();
		for (int t : volumes)
			for (int z = 0; z < SLICES; z++)
				expected.add(10 * t + z);
		assertEquals("seed " + SEED, expected, firstValues(image));
	}

	private static void assertTold(MedicalImage image, String meaning, String... labels) {
		assertEquals(meaning, image.timeAxis().meaning());
		assertEquals(List.of(labels), image.timeAxis().labels());
		assertEquals(meaning, image.facts().get("TimeAxis"));
	}

	@Test
	public void temporalPositions() throws IOException {
		MedicalImage image = image(3, (slice, t, z) -> slice.set("TemporalPositionIdentifier", 3 - t)
				.set("AcquisitionTime", String.format(Locale.ROOT, "1015%02d.5", 30 - 2 * t)));
		assertOrder(image, 2, 1, 0);
		assertTold(image, "time", "time 1", "time 2", "time 3");
		assertEquals("by the clock, for want of Temporal Resolution", 2000, image.frameTimeMs(), 1e-9);
		assertEquals(List.of(), image.warnings());
	}

	@Test
	public void bValuesAndDirectionsOfTheStandard() throws IOException {
		double[][] directions = {{0, 0, 0}, {1, 0, 0}, {0, 1, 0}};
		double[] b = {0, 1000, 1000};
		MedicalImage image = image(3, (slice, t, z) -> slice.set("DiffusionBValue", b[t])
				.set("DiffusionGradientOrientation", directions[t][0], directions[t][1], directions[t][2]));
		assertOrder(image, 0, 2, 1);
		assertTold(image, "diffusion weighting", "b 0 s/mm² (0.0000, 0.0000, 0.0000)",
				"b 1000 s/mm² (0.0000, 1.0000, 0.0000)", "b 1000 s/mm² (1.0000, 0.0000, 0.0000)");
		assertEquals(List.of("The 3 points of the time axis are not times but differ in diffusion weighting "
				+ "(b 0 s/mm² (0.0000, 0.0000, 0.0000) to b 1000 s/mm² (1.0000, 0.0000, 0.0000))."), image.warnings());
		assertTrue(Double.isNaN(image.frameTimeMs()));
	}

	private static DicomDatasetBuilder privateText(DicomDatasetBuilder slice, int group, String creator, int offset, Vr vr,
			String value) {
		return slice.bytes(Tag.of(group, 0x10), Vr.LO, creator.getBytes(StandardCharsets.US_ASCII))
				.bytes(Tag.of(group, 0x1000 | offset), vr, value.getBytes(StandardCharsets.US_ASCII));
	}

	@Test
	public void bValuesOfSiemensAndGe() throws IOException {
		MedicalImage siemens = image(2,
				(slice, t, z) -> privateText(slice, 0x0019, "SIEMENS MR HEADER", 0x0c, Vr.IS, t == 0 ? "50" : "800 "));
		assertOrder(siemens, 0, 1);
		assertTold(siemens, "diffusion weighting", "b 50 s/mm²", "b 800 s/mm²");
		MedicalImage ge = image(2, (slice, t, z) -> privateText(slice, 0x0043, "GEMS_PARM_01", 0x39, Vr.IS,
				t == 0 ? "1000000700\\8\\0\\0" : "0\\8\\0\\0 "));
		assertOrder(ge, 1, 0);
		assertTold(ge, "diffusion weighting", "b 0 s/mm²", "b 700 s/mm²");
	}

	@Test
	public void bValuesOfPhilipsWithoutAVr() throws IOException {
		MedicalImage image = image(2, (slice, t, z) -> slice
				.bytes(Tag.of(0x2001, 0x10), Vr.LO, "Philips Imaging DD 001".getBytes(StandardCharsets.US_ASCII))
				.bytes(Tag.of(0x2001, 0x1003), Vr.UN,
						ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(t == 0 ? 1000 : 0).array()));
		assertOrder(image, 1, 0);
		assertTold(image, "diffusion weighting", "b 0 s/mm²", "b 1000 s/mm²");
	}

	@Test
	public void echoes() throws IOException {
		MedicalImage image = image(3, (slice, t, z) -> slice.set("EchoTime", new double[]{18.4, 4.6, 9.2}[t]));
		assertOrder(image, 1, 2, 0);
		assertTold(image, "echo time", "echo 4.6 ms", "echo 9.2 ms", "echo 18.4 ms");
		assertEquals(
				List.of("The 3 points of the time axis are not times but differ in echo time (echo 4.6 ms to echo 18.4 ms)."),
				image.warnings());
	}

	@Test
	public void inversionTimes() throws IOException {
		MedicalImage image = image(2, (slice, t, z) -> slice.set("InversionTime", t == 0 ? 900d : 150d));
		assertOrder(image, 1, 0);
		assertTold(image, "inversion time", "inversion 150 ms", "inversion 900 ms");
	}

	@Test
	public void triggerTimesThatDifferALittleFromSliceToSlice() throws IOException {
		MedicalImage image = image(3, (slice, t, z) -> slice.set("TriggerTime", 40d * t + 0.3 * z));
		assertOrder(image, 0, 1, 2);
		assertEquals("cardiac phase", image.timeAxis().meaning());
		assertEquals(40, image.frameTimeMs(), 1e-9);
	}

	@Test
	public void acquisitions() throws IOException {
		MedicalImage image = image(2, (slice, t, z) -> slice.set("AcquisitionNumber", 7 - t));
		assertOrder(image, 1, 0);
		assertTold(image, "acquisition", "acquisition 6", "acquisition 7");
		assertTrue(Double.isNaN(image.frameTimeMs()));
		int[] seconds = {0, 30, 90};
		MedicalImage phases = image(3,
				(slice, t, z) -> slice.set("AcquisitionNumber", t).set("AcquisitionTime", time(seconds[t])));
		assertTrue("arterial, portal, late: not a steady film", Double.isNaN(phases.frameTimeMs()));
		MedicalImage steady = image(3, (slice, t, z) -> slice.set("AcquisitionNumber", t).set("AcquisitionTime", time(2 * t)));
		assertEquals(2000, steady.frameTimeMs(), 1e-6);
	}

	private static String time(int seconds) {
		return String.format(Locale.ROOT, "10%02d%02d.00", 15 + seconds / 60, seconds % 60);
	}

	@Test
	public void timesOfTheDayAreToldFromTheFirst() throws IOException {
		MedicalImage image = image(2,
				(slice, t, z) -> slice.set("AcquisitionTime", String.format(Locale.ROOT, "1015%02d.%02d", 20 + 5 * t, z)));
		assertOrder(image, 0, 1);
		assertTold(image, "acquisition time", "+0.00 s", "+5.00 s");
		assertEquals(5000, image.frameTimeMs(), 1e-6);
	}

	@Test
	public void echoesOverTimeMakeOneAxisInTheOrderOfBoth() throws IOException {
		MedicalImage image = image(4, (slice, t, z) -> slice.set("EchoTime", t % 2 == 0 ? 2d : 5d)
				.set("TemporalPositionIdentifier", 1 + t / 2));
		assertOrder(image, 0, 1, 2, 3);
		assertTold(image, "time × echo time", "time 1, echo 2 ms", "time 1, echo 5 ms", "time 2, echo 2 ms", "time 2, echo 5 ms");
	}

	@Test
	public void aSeriesThatGoesOnAfterMidnightKeepsItsOrder() throws IOException {
		String[] days = {"20240229", "20240229", "20240301", "20240301"};
		String[] times = {"235950", "235955.00", "000000.000", "000005.0"};
		MedicalImage acquired = image(4,
				(slice, t, z) -> slice.set("AcquisitionDate", days[t]).set("AcquisitionTime", times[t]));
		assertOrder(acquired, 0, 1, 2, 3);
		assertTold(acquired, "acquisition time", "+0.00 s", "+5.00 s", "+10.00 s", "+15.00 s");
		assertEquals(5000, acquired.frameTimeMs(), 1e-6);
		MedicalImage content = image(4, (slice, t, z) -> slice.set("ContentDate", days[t]).set("ContentTime", times[t]));
		assertOrder(content, 0, 1, 2, 3);
		assertTold(content, "content time", "+0.00 s", "+5.00 s", "+10.00 s", "+15.00 s");
		MedicalImage whole = image(4,
				(slice, t, z) -> slice.set("AcquisitionDateTime", days[t] + times[t] + "+0100"));
		assertOrder(whole, 0, 1, 2, 3);
		MedicalImage numbered = image(4, (slice, t, z) -> slice.set("TemporalPositionIdentifier", t + 1)
				.set("AcquisitionDate", days[t]).set("AcquisitionTime", times[t]));
		assertEquals("by the clock", 5000, numbered.frameTimeMs(), 1e-6);
	}

	@Test
	public void slicesOfOneVolumeOnBothSidesOfMidnightStayTogether() throws IOException {
		MedicalImage image = image(2, (slice, t, z) -> {
			int second = 10 * t + 4 * z - 8; // of the first volume two slices come before midnight, two after
			return slice.set("AcquisitionDate", second < 0 ? "20231231" : "20240101").set("AcquisitionTime",
					second < 0 ? "2359" + (60 + second) : String.format(Locale.ROOT, "0000%02d", second));
		});
		assertOrder(image, 0, 1);
		assertTold(image, "acquisition time", "+0.00 s", "+10.00 s");
	}

	@Test
	public void textsThatAreNoTimesAreNotMeasured() throws IOException {
		MedicalImage image = image(2, (slice, t, z) -> slice.set("ContentTime", t == 0 ? "9961" : "8861"));
		assertTold(image, "content time", "", "");
		assertTrue(Double.isNaN(image.frameTimeMs()));
	}

	@Test
	public void repeatedBZeroIsPutInOrderOfAcquisition() throws IOException {
		int[] b = {0, 500, 0, 1000};
		MedicalImage image = image(4,
				(slice, t, z) -> slice.set("DiffusionBValue", (double) b[t]).set("AcquisitionNumber", 9 - t));
		assertOrder(image, 2, 0, 1, 3);
		assertTold(image, "diffusion weighting × acquisition", "b 0 s/mm², acquisition 7", "b 0 s/mm², acquisition 9",
				"b 500 s/mm²", "b 1000 s/mm²");
	}

	@Test
	public void componentsOfTheImageType() throws IOException {
		MedicalImage image = image(2,
				(slice, t, z) -> slice.set("ImageType", "ORIGINAL", "PRIMARY", "M", "ND", t == 0 ? "WATER" : "FAT"));
		assertOrder(image, 1, 0);
		assertTold(image, "kind of image", "FAT", "WATER");
	}

	@Test
	public void aTimePointThatWasCutShortIsAnImageOfItsOwn() throws IOException {
		Path folder = temporary.newFolder().toPath();
		for (int t = 0; t < 3; t++)
			for (int z = 0; z < (t == 2 ? 2 : SLICES); z++)
				SyntheticSlice.write(folder, "f" + t + z,
						SyntheticSlice.at(2 * z, 10 * t + z).set("TemporalPositionIdentifier", t + 1));
		List<MedicalImage> images = new DicomImageReader().read(folder, Progress.NONE);
		assertEquals(2, images.size());
		assertOrder(images.get(0), 0, 1);
		assertEquals(List.of(20, 21), firstValues(images.get(1)));
		assertEquals(List.of("Not every time has all 4 slices: the incomplete ones were opened as images of their own."),
				images.get(0).warnings());
	}

	private static DicomDataset item(String keyword, double... values) {
		return DicomDataset.builder().set(keyword, values).build();
	}

	/** An enhanced file with shuffled frames: two stacks' worth of positions, two time points, a dimension that nobody names. */
	private DicomDatasetBuilder enhanced(List<int[]> order, boolean temporal) {
		short[] pixels = new short[order.size() * 20];
		List<DicomDataset> perFrame = new ArrayList<>();
		for (int i = 0; i < order.size(); i++) {
			int t = order.get(i)[0];
			int z = order.get(i)[1];
			java.util.Arrays.fill(pixels, i * 20, (i + 1) * 20, (short) (10 * t + z));
			DicomDatasetBuilder content = DicomDataset.builder().set("DimensionIndexValues", z + 1, t + 1);
			if (temporal) content.set("TemporalPositionIndex", t + 1);
			perFrame.add(DicomDataset.builder()
					.items(Tag.PLANE_POSITION_SEQUENCE, List.of(item("ImagePositionPatient", -10d, -20d, 2d * z)))
					.items(Tag.FRAME_CONTENT_SEQUENCE, List.of(content.build())).build());
		}
		DicomDataset shared = DicomDataset.builder()
				.items(Tag.PLANE_ORIENTATION_SEQUENCE, List.of(item("ImageOrientationPatient", 1d, 0d, 0d, 0d, 1d, 0d)))
				.items(Tag.PIXEL_MEASURES_SEQUENCE, List.of(item("PixelSpacing", 0.7, 0.5))).build();
		List<DicomDataset> dimensions = List.of(pointer(Tag.IMAGE_POSITION_PATIENT), pointer(Tag.CONTENT_TIME));
		return SyntheticSlice.at(0, 1).set("Modality", "MR").set("NumberOfFrames", order.size())
				.remove(Tag.IMAGE_POSITION_PATIENT).remove(Tag.IMAGE_ORIENTATION_PATIENT).remove(Tag.PIXEL_SPACING)
				.items(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, List.of(shared))
				.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, perFrame).items(Tag.DIMENSION_INDEX_SEQUENCE, dimensions)
				.pixels(pixels);
	}

	private static DicomDataset pointer(int tag) {
		byte[] bytes = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putShort((short) (tag >>> 16)).putShort((short) tag)
				.array();
		return DicomDataset.builder().bytes(Tag.DIMENSION_INDEX_POINTER, Vr.AT, bytes).build();
	}

	private static List<int[]> allFrames() {
		List<int[]> order = new ArrayList<>();
		for (int t = 0; t < 2; t++)
			for (int z = 0; z < SLICES; z++)
				order.add(new int[]{t, z});
		return order;
	}

	@Test
	public void framesOfAnEnhancedFileAreSortedByGeometryAndTime() throws IOException {
		for (boolean temporal : new boolean[]{true, false}) {
			List<int[]> order = allFrames();
			Collections.shuffle(order, random);
			Path folder = temporary.newFolder().toPath();
			SyntheticSlice.write(folder, "enhanced", enhanced(order, temporal));
			List<MedicalImage> images = new DicomImageReader().read(folder, Progress.NONE);
			assertEquals(1, images.size());
			assertOrder(images.get(0), 0, 1);
			assertEquals(temporal ? "time" : "dimension index", images.get(0).timeAxis().meaning());
			assertEquals(2, images.get(0).pixelSpacing()[2], 1e-9);
			assertEquals(0.5, images.get(0).pixelSpacing()[0], 1e-9);
		}
	}
}
