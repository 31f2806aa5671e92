package org.annotomy.imagej.view;

import java.awt.EventQueue;
import java.util.List;
import java.util.Optional;

import org.annotomy.annotation.DocumentListener;
import org.annotomy.display.view.ViewPlane;
import org.annotomy.geometry.Axis;
import org.annotomy.geometry.QuarterTurn;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.imagej.session.AnnotationSession;

import ij.ImageListener;
import ij.ImagePlus;

/**
 * An annotated image turned by quarters or seen in a mirror: a view of its own with the same annotations. The image itself stays as its file has
 * it, so that coordinates mean the same everywhere.
 */
public final class TurnedView {

	private static final String PROPERTY = "org.annotomy.turned.";

	private final AnnotationSession session;
	private final QuarterTurn turn;
	private final LinkedView linked;
	private final DisplayLink display = new DisplayLink();
	private final DocumentListener edits;
	private final ImageListener images = new ImageWatcher();
	private final Runnable closing = this::close;
	private boolean closed;

	private TurnedView(AnnotationSession session, QuarterTurn turn) {
		this.session = session;
		this.turn = turn;
		VolumeSize size = new VolumeSize(session.source().width(), session.source().height(), session.source().slices());
		String name = turn.equals(QuarterTurn.MIRROR) ? "Mirror image" : "View " + turn.words();
		ViewPlane plane = new ViewPlane(name, Axis.Z, size, turn.transposed(), turn.flipX(), turn.flipY(),
				turn.transposed() ? size.ny() : size.nx(), turn.transposed() ? size.nx() : size.ny());
		Crosshair none = new Crosshair(size);
		none.setVisible(false);
		linked = LinkedView.across(session, plane, none);
		edits = (edit, cause) -> linked.documentChanged(edit);
	}

	private static String property(QuarterTurn turn) {
		return PROPERTY + turn.degrees() + turn.mirrored();
	}

	/** The view of a session that is turned so, if it is open. */
	public static Optional<SliceView> of(AnnotationSession session, QuarterTurn turn) {
		return session.image().getProperty(property(turn)) instanceof TurnedView turned
				? Optional.of(turned.linked.view())
				: Optional.empty();
	}

	/** The view of a session that is turned so; made, but not shown, if there is none yet. It ends with the session. */
	public static SliceView open(AnnotationSession session, QuarterTurn turn) {
		return of(session, turn).orElseGet(() -> new TurnedView(session, turn).attach());
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

	private SliceView attach() {
		linked.attach();
		session.image().setProperty(property(turn), this);
		session.document().addListener(edits);
		session.onClose(closing);
		ImagePlus.addImageListener(images);
		display.follow(session.image(), both());
		return linked.view();
	}

	private List<ImagePlus> both() {
		return List.of(session.image(), linked.view().image());
	}

	private void close() {
		if (closed) return;
		closed = true;
		session.document().removeListener(edits);
		session.offClose(closing);
		session.image().setProperty(property(turn), null);
		linked.close();
		// Later, since ImageJ skips a listener for each one that is removed while it tells of something.
		EventQueue.invokeLater(() -> ImagePlus.removeImageListener(images));
	}

	private final class ImageWatcher implements ImageListener {

		@Override
		public void imageOpened(ImagePlus image) {
			// It is opened here.
		}

		@Override
		public void imageUpdated(ImagePlus image) {
			if (closed || !both().contains(image)) return;
			display.follow(image, both());
			if (image == session.image()) linked.view().show(session.plane().z());
			linked.showLayer();
		}

		@Override
		public void imageClosed(ImagePlus image) {
			if (image == linked.view().image()) EventQueue.invokeLater(TurnedView.this::close);
		}
	}
}
