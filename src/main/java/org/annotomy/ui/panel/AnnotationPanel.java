package org.annotomy.ui.panel;

import java.awt.BorderLayout;
import java.awt.GridLayout;
import java.util.List;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import javax.swing.JTabbedPane;

import org.annotomy.imagej.session.AnnotationSession;

/** Everything about the annotations of the active image in one column: state, classes, objects, questions, history, hints. */
public final class AnnotationPanel {

	private final JPanel panel = new JPanel(new BorderLayout());
	private final HintLine hints = new HintLine();
	private final StateLine state;
	private final List<PanelSection> sections;
	private final JButton save = new JButton("Save");
	private final JButton complete = new JButton("Complete");
	private AnnotationSession session;
	private SessionWatch watch;
	private Runnable refreshed = () -> {};

	/** @param corner stands beside the hint line */
	public AnnotationPanel(PanelActions actions, JComponent corner) {
		state = new StateLine(actions::changeProtocol);
		ClassSection classes = new ClassSection(actions::mark);
		ObjectSection objects = new ObjectSection(hints);
		DetailSection details = new DetailSection(hints);
		SegmentSection segments = new SegmentSection(hints);
		LinkSection links = new LinkSection(hints);
		ImageSection questions = new ImageSection(hints);
		CountSection counts = new CountSection(hints);
		HistorySection history = new HistorySection(hints);
		sections = List.of(state, classes, objects, details, segments, links, questions, counts, history);
		panel.add(state.component(), BorderLayout.NORTH);
		panel.add(body(classes, objects, tabs(details, segments, links, questions, counts, history)), BorderLayout.CENTER);
		JPanel south = new JPanel(new BorderLayout());
		south.add(buttons(actions), BorderLayout.NORTH);
		south.add(hints.component(), BorderLayout.CENTER);
		JPanel lowerRight = new JPanel(new BorderLayout());
		lowerRight.setBorder(BorderFactory.createEmptyBorder(4, 0, 6, 8));
		lowerRight.add(corner, BorderLayout.SOUTH);
		south.add(lowerRight, BorderLayout.EAST);
		panel.add(south, BorderLayout.SOUTH);
		show(null);
	}

	public JComponent component() {
		return panel;
	}

	public HintLine hints() {
		return hints;
	}

	/** Runs whenever the panel shows something anew. */
	public void onRefresh(Runnable action) {
		refreshed = action;
		action.run();
	}

	/** The session on display, or null. */
	public AnnotationSession session() {
		return session;
	}

	/** Shows another session; null if no annotated image is active. To be called on the event dispatch thread. */
	public void show(AnnotationSession shown) {
		if (watch != null) {
			if (session == shown) return;
			watch.stop();
			watch = null;
		}
		session = shown;
		sections.forEach(section -> section.show(shown));
		refreshButtons();
		refreshed.run();
		if (shown != null) watch = new SessionWatch(shown, this::refresh);
	}

	private void refresh() {
		sections.forEach(PanelSection::refresh);
		refreshButtons();
		refreshed.run();
	}

	private void refreshButtons() {
		boolean writable = session != null && session.document().readOnlyReason().isEmpty();
		save.setEnabled(writable);
		complete.setEnabled(writable);
		complete.setText(session != null && session.document().isComplete() ? "Reopen" : "Complete");
	}

	private static JTabbedPane tabs(PanelSection details, PanelSection segments, PanelSection links, PanelSection questions,
			CountSection counts, PanelSection history) {
		JTabbedPane tabs = new JTabbedPane();
		tabs.setName("tabs");
		tabs.addTab("Object", details.component());
		tabs.addTab("Segments", segments.component());
		tabs.addTab("Links", links.component());
		tabs.addTab("Image", questions.component());
		tabs.addTab("History", history.component());
		counts.standIn(tabs, tabs.indexOfComponent(questions.component()) + 1);
		return tabs;
	}

	private static JComponent body(PanelSection classes, PanelSection objects, JTabbedPane tabs) {
		JSplitPane lower = split(objects.component(), tabs, 0.6);
		return split(classes.component(), lower, 0.3);
	}

	private static JSplitPane split(JComponent above, JComponent below, double weight) {
		JSplitPane split = new JSplitPane(JSplitPane.VERTICAL_SPLIT, above, below);
		split.setResizeWeight(weight);
		split.setBorder(BorderFactory.createEmptyBorder());
		return split;
	}

	private JComponent buttons(PanelActions actions) {
		JPanel buttons = new JPanel(new GridLayout(1, 0, 6, 0));
		buttons.setBorder(BorderFactory.createEmptyBorder(6, 8, 2, 8));
		save.setName("save");
		complete.setName("complete");
		save.addActionListener(e -> actions.save());
		complete.addActionListener(e -> actions.toggleComplete());
		JButton measure = new JButton("Measure");
		measure.setName("measure");
		measure.addActionListener(e -> actions.measure());
		JButton versions = new JButton("Versions...");
		versions.setName("versions");
		versions.addActionListener(e -> actions.versions());
		for (JButton button : List.of(save, measure, versions, complete))
			buttons.add(button);
		return buttons;
	}
}
