package org.annotomy.bridge;

import java.awt.AWTEvent;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.GraphicsEnvironment;
import java.awt.Label;
import java.awt.TextComponent;
import java.awt.Toolkit;
import java.awt.event.WindowEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import javax.swing.Timer;
import javax.swing.text.JTextComponent;

import ij.IJ;
import ij.ImageJ;

/**
 * Runs macros in a host program in a JVM of its own, and writes what became of each: whether it was stopped, and what the user
 * was told, in dialogs (which it closes) or on the console. Knows ImageJ only, so that it runs beside any packaging of ours.
 */
public final class HostSession {

	private static final int SETTLE_MS = 150;

	private final List<String> told = Collections.synchronizedList(new ArrayList<>());

	private HostSession() {}

	/** @param args {@code plain} or {@code fiji}, a folder with macros {@code *.ijm}, and the file to write to */
	public static void main(String[] args) throws Exception {
		HostSession session = new HostSession();
		if (!GraphicsEnvironment.isHeadless()) session.watchDialogs();
		if (args[0].equals("fiji")) startFiji();
		else if (GraphicsEnvironment.isHeadless()) HeadlessMenus.install();
		else new ImageJ(ImageJ.EMBEDDED);
		List<String> lines = session.runAll(Path.of(args[1]), args[0].equals("plain") && GraphicsEnvironment.isHeadless());
		Files.write(Path.of(args[2]), lines);
		System.exit(0);
	}

	/** Returns when its main window is shown, if there is a display. */
	static void startFiji() throws Exception {
		Object imagej = Class.forName("net.imagej.ImageJ").getDeclaredConstructor().newInstance();
		if (GraphicsEnvironment.isHeadless()) return;
		imagej.getClass().getMethod("launch", String[].class).invoke(imagej, (Object) new String[0]);
		while (IJ.getInstance() == null || !IJ.getInstance().isShowing())
			LockSupport.parkNanos(20_000_000);
	}

	private List<String> runAll(Path folder, boolean ownHeadless) throws IOException {
		List<Path> macros;
		try (var files = Files.list(folder)) {
			macros = files.filter(f -> f.toString().endsWith(".ijm")).sorted().toList();
		}
		List<String> lines = new ArrayList<>();
		for (Path macro : macros)
			lines.add(macro.getFileName() + "\t" + run(Files.readString(macro), argument(macro), ownHeadless));
		return lines;
	}

	/** The text of the file of the same name that ends in {@code .argument}; none if there is no such file. */
	private static String argument(Path macro) throws IOException {
		Path file = macro.resolveSibling(macro.getFileName().toString().replace(".ijm", ".argument"));
		return Files.exists(file) ? Files.readString(file) : "";
	}

	private String run(String macro, String argument, boolean ownHeadless) {
		told.clear();
		PrintStream out = System.out;
		PrintStream err = System.err;
		ByteArrayOutputStream console = new ByteArrayOutputStream();
		PrintStream captured = new PrintStream(console, true);
		System.setOut(captured);
		System.setErr(captured);
		try {
			if (ownHeadless) told.add("ended well: " + new HeadlessMacro(macro, argument).run());
			else IJ.runMacro(macro, argument);
		} finally {
			System.setOut(out);
			System.setErr(err);
		}
		return (String.join(" | ", told) + " | " + console).replaceAll("\\s+", " ").trim();
	}

	private void watchDialogs() {
		Toolkit.getDefaultToolkit().addAWTEventListener(event -> {
			if (event.getID() == WindowEvent.WINDOW_OPENED && event.getSource() instanceof Dialog dialog) {
				StringBuilder texts = new StringBuilder("dialog " + dialog.getTitle() + ": ");
				collect(dialog, texts);
				told.add(texts.toString());
				closeSoon(dialog);
			}
		}, AWTEvent.WINDOW_EVENT_MASK);
	}

	/** Not at once: a modal dialog that goes before its caller has begun to wait leaves the caller waiting for ever. */
	private static void closeSoon(Dialog dialog) {
		Timer timer = new Timer(SETTLE_MS, event -> dialog.dispose());
		timer.setRepeats(false);
		timer.start();
	}

	private static void collect(Container container, StringBuilder texts) {
		for (Component part : container.getComponents()) {
			if (part instanceof Label label) texts.append(label.getText()).append(' ');
			else if (part instanceof TextComponent text) texts.append(text.getText()).append(' ');
			else if (part instanceof JTextComponent text) texts.append(text.getText()).append(' ');
			else if (part.getClass().getName().equals("ij.gui.MultiLineLabel")) texts.append(lines(part)).append(' ');
			else if (part instanceof Container inside) collect(inside, texts);
		}
	}

	/** ImageJ paints messages of several lines itself. */
	private static String lines(Component label) {
		try {
			var field = label.getClass().getDeclaredField("lines");
			field.setAccessible(true);
			return String.join(" ", (String[]) field.get(label));
		} catch (ReflectiveOperationException e) {
			throw new IllegalStateException(e);
		}
	}
}
