package org.annotomy.annotation.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Which kind each row of a block is of. Immutable. */
public final class Kinds {

	private final List<DetectionKind> palette;
	private final char[] indices;

	private Kinds(List<DetectionKind> palette, char[] indices) {
		this.palette = palette;
		this.indices = indices;
	}

	/**
	 * @param palette the kinds
	 * @param indices for each row, which of them; copied, and those that no row is of are left out
	 * @throws IllegalArgumentException if an index lies beyond the kinds
	 */
	public static Kinds of(List<DetectionKind> palette, char[] indices) {
		int[] renamed = new int[palette.size()];
		Map<DetectionKind, Integer> used = new HashMap<>();
		List<DetectionKind> kept = new ArrayList<>();
		char[] compact = new char[indices.length];
		for (int row = 0; row < indices.length; row++) {
			int index = indices[row];
			if (index >= palette.size()) throw new IllegalArgumentException("There is no kind " + index + ".");
			if (renamed[index] == 0) {
				DetectionKind kind = palette.get(index);
				Integer known = used.putIfAbsent(kind, kept.size());
				if (known == null) kept.add(kind);
				renamed[index] = 1 + (known == null ? kept.size() - 1 : known);
			}
			compact[row] = (char) (renamed[index] - 1);
		}
		return new Kinds(List.copyOf(kept), compact);
	}

	public int size() {
		return indices.length;
	}

	public DetectionKind of(int row) {
		return palette.get(indices[row]);
	}

	/** Which of the {@link #palette} the row is of. */
	public int index(int row) {
		return indices[row];
	}

	/** All kinds that a row is of, in the order of the first row. */
	public List<DetectionKind> palette() {
		return palette;
	}

	/** Which of the {@link #palette} are such. */
	public boolean[] are(Predicate<DetectionKind> such) {
		boolean[] yes = new boolean[palette.size()];
		for (int i = 0; i < yes.length; i++)
			yes[i] = such.test(palette.get(i));
		return yes;
	}

	/** Memory, roughly, without that of the kinds themselves, which many blocks share. */
	public long bytes() {
		return 64 + 2L * indices.length + 8L * palette.size();
	}

	@Override
	public boolean equals(Object other) {
		return this == other
				|| other instanceof Kinds kinds && palette.equals(kinds.palette) && Arrays.equals(indices, kinds.indices);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(indices);
	}
}
