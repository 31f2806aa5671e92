package org.annotomy.segmentation.segment;

import java.util.ArrayList;
import java.util.List;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.Change.SegmentChange;
import org.annotomy.annotation.Change.VoxelChange;
import org.annotomy.annotation.Edit;

/** What an edit of voxels did besides what was asked for: showed a segment that was hidden, took voxels from others. */
public final class EditNews {

	private EditNews() {}

	/**
	 * In words.
	 *
	 * @param edit what was just done
	 * @param document after the edit
	 * @return empty if there is nothing to tell
	 */
	public static String of(Edit edit, AnnotationDocument document) {
		List<String> news = new ArrayList<>();
		if (edit.changes().stream().anyMatch(VoxelChange.class::isInstance)) edit.changes().forEach(change -> {
			if (change instanceof SegmentChange segment && isShown(segment))
				news.add((segment.after().name() == null ? "A segment without a name" : segment.after().name())
						+ " was hidden and is shown now.");
		});
		String taken = TakenVoxels.words(TakenVoxels.of(edit, document));
		if (!taken.isEmpty()) news.add(taken);
		return String.join(" ", news);
	}

	private static boolean isShown(SegmentChange change) {
		return change.before() != null && !change.before().visible() && change.after() != null && change.after().visible();
	}
}
