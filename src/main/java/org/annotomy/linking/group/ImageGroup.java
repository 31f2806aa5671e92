package org.annotomy.linking.group;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.annotomy.json.JsonObject;
import org.annotomy.linking.place.Alignment;

/**
 * Images that belong together: those of a study, of one patient at several times, or whatever a user puts together. An immutable value;
 * {@link GroupFile} keeps it beside the images.
 *
 * @param name in words; never a patient's name
 * @param members at least one, with different keys
 * @param alignments what was said of how they lie to each other
 * @param sync what their views do together
 * @param layout id of the layout on display, or null
 * @param stage of the layout, from 0
 * @param views how their windows looked; empty if they had none
 * @param foreign members of the file that were not understood, to be kept
 */
public record ImageGroup(String name, List<GroupMember> members, List<Alignment> alignments, SyncSettings sync, String layout,
		int stage, List<ViewMemory> views, JsonObject foreign) {

	/** So many images are a group, and no more: what a file says beyond that is refused. */
	public static final int MOST_MEMBERS = 500;

	/** @throws IllegalArgumentException if it has no members, too many, two of one key, or speaks of one that it has not */
	public ImageGroup {
		Objects.requireNonNull(name, "name");
		Objects.requireNonNull(sync, "sync");
		Objects.requireNonNull(foreign, "foreign");
		members = List.copyOf(members);
		alignments = List.copyOf(alignments);
		views = List.copyOf(views);
		if (members.isEmpty() || members.size() > MOST_MEMBERS)
			throw new IllegalArgumentException("A group has 1 to " + MOST_MEMBERS + " images, not " + members.size() + ".");
		Set<String> keys = new HashSet<>();
		for (GroupMember member : members)
			if (!keys.add(member.key()))
				throw new IllegalArgumentException("Two images of the group have the key \"" + member.key() + "\".");
		for (Alignment alignment : alignments)
			if (!keys.contains(alignment.from()) || !keys.contains(alignment.to()))
				throw new IllegalArgumentException("An alignment names an image that the group does not have.");
	}

	/** Members alone; their days are counted from the earliest. */
	public static ImageGroup of(String name, List<GroupMember> members) {
		return new ImageGroup(name, fromFirstDay(members), List.of(), SyncSettings.USUAL, null, 0, List.of(), JsonObject.EMPTY);
	}

	private static List<GroupMember> fromFirstDay(List<GroupMember> members) {
		long first = members.stream().map(m -> m.facts().get(MemberFacts.DAY)).filter(day -> !day.isEmpty())
				.mapToLong(Long::parseLong).min().orElse(0);
		List<GroupMember> counted = new ArrayList<>();
		for (GroupMember member : members) {
			String day = member.facts().get(MemberFacts.DAY);
			counted.add(day.isEmpty()
					? member
					: member.withFacts(member.facts().with(MemberFacts.DAY, Long.toString(Long.parseLong(day) - first))));
		}
		return counted;
	}

	public Optional<GroupMember> member(String key) {
		return members.stream().filter(m -> m.key().equals(key)).findFirst();
	}

	/** @throws IllegalArgumentException if there is none with this key; the message lists the keys */
	public GroupMember require(String key) {
		return member(key).orElseThrow(() -> new IllegalArgumentException("The group has no image \"" + key + "\". It has: "
				+ String.join(", ", members.stream().map(GroupMember::key).toList()) + "."));
	}

	public ImageGroup withMembers(List<GroupMember> newMembers) {
		return new ImageGroup(name, newMembers, alignments, sync, layout, stage, views, foreign);
	}

	/** The same with another member in the place of the one with its key. */
	public ImageGroup with(GroupMember member) {
		return withMembers(members.stream().map(m -> m.key().equals(member.key()) ? member : m).toList());
	}

	/** The same with what is said of two images; what was said of them before is forgotten. */
	public ImageGroup with(Alignment alignment) {
		List<Alignment> others = new ArrayList<>(alignments.stream().filter(a -> !isOfSamePair(a, alignment)).toList());
		others.add(alignment);
		return withAlignments(others);
	}

	/** What was said of how two members lie to each other, whichever way round; empty if nothing was. */
	public Optional<Alignment> alignment(String one, String other) {
		return alignments.stream().filter(a -> Set.of(a.from(), a.to()).equals(Set.of(one, other))).findFirst();
	}

	private static boolean isOfSamePair(Alignment a, Alignment b) {
		return Set.of(a.from(), a.to()).equals(Set.of(b.from(), b.to()));
	}

	/** The same with all that is said of how images lie to each other. */
	public ImageGroup withAlignments(List<Alignment> newAlignments) {
		return new ImageGroup(name, members, newAlignments, sync, layout, stage, views, foreign);
	}

	public ImageGroup withSync(SyncSettings newSync) {
		return new ImageGroup(name, members, alignments, newSync, layout, stage, views, foreign);
	}

	public ImageGroup withLayout(String newLayout, int newStage) {
		return new ImageGroup(name, members, alignments, sync, newLayout, newStage, views, foreign);
	}

	public ImageGroup withViews(List<ViewMemory> newViews) {
		return new ImageGroup(name, members, alignments, sync, layout, stage, newViews, foreign);
	}
}
