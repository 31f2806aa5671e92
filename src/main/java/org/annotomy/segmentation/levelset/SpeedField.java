package org.annotomy.segmentation.levelset;

/** Where an active contour grows, and how fast. */
public interface SpeedField {

	/** From -1 to 1, one for each voxel: above 0 the contour grows. May change with {@link #follow}; not to be changed by others. */
	float[] speed();

	/** Whether it says where edges are (0 there, else up to 1): then curvature slows down there too, and the contour is drawn to them. */
	boolean isOfEdges();

	/** Hears now and then where the contour is: below 0 inside. */
	default void follow(float[] phi) {
		// Most fields stay as they are.
	}

	/** The same field before any {@link #follow}. */
	default SpeedField anew() {
		return this;
	}
}
