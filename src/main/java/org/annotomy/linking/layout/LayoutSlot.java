package org.annotomy.linking.layout;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.annotomy.linking.group.GroupMember;
import org.annotomy.linking.group.MemberFacts;

/**
 * A place in a layout that one image takes.
 *
 * @param key unique in the layout
 * @param match alternatives: an image fits if for one of them it has one of the values of each fact
 * @param prefer facts that decide between images that fit
 * @param time which of those that fit, by their day; null for any
 * @param optional whether the layout can do without it
 * @param values the quantity that its values are shown as, such as {@code SUVbw}, where the file tells enough; null for as they are
 */
public record LayoutSlot(String key, List<Map<String, List<String>>> match, Map<String, List<String>> prefer, Time time,
		boolean optional, String values) {

	/** Which image of several days. */
	public enum Time {
		FIRST, LAST
	}

	public LayoutSlot {
		Objects.requireNonNull(key, "key");
		match = List.copyOf(match);
		prefer = Map.copyOf(prefer);
	}

	boolean fits(GroupMember member) {
		return match.stream().anyMatch(facts -> facts.entrySet().stream().allMatch(fact -> has(member.facts(), fact)));
	}

	int score(GroupMember member) {
		return (int) prefer.entrySet().stream().filter(fact -> has(member.facts(), fact)).count();
	}

	private static boolean has(MemberFacts facts, Map.Entry<String, List<String>> fact) {
		return fact.getValue().stream().anyMatch(value -> value.toUpperCase(Locale.ROOT).equals(facts.get(fact.getKey())));
	}
}
