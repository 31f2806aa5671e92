package org.annotomy.ui.browse;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JFileChooser;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.WindowConstants;

import org.annotomy.dicom.scan.FoundStudy;
import org.annotomy.dicom.study.FoundStudies;
import org.annotomy.dicom.study.SeriesRow;
import org.annotomy.dicom.study.StudyQuery;
import org.annotomy.dicom.study.StudyRow;
import org.annotomy.image.ImageReaders;
import org.annotomy.imagej.session.SessionOptions;
import org.annotomy.imagej.study.LocalSource;
import org.annotomy.store.StoreOptions;
import org.annotomy.ui.desk.LookAndFeels;
import org.annotomy.ui.study.StudyBrowser;
import org.annotomy.ui.study.TaskLine;

import ij.WindowManager;

/**
 * The one window that shows the studies of this computer. It stands in ImageJ's list of windows. All methods are called on the event
 * dispatch thread.
 */
public final class StudyFrame extends JFrame {

	public static final String TITLE = "Studies";

	private static final long serialVersionUID = 1L;
	private static final Dimension SIZE = new Dimension(940, 680);
	private static final String FIRST_WORDS = "Choose a folder, a DICOMDIR or a zip archive, or drop it here.";

	private final TaskLine tasks = new TaskLine();
	private final transient StudyBrowser browser = new StudyBrowser(tasks, this::openSeries, true);
	private final JTextField folder = new JTextField();
	private final FilterField filter = new FilterField(browser::filter);
	private final JTextField rater = new JTextField("rater-1", 8);
	private transient SessionOptions options = StudyOpening.OPTIONS;
	private transient LocalSource source;

	private StudyFrame() {
		super(TITLE);
		JPanel bottom = new JPanel(new BorderLayout());
		bottom.add(buttons(), BorderLayout.NORTH);
		bottom.add(tasks.component(), BorderLayout.SOUTH);
		add(top(), BorderLayout.NORTH);
		add(browser.component(), BorderLayout.CENTER);
		add(bottom, BorderLayout.SOUTH);
		setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
		setSize(SIZE);
		setMinimumSize(new Dimension(720, 440));
		setLocationByPlatform(true);
		tasks.tell(FIRST_WORDS, false);
	}

	private JPanel top() {
		folder.setName("folder");
		folder.setToolTipText("A folder with all below it, a DICOMDIR, a zip archive, or one file; Enter looks into it");
		folder.addActionListener(e -> lookAgain());
		JPanel right = new JPanel(new FlowLayout(FlowLayout.RIGHT, 6, 0));
		right.add(button("Choose…", "choose", this::choose));
		right.add(button("Look Again", "again", this::lookAgain));
		right.add(new JLabel("Filter"));
		right.add(filter);
		JPanel top = new JPanel(new BorderLayout(6, 0));
		top.setBorder(BorderFactory.createEmptyBorder(6, 8, 6, 2));
		top.add(new JLabel("Look in"), BorderLayout.WEST);
		top.add(folder, BorderLayout.CENTER);
		top.add(right, BorderLayout.EAST);
		return top;
	}

	private JPanel buttons() {
		JPanel left = new JPanel(new FlowLayout(FlowLayout.LEFT, 6, 4));
		left.add(button("Open", "open", browser::openChosen));
		left.add(new JLabel("as rater"));
		rater.setName("rater");
		rater.setToolTipText("Pseudonym noted with every mark: letters, digits and . _ - only. Never a name.");
		left.add(rater);
		left.add(browser.patientsButton());
		return left;
	}

	private static JButton button(String label, String name, Runnable action) {
		JButton button = new JButton(label);
		button.setName(name);
		button.addActionListener(e -> action.run());
		return button;
	}

	/** Shows the window; a new one looks at what it looked at last. */
	public static StudyFrame open() {
		boolean fresh = find() == null;
		StudyFrame frame = visible();
		Path last = fresh ? LastFolder.get() : null;
		if (last != null) frame.look(List.of(last));
		return frame;
	}

	/** Shows the window and what lies in some folders, files and archives. */
	public static StudyFrame open(List<Path> asked) {
		StudyFrame frame = visible();
		frame.look(asked);
		return frame;
	}

	/**
	 * Shows the window and what a source has found already.
	 *
	 * @param found what {@code source} has found
	 * @param options how series are opened; the rater can be changed in the window
	 */
	public static StudyFrame open(LocalSource source, FoundStudies found, SessionOptions options) {
		StudyFrame frame = visible();
		frame.use(source);
		frame.options = options;
		frame.rater.setText(options.store().rater());
		frame.browser.show(source, found);
		frame.tell(found);
		return frame;
	}

	/** The open window, or null. */
	public static StudyFrame find() {
		return WindowManager.getWindow(TITLE) instanceof StudyFrame frame ? frame : null;
	}

	private static StudyFrame visible() {
		StudyFrame frame = find();
		if (frame == null) {
			LookAndFeels.prepare();
			frame = new StudyFrame();
			WindowManager.addWindow(frame);
		}
		frame.setVisible(true);
		frame.toFront();
		frame.browser.firstFocus().requestFocusInWindow();
		return frame;
	}

	private void choose() {
		JFileChooser chooser = new JFileChooser(folder.getText());
		chooser.setFileSelectionMode(JFileChooser.FILES_AND_DIRECTORIES);
		if (chooser.showDialog(this, "Look In") == JFileChooser.APPROVE_OPTION)
			look(List.of(chooser.getSelectedFile().toPath()));
	}

	private void lookAgain() {
		String text = folder.getText().strip();
		try {
			boolean same = source != null && text.equals(words(source.asked()));
			if (text.isEmpty()) tasks.tell(FIRST_WORDS, true);
			else look(same ? source.asked() : List.of(Path.of(text)));
		} catch (InvalidPathException e) {
			tasks.tell("This is no name of a file or folder.", true);
		}
	}

	private static String words(List<Path> asked) {
		return asked.size() == 1 ? asked.get(0).toString() : asked.size() + " files and folders";
	}

	private void look(List<Path> asked) {
		if (tasks.isBusy()) {
			tasks.tell("Something else is still under way. Wait, or cancel it.", true);
			return;
		}
		use(new LocalSource(asked, ImageReaders.discover()));
		browser.find(source, StudyQuery.ALL, this::tell);
	}

	private void use(LocalSource next) {
		closeSource();
		source = next;
		folder.setText(words(next.asked()));
		filter.setText("");
		if (next.asked().size() == 1) LastFolder.set(next.asked().get(0));
	}

	private void tell(FoundStudies found) {
		int studies = 0;
		int series = 0;
		int images = 0;
		int refused = 0;
		for (StudyRow row : found.rows()) {
			boolean bad = row.studyUid().equals(FoundStudy.REFUSED);
			if (bad) refused += row.images();
			else images += row.images();
			if (!bad) series += row.series();
			if (!bad && !row.studyUid().equals(FoundStudy.FILES)) studies++;
		}
		StringBuilder words = new StringBuilder(String.format(Locale.ROOT, "%,d %s, %,d series, %s.", studies,
				studies == 1 ? "study" : "studies", series, count(images, "image")));
		if (refused > 0)
			words.append(' ').append(count(refused, "file")).append(" cannot be opened: see the last row.");
		if (source.unknown() > 0)
			words.append(' ').append(count(source.unknown(), "other file"))
					.append(source.unknown() == 1 ? " is no image." : " are no images.");
		tasks.tell(found.rows().isEmpty() && source.unknown() == 0 ? "There is no file here." : words.toString(), false);
	}

	private static String count(int number, String what) {
		return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
	}

	private void openSeries(List<SeriesRow> rows) {
		try {
			StoreOptions store = StoreOptions.of(rater.getText().strip()).withLock(options.store().lock());
			LocalOpening opening = new LocalOpening(source,
					new SessionOptions(options.protocol(), options.recovery(), store));
			tasks.run("Opening…", progress -> opening.open(rows, progress), result -> {
				opening.show(result);
				String notes = result.notes().stream().collect(Collectors.joining(" "));
				tasks.tell(notes.isEmpty() ? "Opened." : notes, !notes.isEmpty());
			});
		} catch (IllegalArgumentException e) {
			tasks.tell(e.getMessage(), true);
		}
	}

	private void closeSource() {
		try {
			if (source != null) source.close();
		} catch (IOException e) {
			// Nothing was written to it.
			return;
		}
	}

	@Override
	public void dispose() {
		tasks.close();
		browser.close();
		closeSource();
		WindowManager.removeWindow(this);
		super.dispose();
	}
}
