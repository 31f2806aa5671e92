package org.annotomy.ui;

import java.awt.Point;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.ui.drop.DropTargets;

import ij.IJ;
import ij.ImageJ;
import ij.WindowManager;
import ij.gui.Toolbar;

/** A user who drags a file with the mouse out of another program onto ImageJ, under a window manager; writes down what is seen. */
public final class RealDragSession {

	static final int SOURCE_WIDTH = 160;
	static final int SOURCE_HEIGHT = 80;
	private static final int SOURCE_X = 300;
	private static final int SOURCE_Y = 500;
	private static final int STEPS = 30;
	private static final int ATTEMPTS = 3;
	private static final int PATIENCE_S = 30;
	private static final int LOOKS = 400;
	private static final int LOOK_MS = 100;

	private final Robot robot = new Robot();
	private final Properties seen = new Properties();

	private RealDragSession() throws Exception {
		robot.setAutoDelay(20);
	}

	/** @param args folder for files, and the file to write to */
	public static void main(String[] args) throws Exception {
		Path folder = Path.of(args[0]);
		for (String kept : List.of("scan", "browser", "unpacked", "recovery"))
			System.setProperty("annotomy." + kept, folder.resolve(kept).toString());
		// Drags between programs need one: it tells windows of programs from the rest.
		Process manager = new ProcessBuilder("openbox", "--sm-disable").start();
		RealDragSession session = new RealDragSession();
		session.await("the window manager", () -> new ProcessBuilder("xdotool", "get_desktop").start().waitFor() == 0);
		session.play(SyntheticSlice.write(Files.createDirectories(folder.resolve("image")), "slice", SyntheticSlice.at(0, 5)));
		manager.destroy();
		try (var out = Files.newOutputStream(Path.of(args[1]))) {
			session.seen.store(out, null);
		}
		System.exit(0);
	}

	private void play(Path file) throws Exception {
		new ImageJ();
		DropTargets.install();
		await("drops are taken", () -> Toolbar.getInstance().getDropTarget().getClass().getName().contains("annotomy"));
		Process source = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-cp",
				System.getProperty("java.class.path"), DragSourceWindow.class.getName(), Integer.toString(SOURCE_X),
				Integer.toString(SOURCE_Y), file.toString()).start();
		BlockingQueue<String> words = new LinkedBlockingQueue<>();
		new Thread(() -> source.inputReader(StandardCharsets.UTF_8).lines().forEach(words::add)).start();
		try {
			String[] corner = words.poll(PATIENCE_S, TimeUnit.SECONDS).split(" ");
			robot.waitForIdle();
			Point bar = Hand.ask(() -> IJ.getInstance().getLocationOnScreen());
			String result = null;
			// A busy display may miss the beginning of a drag; a user would drag again.
			for (int attempt = 0; attempt < ATTEMPTS && result == null; attempt++) {
				drag(Integer.parseInt(corner[0]) + SOURCE_WIDTH / 2, Integer.parseInt(corner[1]) + SOURCE_HEIGHT / 2,
						bar.x + IJ.getInstance().getWidth() / 2, bar.y + IJ.getInstance().getHeight() - 12);
				result = words.poll(PATIENCE_S / ATTEMPTS, TimeUnit.SECONDS);
			}
			seen.setProperty("source", String.valueOf(result));
			if (result == null) return;
			await("an image", () -> WindowManager.getImageCount() == 1
					&& AnnotationSession.of(WindowManager.getCurrentImage()).isPresent());
			seen.setProperty("opened", WindowManager.getCurrentImage().getTitle());
		} finally {
			source.destroy();
		}
	}

	private void drag(int x0, int y0, int x1, int y1) {
		robot.mouseMove(x0, y0);
		robot.delay(LOOK_MS);
		robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
		for (int i = 1; i <= STEPS; i++)
			robot.mouseMove(x0 + (x1 - x0) * i / STEPS, y0 + (y1 - y0) * i / STEPS);
		robot.delay(5 * LOOK_MS);
		robot.mouseMove(x1 + 1, y1);
		robot.delay(5 * LOOK_MS);
		robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
	}

	/** Long, for machines that do much besides. */
	private void await(String what, Callable<Boolean> holds) throws Exception {
		for (int look = 0; look < LOOKS; look++) {
			if (holds.call()) return;
			robot.delay(LOOK_MS);
		}
		throw new IOException("waited in vain for " + what);
	}
}
