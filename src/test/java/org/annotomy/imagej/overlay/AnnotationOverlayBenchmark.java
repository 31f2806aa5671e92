package org.annotomy.imagej.overlay;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.EditBuilder;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.geometry.Vertices;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ByteProcessor;

/**
 * How long one paint of a canvas of 1200 × 900 takes with many objects of 30 corners on one plane, how long one edit takes, and one hit
 * test: the median of 30, processor time of the one thread. Beside it the same objects as single selections in an overlay of ImageJ. Arguments: the numbers of objects.
 */
public final class AnnotationOverlayBenchmark {

	private static final int WIDTH = 6000;
	private static final int HEIGHT = 4500;
	private static final int CORNERS = 30;
	private static final int REPEATS = 30;
	private static final int MOST_SELECTIONS = 10_000;

	private final ImagePlus image = new ImagePlus("benchmark", new ByteProcessor(WIDTH, HEIGHT));
	private final AnnotationDocument document = new AnnotationDocument(
			ImageIdentity.of("photo", new ImageSize(WIDTH, HEIGHT, 1, 1, 1)), Protocol.NONE);
	private final AnnotationOverlay overlay = new AnnotationOverlay(image, document);
	private final BufferedImage screen = new BufferedImage(1200, 900, BufferedImage.TYPE_INT_RGB);
	private final ImageCanvas canvas = new ImageCanvas(image);
	private final PrintStream out;
	private Overlay single;

	private AnnotationOverlayBenchmark(int count, PrintStream out) {
		this.out = out;
		Random random = new Random(1);
		EditBuilder edit = document.edit("Fill");
		for (int i = 0; i < count; i++)
			edit.put(cell(random));
		edit.apply();
	}

	public static void main(String[] args) {
		int[] counts = args.length == 0 ? new int[]{10_000, 100_000} : Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
		for (int count : counts)
			new AnnotationOverlayBenchmark(count, System.out).run(count);
	}

	private void run(int count) {
		out.printf("%d objects%n", count);
		out.printf("  attach              %8.2f ms%n", millis(() -> {
			overlay.detach();
			overlay.attach();
		}));
		for (double magnification : new double[]{0.2, 0.5, 1, 4}) {
			canvas.setSize(1200, 900);
			int w = (int) (1200 / magnification);
			int h = (int) (900 / magnification);
			canvas.setSourceRect(new Rectangle((WIDTH - w) / 2, (HEIGHT - h) / 2, w, h));
			canvas.setSize(1200, 900);
			canvas.setMagnification(magnification);
			double ours = millis(this::paint);
			AnnotationObject middle = AnnotationObject
					.builder(RectangleShape.of(WIDTH / 2, HEIGHT / 2, 40, 40), Plane.FIRST).build();
			PaintedLayer kept = new PaintedLayer();
			paint(kept);
			double again = millis(() -> paint(kept));
			double edited = millis(() -> {
				kept.touch(middle);
				paint(kept);
			});
			out.printf(
					"  paint at %4.1f       %8.2f ms   again %8.2f ms   after one edit %8.2f ms%n", magnification, ours, again,
					edited);
		}
		if (count <= MOST_SELECTIONS)
			out.printf("  single selections   %8.2f ms at 1.0%n", millis(this::paintSelections));
		Random random = new Random(2);
		List<UUID> ids = document.objects().stream().map(AnnotationObject::id).toList();
		out.printf("  one edit            %8.3f ms%n", millis(() -> {
			AnnotationObject old = document.object(ids.get(random.nextInt(count))).orElseThrow();
			document.edit("Move").put(old.toBuilder().shape(old.shape().translate(1, 1)).build()).apply();
		}));
		out.printf("  hit test            %8.3f ms%n",
				millis(() -> overlay.objectsAt(random.nextInt(WIDTH), random.nextInt(HEIGHT), 3, Plane.FIRST)));
	}

	private void paint() {
		paint(new PaintedLayer());
	}

	private void paint(PaintedLayer layer) {
		Graphics2D g = screen.createGraphics();
		g.setClip(0, 0, 1200, 900);
		CanvasView view = CanvasView.of(canvas, WIDTH, HEIGHT);
		List<DisplayedObject> objects = overlay.shown(Plane.FIRST, view.visible());
		if (objects.size() > 300) layer.paint(g, view, objects, "", image);
		else new SmoothPainter(g, view, image).paint(objects);
		g.dispose();
	}

	private void paintSelections() {
		if (single == null) {
			single = new Overlay();
			overlay.selections().forEach(single::add);
		}
		Graphics2D g = screen.createGraphics();
		g.setClip(0, 0, 1200, 900);
		for (Roi roi : single.toArray()) {
			roi.setImage(image);
			roi.drawOverlay(g);
		}
		g.dispose();
	}

	private static double millis(Runnable work) {
		ThreadMXBean clock = ManagementFactory.getThreadMXBean();
		double[] times = new double[REPEATS];
		for (int i = 0; i < REPEATS; i++) {
			long start = clock.getCurrentThreadCpuTime();
			work.run();
			times[i] = (clock.getCurrentThreadCpuTime() - start) * 1e-6;
		}
		Arrays.sort(times);
		return times[REPEATS / 2];
	}

	private static AnnotationObject cell(Random random) {
		double cx = random.nextDouble() * WIDTH;
		double cy = random.nextDouble() * HEIGHT;
		double[] xy = new double[2 * CORNERS];
		for (int i = 0; i < CORNERS; i++) {
			double radius = 12 + 8 * random.nextDouble();
			xy[2 * i] = cx + radius * Math.cos(2 * Math.PI * i / CORNERS);
			xy[2 * i + 1] = cy + radius * Math.sin(2 * Math.PI * i / CORNERS);
		}
		return AnnotationObject.builder(new UUID(random.nextLong(), random.nextLong()),
				PolygonShape.of(Vertices.of(xy), PolygonShape.Origin.FREEHAND), Plane.FIRST).build();
	}
}
