package org.annotomy.ui;

import java.awt.Container;
import java.awt.EventQueue;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JProgressBar;
import javax.swing.JTabbedPane;
import javax.swing.JTextArea;

import org.annotomy.annotation.count.CountResult;
import org.annotomy.annotation.count.CountingFields;
import org.annotomy.annotation.count.ProtocolCounts;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;
import org.annotomy.image.ImageReaders;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.Protocols;
import org.annotomy.imagej.session.SessionOpener;
import org.annotomy.imagej.session.SessionOptions;
import org.annotomy.imagej.slide.SlideCanvas;
import org.annotomy.imagej.slide.SlideImage;
import org.annotomy.sample.histology.HistologySlide;
import org.annotomy.sample.histology.NucleusKind;
import org.annotomy.store.StoreOptions;
import org.annotomy.task.Progress;
import org.annotomy.ui.desk.Desk;
import org.annotomy.ui.desk.PanelFrame;

import ij.ImageJ;
import ij.gui.Toolbar;

/** Plays a pathologist who counts by mouse and key, field by field; writes down what the panel says. */
public final class CountSession extends Play {

	private final Path folder;
	private final HistologySlide file;
	private AnnotationSession session;
	private SlideCanvas canvas;
	private Container panel;

	private CountSession(Path folder) {
		this.folder = folder;
		file = new HistologySlide(60_000, 45_000, 1, folder.resolve("section.svs"));
	}

	/** @param args folder for the labels, and the file to write to */
	public static void main(String[] args) throws Exception {
		new ImageJ(ImageJ.EMBEDDED);
		CountSession play = new CountSession(Path.of(args[0]));
		play.play(Path.of(args[1]), play::mitoses, play::proportions);
	}

	private void open(HistologySlide slide, String protocol) throws Exception {
		SessionOptions options = new SessionOptions(Protocols.find().require(protocol), SessionOptions.Recovery.ASK,
				StoreOptions.of("r-1"));
		session = new SessionOpener(ImageReaders.discover(), Protocols.find(), options).open(slide, Progress.NONE);
		Hand.run(() -> session.image().show());
		Desk.seat(session);
		Desk.openPanel();
		canvas = SlideImage.require(session.image()).slideCanvas().orElseThrow();
		panel = PanelFrame.find().getContentPane();
		Hand.await("the panel shows the slide", () -> PanelFrame.find().session() == session);
		JTabbedPane tabs = Hand.find(panel, "tabs");
		see("tab of " + protocol, Hand.ask(() -> tabs.indexOfTab("Counts") >= 0));
		Hand.run(() -> tabs.setSelectedIndex(tabs.indexOfTab("Counts")));
		Hand.await("the first count is there", this::isCounted);
	}

	private boolean isCounted() {
		try {
			return Hand.find(panel, "count-result") != null;
		} catch (IllegalStateException e) {
			return false;
		}
	}

	private String label(String name) throws Exception {
		return read(() -> Hand.<JLabel>find(panel, name).getText());
	}

	private String lines(String name) throws Exception {
		return read(() -> Hand.<JTextArea>find(panel, name).getText());
	}

	private static String read(Callable<String> text) throws Exception {
		return EventQueue.isDispatchThread() ? text.call() : Hand.ask(text);
	}

	private void press(String text) throws Exception {
		Hand.press(panel, text);
		Hand.run(() -> {});
	}

	private void key(char key) throws Exception {
		Hand.type(canvas, KeyEvent.getExtendedKeyCodeForChar(key), key, 0);
	}

	/** A click with the point tool, then the key of the class. */
	private void mark(Point place, char key) throws Exception {
		Box view = Hand.ask(canvas::visible);
		double scale = Hand.ask(canvas::getMagnification);
		Hand.click(canvas, 0, (int) Math.round((place.x() - view.x()) * scale), (int) Math.round((place.y() - view.y()) * scale));
		key(key);
	}

	private List<Point> nuclei(Box box, NucleusKind kind) {
		List<Point> places = new ArrayList<>();
		file.forEachNucleus(box, nucleus -> {
			if (nucleus.kind() == kind && box.grow(-20).contains(nucleus.centre())) places.add(nucleus.centre());
		});
		return places;
	}

	private List<AnnotationObject> fields() {
		return CountingFields.in(session.document()).all();
	}

	/** The view goes where mitoses are; fields are laid out, each is counted and finished by its key. */
	private void mitoses() throws Exception {
		open(file, "tissue-slide");
		Hand.run(() -> Toolbar.getInstance().setTool(Toolbar.POINT));
		Point middle = dense();
		Hand.run(() -> canvas.show(middle, 0.3));
		see("before", label("field"));
		press("Lay out fields");
		Hand.await("fields are there", () -> fields().size() == 10);
		see("first field", label("field"));
		int marked = 0;
		for (int i = 0; i < 10; i++) {
			for (Point place : nuclei(fields().get(i).shape().bounds(), NucleusKind.MITOSIS)) {
				mark(place, 'm');
				marked++;
			}
			if (i == 3) half(marked);
			key('.');
		}
		Hand.await("the panel says that all is done",
				() -> Hand.<JTextArea>find(panel, "count-missing").getText().equals("Complete."));
		see("marked and counted", marked == counts().get(0).counted() && marked > 0);
		see("result", label("count-result").startsWith(marked + ".0 per 2.37 mm² (95 %: "));
		see("bar", Hand.ask(() -> Hand.<JProgressBar>find(panel, "count-done").getString())
				.equals(marked + " counted · 2.37 of 2.37 mm² inspected"));
		see("last field", label("field"));
		back();
		outside();
		screen("count.png");
		Hand.run(() -> session.image().getWindow().close());
		Hand.await("the slide is closed", () -> session.isClosed());
	}

	/** While a field is not finished its marks wait. */
	private void half(int marked) throws Exception {
		Hand.await("three fields are counted", () -> label("field").contains("3 of 10 finished"));
		Box fourth = fields().get(3).shape().bounds();
		int here = nuclei(fourth, NucleusKind.MITOSIS).size();
		Hand.await("the count follows", () -> Hand.<JProgressBar>find(panel, "count-done").getString()
				.equals(marked - here + " counted · 0.71 of 2.37 mm² inspected"));
		see("missing", lines("count-missing"));
		Hand.await("they wait", () -> lines("count-outside").startsWith(here + " in fields that are not finished"));
		screen("fields.png");
		see("field in view", label("field"));
	}

	/** Back to the last field; at 40× a cell is marked in it, which counts at once, and taken back. */
	private void back() throws Exception {
		key(',');
		see("one back", label("field"));
		Hand.press(session.image().getWindow(), "40×");
		Hand.await("magnification 40", () -> Math.abs(canvas.getMagnification() - 1) < 1e-9);
		int before = counts().get(0).counted();
		Box view = Hand.ask(canvas::visible);
		mark(view.centre(), 'm');
		see("at 40x", counts().get(0).counted() - before);
		AnnotationObject last = session.document().objects().get(session.document().objects().size() - 1);
		see("where it was clicked", last.shape().bounds().centre().distanceTo(view.centre()) <= 2.5);
		key('z');
		see("taken back", counts().get(0).counted() - before);
	}

	private void outside() throws Exception {
		Hand.run(() -> canvas.show(new Point(2_000, 2_000), 0.3));
		mark(new Point(2_000, 2_000), 'm');
		Hand.await("it is told", () -> Hand.<JTextArea>find(panel, "hint").getText().contains("lies outside"));
		Hand.await("the panel says so", () -> Hand.<JTextArea>find(panel, "count-outside").getText().startsWith("1 outside"));
		see("no field here", label("field"));
	}

	private List<CountResult> counts() {
		return new ProtocolCounts(session.document(), session.planeSpacing()).all(Progress.NONE);
	}

	/** Of some squares of the size of ten fields that with most mitoses. */
	private Point dense() {
		Point best = null;
		int most = -1;
		for (int x = 4_000; x < 54_000; x += 5_000)
			for (int y = 4_000; y < 40_000; y += 5_000) {
				int here = nuclei(new Box(x, y, 6_000, 6_000), NucleusKind.MITOSIS).size();
				if (here > most) best = new Point(x + 3_000, y + 3_000);
				most = Math.max(most, here);
			}
		return best;
	}

	/** Positive and negative cells by their keys; the score follows, and the hot spot can be shown. */
	private void proportions() throws Exception {
		open(new HistologySlide(60_000, 45_000, 1, folder.resolve("ihc.svs")), "ihc-slide");
		Hand.run(() -> Toolbar.getInstance().setTool(Toolbar.RECTANGLE));
		Hand.run(() -> canvas.show(new Point(30_000, 20_000), 0.5));
		Hand.drag(canvas, 0, 100, 100, 300, 300, 500, 400);
		key('e');
		Hand.run(() -> Toolbar.getInstance().setTool(Toolbar.POINT));
		Box view = Hand.ask(canvas::visible);
		for (int i = 0; i < 8; i++)
			mark(new Point(view.x() + 300 + 80 * i, view.y() + 400), i < 6 ? 'p' : 'n');
		Hand.await("the score follows", () -> label("count-result").startsWith("75.0 %"));
		see("score", label("count-result"));
		see("needed", lines("count-missing"));
		Hand.run(() -> Hand.<JButton>find(panel, "show-ki-67").doClick());
		Hand.await("the hot spot is drawn", () -> session.image().getRoi() != null);
		see("hot spot", Math.abs(Hand.ask(() -> session.image().getRoi().getFloatBounds().getWidth())
				- 2 * Math.sqrt(0.2e6 / Math.PI) / 0.25) < 2);
		screen("proportion.png");
		Hand.run(() -> session.image().getWindow().close());
	}

	/** For whoever wants to see it: a picture of the screen, if a folder is named. */
	private void screen(String name) throws Exception {
		String pictures = System.getProperty("annotomy.pictures");
		if (pictures == null) return;
		Hand.await("the slide is sharp", canvas::isSharp);
		var robot = new java.awt.Robot();
		robot.delay(800);
		var size = java.awt.Toolkit.getDefaultToolkit().getScreenSize();
		javax.imageio.ImageIO.write(robot.createScreenCapture(new java.awt.Rectangle(size)), "png",
				new java.io.File(pictures, name));
	}
}
