package org.annotomy.interchange.segnrrd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.voxel.BlockIndex;
import org.annotomy.annotation.voxel.LabelBlock;
import org.annotomy.identity.ImageSize;

/** The voxels of a document by layers of the file: one for each layer and time point that has any. */
final class LayerBlocks {

	/** One layer of the file. */
	record Layer(int layer, int time) implements Comparable<Layer> {

		@Override
		public int compareTo(Layer other) {
			return time != other.time ? Integer.compare(time, other.time) : Integer.compare(layer, other.layer);
		}
	}

	/** Voxels of one value: lowest and highest index along x, y, z. */
	static final class Extent {

		private final int[] low = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};
		private final int[] high = {-1, -1, -1};

		private void add(int axis, int from, int to) {
			low[axis] = Math.min(low[axis], from);
			high[axis] = Math.max(high[axis], to);
		}

		int low(int axis) {
			return low[axis];
		}

		int high(int axis) {
			return high[axis];
		}
	}

	private static final int SIDE = LabelBlock.SIDE;

	private final List<Layer> layers;
	private final Map<Integer, List<Map.Entry<BlockIndex, LabelBlock>>> slabs = new HashMap<>();
	private final Map<Layer, Map<Integer, Extent>> extents = new HashMap<>();
	private final ImageSize size;
	private int largest;

	LayerBlocks(AnnotationDocument document) {
		size = document.image().size();
		TreeSet<Layer> found = new TreeSet<>();
		for (Segment segment : document.segments()) {
			found.add(new Layer(segment.layer(), 0));
			largest = Math.max(largest, segment.value());
		}
		document.blocks().entrySet().forEach(entry -> {
			BlockIndex index = entry.getKey();
			Layer layer = new Layer(index.layer(), index.t());
			found.add(layer);
			slabs.computeIfAbsent(index.z(), z -> new ArrayList<>()).add(entry);
			measure(index, entry.getValue(), extents.computeIfAbsent(layer, l -> new HashMap<>()));
		});
		layers = List.copyOf(found);
	}

	/** In the order of the file; may be empty. */
	List<Layer> layers() {
		return layers;
	}

	/** The blocks whose z is {@code slab}. */
	List<Map.Entry<BlockIndex, LabelBlock>> slab(int slab) {
		return slabs.getOrDefault(slab, List.of());
	}

	boolean isEmpty() { return extents.values().stream().allMatch(Map::isEmpty); }

	/** Largest value of a voxel or segment. */
	int largestValue() {
		return largest;
	}

	/** Null if no voxel has the value. */
	Extent extent(Layer layer, int value) {
		return extents.getOrDefault(layer, Map.of()).get(value);
	}

	private void measure(BlockIndex index, LabelBlock block, Map<Integer, Extent> into) {
		int[] runs = block.runs();
		int from = 0;
		for (int i = 0; i < runs.length; i += 2) {
			if (runs[i] != 0) measure(index, from, runs[i + 1] - 1, into.computeIfAbsent(runs[i], v -> new Extent()));
			largest = Math.max(largest, runs[i]);
			from = runs[i + 1];
		}
	}

	/** A run from voxel {@code first} to {@code last} of a block; one that crosses rows or planes may reach over all of them. */
	private void measure(BlockIndex index, int first, int last, Extent extent) {
		boolean row = first / SIDE == last / SIDE;
		boolean plane = first / (SIDE * SIDE) == last / (SIDE * SIDE);
		add(extent, 0, index.x() * SIDE, row ? first % SIDE : 0, row ? last % SIDE : SIDE - 1, size.x());
		add(extent, 1, index.y() * SIDE, plane ? first / SIDE % SIDE : 0, plane ? last / SIDE % SIDE : SIDE - 1, size.y());
		add(extent, 2, index.z() * SIDE, first / (SIDE * SIDE), last / (SIDE * SIDE), size.z());
	}

	private static void add(Extent extent, int axis, int origin, int from, int to, int size) {
		extent.add(axis, Math.min(origin + from, size - 1), Math.min(origin + to, size - 1));
	}
}
