package org.annotomy.ui.effect;

import java.util.Locale;

import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JSlider;
import javax.swing.JTextField;

import org.annotomy.annotation.model.Segment;
import org.annotomy.imagej.macro.MacroCall;
import org.annotomy.imagej.segment.SegmentStyle;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.RangePreview;
import org.annotomy.imagej.session.SegmentEffects;
import org.annotomy.segmentation.segment.EditingRules;
import org.annotomy.segmentation.threshold.AutoThreshold;
import org.annotomy.ui.edit.SegmentGestures;

/** A range of values, seen at once in all views; becomes voxels of the current segment, or the editing mask. */
final class ThresholdPane extends EffectPane {

	private static final int STEPS = 1000;
	private static final int UNCLASSIFIED = 0xffd000;

	private final JTextField lowest = new JTextField(8);
	private final JTextField highest = new JTextField(8);
	private final JSlider low = new JSlider(0, STEPS, 0);
	private final JSlider high = new JSlider(0, STEPS, STEPS);
	private final JComboBox<String> method = new JComboBox<>();
	private final JComboBox<String> side = new JComboBox<>(new String[]{"above", "below"});
	private double[] extremes;
	private boolean showing;

	ThresholdPane(AnnotationSession session, EffectDesk desk) {
		super(session, desk);
		String unit = session.segments().volume().unit();
		for (AutoThreshold each : AutoThreshold.values())
			method.addItem(each.name().toLowerCase(Locale.ROOT));
		lowest.setName("lowest");
		highest.setName("highest");
		method.setName("method");
		lowest.addActionListener(e -> typed());
		highest.addActionListener(e -> typed());
		low.addChangeListener(e -> slid());
		high.addChangeListener(e -> slid());
		row("Lowest value" + (unit.isEmpty() ? "" : " (" + unit + ")"), lowest, low);
		row("Highest value", highest, high);
		JButton find = new JButton("Find");
		find.setName("find");
		find.setToolTipText("Finds the value that parts the volume in two by its histogram");
		find.addActionListener(e -> find());
		row("Automatic", method, side, find);
		button("Apply", "apply-threshold", "The current segment gets these voxels and no others", () -> apply(false));
		button("Add", "add-threshold", "These voxels join the current segment", () -> apply(true));
		button("Use As Mask", "mask-threshold", "Only voxels of this range can be edited from now on", this::mask);
	}

	@Override
	String title() {
		return "Threshold";
	}

	@Override
	void begin() {
		if (extremes != null) {
			preview();
			return;
		}
		desk.work().request(progress -> {
			double[] found = new SegmentEffects(session).extremes(progress);
			return () -> known(found);
		});
	}

	private void known(double[] found) {
		extremes = found;
		EditingRules rules = session.segments().rules();
		set(rules.hasRange() ? Math.max(found[0], rules.lowest()) : value(STEPS / 3),
				Math.min(found[1], rules.highest()));
	}

	@Override
	void changed() {
		if (extremes != null) preview();
	}

	private void set(double from, double to) {
		showing = true;
		lowest.setText(Double.isInfinite(from) ? "" : MacroCall.number(from));
		highest.setText(Double.isInfinite(to) ? "" : MacroCall.number(to));
		low.setValue(step(from));
		high.setValue(step(to));
		showing = false;
		preview();
	}

	private int step(double value) {
		double part = (value - extremes[0]) / Math.max(Double.MIN_NORMAL, extremes[1] - extremes[0]);
		return (int) Math.round(STEPS * Math.max(0, Math.min(1, part)));
	}

	private double value(int step) {
		double value = extremes[0] + (extremes[1] - extremes[0]) * step / STEPS;
		return extremes[1] - extremes[0] > STEPS ? Math.rint(value) : value;
	}

	private void slid() {
		if (showing || extremes == null) return;
		showing = true;
		lowest.setText(low.getValue() == 0 ? "" : MacroCall.number(value(low.getValue())));
		highest.setText(high.getValue() == STEPS ? "" : MacroCall.number(value(high.getValue())));
		showing = false;
		preview();
	}

	private void typed() {
		if (showing || extremes == null) return;
		double[] range = range();
		if (range != null) set(range[0], range[1]);
	}

	/** Null if it is none; that is told. */
	private double[] range() {
		try {
			double from = number(lowest, Double.NEGATIVE_INFINITY);
			double to = number(highest, Double.POSITIVE_INFINITY);
			if (from <= to) return new double[]{from, to};
			desk.tell("No value lies from " + lowest.getText() + " to " + highest.getText() + ".", true);
		} catch (NumberFormatException e) {
			desk.tell("A value is not a number.", true);
		}
		return null;
	}

	private static double number(JTextField field, double otherwise) {
		return field.getText().isBlank() ? otherwise : Double.parseDouble(field.getText().strip().replace('\u2212', '-'));
	}

	private void find() {
		AutoThreshold chosen = AutoThreshold.values()[method.getSelectedIndex()];
		boolean above = side.getSelectedIndex() == 0;
		desk.work().request(progress -> {
			double value = new SegmentEffects(session).threshold(chosen, progress);
			double[] range = SegmentEffects.rangeBeside(value, above);
			return () -> set(range[0], range[1]);
		});
	}

	private void preview() {
		double[] range = range();
		if (range == null) return;
		int rgb = current().map(s -> SegmentStyle.rgb(s, session.document().protocol())).orElse(UNCLASSIFIED);
		desk.tell("", false);
		session.overlay().effects().show(new RangePreview(session, range[0], range[1], rgb));
	}

	private void apply(boolean adds) {
		double[] range = range();
		Segment segment = current().orElse(null);
		if (segment == null) desk.tell("There is no segment yet: add one in the Segments tab of the panel.", true);
		else
			if (range != null)
				apply(gesture -> new SegmentGestures(session).thresholdSlowly(segment.id(), range[0], range[1], adds, gesture));
	}

	private void mask() {
		double[] range = range();
		if (range == null) return;
		new SegmentGestures(session).rules(session.segments().rules().withRange(range[0], range[1]));
		desk.clear();
		desk.tell("From now on only voxels of this range can be edited.", false);
	}
}
