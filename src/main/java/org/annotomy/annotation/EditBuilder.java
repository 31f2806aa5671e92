package org.annotomy.annotation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

import org.annotomy.annotation.Change.CompletionChange;
import org.annotomy.annotation.Change.LabelChange;
import org.annotomy.annotation.Change.LinkChange;
import org.annotomy.annotation.Change.ObjectChange;
import org.annotomy.annotation.Change.ProtocolChange;
import org.annotomy.annotation.Change.SegmentChange;
import org.annotomy.annotation.Change.VoxelChange;
import org.annotomy.annotation.detection.DetectionBlock;
import org.annotomy.annotation.detection.DetectionPlace;
import org.annotomy.annotation.detection.DetectionSet;
import org.annotomy.annotation.detection.Kinds;
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
	private final DetectionEdits detections;

	EditBuilder(AnnotationDocument document, String name) {
		this.document = document;
		this.name = Objects.requireNonNull(name, "name");
		detections = new DetectionEdits(document.detections());
	}

	AnnotationDocument document() {
		return document;
	}

	/** Adds the object, or puts it in the place of the one with its id. */
	public EditBuilder put(AnnotationObject object) {
		Optional<DetectionPlace> place = document.placeOf(object.id());
		if (place.isPresent()) detections.put(place.get(), object);
		else set(object.id(), object);
		return this;
	}

	/** Removes the object, and the links that tie it to others of its image; nothing happens if it is not there. */
	public EditBuilder removeObject(UUID id) {
		untie(Set.of(id));
		Optional<DetectionPlace> place = document.placeOf(id);
		if (place.isPresent()) detections.put(place.get(), null);
		else set(id, null);
		return this;
	}

	/**
	 * Changes many objects alike. What changes neither outline nor measurements costs detections little more than a number each.
	 *
	 * @param ids those that are not there are passed over
	 * @param how gives an object of the same id, and does not ask for it
	 */
	public EditBuilder change(Collection<UUID> ids, UnaryOperator<AnnotationObject> how) {
		ObjectIds some = ObjectIds.of(ids, document);
		for (UUID id : some.individual())
			set(id, how.apply(document.object(id).orElseThrow()));
		detections.change(some.detections(), how);
		return this;
	}

	/** Likewise, of detections of the document as it is now. */
	public EditBuilder change(DetectionSet which, UnaryOperator<AnnotationObject> how) {
		detections.change(which, how);
		return this;
	}

	/** Adds the object, or puts it in the place of the one of its own that has the id, whatever detections there are. */
	public EditBuilder putIndividual(AnnotationObject object) {
		set(object.id(), object);
		return this;
	}

	/** Removes the object, unless it is a detection. */
	public EditBuilder removeIndividual(UUID id) {
		set(id, null);
		return this;
	}

	/** Likewise of many objects; those that are not there are passed over. */
	public EditBuilder removeObjects(Collection<UUID> ids) {
		untie(ids);
		ObjectIds some = ObjectIds.of(ids, document);
		some.individual().forEach(this::removeObject);
		detections.remove(some.detections());
		return this;
	}

	private void untie(Collection<UUID> ids) {
		for (Link link : document.links())
			if (link.image().isEmpty() && (ids.contains(link.from()) || ids.contains(link.to()))) removeLink(link.id());
	}

	/** Adds blocks of detections. The caller makes sure that no id is there yet. */
	public EditBuilder addDetections(List<DetectionBlock> blocks) {
		blocks.forEach(detections::add);
		return this;
	}

	/** Puts a block of detections into the place of that with this key; an empty one takes it away. */
	public EditBuilder put(int key, DetectionBlock block) {
		detections.put(key, block);
		return this;
	}

	/** Says of which kinds the detections of a block are. @throws IllegalArgumentException if the block has not as many */
	public EditBuilder put(int key, Kinds kinds) {
		detections.put(key, document.detections().block(key).withKinds(kinds));
		return this;
	}

	private void set(UUID id, AnnotationObject object) {
		change(key(ObjectChange.class, id), document.individualObject(id).orElse(null), object,
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
		List<Change> all = new ArrayList<>(changes.values());
		all.addAll(detections.changes());
		return new Edit(name, all);
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
