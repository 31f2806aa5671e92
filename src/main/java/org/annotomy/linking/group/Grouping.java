package org.annotomy.linking.group;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import org.annotomy.identity.ImageIdentity;
import org.annotomy.image.MedicalImage;

/** Finds out which images belong together, and gives them keys. */
public final class Grouping {

	private Grouping() {}

	/**
	 * The images as members of one group, by time, then modality, sequence, side and view.
	 *
	 * @param identities of the images, in their order, with digests
	 * @param folder that of the group file
	 * @throws IllegalArgumentException if an image comes from no file or from another drive
	 */
	public static List<GroupMember> members(List<MedicalImage> images, List<ImageIdentity> identities, Path folder) {
		List<GroupMember> members = new ArrayList<>();
		for (int i = 0; i < images.size(); i++)
			members.add(GroupMember.of(images.get(i), identities.get(i), folder, "new"));
		members.sort(Comparator.comparing((GroupMember m) -> day(m)).thenComparing(m -> m.facts().words()));
		return keyed(members, Set.of());
	}

	private static long day(GroupMember member) {
		String day = member.facts().get(MemberFacts.DAY);
		return day.isEmpty() ? Long.MAX_VALUE : Long.parseLong(day);
	}

	/** The members with keys made of their facts, such as {@code mg-r-cc} and {@code mr-t1-2}. @param taken keys that are not free */
	static List<GroupMember> keyed(List<GroupMember> members, Set<String> taken) {
		Set<String> used = new HashSet<>(taken);
		List<GroupMember> keyed = new ArrayList<>();
		for (GroupMember member : members) {
			String stem = stem(member.facts());
			String key = stem;
			for (int i = 2; !used.add(key); i++)
				key = stem + "-" + i;
			keyed.add(new GroupMember(key, member.path(), member.identity(), member.facts()));
		}
		return keyed;
	}

	private static String stem(MemberFacts facts) {
		List<String> parts = new ArrayList<>();
		for (String name : List.of("Modality", "Sequence", "Side", "View"))
			parts.add(facts.get(name));
		if (facts.get("Contrast").equals("YES") && facts.get("Modality").equals("MR")) parts.add("c");
		String stem = String.join("-", parts.stream().filter(part -> !part.isEmpty()).toList()).toLowerCase(Locale.ROOT)
				.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
		return stem.isEmpty() ? "image" : stem;
	}

	/**
	 * The images that belong together by themselves: those of one study, and those that share a frame of reference. Images that say neither
	 * are in no group.
	 *
	 * @return groups of at least two, in the order of their first image
	 */
	public static List<List<MedicalImage>> byThemselves(List<MedicalImage> images) {
		List<List<MedicalImage>> groups = new ArrayList<>();
		for (MedicalImage image : images) {
			List<List<MedicalImage>> near = groups.stream()
					.filter(group -> group.stream().anyMatch(other -> belong(image.identity(), other.identity()))).toList();
			List<MedicalImage> joined = near.isEmpty() ? new ArrayList<>() : near.get(0);
			near.stream().skip(1).forEach(joined::addAll);
			groups.removeAll(near.stream().skip(1).toList());
			if (near.isEmpty()) groups.add(joined);
			joined.add(image);
		}
		return groups.stream().filter(group -> group.size() > 1).toList();
	}

	private static boolean belong(ImageIdentity a, ImageIdentity b) {
		boolean study = a.studyUid() != null && a.studyUid().equals(b.studyUid());
		return study || a.frameOfReferenceUid() != null && !a.frameOfReferenceUid().isBlank()
				&& Objects.equals(a.frameOfReferenceUid(), b.frameOfReferenceUid());
	}
}
