package org.annotomy.imagej.view;

import java.awt.EventQueue;
import java.util.List;
import java.util.Optional;

import org.annotomy.annotation.DocumentListener;
import org.annotomy.display.view.ViewPlane;
import org.annotomy.geometry.Axis;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.imagej.session.AnnotationSession;

import ij.ImageListener;
import ij.ImagePlus;

/**
 * An annotated image seen in a mirror, left to right: a view of its own with the same annotations. The image itself stays as its file has it,
 * so that coordinates mean the same everywhere.
 */
public final class MirroredView {

	private static final String PROPERTY = "org.annotomy.mirrored";

	private final AnnotationSession session;
	private final LinkedView linked;
	private final DisplayLink display = new DisplayLink();
	private final DocumentListener edits;
	private final ImageListener images = new ImageWatcher();
	private final Runnable closing = this::close;
	private boolean closed;

	private MirroredView(AnnotationSession session) {
		this.session = session;
		VolumeSize size = new VolumeSize(session.source().width(), session.source().height(), session.source().slices());
		ViewPlane plane = new ViewPlane("Mirror image", Axis.Z, size, false, true, false, size.nx(), size.ny());
		Crosshair none = new Crosshair(size);
		none.setVisible(false);
		linked = LinkedView.across(session, plane, none);
		edits = (edit, cause) -> linked.documentChanged(edit);
	}

	/** The mirrored view of a session, if it is open. */
	public static Optional<SliceView> of(AnnotationSession session) {
		return session.image().getProperty(PROPERTY) instanceof MirroredView mirror
				? Optional.of(mirror.linked.view())
				: Optional.empty();
	}

	/** The mirrored view of a session; made, but not shown, if there is none yet. It ends with the session. */
	public static SliceView open(AnnotationSession session) {
		return of(session).orElseGet(() -> new MirroredView(session).attach());
	}

	private SliceView attach() {
		linked.attach();
		session.image().setProperty(PROPERTY, this);
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
		session.image().setProperty(PROPERTY, null);
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
			if (image == linked.view().image()) EventQueue.invokeLater(MirroredView.this::close);
		}
	}
}
