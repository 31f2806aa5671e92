package org.annotomy.ui.web;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.io.File;
import java.io.IOException;
import java.time.Clock;
import java.util.List;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JFileChooser;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.WindowConstants;

import org.annotomy.dicom.study.SeriesRow;
import org.annotomy.dicom.study.StudyQuery;
import org.annotomy.dicom.transfer.FilesToSend;
import org.annotomy.dicom.transfer.Outbox;
import org.annotomy.dicom.transfer.RetrievedImages;
import org.annotomy.dicom.transfer.SendResult;
import org.annotomy.dicom.transfer.Sending;
import org.annotomy.dicom.web.CredentialSource;
import org.annotomy.dicom.web.DicomWebClient;
import org.annotomy.dicom.web.WebFolder;
import org.annotomy.dicom.web.WebServer;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.web.AnnotationsToSend;
import org.annotomy.imagej.web.ServerSource;
import org.annotomy.store.StoreException;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.annotomy.ui.desk.LookAndFeels;
import org.annotomy.ui.study.StudyBrowser;
import org.annotomy.ui.study.TaskLine;

import ij.WindowManager;

/** The one window that searches DICOMweb servers, opens their series, and sends to them. It stands in ImageJ's list of windows. */
public final class DicomWebFrame extends JFrame {

	public static final String TITLE = "DICOMweb";

	private static final String BUSY = "Something else is still under way. Wait, or cancel it.";
	private static final Dimension SIZE = new Dimension(860, 640);

	private final DeskCredentials credentials = new DeskCredentials(this);
	private final TaskLine tasks = new TaskLine();
	private final StudyBrowser browser = new StudyBrowser(tasks, this::openSeries);
	private final ServerBar servers = new ServerBar(tasks::tell);
	private final QueryForm form = new QueryForm(this::find);
	private final JTextField rater = new JTextField("rater-1", 8);
	private final JButton failed = new JButton();
	private final Outbox outbox = new Outbox(WebFolder.ofUser().outbox(), Clock.systemUTC());
	private ServerSource source;

	private DicomWebFrame() {
		super(TITLE);
		JPanel top = new JPanel(new BorderLayout());
		top.setBorder(BorderFactory.createEmptyBorder(4, 6, 6, 6));
		JPanel first = new JPanel(new BorderLayout());
		first.add(servers.component(), BorderLayout.WEST);
		JPanel right = new JPanel(new FlowLayout(FlowLayout.RIGHT, 4, 2));
		right.add(failed);
		first.add(right, BorderLayout.EAST);
		top.add(first, BorderLayout.NORTH);
		top.add(form.component(), BorderLayout.CENTER);
		JPanel bottom = new JPanel(new BorderLayout());
		bottom.add(buttons(), BorderLayout.NORTH);
		bottom.add(tasks.component(), BorderLayout.SOUTH);
		add(top, BorderLayout.NORTH);
		add(browser.component(), BorderLayout.CENTER);
		add(bottom, BorderLayout.SOUTH);
		setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
		setSize(SIZE);
		setMinimumSize(new Dimension(760, 440));
		setLocationByPlatform(true);
		addWindowListener(new WindowAdapter() {
			@Override
			public void windowActivated(WindowEvent e) {
				countFailed();
			}
		});
		failed.setName("failed");
		failed.addActionListener(e -> retry());
		countFailed();
		tasks.tell(servers.server() == null
				? "Add a server first."
				: "Say what studies you want, or leave all empty, and press Find.", false);
	}

	private JPanel buttons() {
		JPanel left = new JPanel(new FlowLayout(FlowLayout.LEFT, 6, 4));
		left.add(button("Open", "open", browser::openChosen));
		left.add(new JLabel("as rater"));
		rater.setName("rater");
		rater.setToolTipText("Pseudonym noted with every mark: letters, digits and . _ - only. Never a name.");
		left.add(rater);
		left.add(browser.patientsButton());
		JPanel right = new JPanel(new FlowLayout(FlowLayout.RIGHT, 6, 4));
		right.add(button("Send Annotations", "annotations", this::sendAnnotations));
		right.add(button("Send Files…", "send", this::sendFiles));
		JPanel all = new JPanel(new BorderLayout());
		all.add(left, BorderLayout.WEST);
		all.add(right, BorderLayout.EAST);
		return all;
	}

	private static JButton button(String label, String name, Runnable action) {
		JButton button = new JButton(label);
		button.setName(name);
		button.addActionListener(e -> action.run());
		return button;
	}

	/** Shows the window; makes it if it is not there yet. To be called on the event dispatch thread. */
	public static DicomWebFrame open() {
		DicomWebFrame frame = find(TITLE);
		if (frame == null) {
			LookAndFeels.prepare();
			frame = new DicomWebFrame();
			WindowManager.addWindow(frame);
		}
		frame.setVisible(true);
		frame.toFront();
		return frame;
	}

	private static DicomWebFrame find(String title) {
		return WindowManager.getWindow(title) instanceof DicomWebFrame frame ? frame : null;
	}

	/** Where the desk's commands take credentials from: those that the open window remembers, else a question each time. */
	public static CredentialSource credentials() {
		DicomWebFrame frame = find(TITLE);
		return frame == null ? new DeskCredentials(null) : frame.credentials;
	}

	private void find() {
		WebServer server = servers.server();
		try {
			StudyQuery query = form.query();
			if (server == null) tasks.tell("Add a server first.", true);
			else if (tasks.isBusy()) tasks.tell(BUSY, true);
			else browser.find(connect(server), query);
		} catch (IllegalArgumentException e) {
			tasks.tell(e.getMessage(), true);
		} catch (CancelledException e) {
			tasks.tell("Cancelled.", false);
		}
	}

	private ServerSource connect(WebServer server) {
		DicomWebClient client = DicomWebClient.connect(server, credentials);
		tasks.cancel();
		if (source != null) source.client().close();
		source = new ServerSource(server.name(), client, new RetrievedImages(WebFolder.ofUser().cache(), Clock.systemUTC()));
		return source;
	}

	private void openSeries(List<SeriesRow> rows) {
		SeriesOpening opening = new SeriesOpening(source, rater.getText().strip());
		tasks.run("Opening…", progress -> opening.open(rows, progress), result -> {
			opening.show(result);
			tasks.tell(result.notes().isEmpty() ? "Opened." : String.join(" ", result.notes()), !result.notes().isEmpty());
		});
	}

	private void sendFiles() {
		WebServer server = servers.server();
		if (server == null) {
			tasks.tell("Add a server first.", true);
			return;
		}
		JFileChooser chooser = new JFileChooser();
		chooser.setFileSelectionMode(JFileChooser.FILES_AND_DIRECTORIES);
		if (chooser.showDialog(this, "Send") != JFileChooser.APPROVE_OPTION) return;
		File chosen = chooser.getSelectedFile();
		tasks.run("Looking at the files…", progress -> send(chosen, server, progress), this::tellSent);
	}

	/** Those of the active image. */
	private void sendAnnotations() {
		WebServer server = servers.server();
		AnnotationSession session = AnnotationSession.of(WindowManager.getCurrentImage()).orElse(null);
		String missing = server == null
				? "Add a server first."
				: session == null ? "No annotated image is active. Open a series first." : tasks.isBusy() ? BUSY : null;
		if (missing != null) {
			tasks.tell(missing, true);
			return;
		}
		try {
			SendConfirmation.require(this, "the annotations of " + session.image().getTitle(), server);
			AnnotationsToSend annotations = AnnotationsToSend.begin(session, "");
			tasks.run("Saving…", progress -> send(annotations.put(outbox, server.name(), progress), server, progress),
					this::tellSent);
		} catch (CancelledException e) {
			tasks.tell("Cancelled.", false);
		} catch (StoreException | IllegalArgumentException e) {
			tasks.tell(e.getMessage(), true);
		}
	}

	private List<SendResult> send(File chosen, WebServer server, Progress progress) throws IOException {
		FilesToSend files = FilesToSend.in(chosen.toPath(), progress);
		SendConfirmation.require(this, files.words(), server);
		return send(files.put(outbox, server.name(), progress.part(0, 0.3)), server, progress.part(0.3, 1));
	}

	private List<SendResult> send(List<Outbox.Entry> entries, WebServer server, Progress progress) throws IOException {
		try (DicomWebClient client = DicomWebClient.connect(server, credentials)) {
			return new Sending(client, outbox, progress).run(entries);
		}
	}

	private void retry() {
		WebServer server = servers.server();
		if (server == null) return;
		tasks.run("Sending…", progress -> {
			List<Outbox.Entry> waiting = waiting(server);
			if (waiting.isEmpty()) return List.<SendResult>of();
			SendConfirmation.require(this, waiting.size() + " DICOM objects", server);
			return send(waiting, server, progress);
		}, this::tellSent);
	}

	private List<Outbox.Entry> waiting(WebServer server) throws IOException {
		return outbox.entries().stream().filter(entry -> entry.server().equals(server.name())).toList();
	}

	private void tellSent(List<SendResult> results) {
		List<SendResult> bad = results.stream().filter(result -> !result.isStored()).toList();
		int good = results.size() - bad.size();
		tasks.tell(bad.isEmpty()
				? good + " stored."
				: good + " stored; " + bad.size() + " not: " + bad.get(0).words() + ". They are kept and can be sent again.",
				!bad.isEmpty());
		countFailed();
	}

	private void countFailed() {
		try {
			int count = outbox.entries().size();
			failed.setVisible(count > 0);
			failed.setText("Retry Failed Sends (" + count + ")");
		} catch (IOException e) {
			failed.setVisible(false);
		}
	}

	@Override
	public void dispose() {
		tasks.close();
		if (source != null) source.client().close();
		WindowManager.removeWindow(this);
		super.dispose();
	}
}
