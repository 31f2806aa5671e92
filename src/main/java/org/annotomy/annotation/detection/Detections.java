package org.annotomy.annotation.detection;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.geometry.Box;

/**
 * All detections of a document at one moment: blocks by their keys. Immutable; a change makes another state that shares all blocks but those
 * it touched. Which blocks lie where is found by their boxes, which rows of them by the tree of each ({@link Outlines#search}), so that the
 * index of a million costs an edit no more than the blocks it touches.
 */
public final class Detections {

	public static final Detections NONE = new Detections(new int[0], new DetectionBlock[0], null);

	/** With more blocks than this whose ids the index does not know, it is built anew. */
	private static final int MOST_FRESH = 16;

	/** A block with its key. */
	public record Keyed(int key, DetectionBlock block) {}

	private final int[] keys;
	private final DetectionBlock[] blocks;
	private final int[] firsts;
	private IdIndex index;
	private List<Keyed> fresh;

	private Detections(int[] keys, DetectionBlock[] blocks, IdIndex index) {
		this.keys = keys;
		this.blocks = blocks;
		this.index = index;
		firsts = new int[blocks.length + 1];
		for (int i = 0; i < blocks.length; i++)
			firsts[i + 1] = Math.addExact(firsts[i], blocks[i].size());
	}

	/** Blocks under the keys 0, 1, 2 …; empty ones are left out. */
	public static Detections of(List<DetectionBlock> blocks) {
		DetectionBlock[] all = blocks.stream().filter(block -> !block.isEmpty()).toArray(DetectionBlock[]::new);
		int[] keys = new int[all.length];
		Arrays.setAll(keys, i -> i);
		return new Detections(keys, all, null);
	}

	/** The state with another block under that key; an empty one takes it away. */
	public Detections with(int key, DetectionBlock block) {
		int at = Arrays.binarySearch(keys, key);
		if (at < 0 && block.isEmpty()) return this;
		int place = at < 0 ? -at - 1 : at;
		int there = at < 0 ? 0 : 1;
		int put = block.isEmpty() ? 0 : 1;
		int[] newKeys = new int[keys.length - there + put];
		DetectionBlock[] newBlocks = new DetectionBlock[newKeys.length];
		System.arraycopy(keys, 0, newKeys, 0, place);
		System.arraycopy(blocks, 0, newBlocks, 0, place);
		System.arraycopy(keys, place + there, newKeys, place + put, keys.length - place - there);
		System.arraycopy(blocks, place + there, newBlocks, place + put, keys.length - place - there);
		if (put > 0) {
			newKeys[place] = key;
			newBlocks[place] = block;
		}
		return new Detections(newKeys, newBlocks, index);
	}

	/** How many detections. */
	public int count() {
		return firsts[blocks.length];
	}

	public boolean isEmpty() { return count() == 0; }

	/** The blocks in the order of their keys. */
	public List<Keyed> blocks() {
		return new AbstractList<>() {
			@Override
			public Keyed get(int i) {
				return new Keyed(keys[i], blocks[i]);
			}

			@Override
			public int size() {
				return blocks.length;
			}
		};
	}

	/** {@link DetectionBlock#EMPTY} if there is none. */
	public DetectionBlock block(int key) {
		int at = Arrays.binarySearch(keys, key);
		return at < 0 ? DetectionBlock.EMPTY : blocks[at];
	}

	/** A key that is greater than all in use. */
	public int nextKey() {
		return keys.length == 0 ? 0 : keys[keys.length - 1] + 1;
	}

	/** Where the detection with that number (from 0, in the order of blocks and rows) is. */
	public DetectionPlace place(int number) {
		int at = Arrays.binarySearch(firsts, number);
		int block = at < 0 ? -at - 2 : at;
		while (blocks[block].isEmpty() || number >= firsts[block + 1])
			block++;
		return new DetectionPlace(keys[block], number - firsts[block]);
	}

	/** Its number, from 0. @throws IllegalArgumentException if there is no such block */
	public int number(DetectionPlace place) {
		int at = Arrays.binarySearch(keys, place.key());
		if (at < 0) throw new IllegalArgumentException("There is no block " + place.key() + ".");
		return firsts[at] + place.row();
	}

	public AnnotationObject object(DetectionPlace place) {
		return block(place.key()).object(place.row());
	}

	/** Does now, on this thread, what the first {@link #find} else does: with a million detections it takes a tenth of a second. */
	public synchronized void prepareToFind() {
		if (!isEmpty() && (index == null || fresh == null)) prepare();
	}

	/** Where the detection with that id is. */
	public synchronized Optional<DetectionPlace> find(UUID id) {
		if (isEmpty()) return Optional.empty();
		prepareToFind();
		for (Keyed block : fresh) {
			int row = block.block().find(id);
			if (row >= 0) return Optional.of(new DetectionPlace(block.key(), row));
		}
		DetectionPlace place = index.find(id);
		return place != null && index.covers(place.key(), block(place.key()).outlines()) ? Optional.of(place) : Optional.empty();
	}

	private void prepare() {
		if (index == null) index = new IdIndex(keys, blocks, count());
		fresh = unknown();
		if (fresh.size() <= MOST_FRESH) return;
		index = new IdIndex(keys, blocks, count());
		fresh = List.of();
	}

	private List<Keyed> unknown() {
		List<Keyed> unknown = new ArrayList<>();
		for (int i = 0; i < blocks.length; i++)
			if (!index.covers(keys[i], blocks[i].outlines())) unknown.add(new Keyed(keys[i], blocks[i]));
		return unknown;
	}

	/** Whether an id is there twice. */
	public synchronized boolean hasDoubles() {
		return new IdIndex(keys, blocks, count()).doubles() > 0;
	}

	/** How many detections there are of each kind. */
	public Map<DetectionKind, Integer> counts() {
		Map<DetectionKind, Integer> counts = new HashMap<>();
		for (DetectionBlock block : blocks) {
			int[] inBlock = new int[block.kinds().palette().size()];
			for (int row = 0; row < block.size(); row++)
				inBlock[block.kinds().index(row)]++;
			for (int i = 0; i < inBlock.length; i++)
				counts.merge(block.kinds().palette().get(i), inBlock[i], Integer::sum);
		}
		return counts;
	}

	/** The blocks of which something may lie in the box, in the order of their keys. */
	public List<Keyed> blocksAt(Box box) {
		List<Keyed> found = new ArrayList<>();
		for (int i = 0; i < blocks.length; i++)
			if (!blocks[i].isEmpty() && blocks[i].outlines().bounds().intersects(box)) found.add(new Keyed(keys[i], blocks[i]));
		return found;
	}

	/**
	 * Up to {@code most} of the detections whose box touches this one; all of them if the list is shorter.
	 *
	 * @param wanted only those of such kinds; each kind of a block is asked about once
	 */
	public List<DetectionPlace> at(Box box, int most, Predicate<DetectionKind> wanted) {
		List<DetectionPlace> found = new ArrayList<>();
		for (Keyed block : blocksAt(box)) {
			Kinds kinds = block.block().kinds();
			boolean[] yes = kinds.are(wanted);
			// Of a class that is hidden there may be very many.
			if (IntStream.range(0, yes.length).noneMatch(i -> yes[i])) continue;
			block.block().outlines().search(box, row -> {
				if (yes[kinds.index(row)] && found.size() < most) found.add(new DetectionPlace(block.key(), row));
			});
			if (found.size() >= most) break;
		}
		return found;
	}

	/** Each as an object of its own, made when it is asked for. */
	public List<AnnotationObject> objects() {
		return new All();
	}

	private final class All extends AbstractList<AnnotationObject> implements RandomAccess {

		@Override
		public AnnotationObject get(int number) {
			Objects.checkIndex(number, count());
			return object(place(number));
		}

		@Override
		public int size() {
			return count();
		}
	}
}
