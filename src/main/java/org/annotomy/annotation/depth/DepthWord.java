package org.annotomy.annotation.depth;

import java.util.Optional;

/** How macros and menus say {@link Depth}, and that nothing is to be said or changed. */
public enum DepthWord {

	UNCHANGED(DepthWord.AS_IT_IS, null), IN_FRONT("in front", Depth.IN_FRONT), SEE_THROUGH("see-through in front",
			Depth.SEE_THROUGH), BEHIND("behind", Depth.BEHIND), SEEN_THROUGH("seen through",
					Depth.SEEN_THROUGH), ORDER_UNKNOWN("order unknown", Depth.UNKNOWN), NOTHING_SAID("nothing said", null);

	/** What leaves everything as it is. */
	public static final String AS_IT_IS = "as it is";

	private final String words;
	private final Depth depth;

	DepthWord(String words, Depth depth) {
		this.words = words;
		this.depth = depth;
	}

	public String words() {
		return words;
	}

	/** Empty if nothing is said. */
	public Optional<Depth> depth() {
		return Optional.ofNullable(depth);
	}

	@Override
	public String toString() {
		return words;
	}
}
