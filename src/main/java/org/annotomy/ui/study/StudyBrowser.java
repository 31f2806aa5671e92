package org.annotomy.ui.study;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Image;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import javax.swing.BorderFactory;
import javax.swing.ImageIcon;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JToggleButton;
import javax.swing.ListSelectionModel;
import javax.swing.SwingConstants;

import org.annotomy.dicom.study.FoundStudies;
import org.annotomy.dicom.study.SeriesRow;
import org.annotomy.dicom.study.StudyQuery;
import org.annotomy.dicom.study.StudyRow;
import org.annotomy.dicom.study.StudySource;
import org.annotomy.task.Progress;

/**
 * Studies above, the series of the chosen one below; a small picture of the chosen series beside or, of a source that is near, of each
 * series in its row. Patients are masked until the user asks; the key P masks and unmasks. All methods are called on the event dispatch thread.
 */
public final class StudyBrowser {

	private static final int PICTURE = 160;

	private final TaskLine tasks;
	private final Consumer<List<SeriesRow>> open;
	private final boolean near;
	private final PictureShelf pictures = new PictureShelf(row -> series().pictureCame(row));
	private final StudyRows studies = new StudyRows();
	private final SeriesRows series;
	private final StudyTable studyTable;
	private final StudyTable seriesTable;
	private final JLabel picture = new JLabel("", SwingConstants.CENTER);
	private final JToggleButton patients = new JToggleButton("Show Patients");
	private final JSplitPane panel = new JSplitPane(JSplitPane.VERTICAL_SPLIT);
	private StudySource source;
	private int search;
	private boolean updating;
	/** UID of the study that was chosen when the search began, until it is found or the user chooses; null if there is none. */
	private String lookedAt;

	/**
	 * For sources far away.
	 *
	 * @param tasks where its work is done
	 * @param open gets the series that the user wants to open
	 */
	public StudyBrowser(TaskLine tasks, Consumer<List<SeriesRow>> open) {
		this(tasks, open, false);
	}

	/** @param near whether its sources are near ({@link StudySource#isNear}): then series are listed beside other work, with pictures */
	public StudyBrowser(TaskLine tasks, Consumer<List<SeriesRow>> open, boolean near) {
		this.tasks = tasks;
		this.open = open;
		this.near = near;
		series = near ? new SeriesRows(SeriesRows.NEAR, pictures) : new SeriesRows(SeriesRows.FAR, null);
		studyTable = new StudyTable(studies, "studies", StudyRows.WIDTHS, row -> false);
		seriesTable = new StudyTable(series, "series", series.widths(), row -> !series.row(row).problem().isEmpty());
		if (near) {
			seriesTable.setRowHeight(PictureShelf.ROW + 4);
			for (SeriesRows.Column column : List.of(SeriesRows.Column.DESCRIPTION, SeriesRows.Column.LABELS))
				seriesTable.wrap(SeriesRows.NEAR.indexOf(column));
		}
		studyTable.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
		studyTable.getSelectionModel()
				.addListSelectionListener(e -> { if (!e.getValueIsAdjusting() && !updating) studyChosen(); });
		seriesTable.getSelectionModel()
				.addListSelectionListener(e -> { if (!e.getValueIsAdjusting() && !updating) showPicture(); });
		listen();
		layOut();
	}

	private SeriesRows series() {
		return series;
	}

	private void listen() {
		seriesTable.onDoubleClick(this::openChosen);
		seriesTable.bind("ENTER", this::openChosen);
		studyTable.bind("ENTER", this::enterStudy);
		studyTable.onDoubleClick(this::enterStudy);
		patients.setName("patients");
		patients.setMnemonic(KeyEvent.VK_P);
		patients.setToolTipText("Show names, IDs and birth dates of patients (key P)");
		patients.addActionListener(e -> studies.unmask(patients.isSelected()));
		for (StudyTable table : List.of(studyTable, seriesTable))
			table.bind("P", patients::doClick);
	}

	private void layOut() {
		picture.setName("picture");
		picture.setPreferredSize(new Dimension(PICTURE + 16, PICTURE + 16));
		picture.setBorder(BorderFactory.createEmptyBorder(0, 8, 0, 8));
		JPanel lower = new JPanel(new BorderLayout());
		lower.add(new JScrollPane(seriesTable), BorderLayout.CENTER);
		if (!near) lower.add(picture, BorderLayout.EAST);
		panel.setTopComponent(new JScrollPane(studyTable));
		panel.setBottomComponent(lower);
		panel.setResizeWeight(near ? 0.4 : 0.55);
		panel.setBorder(BorderFactory.createEmptyBorder());
	}

	public Component component() {
		return panel;
	}

	/** The button that masks and unmasks patients. */
	public JToggleButton patientsButton() {
		return patients;
	}

	/** Where keys are to go first. */
	public Component firstFocus() {
		return studyTable;
	}

	/** Shows the studies of a source that match, the first one chosen. */
	public void find(StudySource from, StudyQuery query) {
		find(from, query, found -> tasks.tell(words(found), false));
	}

	/** @param done hears of what was found at the end */
	public void find(StudySource from, StudyQuery query, Consumer<FoundStudies> done) {
		int mine = begin(from);
		tasks.run("Searching…", progress -> from.find(query, progress, found -> soFar(found, mine)), found -> {
			update(found);
			done.accept(found);
		});
	}

	/** Shows what a source has found already. */
	public void show(StudySource from, FoundStudies found) {
		begin(from);
		update(found);
	}

	private int begin(StudySource from) {
		source = from;
		StudyRow chosen = chosenStudy();
		studies.show(List.of());
		series.show(List.of());
		lookedAt = chosen == null ? null : chosen.studyUid();
		pictures.clear();
		return ++search;
	}

	private void soFar(FoundStudies found, int mine) {
		EventQueue.invokeLater(() -> { if (search == mine) update(found); });
	}

	private static String words(FoundStudies found) {
		int count = found.rows().size();
		if (count == 0) return "No study matches.";
		return count + (count == 1 ? " study." : " studies.") + (found.more() ? " There are more: ask for fewer." : "");
	}

	/** The same rows stay chosen. */
	private void update(FoundStudies found) {
		StudyRow before = chosenStudy();
		updating = true;
		studies.show(found.rows());
		updating = false;
		StudyRow chosen = stillChosen(before);
		updating = true;
		if (chosen != null) choose(chosen);
		else if (studyTable.getRowCount() > 0) studyTable.setRowSelectionInterval(0, 0);
		updating = false;
		if (chosen == null || !chosen.equals(before)) showSeries();
	}

	private StudyRow stillChosen(StudyRow before) {
		StudyRow earlier = studies.withUid(lookedAt);
		if (earlier == null) return before == null ? null : studies.withUid(before.studyUid());
		lookedAt = null;
		return earlier;
	}

	private void studyChosen() {
		lookedAt = null;
		showSeries();
	}

	private void choose(StudyRow study) {
		int view = studyTable.convertRowIndexToView(studies.indexOf(study));
		if (view >= 0) studyTable.setRowSelectionInterval(view, view);
	}

	private StudyRow chosenStudy() {
		int at = studyTable.getSelectedRow();
		return at < 0 ? null : studies.row(studyTable.convertRowIndexToModel(at));
	}

	/** Shows only studies in which a text stands: of the patient, the date, modalities or the description. */
	public void filter(String text) {
		StudyRow before = chosenStudy();
		studies.filter(studyTable, text);
		if (chosenStudy() == null && studyTable.getRowCount() > 0) studyTable.setRowSelectionInterval(0, 0);
		else if (chosenStudy() == null && before != null) showSeries();
	}

	private void showSeries() {
		StudyRow study = chosenStudy();
		boolean same = study != null && !series.rows().isEmpty() && series.row(0).studyUid().equals(study.studyUid());
		if (!same) {
			series.show(List.of());
			picture.setIcon(null);
		}
		if (study == null) return;
		StudySource from = source;
		if (near) pictures.beside(progress -> from.series(study, progress), rows -> showNear(study, rows));
		else tasks.runQuietly(progress -> from.series(study, progress), rows -> show(study, rows));
	}

	private void showNear(StudyRow study, List<SeriesRow> rows) {
		if (rows == null) return;
		show(study, rows);
		pictures.want(rows, source);
	}

	/** Unless the user has gone on to another study meanwhile. */
	private void show(StudyRow study, List<SeriesRow> rows) {
		StudyRow chosen = chosenStudy();
		if (chosen != null && chosen.studyUid().equals(study.studyUid())) show(rows);
	}

	private void show(List<SeriesRow> rows) {
		List<String> chosen = chosen().stream().map(SeriesRow::seriesUid).toList();
		updating = true;
		series.show(rows);
		for (int i = 0; i < rows.size(); i++) {
			int view = seriesTable.convertRowIndexToView(i);
			if (chosen.contains(rows.get(i).seriesUid())) seriesTable.addRowSelectionInterval(view, view);
		}
		updating = false;
		if (rows.isEmpty()) return;
		if (seriesTable.getSelectedRow() < 0) {
			int first = seriesTable.convertRowIndexToView(series.firstOpenable());
			seriesTable.setRowSelectionInterval(first, first);
		} else showPicture();
	}

	private void showPicture() {
		picture.setIcon(null);
		picture.setText("");
		List<SeriesRow> chosen = chosen();
		if (near || chosen.size() != 1) return;
		StudySource from = source;
		tasks.runQuietly(progress -> picture(from, chosen.get(0), progress), this::show);
	}

	/** A picture is an extra: that it cannot be had is no news. */
	private static Optional<BufferedImage> picture(StudySource from, SeriesRow row, Progress progress) {
		try {
			return from.thumbnail(row, progress);
		} catch (IOException e) {
			return Optional.empty();
		}
	}

	private void show(Optional<BufferedImage> small) {
		picture.setText(small.isEmpty() ? "no picture" : "");
		small.ifPresent(image -> picture.setIcon(new ImageIcon(fit(image))));
	}

	private static Image fit(BufferedImage image) {
		double scale = PICTURE / (double) Math.max(image.getWidth(), image.getHeight());
		return image.getScaledInstance(Math.max(1, (int) (image.getWidth() * scale)),
				Math.max(1, (int) (image.getHeight() * scale)), Image.SCALE_SMOOTH);
	}

	/** The series that are chosen, in the order of the table. */
	public List<SeriesRow> chosen() {
		List<SeriesRow> chosen = new ArrayList<>();
		for (int view : seriesTable.getSelectedRows())
			chosen.add(series.row(seriesTable.convertRowIndexToModel(view)));
		return chosen;
	}

	private void enterStudy() {
		if (series.rows().size() == 1) openChosen();
		else seriesTable.requestFocusInWindow();
	}

	/** Opens what is chosen. */
	public void openChosen() {
		List<SeriesRow> chosen = chosen();
		if (chosen.isEmpty()) tasks.tell("Choose a series first.", true);
		else open.accept(chosen);
	}

	/** Ends the work beside. */
	public void close() {
		pictures.close();
	}
}
