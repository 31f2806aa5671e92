package org.annotomy.annotation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.model.Link;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.model.Status;
import org.annotomy.annotation.shape.RectangleShape;
import org.junit.Before;
import org.junit.Test;

public class ObjectEditsTest {

	private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

	private final AnnotationDocument document = RandomEdits.emptyDocument();
	private final ObjectEdits edits = new ObjectEdits(document, NOW);
	private final AnnotationObject first = AnnotationObject.builder(RectangleShape.of(1, 1, 4, 4), Plane.slice(2)).name("L1")
			.classKey("target").build();
	private final AnnotationObject second = AnnotationObject.builder(RectangleShape.of(9, 9, 4, 4), Plane.slice(3)).name("L2")
			.build();

	@Before
	public void addBoth() {
		edits.add(first);
		edits.add(second);
	}

	@Test
	public void eachIsOneStepOfUndo() {
		DocumentState before = DocumentState.of(document);
		List<UUID> both = List.of(first.id(), second.id());
		List<Runnable> actions = List.of(() -> edits.relabel(both, "node"), () -> edits.rename(both, "x"),
				() -> edits.comment(both, "y"),
				() -> edits.answer(both, "margin", AttributeValue.of("sharp")), () -> edits.lock(both, true),
				() -> edits.show(both, false),
				() -> edits.transparency(both, 0.7, false), () -> edits.bringToFront(both),
				() -> edits.sendToBack(both),
				() -> edits.status(both, Status.FINAL), () -> edits.reshape(first.id(), RectangleShape.of(0, 0, 1, 1)),
				() -> edits.move(both, 1, 2),
				() -> edits.duplicate(both, Plane.slice(7)), () -> edits.remove(both));
		for (int i = 0; i < actions.size(); i++) {
			actions.get(i).run();
			assertNotEquals("action " + i + " changed nothing", before, DocumentState.of(document));
			document.undo();
			assertEquals("action " + i, before, DocumentState.of(document));
		}
	}

	@Test
	public void aChangeNotesItsTime() {
		edits.rename(List.of(first.id()), "new");
		assertEquals(NOW, document.object(first.id()).orElseThrow().provenance().modified());
	}

	@Test
	public void inFrontIsBeforeAllOthers() {
		edits.bringToFront(List.of(first.id()));
		assertTrue(order(first) > order(second));
		edits.sendToBack(List.of(first.id()));
		assertTrue(order(first) < order(second));
	}

	@Test
	public void removingAnObjectRemovesItsLinks() {
		document.edit("link").put(Link.of("same-lesion", first.id(), second.id())).apply();
		edits.remove(List.of(second.id()));
		assertTrue(document.links().isEmpty());
		document.undo();
		assertEquals(1, document.links().size());
	}

	@Test
	public void aDuplicateIsAnotherObject() {
		edits.duplicate(List.of(first.id()), Plane.slice(7));
		assertEquals(3, document.objects().size());
		assertTrue(document.objects().stream()
				.anyMatch(o -> o.plane().z() == 7 && !o.id().equals(first.id()) && "target".equals(o.classKey())));
	}

	@Test
	public void selectorsFindWhatTheyName() {
		assertEquals(Set.of(first.id(), second.id()), find("all"));
		assertEquals(Set.of(second.id()), find("last"));
		assertEquals(Set.of(first.id()), find("class:target"));
		assertEquals(Set.of(first.id()), find("slice:3"));
		assertEquals(Set.of(first.id(), second.id()), find("L2, " + first.id()));
		assertEquals(Set.of(second.id()), ObjectSelector.find("selected", document, List.of(second.id())));
		edits.remove(List.of(first.id(), second.id()));
		assertTrue(find("all").isEmpty());
	}

	@Test
	public void selectorsSayWhatTheyDoNotFind() {
		assertRefused("L9",
				"There is no object \"L9\". Say all, selected, last, class:KEY, slice:N, number:N, in:REGION, where:MEASUREMENT>VALUE, a name or an id.");
		assertRefused("selected", "No object is selected. Select one in the object table or on the image.");
		assertRefused("slice:x", "\"slice:x\" needs a whole number after the colon.");
		edits.remove(List.of(first.id(), second.id()));
		assertRefused("last", "There is no object yet.");
	}

	private void assertRefused(String text, String message) {
		assertEquals(message, assertThrows(IllegalArgumentException.class, () -> find(text)).getMessage());
	}

	private Set<UUID> find(String text) {
		return ObjectSelector.find(text, document, List.of());
	}

	private int order(AnnotationObject object) {
		assertFalse(document.object(object.id()).isEmpty());
		return document.object(object.id()).orElseThrow().appearance().order();
	}
}
