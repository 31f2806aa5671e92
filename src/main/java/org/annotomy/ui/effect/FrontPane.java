package org.annotomy.ui.effect;

import java.util.Locale;
import java.util.UUID;

import javax.swing.JComboBox;
import javax.swing.JSpinner;
import javax.swing.JTextField;
import javax.swing.SpinnerNumberModel;

import org.annotomy.annotation.Change.VoxelChange;
import org.annotomy.annotation.DocumentListener;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.model.Segment;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.imagej.segment.SegmentStyle;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.BallsPreview;
import org.annotomy.imagej.session.SegmentEffects;
import org.annotomy.segmentation.segment.EditingRules;
import org.annotomy.segmentation.segment.EditingRules.Area;

/**
 * An effect whose front starts from balls or from the segment. What was worked out is dropped as soon as anything that it was worked out
 * from is another, so that a macro with the same places gives the same voxels.
 *
 * @param <H> how it is worked out
 */
abstract class FrontPane<H> extends EffectPane {

	final StartRows start;
	private final JComboBox<String> take = new JComboBox<>();
	private final DocumentListener edits = (edit, cause) -> noteVoxels(
			edit.changes().stream().anyMatch(VoxelChange.class::isInstance));
	private volatile int voxelEdits;
	private boolean quiet;

	/** What a front was worked out from. @param edits of voxels so far, if voxels matter */
	record Begun<H>(UUID segment, H how, EditingRules rules, Plane plane, int edits) {}

	/** @param key of the pane, by which parts are named */
	FrontPane(AnnotationSession session, EffectDesk desk, String key) {
		super(session, desk);
		start = new StartRows(this, key, this::set);
		for (SegmentEffects.Take each : SegmentEffects.Take.values())
			take.addItem(each.key());
		take.setName("take-" + key);
	}

	/** As it is set now. @throws IllegalArgumentException if that cannot be; the message says why */
	abstract H how();

	/** What was begun is dropped; nothing else happens. */
	abstract void drop();

	/** What was worked out, or null. */
	abstract Begun<H> begun();

	/** Something was set anew, and the balls are shown. */
	void wasSet() {
		// What is slow waits for a button.
	}

	/** For a number by which the front moves: another one begins anew. */
	final JSpinner spinner(String name, double value, double least, double greatest, double step) {
		JSpinner spinner = new JSpinner(new SpinnerNumberModel(value, least, greatest, step));
		spinner.setName(name);
		spinner.addChangeListener(e -> set());
		((JSpinner.DefaultEditor) spinner.getEditor()).getTextField().setColumns(5);
		return spinner;
	}

	/** In words: voxels, and millilitres where the size of voxels is known. */
	final String size(long voxels) {
		String size = String.format(Locale.ROOT, "%,d voxels", voxels);
		if (!session.segments().isSizeKnown()) return size;
		VoxelSpacing mm = session.segments().volume().spacing();
		return size + String.format(Locale.ROOT, ", %.2f ml", voxels * mm.xMm() * mm.yMm() * mm.zMm() / 1000);
	}

	/** After the other rows. */
	final void takeRow() {
		row("The segment", take);
		take.setToolTipText("Whether it gets these voxels and no others, gets them too, or loses them");
	}

	final SegmentEffects.Take taking() {
		return SegmentEffects.Take.values()[take.getSelectedIndex()];
	}

	private void noteVoxels(boolean any) {
		if (any) voxelEdits++;
	}

	@Override
	void begin() {
		session.document().addListener(edits);
		start.begin();
		set();
	}

	@Override
	void end() {
		super.end();
		session.document().removeListener(edits);
		start.end();
		drop();
	}

	@Override
	void changed() {
		Begun<H> begun = begun();
		if (begun == null) {
			if (!quiet && !desk.work().isBusy()) showStart();
		} else if (!begun.equals(nowOrNull())) set();
	}

	/** Something was set anew: back to the start. */
	final void set() {
		quiet = false;
		desk.work().stop();
		drop();
		desk.tell("", false);
		showStart();
		wasSet();
	}

	/** Nothing is shown until something is set or begun. */
	final void quieten() {
		quiet = true;
		drop();
		desk.clear();
	}

	/** What was worked out goes; the places stay. */
	final void forget() {
		quieten();
		desk.work().stop();
		desk.tell("The segment is as it was. The places are kept.", false);
	}

	final void loud() {
		quiet = false;
	}

	final void showStart() {
		if (start.isEmpty() || current().isEmpty()) {
			desk.clear();
			desk.tell(current().isEmpty()
					? "There is no segment yet: add one in the Segments tab of the panel."
					: "Click where it shall start, in any view.", current().isEmpty());
		} else if (start.start().balls().isEmpty()) desk.clear();
		else
			session.overlay().effects().show(
					new BallsPreview(session, start.places().balls(), start.places().chosen(), rgb(current().orElseThrow())));
	}

	final int rgb(Segment segment) {
		return SegmentStyle.rgb(segment, session.document().protocol());
	}

	/** What it would be worked out from now; null if that cannot be, which is told. */
	final Begun<H> nowOrTell() {
		if (current().isEmpty() || start.isEmpty()) {
			showStart();
			return null;
		}
		try {
			return now();
		} catch (IllegalArgumentException e) {
			desk.tell(e.getMessage(), true);
			return null;
		}
	}

	private Begun<H> nowOrNull() {
		try {
			return current().isEmpty() || start.isEmpty() ? null : now();
		} catch (IllegalArgumentException e) {
			return null;
		}
	}

	private Begun<H> now() {
		EditingRules rules = session.segments().rules();
		boolean voxelsMatter = rules.area() != Area.EVERYWHERE || start.start().balls().isEmpty();
		return new Begun<>(current().orElseThrow().id(), how(), rules, new Plane(session.plane().c(), 0, session.plane().t()),
				voxelsMatter ? voxelEdits : 0);
	}

	/** @param otherwise if nothing is written there @throws IllegalArgumentException if it is no number */
	static double number(JTextField field, double otherwise) {
		String text = field.getText().strip().replace('\u2212', '-');
		try {
			return text.isEmpty() ? otherwise : Double.parseDouble(text);
		} catch (NumberFormatException e) {
			throw new IllegalArgumentException("\"" + text + "\" is not a number.", e);
		}
	}
}
