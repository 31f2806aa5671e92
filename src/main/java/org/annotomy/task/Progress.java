package org.annotomy.task;

/** Who watches a long piece of work. Implementations may be called from any thread. */
public interface Progress {

	/** Nobody watches and nobody cancels. */
	Progress NONE = new Progress() {
		@Override
		public void update(double fraction, String doing) {
			// Nobody watches.
		}

		@Override
		public boolean isCancelled() { return false; }
	};

	/**
	 * @param fraction of the work done, 0 to 1; negative if unknown
	 * @param doing what is being done, in words for the user; never a file name (they can name a patient)
	 */
	void update(double fraction, String doing);

	/** Has the user asked to stop? */
	boolean isCancelled();

	/** @throws CancelledException if the user has asked to stop */
	default void checkCancelled() {
		if (isCancelled()) throw new CancelledException();
	}

	/** This progress for a part of the work that lasts from fraction {@code from} to fraction {@code to}. */
	default Progress part(double from, double to) {
		Progress whole = this;
		return new Progress() {
			@Override
			public void update(double fraction, String doing) {
				whole.update(fraction < 0 ? fraction : from + fraction * (to - from), doing);
			}

			@Override
			public boolean isCancelled() { return whole.isCancelled(); }
		};
	}
}
