package org.annotomy.segmentation.segment;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.EditBuilder;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.voxel.BlockIndex;
import org.annotomy.annotation.voxel.LabelBlock;
import org.annotomy.segmentation.segment.EditingRules.Overwrite;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;
import org.annotomy.task.Workers;

/** The layers of a document as an edit in the making leaves them: who shares one with whom, and who gives way. */
final class Layers {

	private static final String DOING = "Changing segments";
	private static final int NOBODY = -1;

	private final AnnotationDocument document;
	private final int timePoint;
	private final Map<BlockIndex, LabelBlock> changed;

	/** @param changed blocks that the edit has changed so far; changed further by this */
	Layers(AnnotationDocument document, int timePoint, Map<BlockIndex, LabelBlock> changed) {
		this.document = document;
		this.timePoint = timePoint;
		this.changed = changed;
	}

	private LabelBlock block(BlockIndex index) {
		LabelBlock block = changed.get(index);
		return block == null ? document.block(index) : block;
	}

	/** By label value of a layer: whether its voxels give way to another segment. What is not labelled always does. */
	boolean[] yielding(int layer, Overwrite overwrite) {
		boolean[] yields = new boolean[Segment.MAX_VALUE + 1];
		yields[0] = true;
		if (overwrite == Overwrite.NONE || overwrite == Overwrite.OVERLAP) return yields;
		for (Segment other : document.segments())
			if (other.layer() == layer)
				yields[other.value()] = !other.locked() && (overwrite != Overwrite.VISIBLE || other.visible());
		return yields;
	}

	/** Gives a segment the voxels of the mask, inside the box of the mask, as far as others give way. */
	void paint(Segment segment, Mask mask, boolean[] yields, Progress progress) {
		List<BlockIndex> blocks = Blocks.of(mask.box(), segment.layer(), timePoint);
		List<LabelBlock> before = blocks.stream().map(this::block).toList();
		LabelBlock[] after = new LabelBlock[blocks.size()];
		BlockPainter painter = new BlockPainter(mask, segment.value(), yields);
		Workers.forEach(after.length, progress, DOING, i -> after[i] = painter.paint(before.get(i), Blocks.box(blocks.get(i))));
		for (int i = 0; i < after.length; i++)
			if (!after[i].equals(before.get(i))) changed.put(blocks.get(i), after[i]);
	}

	/**
	 * Moves a segment to a layer where neither it nor the mask meets another segment.
	 *
	 * @param edit notes the new layer of the segment
	 * @return the segment in its layer
	 */
	Segment makeRoom(Segment segment, Mask mask, EditBuilder edit) {
		if (isFree(segment.layer(), segment.value(), mask)) return segment;
		Mask own = new SegmentVoxels(document, timePoint).mask(segment);
		int layer = 0;
		while (layer == segment.layer() || !isFree(layer, NOBODY, mask) || !isFree(layer, NOBODY, own))
			layer++;
		Segment moved = segment.toBuilder().label(layer, freeValue(layer)).build();
		boolean[] yields = yielding(layer, Overwrite.NONE);
		paint(segment, Mask.empty(own.box()), yields, Progress.NONE);
		paint(moved, own, yields, Progress.NONE);
		edit.put(moved);
		return moved;
	}

	private boolean isFree(int layer, int own, Mask mask) {
		BlockPainter painter = new BlockPainter(mask, own, yielding(layer, Overwrite.NONE));
		for (BlockIndex index : Blocks.of(mask.box(), layer, timePoint))
			if (painter.isHindered(block(index), Blocks.box(index))) return false;
		return true;
	}

	private int freeValue(int layer) {
		TreeSet<Integer> used = document.segments().stream().filter(s -> s.layer() == layer).map(Segment::value)
				.collect(Collectors.toCollection(TreeSet::new));
		int value = 1;
		while (used.contains(value))
			value++;
		return value;
	}
}
