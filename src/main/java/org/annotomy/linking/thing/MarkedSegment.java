package org.annotomy.linking.thing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.annotomy.annotation.EditBuilder;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.model.Tracking;

/** A segment as a mark. */
public record MarkedSegment(LinkedImage image, Segment marked) implements Mark {

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
		return Optional.empty();
	}

	@Override
	public Optional<Segment> segment() {
		return Optional.of(marked);
	}

	@Override
	public Mark withTracking(Tracking tracking, Instant now) {
		return dated(marked.toBuilder().tracking(tracking), now);
	}

	@Override
	public Mark withAnswer(String question, AttributeValue value, Instant now) {
		Map<String, AttributeValue> answers = new LinkedHashMap<>(marked.attributes());
		if (value == null) answers.remove(question);
		else answers.put(question, value);
		return dated(marked.toBuilder().attributes(answers), now);
	}

	private Mark dated(Segment.Builder changed, Instant now) {
		if (now != null) changed.provenance(marked.provenance().modifiedAt(now));
		return new MarkedSegment(image, changed.build());
	}

	@Override
	public void put(EditBuilder edit) {
		edit.put(marked);
	}
}
