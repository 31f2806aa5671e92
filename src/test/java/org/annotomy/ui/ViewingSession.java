package org.annotomy.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.annotomy.geometry.Point;
import org.annotomy.image.ImageReaders;
import org.annotomy.imagej.lab.ViewingDesk;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.Protocols;
import org.annotomy.imagej.session.SessionOpener;
import org.annotomy.imagej.session.SessionOptions;
import org.annotomy.imagej.slide.SlideCanvas;
import org.annotomy.imagej.slide.SlideImage;
import org.annotomy.slide.PatternSlide;
import org.annotomy.slide.viewing.ViewMoment;
import org.annotomy.slide.viewing.ViewingFile;
import org.annotomy.store.StoreOptions;
import org.annotomy.task.Progress;
import org.annotomy.ui.desk.Desk;
import org.annotomy.ui.dialog.EventThread;

import ij.ImageJ;
import ij.ImagePlus;

/** Plays somebody whose views are recorded: rests, closes the slide, opens it again, replays and maps; writes down what is seen. */
public final class ViewingSession extends Play {

	private static final Point FIRST = new Point(20_000, 15_000);
	private static final Point SECOND = new Point(40_000, 30_000);

	private final Path folder;
	private AnnotationSession session;
	private SlideCanvas canvas;

	private ViewingSession(Path folder) {
		this.folder = folder;
	}

	/** @param args folder for the labels, and the file to write to */
	public static void main(String[] args) throws Exception {
		new ImageJ(ImageJ.EMBEDDED);
		ViewingSession play = new ViewingSession(Path.of(args[0]));
		play.play(Path.of(args[1]), play::recordedAndClosed, play::replayed, play::mapped, play::whereTheFileCannotBeWritten);
	}

	private void open(String name) throws Exception {
		SessionOptions options = new SessionOptions(Protocols.find().require("default"), SessionOptions.Recovery.ASK,
				StoreOptions.of("r-7"));
		session = new SessionOpener(ImageReaders.discover(), Protocols.find(), options)
				.open(new PatternSlide(60_000, 45_000, folder.resolve(name)), Progress.NONE);
		Hand.run(() -> session.image().show());
		Desk.seat(session);
		canvas = SlideImage.require(session.image()).slideCanvas().orElseThrow();
	}

	private void close() throws Exception {
		Hand.run(() -> session.image().getWindow().close());
		Hand.await("the session is closed", session::isClosed);
	}

	private void start() throws Exception {
		Hand.run(() -> {
			try {
				new ViewingDesk(session).start();
			} catch (IOException e) {
				throw new IllegalStateException(e);
			}
		});
	}

	/** Rests at two places, the second turned; a rest is known to the recorder a quarter of a second after the last move. */
	private void rest() throws Exception {
		Hand.run(() -> canvas.show(FIRST, 0.5));
		until("the first rest", 600);
		Hand.run(() -> {
			canvas.show(SECOND, 0.25);
			canvas.turn(90);
		});
		until("the second rest", 900);
	}

	private static void until(String what, long ms) throws Exception {
		long end = System.nanoTime() + ms * 1_000_000;
		Hand.await(what, () -> System.nanoTime() > end);
	}

	private String parts() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return "" + files.filter(f -> f.getFileName().toString().endsWith(".viewing-part")).count();
		}
	}

	private void recordedAndClosed() throws Exception {
		open("a.svs");
		start();
		rest();
		see("journal while it goes on", parts());
		close();
		see("journal at the end", parts());
		List<ViewMoment> moments = new ViewingFile(folder.resolve("a.svs")).read().get(0).moments();
		see("rater", new ViewingFile(folder.resolve("a.svs")).read().get(0).rater());
		see("first", moments.stream().anyMatch(m -> at(m, FIRST) && m.view().downsample() == 2 && m.durationMs() >= 300));
		see("second", moments.stream()
				.anyMatch(m -> at(m, SECOND) && m.view().downsample() == 4 && m.view().degrees() == 90 && m.durationMs() >= 500));
	}

	private static boolean at(ViewMoment moment, Point place) {
		return Math.abs(moment.view().centreX() - place.x()) < 1 && Math.abs(moment.view().centreY() - place.y()) < 1;
	}

	private void replayed() throws Exception {
		open("a.svs");
		List<Point> places = new ArrayList<>();
		Hand.run(() -> canvas.addViewListener(() -> places.add(canvas.centre())));
		new ViewingDesk(session).replay(0, 1000, EventThread::run, Progress.NONE);
		see("went by the first", places.stream().anyMatch(p -> p.distanceTo(FIRST) < 1));
		see("ends at the second", Hand.ask(() -> canvas.centre().distanceTo(SECOND) < 1 && canvas.degrees() == 90));
	}

	private void mapped() throws Exception {
		ImagePlus map = new ViewingDesk(session).heat(0, 0);
		double scale = (double) session.image().getWidth() / map.getWidth();
		see("heat at the first", map.getProcessor().getf((int) (FIRST.x() / scale), (int) (FIRST.y() / scale)) >= 0.3);
		see("heat at the second", map.getProcessor().getf((int) (SECOND.x() / scale), (int) (SECOND.y() / scale)) >= 0.5);
		ImagePlus fine = new ViewingDesk(session).heat(0, 20);
		see("fine heat at the second", fine.getProcessor().getf((int) (SECOND.x() / scale), (int) (SECOND.y() / scale)));
		close();
	}

	/** A folder stands where the file is to be. */
	private void whereTheFileCannotBeWritten() throws Exception {
		Path inTheWay = Files.createDirectories(folder.resolve("b.svs.viewing.json/x"));
		open("b.svs");
		start();
		rest();
		close();
		see("labels are closed all the same", session.isClosed());
		see("kept", parts());
		Files.delete(inTheWay);
		Files.delete(inTheWay.getParent());
		open("b.svs");
		Hand.await("it is taken in", () -> parts().equals("0"));
		see("taken in", parts() + " " + new ViewingFile(folder.resolve("b.svs")).read().size());
		ImagePlus map = new ViewingDesk(session).heat(0, 0);
		double scale = (double) session.image().getWidth() / map.getWidth();
		see("heat of what was kept", map.getProcessor().getf((int) (SECOND.x() / scale), (int) (SECOND.y() / scale)) >= 0.5);
		close();
	}
}
