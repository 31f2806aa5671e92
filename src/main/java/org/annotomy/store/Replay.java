package org.annotomy.store;

import java.util.ArrayList;
import java.util.List;

import org.annotomy.annotation.AnnotationDocument;
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
import org.annotomy.annotation.Edit;
import org.annotomy.annotation.EditBuilder;
import org.annotomy.annotation.LockedException;
import org.annotomy.annotation.detection.DetectionBlock;
import org.annotomy.annotation.detection.DetectionKind;
import org.annotomy.annotation.detection.DetectionSet;
import org.annotomy.annotation.detection.Detections;
import org.annotomy.annotation.voxel.LabelBlock;

/** Makes changes of which only the after-states are known happen to a document, through its one door. */
final class Replay {

	private Replay() {}

	/**
	 * Things that are locked are unlocked first, as a step of its own: what was done once may be done again.
	 *
	 * @throws LockedException if the document is read-only
	 */
	static void apply(AnnotationDocument document, String name, List<Change> changes) {
		Edit edit = build(document, name, changes);
		try {
			document.apply(edit);
		} catch (LockedException e) {
			Edit unlocking = unlocking(document, edit);
			if (unlocking.isEmpty()) throw e;
			document.apply(unlocking);
			document.apply(build(document, name, changes));
		}
	}

	/** Likewise; what was before is looked up anew. */
	static void apply(AnnotationDocument document, Edit edit) {
		apply(document, edit.name(), edit.changes());
	}

	/** Takes away whatever the changes touch: nothing is known of it. Voxels become unlabelled, answers unanswered. */
	static void forget(AnnotationDocument document, List<Change> changes) {
		List<Change> gone = new ArrayList<>();
		for (Change change : changes) {
			if (change instanceof ObjectChange c) gone.add(new ObjectChange(c.id(), null, null));
			else if (change instanceof SegmentChange c) gone.add(new SegmentChange(c.id(), null, null));
			else if (change instanceof LinkChange c) gone.add(new LinkChange(c.id(), null, null));
			else if (change instanceof VoxelChange c) gone.add(new VoxelChange(c.index(), LabelBlock.EMPTY, LabelBlock.EMPTY));
			else
				if (change instanceof DetectionChange c)
					gone.add(new DetectionChange(c.key(), DetectionBlock.EMPTY, DetectionBlock.EMPTY));
				else
					if (change instanceof KindChange c)
						gone.add(new DetectionChange(c.key(), DetectionBlock.EMPTY, DetectionBlock.EMPTY));
					else
						if (change instanceof LabelChange c) gone.add(new LabelChange(c.scope(), c.key(), null, null));
		}
		apply(document, "Forget", gone);
	}

	private static Edit build(AnnotationDocument document, String name, List<Change> changes) {
		EditBuilder edit = document.edit(name);
		for (Change change : changes)
			if (!(change instanceof KindChange c) || document.detections().block(c.key()).fits(c.after())) add(change, edit);
		return edit.build();
	}

	private static void add(Change change, EditBuilder edit) {
		if (change instanceof ObjectChange c) {
			if (c.after() == null) edit.removeIndividual(c.id());
			else edit.putIndividual(c.after());
		} else if (change instanceof DetectionChange c) edit.put(c.key(), c.after());
		else if (change instanceof KindChange c) edit.put(c.key(), c.after());
		else if (change instanceof SegmentChange c) {
			if (c.after() == null) edit.removeSegment(c.id());
			else edit.put(c.after());
		} else if (change instanceof LinkChange c) {
			if (c.after() == null) edit.removeLink(c.id());
			else edit.put(c.after());
		} else if (change instanceof VoxelChange c) edit.put(c.index(), c.after());
		else if (change instanceof LabelChange c) edit.label(c.scope(), c.key(), c.after());
		else if (change instanceof CompletionChange c) edit.complete(c.after());
		else if (change instanceof ProtocolChange c) edit.protocol(c.after());
	}

	private static Edit unlocking(AnnotationDocument document, Edit edit) {
		EditBuilder unlock = document.edit("Unlock");
		for (Change change : edit.changes()) {
			if (change instanceof ObjectChange c && c.before() != null && c.before().locked())
				unlock.put(c.before().toBuilder().locked(false).build());
			if (change instanceof KindChange c) unlock(document.detections(), c.key(), unlock);
			if (change instanceof DetectionChange c) unlock(document.detections(), c.key(), unlock);
			if (change instanceof SegmentChange c && c.before() != null && c.before().locked())
				unlock.put(c.before().toBuilder().locked(false).build());
		}
		return unlock.build();
	}

	private static void unlock(Detections detections, int key, EditBuilder unlock) {
		DetectionSet locked = DetectionSet.ofKind(detections, key, DetectionKind::locked);
		unlock.change(locked, object -> object.toBuilder().locked(false).build());
	}
}
