package org.annotomy.segmentation.filter;

/** Which voxels of an image get another value. */
public enum FillSide {
	/** Those of the segment. */
	INSIDE,
	/** Those that are not in the segment. */
	OUTSIDE
}
