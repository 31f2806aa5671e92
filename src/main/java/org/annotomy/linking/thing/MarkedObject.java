package org.annotomy.linking.thing;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.annotomy.annotation.EditBuilder;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.model.Tracking;

/** An object as a mark. */
public record MarkedObject(LinkedImage image, AnnotationObject marked) implements Mark {

	@Override
	public UUID id() {
		return marked.id();
	}

	@Override
	public String name() {
		return marked.name();
	}

	@Override
	public String classKey() {
		return marked.classKey();
	}

	@Override
	public Tracking tracking() {
		return marked.tracking();
	}

	@Override
	public String trackingUid() {
		return marked.trackingUid();
	}

	@Override
	public Map<String, AttributeValue> attributes() {
		return marked.attributes();
	}

	@Override
	public boolean isLocked() { return marked.locked(); }

	@Override
	public boolean isRejected() { return marked.provenance().isRejected(); }

	@Override
	public Optional<AnnotationObject> object() {
		return Optional.of(marked);
	}

	@Override
	public Optional<Segment> segment() {
		return Optional.empty();
	}

	@Override
	public Mark withTracking(Tracking tracking, Instant now) {
		return dated(marked.toBuilder().tracking(tracking), now);
	}

	@Override
	public Mark withAnswer(String question, AttributeValue value, Instant now) {
		return dated(marked.toBuilder().attribute(question, value), now);
	}

	private Mark dated(AnnotationObject.Builder changed, Instant now) {
		return new MarkedObject(image, (now == null ? changed : changed.modifiedAt(now)).build());
	}

	@Override
	public void put(EditBuilder edit) {
		edit.put(marked);
	}
}
