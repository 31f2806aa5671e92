package org.annotomy.imagej.session;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.display.Margin;
import org.annotomy.geometry.Box;
import org.annotomy.imagej.display.Zoom;

/** Brings objects on screen: their plane, and a view around them. */
public final class ObjectZoom {

	private ObjectZoom() {}

	/**
	 * Goes to the plane of the first object and shows all of those given that reach that plane.
	 *
	 * @throws IllegalArgumentException if there is no object
	 */
	public static void show(AnnotationSession session, Collection<UUID> ids, Margin margin) {
		List<AnnotationObject> objects = ids.stream().flatMap(id -> session.document().object(id).stream()).toList();
		if (objects.isEmpty()) throw new IllegalArgumentException("There is no object to zoom to.");
		AnnotationObject first = objects.get(0);
		session.show(first);
		Box around = objects.stream().filter(object -> object.reaches(first.plane().z(), first.plane().t()))
				.map(object -> object.shape().bounds()).reduce(first.shape().bounds(), Box::union);
		Zoom.of(session.image()).toBox(around, margin);
	}
}
