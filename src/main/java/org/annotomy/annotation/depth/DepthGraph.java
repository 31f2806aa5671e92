package org.annotomy.annotation.depth;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.annotomy.annotation.model.Link;
import org.annotomy.json.JsonObject;

/**
 * What is said of the depth of objects of one image: of each pair one thing at most, kept as one link from the one in front to the one behind.
 * Immutable. A chain of objects each in front of the next that comes back to its beginning is a cycle: it can be read (from a file of another
 * program), and is told, but {@link #with} does not make one.
 */
public final class DepthGraph {

	/** Nothing is said. */
	public static final DepthGraph EMPTY = new DepthGraph(Map.of());

	private final Map<UUID, Map<UUID, Depth>> said;

	private DepthGraph(Map<UUID, Map<UUID, Depth>> said) {
		this.said = said;
	}

	/** What the links of a document say; those about anything else, or of other images, are passed over. */
	public static DepthGraph of(Collection<Link> links) {
		Map<UUID, Map<UUID, Depth>> said = new LinkedHashMap<>();
		for (Link link : links)
			if (isOfDepth(link)) put(said, link.from(), Depth.ofRelation(link.relation()), link.to());
		return said.isEmpty() ? EMPTY : new DepthGraph(said);
	}

	/** Whether a link says how two objects of one image lie. */
	public static boolean isOfDepth(Link link) {
		return link.image().isEmpty() && Depth.ofRelation(link.relation()) != null && !link.from().equals(link.to());
	}

	private static void put(Map<UUID, Map<UUID, Depth>> said, UUID object, Depth depth, UUID other) {
		said.computeIfAbsent(object, id -> new LinkedHashMap<>()).put(other, depth);
		said.computeIfAbsent(other, id -> new LinkedHashMap<>()).put(object, depth.reverse());
	}

	/** The link that says it. Its id depends on the pair alone, so that a pair never has two. */
	public static Link link(UUID object, Depth depth, UUID other) {
		boolean turn = depth.isBehind() || depth == Depth.UNKNOWN && object.compareTo(other) > 0;
		return new Link(idOf(object, other), depth.relation(), turn ? other : object, turn ? object : other, JsonObject.EMPTY,
				null, Double.NaN, JsonObject.EMPTY);
	}

	/** Id of the link between two objects, in either order. */
	public static UUID idOf(UUID a, UUID b) {
		String pair = a.compareTo(b) < 0 ? a + " " + b : b + " " + a;
		return UUID.nameUUIDFromBytes(("depth " + pair).getBytes(StandardCharsets.US_ASCII));
	}

	public boolean isEmpty() { return said.isEmpty(); }

	/** All objects of which something is said. */
	public Set<UUID> objects() {
		return Set.copyOf(said.keySet());
	}

	/** What is said of an object, by the other one. */
	public Map<UUID, Depth> of(UUID object) {
		return said.getOrDefault(object, Map.of());
	}

	/** How an object lies to another one, if anything is said. */
	public Optional<Depth> between(UUID object, UUID other) {
		return Optional.ofNullable(of(object).get(other));
	}

	/** The objects that cover an object and do not let it through. */
	public List<UUID> covering(UUID object) {
		return of(object).entrySet().stream().filter(e -> e.getValue() == Depth.BEHIND).map(Map.Entry::getKey).toList();
	}

	/**
	 * This and one thing more.
	 *
	 * @param depth null takes back what was said of the pair
	 * @throws DepthCycle if it would make a cycle
	 */
	public DepthGraph with(UUID object, Depth depth, UUID other) {
		Map<UUID, Map<UUID, Depth>> changed = new LinkedHashMap<>();
		said.forEach((id, others) -> changed.put(id, new LinkedHashMap<>(others)));
		forget(changed, object, other);
		forget(changed, other, object);
		if (depth != null) {
			UUID front = depth.isInFront() ? object : other;
			UUID behind = depth.isInFront() ? other : object;
			List<UUID> chain = depth == Depth.UNKNOWN ? List.of() : new DepthGraph(changed).chain(behind, front);
			if (!chain.isEmpty()) throw new DepthCycle(chain);
			put(changed, object, depth, other);
		}
		return new DepthGraph(changed);
	}

	private static void forget(Map<UUID, Map<UUID, Depth>> said, UUID object, UUID other) {
		Map<UUID, Depth> others = said.get(object);
		if (others == null) return;
		others.remove(other);
		if (others.isEmpty()) said.remove(object);
	}

	/**
	 * The objects from one to another, each in front of the next; the shortest such chain.
	 *
	 * @return with both ends; empty if there is none
	 */
	public List<UUID> chain(UUID front, UUID behind) {
		Map<UUID, UUID> before = new HashMap<>();
		List<UUID> next = new ArrayList<>(List.of(front));
		for (int i = 0; i < next.size(); i++)
			for (UUID farther : neighbours(next.get(i), true)) {
				if (before.putIfAbsent(farther, next.get(i)) != null) continue;
				if (farther.equals(behind)) return walked(front, behind, before);
				next.add(farther);
			}
		return List.of();
	}

	private static List<UUID> walked(UUID front, UUID behind, Map<UUID, UUID> before) {
		List<UUID> chain = new ArrayList<>(List.of(behind));
		UUID at = behind;
		do {
			at = before.get(at);
			chain.add(0, at);
		} while (!at.equals(front));
		return chain;
	}

	private List<UUID> neighbours(UUID object, boolean behind) {
		return of(object).entrySet().stream().filter(e -> behind ? e.getValue().isInFront() : e.getValue().isBehind())
				.map(Map.Entry::getKey).toList();
	}

	/** Objects that are said to be in front of themselves, over others. */
	public Set<UUID> inCycles() {
		Set<UUID> found = new LinkedHashSet<>();
		for (UUID object : said.keySet())
			if (!chain(object, object).isEmpty()) found.add(object);
		return found;
	}

	/**
	 * Numbers of drawing, higher in front, that agree with what is said: those of the objects that have moved stay, those in front of them are
	 * raised as far as needed.
	 *
	 * @param orders of all objects of the graph
	 * @return those that are other than before
	 */
	public Map<UUID, Integer> raised(Map<UUID, Integer> orders, Collection<UUID> moved) {
		return settled(orders, moved, false);
	}

	/** Likewise, but those behind the ones that have moved are lowered. */
	public Map<UUID, Integer> lowered(Map<UUID, Integer> orders, Collection<UUID> moved) {
		return settled(orders, moved, true);
	}

	private Map<UUID, Integer> settled(Map<UUID, Integer> orders, Collection<UUID> moved, boolean down) {
		Map<UUID, Integer> now = new HashMap<>(orders);
		for (UUID object : moved)
			settle(object, now, down, new HashSet<>());
		now.entrySet().removeIf(e -> e.getValue().equals(orders.get(e.getKey())));
		return now;
	}

	/** @param above objects on the way here: in a cycle nobody can be right */
	private void settle(UUID object, Map<UUID, Integer> orders, boolean down, Set<UUID> above) {
		if (!orders.containsKey(object) || !above.add(object)) return;
		int step = down ? -1 : 1;
		for (UUID next : neighbours(object, down)) {
			Integer order = orders.get(next);
			boolean fits = order == null || step * (order - orders.get(object)) >= 1;
			if (fits || above.contains(next)) continue;
			orders.put(next, orders.get(object) + step);
			settle(next, orders, down, above);
		}
		above.remove(object);
	}
}
