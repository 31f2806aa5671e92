package org.annotomy.slide.tiff;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.annotomy.slide.PixelKind;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlidePixels;
import org.annotomy.task.Progress;
import org.annotomy.testing.OutsideTool;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Pictures that libtiff's tiffcp and libvips store in every way we know; what libvips reads of them is what we must read. */
public class LibtiffOracleTest {

	private static final int WIDTH = 330;
	private static final int HEIGHT = 270;

	@ClassRule
	public static final TemporaryFolder FOLDER = new TemporaryFolder();

	private static Path colour;

	@BeforeClass
	public static void makeThePicture() throws IOException {
		colour = FOLDER.getRoot().toPath().resolve("colour.ppm");
		Files.write(colour, netpbm("P6", 3));
		Files.write(path("grey.pgm"), netpbm("P5", 1));
		vips("cast", path("grey.pgm") + "", path("float.v") + "", "float");
		vips("linear", "--", path("float.v") + "", path("scaled.v") + "", "1.37", "-100.5");
		vips("cast", path("grey.pgm") + "", path("short.v") + "", "ushort");
		vips("linear", path("short.v") + "", path("wide.v") + "", "251", "3");
		vips("cast", path("wide.v") + "", path("wide16.v") + "", "ushort");
		vips("cast", path("scaled.v") + "", path("signed.v") + "", "short");
		vips("bandjoin", path("wide16.v") + " " + path("wide16.v") + " " + path("wide16.v"), path("joined.v") + "");
		vips("copy", path("joined.v") + "", path("colour16.v") + "", "--interpretation", "rgb16");
	}

	private static Path path(String name) {
		return FOLDER.getRoot().toPath().resolve(name);
	}

	/** Blobs with a little noise: something for each compression to do. */
	private static byte[] netpbm(String magic, int samples) {
		Random random = new Random(11);
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.writeBytes((magic + "\n" + WIDTH + " " + HEIGHT + "\n255\n").getBytes(StandardCharsets.US_ASCII));
		for (int y = 0; y < HEIGHT; y++)
			for (int x = 0; x < WIDTH; x++)
				for (int c = 0; c < samples; c++)
					out.write((int) (128 + 90 * Math.sin(x / (17.0 + c)) * Math.cos(y / (11.0 + 3 * c)))
							+ (x % 64 < 32 ? 0 : random.nextInt(9)));
		return out.toByteArray();
	}

	private static void vips(String... arguments) throws IOException {
		List<String> command = new ArrayList<>(List.of("vips"));
		command.addAll(List.of(arguments));
		OutsideTool.must(command.toArray(String[]::new));
	}

	private static Path tiff(Path from, String... options) throws IOException {
		Path file = Files.createTempFile(FOLDER.getRoot().toPath(), "stored", ".tif");
		List<String> command = new ArrayList<>(List.of("vips", "tiffsave", from.toString(), file.toString()));
		command.addAll(List.of(options));
		OutsideTool.must(command.toArray(String[]::new));
		return file;
	}

	private static Path copied(Path from, String... options) throws IOException {
		Path file = Files.createTempFile(FOLDER.getRoot().toPath(), "copied", ".tif");
		List<String> command = new ArrayList<>(List.of("tiffcp"));
		command.addAll(List.of(options));
		command.addAll(List.of(from.toString(), file.toString()));
		OutsideTool.must(command.toArray(String[]::new));
		return file;
	}

	/** What libvips reads. */
	private static byte[] expected(Path file, String options) throws IOException {
		Path raw = Files.createTempFile(FOLDER.getRoot().toPath(), "read", ".raw");
		vips("rawsave", file + options, raw.toString());
		return Files.readAllBytes(raw);
	}

	private static byte[] bytes(Object pixels) {
		return pixels instanceof int[] rgb ? SlidePixels.interleaved(rgb) : SlidePixels.littleEndian(pixels);
	}

	private static void assertRead(String what, Path file, PixelKind kind) throws IOException {
		assertPixels(what, file, kind, expected(file, ""));
	}

	private static void assertPixels(String what, Path file, PixelKind kind, byte[] expected) throws IOException {
		try (Slide slide = new TiffSlideReader().open(file, Progress.NONE)) {
			assertEquals(what, kind, slide.facts().kind());
			assertArrayEquals(what, expected, bytes(SlidePixels.level(slide, 0, 0, 0, 0)));
		}
	}

	@Test
	public void everyCompressionInTilesWithAPyramid() throws IOException {
		for (String compression : List.of("none", "jpeg", "deflate", "lzw", "packbits", "zstd", "jp2k")) {
			String side = compression.equals("jp2k") ? "128" : "48";
			Path file = tiff(colour, "--compression", compression, "--tile", "--pyramid", "--tile-width",
					side.equals("48") ? "64" : side, "--tile-height",
					side);
			try (Slide slide = new TiffSlideReader().open(file, Progress.NONE)) {
				assertEquals(compression, side.equals("48") ? 4 : 3, slide.levels().size());
				assertEquals(compression, 4, slide.levels().get(2).downsample(), 0.1);
				for (int level = 0; level < slide.levels().size(); level++)
					assertNear(compression + " level " + level, expected(file, "[page=" + level + "]"),
							bytes(SlidePixels.level(slide, level, 0, 0, 0)), compression.equals("jp2k") ? 3 : 0);
			}
		}
	}

	/** libvips rounds the colours of JPEG 2000 in a way of its own. */
	private static void assertNear(String what, byte[] expected, byte[] found, int tolerance) {
		assertEquals(what, expected.length, found.length);
		for (int i = 0; i < found.length; i++)
			if (Math.abs((expected[i] & 0xff) - (found[i] & 0xff)) > tolerance)
				assertEquals(what + " at " + i, expected[i] & 0xff, found[i] & 0xff);
	}

	@Test
	public void pyramidsBelowAPageAndInBigTiff() throws IOException {
		Path file = tiff(colour, "--compression", "deflate", "--tile", "--pyramid", "--subifd", "--bigtiff", "--tile-width", "64",
				"--tile-height", "64", "--predictor", "horizontal");
		try (Slide slide = new TiffSlideReader().open(file, Progress.NONE)) {
			assertEquals(4, slide.levels().size());
			assertArrayEquals(expected(file, "[subifd=1]"), bytes(SlidePixels.level(slide, 2, 0, 0, 0)));
		}
	}

	@Test
	public void jpegOfEachKindOfColour() throws IOException {
		for (String quality : List.of("50", "75", "95"))
			assertRead("quality " + quality,
					tiff(colour, "--compression", "jpeg", "--tile", "--Q", quality, "--tile-width", "128",
							"--tile-height", "128"),
					PixelKind.RGB);
		assertRead("grey", tiff(path("grey.pgm"), "--compression", "jpeg", "--tile"), PixelKind.GREY_8);
		Path plain = tiff(colour);
		assertRead("RGB", copied(plain, "-c", "jpeg:r:60", "-t", "-w", "64", "-l", "64"), PixelKind.RGB);
		assertRead("strips", copied(plain, "-c", "jpeg:80", "-r", "16"), PixelKind.RGB);
	}

	@Test
	public void everyOrderOfBytesSamplesAndRows() throws IOException {
		Path plain = tiff(colour);
		byte[] pixels = expected(plain, "");
		List<List<String>> shapes = List.of(List.of("-t", "-w", "96", "-l", "80"), List.of("-s", "-r", "7"),
				List.of("-s", "-r", "270"));
		int turn = 0;
		for (String compression : List.of("none", "lzw:2", "zip:2", "zip:1", "zstd:2", "packbits"))
			for (List<String> shape : shapes) {
				List<String> options = new ArrayList<>(
						List.of(turn % 2 == 0 ? "-B" : "-L", "-p", turn / 2 % 2 == 0 ? "contig" : "separate", "-c",
								compression));
				options.addAll(shape);
				assertPixels(options.toString(), copied(plain, options.toArray(String[]::new)), PixelKind.RGB, pixels);
				turn++;
			}
		assertRead("bits the other way round", copied(plain, "-f", "lsb2msb", "-c", "lzw"), PixelKind.RGB);
	}

	@Test
	public void widerSamples() throws IOException {
		for (String order : List.of("-B", "-L"))
			for (String compression : List.of("none", "lzw:2", "zip:1", "zstd:2"))
				assertRead(order + compression,
						copied(tiff(path("wide16.v")), order, "-c", compression, "-t", "-w", "64", "-l", "64"),
						PixelKind.GREY_16);
		for (String order : List.of("-B", "-L"))
			for (String compression : List.of("none", "zip:3", "lzw:3", "zstd:3"))
				assertRead(order + compression,
						copied(tiff(path("scaled.v")), order, "-c", compression, "-t", "-w", "64", "-l", "64"),
						PixelKind.GREY_FLOAT);
	}

	@Test
	public void signedSamplesAndColoursOfSixteenBits() throws IOException {
		Path signed = tiff(path("signed.v"), "--compression", "lzw");
		try (Slide slide = new TiffSlideReader().open(signed, Progress.NONE)) {
			float[] pixels = (float[]) SlidePixels.level(slide, 0, 0, 0, 0);
			ByteBuffer shorts = ByteBuffer.wrap(expected(signed, "")).order(ByteOrder.LITTLE_ENDIAN);
			for (int i = 0; i < pixels.length; i++)
				assertEquals(shorts.getShort(2 * i), pixels[i], 0);
		}
		Path wide = copied(tiff(path("colour16.v"), "--compression", "deflate"), "-B", "-c", "zip:2");
		try (Slide slide = new TiffSlideReader().open(wide, Progress.NONE)) {
			byte[] read = bytes(SlidePixels.level(slide, 0, 0, 0, 0));
			byte[] whole = expected(wide, "");
			for (int i = 0; i < read.length; i++)
				assertEquals(whole[2 * i + 1], read[i]);
		}
	}

	@Test
	public void fewBitsAndPalettes() throws IOException {
		for (String bits : List.of("1", "2", "4"))
			assertRead(bits + " bits", tiff(path("grey.pgm"), "--bitdepth", bits, "--compression", "lzw", "--predictor", "none"),
					PixelKind.GREY_8);
		Path inverted = tiff(path("grey.pgm"), "--miniswhite", "--compression", "deflate");
		try (Slide slide = new TiffSlideReader().open(inverted, Progress.NONE)) {
			assertArrayEquals(expected(inverted, ""), bytes(SlidePixels.level(slide, 0, 0, 0, 0)));
		}
	}
}
