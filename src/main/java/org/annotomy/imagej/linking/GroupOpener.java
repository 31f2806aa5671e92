package org.annotomy.imagej.linking;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.annotomy.identity.IdentityCheck;
import org.annotomy.identity.IdentityCheck.Verdict;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.image.MedicalImage;
import org.annotomy.imagej.display.OpenImages;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.SessionOpener;
import org.annotomy.linking.group.GroupFile;
import org.annotomy.linking.group.GroupMember;
import org.annotomy.linking.group.ImageGroup;
import org.annotomy.store.StoreException;
import org.annotomy.task.Progress;

/** Opens the images of a group file with their labels. What is missing or has changed is noted; the file keeps it. */
public final class GroupOpener {

	private final SessionOpener opener;

	public GroupOpener(SessionOpener opener) {
		this.opener = opener;
	}

	/**
	 * Opens the members; nothing is shown yet. Images that are open already are taken as they are.
	 *
	 * @throws IOException if the file cannot be read, or none of its images
	 * @throws org.annotomy.task.CancelledException if the user cancelled; then what was opened is closed again
	 */
	public OpenGroup open(Path file, Progress progress) throws IOException {
		Path whole = file.toAbsolutePath().normalize();
		ImageGroup group = GroupFile.read(whole);
		OpenGroup open = new OpenGroup(group, whole);
		Map<String, AnnotationSession> found = new LinkedHashMap<>();
		Map<Path, List<GroupMember>> byPath = new LinkedHashMap<>();
		for (GroupMember member : group.members())
			alreadyOpen(member, found.values()).ifPresentOrElse(session -> found.put(member.key(), session),
					() -> byPath.computeIfAbsent(member.resolve(whole.getParent()), p -> new ArrayList<>()).add(member));
		found.putAll(openAll(byPath, open, progress));
		if (found.isEmpty())
			throw new IOException("None of the " + group.members().size() + " images of the group was found. "
					+ String.join(" ", open.notes()));
		found.forEach(open::join);
		open.patientsNote().ifPresent(open::note);
		return open;
	}

	/** @return the members that were found, by key; they have not joined the group yet */
	private Map<String, AnnotationSession> openAll(Map<Path, List<GroupMember>> byPath, OpenGroup open, Progress progress) {
		Map<String, AnnotationSession> opened = new LinkedHashMap<>();
		int done = 0;
		try {
			for (Map.Entry<Path, List<GroupMember>> place : byPath.entrySet()) {
				double from = (double) done / byPath.size();
				progress.update(from, "Opening the images of the group");
				progress.checkCancelled();
				done++;
				openAt(place.getKey(), place.getValue(), open, opened, progress.part(from, (double) done / byPath.size()));
			}
		} catch (RuntimeException e) {
			AnnotationSession.closeAll(List.copyOf(opened.values()), e);
			throw e;
		}
		return opened;
	}

	/** @param taken sessions that are other members: copies of one image cannot be told apart */
	private static Optional<AnnotationSession> alreadyOpen(GroupMember member, Collection<AnnotationSession> taken) {
		return OpenImages.all().stream().flatMap(image -> AnnotationSession.of(image).stream())
				.filter(session -> !taken.contains(session) && verdict(member, session.document().image()) == Verdict.SAME)
				.findFirst();
	}

	private static Verdict verdict(GroupMember member, ImageIdentity image) {
		return IdentityCheck.compare(member.identity(), image).verdict();
	}

	/** @param opened to which the members that were found are added */
	private void openAt(Path path, List<GroupMember> members, OpenGroup open, Map<String, AnnotationSession> opened,
			Progress progress) {
		List<AnnotationSession> sessions;
		try {
			sessions = opener.open(path, images -> wanted(images, members), progress);
		} catch (IOException e) {
			for (GroupMember member : members)
				open.note("The image \"" + member.key() + "\" (" + member.facts().words()
						+ ") is not where it was, or cannot be read. It stays in the group. If it is one of a server, open it from the"
						+ " server first, then the group.");
			return;
		} catch (StoreException e) {
			if (members.size() == 1)
				open.note("The annotations of the image \"" + members.get(0).key() + "\" (" + members.get(0).facts().words()
						+ ") cannot be opened, so it is not shown. It stays in the group. " + e.getMessage());
			else
				// The series of one folder: those of one must not cost the others.
				members.forEach(member -> openAt(path, List.of(member), open, opened, progress));
			return;
		}
		List<GroupMember> left = new ArrayList<>(members);
		for (AnnotationSession session : sessions)
			match(left, session.document().image()).ifPresentOrElse(member -> {
				left.remove(member);
				if (verdict(member, session.document().image()) == Verdict.CHANGED)
					open.note("The image \"" + member.key() + "\" has other pixels than when the group was saved.");
				opened.put(member.key(), session);
			}, () -> AnnotationSession.closeAll(List.of(session), new IOException()));
		for (GroupMember member : left)
			open.note("Where the image \"" + member.key() + "\" (" + member.facts().words()
					+ ") was, there is another one now. It stays in the group.");
	}

	/** Those of the images at a place that are members, by what is known before their pixels are digested. */
	private static List<MedicalImage> wanted(List<MedicalImage> images, List<GroupMember> members) throws IOException {
		List<MedicalImage> wanted = new ArrayList<>();
		List<GroupMember> left = new ArrayList<>(members);
		for (MedicalImage image : images)
			match(left, image.identity()).ifPresent(member -> {
				wanted.add(image);
				left.remove(member);
			});
		if (wanted.isEmpty()) throw new IOException("No image of the group is there any more.");
		return wanted;
	}

	private static Optional<GroupMember> match(List<GroupMember> members, ImageIdentity image) {
		Optional<GroupMember> same = members.stream().filter(m -> verdict(m, image) == Verdict.SAME).findFirst();
		return same.or(() -> members.stream().filter(m -> verdict(m, image) != Verdict.DIFFERENT).findFirst());
	}
}
