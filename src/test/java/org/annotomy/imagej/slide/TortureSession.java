package org.annotomy.imagej.slide;

import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Window;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

import org.annotomy.slide.PatternSlide;

import com.sun.management.ThreadMXBean;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Menus;
import ij.WindowManager;
import ij.gui.Toolbar;
import ij.macro.Interpreter;

/** Runs every command of ImageJ's menus and many macro functions on a slide of 9.35 gigapixels; writes down what each said and cost. */
public final class TortureSession {

	static final int WIDTH = 110_000;
	static final int HEIGHT = 85_000;
	/** As large as the whole, and not a rectangle. */
	static final String HUGE = "makePolygon(10, 10, 109990, 400, 90000, 84990, 300, 80000); ";
	private static final int LIMIT_MS = 20_000;

	private final Properties seen = new Properties();
	private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
	private final SlideImage slide;

	private TortureSession(SlideImage slide) {
		this.slide = slide;
	}

	/** @param args a folder, and the file to write to */
	public static void main(String[] args) throws Exception {
		new ImageJ(ImageJ.EMBEDDED);
		SlideImage slide = SlideImage.open(new PatternSlide(WIDTH, HEIGHT));
		TortureSession torture = new TortureSession(slide);
		slide.show();
		torture.menus();
		torture.macros(TortureList.refused(Path.of(args[0])));
		torture.macros(TortureList.working(Path.of(args[0])));
		EventQueue.invokeAndWait(() -> Toolbar.getInstance().setTool(Toolbar.OVAL));
		try (var out = Files.newOutputStream(Path.of(args[1]))) {
			torture.seen.store(out, null);
		}
		System.exit(0);
	}

	/** All commands of ImageJ that the lists do not allow, each with a large selection. */
	private void menus() throws Exception {
		Map<String, String> commands = new TreeMap<>();
		for (Object label : Menus.getCommands().keySet()) {
			String call = (String) Menus.getCommands().get(label);
			if (call.startsWith("ij.")) commands.put((String) label, call);
		}
		int refused = 0;
		prepare();
		run(HUGE);
		StringBuilder wrong = new StringBuilder();
		for (Map.Entry<String, String> command : commands.entrySet()) {
			if (AllowedCommands.isAllowed(command.getValue(), slide)) continue;
			refused++;
			String said = run("run(\"" + command.getKey().replace("\\", "\\\\") + "\");");
			if (!said.contains(Refusal.sentence(command.getKey())))
				wrong.append(command.getKey()).append(": ").append(said).append('\n');
		}
		seen.setProperty("menu-commands", String.valueOf(refused));
		seen.setProperty("menu-wrong", wrong.toString());
	}

	private void macros(Map<String, String> macros) throws Exception {
		for (Map.Entry<String, String> macro : macros.entrySet()) {
			prepare();
			seen.setProperty(macro.getKey().replace(' ', '-'), run(macro.getValue()));
		}
	}

	private void prepare() throws Exception {
		for (int id : WindowManager.getIDList()) {
			ImagePlus image = WindowManager.getImage(id);
			image.changes = false;
			if (image != slide) image.close();
		}
		EventQueue.invokeAndWait(() -> {
			WindowManager.setCurrentWindow(slide.getWindow());
			slide.deleteRoi();
			slide.setOverlay(null);
		});
	}

	/** What a macro returned or said, in how many ms, with how many MB, and which windows it left. */
	private String run(String macro) throws Exception {
		AtomicReference<String> said = new AtomicReference<>("");
		long[] bytes = new long[1];
		Thread thread = new Thread(() -> {
			long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
			said.set(interpret(macro));
			bytes[0] = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
		}, "Macro$");
		long start = System.nanoTime();
		thread.start();
		String dialogs = "";
		while (thread.isAlive() && (System.nanoTime() - start) / 1_000_000 < LIMIT_MS) {
			thread.join(50);
			dialogs += closeDialogs();
		}
		String hung = thread.isAlive() ? " HUNG" : "";
		return said.get() + dialogs + closeTraces() + hung + " [" + (System.nanoTime() - start) / 1_000_000 + " ms, "
				+ (bytes[0] >> 20) + " MB]";
	}

	private static String interpret(String macro) {
		IJ.getErrorMessage();
		IJ.redirectErrorMessages();
		Interpreter interpreter = new Interpreter();
		interpreter.setIgnoreErrors(true);
		String returned = "";
		try {
			returned = interpreter.run(macro, "");
		} catch (RuntimeException | Error e) {
			if (!String.valueOf(e.getMessage()).contains("Macro canceled")) returned = e.toString();
		}
		String error = IJ.getErrorMessage();
		String own = interpreter.getErrorMessage();
		return (returned == null ? "" : returned) + (error == null ? "" : " " + error) + (own == null ? "" : " " + own);
	}

	/** Dialogs that nobody asked for. */
	private static String closeDialogs() {
		StringBuilder titles = new StringBuilder();
		for (Window window : Window.getWindows())
			if (window instanceof Dialog dialog && dialog.isShowing()) {
				titles.append(" DIALOG ").append(dialog.getTitle());
				EventQueue.invokeLater(dialog::dispose);
			}
		return titles.toString();
	}

	private static String closeTraces() {
		StringBuilder traces = new StringBuilder();
		for (Frame frame : WindowManager.getNonImageWindows())
			if (frame.getTitle().startsWith("Exception")) {
				traces.append(" TRACE ").append(((ij.text.TextWindow) frame).getTextPanel().getText());
				EventQueue.invokeLater(frame::dispose);
				WindowManager.removeWindow(frame);
			}
		return traces.toString();
	}
}
