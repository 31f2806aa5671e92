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

/** A mark of a thing in an image: an object, or a segment that has voxels. */
public sealed interface Mark {

	LinkedImage image();

	UUID id();

	/** Null if it has none. */
	String name();

	/** Null if it is unclassified. */
	String classKey();

	/** Null if it is no mark of a thing yet. */
	Tracking tracking();

	/** The Tracking UID that it has or would get. */
	String trackingUid();

	Map<String, AttributeValue> attributes();

	boolean isLocked();

	/** Whether a rater has said that it is none. */
	boolean isRejected();

	/** The object; empty for a segment. */
	Optional<AnnotationObject> object();

	/** The segment; empty for an object. */
	Optional<Segment> segment();

	/** The same as a mark of a thing; of none if {@code tracking} is null. @param now noted as the time of change, null for none */
	Mark withTracking(Tracking tracking, Instant now);

	/** The same with another answer; null takes it away. */
	Mark withAnswer(String question, AttributeValue value, Instant now);

	/** Adds it to its document, or puts it into the place of what has its id. */
	void put(EditBuilder edit);

	/** An object as a mark. */
	record OfObject(LinkedImage image, AnnotationObject marked) implements Mark {

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
			return new OfObject(image, (now == null ? changed : changed.modifiedAt(now)).build());
		}

		@Override
		public void put(EditBuilder edit) {
			edit.put(marked);
		}
	}

	/** A segment as a mark. */
	record OfSegment(LinkedImage image, Segment marked) implements Mark {

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
			return new OfSegment(image, changed.build());
		}

		@Override
		public void put(EditBuilder edit) {
			edit.put(marked);
		}
	}
}
