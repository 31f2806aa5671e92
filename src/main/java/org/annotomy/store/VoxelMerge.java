package org.annotomy.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.EditBuilder;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.voxel.BlockIndex;
import org.annotomy.annotation.voxel.LabelBlock;

/** The part of a {@link ThreeWay} about segments and their voxels: voxel by voxel where both sides changed the same block. */
final class VoxelMerge {

	/** A label of a layer. */
	private record Place(int layer, int value) {}

	private final AnnotationDocument base;
	private final AnnotationDocument ours;
	private final AnnotationDocument theirs;
	private final EditBuilder edit;
	/** Labels of segments of theirs that we have given to another since the base: they go to another layer. */
	private final Map<Place, Integer> moved = new HashMap<>();
	private final Map<BlockIndex, short[]> changed = new HashMap<>();
	private long conflicts;

	VoxelMerge(AnnotationDocument base, AnnotationDocument ours, AnnotationDocument theirs, EditBuilder edit) {
		this.base = base;
		this.ours = ours;
		this.theirs = theirs;
		this.edit = edit;
	}

	/** @return how many were changed on both sides */
	int mergeSegments() {
		Map<UUID, Segment> before = ThreeWay.byId(base.segments(), Segment::id);
		Map<UUID, Segment> after = ThreeWay.byId(theirs.segments(), Segment::id);
		Map<Place, UUID> taken = new HashMap<>();
		for (Segment segment : ours.segments())
			if (base.segment(segment.id()).filter(b -> placeOf(b).equals(placeOf(segment))).isEmpty())
				taken.put(placeOf(segment), segment.id());
		int both = 0;
		for (UUID id : ThreeWay.either(before, after)) {
			Segment b = before.get(id);
			Segment t = after.get(id);
			Segment o = ours.segment(id).orElse(null);
			if (Objects.equals(t, b) || Objects.equals(t, o)) continue;
			if (!Objects.equals(o, b)) both++;
			else if (t == null) edit.removeSegment(id);
			else edit.put(taken.getOrDefault(placeOf(t), id).equals(id) ? t : elsewhere(t));
		}
		return both;
	}

	private static Place placeOf(Segment segment) {
		return new Place(segment.layer(), segment.value());
	}

	private Segment elsewhere(Segment s) {
		int layer = firstFreeLayer() + s.layer();
		moved.put(placeOf(s), layer);
		return s.toBuilder().label(layer, s.value()).build();
	}

	private int firstFreeLayer() {
		int last = -1;
		for (AnnotationDocument side : new AnnotationDocument[]{ours, theirs}) {
			for (Segment segment : side.segments())
				last = Math.max(last, segment.layer());
			for (BlockIndex index : side.blocks().keySet())
				last = Math.max(last, index.layer());
		}
		return last + 1;
	}

	/** @return how many voxels were labelled differently on both sides */
	long mergeVoxels() {
		Map<BlockIndex, LabelBlock> before = base.blocks();
		Map<BlockIndex, LabelBlock> after = theirs.blocks();
		Set<Integer> layersOfMoved = new HashSet<>();
		moved.keySet().forEach(place -> layersOfMoved.add(place.layer()));
		for (BlockIndex index : ThreeWay.either(before, after)) {
			LabelBlock b = before.getOrDefault(index, LabelBlock.EMPTY);
			LabelBlock t = after.getOrDefault(index, LabelBlock.EMPTY);
			LabelBlock o = ours.block(index);
			if (t.equals(b) || t.equals(o)) continue;
			if (o.equals(b) && !layersOfMoved.contains(index.layer())) edit.put(index, t);
			else mergeBlock(index, b.toArray(), o.toArray(), t.toArray());
		}
		changed.forEach((index, labels) -> edit.put(index, LabelBlock.of(labels)));
		return conflicts;
	}

	private void mergeBlock(BlockIndex index, short[] b, short[] o, short[] t) {
		short[] result = o.clone();
		for (int i = 0; i < result.length; i++) {
			if (t[i] == b[i]) continue;
			Integer layer = moved.isEmpty() ? null : moved.get(new Place(index.layer(), t[i] & 0xffff));
			if (layer != null) inLayer(index, layer)[i] = t[i];
			else if (o[i] == b[i]) result[i] = t[i];
			else if (o[i] != t[i]) conflicts++;
		}
		changed.put(index, result);
	}

	private short[] inLayer(BlockIndex index, int layer) {
		return changed.computeIfAbsent(new BlockIndex(layer, index.x(), index.y(), index.z(), index.t()),
				i -> new short[LabelBlock.VOXELS]);
	}
}
