package org.annotomy.annotation.detection;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

import org.annotomy.annotation.detection.Detections.Keyed;

/** Some of the detections of one state of a document, as a bit for each. */
public final class DetectionSet implements Iterable<UUID> {

	private final Detections of;
	private final Map<Integer, BitSet> rows = new TreeMap<>();

	/** An empty set. */
	public DetectionSet(Detections of) {
		this.of = of;
	}

	/** Those that are wanted. */
	public static DetectionSet where(Detections of, BiPredicate<DetectionBlock, Integer> wanted) {
		DetectionSet set = new DetectionSet(of);
		for (Keyed block : of.blocks())
			for (int row = 0; row < block.block().size(); row++)
				if (wanted.test(block.block(), row)) set.add(new DetectionPlace(block.key(), row));
		return set;
	}

	/** Those whose kind is wanted: each kind of a block is asked about once. */
	public static DetectionSet ofKind(Detections of, Predicate<DetectionKind> wanted) {
		DetectionSet set = new DetectionSet(of);
		for (Keyed block : of.blocks())
			set.add(block.key(), block.block().kinds(), wanted);
		return set;
	}

	/** Likewise, of one block. */
	public static DetectionSet ofKind(Detections of, int key, Predicate<DetectionKind> wanted) {
		DetectionSet set = new DetectionSet(of);
		set.add(key, of.block(key).kinds(), wanted);
		return set;
	}

	private void add(int key, Kinds kinds, Predicate<DetectionKind> wanted) {
		boolean[] yes = kinds.are(wanted);
		BitSet found = new BitSet(kinds.size());
		for (int row = 0; row < kinds.size(); row++)
			if (yes[kinds.index(row)]) found.set(row);
		if (!found.isEmpty()) rows.put(key, found);
	}

	/** Those of the ids that are detections. */
	public static DetectionSet of(Detections of, Collection<UUID> ids) {
		DetectionSet set = new DetectionSet(of);
		if (of.isEmpty()) return set;
		for (UUID id : ids)
			of.find(id).ifPresent(set::add);
		return set;
	}

	/** Those with such numbers, from 0 in the order of blocks and rows; each must be there. */
	public static DetectionSet numbered(Detections of, BitSet numbers) {
		DetectionSet set = new DetectionSet(of);
		int first = 0;
		for (Keyed block : of.blocks()) {
			BitSet inBlock = numbers.get(first, first + block.block().size());
			if (!inBlock.isEmpty()) set.rows.put(block.key(), inBlock);
			first += block.block().size();
		}
		return set;
	}

	public void add(DetectionPlace place) {
		rows.computeIfAbsent(place.key(), key -> new BitSet(DetectionBlock.MOST_ROWS)).set(place.row());
	}

	/** Adds all of another set of the same state. */
	public void addAll(DetectionSet other) {
		other.rows.forEach((key, more) -> rows.computeIfAbsent(key, k -> new BitSet(DetectionBlock.MOST_ROWS)).or(more));
	}

	/** Keeps what is in the other set of the same state too. */
	public void retainAll(DetectionSet other) {
		rows.forEach((key, mine) -> mine.and(other.rows.getOrDefault(key, new BitSet())));
		rows.values().removeIf(BitSet::isEmpty);
	}

	/** Takes out what is in the other set of the same state. */
	public void removeAll(DetectionSet other) {
		rows.forEach((key, mine) -> mine.andNot(other.rows.getOrDefault(key, new BitSet())));
		rows.values().removeIf(BitSet::isEmpty);
	}

	public boolean contains(DetectionPlace place) {
		return contains(place.key(), place.row());
	}

	public boolean contains(int key, int row) {
		BitSet there = rows.get(key);
		return there != null && there.get(row);
	}

	/** Those of them that a later state still has. Costs little where outlines are the same. */
	public DetectionSet in(Detections later) {
		if (later == of) return this;
		DetectionSet same = new DetectionSet(later);
		rows.forEach((key, mine) -> {
			Outlines outlines = of.block(key).outlines();
			if (later.block(key).outlines() == outlines) same.rows.put(key, mine);
			else mine.stream().forEach(row -> later.find(outlines.id(row)).ifPresent(same::add));
		});
		return same;
	}

	/** The state that it is of. */
	public Detections detections() {
		return of;
	}

	public int count() {
		return rows.values().stream().mapToInt(BitSet::cardinality).sum();
	}

	/** How many there are of each class; null stands for no class. */
	public Map<String, Integer> countByClass() {
		Map<String, Integer> counts = new HashMap<>();
		rows.forEach((key, some) -> {
			Kinds kinds = of.block(key).kinds();
			int[] byKind = new int[kinds.palette().size()];
			some.stream().forEach(row -> byKind[kinds.index(row)]++);
			for (int i = 0; i < byKind.length; i++)
				if (byKind[i] > 0) counts.merge(kinds.palette().get(i).classKey(), byKind[i], Integer::sum);
		});
		return counts;
	}

	/** Rows by the key of their block, in the order of keys; not to be changed. */
	public Map<Integer, BitSet> rows() {
		return rows;
	}

	/** The ids, in the order of blocks and rows, made one by one. */
	@Override
	public Iterator<UUID> iterator() {
		Iterator<Map.Entry<Integer, BitSet>> blocks = rows.entrySet().iterator();
		return new Iterator<>() {

			private DetectionBlock block = DetectionBlock.EMPTY;
			private BitSet here = new BitSet();
			private int next = -1;

			@Override
			public boolean hasNext() {
				while (next < 0 && blocks.hasNext()) {
					Map.Entry<Integer, BitSet> entry = blocks.next();
					block = of.block(entry.getKey());
					here = entry.getValue();
					next = here.nextSetBit(0);
				}
				return next >= 0;
			}

			@Override
			public UUID next() {
				if (!hasNext()) throw new NoSuchElementException();
				UUID id = block.outlines().id(next);
				next = here.nextSetBit(next + 1);
				return id;
			}
		};
	}
}
