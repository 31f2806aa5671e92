package org.annotomy.followup;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.model.Link;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.model.Provenance;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.model.Status;
import org.annotomy.annotation.model.Tracking;
import org.annotomy.annotation.protocol.FollowUpRole;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.protocol.ProtocolCatalog;
import org.annotomy.annotation.shape.BidirectionalShape;
import org.annotomy.annotation.shape.LineShape;
import org.annotomy.annotation.shape.PointsShape;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.geometry.PlaneSpacing;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Vertices;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.json.JsonObject;
import org.junit.Test;

public class FollowUpTest {

	private static final Protocol RECIST = ProtocolCatalog.builtIn(Locale.ENGLISH).find("onco-chest-ct").orElseThrow();
	private static final PlaneSpacing HALF_MM = new PlaneSpacing(0.5, 0.5);

	private final AnnotationDocument baseline = document();
	private final AnnotationDocument later = document();

	private static AnnotationDocument document() {
		return new AnnotationDocument(ImageIdentity.of("stack", new ImageSize(512, 512, 20, 1, 1)), RECIST);
	}

	private static LineShape line(double x0, double y0, double x1, double y1) {
		return new LineShape(new Point(x0, y0), new Point(x1, y1));
	}

	/** A cross whose axes are so many pixels long. */
	private static Shape cross(double length, double width) {
		return new BidirectionalShape(line(100, 100, 100 + length, 100), line(110, 100 - width / 2, 110, 100 + width / 2));
	}

	private static AnnotationObject.Builder mark(String classKey, String name, Shape shape) {
		return AnnotationObject.builder(shape, new Plane(-1, 3, 0)).classKey(classKey).name(name);
	}

	private static void add(AnnotationDocument document, AnnotationObject.Builder mark) {
		document.edit("Mark").put(mark.build()).apply();
	}

	private FollowUp followUp(Map<UUID, Double> volumes) {
		return FollowUp.of(List.of(new Visit(new TimePoint("Baseline", 0), baseline, box -> HALF_MM, Map.of()),
				new Visit(new TimePoint("Week 8", 56), later, box -> HALF_MM, volumes)));
	}

	private FollowUp followUp() {
		return followUp(Map.of());
	}

	@Test
	public void marksOfOneTrackingUidAreOneLesion() {
		Tracking tracking = new Tracking("L1", "2.25.1");
		add(baseline, mark("target", null, cross(40, 20)).tracking(tracking));
		add(later, mark("target", "another name", cross(26, 20)).tracking(tracking));
		FollowUp followUp = followUp();
		assertEquals(1, followUp.lesions().size());
		assertEquals("L1", followUp.lesions().get(0).name());
		assertEquals(20, followUp.assessments().get(0).sumMm(), 1e-9);
		assertEquals(13, followUp.assessments().get(1).sumMm(), 1e-9);
		assertEquals(Response.PARTIAL, followUp.assessments().get(1).overall());
	}

	@Test
	public void marksWithoutTrackingGoByClassAndName() {
		add(baseline, mark("target", "T1", cross(40, 20)).attribute("organ", AttributeValue.of("lung")));
		add(later, mark("target", "T1", cross(40, 20)));
		add(later, mark("non-target", "T1", new PointsShape(Vertices.of(5, 5), List.of())));
		FollowUp followUp = followUp();
		assertEquals(2, followUp.lesions().size());
		assertEquals("lung", followUp.lesions().get(0).organ());
		assertEquals(Response.STABLE, followUp.assessments().get(1).target());
	}

	@Test
	public void nodesCountByTheirShortAxis() {
		add(baseline, mark("target-node", "N1", cross(60, 36)));
		assertEquals(18, followUp().assessments().get(0).sumMm(), 1e-9);
	}

	@Test
	public void ofOutlinesOnSeveralSlicesTheLongestCountsAndPartsAreAdded() {
		add(baseline, mark("target", "T1", cross(40, 20)));
		add(baseline, mark("target", "T1", cross(60, 20)));
		assertEquals(30, followUp().assessments().get(0).sumMm(), 1e-9);
		add(later, mark("target", "T1", cross(24, 10)).instance("left"));
		add(later, mark("target", "T1", cross(16, 10)).instance("right"));
		add(later, mark("target", "T1", cross(10, 10)).instance("right"));
		assertEquals(20, followUp().assessments().get(1).sumMm(), 1e-9);
	}

	private static AnnotationObject.Builder copied(AnnotationObject.Builder mark) {
		return mark.provenance(
				new Provenance(Provenance.LINKED_COPY, null, "r-1", Instant.EPOCH, Instant.EPOCH, null, Status.DRAFT));
	}

	/** A copy of 20 mm, linked with the baseline, and the rater's own mark of 13 mm that nobody has linked: one lesion of 13 mm. */
	@Test
	public void aLinkedCopyDoesNotCountBesideTheRatersOwnMark() {
		Tracking tracking = new Tracking("L1", "2.25.1");
		add(baseline, mark("target", "T1", cross(40, 20)).tracking(tracking));
		add(later, copied(mark("target", "T1", cross(40, 20)).tracking(tracking)));
		FollowUp copyOnly = followUp();
		assertEquals(20, copyOnly.assessments().get(1).sumMm(), 1e-9);
		assertEquals(List.of("The lesion T1 at Week 8 is an untouched copy from another image, so it is as long as there."
				+ " Measure it."), copyOnly.warnings());
		add(later, mark("target", "T1", cross(26, 20)));
		FollowUp followUp = followUp();
		assertEquals(1, followUp.lesions().size());
		assertEquals(20, followUp.assessments().get(0).sumMm(), 1e-9);
		assertEquals(13, followUp.assessments().get(1).sumMm(), 1e-9);
		assertEquals(List.of("The lesion T1 at Week 8 has a copy from another image beside the mark that was drawn there. The"
				+ " latter counts; delete the copy."), followUp.warnings());
	}

	@Test
	public void axesThatBelongToAnOutlineAreNoSecondLesion() {
		later.edit("Complete").complete(true).apply();
		AnnotationObject outline = mark("target", "T1", line(100, 100, 140, 100)).build();
		baseline.edit("Mark").put(outline).apply();
		add(baseline, mark("target", "T1 axes", cross(40, 20)).parent(outline.id()));
		FollowUp followUp = followUp();
		assertEquals(1, followUp.lesions().size());
		assertEquals(20, followUp.assessments().get(0).sumMm(), 1e-9);
		assertEquals(List.of(), followUp.warnings());
	}

	@Test
	public void doublesAndNamesThatMeanTwoLesionsAreTold() {
		later.edit("Complete").complete(true).apply();
		add(baseline, mark("target", "T1", cross(40, 20)));
		add(baseline, mark("target", "T1", cross(60, 20)));
		add(baseline, mark("target", "T2", cross(20, 20)).tracking(new Tracking("L1", "2.25.1")));
		add(baseline, mark("target", "T2", cross(10, 10)).tracking(new Tracking("L2", "2.25.2")));
		FollowUp followUp = followUp();
		assertEquals(30 + 10 + 5, followUp.assessments().get(0).sumMm(), 1e-9);
		assertEquals(2, followUp.warnings().size());
		assertTrue(followUp.warnings().get(0), followUp.warnings().get(0).startsWith("Several linked lesions are called T2"));
		assertTrue(followUp.warnings().get(1), followUp.warnings().get(1).startsWith("The lesion T1 at Baseline is marked more"));
	}

	/** A segment that was emptied is no lesion that is present, and a linked one goes by its tracking UID. */
	@Test
	public void emptySegmentsMarkNothingAndLinkedOnesAreOneLesion() {
		Tracking tracking = new Tracking("L1", "2.25.1");
		UUID before = new UUID(1, 2);
		UUID after = new UUID(1, 3);
		baseline.edit("Segment").put(Segment.builder(before, 0, 1).name("A").classKey("non-target").tracking(tracking).build())
				.apply();
		later.edit("Segment").put(Segment.builder(after, 0, 1).name("B").classKey("non-target").tracking(tracking).build())
				.apply();
		Visit first = new Visit(new TimePoint("Baseline", 0), baseline, box -> HALF_MM, Map.of(before, 4.0));
		List<Lesion> lesions = FollowUp.of(List.of(first,
				new Visit(new TimePoint("Week 8", 56), later, box -> HALF_MM, Map.of(after, 2.0)))).lesions();
		assertEquals(1, lesions.size());
		assertEquals(2, lesions.get(0).states().get(1).volumeMl(), 0);
		assertEquals(Presence.NOT_EVALUATED, FollowUp.of(List.of(first,
				new Visit(new TimePoint("Week 8", 56), later, box -> HALF_MM, Map.of(after, 0.0)))).lesions().get(0).states()
				.get(1)
				.presence());
	}

	@Test
	public void whatIsNotMarkedIsGoneOnceSomebodyHasSaidSo() {
		Tracking tracking = new Tracking("L1", "2.25.1");
		add(baseline, mark("target", "T1", cross(40, 20)).tracking(tracking));
		assertEquals(Response.NOT_EVALUABLE, followUp().assessments().get(1).target());
		assertEquals(List.of("At Week 8 nobody has said what became of T1, so the sum of diameters is not known. Mark what is"
				+ " there, or say that it is not visible."), followUp().warnings());
		later.edit("Complete").complete(true).apply();
		assertEquals(Response.COMPLETE, followUp().assessments().get(1).target());
		later.edit("Not complete").complete(false).apply();
		later.edit("Not visible").put(new Link(UUID.randomUUID(), Link.NOT_VISIBLE_HERE, UUID.randomUUID(), UUID.randomUUID(),
				JsonObject.EMPTY, "2.25.1", Double.NaN, JsonObject.EMPTY)).apply();
		assertEquals(Response.COMPLETE, followUp().assessments().get(1).target());
	}

	@Test
	public void answersOfTheProtocolAreHeard() {
		add(baseline, mark("target", "T1", cross(40, 20)));
		add(baseline, mark("non-target", "X1", new PointsShape(Vertices.of(5, 5), List.of())));
		add(later, mark("target", "T1", cross(3, 2)).attribute("too-small", AttributeValue.of(true)));
		add(later, mark("non-target", "X1", new PointsShape(Vertices.of(5, 5), List.of())).attribute("progressed",
				AttributeValue.of(true)));
		Assessment assessment = followUp().assessments().get(1);
		assertEquals(5, assessment.sumMm(), 0);
		assertEquals(Response.PROGRESSIVE, assessment.nonTarget());
	}

	@Test
	public void segmentsOfTheSameClassAndNameGiveTheVolume() {
		UUID segment = new UUID(1, 2);
		add(later, mark("target", "T1", cross(40, 20)));
		later.edit("Segment").put(Segment.of(segment, 0, 1, "T1", "target")).apply();
		FollowUp followUp = followUp(Map.of(segment, 12.5));
		assertEquals(1, followUp.lesions().size());
		assertEquals(12.5, followUp.lesions().get(0).states().get(1).volumeMl(), 0);
	}

	/** Of a rejected segment neither its volume counts nor what it was linked with, and alone it is no lesion. */
	@Test
	public void rejectedSegmentsDoNotCount() {
		Provenance rejected = Provenance.UNKNOWN.withStatus(Status.REJECTED);
		UUID wrong = new UUID(1, 2);
		UUID alone = new UUID(1, 3);
		Tracking tracking = new Tracking("L1", "2.25.1");
		add(baseline, mark("target", "T1", cross(40, 20)).tracking(tracking));
		add(later, mark("target", "T1", cross(40, 20)));
		later.edit("Segments").put(Segment.builder(wrong, 0, 1).name("T1").classKey("target").provenance(rejected)
				.tracking(new Tracking("L2", "2.25.2")).build())
				.put(Segment.builder(alone, 0, 2).name("N1").classKey("new-lesion").provenance(rejected).build()).apply();
		FollowUp followUp = followUp(Map.of(wrong, 12.5, alone, 3.0));
		assertEquals(List.of(), followUp.warnings());
		assertEquals(1, followUp.lesions().size());
		assertEquals(Double.NaN, followUp.lesions().get(0).states().get(1).volumeMl(), 0);
		assertEquals(0, followUp.assessments().get(1).newLesions());
	}

	@Test
	public void marksThatCannotBeJudgedAreTold() {
		add(baseline, mark("target", "T1", new PointsShape(Vertices.of(5, 5), List.of())));
		add(baseline, mark("new-lesion", "W1", cross(10, 5)));
		add(later, mark("target", "T2", cross(40, 20)));
		List<String> warnings = followUp().warnings();
		assertTrue(warnings.toString(), warnings.get(0).contains("T1 has no length at Baseline"));
		assertTrue(warnings.toString(), warnings.get(1).contains("W1 is marked as new at the baseline"));
		assertTrue(warnings.toString(), warnings.get(2).contains("T2 is first marked at Week 8"));
	}

	@Test
	public void newLesionsWereNotThereBefore() {
		add(later, mark("new-lesion", "W1", cross(10, 5)));
		Lesion fresh = followUp().lesions().get(0);
		assertEquals(FollowUpRole.NEW_LESION, fresh.role());
		assertEquals(Presence.ABSENT, fresh.states().get(0).presence());
		assertEquals(Response.PROGRESSIVE, followUp().assessments().get(1).overall());
	}

	@Test
	public void protocolsWithoutRolesAreRefused() {
		AnnotationDocument plain = new AnnotationDocument(baseline.image(), Protocol.NONE);
		Visit visit = new Visit(new TimePoint("Baseline", 0), plain, box -> HALF_MM, Map.of());
		assertThrows(IllegalArgumentException.class, () -> FollowUp.of(List.of(visit)));
		assertThrows(IllegalArgumentException.class, () -> FollowUp.of(List.of()));
	}
}
