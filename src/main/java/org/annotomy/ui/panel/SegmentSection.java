package org.annotomy.ui.panel;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import javax.swing.BorderFactory;
import javax.swing.DefaultCellEditor;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JColorChooser;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableColumn;

import org.annotomy.annotation.model.Segment;
import org.annotomy.imagej.segment.SegmentStyle;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.segmentation.segment.SegmentState;
import org.annotomy.segmentation.segment.SegmentVoxels;
import org.annotomy.ui.edit.SegmentGestures;
import org.annotomy.ui.effect.EffectFrame;
import org.annotomy.ui.notice.Notices;

/** The segments of the volume; the selected row is the current segment. A double click on a name renames, on a colour asks for another. */
final class SegmentSection extends PanelSection {

	private static final int[] WIDTHS = {24, 166, 70, 88, 52, 58, 62};

	private final Notices notices;
	private final SegmentRows rows = new SegmentRows();
	private final JTable table = new GuardedTable();
	private final JPanel panel = new JPanel(new BorderLayout(0, 4));
	private final JButton add = new JButton("Add");
	private final JButton remove = new JButton("Delete");
	private final JButton effects = new JButton("Effects...");
	private final MaskBar mask;
	private final Recount<Map<UUID, Long>> counts = new Recount<>(SegmentSection::voxels, rows::setCounts);
	private boolean refreshing;

	SegmentSection(Notices notices) {
		this.notices = notices;
		mask = new MaskBar(notices);
		table.setModel(rows);
		table.setName("segments");
		table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
		table.setFillsViewportHeight(true);
		table.setShowGrid(false);
		table.putClientProperty("terminateEditOnFocusLost", true);
		table.getSelectionModel().addListSelectionListener(e -> { if (!e.getValueIsAdjusting()) choose(); });
		table.addMouseListener(new MouseAdapter() {
			@Override
			public void mouseClicked(MouseEvent e) {
				if (e.getClickCount() == 2 && table.columnAtPoint(e.getPoint()) == SegmentRows.COLOUR) recolour();
			}
		});
		columns();
		JPanel north = new JPanel(new BorderLayout());
		north.add(buttons(), BorderLayout.NORTH);
		north.add(mask.component(), BorderLayout.SOUTH);
		panel.add(north, BorderLayout.NORTH);
		JScrollPane scroll = new JScrollPane(table);
		scroll.setBorder(BorderFactory.createEmptyBorder());
		panel.add(scroll, BorderLayout.CENTER);
	}

	private JPanel buttons() {
		add.setName("add-segment");
		add.setToolTipText("Adds a segment of the current class");
		add.addActionListener(e -> notices.guard(() -> new SegmentGestures(session).add()));
		remove.setName("delete-segment");
		remove.setToolTipText("Deletes the current segment and its voxels; undo brings them back");
		remove.addActionListener(
				e -> current().ifPresent(s -> notices.guard(() -> new SegmentGestures(session).remove(Set.of(s.id())))));
		effects.setName("segment-effects");
		effects.setToolTipText(
				"Threshold, seeds, fill between slices, margin, smooth, hollow, islands: seen in all views before they are applied");
		effects.addActionListener(e -> EffectFrame.open(session, ""));
		JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEADING, 4, 2));
		buttons.add(add);
		buttons.add(remove);
		buttons.add(effects);
		buttons.add(mask.range());
		return buttons;
	}

	private void columns() {
		for (int i = 0; i < WIDTHS.length; i++) {
			TableColumn column = table.getColumnModel().getColumn(i);
			column.setPreferredWidth(WIDTHS[i]);
			boolean fixed = i == SegmentRows.COLOUR || i >= SegmentRows.VISIBLE;
			if (fixed) column.setMaxWidth(WIDTHS[i] + 6);
		}
		JComboBox<String> states = new JComboBox<>();
		for (SegmentState state : SegmentState.values())
			if (state != SegmentState.NOT_STARTED) states.addItem(state.words());
		table.getColumnModel().getColumn(SegmentRows.STATE).setCellEditor(new DefaultCellEditor(states));
		table.setDefaultRenderer(ColourSwatch.class, new SwatchCell());
	}

	@Override
	JComponent component() {
		return panel;
	}

	@Override
	void show(AnnotationSession shown) {
		refreshing = true;
		rows.show(shown);
		table.getColumnModel().getColumn(SegmentRows.SIZE).setHeaderValue(rows.getColumnName(SegmentRows.SIZE));
		table.getTableHeader().repaint();
		refreshing = false;
		super.show(shown);
	}

	@Override
	void refresh() {
		refreshing = true;
		rows.refresh();
		boolean writable = session != null && session.document().readOnlyReason().isEmpty();
		add.setEnabled(writable);
		remove.setEnabled(writable && current().isPresent());
		effects.setEnabled(writable && session.image().getWindow() != null);
		current().ifPresentOrElse(this::select, table::clearSelection);
		mask.show(session);
		counts.request(session == null || session.document().segments().isEmpty() ? null : session);
		refreshing = false;
	}

	private static Supplier<Map<UUID, Long>> voxels(AnnotationSession of) {
		SegmentVoxels voxels = new SegmentVoxels(of.document(), of.plane().t());
		return voxels::counts;
	}

	private Optional<Segment> current() {
		return session == null ? Optional.empty() : session.segments().current();
	}

	private void select(Segment current) {
		for (int row = 0; row < rows.getRowCount(); row++)
			if (rows.segment(row).id().equals(current.id()) && table.getSelectedRow() != row) {
				table.setRowSelectionInterval(row, row);
				table.scrollRectToVisible(table.getCellRect(row, 0, true));
			}
	}

	private void choose() {
		if (refreshing || session == null || table.getSelectedRow() < 0) return;
		new SegmentGestures(session).choose(rows.segment(table.getSelectedRow()).id());
	}

	private void recolour() {
		current().ifPresent(segment -> {
			Color before = new Color(SegmentStyle.rgb(segment, session.document().protocol()));
			Color chosen = JColorChooser.showDialog(panel, "Colour of the Segment", before);
			if (chosen != null)
				notices.guard(() -> new SegmentGestures(session).recolour(segment.id(), chosen.getRGB() & 0xffffff));
		});
	}

	/** A table that tells of a refused edit instead of throwing. */
	private final class GuardedTable extends JTable {

		/** Whoever ticks a box of another segment goes on working on the current one. */
		@Override
		public void changeSelection(int row, int column, boolean toggle, boolean extend) {
			boolean ticks = column >= SegmentRows.VISIBLE && EventQueue.getCurrentEvent() instanceof MouseEvent;
			if (!ticks) super.changeSelection(row, column, toggle, extend);
		}

		/** What is cut off in the column. */
		@Override
		public String getToolTipText(MouseEvent event) {
			int row = rowAtPoint(event.getPoint());
			int column = columnAtPoint(event.getPoint());
			Object value = row < 0 || column < 0 ? null : getValueAt(row, column);
			return value instanceof String text && !text.isEmpty() ? text : null;
		}

		@Override
		public void setValueAt(Object value, int row, int column) {
			notices.guard(() -> super.setValueAt(value, row, column));
		}
	}

	private static final class SwatchCell extends DefaultTableCellRenderer {

		@Override
		protected void setValue(Object value) {
			setHorizontalAlignment(CENTER);
			setIcon((Icon) value);
		}
	}
}
