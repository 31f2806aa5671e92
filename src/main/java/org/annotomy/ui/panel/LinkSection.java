package org.annotomy.ui.panel;

import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.event.HierarchyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;

import org.annotomy.imagej.linking.GroupLinks;
import org.annotomy.imagej.linking.OpenGroup;
import org.annotomy.linking.thing.LinkProblems;
import org.annotomy.linking.thing.Mark;
import org.annotomy.linking.thing.Thing;
import org.annotomy.linking.thing.Things;
import org.annotomy.ui.edit.LinkGestures;
import org.annotomy.ui.notice.Notices;

/** The thing that is selected, in all images of the group: where it is marked, not visible, or still to find. */
final class LinkSection extends PanelSection {

	private static final int[] WIDTHS = {125, 150, 255};

	private final Notices notices;
	private final JPanel panel = new JPanel(new BorderLayout(0, 4));
	private final JLabel title = new JLabel();
	private final LinkRows rows = new LinkRows();
	private final JTable table = new JTable(rows) {

		private static final long serialVersionUID = 1;

		/** What is cut off in the column of places. */
		@Override
		public String getToolTipText(MouseEvent event) {
			int row = rowAtPoint(event.getPoint());
			return row < 0 || rows.row(row).place().isEmpty() ? null : rows.row(row).place();
		}
	};
	private final JButton link = new JButton("Link");
	private final JButton copy = new JButton("Copy there");
	private final JButton notVisible = new JButton("Not visible");
	private final JButton show = new JButton("Show");
	private final JButton unlink = new JButton("Unlink");
	private final AtomicBoolean waiting = new AtomicBoolean();
	private final Runnable later = this::later;
	private OpenGroup group;
	private Thing thing;

	LinkSection(Notices notices) {
		this.notices = notices;
		table.setName("links");
		table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
		table.setShowGrid(false);
		table.setFillsViewportHeight(true);
		for (int i = 0; i < WIDTHS.length; i++)
			table.getColumnModel().getColumn(i).setPreferredWidth(WIDTHS[i]);
		table.getSelectionModel().addListSelectionListener(e -> enable());
		table.addMouseListener(new MouseAdapter() {
			@Override
			public void mouseClicked(MouseEvent e) {
				if (e.getClickCount() == 2) withRow((gestures, key) -> gestures.show(thing, key));
			}
		});
		button(link, "Links the selected mark with the one that is selected in the image of the row",
				(g, key) -> g.link(key).ifPresent(doubt -> notices.tell(doubt, true)));
		button(copy, "Copies the selected mark to where it must be in the image of the row, and links both",
				(g, key) -> g.copy(key));
		button(notVisible, "Says that it cannot be seen in the image of the row, or takes that back",
				(g, key) -> g.notVisible(thing, key, !selectedState().equals("not visible")));
		button(show, "Shows the counterpart in the image of the row, or where it must be", (g, key) -> g.show(thing, key));
		unlink.setName("unlink");
		unlink.setToolTipText("Takes the selected mark out of the thing; the mark stays");
		unlink.addActionListener(e -> notices.guard(() -> new LinkGestures(session).unlink()));
		JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEADING, 4, 0));
		for (JButton button : List.of(show, copy, link, notVisible, unlink))
			buttons.add(button);
		title.setBorder(BorderFactory.createEmptyBorder(4, 6, 2, 6));
		JPanel north = new JPanel(new BorderLayout());
		north.add(title, BorderLayout.NORTH);
		north.add(buttons, BorderLayout.SOUTH);
		JScrollPane scroll = new JScrollPane(table);
		scroll.setBorder(BorderFactory.createEmptyBorder());
		panel.add(north, BorderLayout.NORTH);
		panel.add(scroll, BorderLayout.CENTER);
		panel.addHierarchyListener(e -> { if ((e.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0) refresh(); });
	}

	private void button(JButton button, String tip, BiConsumer<LinkGestures, String> action) {
		button.setName(button.getText());
		button.setToolTipText(tip);
		button.addActionListener(e -> withRow(action));
	}

	private void withRow(BiConsumer<LinkGestures, String> action) {
		int row = table.getSelectedRow();
		if (session == null || row < 0 || rows.row(row).key() == null) return;
		notices.guard(() -> action.accept(new LinkGestures(session), rows.row(row).key()));
	}

	private String selectedState() {
		int row = table.getSelectedRow();
		return row < 0 ? "" : rows.row(row).state();
	}

	@Override
	JComponent component() {
		return panel;
	}

	/** Many changes at once are looked at once. */
	private void later() {
		if (waiting.compareAndSet(false, true)) EventQueue.invokeLater(() -> {
			waiting.set(false);
			refresh();
		});
	}

	@Override
	void refresh() {
		OpenGroup now = session == null ? null : OpenGroup.of(session).orElse(null);
		if (now != group) {
			if (group != null) group.removeListener(later);
			if (now != null) now.addListener(later);
			group = now;
		}
		if (!panel.isShowing()) return;
		int row = table.getSelectedRow();
		Things things = group == null ? null : group.things();
		thing = things == null ? null : GroupLinks.meant(session, things).orElse(null);
		rows.show(group, session, things, thing);
		if (row >= 0 && row < rows.getRowCount()) table.setRowSelectionInterval(row, row);
		title.setText(words(things));
		enable();
	}

	/** With the name of its first mark, where it is called otherwise. */
	private static String words(Thing thing) {
		Optional<String> name = thing.marks().stream().map(Mark::name).filter(n -> n != null && !n.equals(thing.words()))
				.findFirst();
		return thing.words() + name.map(n -> " (" + n + ")").orElse("");
	}

	private String words(Things things) {
		if (things == null) return "This image is in no group. Group Open Images... makes one.";
		int problems = LinkProblems.of(things).size();
		String told = problems == 0
				? ""
				: " " + problems + (problems == 1 ? " link does" : " links do")
						+ " not fit: see Check Links; Mend Links mends them.";
		int open = things.stillToFind().size();
		long findings = things.all().stream().filter(Thing::isFinding).count();
		String what = Optional.ofNullable(thing).map(LinkSection::words).orElse("Select one mark, or a segment.");
		return what + "  ·  " + open + " of " + findings + " still to find somewhere." + told;
	}

	private void enable() {
		int row = table.getSelectedRow();
		boolean other = session != null && thing != null && row >= 0 && rows.row(row).key() != null;
		String state = selectedState();
		boolean marked = state.equals("marked");
		link.setEnabled(other && !marked);
		copy.setEnabled(other && !marked);
		notVisible.setEnabled(other && !marked);
		notVisible.setText(state.equals("not visible") ? "May be visible" : "Not visible");
		show.setEnabled(other);
		unlink.setEnabled(thing != null && thing.isLinked());
	}
}
