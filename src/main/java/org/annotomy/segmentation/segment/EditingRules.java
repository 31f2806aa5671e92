package org.annotomy.segmentation.segment;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Which voxels an edit of segments may touch, whatever tool makes it.
 *
 * @param area where voxels may change
 * @param areaSegments the segments that {@code area} speaks of
 * @param lowest smallest modality value of a voxel that may change; −∞ for any
 * @param highest largest one; +∞ for any
 * @param overwrite what becomes of other segments of the same layer
 */
public record EditingRules(Area area, Set<UUID> areaSegments, double lowest, double highest, Overwrite overwrite) {

	/** Where voxels may change. */
	public enum Area {
		EVERYWHERE,
		/** In voxels of at least one of the segments. */
		INSIDE,
		/** In voxels of none of the segments. */
		OUTSIDE;

		public String key() {
			return name().toLowerCase(Locale.ROOT);
		}
	}

	/** What becomes of voxels that belong to another segment of the layer. Those of locked segments always stay. */
	public enum Overwrite {
		/** They change over to the edited segment. */
		ALL,
		/** They change over if the other segment is visible. */
		VISIBLE,
		/** They stay, and do not join the edited segment. */
		NONE,
		/** They belong to both: the edited segment moves to a layer where it is in nobody's way. */
		OVERLAP;

		public String key() {
			return name().toLowerCase(Locale.ROOT);
		}
	}

	/** Everywhere, at any value, over all other segments. */
	public static final EditingRules FREE = new EditingRules(Area.EVERYWHERE, Set.of(), Double.NEGATIVE_INFINITY,
			Double.POSITIVE_INFINITY, Overwrite.ALL);

	/** @throws IllegalArgumentException if no value lies in the range, or the area names no segment */
	public EditingRules {
		Objects.requireNonNull(area, "area");
		Objects.requireNonNull(overwrite, "overwrite");
		areaSegments = Set.copyOf(areaSegments);
		if (!(lowest <= highest))
			throw new IllegalArgumentException("No value lies from " + lowest + " to " + highest + ".");
		if (area != Area.EVERYWHERE && areaSegments.isEmpty())
			throw new IllegalArgumentException("Editing " + area.key() + " segments needs at least one segment.");
	}

	public EditingRules with(Overwrite other) {
		return new EditingRules(area, areaSegments, lowest, highest, other);
	}

	public EditingRules withRange(double low, double high) {
		return new EditingRules(area, areaSegments, low, high, overwrite);
	}

	public EditingRules withArea(Area where, Set<UUID> segments) {
		return new EditingRules(where, segments, lowest, highest, overwrite);
	}

	public boolean hasRange() {
		return lowest > Double.NEGATIVE_INFINITY || highest < Double.POSITIVE_INFINITY;
	}
}
