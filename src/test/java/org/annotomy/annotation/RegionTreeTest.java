package org.annotomy.annotation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import org.annotomy.annotation.detection.Cells;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.ObjectType;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.shape.EllipseShape;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.annotation.shape.ShapeGeometry;
import org.annotomy.geometry.Box;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.junit.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/** Regions and the cells in them, and how commands say which cells they mean; held to looking at each object alone. */
public class RegionTreeTest {

	private static final AnnotationObject OUTER = region("outer", new RectangleShape(new Box(100, 100, 1200, 900), 0));
	private static final AnnotationObject INNER = region("inner", EllipseShape.inside(new Box(200, 200, 500, 400)));
	private static final AnnotationObject OTHER = region("other", PolygonShape.of(1500, 0, 2000, 0, 1500, 800));

	private final List<AnnotationObject> cells = Cells.some(2000, 50, 40, 8);
	private final AnnotationDocument document = new AnnotationDocument(
			ImageIdentity.of("slide", new ImageSize(2000, 1600, 1, 1, 1)), Protocol.NONE);

	public RegionTreeTest() {
		document.edit("Import").put(OUTER).put(INNER).put(OTHER).addDetections(Cells.blocks(cells, 333)).apply();
	}

	private static AnnotationObject region(String name, org.annotomy.annotation.shape.Shape shape) {
		return AnnotationObject.builder(shape, Plane.FIRST).name(name).build();
	}

	private static boolean isIn(AnnotationObject cell, AnnotationObject region) {
		Geometry area = ShapeGeometry.area(region.shape());
		Point centre = ShapeGeometry.area(cell.shape()).getCentroid();
		return area.covers(centre);
	}

	private Set<UUID> where(Predicate<AnnotationObject> wanted) {
		Set<UUID> ids = new HashSet<>();
		for (AnnotationObject object : document.objects())
			if (wanted.test(object)) ids.add(object.id());
		return ids;
	}

	private Set<UUID> find(String text) {
		return new HashSet<>(ObjectSelector.find(text, document, List.of(cells.get(3).id(), INNER.id())));
	}

	@Test
	public void whatComesInHangsWhereItWouldBePutLater() {
		List<AnnotationObject> hung = cells.stream().map(RegionTree.hanging(document)).toList();
		RegionTree.resolve(document);
		for (AnnotationObject cell : hung)
			assertEquals(document.object(cell.id()).orElseThrow().parent(), cell.parent());
		assertTrue(hung.stream().anyMatch(cell -> INNER.id().equals(cell.parent())));
		assertTrue(hung.stream().anyMatch(cell -> cell.parent() == null));
	}

	@Test
	public void eachCellHangsOnTheSmallestRegionAroundIt() {
		Edit edit = RegionTree.resolve(document);
		for (AnnotationObject cell : cells) {
			UUID expected = isIn(cell, INNER)
					? INNER.id()
					: isIn(cell, OUTER) ? OUTER.id() : isIn(cell, OTHER) ? OTHER.id() : null;
			assertEquals(expected, document.object(cell.id()).orElseThrow().parent());
		}
		assertEquals(OUTER.id(), document.object(INNER.id()).orElseThrow().parent());
		assertNull(document.object(OTHER.id()).orElseThrow().parent());
		assertTrue("a few bytes each: " + edit.weightBytes(), edit.weightBytes() < 20_000);
		assertTrue("nothing is left to do", RegionTree.resolve(document).isEmpty());
		document.undo();
		assertTrue(document.objects().stream().allMatch(object -> object.parent() == null));
	}

	@Test
	public void areasThatAreTheSameDoNotHangOnEachOther() {
		document.edit("Twin").put(region("twin", OUTER.shape())).apply();
		RegionTree.resolve(document);
		for (AnnotationObject object : document.individualObjects()) {
			int steps = 0;
			for (UUID up = object.id(); up != null; up = document.object(up).orElseThrow().parent())
				assertTrue("a circle", steps++ < 5);
		}
	}

	@Test
	public void cellsOfARegionAreCountedByClass() {
		AnnotationObject single = cells.get(1).withId(UUID.randomUUID()).toBuilder().type(ObjectType.CELL).classKey(null)
				.shape(INNER.shape()).build();
		document.edit("One more").put(single).apply();
		Map<String, Integer> expected = new HashMap<>();
		for (AnnotationObject cell : cells)
			if (isIn(cell, OUTER)) expected.merge(cell.classKey(), 1, Integer::sum);
		expected.put(null, 1);
		assertEquals(expected, RegionTree.countByClass(document, OUTER));
	}

	@Test
	public void selectorsFindWhatLookingAtEachFinds() {
		assertEquals(where(o -> true), find("all"));
		assertEquals(where(o -> "tumor".equals(o.classKey())), find("class:tumor"));
		assertEquals(where(o -> o.type() == ObjectType.DETECTION), find("detections"));
		assertEquals(where(o -> o.measurements().getOrDefault("Area", 0.0) > 70), find("where:Area>70"));
		assertEquals(where(o -> o.measurements().getOrDefault("Area", 99.0) <= 12.5), find("where:Area <= 12.5"));
		assertEquals(where(o -> o.type() == ObjectType.DETECTION && isIn(o, OUTER) || o.id().equals(INNER.id())),
				find("in:outer"));
		assertEquals(where(o -> "tumor".equals(o.classKey()) && isIn(o, INNER) && o.measurements().get("Area") > 50),
				find("class:tumor & in:inner & where:Area>50"));
		assertEquals(where(o -> "tumor".equals(o.classKey()) || o.id().equals(OTHER.id())), find("class:tumor,other"));
		assertEquals(Set.of(cells.get(3).id(), INNER.id()), find("selected"));
		assertEquals(Set.of(document.objects().get(500).id()), find("number:501"));
		assertEquals(20, find("number:1-20").size());
		assertEquals(Set.of(document.objects().get(2002).id()), find("last"));
		assertEquals(Set.of(cells.get(9).id()), find(cells.get(9).id().toString()));
	}

	@Test
	public void selectorsThatFitNothingAreRefused() {
		for (String text : List.of("in:nowhere", "where:Area", "where:Area>1e9", "number:3000", "number:5-9999", "class:none",
				cells.get(0).id().toString().replace(cells.get(0).id().toString().charAt(0), 'f') + "0"))
			assertThrows(text, IllegalArgumentException.class, () -> find(text));
	}

	@Test
	public void aSelectionOfManyIsWrittenShortAndFindsTheSame() {
		for (String text : List.of("all", "class:tumor", "number:5-900", "in:outer")) {
			Set<UUID> some = ObjectSelector.find(text, document, List.of());
			String written = ObjectSelector.text(some, document);
			assertEquals(new HashSet<>(some), find(written));
		}
		assertEquals("all", ObjectSelector.text(ObjectSelector.find("all", document, List.of()), document));
		assertEquals("number:5-900", ObjectSelector.text(ObjectSelector.find("number:5-900", document, List.of()), document));
		assertEquals("number:2,number:7",
				ObjectSelector.text(ObjectSelector.find("number:2,number:7", document, List.of()), document));
	}

	@Test
	public void idsOutliveChangesOfTheDocument() {
		Set<UUID> tumor = ObjectSelector.find("class:tumor", document, List.of());
		Set<UUID> plain = new HashSet<>(tumor);
		UUID gone = tumor.iterator().next();
		ObjectEdits edits = new ObjectEdits(document, java.time.Instant.EPOCH);
		edits.relabel(tumor, "benign");
		edits.remove(List.of(gone));
		edits.relabel(tumor, "tumor again");
		plain.remove(gone);
		assertEquals(plain, find("class:tumor again"));
		assertEquals(plain, new HashSet<>(ObjectIds.of(tumor, document)));
	}
}
