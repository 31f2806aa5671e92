package org.annotomy.segmentation.segment;

import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.model.Status;

/** How far the work on a segment is. Files keep the {@link Status}; that work has not begun shows in there being no voxels. */
public enum SegmentState {

	NOT_STARTED("not started"), IN_PROGRESS("in progress"), COMPLETED("completed"), FLAGGED("flagged");

	private final String words;

	SegmentState(String words) { this.words = words; }

	/** @param voxels how many voxels the segment has */
	public static SegmentState of(Segment segment, long voxels) {
		return switch (segment.provenance().status()) {
			case FINAL -> COMPLETED;
			case REJECTED -> FLAGGED;
			case DRAFT -> voxels == 0 ? NOT_STARTED : IN_PROGRESS;
		};
	}

	/** @throws IllegalArgumentException if no state is called so */
	public static SegmentState ofWords(String words) {
		for (SegmentState state : values())
			if (state.words.equals(words)) return state;
		throw new IllegalArgumentException("There is no state \"" + words + "\" of a segment.");
	}

	/** What a segment in this state is kept with. */
	public Status status() {
		return switch (this) {
			case COMPLETED -> Status.FINAL;
			case FLAGGED -> Status.REJECTED;
			default -> Status.DRAFT;
		};
	}

	public String words() {
		return words;
	}
}
