package org.annotomy.linking.thing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.LockedException;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.model.Link;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.model.Status;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.protocol.ProtocolReader;
import org.annotomy.annotation.check.Finding;
import org.annotomy.annotation.check.ProtocolChecks;
import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.annotation.voxel.BlockIndex;
import org.annotomy.annotation.voxel.LabelBlock;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.PlaneSpacing;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.json.JsonObject;
import org.junit.Before;
import org.junit.Test;

/** Things over three images: the two views of a breast and a volume. */
public class LinkEditsTest {

	private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
	private static final String PROTOCOL = """
			{"id":"two-views","version":"1","title":"Two views",
			"attributes":[{"key":"margin","label":"Margin","type":"choice","choices":["round","spiculated"],"shared":true},
				{"key":"seen","label":"Seen","type":"choice","choices":["well","badly"]}],
			"classes":[{"key":"mass","name":"Mass","color":"#ff0000","code":["SCT","4147007","Mass"],
				"category":["SCT","49755003","Morphologically altered structure"],"attributes":["margin","seen"]},
				{"key":"calc","name":"Calcification","color":"#00ff00","code":["SCT","129748007","Calcification"],
				"category":["SCT","49755003","Morphologically altered structure"]}],
			"rules":[{"rule":"linked","classes":["mass"],"min":1,"message":"Each mass must be marked in both views."}]}""";

	private final LinkedImage cc = image("mg-r-cc", "1.2.3", "1.2.3.1");
	private final LinkedImage mlo = image("mg-r-mlo", "1.2.3", "1.2.3.2");
	private final LinkedImage mr = image("mr-t1", "1.2.4", "1.2.4.1", "1.2.4.2", "1.2.4.3");
	private AnnotationObject inCc;
	private AnnotationObject inMlo;
	private AnnotationObject inMr;

	private static LinkedImage image(String key, String series, String... sops) {
		ImageIdentity identity = new ImageIdentity("dicom", new ImageSize(100, 100, sops.length, 1, 1), "1.2", series,
				List.of(sops),
				null, new double[]{1, 1, 1}, "mm", null, null, List.of());
		try {
			return new LinkedImage(key, key.toUpperCase(), new AnnotationDocument(identity, ProtocolReader.read(PROTOCOL)));
		} catch (java.io.IOException e) {
			throw new IllegalStateException(e);
		}
	}

	@Before
	public void mark() {
		inCc = add(cc, "mass");
		inMlo = add(mlo, "mass");
		inMr = add(mr, "mass");
	}

	private static AnnotationObject add(LinkedImage image, String classKey) {
		AnnotationObject object = AnnotationObject.builder(new RectangleShape(new Box(10, 20, 5, 5), 0), new Plane(-1, 0, 0))
				.classKey(classKey).build();
		image.document().edit("Add").put(object).apply();
		return object;
	}

	private Things things() {
		return Things.of(List.of(cc, mlo, mr));
	}

	private LinkEdits edits() {
		return new LinkEdits(things(), NOW);
	}

	private Thing thing() {
		return things().of(inCc.id()).orElseThrow();
	}

	private static AnnotationObject now(LinkedImage image, AnnotationObject object) {
		return image.document().object(object.id()).orElseThrow();
	}

	@Test
	public void linkedMarksShareOneTrackingUidAndEveryFileTellsAll() {
		String uid = edits().link(List.of(inCc.id(), inMlo.id()), null);
		edits().link(List.of(inMlo.id(), inMr.id()), null);
		for (LinkedImage image : List.of(cc, mlo, mr)) {
			assertEquals(2, image.document().links().size());
			for (Link link : image.document().links()) {
				assertEquals(Link.SAME_THING, link.relation());
				assertEquals(uid, link.tracking());
				assertFalse(link.image().has("path"));
				assertFalse(link.image().has("studyUID"));
			}
		}
		assertEquals("L1", now(mr, inMr).tracking().id());
		assertEquals(uid, now(mr, inMr).trackingUid());
		assertEquals(3, thing().marks().size());
		assertEquals(List.of(), LinkProblems.of(things()));
	}

	/** A file that is alone still tells its partners; they come back when the images are opened together. */
	@Test
	public void partnersThatAreNotOpenAreTold() {
		edits().link(List.of(inCc.id(), inMlo.id(), inMr.id()), "index lesion");
		Things alone = Things.of(List.of(cc));
		Thing thing = alone.of(inCc.id()).orElseThrow();
		assertEquals("index lesion", thing.id());
		assertEquals(2, thing.away().size());
		assertTrue(thing.away().stream().allMatch(Thing.Away::visible));
		assertEquals(List.of(), LinkProblems.of(alone));
		assertEquals(List.of(mr), Things.of(List.of(cc, mr)).of(inCc.id()).orElseThrow().marks().stream().map(Mark::image)
				.filter(image -> image != cc).toList());
	}

	@Test
	public void oneUndoTakesLinkingBackInAllThreeImages() {
		edits().link(List.of(inCc.id(), inMlo.id(), inMr.id()), null);
		mlo.document().undo();
		for (LinkedImage image : List.of(cc, mlo, mr)) {
			assertEquals(List.of(), image.document().links());
			assertNull(image.document().objects().get(0).tracking());
		}
		cc.document().redo();
		assertEquals(3, thing().marks().size());
	}

	@Test
	public void unlinkingTakesOneMarkOut() {
		edits().link(List.of(inCc.id(), inMlo.id(), inMr.id()), null);
		edits().unlink(List.of(inMr.id()));
		assertEquals(List.of(inCc.id(), inMlo.id()), thing().marks().stream().map(Mark::id).toList());
		assertNull(now(mr, inMr).tracking());
		assertEquals(List.of(), mr.document().links());
		assertEquals(1, cc.document().links().size());
		edits().unlink(List.of(inCc.id()));
		assertNull(now(mlo, inMlo).tracking());
		assertEquals(List.of(), mlo.document().links());
		assertThrows(IllegalArgumentException.class, () -> edits().unlink(List.of(inCc.id())));
	}

	@Test
	public void notVisibleIsAnAnswerInEveryFile() {
		edits().link(List.of(inCc.id(), inMlo.id()), null);
		assertEquals(List.of(mr), thing().stillToFindIn(List.of(cc, mlo, mr)));
		LinkedImage ct = image("ct", "1.2.9", "1.2.9.1");
		List<LinkedImage> all = List.of(cc, mlo, ct);
		new LinkEdits(Things.of(all), NOW).notVisible(Things.of(all).of(inCc.id()).orElseThrow(), ct);
		assertEquals(2, ct.document().links().size());
		assertEquals(Link.NOT_VISIBLE_HERE, ct.document().links().get(0).relation());
		assertEquals(List.of(), Things.of(all).of(inCc.id()).orElseThrow().stillToFindIn(all));
		Thing alone = Things.of(List.of(cc)).of(inCc.id()).orElseThrow();
		assertEquals(List.of(false), alone.away().stream().map(Thing.Away::visible).filter(v -> !v).toList());
		assertEquals(List.of(), LinkProblems.of(Things.of(all)));
		new LinkEdits(Things.of(all), NOW).maybeVisible(Things.of(all).of(inCc.id()).orElseThrow(), ct);
		assertEquals(List.of(), ct.document().links());
		assertEquals(1, cc.document().links().size());
		ct.document().undo();
		assertEquals(2, ct.document().links().size());
		assertEquals(2, cc.document().links().size());
	}

	/** Whoever finds it after all links the mark; the answer goes. */
	@Test
	public void aMarkTakesThePlaceOfNotVisible() {
		AnnotationObject found = inMr;
		edits().link(List.of(inCc.id(), inMlo.id()), null);
		mr.document().edit("Delete").removeObject(found.id()).apply();
		edits().notVisible(thing(), mr);
		AnnotationObject copy = found.toBuilder().build();
		edits().addLinked(mr, Map.of(inCc.id(), new MarkedObject(mr, copy)), mr.document().edit(LinkEdits.COPY));
		assertEquals(3, thing().marks().size());
		assertEquals(List.of(), thing().absences());
		assertEquals(2, mr.document().links().size());
		assertTrue(cc.document().links().stream().allMatch(l -> l.relation().equals(Link.SAME_THING)));
		assertThrows(IllegalArgumentException.class, () -> edits().notVisible(thing(), mr));
	}

	/** Deleting is an action across images: what the counterparts say goes with the mark, and one undo brings all back. */
	@Test
	public void deletingALinkedMarkTellsItsPartnersAndOneUndoRestoresAll() {
		edits().link(List.of(inCc.id(), inMlo.id()), null);
		edits().notVisible(thing(), mr);
		List<Set<Link>> before = allLinks();
		delete(mlo, inMlo.id());
		assertTrue(mlo.document().object(inMlo.id()).isEmpty());
		assertEquals(List.of(), mlo.document().links());
		assertEquals("only what it says of the third image", 1, cc.document().links().size());
		assertEquals(List.of(mlo), thing().stillToFindIn(List.of(cc, mlo, mr)));
		assertEquals(List.of(), LinkProblems.of(things()));
		cc.document().undo();
		assertEquals(before, allLinks());
		assertEquals(2, thing().marks().size());
		delete(mlo, inMlo.id());
		delete(cc, inCc.id());
		assertEquals("nothing is left to be not visible", List.of(), mr.document().links());
	}

	private List<Set<Link>> allLinks() {
		return List.of(cc, mlo, mr).stream().map(image -> Set.copyOf(image.document().links())).toList();
	}

	private void delete(LinkedImage image, UUID mark) {
		edits().delete(image, List.of(mark), image.document().edit("Delete").removeObject(mark));
	}

	@Test
	public void aLockedOrReadOnlyCounterpartKeepsWhatItSaysAndThatIsTold() {
		edits().link(List.of(inCc.id(), inMlo.id(), inMr.id()), null);
		mr.document().setReadOnly("it is archived");
		cc.document().edit("Lock").put(now(cc, inCc).toBuilder().locked(true).build()).apply();
		delete(mlo, inMlo.id());
		assertTrue(mlo.document().object(inMlo.id()).isEmpty());
		assertEquals("the links of a locked mark are not locked", 1, cc.document().links().size());
		assertEquals(2, mr.document().links().size());
		assertTrue(LinkProblems.of(things()).stream().anyMatch(p -> p.message().contains("is gone")));
		assertThrows(LockedException.class, () -> delete(cc, inCc.id()));
	}

	/** A file that lost its mark, and one that is older than its partner. */
	@Test
	public void brokenLinksAreMendedInOneStep() {
		edits().link(List.of(inCc.id(), inMlo.id(), inMr.id()), null);
		mr.document().edit("Another program").removeObject(inMr.id()).apply();
		mlo.document().links().stream().filter(link -> link.to().equals(inCc.id()))
				.forEach(link -> mlo.document().edit("Older file").removeLink(link.id()).apply());
		List<Set<Link>> broken = allLinks();
		assertTrue(LinkProblems.of(things()).size() >= 3);
		assertEquals(3, edits().mend());
		assertEquals(List.of(), LinkProblems.of(things()));
		assertEquals(List.of(), mr.document().links());
		assertEquals(1, cc.document().links().size());
		assertEquals(1, mlo.document().links().size());
		assertEquals("nothing is left to mend", 0, edits().mend());
		mlo.document().undo();
		assertEquals(broken, allLinks());
	}

	@Test
	public void segmentsAreMarksOnceTheyHaveVoxels() {
		Segment segment = Segment.builder(UUID.randomUUID(), 0, 1).name("Volume of it").classKey("mass").build();
		mr.document().edit("Add").put(segment).apply();
		assertTrue("an empty segment marks nothing", things().of(segment.id()).isEmpty());
		assertThrows(IllegalArgumentException.class, () -> edits().link(List.of(inCc.id(), segment.id()), null));
		short[] labels = new short[LabelBlock.VOXELS];
		labels[7] = 1;
		mr.document().edit("Paint").put(new BlockIndex(0, 0, 0, 0, 0), LabelBlock.of(labels)).apply();
		String uid = edits().link(List.of(inCc.id(), segment.id()), null);
		assertEquals(uid, mr.document().segment(segment.id()).orElseThrow().trackingUid());
		assertEquals(uid, now(cc, inCc).trackingUid());
		assertEquals(List.of(), LinkProblems.of(things()));
		edits().answer(List.of(inCc.id()), "margin", AttributeValue.of("round"), true);
		assertEquals(AttributeValue.of("round"), mr.document().segment(segment.id()).orElseThrow().attributes().get("margin"));
		edits().unlink(List.of(segment.id()));
		assertNull(mr.document().segment(segment.id()).orElseThrow().tracking());
		assertEquals(List.of(), cc.document().links());
	}

	/** Axes of an outline are found with it, and what has the class of a thing but no link is named as what it may be. */
	@Test
	public void partsAreNotToBeFoundAndMarksWithoutALinkAreCandidates() {
		AnnotationObject axes = AnnotationObject.builder(new RectangleShape(new Box(11, 21, 2, 2), 0), new Plane(-1, 0, 0))
				.classKey("mass").parent(inCc.id()).build();
		cc.document().edit("Axes").put(axes).apply();
		assertEquals(3, things().stillToFind().size());
		assertEquals(List.of(inMlo.id()), things().candidates(thing(), mlo).stream().map(Mark::id).toList());
		edits().link(List.of(inMlo.id(), inMr.id()), null);
		assertEquals("it is linked with another one", List.of(), things().candidates(thing(), mlo));
		edits().link(List.of(inCc.id(), inMlo.id()), null);
		assertEquals(List.of(), things().stillToFind());
	}

	/** What a rater has rejected is no finding: nobody has to look for it, it is no candidate, and its image is still to be looked at. */
	@Test
	public void rejectedMarksAreNotToBeFoundAndSettleNothing() {
		edits().link(List.of(inCc.id(), inMlo.id()), null);
		reject(mlo, inMlo);
		assertEquals(List.of(mlo, mr), thing().stillToFindIn(List.of(cc, mlo, mr)));
		reject(mr, inMr);
		assertEquals(List.of(inCc.id()), things().stillToFind().stream().map(t -> t.marks().get(0).id()).toList());
		assertEquals(List.of(), things().candidates(thing(), mr));
		reject(cc, inCc);
		assertEquals(List.of(), things().stillToFind());
	}

	private static void reject(LinkedImage image, AnnotationObject object) {
		AnnotationObject now = now(image, object);
		image.document().edit("Reject").put(now.toBuilder().provenance(now.provenance().withStatus(Status.REJECTED)).build())
				.apply();
	}

	@Test
	public void marksOfDifferentPatientsAreRefusedAndOtherSidesTold() {
		LinkedImage left = new LinkedImage("mg-l-cc", "MG L CC", mlo.document(), new Subject("a", "L"));
		LinkedImage right = new LinkedImage("mg-r-cc", "MG R CC", cc.document(), new Subject("a", "R"));
		LinkedImage stranger = new LinkedImage("mr", "MR", mr.document(), new Subject("b", ""));
		Things things = Things.of(List.of(left, right, stranger));
		LinkEdits edits = new LinkEdits(things, NOW);
		String message = assertThrows(IllegalArgumentException.class, () -> edits.link(List.of(inCc.id(), inMr.id()), null))
				.getMessage();
		assertTrue(message, message.contains("different patients"));
		assertEquals(List.of(), cc.document().links());
		assertEquals("the left breast and the stranger cannot show it", List.of(),
				things.of(inCc.id()).orElseThrow().stillToFindIn(List.of(left, right, stranger)));
		assertTrue(new LinkEdits(things, NOW).doubt(List.of(inCc.id(), inMlo.id())).orElseThrow().contains("different sides"));
		assertTrue(edits().doubt(List.of(inCc.id(), inMlo.id())).isEmpty());
	}

	@Test
	public void sharedAnswersGoToAllMarks() {
		edits().link(List.of(inCc.id(), inMlo.id()), null);
		edits().answer(List.of(inCc.id()), "margin", AttributeValue.of("round"), true);
		edits().answer(List.of(inCc.id()), "seen", AttributeValue.of("badly"), false);
		assertEquals(AttributeValue.of("round"), now(mlo, inMlo).attributes().get("margin"));
		assertNull(now(mlo, inMlo).attributes().get("seen"));
		assertEquals(AttributeValue.of("badly"), now(cc, inCc).attributes().get("seen"));
		assertNull(now(mr, inMr).attributes().get("margin"));
	}

	@Test
	public void brokenPartnersAreToldAndKept() {
		edits().link(List.of(inCc.id(), inMlo.id()), null);
		mlo.document().edit("Delete").removeObject(inMlo.id()).apply();
		List<LinkProblems.Problem> problems = LinkProblems.of(things());
		assertEquals(2, problems.size());
		assertTrue(problems.get(0).message(), problems.get(0).message().contains("is gone"));
		assertEquals(1, cc.document().links().size());
		mlo.document().undo();
		mlo.document().edit("Lose").removeLink(mlo.document().links().get(0).id()).apply();
		assertTrue(LinkProblems.of(things()).get(0).message().contains("does not know of this link"));
		cc.document().edit("Answer").put(now(cc, inCc).toBuilder().attribute("margin", AttributeValue.of("round")).build())
				.apply();
		assertTrue(LinkProblems.of(things()).stream().anyMatch(p -> p.message().contains("another answer here to Margin")));
	}

	@Test
	public void theProtocolAsksForBothViews() {
		Protocol protocol = cc.document().protocol();
		assertEquals(1, protocol.rules().size());
		assertEquals(1, errors(cc));
		edits().link(List.of(inCc.id(), inMlo.id()), null);
		assertEquals(0, errors(cc));
		assertEquals(1, errors(mr));
		edits().unlink(List.of(inCc.id()));
		mlo.document().edit("Delete").removeObject(inMlo.id()).apply();
		edits().notVisible(thing(), mlo);
		assertEquals(0, errors(cc));
	}

	@Test
	public void theProtocolAsksForTheCounterpartOfASegmentToo() {
		mr.document().edit("Delete").removeObject(inMr.id()).apply();
		Segment segment = Segment.builder(UUID.randomUUID(), 0, 1).name("Volume").classKey("mass").build();
		mr.document().edit("Add").put(segment).apply();
		assertEquals("it is empty", 0, errors(mr));
		short[] labels = new short[LabelBlock.VOXELS];
		labels[7] = 1;
		mr.document().edit("Paint").put(new BlockIndex(0, 0, 0, 0, 0), LabelBlock.of(labels)).apply();
		assertEquals(1, errors(mr));
		edits().link(List.of(inCc.id(), segment.id()), null);
		assertEquals(0, errors(mr));
	}

	private static long errors(LinkedImage image) {
		return ProtocolChecks.gate(image.document(), PlaneSpacing.UNKNOWN).stream()
				.filter(f -> f.isError() && f.kind() == Finding.Kind.RULE).count();
	}

	@Test
	public void refusals() {
		AnnotationObject calc = add(mlo, "calc");
		assertTrue(refused(() -> edits().link(List.of(inCc.id(), calc.id()), null)).contains("mass and calc"));
		assertTrue(refused(() -> edits().link(List.of(inCc.id()), null)).contains("at least two marks"));
		assertTrue(refused(() -> edits().link(List.of(inCc.id(), UUID.randomUUID()), null)).contains("no open image"));
		assertTrue(refused(() -> things().require("L7")).contains("List Linked Objects"));
		assertTrue(refused(() -> edits().maybeVisible(thing(), mr)).contains("Nobody has said"));
	}

	private static String refused(org.junit.function.ThrowingRunnable action) {
		return assertThrows(IllegalArgumentException.class, action).getMessage();
	}

	@Test
	public void partnersAreKnownByInstanceOrDigestAndNotByNameOrPlace() {
		JsonObject partner = PartnerImage.of(mr.document().image());
		assertTrue(PartnerImage.is(partner, mr.document().image()));
		assertFalse(PartnerImage.is(partner, cc.document().image()));
		assertFalse(PartnerImage.is(PartnerImage.of(cc.document().image()), mlo.document().image()));
		assertFalse(partner.has("sopUID"));
		assertTrue(partner.has("sopSetHash"));
	}
}
