package org.annotomy.ui.effect;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JLabel;

import org.annotomy.geometry.Axis;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.SegmentEffects;
import org.annotomy.segmentation.interpolation.Matching;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.ui.edit.SegmentGestures;

/** The slices between those that were drawn, of all visible segments, seen before they are filled. */
final class BetweenPane extends EffectPane {

	private static final Axis[] AXES = {Axis.Z, Axis.Y, Axis.X};

	private final JComboBox<String> across = new JComboBox<>(
			new String[]{"z (slices as they are stored)", "y (columns x, rows z)", "x (columns y, rows z)"});
	private final JComboBox<String> matching = new JComboBox<>(new String[]{"parts", "whole"});
	private final JCheckBox auto = new JCheckBox("Update after each edit", true);

	BetweenPane(AnnotationSession session, EffectDesk desk) {
		super(session, desk);
		across.setName("across");
		matching.setName("matching");
		across.addActionListener(e -> preview());
		matching.addActionListener(e -> preview());
		words(new JLabel("Draw visible segments on some slices; those between are filled."));
		row("Slices across", across);
		row("Match", matching);
		row("", auto);
		button("Update", "update-between", "Shows what would be filled now", this::preview);
		button("Apply", "apply-between", "Fills the slices", this::apply);
	}

	@Override
	String title() {
		return "Fill Between Slices";
	}

	@Override
	void begin() {
		preview();
	}

	@Override
	void changed() {
		boolean justApplied = session.document().undoName().filter(SegmentEffects.FILL_BETWEEN::equals).isPresent();
		if (auto.isSelected() && !justApplied) preview();
	}

	private SegmentEffects.Between how() {
		return new SegmentEffects.Between(AXES[across.getSelectedIndex()],
				matching.getSelectedIndex() == 0 ? Matching.PARTS : Matching.WHOLE);
	}

	private void preview() {
		SegmentEffects.Between how = how();
		Set<UUID> segments = visible();
		desk.work().request(progress -> {
			Map<UUID, Mask> masks = new SegmentEffects(session).between(segments, how, progress);
			return () -> show(masks);
		});
	}

	private void apply() {
		SegmentEffects.Between how = how();
		apply(gesture -> new SegmentGestures(session).betweenSlowly(visible(), how, gesture));
	}
}
