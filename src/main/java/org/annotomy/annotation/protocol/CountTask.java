package org.annotomy.annotation.protocol;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.protocol.AttributeDefinition.Condition;

/**
 * Something that is to be counted on an image, and how much of it.
 *
 * @param key unique in the protocol
 * @param title as shown
 * @param kind how a number comes of it
 * @param counted keys of the classes whose marks are counted
 * @param among keys of the classes that the counted ones are a part of, themselves included; empty for DENSITY
 * @param unless marks with this answer are left out, such as look-alikes of mitoses; null for none
 * @param within key of the class whose areas are inspected, or null for the whole image
 * @param areaMm2 of DENSITY: the area that the result is for, and that is to be inspected; of HOT_SPOT: the size of the spot; else 0
 * @param least how many marks of {@code among} are needed; 0 for any
 * @param help one sentence for the rater, or null
 */
public record CountTask(String key, String title, Kind kind, List<String> counted, List<String> among, Condition unless,
		String within, double areaMm2, int least, String help) {

	/** How a number comes of a count. */
	public enum Kind {
		/** Marks per area, such as mitoses in 2.37 mm² (ten high power fields). */
		DENSITY,
		/** The part of the counted ones, such as the tumour proportion score. */
		PROPORTION,
		/** The part of the counted ones where most of them are, such as the Ki-67 index. */
		HOT_SPOT;

		/** As written in protocol files. */
		public String key() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}
	}

	public CountTask {
		Objects.requireNonNull(key, "key");
		Objects.requireNonNull(title, "title");
		Objects.requireNonNull(kind, "kind");
		counted = List.copyOf(counted);
		among = List.copyOf(among);
	}

	/** Whether a mark is looked at: it has one of the classes, was not rejected, and has no answer that leaves it out. */
	public boolean takes(AnnotationObject mark) {
		List<String> looked = among.isEmpty() ? counted : among;
		return mark.countsAs(looked::contains) && (unless == null || !unless.holds(mark.attributes()));
	}
}
