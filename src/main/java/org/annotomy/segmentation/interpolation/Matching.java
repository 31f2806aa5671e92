package org.annotomy.segmentation.interpolation;

/** What is blended with what. */
public enum Matching {
	/** All that is drawn on one slice with all on the other: what does not overlap shrinks on both sides and may leave a gap between. */
	WHOLE,
	/**
	 * Each part with the parts that it overlaps. One part that meets one other moves from one centre to the other; where parts meet several
	 * (branches) they stay in place and blend as they are. Parts that overlap nothing are matched to the nearest that does not either, if it
	 * lies within twice the sum of their radii; those that are left end halfway.
	 */
	PARTS
}
