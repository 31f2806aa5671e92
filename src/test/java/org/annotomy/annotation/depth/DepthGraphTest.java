package org.annotomy.annotation.depth;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.annotomy.annotation.model.Link;
import org.junit.Test;

public class DepthGraphTest {

	private static final UUID A = new UUID(1, 1);
	private static final UUID B = new UUID(1, 2);
	private static final UUID C = new UUID(1, 3);

	@Test
	public void whatIsSaidOfOneIsSaidOfTheOther() {
		for (Depth depth : Depth.values()) {
			DepthGraph graph = DepthGraph.EMPTY.with(A, depth, B);
			assertEquals(depth, graph.between(A, B).orElseThrow());
			assertEquals(depth.reverse(), graph.between(B, A).orElseThrow());
			assertEquals(depth, depth.reverse().reverse());
		}
	}

	@Test
	public void aPairHasOneLinkWhicheverWayItIsSaid() {
		for (Depth depth : Depth.values()) {
			Link link = DepthGraph.link(A, depth, B);
			assertEquals(link, DepthGraph.link(B, depth.reverse(), A));
			assertEquals(depth, DepthGraph.of(List.of(link)).between(A, B).orElseThrow());
		}
	}

	@Test
	public void linksAboutOtherThingsArePassedOver() {
		assertTrue(DepthGraph.of(List.of(Link.of(Link.SAME_THING, A, B), Link.of("in-front-of", A, A))).isEmpty());
	}

	@Test
	public void aCycleIsRefusedWithItsChain() {
		DepthGraph graph = DepthGraph.EMPTY.with(A, Depth.IN_FRONT, B).with(B, Depth.SEE_THROUGH, C);
		DepthCycle cycle = assertThrows(DepthCycle.class, () -> graph.with(C, Depth.IN_FRONT, A));
		assertEquals(List.of(A, B, C), cycle.chain());
		assertThrows(DepthCycle.class, () -> graph.with(A, Depth.BEHIND, C));
		assertEquals("an unknown order is no cycle", Depth.UNKNOWN, graph.with(C, Depth.UNKNOWN, A).between(A, C).orElseThrow());
		assertEquals("saying the reverse takes the place of what was said", Depth.BEHIND,
				graph.with(A, Depth.BEHIND, B).between(A, B).orElseThrow());
	}

	@Test
	public void cyclesOfFilesAreReadAndTold() {
		DepthGraph graph = DepthGraph.of(List.of(DepthGraph.link(A, Depth.IN_FRONT, B), DepthGraph.link(B, Depth.IN_FRONT, C),
				DepthGraph.link(C, Depth.IN_FRONT, A), DepthGraph.link(C, Depth.IN_FRONT, new UUID(2, 2))));
		assertEquals(Set.of(A, B, C), graph.inCycles());
		assertTrue("ends, though nobody can be right",
				graph.raised(new HashMap<>(Map.of(A, 0, B, 0, C, 0)), List.of(A)).size() <= 3);
	}

	/** For any order that is said and any object that moves, all that is said holds afterwards. */
	@Test
	public void ordersAgreeWithWhatIsSaid() {
		Random random = new Random(20261127);
		for (int round = 0; round < 200; round++) {
			List<UUID> objects = new ArrayList<>();
			Map<UUID, Integer> orders = new HashMap<>();
			for (int i = 0; i < 8; i++) {
				objects.add(new UUID(round, i));
				orders.put(objects.get(i), random.nextInt(4));
			}
			DepthGraph graph = DepthGraph.EMPTY;
			for (int i = 0; i < 12; i++) {
				UUID one = objects.get(random.nextInt(8));
				UUID other = objects.get(random.nextInt(8));
				if (one.equals(other)) continue;
				Depth depth = Depth.values()[random.nextInt(5)];
				try {
					graph = graph.with(one, depth, other);
				} catch (DepthCycle refused) {
					continue;
				}
				orders.putAll(graph.raised(orders, List.of(depth.isInFront() ? other : one)));
				requireAgreement(graph, orders);
			}
			UUID moved = objects.get(random.nextInt(8));
			boolean down = random.nextBoolean();
			orders.put(moved, down ? -100 : 100);
			orders.putAll(down ? graph.lowered(orders, List.of(moved)) : graph.raised(orders, List.of(moved)));
			requireAgreement(graph, orders);
			assertEquals("the one that moved stays", down ? -100 : 100, (int) orders.get(moved));
		}
	}

	private static void requireAgreement(DepthGraph graph, Map<UUID, Integer> orders) {
		for (UUID object : graph.objects())
			graph.of(object).forEach((other, depth) -> assertTrue(object + " " + depth + " " + other + " " + orders,
					!depth.isInFront() || orders.get(object) > orders.get(other)));
	}
}
