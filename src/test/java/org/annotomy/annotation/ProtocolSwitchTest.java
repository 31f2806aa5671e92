package org.annotomy.annotation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.protocol.ProtocolCatalog;
import org.annotomy.annotation.shape.RectangleShape;
import org.junit.Before;
import org.junit.Test;

public class ProtocolSwitchTest {

	private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");

	private final AnnotationDocument document = RandomEdits.emptyDocument();
	private final Protocol chest = ProtocolCatalog.builtIn(Locale.ROOT).find("onco-chest-ct").orElseThrow();
	private final AnnotationObject nodule = AnnotationObject.builder(RectangleShape.of(1, 1, 4, 4), Plane.slice(2))
			.classKey("nodule").attribute("shade", AttributeValue.of("solid")).build();
	private final AnnotationObject target = AnnotationObject.builder(RectangleShape.of(9, 9, 4, 4), Plane.slice(2))
			.classKey("target").build();
	private final Segment liver = Segment.of(UUID.randomUUID(), 0, 1, "Liver", "liver");

	@Before
	public void mark() {
		document.edit("Draw").put(nodule).put(target).put(liver).label(LabelScope.IMAGE, "grade", AttributeValue.of("2"))
				.complete(true).apply();
	}

	@Test
	public void marksTakeTheClassThatTheirsBecomes() {
		ProtocolSwitch change = new ProtocolSwitch(document, chest, Map.of("nodule", "target", "liver", "benign"));
		assertEquals(Set.of(), change.leftOver());
		change.apply(NOW);
		AnnotationObject after = document.object(nodule.id()).orElseThrow();
		assertEquals("target", after.classKey());
		assertEquals(NOW, after.provenance().modified());
		assertEquals(target, document.object(target.id()).orElseThrow());
		assertEquals("benign", document.segment(liver.id()).orElseThrow().classKey());
		assertEquals(chest, document.protocol());
	}

	@Test
	public void whatTheNewProtocolLacksIsKept() {
		ProtocolSwitch change = new ProtocolSwitch(document, chest, Map.of());
		assertEquals(Set.of("liver", "nodule"), change.leftOver());
		change.apply(NOW);
		assertEquals(nodule, document.object(nodule.id()).orElseThrow());
		assertEquals(liver, document.segment(liver.id()).orElseThrow());
		assertEquals(Map.of("grade", AttributeValue.of("2")), document.labels(LabelScope.IMAGE));
	}

	@Test
	public void completedWorkIsTakenUpAgainUnlessTheProtocolIsTheSame() {
		new ProtocolSwitch(document, document.protocol(), Map.of()).apply(NOW);
		assertTrue(document.isComplete());
		new ProtocolSwitch(document, chest, Map.of()).apply(NOW);
		assertFalse(document.isComplete());
	}

	@Test
	public void itIsOneStepOfUndo() {
		DocumentState before = DocumentState.of(document);
		new ProtocolSwitch(document, chest, Map.of("nodule", "target")).apply(NOW);
		assertEquals("Change protocol", document.undoName().orElseThrow());
		document.undo();
		assertEquals(before, DocumentState.of(document));
	}

	@Test
	public void aLockedMarkIsNotReclassified() {
		document.edit("Lock").put(nodule.toBuilder().locked(true).build()).apply();
		DocumentState before = DocumentState.of(document);
		assertThrows(LockedException.class,
				() -> new ProtocolSwitch(document, chest, Map.of("nodule", "target")).apply(NOW));
		assertEquals(before, DocumentState.of(document));
		new ProtocolSwitch(document, chest, Map.of()).apply(NOW);
		assertEquals(chest, document.protocol());
	}

	@Test
	public void unknownClassesAreRefusedByName() {
		assertEquals("No mark has the class \"cyst\". In use: liver, nodule, target.", assertThrows(
				IllegalArgumentException.class, () -> new ProtocolSwitch(document, chest, Map.of("cyst", "target")))
				.getMessage());
		String message = assertThrows(IllegalArgumentException.class,
				() -> new ProtocolSwitch(document, chest, Map.of("nodule", "tumor"))).getMessage();
		assertTrue(message,
				message.startsWith("The protocol \"" + chest.title() + "\" has no class \"tumor\". It has: target, "));
	}

	@Test
	public void pairsAreReadFromText() {
		assertEquals(Map.of("a", "b", "c d", "e"), ProtocolSwitch.parse(" a = b; c d=e ;"));
		assertEquals(Map.of(), ProtocolSwitch.parse(""));
		for (String bad : List.of("a", "=b", "a=", "a=b;a=c"))
			assertThrows(bad, IllegalArgumentException.class, () -> ProtocolSwitch.parse(bad));
	}

	@Test
	public void aMapForLabelsWithoutMarksIsRefusedInWords() {
		assertEquals("No mark has a class yet: there is nothing to map.", assertThrows(IllegalArgumentException.class,
				() -> new ProtocolSwitch(RandomEdits.emptyDocument(), chest, Map.of("nodule", "target"))).getMessage());
	}
}
