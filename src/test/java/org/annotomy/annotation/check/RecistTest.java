package org.annotomy.annotation.check;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.LabelScope;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.protocol.ProtocolCatalog;
import org.annotomy.annotation.shape.BidirectionalShape;
import org.annotomy.annotation.shape.LineShape;
import org.annotomy.geometry.PlaneSpacing;
import org.annotomy.geometry.Point;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.junit.Test;

/** A reader's day with the oncology protocol. */
public class RecistTest {

	private static final PlaneSpacing SIZE = new PlaneSpacing(0.7, 0.7);

	private final AnnotationDocument document = new AnnotationDocument(
			ImageIdentity.of("dicom", new ImageSize(512, 512, 120, 1, 1)),
			ProtocolCatalog.builtIn(Locale.ENGLISH).find("onco-chest-ct").orElseThrow());

	@Test
	public void baselineWithinTheLimitsIsComplete() {
		answer("baseline");
		put(target(20, "lung"));
		put(target(15, "lung"));
		put(target(15, "liver"));
		put(node(24, "hilar"));
		assertEquals("", gate());
	}

	@Test
	public void tooSmallTargetsAreRefusedAtBaselineOnly() {
		answer("baseline");
		put(target(13, "lung"));
		put(node(20, "subcarinal"));
		assertEquals(
				"At baseline a target lesion has a long axis of at least 10 mm. Target lesion (slice 11) has a long axis of 9.1 mm.\n"
						+ "At baseline a target lymph node has a short axis of at least 15 mm. Target lymph node (slice 11) has a short axis of "
						+ "14 mm.",
				gate());
		answer("follow-up");
		document.edit("response").label(LabelScope.STUDY, "target-response", AttributeValue.of("PR"))
				.label(LabelScope.STUDY, "non-target-response", AttributeValue.of("none"))
				.label(LabelScope.STUDY, "overall-response", AttributeValue.of("PR")).apply();
		assertEquals("", gate());
	}

	@Test
	public void atMostTwoPerOrganAndFiveInAll() {
		answer("baseline");
		for (String organ : List.of("lung", "lung", "liver", "liver"))
			put(target(30, organ));
		AnnotationObject third = target(30, "lung");
		assertEquals("RECIST 1.1 allows at most two target lesions per organ. Found 3 with Organ = Lung.", live(third));
		put(node(30, "hilar"));
		assertEquals("", gate());
		assertEquals("RECIST 1.1 allows at most five target lesions in total. Found 6.", live(target(30, "bone")));
	}

	@Test
	public void followUpNeedsItsResponses() {
		answer("follow-up");
		put(target(8, "lung"));
		assertEquals("A question about the study needs an answer: Response of target lesions.\n"
				+ "A question about the study needs an answer: Response of non-target lesions.\n"
				+ "A question about the study needs an answer: Overall response.", gate());
	}

	private void answer(String timepoint) {
		document.edit("answers").label(LabelScope.STUDY, "timepoint", AttributeValue.of(timepoint))
				.label(LabelScope.IMAGE, "image-quality", AttributeValue.of("diagnostic")).apply();
	}

	private static AnnotationObject target(double longAxisPx, String organ) {
		return AnnotationObject.builder(bidirectional(longAxisPx, longAxisPx / 2), Plane.slice(10)).classKey("target")
				.attribute("organ", AttributeValue.of(organ)).build();
	}

	private static AnnotationObject node(double shortAxisPx, String station) {
		return AnnotationObject.builder(bidirectional(shortAxisPx + 5, shortAxisPx), Plane.slice(10)).classKey("target-node")
				.attribute("nodal-station", AttributeValue.of(station)).build();
	}

	private static BidirectionalShape bidirectional(double longAxisPx, double shortAxisPx) {
		return new BidirectionalShape(new LineShape(new Point(100, 100), new Point(100 + longAxisPx, 100)),
				new LineShape(new Point(110, 100), new Point(110, 100 + shortAxisPx)));
	}

	private void put(AnnotationObject object) {
		document.edit("mark").put(object).apply();
	}

	private String live(AnnotationObject candidate) {
		return words(ProtocolChecks.check(document, candidate, SIZE));
	}

	private String gate() {
		return words(ProtocolChecks.gate(document, SIZE));
	}

	private static String words(List<Finding> findings) {
		return findings.stream().map(Finding::message).collect(Collectors.joining("\n"));
	}
}
