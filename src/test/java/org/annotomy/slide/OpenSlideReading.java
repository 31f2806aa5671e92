package org.annotomy.slide;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.annotomy.testing.OutsideTool;

/** What OpenSlide reads of a slide as a whole, beside what we read. */
public final class OpenSlideReading {

	/** What half a pixel can change in the slides of the tests. */
	private static final int HALF_A_STEP = 12;
	/** A pixel that is less covered than this comes from few of its samples: its colour is too coarse to be compared. */
	private static final int MOSTLY = 128;

	private final Path folder;
	private final Map<String, String> facts = new HashMap<>();

	/** @param folder that takes the pixels */
	public OpenSlideReading(Path file, Path folder) throws IOException, InterruptedException {
		this.folder = Files.createTempDirectory(folder, "openslide");
		OutsideTool.Result result = OutsideTool.python("openslide_levels.py", file.toString(), this.folder.toString());
		assertEquals(result.errors(), 0, result.exit());
		for (String line : result.text().strip().split("\n"))
			facts.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1).strip());
	}

	/** {@code vendor}, {@code sizes}, {@code downsamples}, {@code pictures} or a property of OpenSlide's own. */
	public String fact(String key) {
		return facts.get(key);
	}

	/** Level sizes, downsamples, pixel size, objective and the pictures beside the slide are the same. */
	public void assertFacts(Slide slide) throws IOException {
		assertEquals(fact("sizes"), slide.levels().stream().map(OpenSlideReading::size).collect(Collectors.joining(" ")));
		String[] downsamples = fact("downsamples").split(" ");
		for (int i = 0; i < downsamples.length; i++)
			assertEquals(Double.parseDouble(downsamples[i]), slide.levels().get(i).downsample(), 0.05 * (1 << i) / 2);
		assertMoreFacts(slide);
	}

	private static String size(PyramidLevel level) {
		return level.width() + "x" + level.height();
	}

	/** Which of OpenSlide's levels is as large: it may have more of them, which it makes. */
	private int like(PyramidLevel level) {
		int index = List.of(fact("sizes").split(" ")).indexOf(size(level));
		assertTrue(size(level) + " is not among " + fact("sizes"), index >= 0);
		return index;
	}

	/** Pixel size, objective and the pictures beside the slide are the same. */
	public void assertMoreFacts(Slide slide) throws IOException {
		assertNumber("mpp-x", slide.facts().pixelWidthUm());
		assertNumber("mpp-y", slide.facts().pixelHeightUm());
		assertNumber("objective-power", slide.facts().objective());
		StringBuilder pictures = new StringBuilder();
		for (String name : new TreeSet<>(slide.associatedNames())) {
			AssociatedImage picture = slide.readAssociated(name);
			pictures.append(name).append(':').append(picture.width()).append('x').append(picture.height()).append(' ');
			assertEquals(name, ByteBuffer.wrap(Files.readAllBytes(folder.resolve(name + ".rgb"))),
					ByteBuffer.wrap(SlidePixels.interleaved(picture.rgb())));
		}
		assertEquals(fact("pictures"), pictures.toString().strip());
	}

	private void assertNumber(String key, double found) {
		assertEquals(key, fact(key).isEmpty() ? Double.NaN : Double.parseDouble(fact(key)), found, 1e-9);
	}

	/** Every pixel of the level is the same; where OpenSlide has none, ours is the background. */
	public void assertSame(Slide slide, int level, int background) throws IOException {
		int width = slide.levels().get(level).width();
		int[] ours = (int[]) SlidePixels.level(slide, level, 0, 0, 0);
		byte[] theirs = Files.readAllBytes(folder.resolve("level" + like(slide.levels().get(level)) + ".rgba"));
		for (int i = 0; i < ours.length; i++) {
			int expected = (theirs[4 * i + 3] & 0xff) == 0 ? background : rgb(theirs, i);
			if (expected != (ours[i] & 0xffffff))
				assertEquals("level " + level + " at " + i % width + ", " + i / width, Integer.toHexString(expected),
						Integer.toHexString(ours[i] & 0xffffff));
		}
	}

	/**
	 * Pixels that OpenSlide covers lie between the darkest and the lightest of ours around them: it puts pictures between pixels and smooths
	 * them; we round places to whole pixels, half a pixel at most. At the edge of a picture, OpenSlide mixes what is seen with what lies
	 * below it and what of the picture is not seen in ours; at the edge of the slide with what lies outside.
	 *
	 * @param overlap of pictures, in pixels of the level: at their edges, ours may lie that far away; these are one pixel in eight at most
	 */
	public void assertWithinHalfAPixel(Slide slide, int level, int overlap) throws IOException {
		int width = slide.levels().get(level).width();
		int[] ours = (int[]) SlidePixels.level(slide, level, 0, 0, 0);
		byte[] theirs = Files.readAllBytes(folder.resolve("level" + like(slide.levels().get(level)) + ".rgba"));
		int compared = 0;
		int away = 0;
		for (int i = 0; i < ours.length; i++) {
			int alpha = theirs[4 * i + 3] & 0xff;
			boolean outer = i % width == 0 || i % width == width - 1 || i < width || i >= ours.length - width;
			if (alpha < MOSTLY || outer) continue;
			compared++;
			if (isAmong(ours, width, i, 1, rgb(theirs, i), 2)) continue;
			away++;
			assertTrue("level " + level + " at " + i % width + ", " + i / width + ": " + Integer.toHexString(rgb(theirs, i)),
					isAmong(ours, width, i, overlap + 2, rgb(theirs, i), HALF_A_STEP));
		}
		assertTrue("level " + level + ": " + away + " of " + compared, compared > 100 && away <= compared / 8);
	}

	private static boolean isAmong(int[] ours, int width, int i, int reach, int rgb, int rounding) {
		for (int shift = 0; shift <= 16; shift += 8) {
			int least = 255;
			int most = 0;
			for (int y = Math.max(0, i / width - reach); y <= Math.min(ours.length / width - 1, i / width + reach); y++)
				for (int x = Math.max(0, i % width - reach); x <= Math.min(width - 1, i % width + reach); x++) {
					int sample = ours[x + y * width] >> shift & 0xff;
					least = Math.min(least, sample);
					most = Math.max(most, sample);
				}
			int value = rgb >> shift & 0xff;
			if (value < least - rounding || value > most + rounding) return false;
		}
		return true;
	}

	private static int rgb(byte[] rgba, int i) {
		return (rgba[4 * i] & 0xff) << 16 | (rgba[4 * i + 1] & 0xff) << 8 | rgba[4 * i + 2] & 0xff;
	}
}
