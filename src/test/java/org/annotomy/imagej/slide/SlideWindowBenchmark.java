package org.annotomy.imagej.slide;

import java.awt.EventQueue;
import java.awt.Graphics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

import org.annotomy.geometry.Point;
import org.annotomy.slide.SlideReaders;
import org.annotomy.task.Progress;

import ij.ImageJ;

/**
 * Times the window on a slide of 120 000 × 90 000 pixels in JPEG tiles: from opening to the first paint and to a sharp picture, frames while
 * panning and zoomed out, memory. Needs a display. What one frame costs is the time of {@code SlideCanvas.paint}.
 */
public final class SlideWindowBenchmark {

	private static final int WIDTH = 120_000;
	private static final int HEIGHT = 90_000;

	private final SlideImage slide;
	private final SlideCanvas canvas;

	private SlideWindowBenchmark(SlideImage slide) {
		this.slide = slide;
		canvas = slide.slideCanvas().orElseThrow();
	}

	/** @param args a folder for the slide */
	public static void main(String[] args) throws Exception {
		new ImageJ(ImageJ.EMBEDDED);
		Path file = Path.of(args[0]).resolve("noise.tif");
		if (!Files.exists(file)) NoiseTiff.write(file, WIDTH, HEIGHT);
		for (int run = 1; run <= 2; run++) {
			System.out.println("run " + run);
			SlideWindowBenchmark benchmark = open(file);
			benchmark.frames();
			EventQueue.invokeAndWait(() -> benchmark.slide.getWindow().close());
		}
		System.exit(0);
	}

	private static SlideWindowBenchmark open(Path file) throws Exception {
		long start = System.nanoTime();
		SlideImage slide = SlideImage.open(SlideReaders.discover().find(file).orElseThrow().open(file, Progress.NONE));
		print("open", ms(start));
		slide.show();
		SlideWindowBenchmark benchmark = new SlideWindowBenchmark(slide);
		benchmark.frame();
		print("first paint", ms(start));
		benchmark.sharp();
		print("sharp", ms(start));
		print("heap MB with the slide open", heapMb());
		return benchmark;
	}

	private static double ms(long start) {
		return (System.nanoTime() - start) / 1e6;
	}

	private static void print(String what, double value) {
		System.out.printf(Locale.ROOT, "%-40s %8.1f%n", what, value);
	}

	private static double heapMb() {
		System.gc();
		return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1048576.0;
	}

	private double frame() throws Exception {
		double[] time = new double[1];
		EventQueue.invokeAndWait(() -> {
			Graphics g = canvas.getGraphics();
			long start = System.nanoTime();
			canvas.paint(g);
			time[0] = ms(start);
			g.dispose();
		});
		return time[0];
	}

	private void sharp() throws Exception {
		boolean[] sharp = new boolean[1];
		while (!sharp[0]) {
			EventQueue.invokeAndWait(() -> sharp[0] = canvas.isSharp());
			LockSupport.parkNanos(1_000_000);
		}
	}

	private void show(double x, double y, double magnification) throws Exception {
		EventQueue.invokeAndWait(() -> canvas.show(new Point(x, y), magnification));
	}

	/** Frames of a pan by so many screen pixels each; how many showed coarser tiles. */
	private void pan(String what, double x, double y, double magnification, double step, int count) throws Exception {
		List<Double> times = new ArrayList<>();
		int blurred = 0;
		for (int i = 0; i < count; i++) {
			show(x + i * step / magnification, y, magnification);
			times.add(frame());
			boolean[] sharp = new boolean[1];
			EventQueue.invokeAndWait(() -> sharp[0] = canvas.isSharp());
			if (!sharp[0]) blurred++;
			LockSupport.parkNanos(10_000_000);
		}
		long end = System.nanoTime();
		sharp();
		double[] sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
		System.out.printf(Locale.ROOT, "%-40s %8.1f median %8.1f p95, %d of %d blurred, sharp after %.0f ms%n", what,
				sorted[sorted.length / 2], sorted[(int) (sorted.length * 0.95)], blurred, count, ms(end));
	}

	private void frames() throws Exception {
		System.out.println("canvas " + canvas.getWidth() + " x " + canvas.getHeight());
		pan("1:1 cold, 47 px per frame", 20_000, 20_000, 1, 47, 120);
		pan("1:1 warm, 47 px per frame", 20_000, 20_000, 1, 47, 120);
		pan("1:1 cold, 700 px jumps", 20_000, 60_000, 1, 700, 30);
		show(60_000, 45_000, 0.3);
		sharp();
		pan("0.3 warm, nearest", 60_000, 45_000, 0.3, 1, 40);
		smooth("0.3 at rest, averaged", 0.3);
		pan("0.05 cold", 30_000, 30_000, 0.05, 47, 40);
		pan("0.05 warm", 30_000, 30_000, 0.05, 47, 40);
		smooth("0.05 at rest, averaged", 0.05);
		print("heap MB after panning", heapMb());
		print("of these tiles", slide.open().tiles().cachedBytes() / 1048576.0);
		print("limit of the tiles", slide.open().tiles().maxBytes() / 1048576.0);
	}

	private void smooth(String what, double magnification) throws Exception {
		show(60_000, 45_000, magnification);
		sharp();
		LockSupport.parkNanos(400_000_000);
		double[] times = new double[10];
		for (int i = 0; i < times.length; i++) {
			EventQueue.invokeAndWait(canvas::lookChanged);
			times[i] = frame();
		}
		Arrays.sort(times);
		print(what, times[times.length / 2]);
	}
}
