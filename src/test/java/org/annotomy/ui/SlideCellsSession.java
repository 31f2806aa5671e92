package org.annotomy.ui;

import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import javax.imageio.ImageIO;
import javax.swing.JComboBox;
import javax.swing.JTable;
import javax.swing.text.JTextComponent;

import org.annotomy.command.spec.MenuConfig;
import org.annotomy.display.detection.DetectionMode;
import org.annotomy.geometry.Point;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.slide.SlideCanvas;
import org.annotomy.imagej.slide.SlideImage;
import org.annotomy.sample.histology.HistologyRecipe;
import org.annotomy.sample.histology.HistologySlide;
import org.annotomy.ui.desk.PanelFrame;
import org.annotomy.ui.tool.SelectTool;

import ij.IJ;
import ij.ImageJ;
import ij.Menus;
import ij.gui.MessageDialog;
import ij.measure.ResultsTable;

/**
 * Plays a pathologist at a slide with all of its nuclei as detections: looks, selects, filters, gives other classes, takes back, saves, opens
 * again. Writes down what is seen, how long it took, and for how long at most the event dispatch thread was busy with one thing.
 */
public final class SlideCellsSession extends Play {

	private static final int FRAMES = 21;
	/** Painted before any is counted: until then Java interprets more than it compiles. */
	private static final int FIRST_FRAMES = 30;
	private static final long SLOW_NANOS = 250_000_000;

	private final MeasuredEvents events = MeasuredEvents.install();
	private final Path slide;
	private final Path cells;
	private final Path pictures;
	private AnnotationSession session;
	private SlideCanvas canvas;

	private SlideCellsSession(Path folder, int width, int height, Path pictures) throws Exception {
		this.pictures = pictures;
		slide = folder.resolve("section" + HistologyRecipe.ENDING);
		cells = folder.resolve("cells.geojson");
		new HistologyRecipe(width, height, 1).write(slide);
		see("cells", SlideCells.write(new HistologySlide(width, height, 1, null), cells));
	}

	/** @param args folder, file to write to, folder for pictures (may be left out); the property {@code slide} is the size, such as 12000x9000 */
	@SuppressWarnings("unchecked")
	public static void main(String[] args) throws Exception {
		new ImageJ(ImageJ.EMBEDDED);
		MenuConfig.entries().forEach(entry -> Menus.getCommands().putIfAbsent(entry.label(), entry.call()));
		String[] size = System.getProperty("slide").split("x");
		SlideCellsSession play = new SlideCellsSession(Path.of(args[0]), Integer.parseInt(size[0]), Integer.parseInt(size[1]),
				args.length > 2 ? Files.createDirectories(Path.of(args[2])) : null);
		play.play(Path.of(args[1]), play::watchEventThread, () -> play.open("opened"), play::comeIn, play::look, play::select,
				play::regions,
				play::saveAndOpenAgain);
	}

	@Override
	void see(String key, Object what) {
		super.see(key, what);
		System.err.println(key + ": " + what);
	}

	/** A message that nobody expects ends the play: nobody would close it. */
	private void watchMessages() {
		for (Window window : Window.getWindows())
			if (window.isShowing() && window instanceof MessageDialog message) {
				System.err.println("message: " + message.getTitle() + " " + Arrays.toString(message.getComponents()));
				Runtime.getRuntime().halt(1);
			}
	}

	private void watchEventThread() throws Exception {
		Thread dispatch = Hand.ask(Thread::currentThread);
		Thread watch = new Thread(() -> {
			while (true) {
				long asked = System.nanoTime();
				AtomicBoolean answered = new AtomicBoolean();
				EventQueue.invokeLater(() -> answered.set(true));
				while (!answered.get()) {
					LockSupport.parkNanos(5_000_000);
					if (System.nanoTime() - asked > SLOW_NANOS && !answered.get()) tellWhere(dispatch);
				}
				watchMessages();
			}
		}, "event thread watch");
		watch.setDaemon(true);
		watch.start();
	}

	/** What the event dispatch thread is busy with. */
	private static void tellWhere(Thread dispatch) {
		System.err.println("busy: " + Arrays.stream(dispatch.getStackTrace())
				.filter(at -> at.getClassName().startsWith("org.annotomy")
						|| at.getClassName().startsWith("javax.swing"))
				.limit(6).map(at -> at.getFileName() + ":" + at.getLineNumber())
				.collect(Collectors.joining(" < ")));
		LockSupport.parkNanos(SLOW_NANOS);
	}

	private interface Step {
		void run() throws Exception;
	}

	/** A step as a macro takes it, beside the event dispatch thread. */
	private void time(String what, Step step) throws Exception {
		Hand.run(() -> {});
		events.reset();
		long from = System.nanoTime();
		long processor = processNanos();
		step.run();
		Hand.run(() -> {});
		see(what + " ms", ms(System.nanoTime() - from));
		see(what + " processor ms", ms(processNanos() - processor));
		see(what + " longest event ms", ms(events.longestNanos()));
		see(what + " longest event processor ms", ms(events.longestProcessorNanos()));
	}

	/** A step during which somebody moves the view. */
	private void timeWhileMoving(String what, Step step) throws Exception {
		AtomicBoolean over = new AtomicBoolean();
		List<Double> frames = new ArrayList<>();
		Thread mover = new Thread(() -> {
			try {
				for (int i = 0; !over.get(); i++) {
					frames.add(frame(i));
					LockSupport.parkNanos(100_000_000);
				}
			} catch (Exception e) {
				throw new IllegalStateException(e);
			}
		}, "mover");
		mover.start();
		time(what, step);
		over.set(true);
		mover.join();
		seeFrames("frame during " + what, frames);
	}

	private static long ms(long nanos) {
		return Math.round(nanos / 1e6);
	}

	private void open(String what) throws Exception {
		time(what, () -> IJ.run("Open Study...", "path=[" + slide + "] protocol=tissue-slide rater=r-1"));
		session = AnnotationSession.of(IJ.getImage()).orElseThrow();
		canvas = SlideImage.require(session.image()).slideCanvas().orElseThrow();
		IJ.run("Annotation Panel");
		Hand.run(() -> session.image().getWindow().setBounds(10, 60, 1000, 760));
	}

	private void comeIn() throws Exception {
		timeWhileMoving("import", () -> IJ.run("Import Objects...", "file=[" + cells + "]"));
		see("held as detections", session.document().detections().count());
		System.gc();
		see("heap MB", (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
	}

	private void look() throws Exception {
		PanelFrame panel = Hand.ask(PanelFrame::find);
		for (DetectionMode mode : DetectionMode.values()) {
			IJ.run("Show Detections...", "shown_as=[" + mode.key() + "]");
			JComboBox<?> box = Hand.find(panel, "detections shown as");
			Hand.await("the panel says " + mode.key(), () -> mode.key().equals(box.getSelectedItem()));
			Hand.run(canvas::fit);
			frames(mode.key() + " fit");
			picture("slide-cells-" + mode.key().replace(' ', '-') + ".png");
		}
		IJ.run("Show Detections...", "shown_as=outlines");
		Point middle = canvas.centre();
		for (double magnification : new double[]{0.05, 0.25, 1}) {
			Hand.run(() -> canvas.show(middle, magnification));
			frames("outlines " + magnification);
			picture("slide-cells-" + magnification + ".png");
		}
	}

	/** Of all threads: what is left to say on a machine that others use too. */
	private static long processNanos() {
		return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
				? system.getProcessCpuTime()
				: 0;
	}

	/** The view moves by a screen pixel and is painted anew. @return milliseconds from asking for it until it is painted */
	private double frame(int number) throws Exception {
		return events.frame(canvas, () -> {
			double step = (number % 2 == 0 ? 1 : -1) / canvas.getMagnification();
			canvas.show(new Point(canvas.centre().x() + step, canvas.centre().y()), canvas.getMagnification());
		}) / 1e6;
	}

	private double zoomed(int number) throws Exception {
		return events.frame(canvas,
				() -> canvas.show(canvas.centre(), canvas.getMagnification() * (number % 2 == 0 ? 1.25 : 0.8))) / 1e6;
	}

	private interface Frame {
		double paint(int number) throws Exception;
	}

	private void frames(String what) throws Exception {
		frames("frame " + what, this::frame);
		frames("zoomed frame " + what, this::zoomed);
		events.reset();
		frame(0);
		// The view is drawn with care once it has come to rest.
		LockSupport.parkNanos(600_000_000);
		Hand.await("the slide is sharp", canvas::isSharp);
		see("rest " + what + " longest event processor ms", ms(events.longestProcessorNanos()));
	}

	private void frames(String what, Frame frame) throws Exception {
		Hand.await("the slide is sharp", canvas::isSharp);
		for (int i = 0; i < FIRST_FRAMES; i++)
			frame.paint(i);
		Hand.await("the slide is sharp", canvas::isSharp);
		List<Double> frames = new ArrayList<>();
		long processor = processNanos();
		for (int i = 0; i < FRAMES; i++)
			frames.add(frame.paint(i));
		see(what + " processor ms", Math.round((processNanos() - processor) / 1e6 / FRAMES));
		seeFrames(what, frames);
	}

	private void seeFrames(String what, List<Double> frames) {
		List<Double> sorted = frames.stream().sorted().toList();
		see(what + " median ms", Math.round(sorted.get(sorted.size() / 2)));
		see(what + " most ms", Math.round(sorted.get(sorted.size() - 1)));
	}

	private void picture(String name) throws Exception {
		if (pictures == null) return;
		Hand.run(() -> session.image().getWindow().toFront());
		Hand.await("the slide is sharp", canvas::isSharp);
		Robot robot = new Robot();
		robot.delay(900);
		Rectangle all = session.image().getWindow().getBounds().union(Hand.ask(PanelFrame::find).getBounds());
		ImageIO.write(robot.createScreenCapture(all), "png", pictures.resolve(name).toFile());
	}

	private void select() throws Exception {
		UUID id = session.document().detections().objects().get(session.document().detections().count() / 2).id();
		Point at = session.document().object(id).orElseThrow().shape().bounds().centre();
		Hand.run(() -> canvas.show(at, 1));
		Hand.run(() -> new SelectTool().run(""));
		time("click", () -> Hand.click(canvas, 0, canvas.screenXD(at.x()), canvas.screenYD(at.y())));
		see("clicked", session.selection().set().contains(id));
		JTextComponent measured = Hand.find(Hand.ask(PanelFrame::find), "measurements");
		Hand.await("its measurements are told", () -> measured.getText().startsWith("Nucleus: Area µm^2: "));
		picture("slide-cells-selected.png");
		JTable table = Hand.find(Hand.ask(PanelFrame::find), "objects");
		see("rows", table.getRowCount());
		String tumor = key("Tumor nucleus");
		time("select class", () -> IJ.run("Select Objects...", "objects=[class:" + tumor + "]"));
		int tumors = session.selection().set().size();
		see("selected", tumors);
		see("rows selected", Hand.ask(table::getSelectedRowCount));
		time("change class", () -> IJ.run("Change Class...", "objects=selected class_key=mitosis"));
		see("changed", session.document().detections().objects().stream().filter(o -> "mitosis".equals(o.classKey())).count());
		time("undo", () -> IJ.run("Undo Annotation..."));
		see("taken back",
				session.document().detections().objects().stream().filter(o -> tumor.equals(o.classKey())).count() == tumors);
		time("select where", () -> IJ.run("Select Objects...", "objects=[where:Nucleus: Area µm^2>30]"));
		time("filter of the table", () -> {
			javax.swing.JTextField filter = Hand.find(Hand.ask(PanelFrame::find), "filter");
			Hand.run(() -> filter.setText("lympho"));
		});
		see("rows filtered", Hand.ask(table::getRowCount));
		see("selected while filtered", session.selection().set().size());
		Hand.run(() -> Hand.<javax.swing.JTextField>find(PanelFrame.find(), "filter").setText(""));
		time("clear selection", () -> IJ.run("Select Objects...", "objects=none"));
	}

	private String key(String name) {
		return session.document().protocol().classes().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow()
				.key();
	}

	private void regions() throws Exception {
		int w = session.image().getWidth();
		int h = session.image().getHeight();
		session.image().setRoi(new ij.gui.OvalRoi(w / 3, h / 3, w / 4, h / 4));
		IJ.run("Mark Selection...", "class_key=region");
		time("hierarchy", () -> IJ.run("Resolve Hierarchy"));
		time("measure regions", () -> IJ.run("Measure Regions..."));
		ResultsTable table = ResultsTable.getActiveTable();
		see("regions", table == null ? "none" : table.getColumnHeadings() + " " + table.size());
		time("delete", () -> IJ.run("Delete Objects...", "objects=[where:Nucleus: Area µm^2<10]"));
		time("undo delete", () -> IJ.run("Undo Annotation..."));
	}

	private void saveAndOpenAgain() throws Exception {
		int before = session.document().objects().size();
		timeWhileMoving("save", () -> IJ.run("Save Annotations"));
		time("change one", () -> IJ.run("Change Class...", "objects=number:77 class_key=mitosis"));
		time("save again", () -> IJ.run("Save Annotations"));
		time("close", () -> {
			Hand.run(() -> session.image().getWindow().close());
			Hand.await("the slide is closed", session::isClosed);
		});
		open("open again");
		see("as before", before == session.document().objects().size());
		Path whole = cells.resolveSibling("whole.geojson");
		time("export", () -> IJ.run("Export Objects...", "file=[" + whole + "]"));
		see("exported", Files.size(whole) > 0);
	}
}
