package org.annotomy.imagej.labelmap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.EditBuilder;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.voxel.BlockIndex;
import org.annotomy.annotation.voxel.LabelBlock;

/**
 * Segments of a file, ready to join a document.
 *
 * @param segments with layers from 0
 * @param blocks their voxels, in the same layers
 * @param remarks what the user should know, a sentence each
 */
record ImportedLabels(List<Segment> segments, Map<BlockIndex, LabelBlock> blocks, List<String> remarks) {

	/** Adds all of them behind the layers that are in use, as one edit; what the document has already keeps its identity. */
	List<Segment> addTo(AnnotationDocument document, String editName) {
		int first = 1 + document.segments().stream().mapToInt(Segment::layer).max().orElse(-1);
		EditBuilder edit = document.edit(editName);
		List<Segment> added = new ArrayList<>();
		for (Segment segment : segments) {
			UUID id = document.segment(segment.id()).isPresent() ? UUID.randomUUID() : segment.id();
			Segment moved = segment.withId(id).toBuilder().label(first + segment.layer(), segment.value()).build();
			added.add(moved);
			edit.put(moved);
		}
		Map<BlockIndex, LabelBlock> moved = new HashMap<>();
		blocks.forEach((index, block) -> moved.put(
				new BlockIndex(first + index.layer(), index.x(), index.y(), index.z(), index.t()), block));
		moved.forEach(edit::put);
		edit.apply();
		return added;
	}
}
