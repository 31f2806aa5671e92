package org.annotomy.slide.pyramid;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import javax.imageio.ImageIO;

import org.annotomy.codec.png.PngPictureTest;
import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.PixelKind;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlidePixels;
import org.annotomy.slide.SlideReaders;
import org.annotomy.slide.TileAddress;
import org.annotomy.slide.tiff.ScannerFiles;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.annotomy.testing.OutsideTool;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Pictures of one size whose levels are made. */
public class LargePictureTest {

	private static final int WIDTH = 2101;
	private static final int HEIGHT = 303;

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private PyramidCache cache;
	private LargePictureReader reader;

	@Before
	public void open() throws IOException {
		cache = new PyramidCache(folder.getRoot().toPath().resolve("kept"), 64 << 20);
		reader = new LargePictureReader(500_000, cache);
	}

	private static BufferedImage picture(int type) {
		BufferedImage image = type == BufferedImage.TYPE_BYTE_INDEXED
				? new BufferedImage(WIDTH, HEIGHT, type, colours())
				: new BufferedImage(WIDTH, HEIGHT, type);
		Random random = new Random(5);
		int bands = image.getRaster().getNumBands();
		int most = image.getSampleModel().getSampleSize(0) == 16 ? 65535 : image.getSampleModel().getSampleSize(0) == 1 ? 1 : 255;
		for (int y = 0; y < HEIGHT; y++)
			for (int x = 0; x < WIDTH; x++)
				for (int b = 0; b < bands; b++)
					image.getRaster().setSample(x, y, b,
							b == 3
									? 255
									: most == 1
											? (x / 7 + y / 5) % 2
											: (x * (b + 2) + y * 3 + random.nextInt(9)) * (most / 255) & most);
		return image;
	}

	private static IndexColorModel colours() {
		byte[][] rgb = new byte[3][256];
		for (int i = 0; i < 256; i++)
			for (int c = 0; c < 3; c++)
				rgb[c][i] = (byte) (i * (c + 3));
		return new IndexColorModel(8, 256, rgb[0], rgb[1], rgb[2]);
	}

	private Path png(int type) throws IOException {
		Path file = folder.getRoot().toPath().resolve("picture" + type + ".png");
		ImageIO.write(picture(type), "png", file.toFile());
		return file;
	}

	private Path interlaced(int type) throws IOException {
		return Files.write(folder.getRoot().toPath().resolve("interlaced" + type + ".png"),
				PngPictureTest.png(picture(type), true));
	}

	@Test
	public void levelZeroIsThePicture() throws IOException {
		assertLevelZero(this::png);
	}

	@Test
	public void scannersFilesOfOneLevelGetCoarserOnes() throws IOException {
		Path file = ScannerFiles.oneLevel(folder.getRoot().toPath().resolve("one.svs"));
		assertTrue("whatever its size", new LargePictureReader(Long.MAX_VALUE, cache).recognises(file));
		assertEquals(LargePictureReader.class, SlideReaders.discover().find(file).orElseThrow().getClass());
		try (Slide slide = reader.open(file, Progress.NONE)) {
			assertEquals(2, slide.levels().size());
			assertEquals(750, slide.levels().get(1).width());
			assertEquals(0.5, slide.facts().pixelWidthUm(), 0);
			assertEquals(90, slide.readAssociated(Slide.LABEL).width());
		}
	}

	@Test
	public void interlacedPicturesAreTheSame() throws IOException {
		assertLevelZero(this::interlaced);
	}

	@Test
	public void interlacedPicturesCanBeCancelledAndLeaveNoFile() throws IOException {
		Path file = interlaced(BufferedImage.TYPE_INT_RGB);
		List<String> before = rowFiles();
		AtomicInteger updates = new AtomicInteger();
		assertThrows(CancelledException.class, () -> reader.open(file, new Progress() {
			@Override
			public void update(double fraction, String doing) {
				if (doing.contains("interlaced")) updates.incrementAndGet();
			}

			@Override
			public boolean isCancelled() { return updates.get() > 3; }
		}));
		reader.open(file, Progress.NONE).close();
		assertEquals(before, rowFiles());
		ImageFormatException told = assertThrows(ImageFormatException.class, () -> PngPassFile.requireSpace(9L << 30, 1L << 30));
		assertTrue(told.getMessage(), told.getMessage().contains("9216 MB") && told.getMessage().contains("1024 MB"));
	}

	private static List<String> rowFiles() throws IOException {
		try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
			return files.map(file -> file.getFileName().toString()).filter(name -> name.matches("annotomy.*\\.rows")).sorted()
					.toList();
		}
	}

	/** Writes a picture of a type. */
	@FunctionalInterface
	private interface Writing {
		Path write(int type) throws IOException;
	}

	private void assertLevelZero(Writing writing) throws IOException {
		for (int type : new int[]{BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_4BYTE_ABGR, BufferedImage.TYPE_BYTE_INDEXED})
			try (Slide slide = reader.open(writing.write(type), Progress.NONE)) {
				assertEquals(PixelKind.RGB, slide.facts().kind());
				int[] expected = picture(type).getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
				for (int i = 0; i < expected.length; i++)
					expected[i] &= 0xffffff;
				assertArrayEquals("type " + type, expected, (int[]) SlidePixels.level(slide, 0, 0, 0, 0));
			}
		for (int type : new int[]{BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY, BufferedImage.TYPE_BYTE_BINARY})
			try (Slide slide = reader.open(writing.write(type), Progress.NONE)) {
				int[] expected = picture(type).getRaster().getSamples(0, 0, WIDTH, HEIGHT, 0, (int[]) null);
				Object found = SlidePixels.level(slide, 0, 0, 0, 0);
				for (int i = 0; i < expected.length; i++) {
					int value = found instanceof short[] s
							? s[i] & 0xffff
							: found instanceof byte[] b ? b[i] & 0xff : ((int[]) found)[i] & 0xff;
					assertEquals(type == BufferedImage.TYPE_BYTE_BINARY ? 255 * expected[i] : expected[i], value);
				}
			}
	}

	@Test
	public void eachLevelIsTheMeanOfFourPixels() throws IOException {
		try (Slide slide = reader.open(png(BufferedImage.TYPE_INT_RGB), Progress.NONE)) {
			assertEquals(3, slide.levels().size());
			for (int level = 1; level < 3; level++) {
				assertEquals(1 << level, slide.levels().get(level).downsample(), 0);
				int[] fine = (int[]) SlidePixels.level(slide, level - 1, 0, 0, 0);
				int[] coarse = (int[]) SlidePixels.level(slide, level, 0, 0, 0);
				int stride = slide.levels().get(level - 1).width();
				int width = slide.levels().get(level).width();
				for (int i = 0; i < coarse.length; i++)
					for (int shift = 0; shift <= 16; shift += 8) {
						int at = i % width * 2 + i / width * 2 * stride;
						int sum = 2;
						for (int from : new int[]{at, at + 1, at + stride, at + stride + 1})
							sum += fine[from] >> shift & 0xff;
						assertEquals(sum >> 2, coarse[i] >> shift & 0xff);
					}
			}
		}
	}

	@Test
	public void jpegAndTiffAreAsLibvipsReadsThem() throws IOException {
		Path png = png(BufferedImage.TYPE_INT_RGB);
		for (String name : new String[]{"small.jpg", "fine.jpg[Q=95]", "progressive.jpg[interlace]",
				"strips.tif[compression=lzw]",
				"one.tif[compression=none]"}) {
			Path file = folder.getRoot().toPath().resolve(name.replaceAll("\\[.*", ""));
			OutsideTool.must("vips", "copy", png.toString(), file.getParent().resolve(name).toString());
			Path raw = folder.getRoot().toPath().resolve("read.raw");
			OutsideTool.must("vips", "rawsave", file.toString(), raw.toString());
			assertTrue(name, reader.recognises(file));
			try (Slide slide = reader.open(file, Progress.NONE)) {
				assertEquals(name, 3, slide.levels().size());
				assertEquals(file.getFileName().toString(), slide.facts().title());
				assertArrayEquals(name, Files.readAllBytes(raw),
						SlidePixels.interleaved((int[]) SlidePixels.level(slide, 0, 0, 0, 0)));
			}
		}
	}

	private static Progress counting(AtomicInteger updates) {
		return new Progress() {
			@Override
			public void update(double fraction, String doing) {
				updates.incrementAndGet();
			}

			@Override
			public boolean isCancelled() { return false; }
		};
	}

	@Test
	public void thePyramidIsMadeOnceAndAgainWhenTheFileChanges() throws IOException {
		Path file = png(BufferedImage.TYPE_BYTE_GRAY);
		AtomicInteger updates = new AtomicInteger();
		reader.open(file, counting(updates)).close();
		assertTrue(updates.get() > 3);
		updates.set(0);
		reader.open(file, counting(updates)).close();
		assertEquals(0, updates.get());
		Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
		reader.open(file, counting(updates)).close();
		assertTrue(updates.get() > 3);
		assertTrue(cache.bytes() > 0);
		assertEquals(cache.bytes(), cache.clear());
		assertEquals(0, cache.bytes());
	}

	@Test
	public void aPyramidThatIsLookedAtStays() throws IOException {
		Path file = png(BufferedImage.TYPE_BYTE_GRAY);
		Path kept = folder.getRoot().toPath().resolve("kept");
		reader.open(file, Progress.NONE).close();
		try (Slide slide = reader.open(file, Progress.NONE)) {
			long bytes = cache.bytes();
			assertEquals(0, cache.clear());
			new LargePictureReader(1, new PyramidCache(kept, bytes)).open(png(BufferedImage.TYPE_BYTE_BINARY), Progress.NONE)
					.close();
			assertTrue(cache.bytes() > bytes);
			reader.open(file, Progress.NONE).close();
			assertTrue("not the one that is looked at", cache.clear() < bytes);
			slide.readTile(new TileAddress(0, 0, 0, 0, 0, 0));
		}
		assertTrue(cache.clear() > 0);
		assertEquals(0, cache.bytes());
	}

	@Test
	public void theFolderStaysWithinItsBoundsAndTellsNoNames() throws IOException {
		Path kept = folder.getRoot().toPath().resolve("kept");
		reader.open(png(BufferedImage.TYPE_BYTE_GRAY), Progress.NONE).close();
		long one = cache.bytes();
		LargePictureReader tight = new LargePictureReader(1, new PyramidCache(kept, one + one / 2));
		tight.open(png(BufferedImage.TYPE_BYTE_BINARY), Progress.NONE).close();
		Path copy = Files.copy(png(BufferedImage.TYPE_BYTE_GRAY), folder.getRoot().toPath().resolve("Secret Name.png"));
		tight.open(copy, Progress.NONE).close();
		assertTrue(cache.bytes() <= one + one / 2);
		try (var files = Files.list(kept)) {
			files.forEach(file -> assertFalse(file.getFileName().toString().contains("Secret")));
		}
		LargePictureReader tiny = new LargePictureReader(1, new PyramidCache(kept, 10_000));
		Path other = png(BufferedImage.TYPE_INT_RGB);
		ImageFormatException told = assertThrows(ImageFormatException.class, () -> tiny.open(other, Progress.NONE));
		assertTrue(told.getMessage(), told.getMessage().contains("may be kept"));
	}

	@Test
	public void cancellingLeavesNothingBehind() throws IOException {
		Path file = png(BufferedImage.TYPE_BYTE_GRAY);
		assertThrows(CancelledException.class, () -> reader.open(file, new Progress() {
			private double done;

			@Override
			public void update(double fraction, String doing) {
				done = fraction;
			}

			@Override
			public boolean isCancelled() { return done > 0.5; }
		}));
		try (var files = Files.walk(folder.getRoot().toPath().resolve("kept"))) {
			assertEquals(List.of("salt"), files.filter(Files::isRegularFile).map(path -> path.getFileName().toString()).toList());
		}
	}

	@Test
	public void brokenAndSmallPicturesAreLeftAlone() throws IOException {
		Path file = png(BufferedImage.TYPE_BYTE_GRAY);
		assertFalse(SlideReaders.discover().find(file).isPresent());
		assertTrue(reader.recognises(file));
		byte[] bytes = Files.readAllBytes(file);
		Path cut = folder.getRoot().toPath().resolve("cut.png");
		Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length / 2));
		assertThrows(ImageFormatException.class, () -> reader.open(cut, Progress.NONE));
		Path text = Files.writeString(folder.getRoot().toPath().resolve("text.png"), "no");
		assertFalse(reader.recognises(text));
		Path empty = Files.createFile(folder.getRoot().toPath().resolve("empty.png"));
		assertFalse(reader.recognises(empty));
	}
}
