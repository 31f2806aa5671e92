package org.annotomy.slide.tiff;

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
import java.util.List;

import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlidePixels;
import org.annotomy.task.Progress;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** An OME-TIFF whose channels lie in files of their own (OME-TIFF specification, "Multi-file OME-TIFF filesets"). */
public class OmeFilesTest {

	private static final int SIDE = 40;

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private static String xml(String own, String second) {
		return "<?xml version='1.0'?><OME xmlns='http://www.openmicroscopy.org/Schemas/OME/2016-06' UUID='urn:uuid:" + own
				+ "'><Image ID='Image:0'><Pixels ID='Pixels:0' DimensionOrder='XYCZT' Type='uint8' SizeX='40' SizeY='40' SizeC='2' SizeZ='1' "
				+ "SizeT='1' PhysicalSizeX='0.5' PhysicalSizeY='0.5'><Channel Name='One'/><Channel Name='Two'/>"
				+ "<TiffData FirstC='0' IFD='0'><UUID FileName='a.ome.tif'>urn:uuid:a</UUID></TiffData>"
				+ "<TiffData FirstC='1' IFD='0'><UUID FileName='" + second
				+ "'>urn:uuid:b</UUID></TiffData></Pixels></Image></OME>";
	}

	/** One image of {@code SIDE}² bytes of a value, with one of half the side below it. */
	private Path write(String name, String xml, int value) throws IOException {
		byte[] text = (xml + "\0").getBytes(StandardCharsets.UTF_8);
		int half = SIDE / 2;
		int pixels = 8 + text.length;
		int small = pixels + SIDE * SIDE;
		int directory = small + half * half;
		int below = directory + 2 + 11 * 12 + 4;
		ByteBuffer out = ByteBuffer.allocate(below + 2 + 9 * 12 + 4).order(ByteOrder.LITTLE_ENDIAN);
		out.put(new byte[]{'I', 'I', 42, 0}).putInt(directory).put(text);
		for (int i = 0; i < SIDE * SIDE + half * half; i++)
			out.put((byte) (i < SIDE * SIDE ? value : value + 1));
		out.putShort((short) 11);
		image(out, SIDE, pixels);
		entry(out, 270, 2, text.length, 8);
		entry(out, 330, 4, 1, below);
		out.putInt(0).putShort((short) 9);
		image(out, half, small);
		return Files.write(folder.getRoot().toPath().resolve(name), out.putInt(0).array());
	}

	private static void image(ByteBuffer out, int side, int pixels) {
		int[][] entries = {{256, side}, {257, side}, {258, 8}, {259, 1}, {262, 1}, {277, 1}, {278, side}, {279, side * side},
				{273, pixels}};
		for (int[] entry : entries)
			entry(out, entry[0], 4, 1, entry[1]);
	}

	private static void entry(ByteBuffer out, int tag, int type, int count, int value) {
		out.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
	}

	@Test
	public void channelsInTwoFilesAreOneSlideFromEither() throws IOException {
		Path a = write("a.ome.tif", xml("a", "b.ome.tif"), 10);
		Path b = write("b.ome.tif", xml("b", "b.ome.tif"), 20);
		for (Path chosen : List.of(a, b)) {
			assertTrue(new TiffSlideReader().recognises(chosen));
			try (Slide slide = new TiffSlideReader().open(chosen, Progress.NONE)) {
				assertEquals(List.of("One", "Two"), slide.facts().channels().stream().map(c -> c.name()).toList());
				assertEquals(2, slide.levels().size());
				for (int c = 0; c < 2; c++)
					for (int level = 0; level < 2; level++)
						assertEquals(10 * (c + 1) + level, ((byte[]) SlidePixels.level(slide, level, c, 0, 0))[17]);
				assertEquals("labels lie at one place", "a.ome.tif", slide.facts().sidecar().getFileName().toString());
			}
		}
	}

	@Test
	public void aMissingFileIsToldAndNamesDoNotLeadOutOfTheFolder() throws IOException {
		Path outside = Files.write(folder.getRoot().toPath().resolveSibling("outside.ome.tif"), new byte[100]);
		try {
			for (String second : new String[]{"b.ome.tif", "../outside.ome.tif", outside.toString(), "", ".", ".."}) {
				Path a = write("a.ome.tif", xml("a", second), 10);
				ImageFormatException told = assertThrows(second, ImageFormatException.class,
						() -> new TiffSlideReader().open(a, Progress.NONE).close());
				assertTrue(told.getMessage(), told.getMessage().contains("one folder"));
				assertFalse(new TiffSlideReader().recognises(a));
			}
		} finally {
			Files.delete(outside);
		}
	}

	@Test
	public void planesOfAnotherSizeAreRefused() throws IOException {
		Path a = write("a.ome.tif", xml("a", "b.ome.tif"), 10);
		Files.write(folder.getRoot().toPath().resolve("b.ome.tif"), new byte[]{'I', 'I', 42, 0, 1, 2, 3});
		assertThrows(ImageFormatException.class, () -> new TiffSlideReader().open(a, Progress.NONE).close());
	}
}
