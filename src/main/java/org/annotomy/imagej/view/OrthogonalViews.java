package org.annotomy.imagej.view;

import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.annotomy.annotation.Change;
import org.annotomy.annotation.DocumentListener;
import org.annotomy.annotation.Edit;
import org.annotomy.annotation.model.Plane;
import org.annotomy.display.view.ViewPlane;
import org.annotomy.display.view.ViewPlanes;
import org.annotomy.geometry.Axis;
import org.annotomy.image.MedicalImage;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.segmentation.volume.ImageVolume;

import ij.ImageListener;
import ij.ImagePlus;

/**
 * The views of one annotated volume: the image itself and two that cut it along its other axes, linked by a crosshair, by window and level,
 * and by what is drawn on them. Works without windows too. To be used on the event dispatch thread, or on one thread without a display.
 */
public final class OrthogonalViews {

	private static final String PROPERTY = "org.annotomy.views";

	private final AnnotationSession session;
	private final Crosshair crosshair;
	private final List<LinkedView> views = new ArrayList<>();
	private final DisplayLink display = new DisplayLink();
	private final ZoomLink zoom = new ZoomLink();
	private final DocumentListener edits = (edit, cause) -> documentChanged(edit);
	private final ImageListener images = new ImageWatcher();
	private final Runnable crosshairMoved = this::showCrosshair;
	private final Runnable effectShown = this::repaint;
	private final Runnable closing = this::close;
	private final List<Runnable> closeListeners = new ArrayList<>();
	private Plane plane;
	private boolean closed;

	private OrthogonalViews(AnnotationSession session) {
		this.session = session;
		MedicalImage source = session.source();
		requireVolume(source);
		ImageVolume volume = session.segments().volume();
		ViewPlanes planes = new ViewPlanes(volume.size(), volume.spacing(), source.placeInPatient().orElse(null));
		crosshair = new Crosshair(volume.size());
		plane = session.plane();
		crosshair.moveTo(Axis.Z, plane.z());
		views.add(LinkedView.own(session, crosshair));
		for (Axis axis : inOrder(planes))
			views.add(LinkedView.across(session, planes.across(axis), crosshair));
	}

	/** The coronal view before the sagittal one. */
	private static List<Axis> inOrder(ViewPlanes planes) {
		ViewPlane y = planes.across(Axis.Y);
		return y.name().equals("Sagittal") ? List.of(Axis.X, Axis.Y) : List.of(Axis.Y, Axis.X);
	}

	private static void requireVolume(MedicalImage source) {
		if (source.slices() < 2)
			throw new IllegalArgumentException("Orthogonal views need a volume, but this image has one slice.");
		if (!source.sliceAxis().isEven())
			throw new IllegalArgumentException(
					"The slices of this volume are unevenly spaced, so other cuts through it would be distorted."
							+ " Make an evenly spaced copy with Resample To Even Slices... first.");
	}

	/** The views of an image or of any view of it, if they are open. */
	public static Optional<OrthogonalViews> of(ImagePlus image) {
		return SliceView.sessionOf(image)
				.flatMap(s -> s.image().getProperty(PROPERTY) instanceof OrthogonalViews views
						? Optional.of(views)
						: Optional.empty());
	}

	/**
	 * The views of a session; made, but not shown, if there are none yet. They end with the session.
	 *
	 * @throws IllegalArgumentException if the image is no volume with even slices, or its slices do not fit into memory
	 */
	public static OrthogonalViews open(AnnotationSession session) {
		return of(session.image()).orElseGet(() -> {
			OrthogonalViews views = new OrthogonalViews(session);
			views.attach();
			return views;
		});
	}

	private void attach() {
		for (LinkedView linked : views) {
			linked.attach();
			linked.onDraw(() -> drawn(linked.view().image()));
		}
		session.image().setProperty(PROPERTY, this);
		session.document().addListener(edits);
		session.onClose(closing);
		ImagePlus.addImageListener(images);
		crosshair.addListener(crosshairMoved);
		session.overlay().effects().addListener(effectShown);
		display.follow(session.image(), imagesOf());
		showCrosshair();
	}

	/** The annotated image first. */
	public List<SliceView> views() {
		return views.stream().map(LinkedView::view).toList();
	}

	public Crosshair crosshair() {
		return crosshair;
	}

	public AnnotationSession session() {
		return session;
	}

	/** Whether all views are shown at the same size, with the crosshair in the middle as soon as one is zoomed. */
	public void linkZoom(boolean linked) {
		if (linked == zoom.isLinked()) return;
		zoom.setLinked(linked);
		zoom.follow(session.image(), imagesOf(), this::middle);
	}

	public boolean isZoomLinked() { return zoom.isLinked(); }

	private double[] middle(ImagePlus image) {
		var at = SliceView.of(image).orElseThrow().plane().pixelOf(crosshair.voxel());
		return new double[]{at.x(), at.y()};
	}

	/** Looks at what may have changed on an image: slice, channel, time, window, zoom. The others follow. */
	void follow(ImagePlus image) {
		if (closed) return;
		for (LinkedView linked : views)
			if (linked.view().image() == image) crosshair.moveTo(linked.view().across(), linked.view().slice());
		Plane now = session.plane();
		if (now.c() != plane.c() || now.t() != plane.t()) {
			plane = now;
			views.forEach(LinkedView::refresh);
		}
		display.follow(image, imagesOf());
		zoom.follow(image, imagesOf(), this::middle);
		views.forEach(LinkedView::showLayer);
	}

	private void drawn(ImagePlus image) {
		if (zoom.isBehind(image)) EventQueue.invokeLater(() -> zoom.follow(image, imagesOf(), this::middle));
	}

	private List<ImagePlus> imagesOf() {
		return views.stream().map(v -> v.view().image()).toList();
	}

	private void showCrosshair() {
		for (LinkedView linked : views) {
			linked.view().show(crosshair.slice(linked.view().across()));
			linked.repaint();
		}
	}

	private void repaint() {
		views.stream().filter(linked -> !linked.view().isOwn()).forEach(LinkedView::repaint);
	}

	private void documentChanged(Edit edit) {
		boolean seen = edit.changes().stream().anyMatch(change -> !(change instanceof Change.LabelChange));
		if (seen) views.forEach(view -> view.documentChanged(edit));
	}

	/** To be run when the views close, before their windows do. */
	public void onClose(Runnable action) {
		closeListeners.add(action);
	}

	/** Closes the other windows and unties all. The second call does nothing. */
	public void close() {
		if (closed) return;
		closed = true;
		closeListeners.forEach(Runnable::run);
		session.document().removeListener(edits);
		session.offClose(closing);
		crosshair.removeListener(crosshairMoved);
		session.overlay().effects().removeListener(effectShown);
		session.image().setProperty(PROPERTY, null);
		views.forEach(LinkedView::close);
		// Later, since ImageJ skips a listener for each one that is removed while it tells of something.
		EventQueue.invokeLater(() -> ImagePlus.removeImageListener(images));
	}

	private void viewClosed(ImagePlus image) {
		if (closed || image == session.image()) return;
		views.removeIf(linked -> linked.view().image() == image && linked.close());
		if (views.size() == 1) close();
	}

	private final class ImageWatcher implements ImageListener {

		@Override
		public void imageOpened(ImagePlus image) {
			// They are opened here.
		}

		@Override
		public void imageUpdated(ImagePlus image) {
			if (views.stream().anyMatch(linked -> linked.view().image() == image)) follow(image);
		}

		@Override
		public void imageClosed(ImagePlus image) {
			EventQueue.invokeLater(() -> viewClosed(image));
		}
	}
}
