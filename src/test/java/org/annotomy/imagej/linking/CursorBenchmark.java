package org.annotomy.imagej.linking;

import java.awt.EventQueue;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.shape.EllipseShape;
import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.image.ImageReaders;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.Marking;
import org.annotomy.imagej.session.Protocols;
import org.annotomy.imagej.session.SessionOpener;
import org.annotomy.imagej.session.SessionOptions;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.store.StoreOptions;
import org.annotomy.task.Progress;

import ij.gui.ImageCanvas;

/**
 * How long it takes until four series of 512 × 512 × 300 voxels show the place under the pointer of one of them: from the call that moves the
 * place until all four have drawn their slices with cursor, reference lines and ghosts. With a display the windows' canvases are drawn into a
 * picture, without one the slices are made into pictures.
 */
public final class CursorBenchmark {

	private static final VolumeSize SIZE = new VolumeSize(512, 512, 300);
	private static final int MOVES = 200;

	private CursorBenchmark() {}

	/** @param args a folder for 1.2 GB of volumes */
	public static void main(String[] args) throws Exception {
		Path folder = Files.createDirectories(Path.of(args[0]));
		double c = Math.cos(0.3);
		double s = Math.sin(0.3);
		List<Affine> places = List.of(Affine.ofRows(0.7, 0, 0, 0, 0, 0.7, 0, 0, 0, 0, 1.2, 0),
				Affine.ofRows(0.65, 0, 0, 10, 0, 0.65, 0, 10, 0, 0, 1.1, 5),
				Affine.ofRows(0, 0, 1.2, 0, 0.7, 0, 0, 0, 0, -0.7, 0, 358),
				Affine.ofRows(0.7 * c, 0, -1.2 * s, 60, 0, 0.7, 0, 0, 0.7 * s, 0, 1.2 * c, 0));
		List<AnnotationSession> sessions = new ArrayList<>();
		for (int i = 0; i < places.size(); i++)
			sessions.add(open(folder.resolve("v" + i + ".nrrd"), places.get(i)));
		OpenGroup group = OpenGroup.gather("bench", sessions);
		String first = group.keyOf(sessions.get(0)).orElseThrow();
		for (AnnotationSession session : sessions.subList(1, 4))
			Alignments.offset(group, first, group.keyOf(session).orElseThrow(), Position.ORIGIN);
		mark(sessions.get(0));
		measure(group, first, sessions);
		System.exit(0);
	}

	private static AnnotationSession open(Path file, Affine place) throws Exception {
		if (!Files.exists(file)) write(file, place);
		Protocols protocols = Protocols.find();
		SessionOptions options = new SessionOptions(protocols.require("default"), SessionOptions.Recovery.ASK,
				StoreOptions.of("r-1"));
		AnnotationSession session = new SessionOpener(ImageReaders.discover(), protocols, options).open(file, Progress.NONE)
				.get(0);
		if (!java.awt.GraphicsEnvironment.isHeadless()) EventQueue.invokeAndWait(session::show);
		return session;
	}

	/** 16 bits, as CT and MR have. */
	private static void write(Path file, Affine place) throws Exception {
		StringBuilder directions = new StringBuilder();
		for (int axis = 0; axis < 3; axis++)
			directions.append(" (").append(place.step(axis).x()).append(',').append(place.step(axis).y()).append(',')
					.append(place.step(axis).z()).append(')');
		Position o = place.origin();
		try (var out = new java.io.BufferedOutputStream(Files.newOutputStream(file))) {
			out.write(
					("NRRD0004\ntype: int16\ndimension: 3\nspace: left-posterior-superior\nsizes: 512 512 300\nspace directions:"
							+ directions + "\nspace origin: (" + o.x() + "," + o.y() + "," + o.z()
							+ ")\nendian: little\nencoding: raw\n\n")
							.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
			byte[] row = new byte[2 * SIZE.nx()];
			for (int line = 0; line < SIZE.ny() * SIZE.nz(); line++) {
				for (int x = 0; x < SIZE.nx(); x++) {
					int value = (x * 31 + line * 17) % 2000 - 1000;
					row[2 * x] = (byte) value;
					row[2 * x + 1] = (byte) (value >> 8);
				}
				out.write(row);
			}
		}
	}

	/** A selected mark whose ghosts the other three show. */
	private static void mark(AnnotationSession session) {
		var mark = new Marking(session)
				.mark(EllipseShape.inside(new Box(150, 160, 220, 200)), new Plane(-1, 150, 0), null, null, null,
						Map.of())
				.object();
		session.selection().set(List.of(mark.id()));
	}

	private static void measure(OpenGroup group, String first, List<AnnotationSession> sessions) throws Exception {
		BufferedImage picture = new BufferedImage(1024, 1024, BufferedImage.TYPE_INT_RGB);
		double[] ms = new double[MOVES];
		for (int i = -50; i < MOVES; i++) {
			int step = i;
			double[] took = new double[1];
			EventQueue.invokeAndWait(() -> {
				long start = System.nanoTime();
				group.views().moveTo(first, new Position(150 + Math.floorMod(7 * step, 220), 160 + Math.floorMod(5 * step, 200),
						60 + Math.floorMod(11 * step, 180)));
				sessions.forEach(session -> draw(session, picture));
				took[0] = (System.nanoTime() - start) / 1e6;
			});
			if (i >= 0) ms[i] = took[0];
		}
		Arrays.sort(ms);
		System.out.printf(Locale.ROOT, "cursor to four pictures: median %.1f ms, 95 %% %.1f ms, largest %.1f ms%n", ms[MOVES / 2],
				ms[MOVES * 95 / 100], ms[MOVES - 1]);
	}

	private static void draw(AnnotationSession session, BufferedImage picture) {
		Graphics2D g = picture.createGraphics();
		for (SliceView view : GroupViews.viewsOf(session)) {
			ImageCanvas canvas = view.image().getCanvas();
			if (canvas != null) canvas.paint(g);
			else g.drawImage(view.image().getProcessor().createImage(), 0, 0, null);
		}
		g.dispose();
	}
}
