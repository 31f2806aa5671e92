package org.annotomy.annotation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import org.annotomy.annotation.Change.DetectionChange;
import org.annotomy.annotation.Change.KindChange;
import org.annotomy.annotation.Change.ObjectChange;
import org.annotomy.annotation.detection.BlockBuilder;
import org.annotomy.annotation.detection.DetectionBlock;
import org.annotomy.annotation.detection.DetectionPlace;
import org.annotomy.annotation.detection.DetectionSet;
import org.annotomy.annotation.detection.Detections;
import org.annotomy.annotation.model.AnnotationObject;

/** What an edit is to do with the detections of a document: whole blocks, and single rows of them. */
final class DetectionEdits {

	private final Detections before;
	private final Map<Integer, DetectionBlock> blocks = new TreeMap<>();
	/** By block and row of {@link #block}; null for "remove". */
	private final Map<Integer, Map<Integer, AnnotationObject>> rows = new TreeMap<>();
	private int nextKey;

	DetectionEdits(Detections before) {
		this.before = before;
		nextKey = before.nextKey();
	}

	/** @param place in the state before the edit */
	void put(DetectionPlace place, AnnotationObject object) {
		rows.computeIfAbsent(place.key(), key -> new LinkedHashMap<>()).put(place.row(), object);
	}

	void put(int key, DetectionBlock block) {
		blocks.put(key, block);
		nextKey = Math.max(nextKey, key + 1);
	}

	void add(DetectionBlock block) {
		put(nextKey, block);
	}

	/** Those that are changed already are changed once more. */
	void change(DetectionSet which, UnaryOperator<AnnotationObject> how) {
		which.rows().forEach((key, changed) -> {
			DetectionBlock block = block(key);
			DetectionBlock after = rows.containsKey(key) ? null : block.changed(changed, how);
			if (after != null) {
				blocks.put(key, after);
				return;
			}
			Map<Integer, AnnotationObject> single = rows.computeIfAbsent(key, k -> new LinkedHashMap<>());
			changed.stream().forEach(row -> {
				AnnotationObject now = single.containsKey(row) ? single.get(row) : block.object(row);
				if (now != null) single.put(row, how.apply(now));
			});
		});
	}

	void remove(DetectionSet which) {
		which.rows().forEach((key, removed) -> {
			Map<Integer, AnnotationObject> single = rows.computeIfAbsent(key, k -> new LinkedHashMap<>());
			removed.stream().forEach(row -> single.put(row, null));
		});
	}

	private DetectionBlock block(int key) {
		return blocks.getOrDefault(key, before.block(key));
	}

	/** The changes; a detection that a block cannot hold any more becomes an object of its own. */
	List<Change> changes() {
		List<Change> changes = new ArrayList<>();
		Map<Integer, DetectionBlock> after = new TreeMap<>(blocks);
		rows.forEach((key, single) -> after.put(key, rebuilt(block(key), single, changes)));
		after.forEach((key, block) -> {
			DetectionBlock was = before.block(key);
			boolean sameRows = !was.isEmpty() && block.outlines().equals(was.outlines())
					&& block.measures().equals(was.measures());
			if (!sameRows && !block.equals(was)) changes.add(new DetectionChange(key, was, block));
			else if (!block.kinds().equals(was.kinds())) changes.add(new KindChange(key, was.kinds(), block.kinds()));
		});
		return changes;
	}

	private static DetectionBlock rebuilt(DetectionBlock block, Map<Integer, AnnotationObject> single, List<Change> changes) {
		BlockBuilder rest = new BlockBuilder();
		Map<Integer, AnnotationObject> left = new HashMap<>();
		BitSet touched = new BitSet();
		single.keySet().forEach(touched::set);
		for (int row = 0; row < block.size(); row++)
			if (!touched.get(row)) rest.add(block, row);
			else if (single.get(row) != null && !rest.add(single.get(row))) left.put(row, single.get(row));
		left.values().forEach(object -> changes.add(new ObjectChange(object.id(), null, object)));
		return rest.build();
	}
}
