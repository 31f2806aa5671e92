package org.annotomy.imagej.linking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.protocol.AttributeDefinition;
import org.annotomy.annotation.shape.ShapeGeometry;
import org.annotomy.display.Margin;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Position;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.ObjectZoom;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.linking.place.Correspondence;
import org.annotomy.linking.place.Expected;
import org.annotomy.linking.thing.LinkedImage;
import org.annotomy.linking.thing.Mark;
import org.annotomy.linking.thing.Thing;
import org.annotomy.linking.thing.Things;
import org.annotomy.segmentation.segment.SegmentVoxels;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** What is done with linked marks, alike from the panel, a command and a macro: each one step of undo over all images. */
public final class GroupLinks {

	private final OpenGroup group;

	public GroupLinks(OpenGroup group) {
		this.group = group;
	}

	/** The links of an image in a group. @throws IllegalStateException if it is in none */
	public static GroupLinks of(AnnotationSession session) {
		return new GroupLinks(OpenGroup.require(session.image()));
	}

	/**
	 * Makes marks one thing.
	 *
	 * @param id what the thing is to be called; blank for what it is called already, or the next number
	 * @return what is strange about it, a sentence; empty if nothing is
	 */
	public Optional<String> link(Collection<UUID> marks, String id) {
		Optional<String> doubt = group.edits().doubt(marks);
		group.edits().link(marks, id == null || id.isBlank() ? null : id);
		return doubt;
	}

	public void unlink(Collection<UUID> marks) {
		group.edits().unlink(marks);
	}

	/**
	 * Copies marks, objects or segments, to another image, linked, as one step of undo, and selects them there.
	 *
	 * @param sameCoordinates whether they get the same pixel coordinates there, instead of where they must be
	 * @return the copies
	 * @throws IllegalArgumentException as {@link MarkCopy#of} and {@link SegmentCopy#voxels}; nothing is copied then
	 */
	public List<Mark> copy(AnnotationSession session, Collection<UUID> marks, String to, boolean sameCoordinates) {
		String from = group.keyOf(session).orElseThrow();
		LinkedImage target = group.linkedImage(to);
		if (from.equals(to))
			throw new IllegalArgumentException("The copy goes to another image; \"" + to + "\" is the mark's own.");
		LinkedCopies copies = new LinkedCopies(group, from, target, sameCoordinates);
		for (UUID id : marks)
			session.document().object(id).ifPresentOrElse(copies::add,
					() -> copies.add(session.document().segment(id).orElseThrow()));
		List<Mark> added = copies.apply();
		select(added, group.requireSession(to));
		return added;
	}

	private static void select(List<Mark> marks, AnnotationSession session) {
		List<AnnotationObject> objects = marks.stream().flatMap(mark -> mark.object().stream()).toList();
		session.selection().set(objects.stream().map(AnnotationObject::id).toList());
		objects.stream().findFirst().ifPresent(session::show);
		marks.stream().flatMap(mark -> mark.segment().stream()).findFirst()
				.ifPresent(segment -> session.segments().setCurrent(segment.id()));
	}

	/** Says that a thing is not visible in an image, or takes that back. */
	public void notVisible(Thing thing, String key, boolean notVisible) {
		if (notVisible) group.edits().notVisible(thing, group.linkedImage(key));
		else group.edits().maybeVisible(thing, group.linkedImage(key));
	}

	/**
	 * Brings the counterpart of a thing on display, selected and with the place looked at in its middle; without one, the place where it must
	 * be.
	 *
	 * @param key of an open member
	 * @return the counterpart, or empty if it is not marked there
	 * @throws IllegalArgumentException if it is not marked there and nobody knows where it must be
	 */
	public Optional<Mark> show(Thing thing, String key) {
		AnnotationSession session = group.requireSession(key);
		Optional<Mark> there = thing.markIn(group.linkedImage(key));
		if (there.isEmpty()) {
			Optional<Expected.Band> band = band(thing, key);
			if (band.isPresent()) SliceView.of(session.image()).ifPresent(view -> view.show(band.get().slice()));
			else group.views().moveTo(key, expected(thing, key));
			return Optional.empty();
		}
		select(List.of(there.get()), session);
		if (there.get().object().isPresent()) ObjectZoom.show(session, List.of(there.get().id()), Margin.ofFraction(1));
		else SliceView.of(session.image()).ifPresent(view -> view.show(slice(there.get())));
		group.views().moveTo(key, middle(there.get()));
		return there;
	}

	/** The slice of a mark, from 0; of a segment that in which its middle lies. */
	public int slice(Mark mark) {
		return (int) Math.round(middle(mark).z());
	}

	/**
	 * The thing that a command is about.
	 *
	 * @param text as {@link Things#require}; blank for the mark that is selected in the image
	 * @throws IllegalArgumentException if there is none or several
	 */
	public Thing thing(AnnotationSession session, String text) {
		if (!text.isBlank()) return group.things().require(text);
		return meant(session, group.things()).orElseThrow(() -> new IllegalArgumentException(
				"Select one mark, or say which linked object is meant. See List Linked Objects."));
	}

	/** The thing of the one object that is selected; if none is, that of the current segment. */
	public static Optional<Thing> meant(AnnotationSession session, Things things) {
		List<UUID> selected = session.selection().ids();
		if (selected.isEmpty()) return session.segments().current().flatMap(segment -> things.of(segment.id()));
		return selected.size() == 1 ? things.of(selected.get(0)) : Optional.empty();
	}

	/** Deletes objects; in a group what the counterparts in the other images say of them too, as one step of undo. */
	public static void delete(AnnotationSession session, Collection<UUID> objects) {
		Optional<OpenGroup> group = linked(session, objects);
		if (group.isEmpty()) session.edits().remove(objects);
		else
			group.get().edits().delete(own(group.get(), session), objects,
					session.document().edit("Delete").removeObjects(objects));
	}

	/** Likewise of segments, with their voxels. */
	public static void deleteSegments(AnnotationSession session, Collection<UUID> segments) {
		Optional<OpenGroup> group = linked(session, segments);
		if (group.isEmpty()) session.segments().records().remove(segments);
		else
			group.get().edits().delete(own(group.get(), session), segments,
					session.segments().records().removing(segments));
	}

	/** The group of an image, if one of its marks is linked there. */
	private static Optional<OpenGroup> linked(AnnotationSession session, Collection<UUID> marks) {
		boolean any = session.document().links().stream()
				.anyMatch(link -> !link.image().isEmpty() && marks.contains(link.from()));
		return any ? OpenGroup.of(session) : Optional.empty();
	}

	private static LinkedImage own(OpenGroup group, AnnotationSession session) {
		return group.linkedImage(group.keyOf(session).orElseThrow());
	}

	/**
	 * Shows a thing in one other image or in all of them.
	 *
	 * @param key blank for all others
	 * @return what was shown, a line for each image
	 */
	public String showCounterparts(AnnotationSession session, String text, String key) {
		Thing thing = thing(session, text);
		List<String> keys = key.isBlank()
				? group.sessions().keySet().stream().filter(k -> group.requireSession(k) != session).toList()
				: List.of(key);
		List<String> lines = new ArrayList<>();
		for (String one : keys)
			try {
				lines.add(one + ": " + show(thing, one).map(mark -> "marked on slice " + (slice(mark) + 1))
						.orElseGet(() -> "must be at " + expectedWords(thing, one)));
			} catch (IllegalArgumentException unknown) {
				if (!key.isBlank()) throw unknown;
				lines.add(one + ": nobody knows where it lies there");
			}
		return String.join("\n", lines);
	}

	/** Where a thing must be in an image in which it is not marked, by the first of its marks that tells. */
	public Position expected(Thing thing, String key) {
		for (Mark mark : thing.marks()) {
			Optional<Position> there = group.views().expected(mark.image().key(), middle(mark), key);
			if (there.isPresent()) return there.get();
		}
		throw new IllegalArgumentException("Nobody knows where \"" + thing.words() + "\" lies in \"" + key
				+ "\": the images share no frame of reference and are not aligned. Use Set Offset..., or register them.");
	}

	/** What a correspondence says of the middle of a mark. */
	static Expected expectedMiddle(AnnotationObject object, Correspondence correspondence) {
		return correspondence.expected(middle(object));
	}

	/** The band in which a thing must lie in an image, by the first of its marks that tells. */
	private Optional<Expected.Band> band(Thing thing, String key) {
		return thing.marks().stream()
				.map(mark -> group.correspondences().between(mark.image().key(), key).expected(middle(mark)))
				.filter(Expected.Band.class::isInstance).map(Expected.Band.class::cast).findFirst();
	}

	/** Likewise in words, such as {@code 101.5, 80.0, slice 34}, in pixels and slices as ImageJ counts them; the words of the band if only that is known, a dash if nothing is. */
	public String expectedWords(Thing thing, String key) {
		try {
			Position at = expected(thing, key);
			return String.format(Locale.ROOT, "%.1f, %.1f, slice %d", at.x() + 0.5, at.y() + 0.5, Math.round(at.z()) + 1);
		} catch (IllegalArgumentException unknown) {
			return band(thing, key).map(Expected.Band::words).orElse("-");
		}
	}

	/** In voxels; of a segment at the time point on display. */
	private Position middle(Mark mark) {
		if (mark.object().isPresent()) return middle(mark.object().get());
		SegmentVoxels voxels = group.requireSession(mark.image().key()).segments().voxels();
		return SegmentCopy.middle(voxels.mask(mark.segment().orElseThrow()));
	}

	/** Why nobody knows where a thing lies in an image, a sentence for the rater; empty if it is known. */
	public Optional<String> unknownWhy(Thing thing, String key) {
		List<Expected> expected = thing.marks().stream()
				.map(mark -> group.correspondences().between(mark.image().key(), key).expected(middle(mark))).toList();
		if (expected.stream().anyMatch(e -> !(e instanceof Expected.Unknown))) return Optional.empty();
		return expected.stream().map(e -> ((Expected.Unknown) e).reason()).findFirst();
	}

	/**
	 * Marks in an image that may well be a thing that is not linked there yet: of its class, linked with nothing, and in the band if one is
	 * known.
	 */
	public List<Mark> candidates(Thing thing, Things things, LinkedImage image) {
		Optional<Expected.Band> band = band(thing, image.key());
		return things.candidates(thing, image).stream().filter(mark -> band.isEmpty() || isIn(band.get(), middle(mark))).toList();
	}

	private static boolean isIn(Expected.Band band, Position voxel) {
		Geometry area = ShapeGeometry.area(band.area());
		return area.covers(ShapeGeometry.FACTORY.createPoint(new Coordinate(voxel.x() + 0.5, voxel.y() + 0.5)));
	}

	private static Position middle(AnnotationObject object) {
		Point centre = object.shape().bounds().centre();
		return new Position(centre.x() - 0.5, centre.y() - 0.5, object.plane().z());
	}

	/**
	 * Answers a question about marks: one about the thing itself in all of its marks, if the image is in a group.
	 *
	 * @param value null takes the answer away
	 * @return whether anything has changed
	 */
	public static boolean answer(AnnotationSession session, Collection<UUID> marks, AttributeDefinition question,
			AttributeValue value) {
		Optional<OpenGroup> group = question.shared() ? OpenGroup.of(session) : Optional.empty();
		if (group.isPresent()) return group.get().edits().answer(marks, question.key(), value, true);
		return !session.edits().answer(marks, question.key(), value).isEmpty();
	}
}
