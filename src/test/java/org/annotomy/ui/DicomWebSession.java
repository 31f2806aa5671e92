package org.annotomy.ui;

import java.awt.Color;
import java.awt.EventQueue;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import javax.swing.AbstractButton;
import javax.swing.JDialog;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.text.JTextComponent;

import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.dicom.transfer.Outbox;
import org.annotomy.dicom.web.AuthKind;
import org.annotomy.dicom.web.FakeDicomWeb;
import org.annotomy.dicom.web.WebFolder;
import org.annotomy.dicom.web.WebServer;
import org.annotomy.dicom.web.WebServers;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.ui.web.DicomWebFrame;

import ij.IJ;
import ij.ImageJ;
import ij.WindowManager;

/** Plays a user at the DICOMweb window; writes down what is seen. */
public final class DicomWebSession {

	private static final String TOKEN = "sesame-4711";

	private final Properties seen = new Properties();
	private final FakeDicomWeb server = new FakeDicomWeb().withSlices(12);
	private final DicomWebFrame frame;

	private DicomWebSession(Path folder) throws Exception {
		server.password = TOKEN;
		WebServer entry = new WebServer("Fake", server.server.entry().base(), AuthKind.BEARER, "", "", false);
		WebServers.read(WebFolder.ofUser().servers()).with(entry).write(WebFolder.ofUser().servers());
		new Outbox(WebFolder.ofUser().outbox(), java.time.Clock.systemUTC()).add("Fake",
				SyntheticSlice.write(folder, "waiting.dcm", SyntheticSlice.at(9, 909)), org.annotomy.task.Progress.NONE);
		frame = Hand.ask(DicomWebFrame::open);
	}

	/** @param args folder for files, and the file to write to */
	public static void main(String[] args) throws Exception {
		System.setProperty("annotomy.dicomweb", Path.of(args[0], "web").toString());
		new ImageJ(ImageJ.EMBEDDED);
		DicomWebSession session = new DicomWebSession(Path.of(args[0]));
		session.finding();
		session.masking();
		session.cancelling();
		session.opening();
		session.retrying();
		session.failing();
		try (var out = Files.newOutputStream(Path.of(args[1]))) {
			session.seen.store(out, null);
		}
		System.exit(0);
	}

	private void see(String key, Object what) {
		seen.setProperty(key.replace(' ', '-'), String.valueOf(what));
	}

	/** A wrong token is asked for again; the right one is remembered. */
	private void finding() throws Exception {
		click("find");
		answer("OK", "wrong");
		Hand.await("the refusal", () -> words().contains("401"));
		see("refused", words() + " " + isRed());
		click("find");
		answer("OK", TOKEN);
		Hand.await("a study", () -> table("studies").getRowCount() == 1);
		Hand.await("a series", () -> table("series").getRowCount() == 1);
		see("found", words());
		click("find");
		Hand.await("a study again", () -> table("studies").getRowCount() == 1 && words().equals("1 study."));
		Hand.await("a series again", () -> table("series").getRowCount() == 1);
		see("series", row("series"));
	}

	private void masking() throws Exception {
		see("masked", row("studies"));
		Hand.type(table("studies"), KeyEvent.VK_P, 'p', 0);
		see("unmasked", row("studies"));
		Hand.type(table("studies"), KeyEvent.VK_P, 'p', 0);
		see("masked again", row("studies"));
	}

	private void cancelling() throws Exception {
		CountDownLatch gate = new CountDownLatch(1);
		server.gate = gate;
		click("open");
		Hand.await("the button to cancel", () -> Hand.<AbstractButton>find(frame, "cancel").isVisible());
		click("find");
		Hand.await("the refusal", () -> words().startsWith("Something else"));
		click("cancel");
		Hand.await("the end", () -> words().equals("Cancelled."));
		gate.countDown();
		see("images after cancel", WindowManager.getImageCount());
	}

	private void opening() throws Exception {
		click("open");
		Hand.await("an image", () -> WindowManager.getImageCount() == 1);
		Hand.await("an end", () -> !words().contains("…"));
		AnnotationSession session = AnnotationSession.require(WindowManager.getCurrentImage());
		see("opened",
				session.image().getTitle() + " " + session.image().getNSlices() + " by " + session.rater() + ": " + words());
		see("panel", WindowManager.getWindow("Annotations") != null);
		click("annotations");
		answer("Send", null);
		Hand.await("the end", () -> words().equals("1 stored."));
		see("objects on the server", server.objects.size());
		Hand.run(() -> session.image().close());
		Hand.await("the session closed", session::isClosed);
	}

	private void retrying() throws Exception {
		AbstractButton failed = Hand.find(frame, "failed");
		see("waiting", failed.getText());
		click("failed");
		answer("Cancel", null);
		Hand.await("the end", () -> words().equals("Cancelled."));
		see("sent unasked", server.objects.containsKey("2.25.909"));
		click("failed");
		answer("Send", null);
		Hand.await("the end", () -> words().equals("1 stored."));
		see("sent", server.objects.containsKey("2.25.909") + " " + failed.isVisible());
	}

	private void failing() throws Exception {
		server.close();
		click("find");
		Hand.await("the refusal", this::isRed);
		see("away", words());
		Hand.run(frame::dispose);
		see("closed", WindowManager.getWindow(DicomWebFrame.TITLE) == null);
		see("log", String.valueOf(IJ.getLog()));
	}

	/** Presses a button without waiting for the question that it may ask. */
	private void click(String name) throws Exception {
		AbstractButton button = Hand.find(frame, name);
		EventQueue.invokeLater(button::doClick);
	}

	/** Waits for the question, types into its field if it has one, and presses a button. */
	private static void answer(String label, String text) throws Exception {
		Hand.await("a question", () -> dialog() != null);
		JDialog dialog = Hand.ask(DicomWebSession::dialog);
		Hand.run(() -> {
			if (text != null) Hand.<JTextComponent>find(dialog.getContentPane(), "secret").setText(text);
			buttons(dialog.getContentPane()).filter(b -> label.equals(b.getText())).findFirst().orElseThrow().doClick();
		});
	}

	private static Stream<AbstractButton> buttons(java.awt.Container container) {
		return Stream.of(container.getComponents()).flatMap(part -> part instanceof AbstractButton button
				? Stream.of(button)
				: part instanceof java.awt.Container inner ? buttons(inner) : Stream.empty());
	}

	private static JDialog dialog() {
		return List.of(Window.getWindows()).stream().filter(w -> w instanceof JDialog && w.isVisible()).map(JDialog.class::cast)
				.findFirst().orElse(null);
	}

	private JTable table(String name) {
		return Hand.find(frame, name);
	}

	private String row(String table) throws Exception {
		return Hand.ask(() -> {
			StringBuilder text = new StringBuilder();
			for (int column = 0; column < table(table).getColumnCount(); column++)
				text.append(column == 0 ? "" : "|").append(table(table).getValueAt(0, column));
			return text.toString();
		});
	}

	private String words() {
		return Hand.<JTextArea>find(frame, "words").getText();
	}

	private boolean isRed() {
		Color color = Hand.<JTextArea>find(frame, "words").getForeground();
		return color.getRed() > 150 && color.getBlue() < 100;
	}
}
