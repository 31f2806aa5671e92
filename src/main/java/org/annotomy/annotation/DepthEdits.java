package org.annotomy.annotation;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.annotomy.annotation.depth.Depth;
import org.annotomy.annotation.depth.DepthCycle;
import org.annotomy.annotation.depth.DepthGraph;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Link;
import org.annotomy.annotation.model.Occlusion;

/**
 * Says which of overlapping objects lies in front, as in projections; each method is one step of undo. The order of drawing follows what is
 * said: what lies in front is drawn later.
 */
public final class DepthEdits {

	private final AnnotationDocument document;

	public DepthEdits(AnnotationDocument document) {
		this.document = document;
	}

	/**
	 * Says how objects lie to others, in the place of what was said before.
	 *
	 * @param depth of each of the objects to each of the others; null takes back what was said of them, {@code others} empty to all
	 * @param occlusion how much of the objects is seen; null for as it was
	 * @throws IllegalArgumentException if an object would lie in front of itself, over others or at once, or two lie on different slices;
	 *             nothing happens then
	 * @throws LockedException if an object whose state or order of drawing has to change is locked
	 */
	public Edit say(Collection<UUID> objects, Depth depth, Collection<UUID> others, Occlusion occlusion) {
		EditBuilder edit = document.edit("Set depth order");
		if (occlusion != null)
			edit.change(objects, object -> object.toBuilder().occlusion(occlusion).build());
		DepthGraph graph = DepthGraph.of(document.links());
		Set<UUID> moved = new LinkedHashSet<>();
		for (UUID object : objects)
			for (UUID other : depth == null && others.isEmpty() ? List.copyOf(graph.of(object).keySet()) : others) {
				if (depth != null) requireTogether(require(object), require(other));
				graph = with(graph, object, depth, other);
				if (depth == null) edit.removeLink(DepthGraph.idOf(object, other));
				else edit.put(DepthGraph.link(object, depth, other));
				moved.add(depth != null && depth.isInFront() ? other : object);
			}
		graph.raised(orders(graph), moved).forEach((id, order) -> edit.put(reordered(id, order, occlusion, objects)));
		return edit.apply();
	}

	/** Says only how much of the objects is seen. */
	public Edit occlusion(Collection<UUID> objects, Occlusion occlusion) {
		return document.edit("Set visibility")
				.change(objects, object -> object.toBuilder().occlusion(occlusion).build()).apply();
	}

	/** Draws objects in another order; those that are said to lie in front of them, or behind, keep their side. */
	Edit reorder(String name, Collection<UUID> ids, int order, boolean down) {
		EditBuilder edit = document.edit(name).change(ids,
				object -> object.toBuilder().appearance(object.appearance().withOrder(order)).build());
		DepthGraph graph = DepthGraph.of(document.links());
		if (graph.isEmpty()) return edit.apply();
		Map<UUID, Integer> orders = orders(graph);
		Set<UUID> moved = new HashSet<>(orders.keySet());
		moved.retainAll(ids);
		moved.forEach(id -> orders.put(id, order));
		Map<UUID, Integer> others = down ? graph.lowered(orders, moved) : graph.raised(orders, moved);
		others.forEach((id, settled) -> edit.put(reordered(id, settled, null, List.of())));
		return edit.apply();
	}

	private AnnotationObject reordered(UUID id, int order, Occlusion occlusion, Collection<UUID> occluded) {
		AnnotationObject object = require(id);
		AnnotationObject.Builder to = object.toBuilder().appearance(object.appearance().withOrder(order));
		return occlusion != null && occluded.contains(id) ? to.occlusion(occlusion).build() : to.build();
	}

	private Map<UUID, Integer> orders(DepthGraph graph) {
		Map<UUID, Integer> orders = new HashMap<>();
		for (UUID id : graph.objects())
			document.object(id).ifPresent(object -> orders.put(id, object.appearance().order()));
		return orders;
	}

	private DepthGraph with(DepthGraph graph, UUID object, Depth depth, UUID other) {
		if (object.equals(other))
			throw new IllegalArgumentException(words(object) + " cannot overlap itself. Choose another object.");
		try {
			return graph.with(object, depth, other);
		} catch (DepthCycle cycle) {
			String chain = cycle.chain().stream().map(this::words).collect(Collectors.joining(" in front of "));
			throw new IllegalArgumentException(words(object) + " cannot lie " + depth.words() + " " + words(other)
					+ ", since it is said already: " + chain + ". Take one of these back first.", cycle);
		}
	}

	private static void requireTogether(AnnotationObject a, AnnotationObject b) {
		boolean together = a.span() == null ? b.reaches(a.plane().z(), a.plane().t()) : isMet(a, b);
		if (!together)
			throw new IllegalArgumentException(
					words(a) + " and " + words(b) + " lie on different slices: neither can lie in front of the other.");
	}

	private static boolean isMet(AnnotationObject a, AnnotationObject b) {
		if (b.span() == null) return a.reaches(b.plane().z(), b.plane().t());
		return a.span().firstZ() <= b.span().lastZ() && b.span().firstZ() <= a.span().lastZ()
				&& a.span().firstT() <= b.span().lastT() && b.span().firstT() <= a.span().lastT();
	}

	private AnnotationObject require(UUID id) {
		return document.object(id).orElseThrow(() -> new IllegalArgumentException("The object is gone."));
	}

	private String words(UUID id) {
		return document.object(id).map(DepthEdits::words).orElse("an object that is gone");
	}

	private static String words(AnnotationObject object) {
		return object.name() == null ? "the " + object.shape().kind().key() + " without a name" : "\"" + object.name() + "\"";
	}

	/**
	 * Takes in what another document says of the depth of objects that this one has too; what would contradict what is said here is left out.
	 *
	 * @param edit that adds the objects
	 * @param links of the other document
	 * @param objects ids of those that are here, or are added
	 * @return how many entries were left out
	 */
	public static int takeIn(EditBuilder edit, Collection<Link> links, Set<UUID> objects) {
		DepthGraph graph = DepthGraph.of(edit.document().links());
		int left = 0;
		for (Link link : links) {
			boolean here = DepthGraph.isOfDepth(link) && objects.contains(link.from()) && objects.contains(link.to());
			if (!here) continue;
			Depth depth = DepthGraph.of(List.of(link)).between(link.from(), link.to()).orElseThrow();
			if (graph.between(link.from(), link.to()).isPresent()) {
				if (graph.between(link.from(), link.to()).get() != depth) left++;
				continue;
			}
			try {
				graph = graph.with(link.from(), depth, link.to());
				edit.put(DepthGraph.link(link.from(), depth, link.to()));
			} catch (DepthCycle contradiction) {
				left++;
			}
		}
		return left;
	}
}
