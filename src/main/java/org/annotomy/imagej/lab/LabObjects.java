package org.annotomy.imagej.lab;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.model.Provenance;
import org.annotomy.annotation.model.Status;
import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.annotation.shape.ShapeKind;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.slide.SlideImage;

/** Makes the objects that a program lays onto a slide. */
final class LabObjects {

	/** The tool that is noted with what is laid out in rows and columns. */
	static final String GRID = "grid";

	private final AnnotationSession session;
	private final SlideImage image;

	/** @throws IllegalArgumentException if the image is no slide; in words for the user */
	LabObjects(AnnotationSession session) {
		this.session = session;
		this.image = SlideImage.require(session.image());
	}

	SlideImage image() {
		return image;
	}

	/**
	 * The class that objects get.
	 *
	 * @param classKey null or blank for the current one
	 * @param words such as {@code rectangles}
	 * @throws IllegalArgumentException if there is none, or it does not take this kind of shape; in words for the user
	 */
	AnnotationClass classFor(String classKey, ShapeKind kind, String words) {
		String key = classKey == null || classKey.isBlank() ? session.currentClass() : classKey;
		if (key == null) throw new IllegalArgumentException("The protocol has no class for what is added.");
		AnnotationClass found = session.requireClass(key);
		if (!found.allows(kind))
			throw new IllegalArgumentException("The class \"" + key + "\" does not take " + words + ". Choose another one.");
		return found;
	}

	/** A draft on the plane on display. @param model the algorithm that suggests it; null for none */
	AnnotationObject.Builder draft(Shape shape, AnnotationClass annotationClass, String name, String tool,
			Provenance.Model model) {
		Instant now = session.clock().instant();
		Provenance provenance = new Provenance(tool, model, session.rater(), now, now, null, Status.DRAFT);
		Plane plane = new Plane(-1, image.plane().z(), image.plane().t());
		return AnnotationObject.builder(UUID.randomUUID(), shape, plane).classKey(annotationClass.key()).name(name)
				.provenance(provenance);
	}

	/** As one edit; none if there is nothing to add. */
	void add(String name, List<AnnotationObject> objects) {
		if (objects.isEmpty()) return;
		var edit = session.document().edit(name);
		objects.forEach(edit::put);
		edit.apply();
	}
}
