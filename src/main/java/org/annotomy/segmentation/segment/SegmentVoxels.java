package org.annotomy.segmentation.segment;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.voxel.BlockIndex;
import org.annotomy.annotation.voxel.LabelBlock;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.segmentation.volume.Mask;

/** Reads the voxels of segments at one time point of a document. */
public final class SegmentVoxels {

	private static final int SIDE = LabelBlock.SIDE;

	private final AnnotationDocument document;
	private final int timePoint;

	public SegmentVoxels(AnnotationDocument document, int timePoint) {
		this.document = document;
		this.timePoint = timePoint;
	}

	/** The voxels of a segment inside a box. */
	public Mask mask(Segment segment, VoxelBox box) {
		return union(List.of(segment), box);
	}

	/** All voxels of a segment, on the smallest box around them. */
	public Mask mask(Segment segment) {
		return mask(segment, bounds(segment));
	}

	/** The voxels inside a box that belong to any of the segments. */
	public Mask union(Collection<Segment> segments, VoxelBox box) {
		Mask mask = Mask.empty(box);
		for (Segment segment : segments)
			for (BlockIndex index : Blocks.of(box, segment.layer(), timePoint))
				add(document.block(index), index, segment.value(), mask);
		return mask;
	}

	/**
	 * The voxels of several segments of one layer, each by a number.
	 *
	 * @param numbers by label, 1 to 255
	 * @return unsigned, x fastest; 0 where none of them is
	 */
	public byte[] numbered(int layer, Map<Integer, Integer> numbers, VoxelBox box) {
		Mask all = Mask.empty(box);
		for (BlockIndex index : Blocks.of(box, layer, timePoint)) {
			LabelBlock block = document.block(index);
			if (block.isEmpty()) continue;
			int[] runs = block.runs();
			for (int i = 0, from = 0; i < runs.length; from = runs[i + 1], i += 2) {
				Integer number = numbers.get(runs[i]);
				if (number != null) fillRun(from, runs[i + 1], Blocks.box(index), all, (byte) (int) number);
			}
		}
		return all.voxels();
	}

	/** The smallest box around all voxels of a segment; empty if there are none. */
	public VoxelBox bounds(Segment segment) {
		VoxelBox bounds = VoxelBox.EMPTY;
		for (Map.Entry<BlockIndex, LabelBlock> entry : document.blocks().entrySet()) {
			BlockIndex index = entry.getKey();
			if (index.layer() != segment.layer() || index.t() != timePoint) continue;
			VoxelBox box = Blocks.box(index);
			if (bounds.union(box).equals(bounds)) continue;
			bounds = bounds.union(boundsIn(entry.getValue(), box, segment.value()));
		}
		return bounds;
	}

	/** How many voxels a segment has. */
	public long count(Segment segment) {
		long count = 0;
		for (Map.Entry<BlockIndex, LabelBlock> entry : document.blocks().entrySet()) {
			if (entry.getKey().layer() != segment.layer() || entry.getKey().t() != timePoint) continue;
			int[] runs = entry.getValue().runs();
			for (int i = 0; i < runs.length; i += 2)
				if (runs[i] == segment.value()) count += runs[i + 1] - (i == 0 ? 0 : runs[i - 1]);
		}
		return count;
	}

	/** How many voxels each segment has; one pass over all blocks. */
	public Map<UUID, Long> counts() {
		Map<Long, Long> byLabel = new HashMap<>();
		for (Map.Entry<BlockIndex, LabelBlock> entry : document.blocks().entrySet()) {
			if (entry.getKey().t() != timePoint) continue;
			int[] runs = entry.getValue().runs();
			for (int i = 0; i < runs.length; i += 2)
				byLabel.merge(label(entry.getKey().layer(), runs[i]), (long) runs[i + 1] - (i == 0 ? 0 : runs[i - 1]), Long::sum);
		}
		Map<UUID, Long> counts = new HashMap<>();
		for (Segment segment : document.segments())
			counts.put(segment.id(), byLabel.getOrDefault(label(segment.layer(), segment.value()), 0L));
		return counts;
	}

	private static long label(int layer, int value) {
		return (long) layer << Integer.SIZE | value;
	}

	private static VoxelBox boundsIn(LabelBlock block, VoxelBox box, int value) {
		Mask whole = Mask.empty(box);
		fill(block.runs(), box, value, whole);
		return whole.bounds();
	}

	private static void add(LabelBlock block, BlockIndex index, int value, Mask mask) {
		if (!block.isEmpty()) fill(block.runs(), Blocks.box(index), value, mask);
	}

	/** Marks the runs of a value. */
	private static void fill(int[] runs, VoxelBox block, int value, Mask mask) {
		for (int i = 0, from = 0; i < runs.length; from = runs[i + 1], i += 2)
			if (runs[i] == value) fillRun(from, runs[i + 1], block, mask, (byte) 1);
	}

	/** Row by row. */
	private static void fillRun(int from, int end, VoxelBox block, Mask mask, byte number) {
		for (int at = from; at < end; at = Math.min(end, at / SIDE * SIDE + SIDE))
			fillRow(at, Math.min(end, at / SIDE * SIDE + SIDE), block, mask, number);
	}

	private static void fillRow(int from, int to, VoxelBox block, Mask mask, byte number) {
		VoxelBox box = mask.box();
		int y = block.y() + from / SIDE % SIDE;
		int z = block.z() + from / SIDE / SIDE;
		if (y < box.y() || y >= box.endY() || z < box.z() || z >= box.endZ()) return;
		int row = from / SIDE * SIDE;
		int first = Math.max(box.x(), block.x() + from - row);
		int end = Math.min(box.endX(), block.x() + to - row);
		if (first < end) Arrays.fill(mask.voxels(), mask.index(first, y, z), mask.index(first, y, z) + end - first, number);
	}
}
