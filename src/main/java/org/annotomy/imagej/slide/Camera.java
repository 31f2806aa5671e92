package org.annotomy.imagej.slide;

import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Point2D;

import org.annotomy.geometry.Box;

/**
 * Where a slide is looked at: the window onto the slide. ImageJ draws and takes the mouse in an upright rectangle, the stage; the window shows
 * it turned by an angle, so that selections keep their coordinates. Both have the same middle and the same magnification.
 *
 * @param centreX in pixels of level 0; likewise {@code centreY}
 * @param magnification screen pixels per pixel of level 0
 * @param degrees by which the view is turned clockwise, 0 ≤ degrees &lt; 360
 * @param width of the window in screen pixels
 * @param height of the window in screen pixels
 */
record Camera(double centreX, double centreY, double magnification, double degrees, int width, int height) {

	private static final double RIGHT = 90;

	Camera at(double x, double y) {
		return new Camera(x, y, magnification, degrees, width, height);
	}

	Camera magnified(double newMagnification) {
		return new Camera(centreX, centreY, newMagnification, degrees, width, height);
	}

	Camera turned(double newDegrees) {
		double turned = newDegrees % 360;
		return new Camera(centreX, centreY, magnification, turned < 0 ? turned + 360 : turned, width, height);
	}

	Camera sized(int newWidth, int newHeight) {
		return new Camera(centreX, centreY, magnification, degrees, newWidth, newHeight);
	}

	/** As if that place of the slide were held while the magnification changes. */
	Camera magnifiedAt(double x, double y, double newMagnification) {
		double part = magnification / newMagnification;
		return new Camera(x + (centreX - x) * part, y + (centreY - y) * part, newMagnification, degrees, width, height);
	}

	/** Whether the stage is shown pixel for pixel: turned by a multiple of a right angle. */
	boolean isExact() {
		return degrees % RIGHT == 0;
	}

	/** Width of the upright rectangle that the turned window lies in. */
	int stageWidth() {
		return side(width, height);
	}

	int stageHeight() {
		return side(height, width);
	}

	private int side(int along, int across) {
		if (degrees % 180 == 0) return along;
		if (isExact()) return across;
		double angle = Math.toRadians(degrees);
		return (int) Math.ceil(along * Math.abs(Math.cos(angle)) + across * Math.abs(Math.sin(angle)));
	}

	/** What of level 0 the stage spans. */
	Box visible() {
		double w = stageWidth() / magnification;
		double h = stageHeight() / magnification;
		return new Box(centreX - w / 2, centreY - h / 2, w, h);
	}

	/** From pixels of the stage to pixels of the window. */
	AffineTransform stageToWindow() {
		AffineTransform transform = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
		if (isExact()) transform.quadrantRotate((int) (degrees / RIGHT));
		else transform.rotate(Math.toRadians(degrees));
		transform.translate(-stageWidth() / 2.0, -stageHeight() / 2.0);
		return transform;
	}

	/** The place on the stage of a place in the window. */
	Point2D toStage(double x, double y) {
		try {
			return stageToWindow().inverseTransform(new Point2D.Double(x, y), null);
		} catch (NoninvertibleTransformException e) {
			throw new IllegalStateException("A rotation can be undone.", e);
		}
	}
}
