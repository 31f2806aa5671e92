package org.annotomy.ui;

import java.nio.file.Path;
import java.util.stream.Collectors;

import org.annotomy.image.ImageReaders;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.Protocols;
import org.annotomy.imagej.session.SessionOpener;
import org.annotomy.imagej.session.SessionOptions;
import org.annotomy.store.StoreOptions;
import org.annotomy.task.Progress;
import org.annotomy.ui.desk.Desk;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

/** Images on the desk, as the commands put them there. */
final class DeskFixture {

	private static final int SIDE = 300;

	private DeskFixture() {}

	/** A grey TIFF of 300 × 300 pixels whose values rise from left to right. */
	static Path ramp(Path folder, String name) {
		ImageProcessor pixels = new ShortProcessor(SIDE, SIDE);
		for (int y = 0; y < SIDE; y++)
			for (int x = 0; x < SIDE; x++)
				pixels.set(x, y, 10 * x);
		Path file = folder.resolve(name);
		new FileSaver(new ImagePlus(name, pixels)).saveAsTiff(file.toString());
		return file;
	}

	/** Opens a file under the default protocol, with its window and the panel. */
	static AnnotationSession open(Path file) throws Exception {
		return open(file, "default");
	}

	/** As {@link #open(Path)} under a protocol of the program. */
	static AnnotationSession open(Path file, String protocol) throws Exception {
		Protocols protocols = Protocols.find();
		SessionOptions options = new SessionOptions(protocols.require(protocol), SessionOptions.Recovery.ASK,
				StoreOptions.of("r-1"));
		AnnotationSession session = new SessionOpener(ImageReaders.discover(), protocols, options).open(file, Progress.NONE)
				.get(0);
		session.image().show();
		Desk.seat(session);
		Desk.openPanel();
		return session;
	}

	/** All objects in words: class and rounded bounds. */
	static String objects(AnnotationSession session) {
		return session.document().objects().stream().map(o -> o.classKey() + " " + Math.round(o.shape().bounds().x()) + ","
				+ Math.round(o.shape().bounds().y()) + " " + Math.round(o.shape().bounds().width()) + "x"
				+ Math.round(o.shape().bounds().height())).collect(Collectors.joining("; "));
	}
}
