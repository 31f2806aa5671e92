package org.annotomy.dicom.presentation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

import org.annotomy.dicom.DicomImageReader;
import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomDatasetBuilder;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.part10.Vr;
import org.annotomy.dicom.series.SeriesReader;
import org.annotomy.image.DisplayLayer;
import org.annotomy.image.DisplayLayer.Colours;
import org.annotomy.image.DisplayLayer.Cover;
import org.annotomy.image.DisplayLayer.Kind;
import org.annotomy.image.DisplayLayer.Picture;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.ValueScale;
import org.annotomy.task.Progress;
import org.annotomy.testing.SharedData;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class FileLayersTest {

	private static final long SEED = 7102;

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	private MedicalImage image(DicomDatasetBuilder builder) throws IOException {
		Path file = SyntheticSlice.write(folder.getRoot().toPath(), "a.dcm", builder);
		return new DicomImageReader().read(file, Progress.NONE).get(0);
	}

	private static DicomDatasetBuilder overlay(DicomDatasetBuilder image, int group, int rows, int columns, BitSet bits) {
		byte[] data = java.util.Arrays.copyOf(bits.toByteArray(), (bits.length() + 7) / 8 + 4 & ~1);
		return image.bytes(Tag.of(group, 0x10), Vr.US, new byte[]{(byte) rows, 0})
				.bytes(Tag.of(group, 0x11), Vr.US, new byte[]{(byte) columns, 0}).set(Tag.of(group, 0x40), "G")
				.bytes(Tag.of(group, 0x50), Vr.SS, new byte[]{3, 0, (byte) 0xfe, (byte) 0xff})
				.bytes(Tag.of(group, 0x100), Vr.US, new byte[]{1, 0}).bytes(Tag.of(group, 0x102), Vr.US, new byte[]{0, 0})
				.bytes(Tag.of(group, 0x3000), Vr.OW, data);
	}

	private static DicomDatasetBuilder film(int frames) {
		return SyntheticSlice.at(0, 7).set("NumberOfFrames", frames).remove(Tag.IMAGE_POSITION_PATIENT).set("Modality", "XA")
				.pixels(new short[frames * SyntheticSlice.WIDTH * SyntheticSlice.HEIGHT]);
	}

	private static Picture picture(MedicalImage image, int layer, int plane) {
		return (Picture) image.supplement().layers().get(layer).content().on(plane);
	}

	@Test
	public void bitsOfEachFrameFollowEachOtherWithoutAGap() throws IOException {
		Random random = new Random(SEED);
		int rows = 3;
		int columns = 7;
		BitSet bits = new BitSet();
		for (int i = 0; i < 2 * rows * columns; i++)
			bits.set(i, random.nextBoolean());
		DicomDatasetBuilder builder = overlay(film(4), 0x6002, rows, columns, bits).set(Tag.of(0x6002, 0x15), "2")
				.bytes(Tag.of(0x6002, 0x51), Vr.US, new byte[]{2, 0});
		MedicalImage image = image(builder);
		assertEquals(List.of("Overlay 2 (graphics)"), image.supplement().layers().stream().map(DisplayLayer::name).toList());
		assertNull("before the first frame of the overlay", picture(image, 0, 0));
		assertNull("after the last one", picture(image, 0, 3));
		for (int frame = 0; frame < 2; frame++) {
			Picture picture = picture(image, 0, frame + 1);
			assertEquals(-3, picture.x());
			assertEquals(2, picture.y());
			for (int y = 0; y < rows; y++)
				for (int x = 0; x < columns; x++)
					assertEquals("seed " + SEED + ", frame " + frame + " at " + x + ", " + y,
							bits.get((frame * rows + y) * columns + x), picture.isSet(x, y));
		}
	}

	@Test
	public void withoutANumberOfFramesAnOverlayLiesOverAll() throws IOException {
		BitSet bits = new BitSet();
		bits.set(0);
		MedicalImage image = image(overlay(film(3), 0x6000, 2, 2, bits).set(Tag.of(0x6000, 0x40), "R"));
		for (int frame = 0; frame < 3; frame++)
			assertTrue(picture(image, 0, frame).isSet(0, 0));
		assertEquals("Overlay 1 (region)", image.supplement().layers().get(0).name());
	}

	@Test
	public void bitsInsideThePixelsAreShownAndAreNoValue() throws IOException {
		Random random = new Random(SEED);
		short[] words = new short[SyntheticSlice.WIDTH * SyntheticSlice.HEIGHT];
		for (int i = 0; i < words.length; i++)
			words[i] = (short) random.nextInt();
		DicomDatasetBuilder builder = SyntheticSlice.at(0, 7).set("BitsStored", 12).set("HighBit", 11)
				.set("PixelRepresentation", 0)
				.pixels(words.clone());
		for (int group : new int[]{0x6000, 0x6004})
			builder.bytes(Tag.of(group, 0x10), Vr.US, new byte[]{SyntheticSlice.HEIGHT, 0})
					.bytes(Tag.of(group, 0x11), Vr.US, new byte[]{SyntheticSlice.WIDTH, 0})
					.bytes(Tag.of(group, 0x50), Vr.SS, new byte[]{1, 0, 1, 0})
					.bytes(Tag.of(group, 0x100), Vr.US, new byte[]{16, 0})
					.bytes(Tag.of(group, 0x102), Vr.US, new byte[]{(byte) (group == 0x6000 ? 12 : 15), 0});
		MedicalImage image = image(builder);
		assertEquals(2, image.supplement().layers().size());
		short[] plane = (short[]) image.plane(0, 0, 0);
		for (int i = 0; i < words.length; i++) {
			assertEquals(words[i] & 0xfff, plane[i]);
			int x = i % SyntheticSlice.WIDTH;
			int y = i / SyntheticSlice.WIDTH;
			assertEquals((words[i] >> 12 & 1) != 0, picture(image, 0, 0).isSet(x, y));
			assertEquals((words[i] >> 15 & 1) != 0, picture(image, 1, 0).isSet(x, y));
		}
	}

	@Test
	public void brokenOverlaysAreLeftOutWithAWord() throws IOException {
		BitSet bits = new BitSet();
		bits.set(3);
		MedicalImage image = image(overlay(film(1), 0x6000, 200, 200, bits));
		assertEquals(List.of(), image.supplement().layers());
		assertTrue(image.warnings().contains("An overlay of the file is broken and not shown."));
		MedicalImage inside = image(film(1).bytes(Tag.of(0x6000, 0x102), Vr.US, new byte[]{5, 0}));
		assertTrue("bit 5 is a bit of the values", inside.warnings().contains("An overlay of the file is broken and not shown."));
	}

	@Test
	public void aRealMammogramHasItsMarks() throws IOException {
		// dcmdump: 101 × 101 at 704\409 and at -25\-25, each a cross of 201 bits.
		MedicalImage image = new DicomImageReader().read(SharedData.require("mg/mg_L_CC.dcm"), Progress.NONE).get(0);
		assertEquals(List.of("Overlay 1 (graphics)", "Overlay 2 (graphics)"),
				image.supplement().layers().stream().map(DisplayLayer::name).toList());
		assertEquals(201, BitSet.valueOf(picture(image, 0, 0).bits()).cardinality());
		assertEquals(List.of(408, 703), List.of(picture(image, 0, 0).x(), picture(image, 0, 0).y()));
		assertEquals(List.of(-26, -26), List.of(picture(image, 1, 0).x(), picture(image, 1, 0).y()));
	}

	private static Cover shutter(DicomDatasetBuilder builder) {
		DicomDataset dataset = builder.set("Rows", 100).set("Columns", 200).build();
		return Shutter.of(dataset).orElse(null);
	}

	private static boolean free(Cover cover, int column, int row) {
		return cover.visible().contains(column - 0.5, row - 0.5);
	}

	@Test
	public void shuttersLeaveTheirPixelsFree() {
		Cover rectangle = shutter(DicomDataset.builder().set("ShutterShape", "RECTANGULAR").set("ShutterLeftVerticalEdge", "11")
				.set("ShutterRightVerticalEdge", "190").set("ShutterUpperHorizontalEdge", "6")
				.set("ShutterLowerHorizontalEdge", "95")
				.set("ShutterPresentationValue", 0x8000));
		assertEquals(0x808080, rectangle.rgb());
		assertTrue(free(rectangle, 11, 6) && free(rectangle, 190, 95));
		assertFalse(free(rectangle, 10, 6) || free(rectangle, 191, 95) || free(rectangle, 100, 96) || free(rectangle, 100, 5));
		Cover circle = shutter(DicomDataset.builder().set("ShutterShape", "CIRCULAR").set("CenterOfCircularShutter", "50", "100")
				.set("RadiusOfCircularShutter", "20"));
		assertTrue(free(circle, 100, 50) && free(circle, 119, 50) && free(circle, 100, 31));
		assertFalse(free(circle, 121, 50) || free(circle, 115, 65));
		Cover both = shutter(
				DicomDataset.builder().set("ShutterShape", "CIRCULAR", "POLYGONAL").set("CenterOfCircularShutter", "50", "100")
						.set("RadiusOfCircularShutter", "20")
						.set("VerticesOfThePolygonalShutter", "1", "1", "1", "100", "100", "100", "100", "1"));
		assertTrue(free(both, 90, 50));
		assertFalse(free(both, 110, 50));
		assertNull("covers nothing", shutter(DicomDataset.builder().set("ShutterShape", "RECTANGULAR")));
		assertNull("covers all",
				shutter(DicomDataset.builder().set("ShutterShape", "RECTANGULAR").set("ShutterLeftVerticalEdge", "500")));
		assertNull(shutter(DicomDataset.builder()));
	}

	/** An outline of a thousand corners that crosses itself everywhere would take minutes and all memory. */
	@Test(timeout = 10_000)
	public void aShutterThatIsAKnotIsLeftOut() {
		Random random = new Random(1);
		String[] knot = new String[2000];
		String[] round = new String[2000];
		for (int i = 0; i < 1000; i++) {
			knot[2 * i] = Integer.toString(1 + random.nextInt(100));
			knot[2 * i + 1] = Integer.toString(1 + random.nextInt(200));
			round[2 * i] = Long.toString(Math.round(50 + 40 * Math.sin(i * Math.PI / 500)));
			round[2 * i + 1] = Long.toString(Math.round(100 + 40 * Math.cos(i * Math.PI / 500)));
		}
		assertNull(polygon(knot));
		assertTrue(free(polygon(round), 100, 50) && !free(polygon(round), 100, 5));
		Cover star = polygon("10", "100", "90", "150", "40", "60", "40", "140", "90", "50");
		assertTrue("even-odd: the middle of a star is outside", free(star, 100, 30) && !free(star, 100, 55));
	}

	private static Cover polygon(String... corners) {
		return shutter(
				DicomDataset.builder().set("ShutterShape", "POLYGONAL").set("VerticesOfThePolygonalShutter", corners));
	}

	@Test
	public void aRealPerfusionMapHasItsColours() throws IOException {
		Path file = SharedData.require("enhanced/CT0012.explicit_little_endian.dcm");
		MedicalImage image = SeriesReader.ofFiles(List.of(file), Progress.NONE).get(0);
		DisplayLayer layer = image.supplement().layers().get(0);
		assertEquals(Kind.COLOUR, layer.kind());
		Colours colours = (Colours) layer.content().on(0);
		// Descriptor 100\1024\16: stored 1024 is modality 0. dcmdump: red, green and blue 0x0100, ..., the third blue 0x1479.
		assertEquals(0, colours.colour(-1));
		assertEquals(0xff010101, colours.colour(0));
		assertEquals(0xff010114, colours.colour(2));
		assertEquals(colours.colour(99), colours.colour(5000));
	}

	@Test
	public void coloursFollowTheScaleOfTheValues() {
		List<String> warnings = new ArrayList<>();
		DicomDatasetBuilder builder = DicomDataset.builder().set("PixelPresentation", "COLOR").set("PhotometricInterpretation",
				"MONOCHROME2");
		for (String colour : new String[]{"Red", "Green", "Blue"})
			builder.set(colour + "PaletteColorLookupTableDescriptor", 2, 50, 16)
					.bytes(org.annotomy.dicom.part10.DicomDictionary.standard().tagOf(colour + "PaletteColorLookupTableData"),
							Vr.OW,
							new byte[]{0, 0x10, 0, (byte) 0xff});
		Colours colours = (Colours) SupplementalPalette.of(builder.build(), new ValueScale(2, -10, ""), warnings).orElseThrow()
				.content()
				.on(0);
		assertEquals(0, colours.colour(88));
		assertEquals(0xff101010, colours.colour(90));
		assertEquals(0xffffffff, colours.colour(92));
		assertTrue(SupplementalPalette.of(builder.set("PixelPresentation", "MONOCHROME").build(), ValueScale.IDENTITY, warnings)
				.isEmpty());
		builder.set("PixelPresentation", "COLOR").remove(Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA);
		assertTrue(SupplementalPalette.of(builder.build(), ValueScale.IDENTITY, warnings).isEmpty());
		assertEquals(List.of("The colours that the file has for some of its values are broken and not shown."), warnings);
	}
}
