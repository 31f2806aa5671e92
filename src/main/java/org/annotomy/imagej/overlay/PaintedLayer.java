package org.annotomy.imagej.overlay;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.geometry.Box;

import ij.ImagePlus;

/**
 * A picture of very many objects, kept until the view changes: while the user draws, ImageJ paints the canvas again and again. After an edit
 * only the places that it touched are painted anew. Safe for threads.
 */
final class PaintedLayer {

	/** With more places than this it is quicker to paint everything anew. */
	private static final int MOST_PLACES = 32;

	/** Room for lines and crosses around the objects, in pixels. */
	private static final int MARGIN_PX = SmoothPainter.MARK_PX + 3;

	/** @param content what tells one set of objects from another, besides single edits: plane, filter, protocol */
	private record Key(CanvasView view, double device, Object content, boolean opaque) {}

	private final List<Box> dirty = new ArrayList<>();
	private BufferedImage areas;
	private BufferedImage lines;
	private Key key;

	/** This object comes or goes. How far ImageJ draws beyond the bounds of a text or arrow nobody knows: then all is painted anew. */
	synchronized void touch(AnnotationObject object) {
		if (DisplayedObject.isDrawnByImageJ(object.shape())) key = null;
		if (dirty.size() <= MOST_PLACES) dirty.add(object.shape().bounds().grow(object.appearance().strokeWidth()));
	}

	/** Forgets the picture. */
	synchronized void clear() {
		areas = null;
		lines = null;
		key = null;
		dirty.clear();
	}

	/** @param objects those that the view shows, from behind to in front */
	synchronized void paint(Graphics2D g, CanvasView view, List<DisplayedObject> objects, Object content, ImagePlus image) {
		double device = Math.max(1, g.getTransform().getScaleX());
		CanvasView inPicture = view.scaled(device);
		int width = inPicture.canvasWidth();
		int height = inPicture.canvasHeight();
		if (width < 1 || height < 1) return;
		// Outlines need a picture of their own only where some must be wiped out without the areas.
		boolean opaque = objects.stream().anyMatch(DisplayedObject::isOpaque);
		Key wanted = new Key(view, device, content, opaque);
		if (!wanted.equals(key)) {
			areas = sized(areas, width, height);
			lines = opaque ? sized(lines == areas ? null : lines, width, height) : areas;
			key = null;
		}
		Graphics2D onAreas = areas.createGraphics();
		Graphics2D onLines = lines == areas ? onAreas : lines.createGraphics();
		update(new QuickPainter(onAreas, onLines, inPicture, image, device), inPicture, objects, new Rectangle(width, height));
		onAreas.dispose();
		onLines.dispose();
		key = wanted;
		g.drawImage(areas, 0, 0, view.canvasWidth(), view.canvasHeight(), null);
		if (lines != areas) g.drawImage(lines, 0, 0, view.canvasWidth(), view.canvasHeight(), null);
	}

	private void update(QuickPainter painter, CanvasView view, List<DisplayedObject> objects, Rectangle whole) {
		boolean anew = key == null || dirty.size() > MOST_PLACES;
		if (anew) painter.paint(objects, whole, view.underCanvas(whole).grow(MARGIN_PX / view.magnification()));
		else
			for (Box box : dirty)
				paintPlace(painter, view, objects, view.onCanvas(box, MARGIN_PX).intersection(whole));
		dirty.clear();
	}

	private static BufferedImage sized(BufferedImage picture, int width, int height) {
		boolean fits = picture != null && picture.getWidth() == width && picture.getHeight() == height;
		return fits ? picture : new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
	}

	private static void paintPlace(QuickPainter painter, CanvasView view, List<DisplayedObject> objects, Rectangle place) {
		if (place.isEmpty()) return;
		Box under = view.underCanvas(place).grow(MARGIN_PX / view.magnification());
		painter.paint(objects, place, under);
	}
}
