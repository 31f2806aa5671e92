package org.annotomy.ui;

import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import javax.imageio.ImageIO;

import org.annotomy.annotation.EditBuilder;
import org.annotomy.annotation.ObjectEdits;
import org.annotomy.annotation.ObjectSelector;
import org.annotomy.annotation.RegionTree;
import org.annotomy.annotation.detection.BlockBuilder;
import org.annotomy.annotation.detection.DetectionBlock;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.ObjectType;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.shape.EllipseShape;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.display.detection.DetectionMode;
import org.annotomy.geometry.Box;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.task.Progress;
import org.annotomy.ui.desk.PanelFrame;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.process.ByteProcessor;

/** A million cells at the desk: how long the usual things take, and pictures of them for the documentation. */
public final class MillionScreenshots {

	private static final int SIDE = 8000;
	private static final int COLUMNS = 1000;
	private static final double PITCH = 8;

	private final AnnotationSession session;
	private final Path pictures;

	private MillionScreenshots(AnnotationSession session, Path pictures) {
		this.session = session;
		this.pictures = pictures;
	}

	/** @param args folder for the pictures */
	public static void main(String[] args) throws Exception {
		new ImageJ(ImageJ.NO_SHOW);
		Path file = Files.createTempDirectory("annotomy-million").resolve("section.tif");
		ByteProcessor pixels = new ByteProcessor(SIDE, SIDE);
		pixels.setValue(232);
		pixels.fill();
		IJ.saveAsTiff(new ImagePlus("section", pixels), file.toString());
		AnnotationSession session = DeskFixture.open(file, "onco-chest-ct");
		new MillionScreenshots(session, Files.createDirectories(Path.of(args[0]))).run();
		System.exit(0);
	}

	private void run() throws Exception {
		time("cells come in as one edit", this::addCells);
		PanelFrame panel = Hand.ask(PanelFrame::find);
		Hand.run(() -> session.image().getWindow().setLocation(10, 10));
		repaintTimes("all, outlines", 0, 0, SIDE);
		save("million-cells-all.png", panel);
		time("hierarchy", () -> RegionTree.resolve(session.document()));
		time("select by class", () -> session.selection().set(ObjectSelector.find("class:tumor", session.document(), List.of())));
		repaintTimes("all, a third selected", 0, 0, SIDE);
		time("change class of the selected",
				() -> new ObjectEdits(session.document(), Instant.now()).relabel(session.selection().set(), "immune"));
		time("undo", () -> session.document().undo());
		session.selection().clear();
		session.overlay().setDetectionMode(DetectionMode.HEAT_MAP);
		repaintTimes("all, heat map", 0, 0, SIDE);
		save("million-cells-heat.png", panel);
		session.overlay().setDetectionMode(DetectionMode.OUTLINES);
		repaintTimes("a quarter of the side", 2000, 2000, SIDE / 4);
		repaintTimes("near", 3000, 3000, 400);
		save("million-cells-near.png", panel);
		time("save", () -> session.save(Progress.NONE));
		time("one cell changes class", () -> new ObjectEdits(session.document(), Instant.now())
				.relabel(List.of(session.document().detections().objects().get(77).id()), "immune"));
		time("save again", () -> session.save(Progress.NONE));
		System.gc();
		long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
		IJ.log("heap in use: " + used / 1_000_000 + " MB, image " + SIDE * SIDE / 1_000_000 + " MB of it");
	}

	private interface Step {
		void run() throws Exception;
	}

	private void time(String what, Step step) throws Exception {
		long from = System.nanoTime();
		Hand.run(() -> {
			try {
				step.run();
			} catch (Exception e) {
				throw new IllegalStateException(e);
			}
		});
		Hand.run(() -> {});
		System.err.printf("%s: %.0f ms%n", what, (System.nanoTime() - from) / 1e6);
	}

	private void addCells() {
		Random random = new Random(5);
		List<DetectionBlock> blocks = new ArrayList<>();
		BlockBuilder block = new BlockBuilder();
		for (int i = 0; i < COLUMNS * COLUMNS; i++) {
			block.add(cell((i % COLUMNS + 0.5) * PITCH, (i / COLUMNS + 0.5) * PITCH, random));
			if (block.isFull()) blocks.add(block.build());
		}
		if (block.size() > 0) blocks.add(block.build());
		EditBuilder edit = session.document().edit("Import objects").addDetections(blocks)
				.protocol(new Protocol(Protocol.NONE.stamp(), "Cells", "",
						List.of(AnnotationClass.plain("tumor", "Tumor", 0xc80000),
								AnnotationClass.plain("stroma", "Stroma", 0x00a000),
								AnnotationClass.plain("immune", "Immune", 0x3060ff)),
						List.of(), List.of(), List.of(), List.of()));
		edit.put(AnnotationObject.builder(EllipseShape.inside(new Box(1500, 1800, 3200, 2600)), Plane.FIRST).name("Tumor bed")
				.build());
		edit.put(AnnotationObject.builder(EllipseShape.inside(new Box(4900, 4300, 1900, 2400)), Plane.FIRST).name("Margin")
				.build());
		edit.apply();
	}

	private static AnnotationObject cell(double x, double y, Random random) {
		int points = 17 + random.nextInt(14);
		double wide = 0.3 + 0.12 * random.nextDouble();
		double[] xy = new double[2 * points];
		for (int i = 0; i < points; i++) {
			double angle = 2 * Math.PI * i / points;
			double radius = PITCH * wide * (1 + 0.12 * Math.sin(3 * angle + x)) * (0.95 + 0.1 * random.nextDouble());
			xy[2 * i] = Math.rint(100 * (x + radius * Math.cos(angle))) / 100;
			xy[2 * i + 1] = Math.rint(100 * (y + 0.8 * radius * Math.sin(angle))) / 100;
		}
		double tumor = Math.exp(-(Math.pow((x - 3100) / 1500, 2) + Math.pow((y - 3000) / 1200, 2)));
		double immune = Math.exp(-(Math.pow((x - 5900) / 700, 2) + Math.pow((y - 5500) / 1000, 2)));
		double dice = random.nextDouble();
		String key = dice < 0.04 + 0.9 * tumor ? "tumor" : dice > 0.97 - 0.8 * immune ? "immune" : "stroma";
		return AnnotationObject.builder(new UUID(random.nextLong(), random.nextLong()), PolygonShape.of(xy), Plane.FIRST)
				.type(ObjectType.DETECTION).classKey(key).measurements(Map.of("Area", Math.rint(wide * 1e4) / 1e2)).build();
	}

	/** The picture is painted anew each time, since the view moves. */
	private void repaintTimes(String what, int x, int y, int side) throws Exception {
		ImageCanvas canvas = session.image().getCanvas();
		double[] ms = new double[21];
		for (int i = 0; i < ms.length; i++) {
			int shift = side == SIDE ? 0 : i % 2;
			Hand.run(() -> {
				canvas.setSourceRect(new Rectangle(x + shift, y, side, side));
				canvas.setMagnification((double) canvas.getWidth() / side);
				session.overlay().setFilter(object -> shift >= 0);
			});
			BufferedImage screen = new BufferedImage(canvas.getWidth(), canvas.getHeight(), BufferedImage.TYPE_INT_RGB);
			long from = System.nanoTime();
			Hand.run(() -> canvas.paint(screen.createGraphics()));
			ms[i] = (System.nanoTime() - from) / 1e6;
		}
		java.util.Arrays.sort(ms);
		System.err.printf("frame, %s, %d x %d: median %.0f ms, %.0f to %.0f%n", what, canvas.getWidth(), canvas.getHeight(),
				ms[10], ms[0], ms[20]);
	}

	private void save(String name, PanelFrame panel) throws Exception {
		Hand.run(() -> session.image().getWindow().toFront());
		Robot robot = new Robot();
		robot.waitForIdle();
		Rectangle area = session.image().getWindow().getBounds().union(panel.getBounds());
		ImageIO.write(robot.createScreenCapture(area), "png", new File(pictures.toFile(), name));
	}
}
