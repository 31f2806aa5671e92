package org.annotomy.annotation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.annotomy.annotation.depth.Depth;
import org.annotomy.annotation.depth.DepthGraph;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Occlusion;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.shape.RectangleShape;
import org.junit.Before;
import org.junit.Test;

public class DepthEditsTest {

	private final AnnotationDocument document = RandomEdits.emptyDocument();
	private final ObjectEdits objects = new ObjectEdits(document, Instant.EPOCH);
	private final DepthEdits edits = new DepthEdits(document);
	private final UUID rib = mark("Rib", Plane.FIRST);
	private final UUID heart = mark("Heart", Plane.FIRST);
	private final UUID mass = mark("Mass", Plane.FIRST);
	private final UUID elsewhere = mark("Elsewhere", Plane.slice(3));
	private DocumentState before;

	private UUID mark(String name, Plane plane) {
		AnnotationObject object = AnnotationObject.builder(RectangleShape.of(1, 1, 8, 8), plane).name(name).build();
		objects.add(object);
		return object.id();
	}

	@Before
	public void remember() {
		before = DocumentState.of(document);
	}

	private int order(UUID id) {
		return document.object(id).orElseThrow().appearance().order();
	}

	private DepthGraph graph() {
		return DepthGraph.of(document.links());
	}

	@Test
	public void oneStepOfUndoEach() {
		edits.say(List.of(rib), Depth.IN_FRONT, List.of(heart, mass), Occlusion.PARTLY_COVERED);
		assertEquals(Occlusion.PARTLY_COVERED, document.object(rib).orElseThrow().occlusion());
		assertEquals(2, graph().of(rib).size());
		document.undo();
		assertEquals(before, DocumentState.of(document));
		edits.occlusion(List.of(heart, mass), Occlusion.INFERRED);
		document.undo();
		assertEquals(before, DocumentState.of(document));
	}

	@Test
	public void whatIsInFrontIsDrawnLaterAndStaysSo() {
		edits.say(List.of(rib), Depth.IN_FRONT, List.of(heart), null);
		edits.say(List.of(heart), Depth.SEE_THROUGH, List.of(mass), null);
		assertTrue(order(rib) > order(heart) && order(heart) > order(mass));
		objects.bringToFront(List.of(mass));
		assertTrue(order(rib) > order(heart) && order(heart) > order(mass));
		objects.sendToBack(List.of(rib, elsewhere));
		assertTrue(order(rib) > order(heart) && order(heart) > order(mass));
		assertTrue(order(elsewhere) > order(mass));
	}

	@Test
	public void frontOfFrontIsRefusedInWordsAndNothingHappens() {
		edits.say(List.of(rib), Depth.IN_FRONT, List.of(heart), null);
		edits.say(List.of(mass), Depth.BEHIND, List.of(heart), null);
		DocumentState said = DocumentState.of(document);
		String message = assertThrows(IllegalArgumentException.class,
				() -> edits.say(List.of(mass), Depth.IN_FRONT, List.of(elsewhere, rib), Occlusion.NONE)).getMessage();
		assertTrue(message, message.contains("lie on different slices"));
		message = assertThrows(IllegalArgumentException.class,
				() -> edits.say(List.of(mass), Depth.IN_FRONT, List.of(rib), null)).getMessage();
		assertEquals(
				"\"Mass\" cannot lie in front of \"Rib\", since it is said already: \"Rib\" in front of \"Heart\" in front of"
						+ " \"Mass\". Take one of these back first.",
				message);
		assertThrows(IllegalArgumentException.class, () -> edits.say(List.of(mass), Depth.UNKNOWN, List.of(mass), null));
		assertEquals(said, DocumentState.of(document));
	}

	@Test
	public void whatWasSaidIsTakenBack() {
		edits.say(List.of(rib), Depth.IN_FRONT, List.of(heart, mass), null);
		edits.say(List.of(rib), null, List.of(heart), null);
		assertEquals(Set.of(rib, mass), graph().objects());
		edits.say(List.of(mass), null, List.of(), null);
		assertTrue(graph().isEmpty());
	}

	@Test
	public void whatIsRemovedTakesItsRelationsWithIt() {
		edits.say(List.of(rib), Depth.IN_FRONT, List.of(heart, mass), null);
		DocumentState said = DocumentState.of(document);
		document.edit("Wipe out").removeObject(heart).apply();
		assertEquals(Set.of(rib, mass), graph().objects());
		document.undo();
		assertEquals(said, DocumentState.of(document));
	}

	@Test
	public void whatAFileSaysIsTakenInUnlessItContradicts() {
		edits.say(List.of(rib), Depth.IN_FRONT, List.of(heart), null);
		EditBuilder edit = document.edit("Import");
		int left = DepthEdits.takeIn(edit, List.of(DepthGraph.link(heart, Depth.IN_FRONT, mass),
				DepthGraph.link(mass, Depth.IN_FRONT, rib), DepthGraph.link(heart, Depth.IN_FRONT, UUID.randomUUID())),
				Set.of(rib, heart, mass));
		edit.apply();
		assertEquals("a cycle; of what is not there nobody asks", 1, left);
		assertEquals(Depth.IN_FRONT, graph().between(heart, mass).orElseThrow());
		assertTrue(graph().between(mass, rib).isEmpty());
	}
}
