package org.annotomy.annotation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;

import org.annotomy.annotation.Change.CompletionChange;
import org.annotomy.annotation.Change.LabelChange;
import org.annotomy.annotation.Change.LinkChange;
import org.annotomy.annotation.Change.ObjectChange;
import org.annotomy.annotation.Change.ProtocolChange;
import org.annotomy.annotation.Change.SegmentChange;
import org.annotomy.annotation.Change.VoxelChange;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.model.Link;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.voxel.BlockIndex;
import org.annotomy.annotation.voxel.LabelBlock;

/**
 * Collects what an edit is to do. Nothing happens before {@link #apply}. Changing the same thing twice makes one change; changing it to
 * what it was makes none.
 */
public final class EditBuilder {

	private final AnnotationDocument document;
	private final String name;
	private final Map<Object, Change> changes = new LinkedHashMap<>();

	EditBuilder(AnnotationDocument document, String name) {
		this.document = document;
		this.name = Objects.requireNonNull(name, "name");
	}

	AnnotationDocument document() {
		return document;
	}

	/** Adds the object, or puts it in the place of the one with its id. */
	public EditBuilder put(AnnotationObject object) {
		return change(key(ObjectChange.class, object.id()), document.object(object.id()).orElse(null), object,
				(before, after) -> new ObjectChange(object.id(), before, after));
	}

	/** Removes the object; nothing happens if it is not there. */
	public EditBuilder removeObject(UUID id) {
		return change(key(ObjectChange.class, id), document.object(id).orElse(null), null,
				(before, after) -> new ObjectChange(id, before, after));
	}

	/** Adds the segment, or puts it in the place of the one with its id. */
	public EditBuilder put(Segment segment) {
		return change(key(SegmentChange.class, segment.id()), document.segment(segment.id()).orElse(null), segment,
				(before, after) -> new SegmentChange(segment.id(), before, after));
	}

	/** Removes the segment, but not its voxels; nothing happens if it is not there. */
	public EditBuilder removeSegment(UUID id) {
		return change(key(SegmentChange.class, id), document.segment(id).orElse(null), null,
				(before, after) -> new SegmentChange(id, before, after));
	}

	/** Sets the labels of one block of voxels. */
	public EditBuilder put(BlockIndex index, LabelBlock block) {
		return change(index, document.block(index), block, (before, after) -> new VoxelChange(index, before, after));
	}

	/** Adds the link, or puts it in the place of the one with its id. */
	public EditBuilder put(Link link) {
		return change(key(LinkChange.class, link.id()), document.link(link.id()).orElse(null), link,
				(before, after) -> new LinkChange(link.id(), before, after));
	}

	/** Removes the link; nothing happens if it is not there. */
	public EditBuilder removeLink(UUID id) {
		return change(key(LinkChange.class, id), document.link(id).orElse(null), null,
				(before, after) -> new LinkChange(id, before, after));
	}

	/** Answers a question about the image or the study; null takes the answer away. */
	public EditBuilder label(LabelScope scope, String key, AttributeValue value) {
		return change(List.of(scope, key), document.labels(scope).get(key), value,
				(before, after) -> new LabelChange(scope, key, before, after));
	}

	/** Marks the work as complete or not. Whether it may be is for the protocol's checks to say beforehand. */
	public EditBuilder complete(boolean complete) {
		return change(CompletionChange.class, document.isComplete(), complete, CompletionChange::new);
	}

	public EditBuilder protocol(Protocol protocol) {
		return change(ProtocolChange.class, document.protocol(), protocol, ProtocolChange::new);
	}

	/** The edit as collected so far. */
	public Edit build() {
		return new Edit(name, List.copyOf(changes.values()));
	}

	/**
	 * Makes the edit happen.
	 *
	 * @return the edit; empty if nothing was to be changed
	 * @throws LockedException as {@link AnnotationDocument#apply}
	 */
	public Edit apply() {
		Edit edit = build();
		document.apply(edit);
		return edit;
	}

	/** Things of different kinds may share an id: they are different things all the same. */
	private static Object key(Class<? extends Change> kind, UUID id) {
		return List.of(kind, id);
	}

	private <T> EditBuilder change(Object key, T before, T after, BiFunction<T, T, Change> make) {
		if (Objects.equals(before, after)) changes.remove(key);
		else changes.put(key, make.apply(before, after));
		return this;
	}
}
