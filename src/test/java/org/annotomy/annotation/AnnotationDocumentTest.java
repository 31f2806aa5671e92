package org.annotomy.annotation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.annotomy.annotation.DocumentListener.Cause;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.annotation.voxel.BlockIndex;
import org.annotomy.annotation.voxel.LabelBlock;
import org.junit.Test;

public class AnnotationDocumentTest {

	private final AnnotationDocument document = RandomEdits.emptyDocument();
	private final AnnotationObject object = AnnotationObject.builder(RectangleShape.of(1, 2, 3, 4), Plane.slice(5)).name("L1")
			.build();

	@Test
	public void aThousandRandomEditsAreTakenBackAndMadeAgainExactly() {
		long seed = 20261123;
		RandomEdits edits = new RandomEdits(seed);
		List<DocumentState> states = new ArrayList<>(List.of(DocumentState.of(document)));
		while (states.size() <= 1000)
			if (!edits.next(document).isEmpty()) states.add(DocumentState.of(document));
		for (int i = 999; i >= 0; i--) {
			assertTrue(document.undo().isPresent());
			assertEquals("seed " + seed + ", undo to " + i, states.get(i), DocumentState.of(document));
		}
		assertTrue("nothing is left to undo", document.undo().isEmpty());
		for (int i = 1; i <= 1000; i++) {
			assertTrue(document.redo().isPresent());
			assertEquals("seed " + seed + ", redo to " + i, states.get(i), DocumentState.of(document));
		}
		assertTrue("nothing is left to redo", document.redo().isEmpty());
	}

	@Test
	public void aNewEditEndsWhatCouldBeRedone() {
		document.edit("one").put(object).apply();
		document.undo();
		document.edit("two").label(LabelScope.IMAGE, "quality", AttributeValue.of("good")).apply();
		assertTrue(document.redo().isEmpty());
		assertEquals(List.of("two"), document.historyNames());
	}

	@Test
	public void anEditThatChangesNothingLeavesNoTrace() {
		document.edit("add").put(object).apply();
		assertTrue(document.edit("again").put(object).apply().isEmpty());
		assertTrue(document.edit("to and fro").removeObject(object.id()).put(object).apply().isEmpty());
		assertEquals(List.of("add"), document.historyNames());
	}

	@Test
	public void thingsOfDifferentKindsMayShareAnId() {
		document.edit("both").put(object).put(Segment.of(object.id(), 0, 1, "S", null)).apply();
		assertEquals(1, document.objects().size());
		assertEquals(1, document.segments().size());
	}

	@Test
	public void listenersHearWhatWasDone() {
		List<String> heard = new ArrayList<>();
		document.addListener((edit, cause) -> heard.add(cause + " " + edit.name()));
		document.edit("add").put(object).apply();
		document.undo();
		document.redo();
		assertEquals(List.of(Cause.EDIT + " add", Cause.UNDO + " add", Cause.REDO + " add"), heard);
	}

	@Test
	public void whatIsLockedCanOnlyBeUnlocked() {
		AnnotationObject locked = object.toBuilder().locked(true).build();
		document.edit("add").put(locked).apply();
		LockedException refusal = assertThrows(LockedException.class,
				() -> document.edit("rename").put(locked.toBuilder().name("x").build()).apply());
		assertEquals("The object \"L1\" is locked. Unlock it first.", refusal.getMessage());
		assertThrows(LockedException.class, () -> document.edit("remove").removeObject(locked.id()).apply());
		document.edit("unlock").put(object).apply();
		document.edit("remove").removeObject(object.id()).apply();
		assertEquals(0, document.objects().size());
	}

	@Test
	public void aReadOnlyDocumentSaysWhy() {
		document.setReadOnly("another rater has it open.");
		LockedException refusal = assertThrows(LockedException.class, () -> document.edit("add").put(object).apply());
		assertEquals("The annotations are read-only: another rater has it open.", refusal.getMessage());
	}

	@Test
	public void anEditBuiltOnAnOlderStateIsRefused() {
		Edit stale = document.edit("add").put(object).build();
		document.edit("add").put(object.toBuilder().name("other").build()).apply();
		assertThrows(IllegalStateException.class, () -> document.apply(stale));
		assertEquals("other", document.object(object.id()).orElseThrow().name());
	}

	@Test
	public void theMemoryOfAnEditGrowsWithWhatItTouched() {
		short[] labels = new short[LabelBlock.VOXELS];
		labels[77] = 3;
		Edit one = document.edit("paint").put(new BlockIndex(0, 0, 0, 0, 0), LabelBlock.of(labels)).apply();
		EditBuilder many = document.edit("paint more");
		for (int x = 0; x < 8; x++)
			many.put(new BlockIndex(0, x, 1, 0, 0), LabelBlock.of(labels));
		assertEquals(8 * one.weightBytes(), many.apply().weightBytes());
		assertTrue("a stroke costs less than a kilobyte", one.weightBytes() < 1000);
	}

	@Test
	public void aCopyLivesItsOwnLife() {
		document.edit("add").put(object).apply();
		AnnotationDocument copy = document.copy();
		document.edit("remove").removeObject(object.id()).apply();
		assertEquals(1, copy.objects().size());
		assertFalse(copy.undo().isPresent());
	}
}
