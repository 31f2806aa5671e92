package org.annotomy.ui;

import java.awt.Component;
import java.awt.Container;
import java.awt.Rectangle;
import java.awt.event.MouseEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import javax.swing.JList;

import org.annotomy.image.ImageReaders;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.SessionOpener;
import org.annotomy.imagej.session.Protocols;
import org.annotomy.slide.tiff.SeveralImages;
import org.annotomy.task.Progress;
import org.annotomy.ui.browse.StudyOpening;
import org.annotomy.ui.desk.Desk;

import ij.IJ;
import ij.ImageJ;
import ij.WindowManager;
import ij.gui.ImageWindow;
import ij.plugin.frame.Recorder;

/** Plays a user who opens a file with several slides and looks at another one of them. */
public final class FileImagesSession {

	private FileImagesSession() {}

	/** @param args folder for the slide, and the file to write to */
	public static void main(String[] args) throws Exception {
		new ImageJ(ImageJ.EMBEDDED);
		Recorder recorder = new Recorder();
		Path file = SeveralImages.write(Path.of(args[0]).resolve("scenes.ome.tif"));
		AnnotationSession session = new SessionOpener(ImageReaders.discover(), Protocols.find(), StudyOpening.OPTIONS)
				.open(file, Progress.NONE).get(0);
		Desk.show(session);
		ImageWindow first = session.image().getWindow();
		chooseTwice(first);
		Hand.await("the other image", () -> WindowManager.getImage("scenes.ome.tif.image-1") != null);
		Properties seen = new Properties();
		seen.setProperty("size", Hand.ask(() -> WindowManager.getImage("scenes.ome.tif.image-1").getWidth()).toString());
		Hand.await("the recorder", () -> recorder.getText().contains("image_number=1"));
		settled();
		choose(first, 0);
		settled();
		seen.setProperty("windows", String.valueOf(WindowManager.getWindowCount()));
		seen.setProperty("status", String.valueOf(IJ.getErrorMessage()));
		try (var out = Files.newOutputStream(Path.of(args[1]))) {
			seen.store(out, null);
		}
		System.exit(0);
	}

	/** Waits until nothing is being opened. */
	private static void settled() throws Exception {
		Hand.await("all is open", () -> list() == null && Thread.getAllStackTraces().keySet().stream()
				.noneMatch(thread -> thread.getName().startsWith("SwingWorker") && thread.getState() == Thread.State.RUNNABLE));
	}

	private static void choose(ImageWindow window, int index) throws Exception {
		Hand.press(window, "Image 2/3");
		Hand.await("the list", () -> list() != null);
		JList<?> list = Hand.ask(FileImagesSession::list);
		Rectangle row = Hand.ask(() -> list.getCellBounds(index, index));
		Hand.click(list, 0, row.x + 10, row.y + row.height / 2);
	}

	/** Two clicks on the first image, the second one while it is being opened. */
	private static void chooseTwice(ImageWindow window) throws Exception {
		Hand.press(window, "Image 2/3");
		Hand.await("the list", () -> list() != null);
		JList<?> list = Hand.ask(FileImagesSession::list);
		Hand.run(() -> {
			Rectangle row = list.getCellBounds(0, 0);
			for (int i = 0; i < 2; i++)
				list.dispatchEvent(new MouseEvent(list, MouseEvent.MOUSE_RELEASED, System.currentTimeMillis(), 0, row.x + 10,
						row.y + row.height / 2, 1, false, MouseEvent.BUTTON1));
		});
	}

	private static JList<?> list() {
		for (java.awt.Window window : java.awt.Window.getWindows())
			if (window.isShowing() && find(window) != null) return find(window);
		return null;
	}

	private static JList<?> find(Container container) {
		for (Component child : container.getComponents()) {
			if (child instanceof JList<?> list && "images of the file".equals(list.getName()) && list.isShowing()) return list;
			JList<?> below = child instanceof Container inner ? find(inner) : null;
			if (below != null) return below;
		}
		return null;
	}
}
