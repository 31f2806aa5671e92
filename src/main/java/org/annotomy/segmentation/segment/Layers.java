package org.annotomy.segmentation.segment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
	private final List<Segment> placed = new ArrayList<>();

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

	/** Whose voxels in a layer give way to another segment. What is not labelled always does. */
	GivingWay yielding(int layer, Overwrite overwrite) {
		boolean none = overwrite == Overwrite.NONE || overwrite == Overwrite.OVERLAP;
		return GivingWay.of(document.segments().stream()
				.filter(s -> !none && s.layer() == layer && !s.locked() && (overwrite != Overwrite.VISIBLE || s.visible()))
				.mapToInt(Segment::value));
	}

	/** Gives a segment the voxels of the mask, inside the box of the mask, as far as others give way. @return whether a voxel changed */
	boolean paint(Segment segment, Mask mask, GivingWay yields, Progress progress) {
		List<BlockIndex> blocks = Blocks.of(mask.box(), segment.layer(), timePoint);
		List<LabelBlock> before = blocks.stream().map(this::block).toList();
		LabelBlock[] after = new LabelBlock[blocks.size()];
		BlockPainter painter = new BlockPainter(mask, segment.value(), yields);
		Workers.forEach(after.length, progress, DOING, i -> after[i] = painter.paint(before.get(i), Blocks.box(blocks.get(i))));
		boolean any = false;
		for (int i = 0; i < after.length; i++) {
			if (after[i].equals(before.get(i))) continue;
			changed.put(blocks.get(i), after[i]);
			any = true;
		}
		return any;
	}

	/**
	 * Adds a segment without voxels, with another label if its own is taken in its layer.
	 *
	 * @return the segment with its label
	 */
	Segment add(Segment segment, EditBuilder edit) {
		boolean taken = usedValues(segment.layer()).contains(segment.value());
		Segment added = taken ? segment.toBuilder().label(segment.layer(), freeValue(segment.layer())).build() : segment;
		placed.add(added);
		edit.put(added);
		return added;
	}

	/**
	 * Moves a segment to a layer where neither it nor the mask meets another segment.
	 *
	 * @param edit notes the new layer of the segment
	 * @return the segment in its layer
	 */
	Segment makeRoom(Segment segment, Mask mask, EditBuilder edit) {
		if (isFree(segment.layer(), segment.value(), mask)) return segment;
		int layer = 0;
		while (layer == segment.layer() || !isFree(layer, NOBODY, mask) || !isFreeFor(segment, layer))
			layer++;
		return move(segment, layer, edit);
	}

	/**
	 * Moves a segment with its voxels at all time points to a layer where they meet no other one ({@link #isFreeFor}).
	 *
	 * @param edit notes the new layer of the segment
	 * @return the segment in its layer
	 */
	Segment move(Segment segment, int layer, EditBuilder edit) {
		Segment moved = segment.toBuilder().label(layer, freeValue(layer)).build();
		for (BlockIndex from : blocks(segment)) {
			BlockIndex to = in(layer, from);
			short[] labels = block(from).toArray();
			short[] there = block(to).toArray();
			for (int i = 0; i < labels.length; i++)
				if ((labels[i] & 0xffff) == segment.value()) {
					there[i] = (short) moved.value();
					labels[i] = 0;
				}
			changed.put(from, LabelBlock.of(labels));
			changed.put(to, LabelBlock.of(there));
		}
		placed.add(moved);
		edit.put(moved);
		return moved;
	}

	/** Whether no voxel of a layer is labelled where the segment has voxels, at any time point. */
	boolean isFreeFor(Segment segment, int layer) {
		for (BlockIndex index : blocks(segment)) {
			LabelBlock other = block(in(layer, index));
			if (other.isEmpty()) continue;
			short[] own = block(index).toArray();
			short[] there = other.toArray();
			for (int i = 0; i < own.length; i++)
				if ((own[i] & 0xffff) == segment.value() && there[i] != 0) return false;
		}
		return true;
	}

	private static BlockIndex in(int layer, BlockIndex index) {
		return new BlockIndex(layer, index.x(), index.y(), index.z(), index.t());
	}

	/** Those of the segment's layer that hold voxels of it. */
	private List<BlockIndex> blocks(Segment segment) {
		Set<BlockIndex> all = new LinkedHashSet<>(document.blocks().keySet());
		all.addAll(changed.keySet());
		return all.stream().filter(index -> index.layer() == segment.layer() && holds(block(index), segment.value())).toList();
	}

	private static boolean holds(LabelBlock block, int value) {
		int[] runs = block.runs();
		for (int i = 0; i < runs.length; i += 2)
			if (runs[i] == value) return true;
		return false;
	}

	private boolean isFree(int layer, int own, Mask mask) {
		BlockPainter painter = new BlockPainter(mask, own, yielding(layer, Overwrite.NONE));
		for (BlockIndex index : Blocks.of(mask.box(), layer, timePoint))
			if (painter.isHindered(block(index), Blocks.box(index))) return false;
		return true;
	}

	private int freeValue(int layer) {
		Set<Integer> used = usedValues(layer);
		int value = 1;
		while (used.contains(value))
			value++;
		return value;
	}

	/** Those of the document, and those that the edit has given away. */
	private Set<Integer> usedValues(int layer) {
		return Stream.concat(document.segments().stream(), placed.stream()).filter(s -> s.layer() == layer).map(Segment::value)
				.collect(Collectors.toSet());
	}
}
