package org.annotomy.ui.study;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Image;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.ImageIcon;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTable;
import javax.swing.JToggleButton;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.SwingConstants;
import javax.swing.table.AbstractTableModel;

import org.annotomy.dicom.study.FoundStudies;
import org.annotomy.dicom.study.SeriesRow;
import org.annotomy.dicom.study.StudyQuery;
import org.annotomy.dicom.study.StudyRow;
import org.annotomy.dicom.study.StudySource;
import org.annotomy.task.Progress;

/**
 * Studies above, the series of the chosen one below, a small picture of the chosen series beside. Patients are masked until the user asks;
 * the key P masks and unmasks. All methods are called on the event dispatch thread.
 */
public final class StudyBrowser {

	private static final int PICTURE = 160;
	/** A column below this width has nothing to spare. */
	private static final int NARROW = 100;

	private final TaskLine tasks;
	private final Consumer<List<SeriesRow>> open;
	private final StudyRows studies = new StudyRows();
	private final SeriesRows series = new SeriesRows();
	private final JTable studyTable = table(studies, "studies", StudyRows.WIDTHS);
	private final JTable seriesTable = table(series, "series", SeriesRows.WIDTHS);
	private final JLabel picture = new JLabel("", SwingConstants.CENTER);
	private final JToggleButton patients = new JToggleButton("Show Patients");
	private final JSplitPane panel = new JSplitPane(JSplitPane.VERTICAL_SPLIT);
	private StudySource source;

	/**
	 * @param tasks where its work is done
	 * @param open gets the series that the user wants to open
	 */
	public StudyBrowser(TaskLine tasks, Consumer<List<SeriesRow>> open) {
		this.tasks = tasks;
		this.open = open;
		studyTable.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
		studyTable.getSelectionModel().addListSelectionListener(e -> { if (!e.getValueIsAdjusting()) showSeries(); });
		seriesTable.getSelectionModel().addListSelectionListener(e -> { if (!e.getValueIsAdjusting()) showPicture(); });
		seriesTable.addMouseListener(new MouseAdapter() {
			@Override
			public void mouseClicked(MouseEvent e) {
				if (e.getClickCount() == 2) openChosen();
			}
		});
		bind(seriesTable, "ENTER", this::openChosen);
		patients.setName("patients");
		patients.setMnemonic(KeyEvent.VK_P);
		patients.setToolTipText("Show names, IDs and birth dates of patients (key P)");
		patients.addActionListener(e -> studies.unmask(patients.isSelected()));
		for (JTable table : List.of(studyTable, seriesTable))
			bind(table, "P", patients::doClick);
		layOut();
	}

	private void layOut() {
		picture.setName("picture");
		picture.setPreferredSize(new Dimension(PICTURE + 16, PICTURE + 16));
		picture.setBorder(BorderFactory.createEmptyBorder(0, 8, 0, 8));
		JPanel lower = new JPanel(new BorderLayout());
		lower.add(new JScrollPane(seriesTable), BorderLayout.CENTER);
		lower.add(picture, BorderLayout.EAST);
		panel.setTopComponent(new JScrollPane(studyTable));
		panel.setBottomComponent(lower);
		panel.setResizeWeight(0.55);
		panel.setBorder(BorderFactory.createEmptyBorder());
	}

	private static JTable table(AbstractTableModel rows, String name, int[] widths) {
		JTable table = new JTable(rows);
		table.setName(name);
		table.setAutoCreateRowSorter(true);
		table.setFillsViewportHeight(true);
		table.setShowGrid(false);
		for (int i = 0; i < widths.length; i++) {
			table.getColumnModel().getColumn(i).setPreferredWidth(widths[i]);
			if (widths[i] < NARROW) table.getColumnModel().getColumn(i).setMinWidth(widths[i] - 4);
		}
		table.setPreferredScrollableViewportSize(new Dimension(760, 170));
		return table;
	}

	private static void bind(JTable table, String key, Runnable action) {
		table.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke(key), key);
		table.getActionMap().put(key, new AbstractAction() {
			@Override
			public void actionPerformed(ActionEvent e) {
				action.run();
			}
		});
	}

	public Component component() {
		return panel;
	}

	/** The button that masks and unmasks patients. */
	public JToggleButton patientsButton() {
		return patients;
	}

	/** Shows the studies of a source that match, the first one chosen. */
	public void find(StudySource from, StudyQuery query) {
		source = from;
		studies.show(List.of());
		series.show(List.of());
		tasks.run("Searching…", progress -> from.find(query, progress), this::show);
	}

	private void show(FoundStudies found) {
		studies.show(found.rows());
		int count = found.rows().size();
		tasks.tell(count == 0
				? "No study matches."
				: count + (count == 1 ? " study." : " studies.") + (found.more() ? " There are more: ask for fewer." : ""),
				false);
		if (count > 0) studyTable.setRowSelectionInterval(0, 0);
	}

	private void showSeries() {
		series.show(List.of());
		picture.setIcon(null);
		int at = studyTable.getSelectedRow();
		if (at < 0) return;
		StudyRow study = studies.row(studyTable.convertRowIndexToModel(at));
		StudySource from = source;
		tasks.runQuietly(progress -> from.series(study, progress), rows -> {
			series.show(rows);
			if (!rows.isEmpty()) seriesTable.setRowSelectionInterval(0, 0);
		});
	}

	private void showPicture() {
		picture.setIcon(null);
		List<SeriesRow> chosen = chosen();
		if (chosen.size() != 1) return;
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

	/** Opens what is chosen. */
	public void openChosen() {
		List<SeriesRow> chosen = chosen();
		if (chosen.isEmpty()) tasks.tell("Choose a series first.", true);
		else open.accept(chosen);
	}
}
