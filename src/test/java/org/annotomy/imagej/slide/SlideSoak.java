package org.annotomy.imagej.slide;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.EventQueue;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import javax.imageio.ImageIO;

import org.annotomy.geometry.Point;
import org.annotomy.slide.SlideReaders;
import org.annotomy.task.Progress;

import ij.ImageJ;

/** Pans and zooms at random over a slide of 10.8 gigapixels and watches the memory. Needs a display. */
public final class SlideSoak {

	private static final int WIDTH = 120_000;
	private static final int HEIGHT = 90_000;

	private record Sample(double seconds, double heapMb, double tilesMb) {}

	private final SlideImage slide;
	private final SlideCanvas canvas;
	private final Random random = new Random(11);
	private final List<Sample> samples = new ArrayList<>();
	private int frames;

	private SlideSoak(SlideImage slide) {
		this.slide = slide;
		canvas = slide.slideCanvas().orElseThrow();
	}

	/** @param args a folder, the file for notes, then seconds (5 if there are none), then a PNG file for the graph */
	public static void main(String[] args) throws Exception {
		new ImageJ(ImageJ.EMBEDDED);
		Path file = Path.of(args[0]).resolve("noise.tif");
		if (!Files.exists(file)) NoiseTiff.write(file, WIDTH, HEIGHT);
		SlideImage slide = SlideImage.open(SlideReaders.discover().find(file).orElseThrow().open(file, Progress.NONE));
		slide.show();
		SlideSoak soak = new SlideSoak(slide);
		soak.run(args.length > 2 ? Integer.parseInt(args[2]) : 5);
		if (args.length > 3) ImageIO.write(soak.graph(), "png", Path.of(args[3]).toFile());
		soak.note(Path.of(args[1]));
		System.exit(0);
	}

	private void run(int seconds) throws Exception {
		long start = System.nanoTime();
		long end = start + TimeUnit.SECONDS.toNanos(seconds);
		long next = start;
		while (System.nanoTime() < end) {
			step();
			if (System.nanoTime() < next) continue;
			next += TimeUnit.SECONDS.toNanos(Math.max(1, seconds / 200));
			samples.add(new Sample((System.nanoTime() - start) / 1e9, heapMb(), slide.open().tiles().cachedBytes() / 1048576.0));
		}
		System.gc();
		samples.add(new Sample((System.nanoTime() - start) / 1e9, heapMb(), slide.open().tiles().cachedBytes() / 1048576.0));
	}

	private static double heapMb() {
		return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1048576.0;
	}

	/** Now and then somewhere else, else a little to some side or in or out. */
	private void step() throws Exception {
		EventQueue.invokeAndWait(() -> {
			Point c = canvas.centre();
			double m = canvas.getMagnification();
			if (random.nextInt(40) == 0)
				canvas.show(new Point(random.nextInt(WIDTH), random.nextInt(HEIGHT)), Math.pow(2, -random.nextInt(7)));
			else
				canvas.show(
						new Point(c.x() + (random.nextDouble() - 0.5) * 400 / m, c.y() + (random.nextDouble() - 0.5) * 400 / m),
						random.nextInt(20) == 0 ? m * (random.nextBoolean() ? 1.5 : 1 / 1.5) : m);
			Graphics g = canvas.getGraphics();
			canvas.paint(g);
			g.dispose();
		});
		frames++;
		LockSupport.parkNanos(15_000_000);
	}

	private void note(Path file) throws Exception {
		Properties notes = new Properties();
		double most = samples.stream().mapToDouble(Sample::tilesMb).max().orElse(0);
		notes.setProperty("frames", String.valueOf(frames));
		notes.setProperty("most-tiles-mb", String.valueOf(most));
		notes.setProperty("limit-mb", String.valueOf(slide.open().tiles().maxBytes() / 1048576.0));
		notes.setProperty("live-mb", String.valueOf(samples.get(samples.size() - 1).heapMb()));
		EventQueue.invokeAndWait(() -> slide.getWindow().close());
		System.gc();
		notes.setProperty("tiles-after-closing-mb", String.valueOf(slide.open().tiles().cachedBytes() / 1048576.0));
		notes.setProperty("after-closing-mb", String.valueOf(heapMb()));
		try (var out = Files.newOutputStream(file)) {
			notes.store(out, null);
		}
	}

	private BufferedImage graph() {
		int width = 900;
		int height = 360;
		BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D g = picture.createGraphics();
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		g.setColor(Color.WHITE);
		g.fillRect(0, 0, width, height);
		double most = Runtime.getRuntime().maxMemory() / 1048576.0;
		double seconds = samples.get(samples.size() - 1).seconds();
		g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
		line(g, most, seconds, width, height, new Color(0x1E60D0), false);
		line(g, most, seconds, width, height, new Color(0xD05010), true);
		double limit = slide.open().tiles().maxBytes() / 1048576.0;
		int y = y(limit, most, height);
		g.setColor(Color.GRAY);
		g.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[]{5, 4}, 0));
		g.drawLine(60, y, width - 10, y);
		g.drawString(String.format(Locale.ROOT, "limit of the tiles %.0f MB", limit), 70, y - 5);
		g.setStroke(new BasicStroke(1));
		g.drawRect(60, 20, width - 70, height - 60);
		for (int i = 0; i <= 4; i++)
			g.drawString(String.format(Locale.ROOT, "%.0f", most * i / 4), 15, y(most * i / 4, most, height) + 5);
		g.drawString("MB", 15, 14);
		g.drawString(String.format(Locale.ROOT, "%.0f min of random panning and zooming, %d frames", seconds / 60, frames), 300,
				height - 12);
		g.setColor(new Color(0x1E60D0));
		g.drawString("Java heap in use", 640, 38);
		g.setColor(new Color(0xD05010));
		g.drawString("tiles", 780, 38);
		g.dispose();
		return picture;
	}

	private static int y(double mb, double most, int height) {
		return (int) (height - 40 - mb / most * (height - 60));
	}

	private void line(Graphics2D g, double most, double seconds, int width, int height, Color colour, boolean tiles) {
		g.setColor(colour);
		g.setStroke(new BasicStroke(1.6f));
		int lastX = -1;
		int lastY = 0;
		for (Sample sample : samples) {
			int x = (int) (60 + sample.seconds() / seconds * (width - 70));
			int y = y(tiles ? sample.tilesMb() : sample.heapMb(), most, height);
			if (lastX >= 0) g.drawLine(lastX, lastY, x, y);
			lastX = x;
			lastY = y;
		}
	}
}
