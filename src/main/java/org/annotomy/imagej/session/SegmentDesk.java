package org.annotomy.imagej.session;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.model.Segment;
import org.annotomy.segmentation.segment.EditingRules;
import org.annotomy.segmentation.segment.SegmentEdits;
import org.annotomy.segmentation.segment.SegmentRecords;
import org.annotomy.segmentation.segment.SegmentSelector;
import org.annotomy.segmentation.segment.SegmentVoxels;
import org.annotomy.segmentation.volume.ImageVolume;

/** What segmentation of an image goes by: the current segment and the rules that every effect keeps to. */
public final class SegmentDesk {

	private final AnnotationSession session;
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private UUID currentId;
	private EditingRules rules = EditingRules.FREE;

	SegmentDesk(AnnotationSession session) {
		this.session = session;
	}

	/** The segment that effects change: the one chosen last, or the last one added since. */
	public Optional<Segment> current() {
		Optional<Segment> chosen = Optional.ofNullable(currentId).flatMap(session.document()::segment);
		if (chosen.isPresent()) return chosen;
		List<Segment> segments = session.document().segments();
		return segments.isEmpty() ? Optional.empty() : Optional.of(segments.get(segments.size() - 1));
	}

	/** @param id null for none in particular */
	public void setCurrent(UUID id) {
		currentId = id;
		listeners.forEach(Runnable::run);
	}

	/**
	 * The segment that a user means.
	 *
	 * @param nameOrId empty or {@code current} for the current one; else a name, an id, or {@code number:N}
	 * @throws IllegalArgumentException if there is none such; the message says what there is
	 */
	public Segment require(String nameOrId) {
		boolean isCurrent = nameOrId.isBlank() || nameOrId.equals("current");
		if (isCurrent && current().isPresent()) return current().get();
		return SegmentRecords.find(session.document(), nameOrId);
	}

	/**
	 * The segments that a user means.
	 *
	 * @param text as {@link SegmentSelector} reads it
	 * @throws IllegalArgumentException if a part of it fits no segment
	 */
	public List<Segment> find(String text) {
		return SegmentSelector.find(text, session.document(), current());
	}

	public EditingRules rules() {
		return rules;
	}

	public void setRules(EditingRules newRules) {
		rules = newRules;
		listeners.forEach(Runnable::run);
	}

	/** Hears when another segment becomes the current one, or the rules change. */
	public void addListener(Runnable listener) {
		listeners.add(listener);
	}

	public void removeListener(Runnable listener) {
		listeners.remove(listener);
	}

	/** Edits of the segments themselves, dated now. */
	public SegmentRecords records() {
		return new SegmentRecords(session.document(), session.clock().instant());
	}

	/**
	 * Adds a segment and makes it the current one.
	 *
	 * @param name null for the class's name and the next number
	 * @param classKey null for the current class
	 * @throws IllegalArgumentException if the protocol has no such class
	 */
	public Segment add(String name, String classKey) {
		String key = classKey == null ? session.currentClass() : session.requireClass(classKey).key();
		Segment segment = records().add(name == null ? freeName(key) : name, key, session.rater());
		setCurrent(segment.id());
		return segment;
	}

	private String freeName(String classKey) {
		String stem = classKey == null ? "Segment" : session.requireClass(classKey).name();
		Set<String> used = new HashSet<>();
		session.document().segments().forEach(s -> used.add(s.name()));
		int number = 1;
		while (used.contains(stem + " " + number))
			number++;
		return stem + " " + number;
	}

	/** Whether the file says how large a voxel is along each axis, and all are alike: between uneven slices they are not. */
	public boolean isSizeKnown() {
		double[] known = session.source().pixelSpacing();
		boolean all = known.length >= 3 && session.source().sliceAxis().isEven();
		for (int axis = 0; all && axis < 3; axis++)
			all = known[axis] > 0;
		return all;
	}

	/** The values of the channel and time point on display. */
	public ImageVolume volume() {
		Plane plane = session.plane();
		return new ImageVolume(session.source(), Math.max(0, plane.c()), plane.t());
	}

	/** The voxels of segments at the time point on display. */
	public SegmentVoxels voxels() {
		return new SegmentVoxels(session.document(), session.plane().t());
	}

	/** Edits of voxels at the time point on display, under the present rules. */
	public SegmentEdits edits() {
		return edits(rules);
	}

	/** As {@link #edits()}, under other rules. */
	public SegmentEdits edits(EditingRules other) {
		return new SegmentEdits(session.document(), volume(), session.plane().t(), other);
	}
}
