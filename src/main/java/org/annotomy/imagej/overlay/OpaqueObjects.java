package org.annotomy.imagej.overlay;

import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

import org.annotomy.geometry.Box;

/** Those objects that hide what is behind them, and what they leave of the others. */
final class OpaqueObjects {

	private final List<DisplayedObject> objects;
	private final List<Integer> opaque = new ArrayList<>();

	/** @param objects from behind to in front */
	OpaqueObjects(List<DisplayedObject> objects) {
		this.objects = objects;
		for (int i = 0; i < objects.size(); i++)
			if (objects.get(i).isOpaque()) opaque.add(i);
	}

	/** What of {@code box} is not covered by an opaque object in front of object {@code i}; null if none lies over that object. */
	Area uncovered(int i, Box box) {
		Area left = null;
		for (int front : opaque) {
			if (front <= i || !objects.get(front).bounds().intersects(objects.get(i).bounds())) continue;
			if (left == null) left = new Area(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
			left.subtract(objects.get(front).area());
		}
		return left;
	}
}
