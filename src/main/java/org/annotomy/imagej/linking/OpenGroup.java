package org.annotomy.imagej.linking;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.annotomy.image.MedicalImage;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.view.SliceView;
import org.annotomy.linking.group.GroupFile;
import org.annotomy.linking.group.GroupMember;
import org.annotomy.linking.group.Grouping;
import org.annotomy.linking.group.ImageGroup;
import org.annotomy.linking.layout.Layout;
import org.annotomy.linking.place.Alignment;
import org.annotomy.linking.place.Correspondence;
import org.annotomy.linking.place.Correspondences;
import org.annotomy.linking.place.ImagePlace;
import org.annotomy.linking.thing.LinkEdits;
import org.annotomy.linking.thing.LinkedImage;
import org.annotomy.linking.thing.Subject;
import org.annotomy.linking.thing.Things;

import ij.ImagePlus;

/**
 * A group on the desk: which of its members are open, and what they do together. It hangs on the images of its members as a property, like
 * their sessions, and ends with the last of them. To be used on the event dispatch thread, or on one thread without a display.
 */
public final class OpenGroup {

	private static final String PROPERTY = "org.annotomy.group";
	private static final int MOST_STEPS_BACK = 100;

	private final Map<String, AnnotationSession> sessions = new LinkedHashMap<>();
	private final Map<String, ImagePlace> places = new LinkedHashMap<>();
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private final List<String> notes = new ArrayList<>();
	private final Map<List<String>, Correspondence> known = new HashMap<>();
	private final GroupViews views = new GroupViews(this);
	private final GroupRegistrations registrations = new GroupRegistrations(this);
	private final Deque<List<Alignment>> alignedBefore = new ArrayDeque<>();
	private ImageGroup group;
	private Path file;
	private Correspondences correspondences;
	private Layout layout;

	/** @param file null if it was never saved */
	OpenGroup(ImageGroup group, Path file) {
		this.group = group;
		this.file = file;
	}

	/** The group of an image, or of the image that it is a view of. */
	public static Optional<OpenGroup> of(ImagePlus image) {
		return SliceView.sessionOf(image).flatMap(OpenGroup::of);
	}

	public static Optional<OpenGroup> of(AnnotationSession session) {
		return session.image().getProperty(PROPERTY) instanceof OpenGroup group ? Optional.of(group) : Optional.empty();
	}

	/** @throws IllegalStateException if the image is in no group; the message says what to do */
	public static OpenGroup require(ImagePlus image) {
		return of(image).orElseThrow(() -> new IllegalStateException(
				"This image is in no group. Use Group Open Images... or Open Group... first."));
	}

	/**
	 * Makes a group of open images; those that are in another group leave it.
	 *
	 * @param name in words; never a patient's name
	 * @throws IllegalArgumentException if there are no images
	 */
	public static OpenGroup gather(String name, List<AnnotationSession> sessions) {
		if (sessions.isEmpty()) throw new IllegalArgumentException("A group needs annotated images. Open some first.");
		Path folder = folderOf(sessions.get(0));
		List<GroupMember> members = Grouping.members(sessions.stream().map(AnnotationSession::source).toList(),
				sessions.stream().map(s -> s.document().image()).toList(), folder);
		OpenGroup open = new OpenGroup(ImageGroup.of(name, members), null);
		List<AnnotationSession> left = new ArrayList<>(sessions);
		for (GroupMember member : members)
			left.stream().filter(s -> s.document().image().equals(member.identity())).findFirst().ifPresent(session -> {
				left.remove(session);
				open.join(member.key(), session);
			});
		open.registrations.useKnown();
		return open;
	}

	/**
	 * The group of an image; without one, a new group of the open images that belong to it by themselves, or of it alone.
	 *
	 * @param open sessions to choose from
	 */
	public static OpenGroup ofOrGather(AnnotationSession own, List<AnnotationSession> open) {
		return of(own).orElseGet(() -> gather("study", belonging(own, open).orElse(List.of(own))));
	}

	/** The open images that are of one study or frame of reference with an image, it included; empty if there is no other. */
	public static Optional<List<AnnotationSession>> belonging(AnnotationSession own, List<AnnotationSession> open) {
		return Grouping.byThemselves(open.stream().map(AnnotationSession::source).toList()).stream()
				.filter(group -> group.contains(own.source())).findFirst()
				.map(group -> open.stream().filter(s -> group.contains(s.source())).toList());
	}

	static Path folderOf(AnnotationSession session) {
		Path first = session.source().files().get(0).toAbsolutePath().normalize();
		return session.source().files().size() > 1 ? first.getParent().getParent() : first.getParent();
	}

	/** Takes in a session as the member with this key, until it closes. */
	synchronized void join(String key, AnnotationSession session) {
		of(session).ifPresent(other -> other.leave(session));
		sessions.put(key, session);
		places.put(key, ImagePlace.of(session.source()));
		correspondences = null;
		session.image().setProperty(PROPERTY, this);
		session.onClose(() -> leave(session));
		registrations.join(session);
		views.join(session);
		tell();
	}

	/**
	 * Of an image that was closed by its window ImageJ has let all properties go. One at a time: at the end of the program each session is
	 * closed by a thread of its own.
	 */
	private synchronized void leave(AnnotationSession session) {
		Optional<String> key = keyOf(session);
		if (key.isEmpty()) return;
		if (session.image().getProperty(PROPERTY) == this) session.image().setProperty(PROPERTY, null);
		registrations.leave(session);
		sessions.remove(key.get());
		places.remove(key.get());
		views.leave(session, key.get());
		correspondences = null;
		tell();
	}

	public ImageGroup group() {
		return group;
	}

	/** Puts a changed value in the place of the group; it must have the same members, by key. */
	public void set(ImageGroup changed) {
		if (!changed.alignments().equals(group.alignments())) {
			alignedBefore.push(group.alignments());
			if (alignedBefore.size() > MOST_STEPS_BACK) alignedBefore.removeLast();
		}
		put(changed);
	}

	/**
	 * Takes back the last change of how the members lie to each other: an offset, a registration, or that one was removed.
	 *
	 * @throws IllegalStateException if nothing has changed since the group was opened
	 */
	public void takeBackAlignment() {
		if (alignedBefore.isEmpty())
			throw new IllegalStateException(
					"The images of this group were not aligned since it was opened: there is nothing to take back.");
		put(group.withAlignments(alignedBefore.pop()));
	}

	private void put(ImageGroup changed) {
		group = changed;
		correspondences = null;
		views.settingsChanged();
		tell();
	}

	/** The layout that was applied last since the group was opened. */
	public Optional<Layout> layout() {
		return Optional.ofNullable(layout);
	}

	void setLayout(Layout applied) {
		layout = applied;
	}

	/** Where it was last saved or opened. */
	public Optional<Path> file() {
		return Optional.ofNullable(file);
	}

	/** The open members by key, in the order of the group. */
	public Map<String, AnnotationSession> sessions() {
		Map<String, AnnotationSession> ordered = new LinkedHashMap<>();
		for (GroupMember member : group.members())
			if (sessions.containsKey(member.key())) ordered.put(member.key(), sessions.get(member.key()));
		return ordered;
	}

	/** The key of an open member. */
	public Optional<String> keyOf(AnnotationSession session) {
		return sessions.entrySet().stream().filter(e -> e.getValue() == session).map(Map.Entry::getKey).findFirst();
	}

	/** The key of the member that an image is, or is a view of. */
	public Optional<String> keyOf(ImagePlus image) {
		return SliceView.sessionOf(image).flatMap(this::keyOf);
	}

	/** @throws IllegalArgumentException if there is no such member or it is not open; the message says which are */
	public AnnotationSession requireSession(String key) {
		group.require(key);
		AnnotationSession session = sessions.get(key);
		if (session == null)
			throw new IllegalArgumentException("The image \"" + key + "\" of the group is not open. Open are: "
					+ String.join(", ", sessions.keySet()) + ".");
		return session;
	}

	/** What is missing or changed since the group was saved, in sentences. */
	public List<String> notes() {
		return List.copyOf(notes);
	}

	void note(String note) {
		notes.add(note);
	}

	/** How the open members lie to each other. */
	public Correspondences correspondences() {
		if (correspondences == null) {
			List<Alignment> alignments = group.alignments().stream()
					.filter(a -> places.containsKey(a.from()) && places.containsKey(a.to())).toList();
			Map<List<String>, Correspondence> special = new HashMap<>(ProjectionPairs.of(sessions));
			special.putAll(known);
			correspondences = new Correspondences(places, alignments, special);
		}
		return correspondences;
	}

	/**
	 * Notes what is known of where places of one member must be in another besides frames, offsets and registrations, such as a band. It
	 * counts where none of these tells, until the group ends.
	 */
	public void know(String from, String to, Correspondence correspondence) {
		group.require(from);
		group.require(to);
		known.put(List.of(from, to), correspondence);
		set(group);
	}

	/** The place of an open member. */
	public ImagePlace place(String key) {
		return places.get(key);
	}

	/** What the views do together. */
	public GroupViews views() {
		return views;
	}

	/** The open members as images with linked marks. */
	public List<LinkedImage> linkedImages() {
		List<LinkedImage> images = new ArrayList<>();
		sessions().keySet().forEach(key -> images.add(linkedImage(key)));
		return images;
	}

	/** @throws IllegalArgumentException as {@link #requireSession} */
	public LinkedImage linkedImage(String key) {
		AnnotationSession session = requireSession(key);
		return new LinkedImage(key, group.require(key).facts().words(), session.document(), subject(key));
	}

	/** The side may have been said by the user. */
	private Subject subject(String key) {
		String patient = sessions.get(key).source().facts().getOrDefault(MedicalImage.PATIENT_DIGEST, "");
		return new Subject(patient, group.require(key).facts().get("Side"));
	}

	/** What is to be told if the open members are of several patients, as their files say; empty if they are not. */
	public Optional<String> patientsNote() {
		if (!hasSeveralPatients()) return Optional.empty();
		return Optional
				.of("The images are of different patients, as their files say: they can be looked at together, but no marks"
						+ " be linked between them.");
	}

	boolean hasSeveralPatients() {
		return sessions.keySet().stream().map(key -> subject(key).patient()).filter(patient -> !patient.isEmpty())
				.distinct().count() > 1;
	}

	/** All things marked in the open members, as of now. */
	public Things things() {
		return Things.of(linkedImages());
	}

	/** For one edit over the open members, dated now. */
	public LinkEdits edits() {
		return new LinkEdits(things(), sessions.values().iterator().next().clock().instant());
	}

	/**
	 * Writes the group file with the windows as they are now.
	 *
	 * @param target null for where it was last, or beside the first image under the group's name
	 * @throws IOException if it cannot be written
	 */
	public Path save(Path target) throws IOException {
		Path to = target != null ? target.toAbsolutePath().normalize() : file != null ? file : usualFile();
		Path from = file == null ? folderOf(sessions.values().iterator().next()) : file.getParent();
		List<GroupMember> moved = new ArrayList<>();
		for (GroupMember member : group.members())
			moved.add(member.movedTo(from, to.getParent()));
		ImageGroup saved = group.withMembers(moved).withViews(ViewMemories.of(this));
		GroupFile.save(saved, to);
		group = saved;
		file = to;
		return to;
	}

	private Path usualFile() {
		String name = group.name().replaceAll("[^\\p{L}\\p{N} ._-]", "-").strip();
		return folderOf(sessions.values().iterator().next()).resolve((name.isEmpty() ? "group" : name) + GroupFile.SUFFIX);
	}

	/** Hears when members open or close, when marks or selections of any change, or what the group is. */
	public void addListener(Runnable listener) {
		listeners.add(listener);
	}

	public void removeListener(Runnable listener) {
		listeners.remove(listener);
	}

	/** Members, marks, selections or settings have changed. */
	void tell() {
		listeners.forEach(Runnable::run);
	}
}
