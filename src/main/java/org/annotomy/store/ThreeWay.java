package org.annotomy.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.Edit;
import org.annotomy.annotation.EditBuilder;
import org.annotomy.annotation.LabelScope;
import org.annotomy.annotation.detection.DetectionBlock;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.model.Link;
import org.annotomy.annotation.model.Status;

/**
 * The edit that brings into a document what was changed elsewhere since a common base. What was changed on one side alone is taken as it is;
 * where both sides changed the same thing, the document's stays and the other is added beside it as a draft, or told.
 */
final class ThreeWay {

	private final AnnotationDocument base;
	private final AnnotationDocument ours;
	private final AnnotationDocument theirs;
	private final EditBuilder edit;
	private int bothChanged;
	private int keptThoughRemoved;
	private int broughtBack;
	private int answers;
	private int blocks;
	private int otherThings;
	private long voxels;

	private ThreeWay(AnnotationDocument base, AnnotationDocument ours, AnnotationDocument theirs, String name) {
		this.base = base;
		this.ours = ours;
		this.theirs = theirs;
		edit = ours.edit(name);
	}

	/** @param ours the document that the edit is for */
	static ThreeWay of(AnnotationDocument base, AnnotationDocument ours, AnnotationDocument theirs, String name) {
		ThreeWay merge = new ThreeWay(base, ours, theirs, name);
		merge.objects();
		merge.detections();
		VoxelMerge voxels = new VoxelMerge(base, ours, theirs, merge.edit);
		merge.otherThings += voxels.mergeSegments();
		merge.voxels = voxels.mergeVoxels();
		merge.links();
		for (LabelScope scope : LabelScope.values())
			merge.labels(scope);
		if (theirs.isComplete() != base.isComplete()) merge.edit.complete(theirs.isComplete());
		if (!theirs.protocol().equals(base.protocol()) && ours.protocol().equals(base.protocol()))
			merge.edit.protocol(theirs.protocol());
		return merge;
	}

	Edit edit() {
		return edit.build();
	}

	/** What was changed on both sides, for the user. */
	List<String> remarks() {
		List<String> remarks = new ArrayList<>();
		say(remarks, bothChanged, "object", "had been changed on both sides: the other state was added beside it as a draft");
		say(remarks, keptThoughRemoved, "object", "had been removed on one side but changed here, and stays");
		say(remarks, broughtBack, "object",
				"had been removed here but changed on the other side, and was added again as a draft");
		say(remarks, answers, "answer", "differed: the one in the document stays");
		say(remarks, blocks, "block", "of detections differed: what is in the document stays");
		say(remarks, otherThings, "segment or link", "differed: what is in the document stays");
		say(remarks, voxels, "voxel", "had been labelled differently on both sides: the label in the document stays");
		return remarks;
	}

	private static void say(List<String> remarks, long count, String noun, String what) {
		if (count > 0) remarks.add(Words.count(count, noun) + " " + what + ".");
	}

	private void objects() {
		Map<UUID, AnnotationObject> before = byId(base.individualObjects(), AnnotationObject::id);
		Map<UUID, AnnotationObject> after = byId(theirs.individualObjects(), AnnotationObject::id);
		for (UUID id : either(before, after)) {
			AnnotationObject b = before.get(id);
			AnnotationObject t = after.get(id);
			AnnotationObject o = ours.individualObject(id).orElse(null);
			if (Objects.equals(t, b) || Objects.equals(t, o)) continue;
			if (Objects.equals(o, b)) {
				if (t == null) edit.removeObject(id);
				else edit.put(t);
			} else if (t == null) keptThoughRemoved++;
			else if (o == null) {
				edit.put(draft(t.toBuilder()));
				broughtBack++;
			} else addBeside(t);
		}
	}

	/** Block by block. */
	private void detections() {
		Set<Integer> keys = new LinkedHashSet<>();
		base.detections().blocks().forEach(block -> keys.add(block.key()));
		theirs.detections().blocks().forEach(block -> keys.add(block.key()));
		for (int key : keys) {
			DetectionBlock b = base.detections().block(key);
			DetectionBlock t = theirs.detections().block(key);
			DetectionBlock o = ours.detections().block(key);
			if (t.equals(b) || t.equals(o)) continue;
			if (o.equals(b)) edit.put(key, t);
			else blocks++;
		}
	}

	private void addBeside(AnnotationObject theirsOfBoth) {
		UUID id = UUID.randomUUID();
		edit.put(draft(theirsOfBoth.withId(id).toBuilder().locked(false)));
		edit.put(Link.of("derived-from", id, theirsOfBoth.id()));
		bothChanged++;
	}

	private static AnnotationObject draft(AnnotationObject.Builder object) {
		AnnotationObject built = object.build();
		return object.provenance(built.provenance().withStatus(Status.DRAFT)).build();
	}

	private void links() {
		Map<UUID, Link> before = byId(base.links(), Link::id);
		Map<UUID, Link> after = byId(theirs.links(), Link::id);
		for (UUID id : either(before, after)) {
			Link b = before.get(id);
			Link t = after.get(id);
			Link o = ours.link(id).orElse(null);
			if (Objects.equals(t, b) || Objects.equals(t, o)) continue;
			if (!Objects.equals(o, b)) otherThings++;
			else if (t == null) edit.removeLink(id);
			else edit.put(t);
		}
	}

	private void labels(LabelScope scope) {
		Map<String, AttributeValue> before = base.labels(scope);
		Map<String, AttributeValue> after = theirs.labels(scope);
		for (String question : either(before, after)) {
			AttributeValue b = before.get(question);
			AttributeValue t = after.get(question);
			AttributeValue o = ours.labels(scope).get(question);
			if (Objects.equals(t, b) || Objects.equals(t, o)) continue;
			if (Objects.equals(o, b)) edit.label(scope, question, t);
			else answers++;
		}
	}

	static <T> Map<UUID, T> byId(Collection<T> things, Function<T, UUID> id) {
		Map<UUID, T> map = new LinkedHashMap<>();
		things.forEach(thing -> map.put(id.apply(thing), thing));
		return map;
	}

	static <K> Set<K> either(Map<K, ?> a, Map<K, ?> b) {
		Set<K> keys = new LinkedHashSet<>(a.keySet());
		keys.addAll(b.keySet());
		return keys;
	}
}
