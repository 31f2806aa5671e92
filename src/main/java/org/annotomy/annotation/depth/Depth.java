package org.annotomy.annotation.depth;

/** How an object lies to another one that it overlaps, seen from the viewer; each has its reverse. */
public enum Depth {

	/** In front: it covers the other one. */
	IN_FRONT("in front of"),
	/** Behind: the other one covers it. */
	BEHIND("behind"),
	/** In front, and the other one is seen through it, as in a radiograph. */
	SEE_THROUGH("see-through in front of"),
	/** Behind, and seen through the other one. */
	SEEN_THROUGH("seen through"),
	/** They overlap, and which of them is in front cannot be told. */
	UNKNOWN("overlapping, order unknown:");

	/** Entries of {@code links} that say so: {@code from} lies in front, or the order is unknown. */
	static final String IN_FRONT_OF = "in-front-of";
	static final String SEE_THROUGH_OF = "see-through-in-front-of";
	static final String OVERLAPS = "overlaps";

	private final String words;

	Depth(String words) {
		this.words = words;
	}

	/** To be followed by the name of the other object. */
	public String words() {
		return words;
	}

	/** What the other one is to this one. */
	public Depth reverse() {
		return switch (this) {
			case IN_FRONT -> BEHIND;
			case BEHIND -> IN_FRONT;
			case SEE_THROUGH -> SEEN_THROUGH;
			case SEEN_THROUGH -> SEE_THROUGH;
			case UNKNOWN -> UNKNOWN;
		};
	}

	/** Whether it is nearer to the viewer than the other one. */
	public boolean isInFront() {
		return this == IN_FRONT || this == SEE_THROUGH;
	}

	/** Whether it is farther from the viewer than the other one. */
	public boolean isBehind() {
		return this == BEHIND || this == SEEN_THROUGH;
	}

	/** As a link from the one in front names it. */
	String relation() {
		return switch (this) {
			case IN_FRONT, BEHIND -> IN_FRONT_OF;
			case SEE_THROUGH, SEEN_THROUGH -> SEE_THROUGH_OF;
			case UNKNOWN -> OVERLAPS;
		};
	}

	/** What a link says of the object that it begins at; null if it is about something else. */
	static Depth ofRelation(String relation) {
		return switch (relation) {
			case IN_FRONT_OF -> IN_FRONT;
			case SEE_THROUGH_OF -> SEE_THROUGH;
			case OVERLAPS -> UNKNOWN;
			default -> null;
		};
	}
}
