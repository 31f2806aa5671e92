package org.annotomy.task;

/** Cuts a row of things into pieces for {@link Workers}: whoever adds up what the pieces give need not care how many there were. */
public final class Ranges {

	/** Work on the things from {@code from} to before {@code to}; {@code piece} counts the pieces from 0. */
	@FunctionalInterface
	public interface Piece {
		void run(int piece, int from, int to);
	}

	private Ranges() {}

	/** How many pieces: one for each thread, fewer if they were shorter than {@code least}, 1 for nothing. */
	public static int pieces(int length, int least) {
		return (int) Math.max(1, Math.min(Workers.threads(), (long) length / Math.max(1, least)));
	}

	/** Where a piece of equal length begins; piece {@code pieces} begins at the end. */
	public static int start(int length, int pieces, int piece) {
		return (int) ((long) length * piece / pieces);
	}

	/**
	 * Does all pieces, on several threads.
	 *
	 * @param pieces how many, 1 or more
	 * @param doing what is being done, in words for the user
	 * @throws CancelledException if the user cancelled
	 */
	public static void forEach(int length, int pieces, Progress progress, String doing, Piece work) {
		Workers.forEach(pieces, progress, doing,
				piece -> work.run(piece, start(length, pieces, piece), start(length, pieces, piece + 1)));
	}
}
