package org.annotomy.ui.effect;

import javax.swing.SpinnerNumberModel;

import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.segmentation.grow.CheapestPaths;
import org.annotomy.segmentation.grow.SeedMethod;

/** Grow from seeds. After the first time only what depends on new strokes is grown again. */
final class GrowPane extends SeedsPane {

	GrowPane(AnnotationSession session, EffectDesk desk) {
		super(session, desk, "grow", "Seed locality (per mm)", new SpinnerNumberModel(0.0, 0, 1000, 0.5));
	}

	@Override
	String title() {
		return "Grow From Seeds";
	}

	@Override
	SeedMethod method(double number) {
		return new CheapestPaths(number);
	}
}
