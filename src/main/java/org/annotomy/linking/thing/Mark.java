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

/** A mark of a thing in an image: an object, or a segment that has voxels. */
public sealed interface Mark permits MarkedObject, MarkedSegment {

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
}
