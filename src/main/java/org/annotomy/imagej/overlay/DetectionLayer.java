package org.annotomy.imagej.overlay;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferInt;
import java.awt.image.Raster;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.ObjectIds;
import org.annotomy.annotation.detection.DetectionKind;
import org.annotomy.annotation.detection.DetectionPlace;
import org.annotomy.annotation.detection.DetectionSet;
import org.annotomy.annotation.detection.Detections;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.display.detection.DetectionLook;
import org.annotomy.display.detection.DetectionMode;
import org.annotomy.display.detection.MovingPicture;
import org.annotomy.display.detection.Viewport;
import org.annotomy.geometry.Box;
import org.annotomy.imagej.RoiStyle;

/** The detections of a document on an image: a picture of all in view, kept until view or document change. Safe for threads. */
final class DetectionLayer {

	/** Part of a picture that it may grow by without taking new memory. */
	private static final int ROOM_PART = 50;
	/** Memory for so many pictures of that size is too much. */
	private static final int MOST_SPARE = 4;

	/** What the picture shows, besides the view. */
	private record Content(Detections detections, Protocol protocol, Plane plane, Predicate<?> filter, DetectionMode mode,
			ObjectIds selected) {}

	private final AnnotationDocument document;
	private volatile DetectionMode mode = DetectionMode.OUTLINES;
	private volatile ObjectIds selected;
	private final MovingPicture painted = new MovingPicture();
	private int[] pixels = new int[0];
	private BufferedImage picture;

	DetectionLayer(AnnotationDocument document) {
		this.document = document;
		selected = ObjectIds.of(List.of(), document);
	}

	DetectionMode mode() {
		return mode;
	}

	void setMode(DetectionMode shown) {
		mode = shown;
	}

	void setSelected(ObjectIds ids) {
		selected = ids;
	}

	boolean isEmpty() { return document.detections().isEmpty(); }

	/** Forgets the picture. */
	synchronized void clear() {
		picture = null;
		pixels = new int[0];
		painted.clear();
	}

	/** Up to {@code most} of the detections near a box that are shown on the plane, as objects. */
	List<DisplayedObject> at(Box box, Plane plane, Predicate<AnnotationObject> filter, int most) {
		Detections now = document.detections();
		Protocol protocol = document.protocol();
		List<DisplayedObject> found = new ArrayList<>();
		for (DetectionPlace place : now.at(box, most, kind -> isShown(kind, plane, filter))) {
			AnnotationObject object = now.object(place);
			found.add(new DisplayedObject(object, RoiStyle.of(object, protocol)));
		}
		return found;
	}

	/** Paints all in view. */
	synchronized void paint(Graphics2D g, CanvasView view, Plane plane, Predicate<AnnotationObject> filter) {
		double device = Math.max(1, g.getTransform().getScaleX());
		CanvasView inPicture = view.scaled(device);
		int width = inPicture.canvasWidth();
		int height = inPicture.canvasHeight();
		if (width < 1 || height < 1) return;
		if (picture == null || picture.getWidth() != width || picture.getHeight() != height) renew(width, height);
		Content content = new Content(document.detections(), document.protocol(), plane, filter, mode, selected);
		Viewport port = new Viewport(view.visible().x(), view.visible().y(), inPicture.magnification(), width, height);
		painted.paint(content.detections(), port, new Look(content, filter), content.mode(), pixels, content);
		g.drawImage(picture, 0, 0, view.canvasWidth(), view.canvasHeight(), null);
	}

	/** While the view is zoomed, its size in whole pixels changes by one or two again and again: the memory stays the same. */
	private void renew(int width, int height) {
		int count = Math.multiplyExact(width, height);
		if (pixels.length < count || pixels.length > MOST_SPARE * (long) count) pixels = new int[count + count / ROOM_PART];
		ColorModel argb = ColorModel.getRGBdefault();
		picture = new BufferedImage(argb, Raster.createPackedRaster(new DataBufferInt(pixels, count), width, height, width,
				new int[]{0xff0000, 0xff00, 0xff, 0xff000000}, null), false, null);
		painted.clear();
	}

	static boolean isShown(DetectionKind kind, Plane plane, Predicate<AnnotationObject> filter) {
		int channel = kind.pattern().plane().c();
		return kind.visible() && (plane.c() < 0 || channel < 0 || channel == plane.c())
				&& kind.pattern().reaches(plane.z(), plane.t()) && filter.test(kind.pattern());
	}

	/** A filter sees of a detection what its kind says. */
	private static final class Look implements DetectionLook {

		private final Content content;
		private final Predicate<AnnotationObject> filter;
		private final DetectionSet selected;
		private final Map<DetectionKind, Integer> known = new HashMap<>();

		Look(Content content, Predicate<AnnotationObject> filter) {
			this.content = content;
			this.filter = filter;
			DetectionSet ids = content.selected().detections();
			selected = ids.count() == 0 || ids.detections() == content.detections() ? ids : ids.in(content.detections());
		}

		@Override
		public synchronized int argb(DetectionKind kind) {
			return known.computeIfAbsent(kind, k -> isShown(k, content.plane(), filter)
					? RoiStyle.of(k.pattern(), content.protocol()).stroke().getRGB()
					: 0);
		}

		@Override
		public BitSet selected(int block) {
			return selected.rows().get(block);
		}
	}
}
