package org.annotomy.segmentation.statistics;

import java.util.Arrays;

/** Gives each label that occurs a place in tables, in the order in which they come: open addressing, never as large as a label's value. */
final class LabelSlots {

	private int[] keys = new int[64];
	private int[] slots = new int[64];
	private int[] labels = new int[32];
	private int count;
	private int lastLabel;
	private int lastSlot = -1;

	/** The place of a label; a new one if it has none. */
	int slot(int label) {
		if (lastSlot >= 0 && label == lastLabel) return lastSlot;
		int at = find(label);
		if (slots[at] == 0) {
			if (2 * (count + 1) > keys.length) {
				grow();
				at = find(label);
			}
			if (count == labels.length) labels = Arrays.copyOf(labels, 2 * count);
			labels[count] = label;
			keys[at] = label;
			slots[at] = ++count;
		}
		lastLabel = label;
		lastSlot = slots[at] - 1;
		return lastSlot;
	}

	int count() {
		return count;
	}

	/** The label of a place. */
	int label(int slot) {
		return labels[slot];
	}

	private int find(int label) {
		int mask = keys.length - 1;
		int at = label * 0x9e3779b9 >>> 7 & mask;
		while (slots[at] != 0 && keys[at] != label)
			at = at + 1 & mask;
		return at;
	}

	private void grow() {
		int[] oldKeys = keys;
		int[] oldSlots = slots;
		keys = new int[2 * oldKeys.length];
		slots = new int[keys.length];
		for (int i = 0; i < oldKeys.length; i++)
			if (oldSlots[i] != 0) {
				int at = find(oldKeys[i]);
				keys[at] = oldKeys[i];
				slots[at] = oldSlots[i];
			}
	}
}
