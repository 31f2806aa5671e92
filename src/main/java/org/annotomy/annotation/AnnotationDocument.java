package org.annotomy.annotation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import org.annotomy.annotation.Change.CompletionChange;
import org.annotomy.annotation.Change.DetectionChange;
import org.annotomy.annotation.Change.KindChange;
import org.annotomy.annotation.Change.LabelChange;
import org.annotomy.annotation.Change.LinkChange;
import org.annotomy.annotation.Change.ObjectChange;
import org.annotomy.annotation.Change.ProtocolChange;
import org.annotomy.annotation.Change.SegmentChange;
import org.annotomy.annotation.Change.VoxelChange;
import org.annotomy.annotation.DocumentListener.Cause;
import org.annotomy.annotation.detection.DetectionPlace;
import org.annotomy.annotation.detection.Detections;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.model.Link;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.voxel.BlockIndex;
import org.annotomy.annotation.voxel.LabelBlock;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.json.JsonObject;

/**
 * All that is marked on one image (or on the slices that are one image). It changes through {@link #edit} and {@link #apply} alone, so that
 * undo, journal, recorder and views hear of everything. It is changed on one thread at a time; any thread may read: what the methods return
 * are snapshots that never change.
 */
public final class AnnotationDocument {

	private final ImageIdentity image;
	private final JsonObject foreign;
	private final Map<UUID, AnnotationObject> objects = new LinkedHashMap<>();
	private final Map<UUID, Segment> segments = new LinkedHashMap<>();
	private final Map<BlockIndex, LabelBlock> blocks = new LinkedHashMap<>();
	private final Map<UUID, Link> links = new LinkedHashMap<>();
	private final Map<LabelScope, Map<String, AttributeValue>> labels = new EnumMap<>(LabelScope.class);
	private final History history = new History();
	private final List<DocumentListener> listeners = new CopyOnWriteArrayList<>();
	private Detections detections = Detections.NONE;
	private List<AnnotationObject> individualSnapshot;
	private List<AnnotationObject> objectSnapshot;
	private Protocol protocol;
	private boolean complete;
	private String readOnlyReason;

	public AnnotationDocument(ImageIdentity image, Protocol protocol) {
		this(image, protocol, JsonObject.EMPTY);
	}

	/** @param foreign top-level members of other programs, kept as they were read */
	public AnnotationDocument(ImageIdentity image, Protocol protocol, JsonObject foreign) {
		this.image = Objects.requireNonNull(image, "image");
		this.protocol = Objects.requireNonNull(protocol, "protocol");
		this.foreign = Objects.requireNonNull(foreign, "foreign");
		for (LabelScope scope : LabelScope.values())
			labels.put(scope, new LinkedHashMap<>());
	}

	public ImageIdentity image() {
		return image;
	}

	public synchronized Protocol protocol() {
		return protocol;
	}

	/** Whether the rater has marked the work as complete. */
	public synchronized boolean isComplete() { return complete; }

	/** Top-level members of other programs. */
	public JsonObject foreign() {
		return foreign;
	}

	/**
	 * All objects, in the order in which they were added; behind those of their own, the detections. The latter are made when they are asked
	 * for, so that the list costs no memory; whoever must be fast with a million of them asks {@link #detections} instead.
	 */
	public synchronized List<AnnotationObject> objects() {
		if (objectSnapshot == null)
			objectSnapshot = detections.isEmpty()
					? individualObjects()
					: new JoinedList<>(individualObjects(), detections.objects());
		return objectSnapshot;
	}

	/** The objects that are no {@link #detections}. */
	public synchronized List<AnnotationObject> individualObjects() {
		if (individualSnapshot == null) individualSnapshot = List.copyOf(objects.values());
		return individualSnapshot;
	}

	/** The detections that are held in blocks. */
	public synchronized Detections detections() {
		return detections;
	}

	public synchronized Optional<AnnotationObject> object(UUID id) {
		AnnotationObject object = objects.get(id);
		return object != null || detections.isEmpty() ? Optional.ofNullable(object) : detections.find(id).map(detections::object);
	}

	/** The object with that id if it is no detection. */
	public synchronized Optional<AnnotationObject> individualObject(UUID id) {
		return Optional.ofNullable(objects.get(id));
	}

	/** Where the object is among the {@link #detections}; empty if it is not there, or an object of its own. */
	synchronized Optional<DetectionPlace> placeOf(UUID id) {
		return objects.containsKey(id) ? Optional.empty() : detections.find(id);
	}

	/** All segments, in the order in which they were added. */
	public synchronized List<Segment> segments() {
		return List.copyOf(segments.values());
	}

	public synchronized Optional<Segment> segment(UUID id) {
		return Optional.ofNullable(segments.get(id));
	}

	/** The labels of one block of voxels; {@link LabelBlock#EMPTY} where nothing is labelled. */
	public synchronized LabelBlock block(BlockIndex index) {
		return blocks.getOrDefault(index, LabelBlock.EMPTY);
	}

	/** All blocks that are not empty. */
	public synchronized Map<BlockIndex, LabelBlock> blocks() {
		return Map.copyOf(blocks);
	}

	public synchronized List<Link> links() {
		return List.copyOf(links.values());
	}

	public synchronized Optional<Link> link(UUID id) {
		return Optional.ofNullable(links.get(id));
	}

	/** Answers about the image or the study by the protocol's question key, in the order of answering. */
	public synchronized Map<String, AttributeValue> labels(LabelScope scope) {
		return Collections.unmodifiableMap(new LinkedHashMap<>(labels.get(scope)));
	}

	/** Begins an edit. */
	public EditBuilder edit(String name) {
		return new EditBuilder(this, name);
	}

	/**
	 * The one door: makes an edit happen, as one step of undo. An empty edit does nothing.
	 *
	 * @throws LockedException if the document is read-only, or the edit changes a locked object or segment otherwise than by unlocking it
	 * @throws IllegalStateException if the edit was built on an older state of the document
	 */
	public void apply(Edit edit) {
		if (edit.isEmpty()) return;
		synchronized (this) {
			requireApplicable(edit);
			makeJoint(edit);
		}
		tell(edit, Cause.EDIT);
	}

	/** @throws LockedException as {@link #apply}, as does IllegalStateException */
	synchronized void requireApplicable(Edit edit) {
		requireWritable();
		for (Change change : edit.changes()) {
			requireCurrent(change);
			EditGuard.requireUnlocked(change);
		}
	}

	/** Makes an edit that was found applicable, without telling anybody yet. */
	synchronized void makeJoint(Edit edit) {
		make(edit);
		history.add(edit);
	}

	/** Whether the part of a joint edit can be taken back; empty if the document refuses every change, or no longer knows of it. */
	synchronized Optional<Boolean> canTakeBack(Edit edit) {
		return readOnlyReason != null ? Optional.empty() : history.canTakeBack(edit);
	}

	/** Whether the part of a joint edit can be made again; empty if the document refuses every change. */
	synchronized Optional<Boolean> canMakeAgain(Edit edit) {
		if (readOnlyReason != null) return Optional.empty();
		Optional<Boolean> waiting = history.canMakeAgain(edit);
		return waiting.isPresent() ? waiting : Optional.of(!history.meetsUndone(edit) && isCurrent(edit));
	}

	synchronized void makeTakenBack(Edit edit) {
		make(edit.inverse());
		history.takenBack(edit);
	}

	synchronized void makeAgain(Edit edit) {
		make(edit);
		history.madeAgain(edit);
	}

	/**
	 * Takes back the last edit; a {@link JointEdit} in the other documents too.
	 *
	 * @return its name, or empty if there is none
	 * @throws IllegalStateException if a joint edit cannot be taken back elsewhere; the message says what to do
	 */
	public Optional<String> undo() {
		Optional<JointEdit> joint = nextJoint(true);
		if (joint.isPresent()) return Optional.of(joint.get().undo());
		Edit back;
		synchronized (this) {
			if (history.toUndo().isEmpty()) return Optional.empty();
			requireWritable();
			back = history.toUndo().get().inverse();
			make(back);
			history.undone();
		}
		tell(back, Cause.UNDO);
		return Optional.of(back.name());
	}

	/** Makes the edit that was taken back last happen again, as {@link #undo}. @return its name, or empty if there is none */
	public Optional<String> redo() {
		Optional<JointEdit> joint = nextJoint(false);
		if (joint.isPresent()) return Optional.of(joint.get().redo());
		Edit again;
		synchronized (this) {
			if (history.toRedo().isEmpty()) return Optional.empty();
			requireWritable();
			again = history.toRedo().get();
			make(again);
			history.redone();
		}
		tell(again, Cause.REDO);
		return Optional.of(again.name());
	}

	/** The action over several documents that the next undo or redo belongs to; asked without holding the lock of this document for the others. */
	private synchronized Optional<JointEdit> nextJoint(boolean undo) {
		Optional<JointEdit> joint = (undo ? history.toUndo() : history.toRedo()).map(Edit::joint);
		if (joint.isPresent()) requireWritable();
		return joint;
	}

	/** Name of the edit that {@link #undo} would take back. */
	public synchronized Optional<String> undoName() {
		return history.toUndo().map(Edit::name);
	}

	/** Name of the edit that {@link #redo} would make again. */
	public synchronized Optional<String> redoName() {
		return history.toRedo().map(Edit::name);
	}

	/** Names of the edits that can be taken back, the oldest first. */
	public synchronized List<String> historyNames() {
		return history.names();
	}

	/** From now on refuses every change, with this reason; null allows changes again. */
	public synchronized void setReadOnly(String reason) {
		readOnlyReason = reason;
	}

	/** Why the document refuses changes, if it does. */
	public synchronized Optional<String> readOnlyReason() {
		return Optional.ofNullable(readOnlyReason);
	}

	public void addListener(DocumentListener listener) {
		listeners.add(listener);
	}

	public void removeListener(DocumentListener listener) {
		listeners.remove(listener);
	}

	/** A document with the same content, its own life and an empty history. */
	public synchronized AnnotationDocument copy() {
		AnnotationDocument copy = new AnnotationDocument(image, protocol, foreign);
		copy.objects.putAll(objects);
		copy.detections = detections;
		copy.segments.putAll(segments);
		copy.blocks.putAll(blocks);
		copy.links.putAll(links);
		labels.forEach((scope, answers) -> copy.labels.get(scope).putAll(answers));
		copy.complete = complete;
		return copy;
	}

	private void requireWritable() {
		if (readOnlyReason != null) throw new LockedException("The annotations are read-only: " + readOnlyReason);
	}

	void tell(Edit edit, Cause cause) {
		for (DocumentListener listener : new ArrayList<>(listeners))
			listener.documentChanged(edit, cause);
	}

	private void requireCurrent(Change change) {
		if (!isCurrent(change))
			throw new IllegalStateException(
					"The annotations have changed since this edit was prepared; nothing was done. Try again.");
	}

	private boolean isCurrent(Edit edit) {
		return edit.changes().stream().allMatch(this::isCurrent);
	}

	private boolean isCurrent(Change change) {
		Object now;
		Object before;
		if (change instanceof ObjectChange c) {
			now = objects.get(c.id());
			before = c.before();
		} else if (change instanceof DetectionChange c) {
			now = detections.block(c.key());
			before = c.before();
		} else if (change instanceof KindChange c) {
			now = detections.block(c.key()).kinds();
			before = c.before();
		} else if (change instanceof SegmentChange c) {
			now = segments.get(c.id());
			before = c.before();
		} else if (change instanceof VoxelChange c) {
			now = block(c.index());
			before = c.before();
		} else if (change instanceof LinkChange c) {
			now = links.get(c.id());
			before = c.before();
		} else if (change instanceof LabelChange c) {
			now = labels.get(c.scope()).get(c.key());
			before = c.before();
		} else return true;
		return now == before || Objects.equals(now, before);
	}

	private void make(Edit edit) {
		if (edit.changes().stream().anyMatch(ObjectChange.class::isInstance)) individualSnapshot = null;
		objectSnapshot = null;
		edit.changes().forEach(this::make);
	}

	private void make(Change change) {
		if (change instanceof ObjectChange c) set(objects, c.id(), c.after());
		else if (change instanceof DetectionChange c) detections = detections.with(c.key(), c.after());
		else
			if (change instanceof KindChange c)
				detections = detections.with(c.key(), detections.block(c.key()).withKinds(c.after()));
			else
				if (change instanceof SegmentChange c) set(segments, c.id(), c.after());
				else if (change instanceof VoxelChange c) set(blocks, c.index(), c.after().isEmpty() ? null : c.after());
				else if (change instanceof LinkChange c) set(links, c.id(), c.after());
				else if (change instanceof LabelChange c) set(labels.get(c.scope()), c.key(), c.after());
				else if (change instanceof CompletionChange c) complete = c.after();
				else if (change instanceof ProtocolChange c) protocol = c.after();
	}

	private static <K, V> void set(Map<K, V> map, K key, V value) {
		if (value == null) map.remove(key);
		else map.put(key, value);
	}
}
