package org.annotomy.ui.edit;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import org.annotomy.annotation.DepthEdits;
import org.annotomy.annotation.Edit;
import org.annotomy.annotation.LabelScope;
import org.annotomy.annotation.ObjectIds;
import org.annotomy.annotation.ObjectSelector;
import org.annotomy.annotation.depth.DepthWord;
import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.model.Occlusion;
import org.annotomy.annotation.protocol.AnswerText;
import org.annotomy.annotation.protocol.AttributeDefinition;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.display.detection.DetectionMode;
import org.annotomy.imagej.RoiShapes;
import org.annotomy.imagej.linking.GroupLinks;
import org.annotomy.imagej.macro.MacroCall;
import org.annotomy.imagej.macro.MacroRecorder;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.Marking;
import org.annotomy.imagej.session.OutlineEdits;
import org.annotomy.imagej.session.Painting;
import org.annotomy.store.StoreException;
import org.annotomy.store.Version;

import ij.gui.Roi;

/**
 * The one door for what keys, mouse, menus and the panel do to annotations: each method makes one edit and writes the macro line that makes
 * the same edit, if the recorder is open. What is refused, or changes nothing, is not recorded. To be called on the event dispatch thread.
 */
public final class DeskEdits {

	/** What the items of the object menu take; the defaults of the commands are the same. */
	private static final double SIGMA_PX = 1.5;
	private static final double TOLERANCE_PX = 0.5;

	private final AnnotationSession session;

	public DeskEdits(AnnotationSession session) {
		this.session = session;
	}

	/** The selected objects, in the order in which a macro finds them. */
	public Set<UUID> selected() {
		return ObjectIds.inOrder(session.selection().set(), session.document());
	}

	/**
	 * Marks the drawn selection, which is gone then.
	 *
	 * @param classKey null for the current class
	 */
	public Marking.Marked mark(String classKey) {
		MacroRecorder recorder = before();
		Marking.Marked marked = new Marking(session).mark(session.image().getRoi(), classKey, null, null, Map.of());
		session.image().deleteRoi();
		recorder.write(DeskCalls.mark(marked.object().classKey()));
		return marked;
	}

	/** Makes a new area of the stroke, or adds it to an area, or takes it away from one. */
	public void paint(Painting.Stroke stroke, Optional<UUID> onto) {
		MacroRecorder recorder = before();
		String target = onto.map(id -> words(List.of(id))).orElse("");
		Painting painting = new Painting(session);
		onto.ifPresentOrElse(id -> painting.onto(id, stroke), () -> painting.anew(stroke, null));
		recorder.write(DeskCalls.paint(stroke, target, session.currentClass()));
	}

	public void chooseClass(String classKey) {
		if (classKey.equals(session.currentClass())) return;
		MacroRecorder recorder = before();
		session.setCurrentClass(classKey);
		recorder.write(DeskCalls.chooseClass(classKey));
	}

	/** Shows masses of detections in another way. */
	public void showDetections(DetectionMode mode) {
		if (session.overlay().detectionMode() == mode) return;
		MacroRecorder recorder = before();
		session.overlay().setDetectionMode(mode);
		recorder.write(DeskCalls.showDetections(mode));
	}

	public void relabel(Collection<UUID> ids, String classKey) {
		make(DeskCalls.relabel(words(ids), classKey), () -> session.edits().relabel(ids, classKey));
	}

	/** @param name null for none */
	public void rename(UUID id, String name) {
		make(DeskCalls.rename(words(List.of(id)), name), () -> session.edits().rename(List.of(id), name));
	}

	/** @param answer null takes it away */
	public void answer(Collection<UUID> ids, AttributeDefinition question, AttributeValue answer) {
		MacroCall call = DeskCalls.answer(words(ids), question.key(), AnswerText.of(question, answer));
		MacroRecorder recorder = before();
		if (GroupLinks.answer(session, ids, question, answer)) recorder.write(call);
	}

	/** @param answer about the image or the study; null takes it away */
	public void answer(LabelScope scope, AttributeDefinition question, AttributeValue answer) {
		make(DeskCalls.answer(scope, question.key(), AnswerText.of(question, answer)),
				() -> session.document().edit("Answer " + question.key()).label(scope, question.key(), answer).apply());
	}

	public void lock(Collection<UUID> ids, boolean locked) {
		make(DeskCalls.lock(words(ids), locked), () -> session.edits().lock(ids, locked));
	}

	public void show(Collection<UUID> ids, boolean visible) {
		make(DeskCalls.show(words(ids), visible), () -> session.edits().show(ids, visible));
	}

	public void bringToFront(Collection<UUID> ids) {
		make(DeskCalls.order(words(ids), true), () -> session.edits().bringToFront(ids));
	}

	public void sendToBack(Collection<UUID> ids) {
		make(DeskCalls.order(words(ids), false), () -> session.edits().sendToBack(ids));
	}

	/** Says how an object lies to another one that it overlaps; {@link DepthWord#NOTHING_SAID} takes that back. */
	public void say(UUID id, DepthWord depth, UUID other) {
		make(DeskCalls.depth(words(List.of(id)), depth, words(List.of(other))),
				() -> new DepthEdits(session.document()).say(List.of(id), depth.depth().orElse(null), List.of(other), null));
	}

	/** Says how much of the objects is seen. */
	public void occlusion(Collection<UUID> ids, Occlusion occlusion) {
		make(DeskCalls.occlusion(words(ids), occlusion), () -> new DepthEdits(session.document()).occlusion(ids, occlusion));
	}

	/**
	 * Fills the objects so strongly; what lies behind shows through.
	 *
	 * @param opacity 0 to 1
	 */
	public void fill(Collection<UUID> ids, double opacity) {
		make(DeskCalls.transparency(words(ids), opacity, true), () -> session.edits().transparency(ids, opacity, true));
	}

	public void remove(Collection<UUID> ids) {
		MacroCall call = DeskCalls.remove(words(ids));
		MacroRecorder recorder = before();
		if (ids.isEmpty()) return;
		GroupLinks.delete(session, ids);
		recorder.write(call);
	}

	public void move(Collection<UUID> ids, double dxPx, double dyPx) {
		make(DeskCalls.move(words(ids), dxPx, dyPx), () -> session.edits().move(ids, dxPx, dyPx));
	}

	/** Gives the object the outline of the drawn selection. The selection stays: the caller takes it away. */
	public void reshape(UUID id) {
		Roi roi = session.image().getRoi();
		make(DeskCalls.reshape(words(List.of(id))), () -> session.edits().reshape(id, RoiShapes.shapeOf(roi)));
	}

	/**
	 * Whether the drawn selection is a line that could cut an area.
	 */
	public boolean canSplit() {
		return session.image().getRoi() != null && session.image().getRoi().isLine();
	}

	/** Cuts the area along the drawn line. */
	public void split(UUID id) {
		Shape line = RoiShapes.shapeOf(session.image().getRoi());
		make(DeskCalls.split(words(List.of(id))), () -> outlines().split(id, line));
	}

	public void merge(Collection<UUID> ids) {
		make(DeskCalls.merge(words(ids)), () -> outlines().merge(ids));
	}

	public void fillHoles(Collection<UUID> ids) {
		make(DeskCalls.fillHoles(words(ids)), () -> outlines().fillHoles(ids));
	}

	public void smooth(Collection<UUID> ids) {
		make(DeskCalls.smooth(words(ids), SIGMA_PX, true), () -> outlines().smooth(ids, SIGMA_PX, true));
	}

	public void simplify(Collection<UUID> ids) {
		make(DeskCalls.simplify(words(ids), TOLERANCE_PX), () -> outlines().simplify(ids, TOLERANCE_PX));
	}

	public void removeOverlap(Collection<UUID> ids) {
		make(DeskCalls.removeOverlap(words(ids)), () -> outlines().removeOverlap(ids));
	}

	/** Marks the work as complete, or takes it up again. The caller has asked the gate. */
	public void complete(boolean complete) {
		make(DeskCalls.complete(complete), () -> session.document().edit(complete ? "Mark complete" : "Take up again")
				.complete(complete).apply());
	}

	/** @return the name of the edit taken back; empty if there was none */
	public Optional<String> undo() {
		return step(DeskCalls.undo(), session.document()::undo);
	}

	/** @return the name of the edit made again; empty if there was none */
	public Optional<String> redo() {
		return step(DeskCalls.redo(), session.document()::redo);
	}

	/** Brings an earlier state back, as an edit. */
	public void restore(Version version) throws StoreException {
		MacroRecorder recorder = before();
		session.store().restore(version);
		recorder.write(DeskCalls.restore(version.revision()));
	}

	private Optional<String> step(MacroCall call, Supplier<Optional<String>> step) {
		MacroRecorder recorder = before();
		Optional<String> name = step.get();
		if (name.isPresent()) recorder.write(call);
		return name;
	}

	private void make(MacroCall call, Supplier<Edit> edit) {
		MacroRecorder recorder = before();
		if (!edit.get().isEmpty()) recorder.write(call);
	}

	private MacroRecorder before() {
		return MacroRecorder.beforeGesture(session.image());
	}

	private OutlineEdits outlines() {
		return new OutlineEdits(session);
	}

	/** The selected ones are called so; others by what will find them again. */
	private String words(Collection<UUID> ids) {
		if (ids.isEmpty()) return "none";
		Set<UUID> some = ids instanceof ObjectIds set ? set : new HashSet<>(ids);
		return some.equals(selected()) ? "selected" : ObjectSelector.text(ids, session.document());
	}
}
