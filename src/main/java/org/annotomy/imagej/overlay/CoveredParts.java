package org.annotomy.imagej.overlay;

import java.awt.geom.Area;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.annotomy.annotation.depth.DepthGraph;

/** What of each object on display is said to be covered by others on display. */
final class CoveredParts {

	private final DepthGraph depth;
	private final Map<UUID, DisplayedObject> shown = new HashMap<>();

	CoveredParts(List<DisplayedObject> objects, DepthGraph depth) {
		this.depth = depth;
		if (!depth.isEmpty()) objects.forEach(object -> shown.put(object.id(), object));
	}

	/** @return in image pixels; null if nothing of it is covered */
	Area of(DisplayedObject object) {
		if (depth.isEmpty()) return null;
		Area covered = null;
		for (UUID id : depth.covering(object.id())) {
			DisplayedObject front = shown.get(id);
			if (front == null || !front.isArea() || !front.bounds().intersects(object.bounds())) continue;
			if (covered == null) covered = new Area();
			covered.add(front.area());
		}
		return covered;
	}
}
