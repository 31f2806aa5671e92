package org.annotomy.store;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.annotomy.annotation.Change;
import org.annotomy.annotation.Change.CompletionChange;
import org.annotomy.annotation.Change.DetectionChange;
import org.annotomy.annotation.Change.KindChange;
import org.annotomy.annotation.Change.LabelChange;
import org.annotomy.annotation.Change.LinkChange;
import org.annotomy.annotation.Change.ObjectChange;
import org.annotomy.annotation.Change.ProtocolChange;
import org.annotomy.annotation.Change.SegmentChange;
import org.annotomy.annotation.Change.VoxelChange;
import org.annotomy.annotation.detection.DetectionBlock;
import org.annotomy.annotation.voxel.LabelBlock;

/**
 * What all edits since the last save come to: for each thing its last state. So a journal can be begun anew in another place, or shortened,
 * at any time, from memory that the document holds anyway.
 */
final class NetChanges {

	/** A thing of the document. */
	private record Key(Class<? extends Change> kind, Object id) {}

	private record Entry(long number, Change after) {}

	private final Map<Key, Entry> entries = new LinkedHashMap<>();
	private final List<EditSummary> edits = new ArrayList<>();
	private EditSummary olderEdits;

	void add(EditSummary summary, List<Change> changes) {
		for (Change change : changes)
			entries.merge(key(change), new Entry(summary.number(), withoutBefore(change)), NetChanges::together);
		edits.add(summary);
		if (edits.size() > 2 * EditSummary.MAX_NAMES) shorten();
	}

	/** Forgets everything that no edit after number {@code upTo} has touched. */
	void dropUpTo(long upTo) {
		entries.values().removeIf(entry -> entry.number() <= upTo);
		if (olderEdits != null && olderEdits.number() <= upTo) olderEdits = null;
		edits.removeIf(edit -> edit.number() <= upTo);
	}

	/** All edits in one, as they stand now. */
	Snapshot snapshot() {
		EditSummary sum = olderEdits;
		for (EditSummary edit : edits)
			sum = sum == null ? edit : sum.and(edit);
		List<Change> changes = new ArrayList<>(entries.size());
		entries.values().forEach(entry -> changes.add(entry.after()));
		return new Snapshot(sum, changes);
	}

	/**
	 * Changes that do not change any more themselves.
	 *
	 * @param summary null if there were no edits
	 * @param changes the last state of each thing, in the order in which they were first touched
	 */
	record Snapshot(EditSummary summary, List<Change> changes) {

		boolean isEmpty() { return summary == null; }
	}

	private void shorten() {
		Iterator<EditSummary> oldest = edits.iterator();
		for (int i = 0; i < EditSummary.MAX_NAMES; i++) {
			EditSummary edit = oldest.next();
			olderEdits = olderEdits == null ? edit : olderEdits.and(edit);
			oldest.remove();
		}
	}

	/** New kinds of detections that are not saved yet come into the block itself. */
	private static Entry together(Entry before, Entry after) {
		if (after.after() instanceof KindChange kinds && before.after() instanceof DetectionChange block)
			return new Entry(after.number(),
					new DetectionChange(block.key(), DetectionBlock.EMPTY, block.after().withKinds(kinds.after())));
		return after;
	}

	private static Key key(Change change) {
		if (change instanceof DetectionChange c) return new Key(DetectionChange.class, c.key());
		if (change instanceof KindChange c) return new Key(DetectionChange.class, c.key());
		Object id;
		if (change instanceof ObjectChange c) id = c.id();
		else if (change instanceof SegmentChange c) id = c.id();
		else if (change instanceof VoxelChange c) id = c.index();
		else if (change instanceof LinkChange c) id = c.id();
		else if (change instanceof LabelChange c) id = List.of(c.scope(), c.key());
		else id = "document";
		return new Key(change.getClass(), id);
	}

	/** So that undone states are not kept in memory. */
	private static Change withoutBefore(Change change) {
		if (change instanceof ObjectChange c) return new ObjectChange(c.id(), null, c.after());
		if (change instanceof DetectionChange c) return new DetectionChange(c.key(), DetectionBlock.EMPTY, c.after());
		if (change instanceof KindChange c) return new KindChange(c.key(), null, c.after());
		if (change instanceof SegmentChange c) return new SegmentChange(c.id(), null, c.after());
		if (change instanceof VoxelChange c) return new VoxelChange(c.index(), LabelBlock.EMPTY, c.after());
		if (change instanceof LinkChange c) return new LinkChange(c.id(), null, c.after());
		if (change instanceof LabelChange c) return new LabelChange(c.scope(), c.key(), null, c.after());
		if (change instanceof CompletionChange c) return new CompletionChange(!c.after(), c.after());
		return new ProtocolChange(null, ((ProtocolChange) change).after());
	}
}
