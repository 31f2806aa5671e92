package org.annotomy.imagej.linking;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
	 * @throws StoreException if labels lie beside an image but cannot be opened
	 */
	public OpenGroup open(Path file, Progress progress) throws IOException, StoreException {
		Path whole = file.toAbsolutePath().normalize();
		ImageGroup group = GroupFile.read(whole);
		OpenGroup open = new OpenGroup(group, whole);
		Map<Path, List<GroupMember>> byPath = new LinkedHashMap<>();
		for (GroupMember member : group.members()) {
			Optional<AnnotationSession> there = alreadyOpen(member);
			if (there.isPresent()) open.join(member.key(), there.get());
			else byPath.computeIfAbsent(member.resolve(whole.getParent()), p -> new ArrayList<>()).add(member);
		}
		int done = 0;
		for (Map.Entry<Path, List<GroupMember>> place : byPath.entrySet()) {
			Progress part = progress.part((double) done / byPath.size(), (double) (done + 1) / byPath.size());
			openAt(place.getKey(), place.getValue(), open, part);
			done++;
		}
		if (open.sessions().isEmpty())
			throw new IOException("None of the " + group.members().size() + " images of the group was found. "
					+ String.join(" ", open.notes()));
		return open;
	}

	private static Optional<AnnotationSession> alreadyOpen(GroupMember member) {
		return OpenImages.all().stream().flatMap(image -> AnnotationSession.of(image).stream())
				.filter(session -> verdict(member, session.document().image()) == Verdict.SAME).findFirst();
	}

	private static Verdict verdict(GroupMember member, ImageIdentity image) {
		return IdentityCheck.compare(member.identity(), image).verdict();
	}

	private void openAt(Path path, List<GroupMember> members, OpenGroup open, Progress progress) throws StoreException {
		List<AnnotationSession> sessions;
		try {
			sessions = opener.open(path, images -> wanted(images, members), progress);
		} catch (IOException e) {
			for (GroupMember member : members)
				open.note("The image \"" + member.key() + "\" (" + member.facts().words()
						+ ") is not where it was, or cannot be read. It stays in the group.");
			return;
		}
		List<GroupMember> left = new ArrayList<>(members);
		for (AnnotationSession session : sessions)
			match(left, session.document().image()).ifPresentOrElse(member -> {
				left.remove(member);
				if (verdict(member, session.document().image()) == Verdict.CHANGED)
					open.note("The image \"" + member.key() + "\" has other pixels than when the group was saved.");
				open.join(member.key(), session);
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
