package org.annotomy.annotation.count;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.check.ProtocolChecks;
import org.annotomy.annotation.detection.BlockBuilder;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.model.ObjectType;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.model.Provenance;
import org.annotomy.annotation.model.Status;
import org.annotomy.annotation.protocol.CountTask;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.protocol.ProtocolCatalog;
import org.annotomy.annotation.protocol.ProtocolReader;
import org.annotomy.annotation.protocol.ProtocolWriter;
import org.annotomy.annotation.shape.PointsShape;
import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.PlaneSpacing;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Vertices;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.json.JsonException;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.junit.Test;

public class ProtocolCountsTest {

	private static final String CLASSES = """
			{"id": "count-test", "version": "1", "title": "Counting",
			"attributes": [{"key": "sure", "label": "Kind", "type": "choice",
			"choices": [{"value": "mitosis", "label": "Mitosis"}, {"value": "look-alike", "label": "Look-alike"}]}],
			"classes": [
			{"key": "field", "name": "Field", "color": "#101010", "kinds": ["rectangle"]},
			{"key": "mitosis", "name": "Mitosis", "color": "#202020", "kinds": ["point"]},
			{"key": "positive", "name": "Positive", "color": "#303030", "kinds": ["point"]},
			{"key": "negative", "name": "Negative", "color": "#404040", "kinds": ["point"]}],
			"counts": [%s]}
			""";
	private static final String MITOSES = """
			{"key": "mitoses", "title": "Mitoses", "count": "density", "classes": ["mitosis"], "within": "field", "areaMm2": 2}""";
	private static final String SCORE = """
			{"key": "score", "title": "Score", "count": "proportion", "classes": ["positive"],
			"among": ["positive", "negative"], "least": 100}""";
	private static final String SPOT = """
			{"key": "spot", "title": "Spot", "count": "hot-spot", "classes": ["positive"],
			"among": ["positive", "negative"], "areaMm2": 3.14159265358979}""";

	/** A pixel is a hundredth of a millimetre. */
	private static final PlaneSpacing SPACING = new PlaneSpacing(0.01, 0.01);

	private final AnnotationDocument document = new AnnotationDocument(
			ImageIdentity.of("wsi", new ImageSize(20000, 20000, 1, 3, 1)), protocol(MITOSES + "," + SCORE + "," + SPOT));

	private static Protocol protocol(String counts) {
		try {
			return ProtocolReader.read(String.format(Locale.ROOT, CLASSES, counts), Locale.ENGLISH);
		} catch (JsonException e) {
			throw new IllegalArgumentException(e.getMessage(), e);
		}
	}

	private void mark(String classKey, Shape shape, Status status) {
		document.edit("Mark").put(AnnotationObject.builder(shape, new Plane(-1, 0, 0)).classKey(classKey)
				.provenance(Provenance.UNKNOWN.withStatus(status)).build()).apply();
	}

	private void points(String classKey, double... xy) {
		mark(classKey, new PointsShape(Vertices.of(xy), List.of()), Status.DRAFT);
	}

	private void field(double x, double y, double side) {
		mark("field", new RectangleShape(new Box(x, y, side, side), 0), Status.DRAFT);
	}

	private CountResult count(int index) {
		return new ProtocolCounts(document, SPACING).all(Progress.NONE).get(index);
	}

	@Test
	public void densitiesAreForTheAreaOfTheTask() {
		field(0, 0, 100);
		points("mitosis", 10, 10, 20, 20, 500, 500);
		CountResult mitoses = count(0);
		assertEquals("one mm² inspected, one mark outside", 2, mitoses.counted());
		assertEquals(1, mitoses.inspectedMm2(), 1e-9);
		assertEquals(4, mitoses.value(), 1e-9);
		assertEquals(0.5, mitoses.progress(), 1e-9);
	}

	@Test
	public void fieldsThatAreHeldAsDetectionsCountToo() {
		BlockBuilder tiles = new BlockBuilder();
		for (Box box : List.of(new Box(0, 0, 100, 100), new Box(100, 0, 50, 100), new Box(500, 500, 100, 100)))
			assertTrue(
					tiles.add(AnnotationObject.builder(new RectangleShape(box, 0), new Plane(-1, 0, 0)).type(ObjectType.DETECTION)
							.classKey(box.x() < 500 ? "field" : "negative").build()));
		document.edit("Tiles").addDetections(List.of(tiles.build())).apply();
		field(50, 0, 50);
		points("mitosis", 10, 10, 120, 20, 550, 550);
		assertEquals(1.5, count(0).inspectedMm2(), 1e-9);
		assertEquals("the one in a tile of another class does not count", 2, count(0).counted());
	}

	@Test
	public void fieldsThatOverlapCountOnce() {
		field(0, 0, 100);
		field(50, 0, 100);
		assertEquals(1.5, count(0).inspectedMm2(), 1e-9);
	}

	/** Exact limits of a Poisson count of 10 are 4.795 and 18.390; Byar's differ by less than 1 %. */
	@Test
	public void densitiesHaveAnInterval() {
		assertEquals(4.795, Intervals.ofCount(10)[0], 0.05);
		assertEquals(18.390, Intervals.ofCount(10)[1], 0.05);
		assertEquals(0, Intervals.ofCount(0)[0], 0);
		assertEquals(3.689, Intervals.ofCount(0)[1], 0.3);
	}

	/** Wilson 1927; the numbers are those of statsmodels 0.14, proportion_confint(45, 150, method="wilson"). */
	@Test
	public void proportionsHaveAnInterval() {
		assertEquals(0.23243, Intervals.ofProportion(45, 150)[0], 1e-4);
		assertEquals(0.37764, Intervals.ofProportion(45, 150)[1], 1e-4);
		assertEquals(Double.NaN, Intervals.ofProportion(0, 0)[0], 0);
	}

	@Test
	public void proportionsNeedEnoughMarks() {
		points("positive", 1, 1, 2, 2, 3, 3);
		points("negative", 4, 4);
		CountResult score = count(1);
		assertEquals(75, score.value(), 1e-9);
		assertEquals(4, score.total());
		assertEquals(0.04, score.progress(), 1e-9);
	}

	@Test
	public void rejectedMarksDoNotCount() {
		points("positive", 1, 1);
		mark("positive", new PointsShape(Vertices.of(2, 2), List.of()), Status.REJECTED);
		assertEquals(1, count(1).total());
	}

	@Test
	public void marksThatAreSaidToBeLookAlikesDoNotCount() {
		Protocol protocol = protocol(MITOSES.replace("\"within\"",
				"\"unless\": {\"attribute\": \"sure\", \"values\": [\"look-alike\"]}, \"within\""));
		document.edit("Protocol").protocol(protocol).apply();
		field(0, 0, 100);
		points("mitosis", 10, 10);
		for (String kind : List.of("mitosis", "look-alike"))
			document.edit("Mark")
					.put(AnnotationObject.builder(new PointsShape(Vertices.of(20, 20), List.of()), new Plane(-1, 0, 0))
							.classKey("mitosis").attribute("sure", AttributeValue.of(kind)).build())
					.apply();
		assertEquals(2, count(0).counted());
		assertThrows(IllegalArgumentException.class, () -> protocol(MITOSES.replace("\"within\"",
				"\"unless\": {\"attribute\": \"sure\", \"values\": [\"perhaps\"]}, \"within\"")));
	}

	@Test
	public void theProtocolForImmunohistochemistryScoresTumourCellsAlone() {
		document.edit("Protocol").protocol(ProtocolCatalog.builtIn(Locale.ENGLISH).find("ihc-slide").orElseThrow()).apply();
		mark("region", new RectangleShape(new Box(0, 0, 100, 100), 0), Status.DRAFT);
		points("tumour-positive", 10, 10, 20, 20, 30, 30, 500, 500);
		points("tumour-negative", 20, 22);
		points("immune-positive", 50, 50, 60, 60);
		CountResult score = count(0);
		assertEquals("three of four in the region", 75, score.value(), 1e-9);
		assertEquals(0.04, score.progress(), 1e-9);
		assertEquals("of a circle of 0.2 mm\u00b2, the far one left out", 4, count(1).total());
	}

	@Test
	public void theHotSpotIsWhereMostAre() {
		points("positive", 1000, 1000, 1500, 1500);
		points("positive", 5000, 5000, 5050, 5000, 5000, 5050, 4950, 5000);
		points("negative", 5010, 5010, 9000, 9000);
		CountResult spot = count(2);
		assertEquals("of a circle with a radius of 1 mm", 4, spot.counted());
		assertEquals(5, spot.total());
		assertEquals(80, spot.value(), 1e-9);
		Box box = spot.spot().orElseThrow();
		assertEquals(200, box.width(), 1e-6);
		assertTrue(box.contains(box.centre()) && box.centre().distanceTo(new Point(5000, 5000)) < 100);
	}

	/** Against counting each pair. */
	@Test
	public void theHotSpotIsThatOfAllCentres() {
		for (int seed = 0; seed < 20; seed++) {
			Random random = new Random(seed);
			double radius = 0.3 + random.nextDouble();
			// Whole numbers, so that there are ties, places on each other and places just at the radius.
			List<Point> counted = places(random, random.nextInt(1500), seed % 2 == 0);
			List<Point> others = places(random, random.nextInt(1500), seed % 2 == 0);
			HotSpot best = null;
			for (Point centre : counted) {
				int here = (int) counted.stream().filter(p -> p.distanceTo(centre) <= radius).count();
				int total = here + (int) others.stream().filter(p -> p.distanceTo(centre) <= radius).count();
				if (best == null || here > best.counted() || here == best.counted() && total < best.total())
					best = new HotSpot(centre, radius, here, total);
			}
			assertEquals("seed " + seed, Optional.ofNullable(best), HotSpot.find(counted, others, radius, Progress.NONE));
		}
	}

	private static List<Point> places(Random random, int count, boolean whole) {
		List<Point> places = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			Point place = new Point(20 * random.nextDouble() - 10, 10 * random.nextDouble() - 5);
			places.add(whole ? new Point(Math.rint(4 * place.x()) / 4, Math.rint(4 * place.y()) / 4) : place);
		}
		return places;
	}

	@Test
	public void aLongCountTellsHowFarItIsAndCanBeCancelled() {
		points("positive", 1, 1, 2, 2);
		List<String> told = new ArrayList<>();
		new ProtocolCounts(document, SPACING).all(new Progress() {
			@Override
			public synchronized void update(double fraction, String doing) {
				told.add(doing);
			}

			@Override
			public boolean isCancelled() { return false; }
		});
		assertTrue(told.toString(), told.contains("Looking for the hot spot"));
		Progress cancelled = new Progress() {
			@Override
			public void update(double fraction, String doing) {
				// Nobody looks.
			}

			@Override
			public boolean isCancelled() { return true; }
		};
		assertThrows(CancelledException.class, () -> new ProtocolCounts(document, SPACING).all(cancelled));
	}

	private AnnotationObject countingField(double x, Status status) {
		AnnotationObject field = AnnotationObject.builder(new RectangleShape(new Box(x, 0, 100, 100), 0), new Plane(-1, 0, 0))
				.classKey("field")
				.provenance(new Provenance(CountingFields.TOOL, null, null, null, null, null, status)).build();
		document.edit("Field").put(field).apply();
		return field;
	}

	@Test
	public void fieldsCountFromWhenTheyAreFinished() {
		AnnotationObject first = countingField(0, Status.DRAFT);
		countingField(100, Status.FINAL);
		points("mitosis", 10, 10, 20, 20, 150, 50, 900, 900, 100, 50);
		CountResult before = count(0);
		assertEquals("the one on the border lies in the finished field", 2, before.counted());
		assertEquals(2, before.waiting());
		assertEquals(1, before.outside());
		assertEquals(1, before.inspectedMm2(), 1e-9);
		document.edit("Finish").put(first.toBuilder().provenance(first.provenance().withStatus(Status.FINAL)).build()).apply();
		assertEquals(4, count(0).counted());
		assertEquals(0, count(0).waiting());
		assertEquals(1, count(0).progress(), 1e-9);
	}

	@Test
	public void theNextFieldIsTheNextThatIsNotFinished() {
		countingField(0, Status.DRAFT);
		countingField(200, Status.FINAL);
		countingField(400, Status.DRAFT);
		countingField(600, Status.REJECTED);
		CountingFields fields = CountingFields.in(document);
		assertEquals(3, fields.all().size());
		assertEquals(1, fields.finished());
		assertEquals(0, fields.nextUnfinished(-1));
		assertEquals(2, fields.nextUnfinished(0));
		assertEquals("from the beginning again", 0, fields.nextUnfinished(2));
		assertEquals(1, fields.at(new Point(250, 50)));
		assertEquals(-1, fields.at(new Point(650, 50)));
		assertEquals(-1, new CountingFields(List.of()).nextUnfinished(-1));
	}

	@Test
	public void whoCountsOutsideIsTold() {
		AnnotationObject outside = AnnotationObject
				.builder(new PointsShape(Vertices.of(500, 500), List.of()), new Plane(-1, 0, 0))
				.classKey("mitosis").build();
		assertEquals("no area has been drawn yet", Optional.empty(), CountedPlaces.warning(document, outside));
		countingField(0, Status.DRAFT);
		assertEquals(Optional.of("This lies outside every \"Field\" and does not count for \"Mitoses\"."),
				CountedPlaces.warning(document, outside));
		assertEquals(Optional.empty(), CountedPlaces.warning(document, outside.toBuilder().classKey("positive").build()));
		assertEquals(1, ProtocolChecks.check(document, outside, SPACING).size());
		assertEquals(Optional.empty(), CountedPlaces.warning(document,
				outside.toBuilder().shape(new PointsShape(Vertices.of(50, 50), List.of())).build()));
	}

	@Test
	public void resultsAreToldInWords() {
		field(0, 0, 100);
		points("mitosis", 10, 10, 20, 20, 500, 500);
		CountWords mitoses = new CountWords(count(0));
		assertEquals("4.0 per 2 mm² (95 %: 0.4 to 14.4)", mitoses.result());
		assertEquals("2 counted · 1.00 of 2 mm² inspected", mitoses.done());
		assertEquals("Still to be inspected: 1.00 mm².", mitoses.missing());
		assertEquals("1 outside the inspected areas not counted.", mitoses.notCounted());
		points("positive", 1, 1, 2, 2, 3, 3);
		CountWords score = new CountWords(count(1));
		assertEquals("3 of 3 counted · at least 100 needed", score.done());
		assertEquals("Still to be counted: 97.", score.missing());
		assertEquals("Nothing counted yet", new CountWords(new CountResult(count(1).task(), 0, 0, 0, 0, Double.NaN, Double.NaN,
				Double.NaN, Double.NaN, 0, Optional.empty())).result());
		field(0, 200, 100);
		assertEquals("", new CountWords(count(0)).missing());
	}

	@Test
	public void withoutMarksThereIsNoNumber() {
		assertEquals(Double.NaN, count(0).value(), 0);
		assertEquals(Double.NaN, count(1).value(), 0);
		assertTrue(count(2).spot().isEmpty());
	}

	@Test
	public void protocolsKeepTheirCounts() throws JsonException {
		Protocol again = ProtocolReader.read(ProtocolWriter.write(document.protocol()), Locale.ENGLISH);
		assertEquals(document.protocol().counts(), again.counts());
		assertEquals(CountTask.Kind.HOT_SPOT, again.counts().get(2).kind());
	}

	@Test
	public void countsThatMeanNothingAreRefused() {
		for (String bad : List.of(MITOSES.replace("\"within\": \"field\", ", ""), MITOSES.replace("2}", "0}"),
				SCORE.replace("\"positive\", \"negative\"", "\"negative\""), SCORE.replace("\"least\": 100", "\"areaMm2\": 1"),
				MITOSES.replace("[\"mitosis\"]", "[\"no-such\"]"), MITOSES + "," + MITOSES,
				MITOSES.replace("\"within\"", "\"among\": [\"mitosis\"], \"within\"")))
			assertThrows(bad, IllegalArgumentException.class, () -> protocol(bad));
	}
}
