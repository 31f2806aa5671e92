package org.annotomy.imagej.view;

import java.util.Optional;

import org.annotomy.display.view.ViewPlane;
import org.annotomy.geometry.Axis;
import org.annotomy.geometry.QuarterTurn;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.imagej.session.AnnotationSession;

import ij.ImagePlus;

/**
 * An annotated image turned by quarters or seen in a mirror: a further view of it ({@link ExtraView}). The image itself stays as its file has it, so that coordinates mean the same everywhere.
 */
public final class TurnedView {

	/** What the view in a mirror is called among the further views. */
	public static final String MIRRORED = "mirrored";

	private TurnedView() {}

	private static String name(QuarterTurn turn) {
		return turn.equals(QuarterTurn.MIRROR) ? MIRRORED : turn.words();
	}

	private static ViewPlane plane(AnnotationSession session, QuarterTurn turn) {
		VolumeSize size = new VolumeSize(session.source().width(), session.source().height(), session.source().slices());
		String title = turn.equals(QuarterTurn.MIRROR) ? "Mirror image" : "View " + turn.words();
		return new ViewPlane(title, Axis.Z, size, turn.transposed(), turn.flipX(), turn.flipY(),
				turn.transposed() ? size.ny() : size.nx(), turn.transposed() ? size.nx() : size.ny());
	}

	/** The view of a session that is turned so, if it is open. */
	public static Optional<SliceView> of(AnnotationSession session, QuarterTurn turn) {
		return ExtraView.find(session, name(turn));
	}

	/** The view of a session that is turned so; made, but not shown, if there is none yet. It ends with the session. */
	public static SliceView open(AnnotationSession session, QuarterTurn turn) {
		return ExtraView.open(session, name(turn), plane(session, turn));
	}

	/**
	 * Shows an image on screen in the way that somebody wants it turned.
	 *
	 * @return what became of it, a sentence for the user
	 */
	public static String show(ImagePlus image, QuarterTurn turn) {
		Optional<AnnotationSession> session = AnnotationSession.of(image);
		boolean onScreen = image.getWindow() != null && session.isPresent();
		if (!onScreen)
			return "The image is wanted " + turn.words()
					+ "; it stays as its file has it. On screen and with its annotations open it gets a "
					+ "window that shows it so.";
		SliceView view = open(session.get(), turn);
		if (view.image().getWindow() == null) view.image().show();
		return "The image is wanted " + turn.words() + ": the window \"" + view.image().getTitle()
				+ "\" shows it so, with the same annotations. The image itself stays as its file has it.";
	}
}
