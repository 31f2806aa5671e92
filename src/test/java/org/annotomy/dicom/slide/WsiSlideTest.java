package org.annotomy.dicom.slide;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.annotomy.dicom.DicomImageReader;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomDatasetBuilder;
import org.annotomy.dicom.part10.DicomWriter;
import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.PixelKind;
import org.annotomy.slide.PyramidLevel;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlidePixels;
import org.annotomy.slide.TileAddress;
import org.annotomy.slide.render.Looks;
import org.annotomy.slide.render.PlaneChoice;
import org.annotomy.slide.render.RegionReader;
import org.annotomy.slide.render.SlideLook;
import org.annotomy.slide.render.SlideView;
import org.annotomy.slide.render.TileLoader;
import org.annotomy.task.Progress;
import org.annotomy.testing.CodecFuzz;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** DICOM slides whose every pixel is known. */
public class WsiSlideTest {

	private static final int TILE = 16;

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private int instances;

	private static short grey(int x, int y, int path, int z) {
		return (short) (10000 * path + 5000 * z + 100 * y + x);
	}

	private DicomDatasetBuilder header(int width, int height, String flavour, int frames, String... paths) {
		List<DicomDataset> all = new ArrayList<>();
		for (String path : paths)
			all.add(DicomDataset.builder().set("OpticalPathIdentifier", path).set("OpticalPathDescription", "Dye " + path)
					.set("ObjectiveLensPower", 40.0).build());
		DicomDataset measures = DicomDataset.builder().set("PixelSpacing", 0.0005, 0.00025).build();
		return DicomDataset.builder().set("SOPClassUID", "1.2.840.10008.5.1.4.1.1.77.1.6")
				.set("SOPInstanceUID", "2.25." + ++instances)
				.set("StudyInstanceUID", "2.25.7").set("SeriesInstanceUID", "2.25.8").set("PatientName", "Secret^Name")
				.set("Modality", "SM")
				.set("Manufacturer", "Maker").set("ImageType", "ORIGINAL", "PRIMARY", flavour, "NONE").set("Rows", TILE)
				.set("Columns", TILE)
				.set("NumberOfFrames", frames).set("TotalPixelMatrixColumns", width).set("TotalPixelMatrixRows", height)
				.items("OpticalPathSequence", all.toArray(DicomDataset[]::new))
				.items("SharedFunctionalGroupsSequence", DicomDataset.builder().items("PixelMeasuresSequence", measures).build())
				.set("PixelRepresentation", 0);
	}

	private static DicomDatasetBuilder grey(DicomDatasetBuilder header, short[] samples) {
		return header.set("SamplesPerPixel", 1).set("PhotometricInterpretation", "MONOCHROME2").set("BitsAllocated", 16)
				.set("BitsStored", 16).set("HighBit", 15).pixels(samples);
	}

	private static DicomDatasetBuilder colour(DicomDatasetBuilder header, byte[] samples) {
		return header.set("SamplesPerPixel", 3).set("PlanarConfiguration", 0).set("PhotometricInterpretation", "RGB")
				.set("BitsAllocated", 8)
				.set("BitsStored", 8).set("HighBit", 7).pixels(samples);
	}

	private Path write(DicomDatasetBuilder object) throws IOException {
		Path file = folder.getRoot().toPath().resolve("IM" + instances);
		DicomWriter.write(object.build(), file);
		return file;
	}

	/** Frames in the order of TILED_FULL: columns, rows, focal planes, paths. */
	private static short[] full(int width, int height, int planes, int... paths) {
		int columns = (width + TILE - 1) / TILE;
		int rows = (height + TILE - 1) / TILE;
		short[] samples = new short[columns * rows * planes * paths.length * TILE * TILE];
		int at = 0;
		for (int path : paths)
			for (int z = 0; z < planes; z++)
				for (int row = 0; row < rows; row++)
					for (int column = 0; column < columns; column++)
						for (int i = 0; i < TILE * TILE; i++)
							samples[at++] = grey(column * TILE + i % TILE, row * TILE + i / TILE, path, z);
		return samples;
	}

	private static void assertGrey(Slide slide, int level, int path, int z) throws IOException {
		int width = slide.levels().get(level).width();
		short[] found = (short[]) SlidePixels.level(slide, level, path, z, 0);
		for (int i = 0; i < found.length; i++)
			assertEquals(grey(i % width, i / width, path, z), found[i]);
	}

	@Test
	public void aConfocalPyramidIsASlideToo() throws IOException {
		short[] samples = new short[TILE * TILE];
		samples[3] = 7;
		Path file = folder.getRoot().toPath().resolve("confocal.dcm");
		DicomWriter.write(grey(header(TILE, TILE, "VOLUME", 1, "1"), samples).set("SOPClassUID", "1.2.840.10008.5.1.4.1.1.77.1.9")
				.set("Modality", "OT").set("DimensionOrganizationType", "TILED_FULL").build(), file);
		assertTrue(new WsiSlideReader().recognises(file));
		try (Slide slide = new WsiSlideReader().open(file, Progress.NONE)) {
			assertEquals(TILE, slide.levels().get(0).width());
			assertEquals(PixelKind.GREY_16, slide.facts().kind());
		}
	}

	@Test
	public void levelsPathsAndFocalPlanes() throws IOException {
		Path file = write(grey(header(50, 40, "VOLUME", 48, "A", "B").set("TotalPixelMatrixFocalPlanes", 2)
				.set("DimensionOrganizationType", "TILED_FULL"), full(50, 40, 2, 0, 1)));
		write(grey(header(25, 20, "VOLUME", 16, "A", "B").set("TotalPixelMatrixFocalPlanes", 2), full(25, 20, 2, 0, 1)));
		try (Slide slide = new WsiSlideReader().open(file, Progress.NONE)) {
			assertEquals(2, slide.levels().size());
			assertEquals(2, slide.levels().get(1).downsample(), 0);
			assertEquals(PixelKind.GREY_16, slide.facts().kind());
			assertEquals(List.of("Dye A", "Dye B"), slide.facts().channels().stream().map(c -> c.name()).toList());
			assertEquals(2, slide.facts().slices());
			assertEquals(0.25, slide.facts().pixelWidthUm(), 1e-12);
			assertEquals(0.5, slide.facts().pixelHeightUm(), 1e-12);
			assertEquals(40, slide.facts().objective(), 0);
			assertEquals(List.of("2.25.1"), slide.facts().identity().sopUids());
			assertTrue(!slide.facts().toString().contains("Secret"));
			for (int path = 0; path < 2; path++)
				for (int z = 0; z < 2; z++) {
					assertGrey(slide, 0, path, z);
					assertGrey(slide, 1, path, z);
				}
		}
	}

	@Test
	public void pathsInFilesOfTheirOwn() throws IOException {
		write(grey(header(50, 40, "VOLUME", 12, "A"), full(50, 40, 1, 0)));
		write(grey(header(50, 40, "VOLUME", 12, "B"), full(50, 40, 1, 1)));
		try (Slide slide = new WsiSlideReader().open(folder.getRoot().toPath(), Progress.NONE)) {
			assertEquals(2, slide.facts().channels().size());
			assertGrey(slide, 0, 0, 0);
			assertGrey(slide, 0, 1, 0);
		}
	}

	/** Bright field and a second stain of the same section, say: one at a time, by name. */
	@Test
	public void severalWaysInColour() throws IOException {
		byte[] samples = new byte[2 * 3 * TILE * TILE];
		java.util.Arrays.fill(samples, 0, 3 * TILE * TILE, (byte) 10);
		java.util.Arrays.fill(samples, 3 * TILE * TILE, 6 * TILE * TILE, (byte) 20);
		Path file = write(colour(header(TILE, TILE, "VOLUME", 2, "A", "B"), samples));
		try (Slide slide = new WsiSlideReader().open(file, Progress.NONE);
				TileLoader tiles = new TileLoader(slide, 1 << 20, () -> {})) {
			assertEquals(List.of("Dye A", "Dye B"), slide.facts().channels().stream().map(c -> c.name()).toList());
			assertTrue(slide.facts().warnings().toString(), slide.facts().warnings().get(0).contains("2 ways"));
			RegionReader regions = new RegionReader(slide, tiles);
			SlideView view = new SlideView(0, 0, 1, 3, 3);
			SlideLook look = Looks.first(slide, tiles);
			assertEquals(0xff0a0a0a, regions.picture(view, PlaneChoice.FIRST, look)[4]);
			assertEquals(0xff141414, regions.picture(view, PlaneChoice.FIRST, look.withOnly(1))[4]);
			int[] second = (int[]) regions.read(0, 0, 0, TILE, TILE, 1, PlaneChoice.FIRST, Progress.NONE);
			assertEquals(0x141414, second[0] & 0xffffff);
		}
	}

	@Test
	public void partsOfAConcatenation() throws IOException {
		short[] all = full(50, 40, 1, 0);
		for (int part = 0; part < 3; part++) {
			short[] some = java.util.Arrays.copyOfRange(all, part * 4 * TILE * TILE, (part + 1) * 4 * TILE * TILE);
			write(grey(
					header(50, 40, "VOLUME", 4, "A").set("ConcatenationUID", "2.25.99").set("ConcatenationFrameOffsetNumber",
							4 * part),
					some));
		}
		try (Slide slide = new WsiSlideReader().open(folder.getRoot().toPath().resolve("IM2"), Progress.NONE)) {
			assertEquals(1, slide.levels().size());
			assertGrey(slide, 0, 0, 0);
			assertEquals(3, slide.facts().identity().sopUids().size());
		}
	}

	@Test
	public void tilesThatSayWhereTheyLie() throws IOException {
		int[][] places = {{33, 17}, {1, 1}, {17, 1}};
		byte[] samples = new byte[3 * TILE * TILE * 3];
		List<DicomDataset> groups = new ArrayList<>();
		for (int i = 0; i < places.length; i++) {
			java.util.Arrays.fill(samples, i * 3 * TILE * TILE, (i + 1) * 3 * TILE * TILE, (byte) (50 * (i + 1)));
			groups.add(DicomDataset.builder().items("PlanePositionSlideSequence", DicomDataset.builder()
					.set("ColumnPositionInTotalImagePixelMatrix", places[i][0])
					.set("RowPositionInTotalImagePixelMatrix", places[i][1]).build())
					.build());
		}
		Path file = write(colour(header(50, 40, "VOLUME", 3, "1").set("DimensionOrganizationType", "TILED_SPARSE")
				.items("PerFrameFunctionalGroupsSequence", groups.toArray(DicomDataset[]::new)), samples));
		try (Slide slide = new WsiSlideReader().open(file, Progress.NONE)) {
			int[] found = (int[]) SlidePixels.level(slide, 0, 0, 0, 0);
			assertEquals(150 * 0x10101, found[17 + 50 * 3] & 0xffffff);
			assertEquals(100 * 0x10101, found[0] & 0xffffff);
			assertEquals(50 * 0x10101, found[33 + 50 * 17] & 0xffffff);
			assertEquals("left out", 0xffffff, found[0 + 50 * 20] & 0xffffff);
		}
	}

	@Test
	public void picturesBesideTheSlide() throws IOException {
		byte[] red = new byte[3 * TILE * TILE];
		for (int i = 0; i < red.length; i += 3)
			red[i] = -1;
		write(colour(header(12, 9, "LABEL", 1, "1"), red));
		write(colour(header(16, 10, "OVERVIEW", 1, "1"), red));
		Path file = write(colour(header(16, 16, "VOLUME", 1, "1"), red.clone()));
		try (Slide slide = new WsiSlideReader().open(file, Progress.NONE)) {
			assertEquals(Set.of(Slide.LABEL, Slide.MACRO), slide.associatedNames());
			int[] expected = new int[12 * 9];
			java.util.Arrays.fill(expected, 0xff0000);
			int[] found = slide.readAssociated(Slide.LABEL).rgb();
			for (int i = 0; i < found.length; i++)
				found[i] &= 0xffffff;
			assertArrayEquals(expected, found);
			assertThrows(IllegalArgumentException.class, () -> slide.readAssociated(Slide.THUMBNAIL));
		}
	}

	@Test
	public void nonsenseIsRefused() throws IOException {
		Path noPlace = write(colour(header(50, 40, "VOLUME", 1, "1").set("DimensionOrganizationType", "TILED_SPARSE"),
				new byte[3 * TILE * TILE]));
		assertThrows(ImageFormatException.class, () -> new WsiSlideReader().open(noPlace, Progress.NONE).close());
		Path noSize = write(colour(header(0, 40, "VOLUME", 1, "1"), new byte[3 * TILE * TILE]));
		assertThrows(ImageFormatException.class, () -> new WsiSlideReader().open(noSize, Progress.NONE).close());
	}

	@Test
	public void aBrokenFileDoesNotCloseTheSlide() throws IOException {
		Path good = write(grey(header(50, 40, "VOLUME", 12, "A"), full(50, 40, 1, 0)));
		write(grey(header(25, 20, "VOLUME", 4, "A"), full(25, 20, 1, 0)).remove(0x00280100)); // no Bits Allocated
		Path cut = write(grey(header(50, 40, "VOLUME", 12, "B"), full(50, 40, 1, 1)));
		Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 300));
		for (Path opened : List.of(good, folder.getRoot().toPath()))
			try (Slide slide = new WsiSlideReader().open(opened, Progress.NONE)) {
				assertEquals(1, slide.levels().size());
				assertGrey(slide, 0, 0, 0);
				String warnings = slide.facts().warnings().toString();
				assertTrue(warnings, warnings.contains("1 file was left out: The image lacks BitsAllocated"));
				assertTrue(warnings, warnings.contains("1 file was left out: This DICOM file is broken"));
			}
		assertThrows("the file that was asked for itself", ImageFormatException.class,
				() -> new WsiSlideReader().open(folder.getRoot().toPath().resolve("IM2"), Progress.NONE));
		assertThrows(ImageFormatException.class, () -> new WsiSlideReader().open(cut, Progress.NONE));
	}

	/** Two segments, of which the second has a tile less: what is left out is empty. */
	private DicomDatasetBuilder segmentation() {
		int[][] tiles = {{1, 1, 1}, {17, 1, 1}, {17, 1, 2}};
		byte[] samples = new byte[tiles.length * TILE * TILE];
		List<DicomDataset> groups = new ArrayList<>();
		for (int i = 0; i < tiles.length; i++) {
			Arrays.fill(samples, i * TILE * TILE, (i + 1) * TILE * TILE, (byte) (10 * (i + 1)));
			groups.add(DicomDataset.builder()
					.items("PlanePositionSlideSequence",
							DicomDataset.builder().set("ColumnPositionInTotalImagePixelMatrix", tiles[i][0])
									.set("RowPositionInTotalImagePixelMatrix", tiles[i][1]).build())
					.items("SegmentIdentificationSequence",
							DicomDataset.builder().set("ReferencedSegmentNumber", tiles[i][2]).build())
					.build());
		}
		DicomDataset tumour = DicomDataset.builder().set("SegmentNumber", 1).set("SegmentLabel", "Tumour").build();
		DicomDataset stroma = DicomDataset.builder().set("SegmentNumber", 2).set("SegmentLabel", "Stroma").build();
		return header(32, 16, "PRIMARY", tiles.length).set("SOPClassUID", "1.2.840.10008.5.1.4.1.1.66.4").set("Modality", "SEG")
				.set("SeriesInstanceUID", "2.25.1").set("SegmentationType", "FRACTIONAL").set("MaximumFractionalValue", 40)
				.items("SegmentSequence", tumour, stroma)
				.items("PerFrameFunctionalGroupsSequence", groups.toArray(DicomDataset[]::new)).set("SamplesPerPixel", 1)
				.set("PhotometricInterpretation", "MONOCHROME2").set("BitsAllocated", 8).set("BitsStored", 8).set("HighBit", 7)
				.pixels(samples);
	}

	@Test
	public void segmentsInTilesAreChannels() throws IOException {
		Path file = write(segmentation());
		assertTrue(new WsiSlideReader().recognises(file));
		try (Slide slide = new WsiSlideReader().open(file, Progress.NONE)) {
			assertEquals("SEG", slide.facts().facts().get("Modality"));
			assertEquals(List.of("Tumour", "Stroma"), slide.facts().channels().stream().map(c -> c.name()).toList());
			assertEquals("wholly inside", 40, slide.facts().channels().get(0).max(), 0);
			byte[] tumour = (byte[]) SlidePixels.level(slide, 0, 0, 0, 0);
			byte[] stroma = (byte[]) SlidePixels.level(slide, 0, 1, 0, 0);
			assertEquals(10, tumour[0]);
			assertEquals(20, tumour[16]);
			assertEquals("left out", 0, stroma[0]);
			assertEquals(30, stroma[16]);
		}
	}

	/** The segmentation comes first by name and by UID; the slide is what a folder is opened for. */
	@Test
	public void aSegmentationBesideItsSlideDoesNotTakeItsPlace() throws IOException {
		Path segments = write(segmentation());
		write(grey(header(50, 40, "VOLUME", 12, "A"), full(50, 40, 1, 0)));
		try (Slide slide = new WsiSlideReader().open(folder.getRoot().toPath(), Progress.NONE)) {
			assertEquals(50, slide.levels().get(0).width());
			assertTrue(slide.facts().warnings().toString().contains("2 slides or other images in tiles"));
		}
		try (Slide slide = new WsiSlideReader().open(segments, Progress.NONE)) {
			assertEquals(32, slide.levels().get(0).width());
		}
	}

	@Test
	public void imagesInTilesAreOpenedAsSlidesWhateverTheirClass() throws IOException {
		for (String sopClass : List.of("1.2.840.10008.5.1.4.1.1.77.1.9", "1.2.840.10008.5.1.4.1.1.30", "2.25.404")) {
			Path file = write(grey(header(50, 40, "VOLUME", 12, "A").set("SOPClassUID", sopClass).set("SeriesInstanceUID",
					"2.25.9" + instances), full(50, 40, 1, 0)));
			try (Slide slide = new WsiSlideReader().open(file, Progress.NONE)) {
				assertGrey(slide, 0, 0, 0);
			}
			ImageFormatException e = assertThrows(ImageFormatException.class,
					() -> new DicomImageReader().read(file, Progress.NONE));
			assertTrue(e.getMessage(), e.getMessage().contains("open it as a slide"));
		}
	}

	@Test
	public void aSlideLargerThanAnySlideIsRefused() throws IOException {
		Path file = write(grey(header(2_000_000_000, 40, "VOLUME", 1, "A"), new short[TILE * TILE]));
		assertEquals("The slide states a side of more than 10000000 pixels; it is not opened.",
				assertThrows(ImageFormatException.class, () -> new WsiSlideReader().open(file, Progress.NONE)).getMessage());
	}

	private static final int PREAMBLE = 132;

	@Test
	public void mutatedSlidesAreOpenedOrRefused() throws IOException {
		CodecFuzz fuzz = new CodecFuzz(20261129, 64 << 20);
		fuzz.add("full", tail(grey(header(20, 17, "VOLUME", 4, "A"), full(20, 17, 1, 0))), this::open);
		fuzz.add("segments", tail(segmentation()), this::open);
		fuzz.add("colour", tail(colour(header(16, 16, "LABEL", 1, "1"), new byte[3 * TILE * TILE])), this::open);
		CodecFuzz.Tally tally = fuzz.run(10_000);
		assertTrue(tally.toString(), tally.decoded() > 3_000 && tally.refused() > 300);
	}

	private static byte[] tail(DicomDatasetBuilder object) throws IOException {
		byte[] file = DicomWriter.toBytes(object.build());
		return Arrays.copyOfRange(file, PREAMBLE, file.length);
	}

	private void open(byte[] withoutPreamble) throws IOException {
		byte[] bytes = new byte[PREAMBLE + withoutPreamble.length];
		System.arraycopy(new byte[]{'D', 'I', 'C', 'M'}, 0, bytes, 128, 4);
		System.arraycopy(withoutPreamble, 0, bytes, PREAMBLE, withoutPreamble.length);
		Path alone = Files.createDirectories(folder.getRoot().toPath().resolve("t" + Thread.currentThread().getId()));
		try (Slide slide = new WsiSlideReader().open(Files.write(alone.resolve("slide"), bytes), Progress.NONE)) {
			PyramidLevel level = slide.levels().get(0);
			for (int c = 0; c < Math.min(3, slide.facts().channels().size()); c++)
				for (int row = 0; row < Math.min(3, level.rows()); row++)
					for (int column = 0; column < Math.min(3, level.columns()); column++)
						slide.readTile(new TileAddress(0, column, row, c, 0, 0));
		}
	}
}
