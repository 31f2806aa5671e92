package org.annotomy.annotation.detection;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNotSame;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.Change.KindChange;
import org.annotomy.annotation.Edit;
import org.annotomy.annotation.LockedException;
import org.annotomy.annotation.ObjectEdits;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.geometry.Box;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.junit.Test;

public class DetectionsTest {

	private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

	private final List<AnnotationObject> cells = Cells.some(1250, 50, 40, 5);

	private AnnotationDocument document() {
		AnnotationDocument document = new AnnotationDocument(
				ImageIdentity.of("slide", new ImageSize(2000, 2000, 1, 1, 1)), Protocol.NONE);
		document.edit("Import").addDetections(Cells.blocks(cells, 350)).apply();
		return document;
	}

	private static Map<UUID, AnnotationObject> byId(List<AnnotationObject> objects) {
		return objects.stream().collect(Collectors.toMap(AnnotationObject::id, Function.identity()));
	}

	@Test
	public void whatComesBackIsWhatWentIn() {
		AnnotationDocument document = document();
		assertEquals(1250, document.objects().size());
		assertEquals(byId(cells), byId(document.objects()));
		assertEquals(0, document.individualObjects().size());
		for (AnnotationObject cell : cells)
			assertEquals(cell, document.object(cell.id()).orElseThrow());
		assertTrue(document.object(new UUID(1, 2)).isEmpty());
	}

	@Test
	public void anOutlineThatABlockCannotHoldIsNotTaken() {
		BlockBuilder block = new BlockBuilder();
		assertFalse("a bow-tie", block.add(with(PolygonShape.of(0, 0, 10, 10, 10, 0, 0, 10))));
		assertFalse("four decimals", block.add(with(PolygonShape.of(0, 0, 10.0001, 0, 5, 10))));
		assertFalse("a rectangle is read back as one", block.add(with(PolygonShape.of(0, 0, 10, 0, 10, 10, 0, 10))));
		assertFalse("a turned rectangle", block.add(with(new RectangleShape(new Box(0, 0, 2, 2), 30))));
		assertFalse("no area on the grid of 0.01", block.add(with(PolygonShape.of(0, 0, 0.004, 0, 0.002, 0.004))));
		assertFalse("beyond any image", block.add(with(PolygonShape.of(0, 0, 1e8, 0, 5, 10))));
		assertTrue("three decimals", block.add(with(PolygonShape.of(0.125, 0, 10.001, 0, 5, 10))));
		assertTrue("a hook, which no place sees all of",
				block.add(with(PolygonShape.of(0, 0, 9, 0, 9, 9, 7, 9, 7, 2, 0, 2, -1, 1))));
		assertTrue("an upright rectangle", block.add(with(new RectangleShape(new Box(0, 0, 2, 2), 0))));
		assertEquals(3, block.size());
	}

	private AnnotationObject with(org.annotomy.annotation.shape.Shape shape) {
		return AnnotationObject.builder(shape, Plane.FIRST).build();
	}

	@Test
	public void aBoxFindsWhatLookingAtEachFinds() {
		Detections detections = document().detections();
		Random random = new Random(7);
		for (int i = 0; i < 200; i++) {
			Box box = new Box(random.nextDouble() * 2100 - 50, random.nextDouble() * 2100 - 50, random.nextDouble() * 300,
					random.nextDouble() * 300);
			Set<UUID> expected = new HashSet<>();
			for (AnnotationObject cell : cells)
				if (cell.shape().bounds().intersects(box)) expected.add(cell.id());
			Set<UUID> found = new HashSet<>();
			for (DetectionPlace place : detections.at(box, Integer.MAX_VALUE, kind -> true))
				found.add(detections.object(place).id());
			assertEquals(expected, found);
		}
	}

	@Test
	public void aChangeOfClassIsOneStepAndTouchesKindsAlone() {
		AnnotationDocument document = document();
		Detections before = document.detections();
		Set<UUID> stroma = new HashSet<>();
		for (AnnotationObject cell : cells)
			if ("stroma".equals(cell.classKey())) stroma.add(cell.id());
		Edit edit = new ObjectEdits(document, NOW).relabel(stroma, "lymphocyte");
		assertTrue(edit.changes().stream().allMatch(KindChange.class::isInstance));
		assertTrue("more than a few bytes each: " + edit.weightBytes(), edit.weightBytes() < 10 * cells.size());
		Map<UUID, AnnotationObject> expected = new HashMap<>();
		for (AnnotationObject cell : cells)
			expected.put(cell.id(), stroma.contains(cell.id())
					? cell.toBuilder().classKey("lymphocyte").modifiedAt(NOW).build()
					: cell);
		assertEquals(expected, byId(document.objects()));
		assertSame("outlines are shared", before.block(1).outlines(), document.detections().block(1).outlines());
		document.undo();
		assertEquals(byId(cells), byId(document.objects()));
		document.redo();
		assertEquals(expected, byId(document.objects()));
	}

	@Test
	public void randomEditsDoWhatTheyDoToObjectsOfTheirOwn() {
		AnnotationDocument packed = document();
		AnnotationDocument plain = new AnnotationDocument(packed.image(), Protocol.NONE);
		var edit = plain.edit("Import");
		cells.forEach(edit::put);
		edit.apply();
		Random random = new Random(11);
		List<UUID> ids = new ArrayList<>(cells.stream().map(AnnotationObject::id).toList());
		for (int step = 0; step < 40; step++) {
			List<UUID> some = new ArrayList<>();
			for (int i = random.nextInt(30); i >= 0; i--)
				some.add(ids.get(random.nextInt(ids.size())));
			int what = random.nextInt(7);
			for (AnnotationDocument document : List.of(packed, plain))
				edit(document, what, some, step);
			assertEquals("step " + step, byId(plain.objects()), byId(packed.objects()));
			if (step % 20 == 19) assertEquals(byId(plain.objects()).keySet(), new HashSet<>(found(packed, ids)));
		}
		while (plain.undoName().isPresent()) {
			assertEquals(plain.undo(), packed.undo());
			if (plain.historyNames().size() % 10 == 1) assertEquals(byId(plain.objects()), byId(packed.objects()));
		}
	}

	private static List<UUID> found(AnnotationDocument document, List<UUID> ids) {
		return ids.stream().filter(id -> document.object(id).isPresent()).toList();
	}

	private static void edit(AnnotationDocument document, int what, List<UUID> some, int step) {
		ObjectEdits edits = new ObjectEdits(document, NOW.plusSeconds(step));
		switch (what) {
			case 0 -> edits.relabel(some, "class " + step % 3);
			case 1 -> edits.move(some, 0.25, -1);
			case 2 -> edits.remove(some.subList(0, 1));
			case 3 -> edits.rename(some, "n" + step);
			case 4 -> edits.show(some, step % 2 == 0);
			case 5 -> edits.move(some.subList(0, 1), 1e-5, 0);
			default -> {
				edits.remove(some);
				document.undo();
			}
		}
	}

	@Test
	public void anOutlineThatNoLongerFitsBecomesAnObjectOfItsOwn() {
		AnnotationDocument document = document();
		AnnotationObject cell = cells.get(77);
		PolygonShape shape = PolygonShape.of(1.23456, 0, 5, 5, 0, 9);
		new ObjectEdits(document, NOW).reshape(cell.id(), shape);
		assertEquals(1, document.individualObjects().size());
		assertEquals(1249, document.detections().count());
		assertEquals(shape, document.object(cell.id()).orElseThrow().shape());
		document.undo();
		assertEquals(0, document.individualObjects().size());
		assertEquals(cell, document.object(cell.id()).orElseThrow());
	}

	@Test
	public void aLockedDetectionStays() {
		AnnotationDocument document = document();
		ObjectEdits edits = new ObjectEdits(document, NOW);
		UUID id = cells.get(3).id();
		edits.lock(List.of(id), true);
		assertThrows(LockedException.class, () -> edits.relabel(List.of(id, cells.get(4).id()), "tumor 2"));
		assertThrows(LockedException.class, () -> edits.remove(List.of(id)));
		assertEquals(cells.get(4), document.object(cells.get(4).id()).orElseThrow());
		edits.lock(List.of(id), false);
		edits.remove(List.of(id));
		assertTrue(document.object(id).isEmpty());
	}

	@Test
	public void aBlockIsTheSameHoweverItsRowsCameIn() {
		List<AnnotationObject> turned = new ArrayList<>(cells.subList(0, 500));
		DetectionBlock block = Cells.blocks(turned, 500).get(0);
		BlockBuilder again = new BlockBuilder();
		for (int row = 0; row < block.size(); row++)
			assertTrue(again.add(block.object(row)));
		DetectionBlock second = again.build();
		assertEquals(block, second);
		assertNotSame(block, second);
		assertNotNull(second.outlines());
	}

	@Test
	public void centreAndAreaAreThoseOfTheFormula() {
		BlockBuilder builder = new BlockBuilder();
		builder.add(with(PolygonShape.of(1000, 2000, 1004, 2000, 1000, 2003)));
		Outlines triangle = builder.build().outlines();
		assertEquals(6, triangle.area(0), 0);
		assertEquals(1000 + 4 / 3.0, triangle.centroid(0)[0], 1e-9);
		assertEquals(2001, triangle.centroid(0)[1], 1e-9);
		assertTrue(triangle.contains(0, 1001, 2001));
		assertFalse(triangle.contains(0, 1003, 2002));
	}
}
