package org.annotomy.ui.effect;

import javax.swing.SpinnerNumberModel;

import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.segmentation.grow.RandomWalks;
import org.annotomy.segmentation.grow.SeedMethod;

/** Random walker from seeds. */
final class WalkerPane extends SeedsPane {

	WalkerPane(AnnotationSession session, EffectDesk desk) {
		super(session, desk, "walk", "Beta (edges hold back)", new SpinnerNumberModel(RandomWalks.USUAL_BETA, 0, 100_000, 10));
	}

	@Override
	String title() {
		return "Random Walker";
	}

	@Override
	SeedMethod method(double number) {
		return new RandomWalks(number);
	}
}
