package org.annotomy.imagej.linking;

import java.awt.EventQueue;
import java.awt.Rectangle;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

import org.annotomy.display.ViewState;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Position;
import org.annotomy.imagej.display.Zoom;
import org.annotomy.imagej.slide.SlideCanvas;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.linking.group.SyncSettings;

import ij.ImagePlus;
import ij.gui.ImageCanvas;

/**
 * Zoom and pan of the views of a group: whichever is moved, the others show the same place in the middle (pan) and a millimetre as large
 * (zoom). ImageJ does not tell of either, so each drawing of a canvas is looked at.
 */
final class CameraSync {

	/** So far to the right it is asked how another slide is turned, in pixels. */
	private static final double TURN_PX = 100;

	private final GroupViews views;
	private final OpenGroup group;
	private final Map<ImagePlus, Camera> known = new IdentityHashMap<>();
	private boolean waiting;

	/** What a canvas shows. */
	private record Camera(Rectangle source, double magnification, double degrees) {

		static Camera of(ImageCanvas canvas) {
			return new Camera(new Rectangle(canvas.getSrcRect()), canvas.getMagnification(),
					canvas instanceof SlideCanvas slide ? slide.degrees() : 0);
		}

		/** In pixels of the image. */
		Point middle() {
			return new Point(source.x + source.width / 2.0, source.y + source.height / 2.0);
		}
	}

	CameraSync(GroupViews views, OpenGroup group) {
		this.views = views;
		this.group = group;
	}

	/** What is shown now was not chosen by the user: nobody follows it. */
	void forget() {
		known.clear();
	}

	/** A view was drawn: if it shows another part than before, the others follow, later, since the drawing is not done yet. */
	void drawn(SliceView view) {
		ImageCanvas canvas = view.image().getCanvas();
		if (canvas == null || waiting) return;
		Camera now = Camera.of(canvas);
		Camera before = known.get(view.image());
		if (before == null) known.put(view.image(), now);
		if (before == null || before.equals(now)) return;
		SyncSettings sync = group.group().sync();
		if (!sync.zoom() && !sync.pan()) {
			known.put(view.image(), now);
			return;
		}
		waiting = true;
		EventQueue.invokeLater(() -> {
			waiting = false;
			follow(view);
		});
	}

	/** The others show what a view shows, though nobody has moved it. */
	void lead(SliceView view) {
		ImageCanvas canvas = view.image().getCanvas();
		SyncSettings sync = group.group().sync();
		if (canvas == null || !sync.pan() && !sync.zoom()) return;
		Camera now = Camera.of(canvas);
		known.put(view.image(), now);
		spread(view, now, now.middle(), true);
	}

	private void follow(SliceView view) {
		ImageCanvas canvas = view.image().getCanvas();
		if (canvas == null) return;
		Camera now = Camera.of(canvas);
		Camera before = known.put(view.image(), now);
		if (before == null || before.equals(now)) return;
		boolean zoomed = before.magnification != now.magnification;
		spread(view, now, now.middle(), zoomed);
	}

	/** The place looked at comes to the middle of the others that are zoomed in so far that it would not be seen otherwise. */
	void pan(SliceView moved) {
		group.sessions().forEach((key, session) -> views.cursor(key).ifPresent(voxel -> {
			for (SliceView view : GroupViews.viewsOf(session))
				if (view.image() != moved.image()) reveal(view, view.plane().pixelOf(voxel));
		}));
	}

	private void reveal(SliceView view, Point pixel) {
		ImageCanvas canvas = view.image().getCanvas();
		if (canvas == null || canvas.getSrcRect().contains(pixel.x(), pixel.y())) return;
		boolean inside = pixel.x() >= 0 && pixel.y() >= 0 && pixel.x() <= view.image().getWidth()
				&& pixel.y() <= view.image().getHeight();
		if (inside) show(view, canvas.getMagnification(), pixel);
	}

	private void spread(SliceView from, Camera camera, Point middle, boolean zoomed) {
		Optional<String> key = group.keyOf(from.session());
		if (key.isEmpty()) return;
		SyncSettings sync = group.group().sync();
		Position voxel = from.voxelAt(middle.x(), middle.y());
		double mmPerScreen = from.pixelSpacing().xMm() / camera.magnification;
		group.sessions().forEach((other, session) -> {
			Optional<Position> there = views.expected(key.get(), voxel, other);
			for (SliceView view : GroupViews.viewsOf(session))
				if (view.image() != from.image() && view.image().getCanvas() != null) {
					ImageCanvas canvas = view.image().getCanvas();
					double magnification = sync.zoom() && zoomed
							? view.pixelSpacing().xMm() / mmPerScreen
							: canvas.getMagnification();
					Point centre = sync.pan() && there.isPresent()
							? view.plane().pixelOf(there.get())
							: Camera.of(canvas).middle();
					show(view, magnification, centre);
					if (sync.pan()) turn(from, camera, middle, key.get(), view, other);
				}
		});
	}

	/** A slide is turned as it lies to the one that is looked at, so that the same tissue points the same way. */
	private void turn(SliceView from, Camera camera, Point middle, String key, SliceView view, String other) {
		if (!(view.image().getCanvas() instanceof SlideCanvas slide) || !(from.image().getCanvas() instanceof SlideCanvas))
			return;
		Optional<Position> here = views.expected(key, from.voxelAt(middle.x(), middle.y()), other);
		Optional<Position> right = views.expected(key, from.voxelAt(middle.x() + TURN_PX, middle.y()), other);
		if (here.isEmpty() || right.isEmpty()) return;
		Point a = view.plane().pixelOf(here.get());
		Point b = view.plane().pixelOf(right.get());
		slide.turn(camera.degrees - Math.toDegrees(Math.atan2(b.y() - a.y(), b.x() - a.x())));
		known.put(view.image(), Camera.of(slide));
	}

	private void show(SliceView view, double magnification, Point centre) {
		if (view.image().getCanvas() instanceof SlideCanvas slide) {
			slide.show(centre, magnification);
			known.put(view.image(), Camera.of(slide));
			return;
		}
		Zoom zoom = Zoom.of(view.image());
		double held = Math.max(1.0 / 72, Math.min(32, magnification));
		ViewState state = zoom.presets().factor(held, centre);
		zoom.show(state);
		known.put(view.image(), Camera.of(view.image().getCanvas()));
	}
}
