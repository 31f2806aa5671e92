package org.annotomy.annotation.count;

import java.util.List;
import java.util.Optional;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Status;
import org.annotomy.annotation.protocol.CountTask;
import org.annotomy.geometry.Point;

/**
 * Fields that were laid out to be counted one after the other, such as ten high power fields: areas of the class that counts are made within.
 * A field is inspected from when it is finished (its status is final); what lies in the others does not count yet. Rejected ones are none.
 *
 * @param all in the order in which they are counted
 */
public record CountingFields(List<AnnotationObject> all) {

	/** The tool that is noted with a field. */
	public static final String TOOL = "counting-field";

	public CountingFields {
		all = List.copyOf(all);
	}

	/** The fields of a document. */
	public static CountingFields in(AnnotationDocument document) {
		return new CountingFields(document.individualObjects().stream().filter(CountingFields::isField).toList());
	}

	private static boolean isField(AnnotationObject object) {
		return TOOL.equals(object.provenance().tool()) && object.shape().isArea() && !object.provenance().isRejected();
	}

	/** Whether an object is a field in which counting has not been finished. */
	public static boolean isUnfinished(AnnotationObject object) {
		return isField(object) && object.provenance().status() != Status.FINAL;
	}

	/** The class whose areas the protocol's counts are made within; the first one, if there are several. */
	public static Optional<String> classKey(AnnotationDocument document) {
		return document.protocol().counts().stream().map(CountTask::within).filter(key -> key != null).findFirst();
	}

	/** How many are finished. */
	public int finished() {
		return (int) all.stream().filter(field -> !isUnfinished(field)).count();
	}

	/** The place in {@link #all} of the field that holds a place of the image, an unfinished one rather than another; −1 if there is none. */
	public int at(Point place) {
		int found = -1;
		for (int i = 0; i < all.size(); i++)
			if (holds(all.get(i), place)) {
				if (isUnfinished(all.get(i))) return i;
				if (found < 0) found = i;
			}
		return found;
	}

	/** Whether a place lies in an object that is an area, or on its border. */
	public static boolean holds(AnnotationObject object, Point place) {
		return object.shape().isArea() && CountedPlaces.holds(object, place);
	}

	/** The next unfinished field after one, from the beginning again at the end; −1 if all are finished. @param from −1 for the first of all */
	public int nextUnfinished(int from) {
		for (int step = 1; step <= all.size(); step++) {
			int i = Math.floorMod(from + step, all.size());
			if (isUnfinished(all.get(i))) return i;
		}
		return -1;
	}
}
