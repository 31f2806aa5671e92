package org.annotomy.ui.effect;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JSlider;
import javax.swing.JSpinner;
import javax.swing.JTextField;

import org.annotomy.imagej.macro.MacroCall;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.ArrivalsPreview;
import org.annotomy.imagej.session.FrontEffects;
import org.annotomy.imagej.session.FrontEffects.March;
import org.annotomy.segmentation.levelset.Arrivals;
import org.annotomy.segmentation.levelset.FastMarching;
import org.annotomy.segmentation.levelset.FrontSpeed;
import org.annotomy.segmentation.levelset.FrontSpeed.Kind;
import org.annotomy.ui.edit.SegmentGestures;

/** Fast marching: times of arrival are worked out once, and what is reached at any of them is seen while a slider moves. */
final class MarchPane extends FrontPane<March> {

	private static final Kind[] KINDS = {Kind.LIKE_START, Kind.EDGES, Kind.CONSTANT};
	private static final int STEPS = 1000;
	private static final double FIRST = 0.35;
	private static final MathContext DIGITS = new MathContext(4, RoundingMode.CEILING);

	private final JComboBox<String> speed = new JComboBox<>(
			new String[]{"values like those at the start", "edges slow it down", "the same everywhere"});
	private final JSpinner deviation = spinner("deviation", 0, 0, 100_000, 10);
	private final JSpinner sd = spinner("march-sd", 1, 0, 100, 0.5);
	private final JSpinner contrast = spinner("march-contrast", 0, 0, 1_000_000, 10);
	private final JSlider slider = new JSlider(0, STEPS, (int) (FIRST * STEPS));
	private final JTextField time = new JTextField(8);
	private final JCheckBox auto = new JCheckBox("Update after each change", true);
	private final JLabel state = new JLabel(" ");
	private final Row values;
	private final Row edges;
	private Arrivals arrivals;
	private Begun<March> begun;
	private double longest;
	private boolean showing;

	MarchPane(AnnotationSession session, EffectDesk desk) {
		super(session, desk, "march");
		String unit = session.segments().volume().unit();
		speed.setName("march-speed");
		speed.addActionListener(e -> choose());
		row("Speed by", speed);
		values = row("Deviation" + (unit.isEmpty() ? "" : " (" + unit + ")"), deviation, new JLabel("0: that at the start"));
		edges = row("Edges", new JLabel("smoothing (mm)"), sd, new JLabel("contrast"), contrast);
		contrast.setToolTipText("Slope at which the speed is halved, in values per mm; 0: found from the image");
		takeRow();
		slider.setName("march-time");
		slider.addChangeListener(e -> slid());
		time.setName("longest-time");
		time.addActionListener(e -> typed());
		row("Until the time", time, slider);
		row("", auto);
		state.setName("march-state");
		words(state);
		button("Update", "update-march", "Works out when the front arrives where", this::march);
		button("Cancel", "cancel-march", "Forgets the front; the segment stays as it is, and so do the places", this::forget);
		button("Apply", "apply-march", "Gives the segment what is reached by then", this::apply);
		fields();
	}

	@Override
	String title() {
		return "Fast Marching";
	}

	private Kind kind() {
		return KINDS[speed.getSelectedIndex()];
	}

	private void choose() {
		fields();
		longest = 0;
		time.setText("");
		set();
	}

	private void fields() {
		values.setEnabled(kind() == Kind.LIKE_START);
		edges.setEnabled(kind() == Kind.EDGES);
	}

	@Override
	March how() {
		return new March(start.start(), switch (kind()) {
			case LIKE_START -> FrontSpeed.likeStart(StartRows.number(deviation));
			case EDGES -> FrontSpeed.edges(Kind.EDGES, StartRows.number(sd), StartRows.number(contrast));
			default -> FrontSpeed.usual(kind());
		});
	}

	@Override
	Begun<March> begun() {
		return begun;
	}

	@Override
	void drop() {
		arrivals = null;
		begun = null;
		state.setText("Not worked out yet");
	}

	@Override
	void wasSet() {
		if (auto.isSelected() && !start.isEmpty() && current().isPresent()) march();
	}

	private void march() {
		if (isOtherTimeWritten() && !typed()) return;
		Begun<March> wanted = nowOrTell();
		if (wanted == null) return;
		loud();
		begun = wanted;
		desk.work().request(progress -> {
			Arrivals found = new FrontEffects(session).arrivals(wanted.segment(), wanted.how(), FastMarching.Stop.NEVER,
					progress);
			return () -> found(found, wanted);
		});
	}

	/** The time that was looked at before stays. */
	private void found(Arrivals found, Begun<March> of) {
		if (of != begun) return;
		arrivals = found;
		if (longest == 0) longest = rounded(found.timeAt(FIRST));
		look(true);
	}

	private static double rounded(double number) {
		return number > 0 ? new BigDecimal(number).round(DIGITS).doubleValue() : 1e-3;
	}

	private void slid() {
		if (showing || arrivals == null) return;
		longest = rounded(arrivals.timeAt(slider.getValue() / (double) STEPS));
		look(false);
	}

	/** Whether a time stands there that was not taken over: nobody has to press Enter. */
	private boolean isOtherTimeWritten() {
		return !time.getText().isBlank() && !time.getText().equals(MacroCall.number(longest));
	}

	/** Takes the time that is written there. @return whether it is one; if not, that is told */
	private boolean typed() {
		try {
			double typed = number(time, 0);
			if (typed > 0 && Double.isFinite(typed)) {
				longest = typed;
				if (arrivals != null) look(true);
				return true;
			}
			desk.tell("The time must be above 0.", true);
		} catch (IllegalArgumentException e) {
			desk.tell(e.getMessage(), true);
		}
		return false;
	}

	private void look(boolean slides) {
		showing = true;
		if (slides) slider.setValue((int) Math.round(STEPS * arrivals.partAt(longest)));
		time.setText(MacroCall.number(longest));
		showing = false;
		state.setText("Reaches " + (arrivals.isExact() ? "" : "about ") + size(arrivals.about(longest)));
		current().ifPresent(
				segment -> session.overlay().effects().show(new ArrivalsPreview(session, arrivals, longest, rgb(segment))));
	}

	private void apply() {
		if (arrivals == null || begun == null || !begun.equals(nowOrTell())) {
			desk.tell("The front has not been worked out yet: Update first.", true);
			return;
		}
		if (isOtherTimeWritten() && !typed()) return;
		Arrivals reached = arrivals;
		Begun<March> with = begun;
		double until = longest;
		apply(gesture -> {
			new SegmentGestures(session).marchSlowly(with.segment(), reached, with.how(), until, taking(), gesture);
			quieten();
		}, () -> {
			if (begun != null) return;
			loud();
			begun = with;
			found(reached, with);
		});
	}
}
