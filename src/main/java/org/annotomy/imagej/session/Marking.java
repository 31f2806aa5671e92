package org.annotomy.imagej.session;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.annotomy.annotation.check.Finding;
import org.annotomy.annotation.check.ProtocolChecks;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.model.Provenance;
import org.annotomy.annotation.model.ViewedWindow;
import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.imagej.RoiShapes;
import org.annotomy.imagej.StackLayout;
import org.annotomy.imagej.display.DisplayWindow;

import ij.gui.Roi;

/** Makes annotation objects of what was drawn: the one way in for mouse, key, command and macro. */
public final class Marking {

	private final AnnotationSession session;

	public Marking(AnnotationSession session) {
		this.session = session;
	}

	/**
	 * What came of it.
	 *
	 * @param warnings of the protocol, in words; the object was added all the same
	 */
	public record Marked(AnnotationObject object, List<String> warnings) {}

	/**
	 * Marks a selection on the plane on screen (or on its own, if it has one) as one edit, under the window that it is seen with.
	 *
	 * @param classKey class in the protocol; null for the current one
	 * @param name null for the class's name and the next number
	 * @throws IllegalArgumentException if there is nothing to mark, the class is unknown, or the protocol forbids it; the message says why
	 */
	public Marked mark(Roi roi, String classKey, String name, String comment, Map<String, AttributeValue> attributes) {
		if (roi == null) throw new IllegalArgumentException("There is no selection to mark. Draw one first.");
		StackLayout layout = StackLayout.of(session.image());
		boolean placed = roi.getPosition() > 0 || roi.hasHyperStackPosition();
		Plane plane = placed ? layout.planeOf(roi) : StackLayout.currentPlane(session.image());
		return mark(RoiShapes.shapeOf(roi), plane, classKey, name, comment, attributes);
	}

	/** As {@link #mark(Roi, String, String, String, Map)} for a shape and a plane. */
	public Marked mark(Shape shape, Plane plane, String classKey, String name, String comment,
			Map<String, AttributeValue> attributes) {
		AnnotationClass chosen = chosenClass(classKey);
		AnnotationObject.Builder builder = AnnotationObject.builder(UUID.randomUUID(), shape, plane).comment(comment)
				.attributes(attributes)
				.window(viewed())
				.provenance(Provenance.drawn(shape.kind().key(), session.rater(), session.clock().instant()));
		if (chosen != null) builder.classKey(chosen.key());
		builder.name(name == null || name.isBlank() ? nextName(chosen) : name);
		return add(builder.build());
	}

	private Marked add(AnnotationObject object) {
		List<Finding> findings = ProtocolChecks.check(session.document(), object, session.planeSpacing(object.shape().bounds()));
		List<String> refusals = findings.stream().filter(Marking::forbids).map(Finding::message).toList();
		if (!refusals.isEmpty()) throw new IllegalArgumentException(String.join(" ", refusals));
		session.edits().add(object);
		session.selection().set(List.of(object.id()));
		return new Marked(object, findings.stream().map(Finding::message).toList());
	}

	/** Colour images have no window in values. */
	private ViewedWindow viewed() {
		return DisplayWindow.isWindowed(session.image()) ? DisplayWindow.of(session.image()).viewed() : null;
	}

	/** What cannot be mended by going on with the work. Anything else is told, and holds up completion only. */
	private static boolean forbids(Finding finding) {
		return finding.isError() && (finding.kind() == Finding.Kind.TOOL || finding.kind() == Finding.Kind.OVERLAP
				|| finding.kind() == Finding.Kind.COUNT);
	}

	private AnnotationClass chosenClass(String classKey) {
		String key = classKey == null || classKey.isBlank() ? session.currentClass() : classKey;
		return key == null ? null : session.requireClass(key);
	}

	/** The class's name and the first number that no object of the document has yet. */
	private String nextName(AnnotationClass chosen) {
		if (chosen == null || !chosen.instances()) return null;
		String stem = chosen.name() + " ";
		int highest = 0;
		for (AnnotationObject object : session.document().objects())
			if (object.name() != null && object.name().startsWith(stem))
				highest = Math.max(highest, number(object.name().substring(stem.length())));
		return stem + (highest + 1);
	}

	private static int number(String text) {
		return text.matches("\\d{1,8}") ? Integer.parseInt(text) : 0;
	}
}
