package org.annotomy.imagej.linking;

import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.annotomy.annotation.DocumentListener;
import org.annotomy.geometry.Position;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.slide.SlideCanvas;
import org.annotomy.imagej.view.Crosshair;
import org.annotomy.imagej.view.ExtraView;
import org.annotomy.imagej.view.OrthogonalViews;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.linking.group.SyncSettings;
import org.annotomy.linking.place.Expected;

import ij.ImageListener;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.gui.RoiListener;

/**
 * All views of the open members of a group, looked at together: the place looked at, slices, zoom, display windows and what is drawn of
 * other members, each as far as {@link SyncSettings} says. Works without windows too.
 */
public final class GroupViews {

	private final OpenGroup group;
	private final Map<ImagePlus, GroupLayer> layers = new IdentityHashMap<>();
	private final Map<ImagePlus, Integer> slices = new IdentityHashMap<>();
	private final Map<Crosshair, Runnable> crosshairs = new IdentityHashMap<>();
	private final Map<AnnotationSession, DocumentListener> edits = new IdentityHashMap<>();
	private final Map<AnnotationSession, Runnable> selections = new IdentityHashMap<>();
	private final Map<String, Position> cursor = new HashMap<>();
	private final WindowSync windows;
	private final CameraSync cameras;
	private final ImageListener images = new ImageWatcher();
	private final RoiListener rois = (image, id) -> drawn(image);
	private SliceView active;
	private boolean moving;

	GroupViews(OpenGroup group) {
		this.group = group;
		windows = new WindowSync(group);
		cameras = new CameraSync(this, group);
	}

	/** The views of a session: the annotated image first, then its orthogonal and further views if they are open. */
	public static List<SliceView> viewsOf(AnnotationSession session) {
		List<SliceView> views = new ArrayList<>(OrthogonalViews.of(session.image()).map(OrthogonalViews::views)
				.orElseGet(() -> SliceView.of(session.image()).map(List::of).orElse(List.of())));
		views.addAll(ExtraView.of(session));
		return views;
	}

	/** All views of all open members. */
	public List<SliceView> all() {
		List<SliceView> all = new ArrayList<>();
		group.sessions().values().forEach(session -> all.addAll(viewsOf(session)));
		return all;
	}

	void join(AnnotationSession session) {
		if (layers.isEmpty()) {
			ImagePlus.addImageListener(images);
			Roi.addRoiListener(rois);
		}
		DocumentListener repaint = (edit, cause) -> contentChanged();
		session.document().addListener(repaint);
		edits.put(session, repaint);
		Runnable selected = this::contentChanged;
		session.selection().addListener(selected);
		selections.put(session, selected);
		layers(session);
	}

	/** @param key that it had in the group */
	void leave(AnnotationSession session, String key) {
		session.document().removeListener(edits.remove(session));
		session.selection().removeListener(selections.remove(session));
		List<GroupLayer> own = layers.values().stream().filter(layer -> layer.view().session() == session).toList();
		layers.values().removeAll(own);
		own.forEach(GroupLayer::remove);
		if (active != null && active.session() == session) active = null;
		cursor.remove(key);
		if (!layers.isEmpty()) return;
		Roi.removeRoiListener(rois);
		// Later, since ImageJ skips a listener for each one that is removed while it tells of something.
		EventQueue.invokeLater(() -> {
			if (layers.isEmpty()) ImagePlus.removeImageListener(images);
		});
	}

	/** What is drawn on the views of a session, those opened since included. */
	private void layers(AnnotationSession session) {
		for (SliceView view : viewsOf(session)) {
			if (!layers.containsKey(view.image())) {
				GroupLayer layer = new GroupLayer(view, this, group);
				layers.put(view.image(), layer);
				slices.put(view.image(), view.slice());
				layer.onDraw(() -> cameras.drawn(view));
			}
			layers.get(view.image()).show();
		}
		OrthogonalViews.of(session.image()).map(OrthogonalViews::crosshair).filter(c -> !crosshairs.containsKey(c))
				.ifPresent(c -> {
					Runnable moved = () -> crosshairMoved(session, c);
					crosshairs.put(c, moved);
					c.addListener(moved);
					session.onClose(() -> c.removeListener(crosshairs.remove(c)));
				});
	}

	private void crosshairMoved(AnnotationSession session, Crosshair crosshair) {
		if (moving) return;
		group.keyOf(session).ifPresent(key -> moveTo(key, crosshair.voxel()));
	}

	/** Settings, alignments or windows have changed: everything is looked at anew. */
	public void settingsChanged() {
		cameras.forget();
		for (AnnotationSession session : group.sessions().values())
			layers(session);
		if (active != null)
			group.keyOf(active.session()).filter(cursor::containsKey).ifPresent(key -> moveTo(key, cursor.get(key)));
		contentChanged();
	}

	/** Slides show the part that the first of them shows, turned as they lie to it. */
	public void alignSlides() {
		all().stream().filter(view -> view.image().getCanvas() instanceof SlideCanvas).findFirst().ifPresent(view -> {
			if (EventQueue.isDispatchThread()) cameras.lead(view);
			else EventQueue.invokeLater(() -> cameras.lead(view));
		});
	}

	private void contentChanged() {
		layers.values().forEach(GroupLayer::forget);
		group.tell();
	}

	private void drawn(ImagePlus image) {
		if (image != null && layers.containsKey(image)) contentChanged();
	}

	/** The view that was used last, if there is one. */
	public Optional<SliceView> active() {
		return Optional.ofNullable(active);
	}

	/** The place that is looked at, in voxels of a member; empty if nobody knows where it lies in that one. */
	public Optional<Position> cursor(String key) {
		return Optional.ofNullable(cursor.get(key));
	}

	/**
	 * Looks at a place: the other members show the same one, as far as it is known how they lie.
	 *
	 * @param key of an open member
	 * @param voxel of that member, centres at whole numbers
	 */
	public void moveTo(String key, Position voxel) {
		moveTo(key, voxel, group.requireSession(key).image());
	}

	/** @param moved the view that shows the place already */
	private void moveTo(String key, Position voxel, ImagePlus moved) {
		if (active == null || active.image() != moved)
			active = SliceView.of(moved).orElse(active);
		cursor.clear();
		group.sessions().forEach((other, session) -> expected(key, voxel, other).ifPresent(there -> cursor.put(other, there)));
		moving = true;
		try {
			group.sessions().forEach((other, session) -> {
				if (cursor.containsKey(other) && (other.equals(key) || group.group().sync().scroll()))
					show(session, cursor.get(other));
			});
		} finally {
			moving = false;
		}
		if (group.group().sync().pan()) cameras.pan(active);
		repaint();
	}

	/** Where a place of one member lies in another, if that is known exactly. */
	Optional<Position> expected(String from, Position voxel, String to) {
		if (from.equals(to)) return Optional.of(voxel);
		Expected expected = group.correspondences().between(from, to).expected(voxel);
		return expected instanceof Expected.Exact exact && Double.isFinite(exact.voxel().norm())
				? Optional.of(exact.voxel())
				: Optional.empty();
	}

	private void show(AnnotationSession session, Position voxel) {
		Optional<OrthogonalViews> views = OrthogonalViews.of(session.image());
		if (views.isPresent()) views.get().crosshair().moveTo(voxel);
		else SliceView.of(session.image()).ifPresent(view -> view.show((int) Math.round(voxel.z())));
		for (SliceView view : ExtraView.of(session))
			view.show((int) Math.round(view.across().along(voxel)));
		for (SliceView view : viewsOf(session))
			slices.put(view.image(), view.slice());
	}

	/** Looks at what may have changed on a view: slice, display window. The others follow. */
	void follow(ImagePlus image) {
		SliceView view = SliceView.of(image).orElse(null);
		if (view == null || moving) return;
		layers(view.session());
		windows.follow(image);
		int slice = view.slice();
		boolean scrolled = slices.get(image) == null || slices.get(image) != slice;
		slices.put(image, slice);
		if (!scrolled) return;
		group.keyOf(view.session()).ifPresent(key -> moveTo(key, onSlice(view, key, slice), image));
	}

	/** The place looked at, moved along to another slice. */
	private Position onSlice(SliceView view, String key, int slice) {
		Position at = cursor.getOrDefault(key, view.voxelAt(view.image().getWidth() / 2.0, view.image().getHeight() / 2.0));
		return switch (view.across()) {
			case X -> new Position(slice, at.y(), at.z());
			case Y -> new Position(at.x(), slice, at.z());
			case Z -> new Position(at.x(), at.y(), slice);
		};
	}

	/** Whether another layer shows the place looked at on a view already. */
	static boolean hasCrosshair(SliceView view) {
		if (ExtraView.nameOf(view).isPresent()) return false;
		return OrthogonalViews.of(view.image()).map(views -> views.crosshair().isVisible()).orElse(false);
	}

	private void repaint() {
		layers.values().forEach(GroupLayer::repaint);
	}

	private final class ImageWatcher implements ImageListener {

		@Override
		public void imageOpened(ImagePlus image) {
			SliceView.sessionOf(image).filter(session -> group.keyOf(session).isPresent()).ifPresent(GroupViews.this::layers);
		}

		@Override
		public void imageUpdated(ImagePlus image) {
			if (group.keyOf(image).isPresent()) follow(image);
		}

		@Override
		public void imageClosed(ImagePlus image) {
			EventQueue.invokeLater(() -> {
				layers.remove(image);
				slices.remove(image);
			});
		}
	}
}
