package org.annotomy.bridge;

import java.awt.AWTEvent;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.TextArea;
import java.awt.Toolkit;
import java.awt.event.WindowEvent;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JDialog;
import javax.swing.text.JTextComponent;

import ij.Executer;
import ij.IJ;
import ij.ImageJ;
import ij.Menus;
import ij.measure.ResultsTable;
import ij.plugin.frame.Recorder;

/** Plays a user at the menu and the dialogs of the host, with the macro recorder open; writes down what is seen. */
public final class DialogSession {

	private static final String LABEL = "Annotomy Sample...";

	private final BlockingQueue<Dialog> opened = new LinkedBlockingQueue<>();
	private final Properties seen = new Properties();

	private DialogSession() {}

	/** @param args {@code plain} or {@code fiji}, and the file to write to */
	public static void main(String[] args) throws Exception {
		DialogSession session = new DialogSession();
		try {
			session.play(args[0].equals("fiji"));
		} catch (Throwable e) {
			session.seen("broken", e.toString());
		}
		try (var out = Files.newOutputStream(Path.of(args[1]))) {
			session.seen.store(out, null);
		}
		System.exit(0);
	}

	private void play(boolean fiji) throws Exception {
		start(fiji);
		firstDialog();
		cancelled();
		refused();
		oddTexts();
		failed();
	}

	@SuppressWarnings("unchecked")
	private void start(boolean fiji) throws Exception {
		if (fiji) HostSession.startFiji();
		else new ImageJ(ImageJ.EMBEDDED);
		Toolkit.getDefaultToolkit().addAWTEventListener(event -> {
			if (event.getID() == WindowEvent.WINDOW_OPENED && event.getSource() instanceof Dialog dialog) opened.add(dialog);
		}, AWTEvent.WINDOW_EVENT_MASK);
		Menus.getCommands().putIfAbsent(LABEL, "org.annotomy.bridge.CommandPlugIn(\"org.annotomy.bridge.SampleCommand\")");
	}

	private JDialog dialog() throws InterruptedException {
		Dialog dialog = opened.poll(60, TimeUnit.SECONDS);
		if (dialog == null) throw new IllegalStateException("no dialog came");
		return (JDialog) dialog;
	}

	private void firstDialog() throws Exception {
		long start = System.nanoTime();
		Thread menu = command();
		JDialog dialog = dialog();
		seen("first.ms", Long.toString((System.nanoTime() - start) / 1_000_000));
		seen("first.count", text(dialog, "count"));
		cancel(dialog, menu);
	}

	private void cancelled() throws Exception {
		new Recorder();
		Thread menu = command();
		cancel(dialog(), menu);
		seen("cancelled.recorded", recorded());
	}

	private void cancel(JDialog dialog, Thread menu) throws Exception {
		onEventThread(() -> this.<JButton>find(dialog, "Cancel").doClick());
		menu.join();
	}

	private Thread command() {
		Executer executer = new Executer(LABEL);
		Thread menu = new Thread(executer, LABEL);
		menu.start();
		return menu;
	}

	private void refused() throws Exception {
		Thread menu = command();
		JDialog dialog = dialog();
		onEventThread(() -> {
			this.<JTextComponent>find(dialog, "count").setText("99");
			this.<JTextComponent>find(dialog, "name").setText("a b");
			this.<JTextComponent>find(dialog, "patient").setText("Doe^John");
			this.<JCheckBox>find(dialog, "invert").setSelected(true);
			this.<JButton>find(dialog, "OK").doClick();
			seen("refused.open", Boolean.toString(dialog.isVisible()));
			seen("refused.problem", text(dialog, "problem"));
			seen("refused.name", text(dialog, "name"));
			this.<JTextComponent>find(dialog, "count").setText("5");
			this.<JButton>find(dialog, "OK").doClick();
			seen("accepted.open", Boolean.toString(dialog.isVisible()));
		});
		menu.join();
		String line = recorded();
		seen("accepted.recorded", line);
		seen("accepted.given", given());
		Thread again = command();
		JDialog second = dialog();
		seen("again.count", text(second, "count"));
		cancel(second, again);
		IJ.runMacro(line);
		seen("replayed.given", ResultsTable.getResultsTable().getStringValue("Given", 0));
		IJ.selectWindow("Results");
		IJ.run("Close");
	}

	private void oddTexts() throws Exception {
		enterName("\"q\" \\ [x] it's");
		String line = recorded();
		seen("odd.recorded", line);
		IJ.runMacro(line);
		seen("odd.replayed", ResultsTable.getResultsTable().getStringValue("Given", 0));
		enterName("it's a [ bracket");
		seen("impossible.recorded", recorded());
	}

	private void enterName(String name) throws Exception {
		Thread menu = command();
		JDialog dialog = dialog();
		onEventThread(() -> {
			this.<JTextComponent>find(dialog, "name").setText(name);
			this.<JButton>find(dialog, "OK").doClick();
		});
		menu.join();
	}

	private void failed() throws Exception {
		recorded();
		Thread menu = command();
		JDialog dialog = dialog();
		onEventThread(() -> {
			this.<JComboBox<String>>find(dialog, "then").setSelectedItem("refuse");
			this.<JButton>find(dialog, "OK").doClick();
		});
		Dialog message = opened.poll(60, TimeUnit.SECONDS);
		seen("failed.title", message.getTitle());
		onEventThread(message::dispose);
		menu.join();
		seen("failed.recorded", recorded());
	}

	/** What the sample command told in the window of its table. */
	private static String given() {
		return ResultsTable.getResultsTable("Sample Table").getStringValue("Given", 0);
	}

	/** The text of the recorder, which is emptied. */
	private static String recorded() throws ReflectiveOperationException {
		Field area = Recorder.class.getDeclaredField("textArea");
		area.setAccessible(true);
		TextArea text = (TextArea) area.get(null);
		String recorded = text.getText();
		text.setText("");
		return recorded;
	}

	private static String text(Container dialog, String name) {
		return new DialogSession().<JTextComponent>find(dialog, name).getText();
	}

	private void seen(String key, String value) {
		seen.setProperty(key, value);
	}

	@SuppressWarnings("unchecked")
	private <T extends Component> T find(Container container, String name) {
		T found = (T) search(container, name);
		if (found == null) throw new IllegalStateException("no component " + name);
		return found;
	}

	private static Component search(Container container, String name) {
		for (Component part : container.getComponents()) {
			if (name.equals(part.getName())) return part;
			Component inside = part instanceof Container parent ? search(parent, name) : null;
			if (inside != null) return inside;
		}
		return null;
	}

	private static void onEventThread(Runnable task) throws Exception {
		EventQueue.invokeAndWait(task);
	}
}
