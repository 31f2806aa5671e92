package org.annotomy.annotation.detection;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Where each id is, by open addressing; immutable. Built once and used by later states as far as their blocks have the same outlines. */
final class IdIndex {

	private final int[] keys;
	private final Outlines[] outlines;
	private final Map<Integer, Outlines> byKey = new HashMap<>();
	/** One more than block × 4096 + row; 0 where free. */
	private final int[] slots;
	private final int mask;
	private int doubles;

	IdIndex(int[] keys, DetectionBlock[] blocks, long rows) {
		this.keys = keys;
		outlines = new Outlines[blocks.length];
		mask = (int) Math.max(15, Long.highestOneBit(Math.max(1, rows)) * 4 - 1);
		slots = new int[mask + 1];
		for (int b = 0; b < blocks.length; b++) {
			outlines[b] = blocks[b].outlines();
			byKey.put(keys[b], outlines[b]);
			for (int row = 0; row < outlines[b].size(); row++)
				insert(b, row);
		}
	}

	private void insert(int block, int row) {
		UUID id = outlines[block].id(row);
		int slot = slot(outlines[block].idBits(row));
		while (slots[slot] != 0) {
			int there = slots[slot] - 1;
			if (outlines[there >> 12].isId(there & 0xfff, id)) {
				doubles++;
				return;
			}
			slot = slot + 1 & mask;
		}
		slots[slot] = (block << 12 | row) + 1;
	}

	private int slot(long bits) {
		return (int) (bits * 0x9E3779B97F4A7C15L >>> 32) & mask;
	}

	/** How many ids were there before. */
	int doubles() {
		return doubles;
	}

	/** Whether the index knows where the rows of these outlines are. */
	boolean covers(int key, Outlines of) {
		return byKey.get(key) == of;
	}

	/** The place of the id when the index was built, or null. */
	DetectionPlace find(UUID id) {
		long bits = id.getMostSignificantBits() * 0x9E3779B97F4A7C15L + id.getLeastSignificantBits();
		for (int slot = slot(bits); slots[slot] != 0; slot = slot + 1 & mask) {
			int there = slots[slot] - 1;
			if (outlines[there >> 12].isId(there & 0xfff, id)) return new DetectionPlace(keys[there >> 12], there & 0xfff);
		}
		return null;
	}
}
