package org.annotomy.ui.panel;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.GridBagLayout;
import java.awt.GridLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;

import org.annotomy.annotation.model.Segment;
import org.annotomy.imagej.macro.MacroCall;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.EditingWords;
import org.annotomy.segmentation.segment.EditingRules;
import org.annotomy.segmentation.segment.EditingRules.Area;
import org.annotomy.segmentation.segment.EditingRules.Overwrite;
import org.annotomy.ui.edit.SegmentGestures;
import org.annotomy.ui.notice.Notices;

/** The editing mask: where voxels may change, at which values, and over whom. Whatever limits editing is shown loudly. */
final class MaskBar {

	private static final Color LOUD = new Color(0xffb000);
	private static final String[] OVERWRITE = {"over all", "over visible", "over none", "overlapping"};

	private final Notices notices;
	private final JPanel panel = new JPanel(new BorderLayout(0, 2));
	private final FixedLines words = new FixedLines(2);
	private final JPanel alarm = new JPanel(new BorderLayout(4, 0));
	private final JComboBox<String> area = new JComboBox<>();
	private final JComboBox<String> overwrite = new JComboBox<>(OVERWRITE);
	private final JTextField lowest = new JTextField(5);
	private final JTextField highest = new JTextField(5);
	private final List<EditingRules> areas = new ArrayList<>();
	private AnnotationSession session;
	private boolean showing;

	MaskBar(Notices notices) {
		this.notices = notices;
		words.setName("editing-mask");
		words.setFont(words.getFont().deriveFont(Font.BOLD));
		words.setForeground(Color.BLACK);
		JButton free = new JButton("Edit everywhere");
		free.setName("edit-everywhere");
		free.addActionListener(e -> set(EditingRules.FREE));
		alarm.setBackground(LOUD);
		alarm.setBorder(BorderFactory.createEmptyBorder(3, 6, 3, 4));
		alarm.add(words, BorderLayout.CENTER);
		JPanel east = new JPanel(new GridBagLayout());
		east.setOpaque(false);
		east.add(free);
		alarm.add(east, BorderLayout.EAST);
		panel.add(controls(), BorderLayout.CENTER);
		panel.add(alarm, BorderLayout.SOUTH);
	}

	private JPanel controls() {
		area.setName("edit-area");
		area.setToolTipText("Where voxels may change");
		area.addActionListener(
				e -> { if (!showing && area.getSelectedIndex() >= 0) chooseArea(areas.get(area.getSelectedIndex())); });
		overwrite.setName("edit-over");
		overwrite.setToolTipText("What becomes of voxels of other segments");
		overwrite.addActionListener(e -> {
			if (!showing) set(session.segments().rules().with(Overwrite.values()[overwrite.getSelectedIndex()]));
		});
		lowest.setName("edit-lowest");
		highest.setName("edit-highest");
		lowest.setToolTipText("Only voxels of this value or more may change; empty: any");
		highest.setToolTipText("Only voxels of this value or less may change; empty: any");
		lowest.addActionListener(e -> chooseRange());
		highest.addActionListener(e -> chooseRange());
		JPanel controls = new JPanel(new GridLayout(0, 1, 0, 2));
		controls.add(row(new JLabel("Edit"), area, overwrite));
		return controls;
	}

	private static JPanel row(JComponent... parts) {
		JPanel row = new JPanel(new FlowLayout(FlowLayout.LEADING, 4, 0));
		for (JComponent part : parts)
			row.add(part);
		return row;
	}

	JComponent component() {
		return panel;
	}

	/** The range of values. */
	JComponent range() {
		return row(new JLabel("Values from"), lowest, new JLabel("to"), highest);
	}

	void show(AnnotationSession shown) {
		session = shown;
		showing = true;
		for (JComponent control : List.of(area, overwrite, lowest, highest))
			control.setEnabled(shown != null);
		area.removeAllItems();
		areas.clear();
		if (shown != null) fill(shown.segments().rules());
		String mask = shown == null ? "" : EditingWords.of(shown);
		words.show(mask.isEmpty() ? "" : "Editing mask: " + mask);
		alarm.setVisible(!mask.isEmpty());
		showing = false;
	}

	private void fill(EditingRules rules) {
		item("everywhere", rules.withArea(Area.EVERYWHERE, Set.of()));
		for (Segment segment : session.document().segments()) {
			String name = segment.name() == null ? "a segment without a name" : segment.name();
			item("inside " + name, rules.withArea(Area.INSIDE, Set.of(segment.id())));
			item("outside " + name, rules.withArea(Area.OUTSIDE, Set.of(segment.id())));
		}
		Set<UUID> visible = session.document().segments().stream().filter(Segment::visible).map(Segment::id)
				.collect(Collectors.toSet());
		if (visible.size() > 1) {
			item("inside visible segments", rules.withArea(Area.INSIDE, visible));
			item("outside visible segments", rules.withArea(Area.OUTSIDE, visible));
		}
		if (!areas.contains(rules)) item(rules.area().key() + " segments", rules);
		area.setSelectedIndex(areas.indexOf(rules));
		overwrite.setSelectedIndex(rules.overwrite().ordinal());
		if (!lowest.hasFocus()) lowest.setText(text(rules.lowest()));
		if (!highest.hasFocus()) highest.setText(text(rules.highest()));
	}

	private void item(String text, EditingRules rules) {
		area.addItem(text);
		areas.add(rules);
	}

	private static String text(double value) {
		return Double.isInfinite(value) ? "" : MacroCall.number(value);
	}

	private void chooseArea(EditingRules chosen) {
		set(session.segments().rules().withArea(chosen.area(), chosen.areaSegments()));
	}

	private void chooseRange() {
		notices.guard(() -> set(session.segments().rules().withRange(number(lowest.getText(), Double.NEGATIVE_INFINITY),
				number(highest.getText(), Double.POSITIVE_INFINITY))));
	}

	private static double number(String text, double otherwise) {
		if (text.isBlank()) return otherwise;
		try {
			return Double.parseDouble(text.strip().replace('\u2212', '-'));
		} catch (NumberFormatException e) {
			throw new IllegalArgumentException("\"" + text + "\" is not a number.", e);
		}
	}

	private void set(EditingRules rules) {
		if (session != null) notices.guard(() -> new SegmentGestures(session).rules(rules));
	}
}
