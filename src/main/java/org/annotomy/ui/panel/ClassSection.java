package org.annotomy.ui.panel;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ListCellRenderer;
import javax.swing.ListSelectionModel;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.ui.edit.DeskEdits;

/** The classes of the protocol with colour, key and count. A click makes one the current class; a double click marks with it. */
final class ClassSection extends PanelSection {

	private final DefaultListModel<AnnotationClass> model = new DefaultListModel<>();
	private final JList<AnnotationClass> list = new JList<>(model);
	private final JScrollPane scroll = new JScrollPane(list);
	private final Map<String, Integer> counts = new HashMap<>();
	private boolean refreshing;

	/** @param mark marks the drawn selection with the class of this key */
	ClassSection(Consumer<String> mark) {
		list.setName("classes");
		list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
		list.setCellRenderer(new Row());
		list.setVisibleRowCount(7);
		list.addListSelectionListener(e -> choose());
		list.addMouseListener(new MouseAdapter() {
			@Override
			public void mouseClicked(MouseEvent e) {
				if (e.getClickCount() == 2 && list.getSelectedValue() != null) mark.accept(list.getSelectedValue().key());
			}
		});
		scroll.setBorder(BorderFactory.createEmptyBorder());
	}

	@Override
	JComponent component() {
		return scroll;
	}

	@Override
	void refresh() {
		refreshing = true;
		List<AnnotationClass> classes = session == null ? List.of() : session.document().protocol().classes();
		counts.clear();
		if (session != null) count(session.document());
		if (!List.of(model.toArray()).equals(classes)) {
			model.clear();
			classes.forEach(model::addElement);
		}
		if (session != null)
			session.document().protocol().findClass(String.valueOf(session.currentClass()))
					.ifPresent(c -> list.setSelectedValue(c, true));
		list.repaint();
		refreshing = false;
	}

	private void count(AnnotationDocument document) {
		for (AnnotationObject object : document.individualObjects())
			if (object.classKey() != null) counts.merge(object.classKey(), 1, Integer::sum);
		document.detections().counts().forEach((kind, count) -> {
			if (kind.classKey() != null) counts.merge(kind.classKey(), count, Integer::sum);
		});
	}

	private void choose() {
		AnnotationClass chosen = list.getSelectedValue();
		if (!refreshing && session != null && chosen != null) new DeskEdits(session).chooseClass(chosen.key());
	}

	private final class Row extends JPanel implements ListCellRenderer<AnnotationClass> {

		private final JLabel name = new JLabel();
		private final JLabel count = new JLabel();

		Row() {
			super(new BorderLayout(8, 0));
			setBorder(BorderFactory.createEmptyBorder(3, 8, 3, 8));
			name.setIconTextGap(8);
			add(name, BorderLayout.CENTER);
			add(count, BorderLayout.EAST);
		}

		@Override
		public Component getListCellRendererComponent(JList<? extends AnnotationClass> owner, AnnotationClass entry, int index,
				boolean selected,
				boolean focused) {
			setBackground(selected ? owner.getSelectionBackground() : owner.getBackground());
			name.setForeground(selected ? owner.getSelectionForeground() : owner.getForeground());
			count.setForeground(name.getForeground());
			name.setIcon(ColourSwatch.of(entry.rgb()));
			name.setText(entry.name());
			int marked = counts.getOrDefault(entry.key(), 0);
			String key = entry.shortcut() == 0 ? "" : "   " + Character.toUpperCase(entry.shortcut());
			count.setText((marked == 0 ? "" : String.valueOf(marked)) + key);
			setToolTipText(entry.help());
			return this;
		}
	}
}
