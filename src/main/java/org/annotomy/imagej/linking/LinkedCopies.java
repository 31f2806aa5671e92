package org.annotomy.imagej.linking;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.annotomy.annotation.EditBuilder;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Segment;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.linking.thing.LinkEdits;
import org.annotomy.linking.thing.LinkedImage;
import org.annotomy.linking.thing.Mark;
import org.annotomy.linking.thing.MarkedObject;
import org.annotomy.linking.thing.MarkedSegment;
import org.annotomy.segmentation.segment.SegmentEdits;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;

/** Collects counterparts of marks in another image; nothing happens before {@link #apply}, which is one step of undo. */
final class LinkedCopies {

	private final OpenGroup group;
	private final String from;
	private final LinkedImage to;
	private final boolean sameCoordinates;
	private final Map<UUID, Mark> objects = new LinkedHashMap<>();
	private final Map<UUID, Segment> segments = new LinkedHashMap<>();
	private final Map<Segment, Mask> masks = new LinkedHashMap<>();

	/** @param sameCoordinates whether they get the same pixel coordinates there, instead of where they must be */
	LinkedCopies(OpenGroup group, String from, LinkedImage to, boolean sameCoordinates) {
		this.group = group;
		this.from = from;
		this.to = to;
		this.sameCoordinates = sameCoordinates;
	}

	/** @throws IllegalArgumentException as {@link MarkCopy#of} */
	void add(AnnotationObject mark) {
		objects.put(mark.id(), new MarkedObject(to, new MarkCopy(group, from, to.key()).of(mark, sameCoordinates)));
	}

	/** @throws IllegalArgumentException as {@link SegmentCopy#voxels} */
	void add(Segment mark) {
		SegmentCopy copies = new SegmentCopy(group, from, to.key());
		Segment copy = copies.of(mark);
		masks.put(copy, copies.voxels(mark, sameCoordinates));
		segments.put(mark.id(), copy);
	}

	/** Adds the copies, each linked with its mark. @return the objects, then the segments; empty if nothing was collected */
	List<Mark> apply() {
		Map<UUID, Mark> copies = new LinkedHashMap<>(objects);
		EditBuilder edit = segments.isEmpty() ? to.document().edit(LinkEdits.COPY) : withVoxels(copies);
		group.edits().addLinked(to, copies, edit);
		return new ArrayList<>(copies.values());
	}

	/** @param copies gets the segments as they are placed. @return an edit that adds them with their voxels */
	private EditBuilder withVoxels(Map<UUID, Mark> copies) {
		AnnotationSession target = group.requireSession(to.key());
		SegmentEdits.Adding adding = target.segments().edits().adding(LinkEdits.COPY, masks, Progress.NONE);
		Iterator<Segment> placed = adding.segments().iterator();
		segments.keySet().forEach(mark -> copies.put(mark, new MarkedSegment(to, placed.next())));
		return adding.edit();
	}
}
