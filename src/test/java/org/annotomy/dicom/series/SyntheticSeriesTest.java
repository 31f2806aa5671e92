package org.annotomy.dicom.series;

import static org.annotomy.dicom.SyntheticSlice.at;
import static org.annotomy.dicom.SyntheticSlice.write;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.annotomy.dicom.DicomImageReader;
import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.dicom.part10.DicomDatasetBuilder;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.geometry.Affine;
import org.annotomy.image.ImageFormatException;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.SpacingSource;
import org.annotomy.image.ValueScale;
import org.annotomy.image.Window;
import org.annotomy.imagej.ImagePlusFactory;
import org.annotomy.segmentation.measure.ImageValues;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SyntheticSeriesTest {

	@Rule
	public TemporaryFolder temporary = new TemporaryFolder();

	private Path folder;

	@Before
	public void folder() {
		folder = temporary.getRoot().toPath();
	}

	private List<MedicalImage> images() throws IOException {
		return new DicomImageReader().read(folder, Progress.NONE);
	}

	private MedicalImage image() throws IOException {
		List<MedicalImage> images = images();
		assertEquals(1, images.size());
		return images.get(0);
	}

	/** The value of each slice of all time points. */
	private static List<Integer> values(MedicalImage image) {
		List<Integer> values = new ArrayList<>();
		for (int t = 0; t < image.timePoints(); t++)
			for (int z = 0; z < image.slices(); z++)
				values.add((int) ((short[]) image.plane(0, z, t))[3]);
		return values;
	}

	private static double[] evenly(int count, double step) {
		return IntStream.range(0, count).mapToDouble(k -> 100 + k * step).toArray();
	}

	private static UnaryOperator<DicomDatasetBuilder> unchanged() {
		return UnaryOperator.identity();
	}

	@Test
	public void slicesAreSortedByWhereTheyLieWhateverTheOrderOfFiles() throws IOException {
		long seed = 20261123;
		Random random = new Random(seed);
		List<Integer> order = new ArrayList<>(IntStream.range(0, 20).boxed().toList());
		for (int run = 0; run < 5; run++) {
			Collections.shuffle(order, random);
			for (int i = 0; i < order.size(); i++)
				write(folder, "f" + i, at(-50 + 2.5 * order.get(i), order.get(i)).set("InstanceNumber", random.nextInt(99)));
			MedicalImage image = image();
			assertEquals("seed " + seed, IntStream.range(0, 20).boxed().toList(), values(image));
			assertEquals(Affine.ofRows(0.5, 0, 0, -10, 0, 0.7, 0, -20, 0, 0, 2.5, -50), image.voxelToPatient());
			assertEquals("2.25.0", image.identity().sopUids().get(0));
			assertEquals(folder.resolve("f" + order.indexOf(0)), image.files().get(0));
			assertEquals(List.of(), image.warnings());
		}
	}

	@Test
	public void theImageSaysWhatItIsButNotWhose() throws IOException {
		write(folder, evenly(3, 2), b -> b.set("BodyPartExamined", "CHEST"));
		MedicalImage image = image();
		assertEquals("CT chest #7", image.title());
		assertEquals(new ValueScale(1, -1024, "HU"), image.scale());
		assertEquals(List.of(Window.linear(40, 400, "")), image.windows());
		assertEquals(SpacingSource.PATIENT, image.spacingSource());
		assertArrayEquals("x, y, z; slice thickness is another thing", new double[]{0.5, 0.7, 2}, image.pixelSpacing(), 1e-12);
		assertEquals("CHEST", image.facts().get("BodyPartExamined"));
		assertEquals("dicom", image.identity().kind());
		assertEquals("2.25.5101", image.identity().studyUid());
		assertEquals("2.25.5104", image.identity().frameOfReferenceUid());
		assertEquals(List.of("2.25.1", "2.25.2", "2.25.3"), image.identity().sopUids());
		assertEquals(folder.resolve(SyntheticSlice.SERIES), image.sidecar());
		assertFalse(image.toString().replace("Secretary", ""),
				image.toString().toUpperCase(java.util.Locale.ROOT).contains("SECRET"));
	}

	@Test
	public void aFileStandsForItsSeriesOnly() throws IOException {
		write(folder, evenly(3, 2), unchanged());
		Path other = write(folder, "other", at(5, 99).set("SeriesInstanceUID", "2.25.777").set("SeriesNumber", 3));
		Files.writeString(folder.resolve("notes.txt"), "not DICOM");
		MedicalImage alone = new DicomImageReader().read(other, Progress.NONE).get(0);
		assertEquals(List.of(99), values(alone));
		assertEquals("a single file is its own sidecar", other, alone.sidecar());
		assertEquals(List.of(), alone.warnings());
		List<MedicalImage> all = images();
		assertEquals("in the order of their numbers", List.of("CT #3", "CT #7"),
				all.stream().map(MedicalImage::title).toList());
		assertEquals(List.of("1 file was left out: not DICOM."), all.get(0).warnings());
	}

	@Test
	public void missingSlicesAreShownEmptyAndSaidSo() throws IOException {
		write(folder, new double[]{0, 2, 4, 10, 12, 14, 16, 18, 20, 24}, unchanged());
		MedicalImage image = image();
		assertEquals("empty ones take the lowest value of the slice before", List.of(1, 2, 3, 3, 3, 4, 5, 6, 7, 8, 9, 9, 10),
				values(image));
		assertEquals(2, image.pixelSpacing()[2], 1e-9);
		assertEquals(List.of("2 slices are missing between slices 3 and 6 and shown empty.",
				"1 slice is missing between slices 11 and 13 and shown empty."), image.warnings());
		assertEquals(10, image.identity().sopUids().size());
		assertEquals(java.util.Set.of(3, 4, 11), image.sliceAxis().missing());
		assertTrue("a missing slice holds no measurement", Double.isNaN(ImageValues.of(image).plane(0, 4, 0).at(1, 1)));
		assertEquals(4 - 1024, ImageValues.of(image).plane(0, 5, 0).at(1, 1), 0);
		assertEquals("missing", ImagePlusFactory.open(image).getStack().getSliceLabel(5));
		assertTrue(image.sliceAxis().isEven());
	}

	@Test
	public void emptySlicesHoldThePaddingValue() throws IOException {
		write(folder, new double[]{0, 2, 6, 8}, b -> b.set("PixelPaddingValue", -2000));
		assertEquals(List.of(1, 2, -2000, 3, 4), values(image()));
	}

	@Test
	public void unevenSlicesAreSaidToBeSo() throws IOException {
		write(folder, new double[]{0, 1, 2.3, 3.1, 4.6, 5.2, 7}, unchanged());
		MedicalImage image = image();
		assertEquals(
				List.of("The slices are unevenly spaced (0.60 to 1.80 mm): volumes are not measured. Resample To Even Slices... "
						+ "makes an evenly spaced copy."),
				image.warnings());
		assertEquals("UNEVEN", image.facts().get("SliceSpacing"));
		assertEquals("first and last slice are where they are", 7d / 6, image.pixelSpacing()[2], 1e-9);
		assertEquals("each slice is where it is", 2.3, image.positionLps(0, 0, 2).orElseThrow().z(), 1e-9);
		assertEquals(2.3 + 0.25 * 0.8, image.positionLps(0, 0, 2.25).orElseThrow().z(), 1e-9);
		assertFalse(image.sliceAxis().isEven());
	}

	@Test
	public void aHoleOrAChangeOfSpacingPartsTheStack() throws IOException {
		write(folder, new double[]{0, 1, 2, 3, 203, 204, 205}, unchanged());
		List<MedicalImage> images = images();
		assertEquals(List.of(List.of(1, 2, 3, 4), List.of(5, 6, 7)), images.stream().map(SyntheticSeriesTest::values).toList());
		assertEquals(List.of("The slices do not make one evenly spaced stack: they were opened as 2 images."),
				images.get(1).warnings());
		assertEquals(folder.resolve(SyntheticSlice.SERIES), images.get(0).sidecar());
		assertEquals(folder.resolve(SyntheticSlice.SERIES + "-2"), images.get(1).sidecar());
		assertEquals(List.of("CT #7 (1)", "CT #7 (2)"), images.stream().map(MedicalImage::title).toList());
	}

	@Test
	public void slabsOfDifferentSpacingArePartedToo() throws IOException {
		write(folder, new double[]{0, 1, 2, 3, 4, 6.5, 9, 11.5, 14}, unchanged());
		List<MedicalImage> images = images();
		assertEquals(List.of(List.of(1, 2, 3, 4, 5), List.of(6, 7, 8, 9)),
				images.stream().map(SyntheticSeriesTest::values).toList());
		assertEquals(1, images.get(0).pixelSpacing()[2], 1e-9);
		assertEquals(2.5, images.get(1).pixelSpacing()[2], 1e-9);
	}

	@Test
	public void copiesAreLeftOut() throws IOException {
		write(folder, evenly(3, 2), unchanged());
		Path asked = write(folder, "copy", at(102, 2).set("WindowCenter", 50d));
		write(folder, "twin", at(104, 3).set("SOPInstanceUID", "2.25.999"));
		MedicalImage image = image();
		assertEquals(List.of(1, 2, 3), values(image));
		assertEquals(List.of("1 slice is there twice, pixel by pixel; the second was left out.",
				"1 file is a copy of another and was left out."), image.warnings());
		MedicalImage ofCopy = new DicomImageReader().read(asked, Progress.NONE).get(0);
		assertTrue("of copies, the file that was asked for stays", ofCopy.files().contains(asked));
	}

	@Test
	public void aGantryTiltIsFoundFromPositions() throws IOException {
		for (int k = 0; k < 4; k++)
			write(folder, "s" + k, at(0, k).set("ImagePositionPatient", 0, k * 2 * Math.tan(Math.toRadians(10)), k * 2d));
		MedicalImage image = image();
		assertEquals(List
				.of("The slices form a slanted stack (tilted by 10.0°, as with a tilted gantry): positions are exact, but side "
						+ "views look sheared. Straighten Tilted Volume... makes an upright copy."),
				image.warnings());
		assertEquals(2 / Math.cos(Math.toRadians(10)), image.pixelSpacing()[2], 1e-9);
	}

	@Test
	public void localizersOrientationsAndSizesArePartedFromTheStack() throws IOException {
		write(folder, evenly(4, 2), unchanged());
		write(folder, "scout", at(100, 50).set("ImageType", "ORIGINAL", "PRIMARY", "LOCALIZER"));
		write(folder, "coronal", at(100, 60).set("ImageOrientationPatient", 1d, 0, 0, 0, 0, -1));
		write(folder, "small", at(101, 70).set("Rows", 2).pixels(new short[10]));
		List<MedicalImage> images = images();
		assertEquals(List.of(4, 1, 1, 1), images.stream().map(MedicalImage::slices).toList());
		assertEquals(List.of(1, 2, 3, 4), values(images.get(0)));
		assertEquals(List.of(0, 60, 50), images.subList(1, 4).stream().map(i -> values(i).get(0)).toList());
		Path scout = folder.resolve("scout");
		List<MedicalImage> ofScout = new DicomImageReader().read(scout, Progress.NONE);
		assertEquals("the image of the file that was asked for comes first", List.of(scout), ofScout.get(0).files());
		assertEquals(4, ofScout.size());
	}

	@Test
	public void severalImagesAtOnePositionArePointsInTime() throws IOException {
		for (int t = 0; t < 3; t++)
			for (int z = 0; z < 4; z++)
				write(folder, "f" + (z * 3 + t), at(z * 2, 10 * (t + 1) + z).set("TemporalPositionIdentifier", 3 - t)
						.set("TemporalResolution", 250d));
		MedicalImage image = image();
		assertEquals(List.of(30, 31, 32, 33, 20, 21, 22, 23, 10, 11, 12, 13), values(image));
		assertEquals(3, image.timePoints());
		assertEquals(250, image.frameTimeMs(), 0);
		assertEquals(List.of(), image.warnings());
	}

	@Test
	public void triggerTimesGiveTheFrameTime() throws IOException {
		for (int t = 0; t < 3; t++)
			for (int z = 0; z < 2; z++)
				write(folder, "f" + z + t, at(z, 10 * t + z).set("TriggerTime", 40d * t));
		assertEquals(40, image().frameTimeMs(), 1e-9);
	}

	@Test
	public void kindsOfImageAtOnePositionAreImagesOfTheirOwn() throws IOException {
		for (int z = 0; z < 3; z++) {
			write(folder, "m" + z, at(z, 10 + z).set("ImageType", "ORIGINAL", "PRIMARY", "M"));
			write(folder, "p" + z, at(z, 20 + z).set("ImageType", "ORIGINAL", "PRIMARY", "P"));
		}
		assertEquals(List.of(List.of(20, 21, 22), List.of(10, 11, 12)),
				images().stream().map(SyntheticSeriesTest::values).toList());
	}

	@Test
	public void withoutATellingHeaderInstanceNumbersDecide() throws IOException {
		for (int z = 0; z < 3; z++)
			for (int t = 0; t < 2; t++)
				write(folder, "f" + z + t, at(z, 10 * t + z).set("InstanceNumber", 5 - t));
		MedicalImage image = image();
		assertEquals(List.of(10, 11, 12, 0, 1, 2), values(image));
		assertEquals(
				List.of("Up to 2 slices lie at the same position and nothing in their headers tells them apart: they were put in "
						+ "the order of their instance numbers."),
				image.warnings());
	}

	@Test
	public void acquisitionsOfDifferentRangeAreImagesOfTheirOwn() throws IOException {
		for (int z = 0; z < 4; z++)
			write(folder, "a" + z, at(z, z).set("InstanceNumber", z));
		for (int z = 2; z < 4; z++)
			write(folder, "b" + z, at(z, 10 + z).set("InstanceNumber", 10 + z));
		assertEquals(List.of(List.of(0, 1, 2, 3), List.of(12, 13)), images().stream().map(SyntheticSeriesTest::values).toList());
	}

	@Test
	public void differentScalesBecomeRealValues() throws IOException {
		write(folder, "a", at(0, 10).set("RescaleSlope", 2d).set("RescaleIntercept", 1d));
		write(folder, "b", at(1, 20).set("RescaleSlope", 0.5).set("RescaleIntercept", 0d));
		write(folder, "c", at(2, 30).set("PixelRepresentation", 0));
		MedicalImage image = image();
		assertEquals(ValueScale.IDENTITY.slope(), image.scale().slope(), 0);
		assertEquals("HU", image.scale().unit());
		assertArrayEquals(new float[]{21, 10, 30 - 1024},
				new float[]{((float[]) image.plane(0, 0, 0))[0], ((float[]) image.plane(0, 1, 0))[0],
						((float[]) image.plane(0, 2, 0))[0]},
				0);
		assertEquals(List.of("The slices have different scales and were converted to HU."), image.warnings());
	}

	@Test
	public void slicesWithoutPlaceAreShownInTheirOrder() throws IOException {
		write(folder, evenly(3, 1), b -> b.remove(Tag.IMAGE_POSITION_PATIENT));
		MedicalImage image = image();
		assertEquals(List.of(3, 2, 1), values(image));
		assertEquals(List.of("The files do not say where the slices lie: they are shown in the order of their instance numbers."),
				image.warnings());
	}

	@Test
	public void projectionsOfOneSeriesAreImagesOfTheirOwn() throws IOException {
		write(folder, evenly(2, 1), b -> b.set("Modality", "MG").set("ImagerPixelSpacing", 0.1, 0.09).remove(Tag.PIXEL_SPACING)
				.set("EstimatedRadiographicMagnificationFactor", 1.25).set("PhotometricInterpretation", "MONOCHROME1")
				.set("ImageLaterality", "L").set("ViewPosition", "MLO"));
		List<MedicalImage> images = images();
		assertEquals(2, images.size());
		MedicalImage image = images.get(0);
		assertEquals(SpacingSource.MAGNIFICATION, image.spacingSource());
		assertArrayEquals(new double[]{0.072, 0.08, Double.NaN}, image.pixelSpacing(), 1e-12);
		assertTrue(image.inverted());
		assertEquals("MLO", image.facts().get("ViewPosition"));
		assertTrue(image.grid().isEmpty());
	}

	@Test
	public void brokenNeighboursAreLeftOutWithAWord() throws IOException {
		write(folder, evenly(3, 2), unchanged());
		byte[] whole = Files.readAllBytes(folder.resolve("f3.dcm"));
		Files.write(folder.resolve("cut"), Arrays.copyOf(whole, 400));
		Files.write(folder.resolve("empty"), new byte[0]);
		MedicalImage image = image();
		assertEquals(List.of(1, 2, 3), values(image));
		assertEquals(List.of("1 file was left out: DICOM objects without pixels.", "1 file was left out: not DICOM."),
				image.warnings());
		Path cut = folder.resolve("cut");
		assertEquals(
				"This DICOM file cannot be shown. It should be an image (CT Image Storage), but its pixels or their size are missing:"
						+ " the file may be cut short.",
				assertThrows(ImageFormatException.class, () -> new DicomImageReader().read(cut, Progress.NONE)).getMessage());
	}

	@Test
	public void aSeriesUidCannotLeadElsewhere() throws IOException {
		for (int k = 0; k < 2; k++)
			write(folder, "f" + k,
					at(k, k).bytes(Tag.SERIES_INSTANCE_UID, org.annotomy.dicom.part10.Vr.UI, "../../etc/x".getBytes("US-ASCII")));
		assertEquals(folder, image().sidecar().getParent());
		assertTrue(image().sidecar().getFileName().toString().matches("series-[a-z0-9]+"));
	}

	@Test
	public void aCancelledReadStops() throws IOException {
		write(folder, evenly(5, 2), unchanged());
		Progress impatient = new Progress() {
			@Override
			public void update(double fraction, String doing) {
				assertTrue(fraction >= 0 && fraction <= 1);
			}

			@Override
			public boolean isCancelled() { return true; }
		};
		assertThrows(CancelledException.class, () -> new DicomImageReader().read(folder, impatient));
	}

	@Test
	public void anEmptyFolderIsNotDicom() throws IOException {
		assertFalse(new DicomImageReader().recognises(folder));
		assertEquals("There is no DICOM file here.",
				assertThrows(ImageFormatException.class, () -> new DicomImageReader().read(folder, Progress.NONE)).getMessage());
		Path below = Files.createDirectories(folder.resolve("study/series"));
		write(below, evenly(2, 1), unchanged());
		assertTrue("a folder without files of its own stands for those below", new DicomImageReader().recognises(folder));
		assertEquals(2, image().slices());
	}
}
