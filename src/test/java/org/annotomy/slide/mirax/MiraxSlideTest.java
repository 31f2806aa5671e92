package org.annotomy.slide.mirax;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.PixelKind;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlidePixels;
import org.annotomy.slide.TileAddress;
import org.annotomy.task.Progress;
import org.annotomy.testing.CodecFuzz;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** MIRAX slides that OpenSlide shows otherwise, and ones that are broken on purpose. */
public class MiraxSlideTest {

	private static final String FILTERS = "HIER_1_NAME = Slide filter level\nHIER_1_COUNT = 3\nHIER_1_VAL_0_SECTION = F0\n"
			+ "HIER_1_VAL_1_SECTION = F1\nHIER_1_VAL_2_SECTION = F2\n";

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private static Slide open(Path file) throws IOException {
		return new MiraxSlideReader().open(file, Progress.NONE);
	}

	private static MiraxWriter fluorescence() {
		MiraxWriter writer = new MiraxWriter();
		writer.general = "SLIDE_TYPE = SLIDE_TYPE_FLUORESCENCE\n";
		writer.hierarchy = FILTERS;
		StringBuilder sections = new StringBuilder();
		String[] names = {"Rhodamine", "FITC", "UV"};
		for (int i = 0; i < 3; i++)
			sections.append("[F" + i + "]\nFILTER_NAME = " + names[i] + "\nCOLOR_R = " + (i == 0 ? 255 : 0) + "\nCOLOR_G = "
					+ (i == 1 ? 255 : 0) + "\nCOLOR_B = 300\nSTORING_CHANNEL_NUMBER = " + i + "\n");
		writer.sections = sections.toString();
		return writer;
	}

	@Test
	public void filtersAreChannelsStoredAsBlueGreenAndRed() throws Exception {
		Path root = folder.getRoot().toPath();
		try (Slide colours = open(new MiraxWriter().write(root, "colours"));
				Slide slide = open(fluorescence().write(root, "filters"))) {
			assertEquals(PixelKind.GREY_8, slide.facts().kind());
			assertEquals("Rhodamine", slide.facts().channels().get(0).name());
			assertEquals(0xff00ff, slide.facts().channels().get(0).rgb());
			int[] rgb = (int[]) SlidePixels.level(colours, 1, 0, 0, 0);
			for (int c = 0; c < 3; c++) {
				byte[] expected = new byte[rgb.length];
				for (int i = 0; i < rgb.length; i++)
					expected[i] = (byte) (rgb[i] >> 8 * c);
				assertArrayEquals("filter " + c, expected, (byte[]) SlidePixels.level(slide, 1, c, 0, 0));
			}
		}
	}

	@Test
	public void filtersThatAreNotKnownWellEnoughAreRefused() throws Exception {
		Path root = folder.getRoot().toPath();
		String good = fluorescence().sections;
		for (String sections : new String[]{good.replace("NUMBER = 2", "NUMBER = 1"), good.replace("NUMBER = 2", "NUMBER = 3"),
				good + "DATA_IN_THIS_FILTER_LEVEL = FilterLevel_1\n"}) {
			MiraxWriter writer = fluorescence();
			writer.sections = sections;
			Path file = writer.write(root, "slide");
			assertTrue(
					assertThrows(ImageFormatException.class, () -> open(file)).getMessage().contains("three filters of 8 bits"));
		}
		MiraxWriter deep = fluorescence();
		deep.general += "VIMSLIDE_SLIDE_BITDEPTH = 16\n";
		Path file = deep.write(root, "slide");
		assertThrows(ImageFormatException.class, () -> open(file));
	}

	@Test
	public void theIdentityIsThatOfTheCompressedPicturesAndNamesNobody() throws Exception {
		Path root = folder.getRoot().toPath();
		Path file = new MiraxWriter().write(root, "slide");
		Path copy = new MiraxWriter().write(root, "copy");
		MiraxWriter other = new MiraxWriter();
		other.empty = Set.of(0);
		Path different = other.write(root, "other");
		try (Slide one = open(file); Slide same = open(copy); Slide another = open(different)) {
			assertEquals(one.facts().identity(), same.facts().identity());
			assertFalse(one.facts().identity().equals(another.facts().identity()));
			assertEquals("wsi", one.facts().identity().kind());
		}
	}

	@Test
	public void withoutItsFolderThePreviewIsRefused() throws Exception {
		Path file = Files.write(folder.getRoot().toPath().resolve("alone.mrxs"), new byte[]{-1, -40});
		assertTrue(new MiraxSlideReader().recognises(file));
		assertTrue(assertThrows(ImageFormatException.class, () -> open(file)).getMessage().contains("folder of the same name"));
	}

	private void assertRefused(String what, String replacement) throws Exception {
		Path file = new MiraxWriter().write(folder.getRoot().toPath(), "slide");
		Path settings = file.resolveSibling("slide").resolve("Slidedat.ini");
		String text = Files.readString(settings);
		assertTrue(what, text.contains(what));
		Files.writeString(settings, text.replace(what, replacement));
		String told = assertThrows(what + " as " + replacement, ImageFormatException.class, () -> read(file)).getMessage();
		assertFalse(told, told.contains("slide.mrxs") || told.contains("JANE") || told.contains("Data0"));
	}

	@Test
	public void namesThatLeadElsewhereAndFilesThatAreMissingAreRefused() throws Exception {
		Files.writeString(folder.getRoot().toPath().resolve("secret.dat"), "secret");
		for (String name : new String[]{"../secret.dat", "..\\secret.dat", "/etc/passwd", "..", "", "Missing.dat", "a\0b"}) {
			assertRefused("FILE_1 = Data0001.dat", "FILE_1 = " + name);
			assertRefused("INDEXFILE = Index.dat", "INDEXFILE = " + name);
		}
	}

	@Test
	public void numbersThatCannotBeAreRefused() throws Exception {
		for (String[] change : new String[][]{{"IMAGENUMBER_X = 6", "IMAGENUMBER_X = 1000000"},
				{"IMAGENUMBER_Y = 4", "IMAGENUMBER_Y = 0"},
				{"IMAGENUMBER_X = 6", "IMAGENUMBER_X = 99999999999"}, {"DivisionsPerSide = 2", "DivisionsPerSide = 3"},
				{"DIGITIZER_WIDTH = 64", "DIGITIZER_WIDTH = 8000000"}, {"DIGITIZER_WIDTH = 64", "DIGITIZER_WIDTH = 32"},
				{"FILE_COUNT = 2", "FILE_COUNT = 2000000000"}, {"HIER_0_COUNT = 4", "HIER_0_COUNT = 5"},
				{"NONHIER_COUNT = 1", "NONHIER_COUNT = -1"}, {"CONCAT_FACTOR = 1", "CONCAT_FACTOR = 30"}, {"= PNG", "= JPEGXR"},
				{"= PNG", "= JPEG"}, {"SLIDE_ID = 0", "SLIDE_ID = 1"}, {"OVERLAP_X = 0.0", "OVERLAP_X = 1e300"},
				{"Slide zoom level", "Another level"}})
			assertRefused(change[0], change[1]);
	}

	@Test
	public void pagesInACircleAreRefused() throws Exception {
		Path file = new MiraxWriter().write(folder.getRoot().toPath(), "slide");
		Path index = file.resolveSibling("slide").resolve("Index.dat");
		byte[] bytes = Files.readAllBytes(index);
		ByteBuffer numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
		int record = numbers.getInt(numbers.getInt(5 + MiraxWriter.ID.length()));
		int page = numbers.getInt(record + 4);
		numbers.putInt(page + 4, page);
		Files.write(index, bytes);
		assertThrows(ImageFormatException.class, () -> open(file));
	}

	private static void read(Path file) throws IOException {
		try (Slide slide = open(file)) {
			for (int level = 0; level < slide.levels().size(); level++)
				slide.readTile(new TileAddress(level, 0, 0, 0, 0, 0));
			for (String name : slide.associatedNames())
				slide.readAssociated(name);
		}
	}

	/** One of the slide's files changed, the others as they were. Threads mutate side by side. */
	private void readChanged(Path original, String changed, byte[] bytes) throws IOException {
		Path root = folder.getRoot().toPath().resolve("fuzz" + Thread.currentThread().getId());
		Files.createDirectories(root.resolve("slide"));
		for (String name : new String[]{"Slidedat.ini", "Index.dat", "Data0000.dat", "Data0001.dat"})
			Files.write(root.resolve("slide").resolve(name),
					name.equals(changed) ? bytes : Files.readAllBytes(original.resolve(name)));
		read(Files.write(root.resolve("slide.mrxs"), new byte[0]));
	}

	@Test
	public void changedFilesAnswerOrAreRefused() throws Exception {
		MiraxWriter writer = new MiraxWriter();
		writer.across = 2;
		writer.down = 1;
		writer.side = 16;
		writer.overlap = 3;
		writer.levels = 3;
		writer.places = MiraxWriter.Places.PACKED;
		Path original = writer.write(folder.getRoot().toPath(), "original").resolveSibling("original");
		CodecFuzz fuzz = new CodecFuzz(20261128, 128 << 20);
		for (String name : new String[]{"Slidedat.ini", "Index.dat", "Data0000.dat"})
			fuzz.add(name, Files.readAllBytes(original.resolve(name)), bytes -> readChanged(original, name, bytes));
		CodecFuzz.Tally tally = fuzz.run(3000);
		assertTrue(tally.toString(), tally.decoded() > 200 && tally.refused() > 200);
	}

	@Test
	public void settingsInWideCharactersAreRead() throws Exception {
		Path file = new MiraxWriter().write(folder.getRoot().toPath(), "slide");
		Path settings = file.resolveSibling("slide").resolve("Slidedat.ini");
		Files.write(settings, Files.readString(settings).getBytes(StandardCharsets.UTF_16LE));
		try (Slide slide = open(file)) {
			assertEquals(4, slide.levels().size());
		}
	}
}
