package org.annotomy.imagej.view;

import java.awt.EventQueue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.annotomy.annotation.DocumentListener;
import org.annotomy.display.view.ViewPlane;
import org.annotomy.display.view.ViewPlanes;
import org.annotomy.geometry.Axis;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.segmentation.volume.ImageVolume;

import ij.ImageListener;
import ij.ImagePlus;

/**
 * A further view of an annotated image in a window of its own, with the same annotations: turned, seen in a mirror, or with another image over
 * it while the image itself stays as it is. The image keeps its coordinates, so that they mean the same everywhere.
 */
public final class ExtraView {

	private static final String PROPERTY = "org.annotomy.extraViews";

	private final String name;
	private final AnnotationSession session;
	private final LinkedView linked;
	private final DisplayLink display = new DisplayLink();
	private final DocumentListener edits;
	private final ImageListener images = new ImageWatcher();
	private final Runnable closing = this::close;
	private boolean closed;

	private ExtraView(AnnotationSession session, String name, ViewPlane plane) {
		this.session = session;
		this.name = name;
		Crosshair none = new Crosshair(plane.size());
		none.setVisible(false);
		linked = LinkedView.across(session, plane, none);
		edits = (edit, cause) -> linked.documentChanged(edit);
	}

	/** All further views of a session that are open, in the order of opening. */
	public static List<SliceView> of(AnnotationSession session) {
		return open(session).values().stream().map(extra -> extra.linked.view()).toList();
	}

	/** The further view with this name, if it is open. */
	public static Optional<SliceView> find(AnnotationSession session, String name) {
		return Optional.ofNullable(open(session).get(name)).map(extra -> extra.linked.view());
	}

	/** What a further view is called; empty if a view is none. */
	public static Optional<String> nameOf(SliceView view) {
		return open(view.session()).values().stream().filter(extra -> extra.linked.view().image() == view.image())
				.map(extra -> extra.name).findFirst();
	}

	private static Map<String, ExtraView> open(AnnotationSession session) {
		Map<String, ExtraView> views = new LinkedHashMap<>();
		if (session.image().getProperty(PROPERTY) instanceof Map<?, ?> known) known.forEach((key, value) -> {
			if (key instanceof String called && value instanceof ExtraView extra) views.put(called, extra);
		});
		return views;
	}

	/**
	 * A view of the same slices as another one; made, but not shown, if there is none of this name yet. It ends with the session.
	 *
	 * @param name among the further views of the session
	 * @param title what it shows, for its window
	 * @param plane {@code axial}, {@code coronal} or {@code sagittal}; anything else, or one that the image has not: as the file's slices lie
	 */
	public static SliceView open(AnnotationSession session, String name, String title, String plane) {
		ViewPlane p = plane(session, plane);
		return open(session, name,
				new ViewPlane(title, p.across(), p.size(), p.transposed(), p.flipX(), p.flipY(), p.width(), p.height()));
	}

	private static ViewPlane plane(AnnotationSession session, String name) {
		ImageVolume volume = session.segments().volume();
		ViewPlanes planes = new ViewPlanes(volume.size(), volume.spacing(), session.source().placeInPatient().orElse(null));
		boolean cuts = session.source().slices() > 1 && session.source().sliceAxis().isEven();
		for (Axis axis : cuts ? new Axis[]{Axis.X, Axis.Y} : new Axis[0])
			if (planes.across(axis).name().equalsIgnoreCase(name)) return planes.across(axis);
		return planes.own();
	}

	/** Of any plane; made, but not shown, if there is none of this name yet. */
	static SliceView open(AnnotationSession session, String name, ViewPlane plane) {
		return find(session, name).orElseGet(() -> new ExtraView(session, name, plane).attach());
	}

	private SliceView attach() {
		linked.attach();
		Map<String, ExtraView> views = open(session);
		views.put(name, this);
		session.image().setProperty(PROPERTY, views);
		session.document().addListener(edits);
		session.onClose(closing);
		ImagePlus.addImageListener(images);
		display.follow(session.image(), both());
		if (linked.view().across() == Axis.Z) linked.view().show(session.plane().z());
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
		Map<String, ExtraView> views = open(session);
		views.remove(name);
		session.image().setProperty(PROPERTY, views.isEmpty() ? null : views);
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
			if (image == session.image() && linked.view().across() == Axis.Z) linked.view().show(session.plane().z());
			linked.showLayer();
		}

		@Override
		public void imageClosed(ImagePlus image) {
			if (image == linked.view().image()) EventQueue.invokeLater(ExtraView.this::close);
		}
	}
}
