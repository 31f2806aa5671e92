package org.annotomy.linking.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

import org.annotomy.linking.group.GroupMember;
import org.annotomy.linking.group.ImageGroup;
import org.annotomy.linking.group.MemberFacts;

/**
 * Which image takes which slot of a layout. An image takes one slot only; slots that fewer images fit choose first.
 *
 * @param chosen by key of the slot
 * @param missing slots that are not optional and that no image fits
 */
public record LayoutMatch(Layout layout, Map<String, GroupMember> chosen, List<String> missing) {

	/** @param members those that can be shown, in the order of the group */
	public static LayoutMatch of(Layout layout, List<GroupMember> members) {
		List<LayoutSlot> slots = new ArrayList<>(layout.slots());
		slots.sort(Comparator.comparingLong(slot -> members.stream().filter(slot::fits).count()));
		List<GroupMember> left = new ArrayList<>(members);
		Map<String, GroupMember> chosen = new LinkedHashMap<>();
		List<String> missing = new ArrayList<>();
		for (LayoutSlot slot : slots) {
			Optional<GroupMember> best = best(slot, left);
			best.ifPresent(member -> {
				chosen.put(slot.key(), member);
				left.remove(member);
			});
			if (best.isEmpty() && !slot.optional()) missing.add(slot.key());
		}
		return new LayoutMatch(layout, chosen, missing);
	}

	private static Optional<GroupMember> best(LayoutSlot slot, List<GroupMember> left) {
		ToLongFunction<GroupMember> rank = member -> {
			String day = member.facts().get(MemberFacts.DAY);
			if (slot.time() == null || day.isEmpty()) return 0;
			return slot.time() == LayoutSlot.Time.FIRST ? -Long.parseLong(day) : Long.parseLong(day);
		};
		GroupMember best = null;
		for (GroupMember member : left)
			if (slot.fits(member) && (best == null || better(slot, member, best, rank))) best = member;
		return Optional.ofNullable(best);
	}

	private static boolean better(LayoutSlot slot, GroupMember one, GroupMember other, ToLongFunction<GroupMember> rank) {
		if (rank.applyAsLong(one) != rank.applyAsLong(other)) return rank.applyAsLong(one) > rank.applyAsLong(other);
		return slot.score(one) > slot.score(other);
	}

	/** Whether no slot is empty that must not be. */
	public boolean isComplete() {
		return missing.isEmpty() && !chosen.isEmpty();
	}

	/** Whether a slot is taken by the member of this key. */
	public boolean has(String slot, String key) {
		return chosen.containsKey(slot) && chosen.get(slot).key().equals(key);
	}

	/** How well it fits: images shown, and least of all those of no use. */
	int weight() {
		return isComplete() ? 10 * chosen.size() : chosen.size() - 10 * missing.size();
	}

	/** Whether images of the first and of the last time are of different days, if the layout asks for both. */
	private boolean showsItsTimes() {
		return day(LayoutSlot.Time.FIRST).isEmpty() || day(LayoutSlot.Time.LAST).isEmpty()
				|| !day(LayoutSlot.Time.FIRST).equals(day(LayoutSlot.Time.LAST));
	}

	private Optional<String> day(LayoutSlot.Time time) {
		return layout.slots().stream().filter(slot -> slot.time() == time && chosen.containsKey(slot.key()))
				.map(slot -> chosen.get(slot.key()).facts().get(MemberFacts.DAY)).findFirst();
	}

	/**
	 * The layout that shows most images of a group and misses none.
	 *
	 * @return empty if none fits
	 */
	public static Optional<LayoutMatch> suggest(List<Layout> layouts, ImageGroup group) {
		return layouts.stream().map(layout -> of(layout, group.members())).filter(LayoutMatch::isComplete)
				.filter(LayoutMatch::showsItsTimes).max(Comparator.comparingInt(LayoutMatch::weight));
	}
}
