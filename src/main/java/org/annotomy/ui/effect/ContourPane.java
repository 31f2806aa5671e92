package org.annotomy.ui.effect;

import java.util.Map;
import java.util.function.IntUnaryOperator;

import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JSpinner;
import javax.swing.JTextField;
import javax.swing.SpinnerNumberModel;

import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.FrontEffects;
import org.annotomy.imagej.session.FrontEffects.Evolution;
import org.annotomy.imagej.session.SpeedPreview;
import org.annotomy.segmentation.levelset.ContourWeights;
import org.annotomy.segmentation.levelset.FrontSpeed;
import org.annotomy.segmentation.levelset.FrontSpeed.Kind;
import org.annotomy.segmentation.levelset.MovingContour;
import org.annotomy.ui.edit.SegmentGestures;

/** An active contour that evolves before the eyes: places, speed, weights, then step, play and pause, and back to the start. */
final class ContourPane extends FrontPane<Evolution> {

	private static final Kind[] KINDS = {Kind.REGIONS, Kind.RANGE, Kind.WALLS};

	private final JComboBox<String> speed = new JComboBox<>(
			new String[]{"two regions compete", "a range of values", "edges stop it"});
	private final JTextField lowest = new JTextField(6);
	private final JTextField highest = new JTextField(6);
	private final JSpinner softness = spinner("softness", 0, 0, 100_000, 10);
	private final JSpinner sd = spinner("contour-sd", 1, 0, 100, 0.5);
	private final JSpinner contrast = spinner("contour-contrast", 0, 0, 1_000_000, 10);
	private final JSpinner propagation = spinner("propagation", 1, -100, 100, 0.1);
	private final JSpinner curvature = spinner("curvature", 0.5, 0, 100, 0.1);
	private final JSpinner advection = spinner("advection", 6, 0, 100, 1);
	private final JSpinner steps = new JSpinner(new SpinnerNumberModel(10, 1, 1000, 5));
	private final JSpinner most = new JSpinner(new SpinnerNumberModel(300, 1, 100_000, 100));
	private final JCheckBox showSpeed = new JCheckBox("Show speed (green grows, red stops)");
	private final JLabel state = new JLabel(" ");
	private final Row range;
	private final Row edges;
	private final Row drawn;
	private final JButton play;
	private final ContourPlayer player = new ContourPlayer(this::look);
	private MovingContour contour;
	private Begun<Evolution> begun;
	private ContourPlayer.Picture seen;
	private boolean plays;

	ContourPane(AnnotationSession session, EffectDesk desk) {
		super(session, desk, "contour");
		String unit = session.segments().volume().unit();
		speed.setName("contour-speed");
		lowest.setName("contour-lowest");
		highest.setName("contour-highest");
		lowest.addActionListener(e -> set());
		highest.addActionListener(e -> set());
		speed.addActionListener(e -> choose());
		row("Speed by", speed);
		range = row("Range" + (unit.isEmpty() ? "" : " (" + unit + ")"), lowest, new JLabel("to"), highest,
				new JLabel("softness"), softness);
		softness.setToolTipText(
				"How gently the speed changes at the ends of the range; 0: by the deviation of values at the start");
		edges = row("Edges", new JLabel("smoothing (mm)"), sd, new JLabel("contrast"), contrast);
		contrast.setToolTipText("Slope at which the speed is halved, in values per mm; 0: found from the image");
		row("Weights", new JLabel("growth"), propagation, new JLabel("curvature (mm)"), curvature);
		propagation.setToolTipText("Propagation: how fast it grows where the speed is 1; below 0 it shrinks there");
		curvature.setToolTipText("How strongly it is straightened: more holds back leaks");
		drawn = row("", new JLabel("drawn to edges (mm)"), advection);
		takeRow();
		stepRows();
		button("Step", "step-contour", "Moves the contour a few steps",
				() -> move(done -> done + (Integer) steps.getValue(), false));
		play = button("Play", "play-contour", "Moves the contour until it rests; again: pauses", this::playOrPause);
		button("Back To Start", "back-contour", "Takes all steps back; places and settings stay", this::back);
		button("Cancel", "cancel-contour", "Forgets the contour; the segment stays as it is, and so do the places", this::forget);
		button("Apply", "apply-contour", "Gives the segment what is inside", this::apply);
		fields();
	}

	private void stepRows() {
		steps.setName("steps");
		most.setName("most-iterations");
		row("Steps at once", steps, new JLabel("at most in all"), most);
		showSpeed.setName("show-speed");
		showSpeed.setToolTipText("Green: it grows there; yellow: slowly; red: it stops or shrinks");
		showSpeed.addActionListener(e -> showSpeed());
		row("", showSpeed);
		state.setName("contour-state");
		words(state);
	}

	@Override
	String title() {
		return "Evolve Contour";
	}

	private void choose() {
		fields();
		set();
	}

	/** Only what the speed reads can be set. */
	private void fields() {
		range.setEnabled(kind() == Kind.RANGE);
		edges.setEnabled(kind() == Kind.WALLS);
		drawn.setEnabled(kind() == Kind.WALLS);
	}

	private Kind kind() {
		return KINDS[speed.getSelectedIndex()];
	}

	@Override
	Evolution how() {
		FrontSpeed by = switch (kind()) {
			case RANGE -> FrontSpeed.range(number(lowest, Double.NEGATIVE_INFINITY), number(highest, Double.POSITIVE_INFINITY),
					StartRows.number(softness));
			case WALLS -> FrontSpeed.edges(Kind.WALLS, StartRows.number(sd), StartRows.number(contrast));
			default -> FrontSpeed.usual(kind());
		};
		return new Evolution(start.start(), by, new ContourWeights(StartRows.number(propagation), StartRows.number(curvature),
				kind() == Kind.WALLS ? StartRows.number(advection) : 0));
	}

	@Override
	Begun<Evolution> begun() {
		return begun;
	}

	@Override
	void drop() {
		contour = null;
		begun = null;
		seen = null;
		showSpeed.setSelected(false);
		state.setText("Not begun");
	}

	@Override
	void working(boolean busy) {
		play.setText(busy && plays ? "Pause" : "Play");
	}

	private void playOrPause() {
		if (plays && desk.work().isBusy()) {
			plays = false;
			desk.work().stop();
		} else move(done -> Math.max(done, (Integer) most.getValue()), true);
	}

	/** @param target how often the contour shall have been moved, by how often it was */
	private void move(IntUnaryOperator target, boolean playing) {
		Begun<Evolution> wanted = nowOrTell();
		if (wanted == null) return;
		loud();
		Begun<Evolution> begins = wanted.equals(begun) ? begun : wanted;
		MovingContour known = begins == begun ? contour : null;
		begun = begins;
		plays = playing;
		desk.work().request(progress -> {
			MovingContour moving = known != null
					? known
					: new FrontEffects(session).contour(begins.segment(), begins.how(), progress);
			player.play(begins, moving, target.applyAsInt(moving.iterations()), progress);
			return () -> {
			};
		});
	}

	private void back() {
		if (contour == null) {
			set();
			return;
		}
		MovingContour moving = contour;
		Begun<Evolution> begins = begun;
		desk.work().request(progress -> {
			moving.restart();
			player.play(begins, moving, 0, progress);
			return () -> {
			};
		});
	}

	private void look(ContourPlayer.Picture picture) {
		if (picture.begun() != begun) return;
		contour = picture.of();
		seen = picture;
		state.setText(words(picture.evolved(), picture.voxels()));
		desk.tell(warning(), true);
		show();
	}

	/** What should be looked at; empty if nothing. */
	private String warning() {
		MovingContour.Evolved now = seen.evolved();
		if (now.isGone()) return "Nothing is left: start with larger balls, or weigh curvature less.";
		if (now.atLimit()) return "It reaches the farthest distance: it leaks, or that is too short.";
		return !now.atRest() && now.iterations() >= (Integer) most.getValue()
				? "It has not come to rest in as many steps as it may: allow more, or it leaks."
				: "";
	}

	private String words(MovingContour.Evolved evolved, long voxels) {
		int done = evolved.iterations();
		String moved = done == 0 ? "At the start" : "Moved " + done + (done == 1 ? " time" : " times");
		return moved + (evolved.atRest() ? ": it came to rest" : "") + " · " + size(voxels);
	}

	private void show() {
		if (showSpeed.isSelected())
			session.overlay().effects().show(new SpeedPreview(session, seen.speed(), contour.box()));
		else
			show(Map.of(begun.segment(), seen.evolved().inside()));
	}

	private void showSpeed() {
		if (contour != null) show();
		else if (showSpeed.isSelected()) move(done -> done, false);
	}

	private void apply() {
		if (contour == null || begun == null || !begun.equals(nowOrTell())) {
			desk.tell("Nothing has moved yet: Step or Play first.", true);
			return;
		}
		MovingContour moved = contour;
		Begun<Evolution> with = begun;
		ContourPlayer.Picture last = seen;
		apply(gesture -> {
			new SegmentGestures(session).evolveSlowly(with.segment(), moved, with.how(), taking(), gesture);
			quieten();
		}, () -> {
			if (begun != null) return;
			loud();
			begun = with;
			look(last);
		});
	}
}
