package org.annotomy.ui.effect;

import java.util.Map;

import org.annotomy.annotation.model.Segment;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.SegmentEffects;
import org.annotomy.segmentation.effect.MaskEffect;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.ui.edit.SegmentGestures;

/** An effect on the current segment alone, seen before it is applied. */
abstract class SegmentPane extends EffectPane {

	/** The effect was applied: it is not previewed again before it is wanted again. */
	private boolean applied;

	SegmentPane(AnnotationSession session, EffectDesk desk) {
		super(session, desk);
	}

	/** The effect as it is set now. */
	abstract MaskEffect effect();

	/** After the fields. @param key by which the buttons are named */
	final void buttons(String key) {
		button("Preview", "preview-" + key, "Shows what the segment would become", this::begin);
		button("Apply", "apply-" + key, "Makes the preview the segment", this::apply);
	}

	@Override
	final void begin() {
		applied = false;
		preview();
	}

	@Override
	final void changed() {
		if (!applied) preview();
	}

	private void preview() {
		Segment segment = current().orElse(null);
		desk.clear();
		if (segment == null) return;
		MaskEffect effect = effect();
		desk.work().request(progress -> {
			Mask mask = new SegmentEffects(session).of(segment.id(), effect, progress);
			return () -> show(Map.of(segment.id(), mask));
		});
	}

	private void apply() {
		applied = true;
		MaskEffect effect = effect();
		current().ifPresent(
				segment -> apply(gesture -> new SegmentGestures(session).effectSlowly(segment.id(), effect, gesture)));
	}
}
