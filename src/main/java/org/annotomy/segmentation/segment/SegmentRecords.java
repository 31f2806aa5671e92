package org.annotomy.segmentation.segment;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.Edit;
import org.annotomy.annotation.EditBuilder;
import org.annotomy.annotation.model.Provenance;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.annotation.voxel.BlockIndex;
import org.annotomy.annotation.voxel.LabelBlock;

/** Edits of the segments themselves, not of their voxels: each is one step of undo. Ids that the document does not have are passed over. */
public final class SegmentRecords {

	private static final String TOOL = "segment";

	private final AnnotationDocument document;
	private final Instant now;

	/** @param now noted as the time of change */
	public SegmentRecords(AnnotationDocument document, Instant now) {
		this.document = document;
		this.now = now;
	}

	/**
	 * Adds a segment without voxels, in the first layer.
	 *
	 * @param name may be null
	 * @param classKey class in the protocol, or null
	 * @param rater pseudonym of who makes it
	 * @throws IllegalStateException if the layer has no label left
	 */
	public Segment add(String name, String classKey, String rater) {
		Segment segment = Segment.builder(UUID.randomUUID(), 0, label(classKey)).name(name).classKey(classKey)
				.provenance(Provenance.drawn(TOOL, rater, now)).build();
		document.edit("Add segment").put(segment).apply();
		return segment;
	}

	/** Removes segments with their voxels at all time points. */
	public Edit remove(Collection<UUID> ids) {
		EditBuilder edit = document.edit(ids.size() == 1 ? "Delete segment" : "Delete " + ids.size() + " segments");
		Map<Integer, Set<Integer>> labelsByLayer = new HashMap<>();
		for (UUID id : ids)
			document.segment(id).ifPresent(segment -> {
				labelsByLayer.computeIfAbsent(segment.layer(), layer -> new HashSet<>()).add(segment.value());
				edit.removeSegment(id);
			});
		for (Map.Entry<BlockIndex, LabelBlock> entry : document.blocks().entrySet()) {
			Set<Integer> labels = labelsByLayer.get(entry.getKey().layer());
			if (labels != null) edit.put(entry.getKey(), without(entry.getValue(), labels));
		}
		return edit.apply();
	}

	/** @param how must keep id, layer and value */
	public Edit change(String name, Collection<UUID> ids, UnaryOperator<Segment.Builder> how) {
		EditBuilder edit = document.edit(name);
		for (UUID id : ids)
			document.segment(id).ifPresent(segment -> edit.put(
					how.apply(segment.toBuilder().provenance(segment.provenance().modifiedAt(now))).build()));
		return edit.apply();
	}

	/**
	 * The segment that a user means.
	 *
	 * @param nameOrId its name (if one segment only has it) or its id
	 * @throws IllegalArgumentException if there is none, or several; the message lists those there are
	 */
	public static Segment find(AnnotationDocument document, String nameOrId) {
		List<Segment> found = document.segments().stream()
				.filter(s -> nameOrId.equals(s.name()) || nameOrId.equalsIgnoreCase(s.id().toString())).toList();
		if (found.size() == 1) return found.get(0);
		if (found.size() > 1)
			throw new IllegalArgumentException(
					found.size() + " segments have the name \"" + nameOrId + "\". Give the id instead.");
		if (document.segments().isEmpty())
			throw new IllegalArgumentException("There is no segment yet. Use Add Segment... first.");
		throw new IllegalArgumentException("There is no segment \"" + nameOrId + "\". There are: " + document.segments().stream()
				.map(s -> s.name() == null ? s.id().toString() : s.name()).collect(Collectors.joining(", ")) + ".");
	}

	/** The label that the protocol fixes for the class, if it is free, else the first free one. */
	private int label(String classKey) {
		Set<Integer> used = document.segments().stream().filter(s -> s.layer() == 0).map(Segment::value)
				.collect(Collectors.toSet());
		int fixed = classKey == null ? 0 : document.protocol().findClass(classKey).map(AnnotationClass::labelValue).orElse(0);
		if (fixed > 0 && fixed <= Segment.MAX_VALUE && !used.contains(fixed)) return fixed;
		for (int label = 1; label <= Segment.MAX_VALUE; label++)
			if (!used.contains(label)) return label;
		throw new IllegalStateException("There are " + Segment.MAX_VALUE + " segments already; no more can be added.");
	}

	private static LabelBlock without(LabelBlock block, Set<Integer> labels) {
		int[] runs = block.runs();
		boolean changed = false;
		for (int i = 0; i < runs.length; i += 2)
			changed |= labels.contains(runs[i]);
		if (!changed) return block;
		short[] voxels = new short[LabelBlock.VOXELS];
		for (int i = 0, from = 0; i < runs.length; from = runs[i + 1], i += 2)
			if (!labels.contains(runs[i])) Arrays.fill(voxels, from, runs[i + 1], (short) runs[i]);
		return LabelBlock.of(voxels);
	}
}
