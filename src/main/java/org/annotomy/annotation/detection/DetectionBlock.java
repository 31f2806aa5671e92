package org.annotomy.annotation.detection;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.annotomy.annotation.model.AnnotationObject;

/**
 * Up to 4096 detections as an immutable value. An edit puts another block into its place, which shares all that is not changed: of a change
 * of class, only the kinds are new.
 */
public final class DetectionBlock {

	/** No block has more rows. */
	public static final int MOST_ROWS = 4096;

	public static final DetectionBlock EMPTY = new DetectionBlock(new Outlines(new long[0], new int[1], new int[0]),
			Kinds.of(List.of(), new char[0]), Measures.NONE);

	private final Outlines outlines;
	private final Kinds kinds;
	private final Measures measures;

	DetectionBlock(Outlines outlines, Kinds kinds, Measures measures) {
		this.outlines = outlines;
		this.kinds = kinds;
		this.measures = measures;
	}

	public int size() {
		return outlines.size();
	}

	public boolean isEmpty() { return size() == 0; }

	public Outlines outlines() {
		return outlines;
	}

	public Kinds kinds() {
		return kinds;
	}

	public Measures measures() {
		return measures;
	}

	/**
	 * The same detections as other kinds.
	 *
	 * @throws IllegalArgumentException if there are more or fewer, or one would have measurements that are not there
	 */
	public DetectionBlock withKinds(Kinds others) {
		if (!fits(others)) throw new IllegalArgumentException("The kinds are not those of a block of " + size() + " detections.");
		return new DetectionBlock(outlines, others, measures);
	}

	/** Whether there is a kind for each row, and each of its measurements is there. */
	public boolean fits(Kinds others) {
		return others.size() == size()
				&& others.palette().stream().allMatch(kind -> measures.names().containsAll(kind.measurements()));
	}

	/** A row as an object of its own. */
	public AnnotationObject object(int row) {
		DetectionKind kind = kinds.of(row);
		return kind.object(outlines.id(row), outlines.vertices(row), measures.values(kind, row));
	}

	/** Measurements of a row, in the order of its kind. */
	public double[] values(int row) {
		return measures.values(kinds.of(row), row);
	}

	/** The row with that id, or −1. */
	public int find(UUID id) {
		return outlines.find(id);
	}

	/**
	 * The block with some rows changed, each kind once for all of its rows.
	 *
	 * @param how see {@link DetectionKind#changed}
	 * @return null if outlines or measurements would change
	 */
	public DetectionBlock changed(BitSet rows, UnaryOperator<AnnotationObject> how) {
		int count = kinds.palette().size();
		List<DetectionKind> palette = new ArrayList<>(kinds.palette());
		int[] changed = new int[count];
		char[] indices = new char[size()];
		for (int row = 0; row < indices.length; row++) {
			int index = kinds.index(row);
			if (rows.get(row)) {
				if (changed[index] == 0) {
					DetectionKind kind = kinds.palette().get(index).changed(how);
					if (kind == null) return null;
					palette.add(kind);
					changed[index] = palette.size() - 1;
				}
				index = changed[index];
			}
			indices[row] = (char) index;
		}
		return withKinds(Kinds.of(palette, indices));
	}

	/** Memory, roughly, that this block takes beyond the other one. */
	public long bytesBeside(DetectionBlock other) {
		return 32 + (kinds == other.kinds ? 0 : kinds.bytes()) + (outlines == other.outlines ? 0 : outlines.bytes())
				+ (measures == other.measures ? 0 : measures.bytes());
	}

	@Override
	public boolean equals(Object other) {
		return this == other
				|| other instanceof DetectionBlock block && kinds.equals(block.kinds) && outlines.equals(block.outlines)
						&& measures.equals(block.measures);
	}

	@Override
	public int hashCode() {
		return outlines.hashCode();
	}
}
