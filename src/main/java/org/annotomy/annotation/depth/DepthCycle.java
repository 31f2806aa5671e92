package org.annotomy.annotation.depth;

import java.util.List;
import java.util.UUID;

/** Something would lie in front of itself. */
public final class DepthCycle extends IllegalArgumentException {

	private static final long serialVersionUID = 1;

	private final transient List<UUID> chain;

	/** @param chain from the one that was to be behind to the one that was to be in front, each in front of the next */
	DepthCycle(List<UUID> chain) {
		super("An object would lie in front of itself.");
		this.chain = List.copyOf(chain);
	}

	/** What is said already: each in front of the next. */
	public List<UUID> chain() {
		return chain;
	}
}
