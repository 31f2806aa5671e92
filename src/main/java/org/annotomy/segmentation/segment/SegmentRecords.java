package org.annotomy.segmentation.segment;

import java.time.Instant;
import java.util.ArrayList;
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
import org.annotomy.annotation.model.Status;
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
		Segment segment = fresh(name, classKey, Provenance.drawn(TOOL, rater, now));
		document.edit("Add segment").put(segment).apply();
		return segment;
	}

	/**
	 * A segment for the first layer, with a label that is free there and a colour that tells it from others of its class; not in the document
	 * yet. Otherwise as {@link #add}.
	 */
	public Segment fresh(String name, String classKey, Provenance provenance) {
		return Segment.builder(UUID.randomUUID(), 0, label(classKey)).name(name).classKey(classKey).provenance(provenance)
				.rgb(new ClassColours(document).next(classKey, Set.of())).build();
	}

	/** Removes segments with their voxels at all time points. */
	public Edit remove(Collection<UUID> ids) {
		return removing(ids).apply();
	}

	/** The edit of {@link #remove}, not made yet. */
	public EditBuilder removing(Collection<UUID> ids) {
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
		return edit;
	}

	/** @param how must keep id, layer and value */
	public Edit change(String name, Collection<UUID> ids, UnaryOperator<Segment.Builder> how) {
		EditBuilder edit = document.edit(name);
		for (UUID id : ids)
			document.segment(id).ifPresent(segment -> edit.put(
					how.apply(segment.toBuilder().provenance(segment.provenance().modifiedAt(now))).build()));
		return edit.apply();
	}

	/** Gives segments another class, and the colour of a new segment of it unless the user has chosen one. */
	public Edit relabel(Collection<UUID> ids, String classKey) {
		ClassColours colours = new ClassColours(document);
		Set<UUID> leaving = Set.copyOf(ids);
		return change("Change class of segment", ids, to -> {
			Segment before = to.build();
			if (classKey.equals(before.classKey())) return to;
			return colours.isOfClass(before) ? to.classKey(classKey).rgb(colours.next(classKey, leaving)) : to.classKey(classKey);
		});
	}

	/** Says how far the work on segments is. */
	public Edit setStatus(Collection<UUID> ids, Status status) {
		EditBuilder edit = document.edit("Change state of segment");
		for (UUID id : ids)
			document.segment(id).ifPresent(segment -> edit.put(segment.toBuilder()
					.provenance(segment.provenance().modifiedAt(now).withStatus(status)).build()));
		return edit.apply();
	}

	/**
	 * Segments for parts of one: of its class, codes and layer, with labels that are free and colours that tell them apart. They are not in
	 * the document yet.
	 *
	 * @param names of the first ones; the others have none
	 * @throws IllegalStateException if the layer has too few labels left
	 */
	public List<Segment> parts(Segment whole, int count, List<String> names, String rater) {
		Set<Integer> used = labels(whole.layer());
		List<Segment> parts = new ArrayList<>();
		ClassColours colours = new ClassColours(document);
		for (int label = 1; parts.size() < count; label++) {
			if (label > Segment.MAX_VALUE)
				throw new IllegalStateException("The segment has " + count + " parts; there are too few labels left for them.");
			if (used.contains(label)) continue;
			int i = parts.size();
			parts.add(Segment.builder(UUID.randomUUID(), whole.layer(), label).name(i < names.size() ? names.get(i) : null)
					.classKey(whole.classKey()).coding(whole.coding()).opacity(whole.opacity())
					.rgb(colours.next(whole.classKey(), Set.of())).provenance(Provenance.drawn(TOOL, rater, now))
					.build());
		}
		return parts;
	}

	private Set<Integer> labels(int layer) {
		return document.segments().stream().filter(s -> s.layer() == layer).map(Segment::value).collect(Collectors.toSet());
	}

	/**
	 * The segment that a user means.
	 *
	 * @param nameOrId its name (if one segment only has it), its id, or {@code number:N} in the order of the document
	 * @throws IllegalArgumentException if there is none, or several; the message lists those there are
	 */
	public static Segment find(AnnotationDocument document, String nameOrId) {
		List<Segment> found = document.segments().stream()
				.filter(s -> nameOrId.equals(s.name()) || nameOrId.equalsIgnoreCase(s.id().toString())).toList();
		if (found.size() == 1) return found.get(0);
		if (found.size() > 1)
			throw new IllegalArgumentException(
					found.size() + " segments have the name \"" + nameOrId + "\". Give the id instead.");
		if (found.isEmpty() && SegmentSelector.numbered(nameOrId, document).isPresent())
			return SegmentSelector.numbered(nameOrId, document).get();
		if (document.segments().isEmpty())
			throw new IllegalArgumentException("There is no segment yet. Use Add Segment... first.");
		throw new IllegalArgumentException("There is no segment \"" + nameOrId + "\". There are: " + document.segments().stream()
				.map(s -> s.name() == null ? s.id().toString() : s.name()).collect(Collectors.joining(", ")) + ".");
	}

	/** The label that the protocol fixes for the class, if it is free, else the first free one. */
	private int label(String classKey) {
		Set<Integer> used = labels(0);
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
