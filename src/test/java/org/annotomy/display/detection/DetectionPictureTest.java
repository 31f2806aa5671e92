package org.annotomy.display.detection;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

import org.annotomy.annotation.detection.Cells;
import org.annotomy.annotation.detection.DetectionBlock;
import org.annotomy.annotation.detection.DetectionKind;
import org.annotomy.annotation.detection.Detections;
import org.annotomy.annotation.detection.Outlines;
import org.junit.Test;

/** Pictures of detections, held to what painting each of them without any index gives. */
public class DetectionPictureTest {

	private static final int WIDTH = 211;
	private static final int HEIGHT = 137;
	private static final int TUMOR = 0xffc80000;

	private final Detections detections = Detections.of(Cells.blocks(Cells.some(600, 60, 40, 21), 100));

	private static DetectionLook look(int stroma, BitSet selectedOfFirst) {
		return new DetectionLook() {
			@Override
			public int argb(DetectionKind kind) {
				return kind.classKey().equals("tumor") ? TUMOR : stroma;
			}

			@Override
			public BitSet selected(int block) {
				return block == 0 ? selectedOfFirst : null;
			}
		};
	}

	@Test
	public void eachViewIsThatOfPaintingAllWithoutAnIndex() {
		Random random = new Random(2);
		for (double scale : new double[]{0.01, 0.08, 0.5, 20}) {
			for (DetectionMode mode : List.of(DetectionMode.OUTLINES, DetectionMode.CENTROIDS)) {
				Viewport view = new Viewport(random.nextDouble() * 1500 - 100, random.nextDouble() * 1500 - 100, scale, WIDTH,
						HEIGHT);
				int[] painted = paint(detections, view, mode, look(0xff00c800, null));
				int[] twin = new int[WIDTH * HEIGHT];
				for (Detections.Keyed block : detections.blocks())
					for (int row = 0; row < block.block().size(); row++) {
						int[] alone = paint(one(block.block(), row), view, mode, look(0xff00c800, null));
						for (int i = 0; i < alone.length; i++)
							if (alone[i] != 0) twin[i] = alone[i];
					}
				assertArrayEquals(mode.key() + " at " + scale, twin, painted);
			}
		}
	}

	@Test
	public void aPictureThatFollowsTheViewIsThatOfPaintingAnew() {
		Random random = new Random(3);
		for (double scale : new double[]{1.0 / 64, 0.125, 0.5, 16})
			for (DetectionMode mode : DetectionMode.values()) {
				MovingPicture moving = new MovingPicture();
				int[] pixels = new int[WIDTH * HEIGHT];
				// No point lies on the edge of a pixel, where the last bit of a sum decides.
				double left = 100.0004;
				double top = 60.0004;
				for (int step = 0; step < 30; step++) {
					left += (random.nextInt(41) - 20) * (step % 10 == 0 ? 9 : 1) / scale;
					top += (random.nextInt(41) - 20) * (step % 10 == 5 ? 9 : 1) / scale;
					Viewport view = new Viewport(left, top, scale, WIDTH, HEIGHT);
					moving.paint(detections, view, look(TUMOR, null), mode, pixels, "all");
					assertArrayEquals(mode.key() + " at " + scale + ", step " + step,
							paint(detections, view, mode, look(TUMOR, null)), pixels);
				}
				Viewport view = new Viewport(left, top, scale, WIDTH, HEIGHT);
				moving.paint(detections, view, look(0, null), mode, pixels, "tumor alone");
				assertArrayEquals(mode.key(), paint(detections, view, mode, look(0, null)), pixels);
			}
	}

	/** Far out a pixel of the image is a small part of one of the screen: what is that little beside its place stays until it adds up. */
	@Test
	public void aPictureStaysUntilTheViewIsASeenPartOfAPixelBesideIt() {
		MovingPicture moving = new MovingPicture();
		int[] pixels = new int[WIDTH * HEIGHT];
		moving.paint(detections, new Viewport(0, 0, 0.02, WIDTH, HEIGHT), look(TUMOR, null), DetectionMode.OUTLINES, pixels,
				"all");
		int[] before = pixels.clone();
		moving.paint(detections, new Viewport(2, 0, 0.02, WIDTH, HEIGHT), look(TUMOR, null), DetectionMode.OUTLINES, pixels,
				"all");
		assertArrayEquals("0.04 pixels", before, pixels);
		Viewport later = new Viewport(20, 0, 0.02, WIDTH, HEIGHT);
		moving.paint(detections, later, look(TUMOR, null), DetectionMode.OUTLINES, pixels, "all");
		assertArrayEquals("0.4 pixels", paint(detections, later, DetectionMode.OUTLINES, look(TUMOR, null)), pixels);
	}

	private static Detections one(DetectionBlock block, int row) {
		return Detections.of(Cells.blocks(List.of(block.object(row)), 1));
	}

	private static int[] paint(Detections some, Viewport view, DetectionMode mode, DetectionLook look) {
		int[] pixels = new int[WIDTH * HEIGHT];
		Arrays.fill(pixels, 77);
		new DetectionPicture(some, view, look).paint(mode, pixels);
		return pixels;
	}

	@Test
	public void anOutlineGoesThroughItsPoints() {
		Viewport view = new Viewport(0, 0, 3, WIDTH, HEIGHT);
		int[] pixels = paint(detections, view, DetectionMode.OUTLINES, look(TUMOR, null));
		for (Detections.Keyed block : detections.blocks()) {
			Outlines outlines = block.block().outlines();
			for (int row = 0; row < outlines.size(); row++)
				for (int i = 0; i < outlines.points(row); i++) {
					int x = (int) Math.floor(outlines.x(row, i) * 0.003);
					int y = (int) Math.floor(outlines.y(row, i) * 0.003);
					if (x >= 0 && x < WIDTH && y >= 0 && y < HEIGHT) assertEquals(TUMOR, pixels[y * WIDTH + x]);
				}
		}
	}

	@Test
	public void whatIsHiddenIsNotPaintedAndWhatIsSelectedStandsOut() {
		Viewport view = new Viewport(0, 0, 0.05, WIDTH, HEIGHT);
		int[] tumor = paint(detections, view, DetectionMode.OUTLINES, look(0, null));
		assertTrue(Arrays.stream(tumor).allMatch(p -> p == 0 || p == TUMOR));
		assertTrue(Arrays.stream(tumor).anyMatch(p -> p == TUMOR));
		BitSet all = new BitSet();
		all.set(0, 100);
		int[] selected = paint(detections, view, DetectionMode.OUTLINES, look(TUMOR, all));
		assertTrue(Arrays.stream(selected).filter(p -> p == 0xffffff00).count() > 50);
	}

	@Test
	public void theHeatMapIsHotWhereTheyAreMany() {
		int[] pixels = paint(detections, new Viewport(-2000, -2000, 0.03, WIDTH, HEIGHT), DetectionMode.HEAT_MAP,
				look(TUMOR, null));
		assertEquals("far from all of them", 0, pixels[0]);
		int inside = pixels[(int) ((2000 + 200) * 0.03) * WIDTH + (int) ((2000 + 1200) * 0.03)];
		assertTrue(Integer.toHexString(inside), (inside >>> 24) > 100);
		int[] none = paint(detections, new Viewport(0, 0, 0.03, WIDTH, HEIGHT), DetectionMode.HEAT_MAP, look(0, null));
		assertTrue("tumor alone", Arrays.stream(none).anyMatch(p -> p != 0));
	}

	@Test
	public void theHeatMapCountsEachOnce() {
		Viewport view = new Viewport(-500, -500, 0.03, WIDTH, HEIGHT);
		double sum = 0;
		for (float count : new HeatMap(detections, view, look(TUMOR, null)).counts())
			sum += count;
		assertEquals(600, sum, 0);
	}

	@Test
	public void theModesAreNamed() {
		assertEquals(DetectionMode.HEAT_MAP, DetectionMode.of("heat map"));
		assertThrows(IllegalArgumentException.class, () -> DetectionMode.of("smoke"));
	}
}
