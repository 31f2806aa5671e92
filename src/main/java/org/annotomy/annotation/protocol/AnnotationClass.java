package org.annotomy.annotation.protocol;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import org.annotomy.annotation.model.Coding;
import org.annotomy.annotation.shape.ShapeKind;

/**
 * An entry of the vocabulary that a rater chooses from.
 *
 * @param key unique in the protocol; what files store
 * @param name as shown
 * @param rgb 0xRRGGBB
 * @param shortcut key that marks with this class, or 0 for none
 * @param kinds what may be drawn for it; empty for anything
 * @param coding its codes
 * @param labelValue its value in label maps, or 0 if none is fixed
 * @param instances whether each mark is one instance (a lesion), or all marks together are one thing (tissue)
 * @param overlap whether marks may overlap others
 * @param mustLieInside key of the class that marks must lie inside, or null
 * @param minSizeMm smallest longest diameter in mm; 0 for any
 * @param minAreaPx smallest area in pixels; 0 for any
 * @param minCount fewest marks of a complete image
 * @param maxCount most marks of an image; {@link Integer#MAX_VALUE} for any
 * @param attributes keys of the questions asked about each mark
 * @param preset name of the display preset to choose for it, or null
 * @param help one sentence for the rater, or null
 * @param role in follow-up, or null if its marks are not followed
 */
public record AnnotationClass(String key, String name, int rgb, char shortcut, Set<ShapeKind> kinds, Coding coding,
		int labelValue, boolean instances,
		Overlap overlap, String mustLieInside, double minSizeMm, double minAreaPx, int minCount, int maxCount,
		List<String> attributes, String preset,
		String help, FollowUpRole role) {

	/** Whether marks of a class may overlap. */
	public enum Overlap {
		/** With anything. */
		ALLOWED,
		/** With other classes, but not with marks of the same class. */
		OTHER_CLASSES,
		/** With marks of classes that are not exclusive: exclusive classes share the image among them, as tissues do. */
		EXCLUSIVE,
		/** With nothing. */
		NONE;

		public String key() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}
	}

	public AnnotationClass {
		Objects.requireNonNull(key, "key");
		Objects.requireNonNull(name, "name");
		Objects.requireNonNull(coding, "coding");
		Objects.requireNonNull(overlap, "overlap");
		kinds = Set.copyOf(kinds);
		attributes = List.copyOf(attributes);
	}

	/** A class whose marks are not followed over time. */
	public AnnotationClass(String key, String name, int rgb, char shortcut, Set<ShapeKind> kinds, Coding coding, int labelValue,
			boolean instances, Overlap overlap, String mustLieInside, double minSizeMm, double minAreaPx, int minCount,
			int maxCount,
			List<String> attributes, String preset, String help) {
		this(key, name, rgb, shortcut, kinds, coding, labelValue, instances, overlap, mustLieInside, minSizeMm, minAreaPx,
				minCount,
				maxCount, attributes, preset, help, null);
	}

	/** A class of which only key, name and colour are known. */
	public static AnnotationClass plain(String key, String name, int rgb) {
		return new AnnotationClass(key, name, rgb, (char) 0, Set.of(), Coding.NONE, 0, true, Overlap.ALLOWED, null, 0, 0, 0,
				Integer.MAX_VALUE, List.of(),
				null, null);
	}

	public boolean allows(ShapeKind kind) {
		return kinds.isEmpty() || kinds.contains(kind);
	}
}
