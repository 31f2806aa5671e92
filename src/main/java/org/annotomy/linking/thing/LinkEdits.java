package org.annotomy.linking.thing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.EditBuilder;
import org.annotomy.annotation.JointEdit;
import org.annotomy.annotation.LockedException;
import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.model.Link;
import org.annotomy.annotation.model.Tracking;
import org.annotomy.json.JsonObject;
import org.annotomy.linking.thing.Thing.Absence;

/**
 * What is done to things over several images: each method is one {@link JointEdit}. All marks of a thing have its Tracking UID; every image
 * keeps a link from each of its marks to each mark in the others, so that each file alone tells them all.
 */
public final class LinkEdits {

	/** Name of the edit that {@link #addLinked} completes. */
	public static final String COPY = "Copy with link";

	private static final String LINK = "Link";
	private static final String MEND = "Mend links";
	private static final String NOT_VISIBLE = "Mark not visible";
	private static final String MAYBE_VISIBLE = "Take back not visible";

	private final Things things;
	private final Instant now;
	private final Map<AnnotationDocument, EditBuilder> edits = new LinkedHashMap<>();
	private final Map<UUID, Mark> changed = new LinkedHashMap<>();

	/** Works on the state seen by {@code things}: to be used for one edit. @param now noted as the time of change */
	public LinkEdits(Things things, Instant now) {
		this.things = things;
		this.now = now;
	}

	/**
	 * Makes all marks, with those that they are linked with already, marks of one thing.
	 *
	 * @param objects ids of at least two marks, objects or segments, of the open images
	 * @param id what the thing is called, such as {@code L1}; null for what it is called already, else the next free number
	 * @return the Tracking UID
	 * @throws IllegalArgumentException if there are not two marks, an object is not there, or their classes differ
	 * @throws LockedException if a mark is locked
	 */
	public String link(Collection<UUID> objects, String id) {
		List<Thing> joined = new ArrayList<>();
		for (UUID object : objects) {
			Thing thing = requireThing(object);
			if (!joined.contains(thing)) joined.add(thing);
		}
		List<Mark> marks = joined.stream().flatMap(t -> t.marks().stream()).toList();
		if (marks.size() < 2) throw new IllegalArgumentException("Linking needs at least two marks, in the images of a group.");
		requireOneClass(marks);
		requireOnePatient(marks);
		Thing first = joined.stream().filter(Thing::isLinked).findFirst().orElse(joined.get(0));
		Tracking tracking = new Tracking(id != null ? id : first.id() != null ? first.id() : nextId(), first.uid());
		tie(marks, joined.stream().flatMap(t -> t.absences().stream()).toList(), tracking);
		apply();
		return tracking.uid();
	}

	/**
	 * Adds marks to an image, each as one more mark of a thing.
	 *
	 * @param added under the id of a mark of its thing
	 * @param own of the image; adds what belongs to the marks besides themselves, such as voxels
	 * @throws IllegalArgumentException if a mark is in no open image, or its class or patient is another one; nothing is added then
	 */
	public void addLinked(LinkedImage to, Map<UUID, Mark> added, EditBuilder own) {
		edits.put(to.document(), own);
		Map<Thing, List<Mark>> joined = new LinkedHashMap<>();
		added.forEach((of, mark) -> joined.computeIfAbsent(requireThing(of), thing -> new ArrayList<>()).add(mark));
		Set<String> taken = takenIds();
		joined.forEach((thing, some) -> join(thing, some, taken));
		apply();
	}

	private void join(Thing thing, List<Mark> added, Set<String> taken) {
		List<Mark> marks = new ArrayList<>(thing.marks());
		marks.addAll(added);
		requireOneClass(marks);
		requireOnePatient(marks);
		marks.forEach(mark -> edit(mark.image(), COPY));
		added.forEach(mark -> put(mark, COPY));
		String id = thing.id() != null ? thing.id() : nextId(taken);
		taken.add(id);
		tie(marks, thing.absences(), new Tracking(id, thing.uid()));
	}

	private Thing requireThing(UUID mark) {
		return things.of(mark)
				.orElseThrow(() -> new IllegalArgumentException("A mark to be linked is in no open image of the group."));
	}

	/**
	 * Takes marks out of their things; the marks stay. What the others say of them goes with it where they are open.
	 *
	 * @throws IllegalArgumentException if none of them is linked
	 */
	public void unlink(Collection<UUID> objects) {
		part(objects, "Unlink", false);
		if (edits.isEmpty()) throw new IllegalArgumentException("None of these marks is linked with another one.");
		apply();
	}

	/**
	 * Deletes marks of an image, and what the other open images say of them. A counterpart that is locked, or whose image is read-only, keeps
	 * what it says: {@link LinkProblems} tells of it.
	 *
	 * @param own removes the marks from the image
	 * @throws LockedException if one of the marks is locked
	 */
	public void delete(LinkedImage image, Collection<UUID> marks, EditBuilder own) {
		edits.put(image.document(), own);
		part(marks, "Delete", true);
		for (Link link : image.document().links())
			if (marks.contains(link.from())) own.removeLink(link.id());
		apply();
	}

	/** @param gone whether the marks do not stay */
	private void part(Collection<UUID> objects, String name, boolean gone) {
		Set<Thing> parted = new LinkedHashSet<>();
		objects.forEach(object -> things.of(object).ifPresent(parted::add));
		for (Thing thing : parted) {
			List<Mark> left = thing.marks().stream().filter(m -> !objects.contains(m.id())).toList();
			boolean alone = left.size() < 2 && thing.absences().isEmpty() && thing.away().isEmpty();
			for (Mark mark : thing.marks())
				part(mark, objects, alone, name, gone);
			for (Absence absence : thing.absences())
				for (Link link : absence.image().document().links())
					if (Things.isAbsence(link) && objects.contains(link.to()) && !(gone && isReadOnly(absence.image())))
						edit(absence.image(), name).removeLink(link.id());
		}
	}

	private void part(Mark mark, Collection<UUID> objects, boolean alone, String name, boolean gone) {
		boolean leaves = objects.contains(mark.id());
		if (gone && !leaves && isReadOnly(mark.image())) return;
		for (Link link : mark.image().document().links())
			if (isOfThings(link) && (leaves && link.from().equals(mark.id()) || objects.contains(link.to())))
				edit(mark.image(), name).removeLink(link.id());
		boolean stays = !(gone && (leaves || mark.isLocked()));
		if ((leaves || alone) && stays && mark.tracking() != null) put(mark.withTracking(null, now), name);
	}

	/**
	 * Mends what {@link LinkProblems} finds of links between open images: links whose mark is gone on either side are taken away, and what one
	 * file says and the other one does not know is written there too. Classes and answers that differ are for the rater.
	 *
	 * @return how many images have changed
	 */
	public int mend() {
		for (LinkedImage image : things.images())
			if (!isReadOnly(image))
				for (Link link : image.document().links())
					if (isOfThings(link) && isBroken(image, link)) edit(image, MEND).removeLink(link.id());
		for (Thing thing : things.all()) {
			boolean writable = Stream
					.concat(thing.marks().stream().map(Mark::image), thing.absences().stream().map(Absence::image))
					.noneMatch(LinkEdits::isReadOnly);
			if (writable && thing.isLinked() && !thing.marks().isEmpty())
				tie(thing.marks(), thing.absences(), new Tracking(thing.id() != null ? thing.id() : nextId(), thing.uid()));
		}
		return apply();
	}

	private boolean isBroken(LinkedImage image, Link link) {
		boolean fromGone = !image.has(link.from()) && !link.relation().equals(Link.NOT_VISIBLE_HERE);
		boolean wantsMark = !link.relation().equals(Link.NOT_VISIBLE_THERE);
		return fromGone || wantsMark && things.open(link).filter(partner -> !partner.has(link.to())).isPresent();
	}

	private static boolean isReadOnly(LinkedImage image) {
		return image.document().readOnlyReason().isPresent();
	}

	/**
	 * Says that a thing cannot be seen in an image.
	 *
	 * @throws IllegalArgumentException if it is marked there
	 */
	public void notVisible(Thing thing, LinkedImage image) {
		if (thing.markIn(image).isPresent())
			throw new IllegalArgumentException("\"" + thing.words() + "\" is marked in " + image.words()
					+ ". Delete or unlink the mark there first.");
		if (thing.isSettledIn(image)) return;
		Tracking tracking = new Tracking(thing.id() != null ? thing.id() : nextId(), thing.uid());
		UUID standIn = UUID.randomUUID();
		for (Mark mark : thing.marks()) {
			track(mark, tracking, NOT_VISIBLE);
			put(image, Link.NOT_VISIBLE_HERE, standIn, mark.id(), partner(mark.image()), tracking, NOT_VISIBLE);
			put(mark.image(), Link.NOT_VISIBLE_THERE, mark.id(), standIn, partner(image), tracking, NOT_VISIBLE);
		}
		apply();
	}

	/** Takes back the answer that a thing cannot be seen in an image. @throws IllegalArgumentException if nobody has given it */
	public void maybeVisible(Thing thing, LinkedImage image) {
		Set<UUID> standIns = new LinkedHashSet<>();
		for (Link link : image.document().links())
			if (Things.isAbsence(link) && thing.uid().equals(link.tracking())) {
				standIns.add(link.from());
				edit(image, MAYBE_VISIBLE).removeLink(link.id());
			}
		if (standIns.isEmpty())
			throw new IllegalArgumentException(
					"Nobody has said that \"" + thing.words() + "\" is not visible in " + image.words() + ".");
		for (Mark mark : thing.marks())
			for (Link link : mark.image().document().links())
				if (standIns.contains(link.to())) edit(mark.image(), MAYBE_VISIBLE).removeLink(link.id());
		apply();
	}

	/**
	 * Answers a question about marks; a question about the thing itself in all of its marks.
	 *
	 * @param shared whether it is about the thing
	 * @param value null takes the answer away
	 * @return whether anything has changed
	 */
	public boolean answer(Collection<UUID> objects, String question, AttributeValue value, boolean shared) {
		Set<UUID> done = new LinkedHashSet<>();
		for (UUID object : objects)
			for (Mark mark : things.of(object).map(Thing::marks).orElse(List.of()))
				if ((shared || mark.id().equals(object)) && done.add(mark.id()))
					put(mark.withAnswer(question, value, now), "Set " + question);
		return apply() > 0;
	}

	private static void requireOneClass(List<Mark> marks) {
		List<String> classes = marks.stream().map(Mark::classKey).filter(key -> key != null).distinct().toList();
		if (classes.size() > 1)
			throw new IllegalArgumentException("One thing has one class, but these marks have " + String.join(" and ", classes)
					+ ". Change the class of one first.");
	}

	private static void requireOnePatient(List<Mark> marks) {
		for (Mark mark : marks)
			if (marks.get(0).image().subject().isOther(mark.image().subject()))
				throw new IllegalArgumentException(
						"These marks lie in images of different patients (" + marks.get(0).image().words()
								+ " and " + mark.image().words() + "), as their files say. One thing lies in one patient.");
	}

	/** What is strange about marks that are to become one thing, a sentence; empty if nothing is. */
	public Optional<String> doubt(Collection<UUID> objects) {
		List<Mark> marks = objects.stream().flatMap(o -> things.of(o).stream()).flatMap(t -> t.marks().stream()).toList();
		for (Mark mark : marks)
			if (marks.get(0).image().subject().isOtherSide(mark.image().subject()))
				return Optional.of("These marks lie on different sides of the patient (" + marks.get(0).image().words() + " and "
						+ mark.image().words() + "). Undo if that was not meant.");
		return Optional.empty();
	}

	/** The first of L1, L2 … that no thing of the group has. */
	private String nextId() {
		return nextId(takenIds());
	}

	private static String nextId(Set<String> taken) {
		int number = 1;
		while (taken.contains("L" + number))
			number++;
		return "L" + number;
	}

	private Set<String> takenIds() {
		Set<String> taken = new LinkedHashSet<>();
		things.all().forEach(thing -> taken.add(thing.id()));
		return taken;
	}

	/** Tracking for all marks, links from each to each in another image; an absence goes where there is a mark now. */
	private void tie(List<Mark> marks, List<Absence> absences, Tracking tracking) {
		for (Mark mark : marks) {
			track(mark, tracking, LINK);
			for (Mark other : marks)
				if (mark.image() != other.image() && linkBetween(mark, other) == null)
					put(mark.image(), Link.SAME_THING, mark.id(), other.id(), partner(other.image()), tracking,
							LINK);
		}
		for (Absence absence : absences) {
			boolean found = marks.stream().anyMatch(m -> m.image().key().equals(absence.image().key()));
			for (Link link : absence.image().document().links())
				if (found && Things.isAbsence(link) && link.from().equals(absence.link().from()))
					edit(absence.image(), LINK).removeLink(link.id());
			for (Mark mark : marks)
				tie(mark, absence, found, tracking);
		}
	}

	private void tie(Mark mark, Absence absence, boolean found, Tracking tracking) {
		UUID standIn = absence.link().from();
		Link known = mark.image().document().links().stream()
				.filter(l -> l.from().equals(mark.id()) && l.to().equals(standIn)).findFirst().orElse(null);
		if (found && known != null) edit(mark.image(), LINK).removeLink(known.id());
		if (found || known != null) return;
		put(mark.image(), Link.NOT_VISIBLE_THERE, mark.id(), standIn, partner(absence.image()), tracking, LINK);
		put(absence.image(), Link.NOT_VISIBLE_HERE, standIn, mark.id(), partner(mark.image()), tracking, LINK);
	}

	private static Link linkBetween(Mark from, Mark to) {
		return from.image().document().links().stream().filter(LinkEdits::isOfThings)
				.filter(l -> l.from().equals(from.id()) && l.to().equals(to.id())).findFirst().orElse(null);
	}

	/** Whether a link says of two images that they show, or do not show, one thing. */
	static boolean isOfThings(Link link) {
		return !link.image().isEmpty()
				&& (link.relation().equals(Link.SAME_THING) || link.relation().equals(Link.NOT_VISIBLE_THERE)
						|| link.relation().equals(Link.NOT_VISIBLE_HERE));
	}

	private void track(Mark mark, Tracking tracking, String name) {
		Mark now = changed.getOrDefault(mark.id(), mark);
		if (tracking.equals(now.tracking())) return;
		put(now.withTracking(tracking, null), name);
		for (Link link : mark.image().document().links())
			if (isOfThings(link) && link.from().equals(now.id()) && !tracking.uid().equals(link.tracking()))
				edit(mark.image(), name).put(new Link(link.id(), link.relation(), link.from(), link.to(), link.image(),
						tracking.uid(), link.confidence(), link.foreign()));
	}

	private void put(Mark mark, String name) {
		changed.put(mark.id(), mark);
		mark.put(edit(mark.image(), name));
	}

	private void put(LinkedImage image, String relation, UUID from, UUID to, JsonObject partner, Tracking tracking, String name) {
		edit(image, name)
				.put(new Link(UUID.randomUUID(), relation, from, to, partner, tracking.uid(), Double.NaN, JsonObject.EMPTY));
	}

	private static JsonObject partner(LinkedImage image) {
		return PartnerImage.of(image.document().image());
	}

	private EditBuilder edit(LinkedImage image, String name) {
		return edits.computeIfAbsent(image.document(), document -> document.edit(name));
	}

	/** @return how many documents have changed */
	private int apply() {
		return JointEdit.apply(List.copyOf(edits.values()));
	}
}
