package org.annotomy.imagej.overlay;

import java.awt.Color;
import java.awt.EventQueue;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.Change;
import org.annotomy.annotation.Change.LinkChange;
import org.annotomy.annotation.Change.ObjectChange;
import org.annotomy.annotation.Change.ProtocolChange;
import org.annotomy.annotation.DocumentListener;
import org.annotomy.annotation.Edit;
import org.annotomy.annotation.ObjectIds;
import org.annotomy.annotation.depth.DepthGraph;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Plane;
import org.annotomy.geometry.Axis;
import org.annotomy.display.detection.DetectionMode;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.imagej.RoiObjects;
import org.annotomy.imagej.RoiShapes;
import org.annotomy.imagej.RoiStyle;
import org.annotomy.imagej.StackLayout;
import org.annotomy.imagej.segment.PreviewLayer;
import org.annotomy.imagej.segment.PreviewPainter;
import org.annotomy.imagej.segment.SegmentPainter;
import org.annotomy.segmentation.segment.SegmentOutlines;

import ij.IJ;
import ij.ImageListener;
import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.ShapeRoi;

/**
 * Shows the objects of a document on an image: on each plane those that reach it, from behind to in front, in the colours of their classes.
 * They are drawn as one element of the image's ImageJ overlay, beside whatever else is in it; if another program replaces the overlay, the
 * element is put into the new one as soon as document or image change. Follows the document edit by edit. Works without a display.
 */
public final class AnnotationOverlay implements DocumentListener {

	/** Up to this many objects in view are painted with smooth edges. */
	private static final int SMOOTH_OBJECTS = 300;

	private final ImagePlus image;
	private final AnnotationDocument document;
	private final StackLayout layout;
	private final int width;
	private final int height;
	private final PlaneIndex index = new PlaneIndex();
	private final PaintedLayer painted = new PaintedLayer();
	private final DetectionLayer detections;
	private final SegmentPainter segments;
	private final PreviewLayer effects = new PreviewLayer();
	private final PreviewPainter effectPainter;
	private final LayerRoi layer;
	private final ImageListener imageListener = new ImageWatcher();
	private final List<Runnable> lookListeners = new CopyOnWriteArrayList<>();
	private volatile Set<UUID> selected = Set.of();
	private volatile LabelText labels = LabelText.NOTHING;
	private volatile Predicate<AnnotationObject> filter = object -> true;
	private volatile ToolPreview preview;
	private volatile DepthGraph depth = DepthGraph.EMPTY;
	private volatile boolean attached;

	public AnnotationOverlay(ImagePlus image, AnnotationDocument document) {
		this.image = Objects.requireNonNull(image, "image");
		this.document = Objects.requireNonNull(document, "document");
		layout = StackLayout.of(image);
		width = image.getWidth();
		height = image.getHeight();
		detections = new DetectionLayer(document);
		segments = new SegmentPainter(document, new VolumeSize(width, height, layout.slices()));
		effectPainter = new PreviewPainter(effects, new VolumeSize(width, height, layout.slices()));
		effects.addListener(this::repaint);
		layer = new LayerRoi(width, height, this::paint, this::composite);
	}

	/** Begins to show the document and to follow it, until {@link #detach} or until the image is closed. */
	public void attach() {
		if (attached) return;
		attached = true;
		removeStrays();
		document.addListener(this);
		ImagePlus.addImageListener(imageListener);
		reload();
	}

	/** Takes the objects off the image; the rest of its overlay stays. */
	public void detach() {
		if (!attached) return;
		attached = false;
		document.removeListener(this);
		ImagePlus.removeImageListener(imageListener);
		takeOff();
		painted.clear();
		detections.clear();
		repaint();
	}

	@Override
	public void documentChanged(Edit edit, Cause cause) {
		segments.changed(edit);
		if (edit.changes().stream().anyMatch(ProtocolChange.class::isInstance)) {
			reload();
			return;
		}
		for (Change change : edit.changes())
			if (change instanceof ObjectChange c) change(c);
		if (edit.changes().stream().anyMatch(LinkChange.class::isInstance)) depth = DepthGraph.of(document.links());
		refresh();
	}

	/** Shows these objects with a rim. */
	public void setSelected(Collection<UUID> ids) {
		ObjectIds some = ObjectIds.of(ids, document);
		selected = some;
		detections.setSelected(some);
		repaint();
	}

	/** How masses of detections are shown. */
	public DetectionMode detectionMode() {
		return detections.mode();
	}

	/** Shows masses of detections in another way; objects of their own stay as they are. */
	public void setDetectionMode(DetectionMode mode) {
		detections.setMode(Objects.requireNonNull(mode, "mode"));
		repaint();
		lookListeners.forEach(Runnable::run);
	}

	/** Hears when masses of detections are shown in another way. */
	public void addLookListener(Runnable listener) {
		lookListeners.add(listener);
	}

	public void removeLookListener(Runnable listener) {
		lookListeners.remove(listener);
	}

	/** What is written beside the objects; nothing to begin with. */
	public void setLabels(LabelText text) {
		labels = Objects.requireNonNull(text, "text");
		repaint();
	}

	/** What a tool shows above everything; null for nothing. Only seen while the document has an object or a segment. */
	public void setPreview(ToolPreview shown) {
		if (preview == shown) return;
		preview = shown;
		repaint();
	}

	/** What an effect on segments would give, in this and all other views of the volume. Only seen as {@link #setPreview} is. */
	public PreviewLayer effects() {
		return effects;
	}

	/** Shows only objects that pass, besides being visible themselves: such as those of some classes, or of one rater. */
	public void setFilter(Predicate<AnnotationObject> shown) {
		filter = Objects.requireNonNull(shown, "shown");
		repaint();
	}

	/**
	 * The objects at a place, the topmost first: those whose area holds it, and lines and points no farther than the tolerance. Hidden
	 * objects are not hit.
	 *
	 * @param x in image pixels, pixel-corner frame; likewise {@code y}
	 * @param tolerancePx in image pixels: a few screen pixels divided by the magnification
	 * @param plane with channel −1 for objects of every channel
	 */
	public List<AnnotationObject> objectsAt(double x, double y, double tolerancePx, Plane plane) {
		List<AnnotationObject> hit = new ArrayList<>();
		Box box = new Box(x, y, 0, 0).grow(tolerancePx);
		List<DisplayedObject> near = new ArrayList<>(detections.at(box, plane, filter, SMOOTH_OBJECTS));
		near.addAll(shown(plane, box));
		for (DisplayedObject shown : near)
			if (HitTest.hits(shown, x, y, tolerancePx)) hit.add(shown.object());
		Collections.reverse(hit);
		return hit;
	}

	/** The objects shown on a plane, from behind to in front, without the masses of detections. */
	public List<AnnotationObject> objectsOn(Plane plane) {
		return index.on(plane, this::isShown).stream().map(DisplayedObject::object).toList();
	}

	/** All visible objects, without the masses of detections, as ordinary selections on their planes: for the ROI Manager, or an overlay that is saved with the image. */
	public List<Roi> selections() {
		StackLayout now = StackLayout.of(image);
		return index.all().stream().filter(this::isShown).sorted(DisplayedObject.BEHIND_FIRST)
				.flatMap(displayed -> RoiObjects.roisOf(displayed.object(), document.protocol(), now).stream()).toList();
	}

	/** What copies of the overlay get: all objects, and the segments of the slice on display. */
	private List<Roi> forCopies() {
		List<Roi> rois = new ArrayList<>(selections());
		Plane plane = displayedPlane();
		VolumeSize size = new VolumeSize(width, height, layout.slices());
		for (AnnotationObject outline : new SegmentOutlines(document, size, plane.t()).visible(plane.z()))
			rois.addAll(0, RoiObjects.roisOf(outline, document.protocol(), StackLayout.of(image)));
		return rois;
	}

	private void change(ObjectChange change) {
		if (change.before() != null) painted.touch(change.before());
		if (change.after() == null) index.remove(change.id());
		else {
			index.put(displayed(change.after()));
			painted.touch(change.after());
		}
	}

	private void reload() {
		painted.clear();
		depth = DepthGraph.of(document.links());
		index.load(document.individualObjects().stream().map(this::displayed).toList());
		refresh();
	}

	private DisplayedObject displayed(AnnotationObject object) {
		return new DisplayedObject(object, RoiStyle.of(object, document.protocol()));
	}

	private void refresh() {
		if (attached && isSameImage() && hasContent()) putOn();
		else takeOff();
		repaint();
	}

	/** Annotations do not fit an image that was cropped, scaled or cut into slices otherwise since. */
	private boolean isSameImage() {
		return image.getWidth() == width && image.getHeight() == height && image.getNChannels() == layout.channels()
				&& image.getNSlices() == layout.slices() && image.getNFrames() == layout.timePoints();
	}

	private boolean hasContent() {
		return !index.isEmpty() || !detections.isEmpty() || !document.segments().isEmpty();
	}

	private void putOn() {
		Overlay overlay = image.getOverlay();
		if (overlay == null) {
			overlay = new AnnotatedOverlay(this::forCopies);
			overlay.add(layer);
			install(overlay);
		} else if (!overlay.contains(layer)) overlay.add(layer);
	}

	private void takeOff() {
		Overlay overlay = image.getOverlay();
		if (overlay == null || !overlay.contains(layer)) return;
		overlay.remove(layer);
		if (overlay instanceof AnnotatedOverlay && overlay.size() == 0) install(null);
	}

	/** ImageJ shows a hidden overlay again when another takes its place. */
	private void install(Overlay overlay) {
		boolean hidden = image.getHideOverlay();
		image.setOverlay(overlay);
		if (hidden) image.setHideOverlay(true);
	}

	/** What is left of a layer in an image that was saved with one among other elements. */
	private void removeStrays() {
		Overlay overlay = image.getOverlay();
		if (overlay == null) return;
		for (int i = overlay.size() - 1; i >= 0; i--)
			if (overlay.get(i).getProperty(RoiShapes.LAYER) != null) overlay.remove(i);
	}

	private void repaint() {
		ImageCanvas canvas = image.getCanvas();
		if (canvas != null) canvas.repaint();
	}

	private boolean isShown(DisplayedObject displayed) {
		return displayed.object().appearance().visible() && filter.test(displayed.object());
	}

	/** What is shown of a plane inside a box of the image, from behind to in front. */
	List<DisplayedObject> shown(Plane plane, Box box) {
		return index.on(plane, object -> object.reaches(box) && isShown(object));
	}

	/** The plane on display, with its channel unless all channels are shown at once. */
	private Plane displayedPlane() {
		Plane plane = StackLayout.currentPlane(image);
		boolean oneChannel = image.getNChannels() > 1 && image.getDisplayMode() != IJ.COMPOSITE;
		return oneChannel ? new Plane(image.getChannel() - 1, plane.z(), plane.t()) : plane;
	}

	private void paint(Graphics g, ImagePlus drawn) {
		if (!isSameImage()) return;
		Graphics2D g2 = (Graphics2D) g.create();
		CanvasView view = CanvasView.of(drawn == null ? null : drawn.getCanvas(), width, height);
		Plane plane = displayedPlane();
		segments.paint(g2, Axis.Z, plane.z(), plane.t(), view.canvasX(0), view.canvasY(0), view.magnification(),
				view.magnification());
		effectPainter.paint(g2, Axis.Z, plane.z(), view.imageToCanvas());
		Box near = view.visible().grow(SmoothPainter.MARK_PX / view.magnification());
		List<DisplayedObject> objects = withFewDetections(shown(plane, near), near, plane);
		if (objects == null) {
			detections.paint(g2, view, plane, filter);
			objects = shown(plane, near);
		}
		if (objects.size() > SMOOTH_OBJECTS) {
			PaintedLayer target = drawn == image ? painted : new PaintedLayer();
			target.paint(g2, view, objects, List.of(plane, filter), drawn);
		}
		SmoothPainter smooth = new SmoothPainter(g2, view, drawn, depth);
		if (objects.size() <= SMOOTH_OBJECTS) smooth.paint(objects);
		smooth.highlight(objects, selected);
		new LabelPainter(labels, document.protocol()).paint(g2, view, objects);
		paintPreview(g2, view, drawn);
		g2.dispose();
	}

	/** The objects with the detections among them; null if these are to be painted all at once. */
	private List<DisplayedObject> withFewDetections(List<DisplayedObject> objects, Box near, Plane plane) {
		if (detections.isEmpty()) return objects;
		if (detections.mode() != DetectionMode.OUTLINES) return null;
		List<DisplayedObject> some = new ArrayList<>(detections.at(near, plane, filter, SMOOTH_OBJECTS + 1));
		some.addAll(objects);
		some.sort(DisplayedObject.BEHIND_FIRST);
		return some.size() > SMOOTH_OBJECTS ? null : some;
	}

	private void paintPreview(Graphics2D g, CanvasView view, ImagePlus drawn) {
		ToolPreview shown = preview;
		if (shown == null || drawn != image) return;
		g.transform(view.imageToCanvas());
		shown.paint(g, view.magnification());
	}

	/** The outlines on display as one selection, on the plane that they lie on. */
	private Roi composite() {
		Path2D.Double path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
		for (DisplayedObject object : index.on(displayedPlane(), this::isShown))
			path.append(object.path(), false);
		Roi roi = new ShapeRoi(path);
		roi.setStrokeColor(new Color(RoiStyle.UNCLASSIFIED_RGB));
		StackLayout.of(image).place(roi, StackLayout.currentPlane(image), null);
		return roi;
	}

	/** Other programs replace the overlay without a word; the image tells at least when it is drawn anew. */
	private final class ImageWatcher implements ImageListener {

		@Override
		public void imageOpened(ImagePlus opened) {
			// Only this image matters, and it is open.
		}

		@Override
		public void imageClosed(ImagePlus closed) {
			// Later, since ImageJ skips a listener for each one that is removed while it tells of the closing.
			if (closed == image) EventQueue.invokeLater(AnnotationOverlay.this::detach);
		}

		@Override
		public void imageUpdated(ImagePlus updated) {
			if (updated != image || !attached) return;
			boolean wanted = isSameImage() && hasContent();
			Overlay overlay = image.getOverlay();
			if (wanted != (overlay != null && overlay.contains(layer))) refresh();
		}
	}
}
