package org.annotomy.annotation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.annotomy.annotation.DocumentListener.Cause;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.junit.Test;

/** One action over several documents. */
public class JointEditTest {

	private final AnnotationDocument a = document();
	private final AnnotationDocument b = document();
	private final AnnotationDocument c = document();

	private static AnnotationDocument document() {
		return new AnnotationDocument(ImageIdentity.of("stack", new ImageSize(10, 10, 1, 1, 1)), Protocol.NONE);
	}

	private static AnnotationObject object() {
		return AnnotationObject.builder(new RectangleShape(new org.annotomy.geometry.Box(1, 2, 3, 4), 0), new Plane(-1, 0, 0))
				.build();
	}

	private static AnnotationObject named(AnnotationObject object, String name) {
		return object.toBuilder().name(name).build();
	}

	private AnnotationObject everywhere() {
		AnnotationObject object = object();
		assertEquals(3,
				JointEdit.apply(List.of(a.edit("Link").put(object), b.edit("Link").put(object), c.edit("Link").put(object))));
		return object;
	}

	private List<Integer> counts() {
		return List.of(a.objects().size(), b.objects().size(), c.objects().size());
	}

	@Test
	public void oneUndoInAnyDocumentTakesItBackInAll() {
		everywhere();
		assertEquals(Optional.of("Link"), b.undo());
		assertEquals(List.of(0, 0, 0), counts());
		assertEquals(Optional.of("Link"), c.redo());
		assertEquals(List.of(1, 1, 1), counts());
		assertEquals(Optional.of("Link"), a.undoName());
	}

	@Test
	public void listenersOfAllHearOnceAndAfterAllHaveChanged() {
		List<String> heard = new ArrayList<>();
		for (AnnotationDocument document : List.of(a, b, c))
			document.addListener((edit, cause) -> heard.add(cause + " " + counts()));
		everywhere();
		a.undo();
		assertEquals(List.of(Cause.EDIT + " [1, 1, 1]", Cause.EDIT + " [1, 1, 1]", Cause.EDIT + " [1, 1, 1]",
				Cause.UNDO + " [0, 0, 0]", Cause.UNDO + " [0, 0, 0]", Cause.UNDO + " [0, 0, 0]"), heard);
	}

	@Test
	public void nothingHappensIfOneDocumentRefuses() {
		b.setReadOnly("somebody else has it.");
		AnnotationObject object = object();
		assertThrows(LockedException.class,
				() -> JointEdit.apply(List.of(a.edit("Link").put(object), b.edit("Link").put(object))));
		assertEquals(List.of(0, 0, 0), counts());
		assertTrue(a.undo().isEmpty());
	}

	@Test
	public void laterEditsOfOtherThingsStay() {
		everywhere();
		AnnotationObject later = object();
		b.edit("Add").put(later).apply();
		a.undo();
		assertEquals(List.of(later), b.objects());
		assertEquals(List.of("Add"), b.historyNames());
		a.redo();
		assertEquals(List.of(1, 2, 1), counts());
		assertEquals(List.of("Add", "Link"), b.historyNames());
	}

	@Test
	public void laterEditsOfTheSameThingHoldItBack() {
		AnnotationObject object = everywhere();
		b.edit("Rename").put(named(object, "x")).apply();
		String refusal = assertThrows(IllegalStateException.class, a::undo).getMessage();
		assertTrue(refusal, refusal.contains("undo the later edits there first"));
		assertEquals(List.of(1, 1, 1), counts());
		b.undo();
		a.undo();
		assertEquals(List.of(0, 0, 0), counts());
		c.redo();
		assertEquals(Optional.of("Rename"), b.redoName());
		b.redo();
		assertEquals("x", b.objects().get(0).name());
	}

	/** A child hangs on its parent: taking the parent away would leave it hanging. */
	@Test
	public void whatHangsOnTheSameThingHoldsItBackToo() {
		AnnotationObject object = everywhere();
		b.edit("Add").put(object().toBuilder().parent(object.id()).build()).apply();
		assertThrows(IllegalStateException.class, c::undo);
	}

	@Test
	public void closedDocumentsKeepTheirPart() {
		everywhere();
		c.setReadOnly("they were closed.");
		assertEquals(Optional.of("Link (not in 1 image that is closed)"), a.undo());
		assertEquals(List.of(0, 0, 1), counts());
		assertEquals(Optional.of("Link (not in 1 image that is closed)"), a.redo());
		assertEquals(List.of(1, 1, 1), counts());
	}

	/** A new edit forgets what could be made again; the joint edit is made again all the same where nothing speaks against it. */
	@Test
	public void redoReachesDocumentsThatForgotIt() {
		everywhere();
		a.undo();
		b.edit("Add").put(object()).apply();
		assertTrue(b.redoName().isEmpty());
		a.redo();
		assertEquals(List.of(1, 2, 1), counts());
		assertEquals(List.of("Add", "Link"), b.historyNames());
	}

	@Test
	public void redoIsRefusedWhereTheSameThingIsAnotherNow() {
		AnnotationObject object = everywhere();
		a.undo();
		b.edit("Add").put(named(object, "mine")).apply();
		assertThrows(IllegalStateException.class, a::redo);
		assertEquals(List.of(0, 1, 0), counts());
	}

	@Test
	public void aPartThatIsAloneIsAnOrdinaryEdit() {
		assertEquals(1, JointEdit.apply(List.of(a.edit("Link").put(object()), b.edit("Link"))));
		assertEquals(0, JointEdit.apply(List.of()));
		assertFalse(b.undo().isPresent());
		assertEquals(Optional.of("Link"), a.undo());
		assertThrows(IllegalArgumentException.class,
				() -> JointEdit.apply(List.of(a.edit("Link").put(object()), a.edit("Link").put(object()))));
	}

	/** Whatever is done and undone in any order: what undo takes back, redo brings, and all undone leaves nothing. */
	@Test
	public void anyOrderOfUndoAndRedoEndsWhereItBegan() {
		java.util.Random random = new java.util.Random(61);
		List<AnnotationDocument> all = List.of(a, b, c);
		List<UUID> joint = new ArrayList<>();
		for (int step = 0; step < 400; step++) {
			AnnotationDocument one = all.get(random.nextInt(3));
			switch (random.nextInt(5)) {
				case 0 -> joint.add(everywhere().id());
				case 1 -> one.edit("Add").put(object()).apply();
				case 2 -> attempt(one::redo);
				default -> attempt(one::undo);
			}
			for (UUID id : joint)
				assertEquals("step " + step, a.object(id).isPresent(), b.object(id).isPresent());
		}
		for (AnnotationDocument document : all)
			while (attempt(document::undo).isPresent())
				assertTrue(document.objects().size() >= 0);
		assertEquals(List.of(0, 0, 0), counts());
	}

	private static Optional<String> attempt(java.util.function.Supplier<Optional<String>> step) {
		try {
			return step.get();
		} catch (IllegalStateException held) {
			return Optional.empty();
		}
	}
}
