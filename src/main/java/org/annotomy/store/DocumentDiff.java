package org.annotomy.store;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.Edit;
import org.annotomy.annotation.EditBuilder;
import org.annotomy.annotation.LabelScope;
import org.annotomy.annotation.detection.Detections;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.model.Link;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.voxel.BlockIndex;
import org.annotomy.annotation.voxel.LabelBlock;

/** The edit that makes one document like another. */
final class DocumentDiff {

	private final AnnotationDocument from;
	private final AnnotationDocument to;
	private final EditBuilder edit;

	private DocumentDiff(AnnotationDocument from, AnnotationDocument to, String name) {
		this.from = from;
		this.to = to;
		edit = from.edit(name);
	}

	/** Empty if both hold the same; the order of things and members of other programs at the top do not count. */
	static Edit between(AnnotationDocument from, AnnotationDocument to, String name) {
		DocumentDiff diff = new DocumentDiff(from, to, name);
		diff.objects();
		diff.detections();
		diff.segments();
		diff.voxels();
		diff.links();
		for (LabelScope scope : LabelScope.values())
			diff.labels(scope);
		diff.edit.complete(to.isComplete()).protocol(to.protocol());
		return diff.edit.build();
	}

	private void objects() {
		for (AnnotationObject object : from.individualObjects())
			if (to.individualObject(object.id()).isEmpty()) edit.removeIndividual(object.id());
		to.individualObjects().forEach(edit::putIndividual);
	}

	private void detections() {
		for (Detections.Keyed block : from.detections().blocks())
			edit.put(block.key(), to.detections().block(block.key()));
		for (Detections.Keyed block : to.detections().blocks())
			edit.put(block.key(), block.block());
	}

	private void segments() {
		for (Segment segment : from.segments())
			if (to.segment(segment.id()).isEmpty()) edit.removeSegment(segment.id());
		to.segments().forEach(edit::put);
	}

	private void voxels() {
		Map<BlockIndex, LabelBlock> wanted = to.blocks();
		Set<BlockIndex> all = new LinkedHashSet<>(from.blocks().keySet());
		all.addAll(wanted.keySet());
		for (BlockIndex index : all)
			edit.put(index, wanted.getOrDefault(index, LabelBlock.EMPTY));
	}

	private void links() {
		for (Link link : from.links())
			if (to.link(link.id()).isEmpty()) edit.removeLink(link.id());
		to.links().forEach(edit::put);
	}

	private void labels(LabelScope scope) {
		Map<String, AttributeValue> wanted = to.labels(scope);
		for (String question : from.labels(scope).keySet())
			if (!wanted.containsKey(question)) edit.label(scope, question, null);
		wanted.forEach((question, answer) -> edit.label(scope, question, answer));
	}
}
