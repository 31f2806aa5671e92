package org.annotomy.interchange.segnrrd;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.annotomy.annotation.voxel.BlockIndex;
import org.annotomy.annotation.voxel.LabelBlock;
import org.annotomy.identity.ImageSize;
import org.annotomy.image.ImageFormatException;
import org.annotomy.interchange.segnrrd.LabelTargets.Target;

/** Collects labels row by row, slice after slice, into blocks; holds unpacked only the blocks of the present 32 slices that have any. */
final class BlockCollector {

	private static final int SIDE = LabelBlock.SIDE;

	private final ImageSize size;
	private final long mostBytes;
	private final Map<BlockIndex, LabelBlock> blocks = new LinkedHashMap<>();
	private final Map<BlockIndex, short[]> open = new HashMap<>();
	private long bytes;
	private int slab = -1;
	private boolean outside;

	/** @param mostBytes what the packed blocks may take */
	BlockCollector(ImageSize size, long mostBytes) {
		this.size = size;
		this.mostBytes = mostBytes;
	}

	/** Whether there were labels outside the image; they were left out. */
	boolean hasOutside() { return outside; }

	/** All slices from here on belong to this or a later slab of 32. */
	void beginSlice(int z) throws ImageFormatException {
		int next = Math.floorDiv(z, SIDE);
		if (next != slab) flush();
		slab = next;
	}

	/**
	 * @param layer whose values count: every {@code layers}th of {@code values}, a row of voxels
	 * @param x of the first voxel in the image, may be negative; likewise y, z
	 */
	void row(LabelTargets targets, int layer, int layers, int[] values, int x, int y, int z) {
		Target target = null;
		int last = 0;
		short[] block = null;
		int column = -1;
		for (int i = layer, at = x; i < values.length; i += layers, at++) {
			int value = values[i];
			if (value == 0) continue;
			if (at < 0 || at >= size.x() || y < 0 || y >= size.y() || z < 0 || z >= size.z()) {
				outside = true;
				continue;
			}
			if (value != last || at / SIDE != column) {
				if (value != last) target = targets.of(layer, value);
				last = value;
				column = at / SIDE;
				block = open.computeIfAbsent(new BlockIndex(target.layer(), column, y / SIDE, z / SIDE, target.time()),
						b -> new short[LabelBlock.VOXELS]);
			}
			block[BlockIndex.offset(at, y, z)] = (short) target.value();
		}
	}

	private void flush() throws ImageFormatException {
		for (Map.Entry<BlockIndex, short[]> entry : open.entrySet()) {
			LabelBlock block = LabelBlock.of(entry.getValue());
			bytes += block.weightBytes();
			blocks.put(entry.getKey(), block);
		}
		open.clear();
		if (bytes > mostBytes)
			throw new ImageFormatException(
					"The segments need more memory than there is. Raise the limit in Edit > Options > Memory "
							+ "& Threads.");
	}

	Map<BlockIndex, LabelBlock> finish() throws ImageFormatException {
		flush();
		return blocks;
	}
}
