package org.annotomy.interchange.sidecar;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.EditBuilder;
import org.annotomy.annotation.RandomEdits;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.protocol.ProtocolStamp;
import org.annotomy.annotation.shape.ArrowShape;
import org.annotomy.annotation.shape.LineShape;
import org.annotomy.annotation.shape.PointsShape;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Vertices;
import org.annotomy.json.Json;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;
import org.annotomy.task.Progress;
import org.annotomy.testing.SharedData;
import org.junit.Test;

/** Files that QuPath's own code saved again ({@code data/sidecar}), and imitations of what QuPath and GDAL do. */
public class OutsideEditTest {

	private static final UUID ID = new UUID(7, 7);

	@Test
	public void whatQuPathSavedAgainComesBackByteByByte() throws IOException {
		for (String name : List.of("ex-ct.tif", "ex-slide.svs", "ex-photo.png")) {
			byte[] ours = Files.readAllBytes(SharedData.require("sidecar/" + name + ".geojson"));
			byte[] theirs = Files.readAllBytes(SharedData.require("sidecar/" + name + ".qupath-resaved.geojson"));
			assertFalse(OutsideEdit.isOutside(ours));
			assertTrue(OutsideEdit.isOutside(theirs));
			OutsideMerge merge = OutsideEdit.merge(ours, theirs, false);
			assertEquals(name, List.of(), merge.warnings());
			assertTrue(name, merge.isUnchanged());
			assertEquals(name, sorted(text(ours)), text(merge.file()));
		}
	}

	/** The examples were written before features had to be sorted. */
	private static String sorted(String file) {
		List<String> lines = new ArrayList<>(List.of(file.split("\n")));
		List<String> features = new ArrayList<>();
		for (String line : lines.subList(1, lines.size() - 1))
			features.add(line.endsWith(",") ? line.substring(0, line.length() - 1) : line);
		features.sort((a, b) -> a.substring(a.indexOf("\"id\"")).compareTo(b.substring(b.indexOf("\"id\""))));
		return lines.get(0) + "\n" + String.join(",\n", features) + (features.isEmpty() ? "" : "\n") + lines.get(lines.size() - 1)
				+ "\n";
	}

	@Test
	public void randomObjectsSurviveAnotherProgram() throws IOException {
		for (long seed = 1; seed <= 12; seed++) {
			RandomObjects objects = new RandomObjects(seed);
			AnnotationDocument document = RandomEdits.emptyDocument();
			EditBuilder edit = document.edit("Add");
			for (int i = 0; i < 40; i++)
				edit.put(objects.next());
			edit.apply();
			byte[] ours = SidecarWriter.write(document, SidecarHeader.NEW, Progress.NONE).toBytes();
			OutsideMerge merge = OutsideEdit.merge(ours, ImitatedQuPath.saveAgain(ours, new Random(seed)), false);
			assertEquals("seed " + seed, List.of(), merge.changed());
			assertTrue("seed " + seed, merge.isUnchanged());
			assertEquals("seed " + seed, text(ours), text(merge.file()));
		}
	}

	@Test
	public void onlyWhatWasChangedIsTakenOver() throws IOException {
		AnnotationObject object = AnnotationObject.builder(ID, PolygonShape.of(Vertices.of(0, 0, 10, 0, 10, 10.5),
				PolygonShape.Origin.FREEHAND), Plane.slice(3)).classKey("target").comment("ours").name("L1")
				.measurements(Map.of("Length mm", 0.31)).build();
		String theirs = theirs(
				"{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[10,0],[12,10.5],[0,0]]],\"plane\":{\"c\":-1,\"z\":4,\"t\":0}}",
				"\"name\":\"L2\",\"isLocked\":true,\"classification\":{\"name\":\"Other class\",\"color\":[0,0,255]},"
						+ "\"measurements\":{\"Length mm\":0.3100000023841858,\"New\":2}");
		AnnotationObject merged = merged(object, theirs).objects().get(0);
		assertEquals(PolygonShape.of(Vertices.of(0, 0, 10, 0, 12, 10.5), PolygonShape.Origin.FREEHAND), merged.shape());
		assertEquals("external", merged.provenance().tool());
		assertEquals(Plane.slice(4), merged.plane());
		assertEquals("ours", merged.comment());
		assertEquals("L2", merged.name());
		assertTrue(merged.locked());
		assertEquals("other", merged.classKey());
		assertEquals(Map.of("Length mm", 0.31, "New", 2.0), merged.measurements());
	}

	@Test
	public void aNewClassAndANewObjectComeAlong() throws IOException {
		AnnotationObject object = line(new LineShape(new Point(1, 2), new Point(8, 9)));
		String line = "{\"type\":\"LineString\",\"coordinates\":[[8,9],[1,2]]}";
		String another = theirs(line, "\"classification\":{\"name\":\"Fresh\",\"color\":[1,2,3]}").replace(
				"{\"type\":\"Feature\"",
				"{\"type\":\"Feature\",\"id\":\"00000000-0000-0000-0000-0000000000aa\",\"geometry\":" + line
						+ ",\"properties\":{\"objectType\":\"annotation\"}},{\"type\":\"Feature\"");
		byte[] base = file(object);
		OutsideMerge merge = OutsideEdit.merge(base, another.getBytes(StandardCharsets.UTF_8), false);
		assertEquals(List.of(ID), merge.changed());
		assertEquals(List.of(new UUID(0, 0xaa)), merge.added());
		SidecarContent content = SidecarReader.read(merge.file(), Progress.NONE);
		assertEquals(object.shape(), content.objects().get(1).shape());
		assertEquals("Fresh", content.objects().get(1).classKey());
		assertEquals(0x010203, content.protocolOfFile().findClass("Fresh").orElseThrow().rgb());
		assertEquals(List.of(), QuPathSafeGate.check(merge.file()));
		assertEquals(1, OutsideEdit.sharedIds(base, another.getBytes(StandardCharsets.UTF_8)));
	}

	@Test
	public void pointsKeepTheirCountersAndAnArrowItsHead() throws IOException {
		PointsShape points = new PointsShape(Vertices.of(10.5, 2.5, 40.5, 5.5, 2.5, 9.5), List.of(1, 2, 3));
		String geometry = "{\"type\":\"MultiPoint\",\"coordinates\":[[2.5,9.5],[10.5,2.5],[70.25,1.5]]}";
		AnnotationObject merged = merged(line(points), theirs(geometry, "\"objectType\":\"annotation\"")).objects().get(0);
		assertEquals(new PointsShape(Vertices.of(10.5, 2.5, 2.5, 9.5, 70.25, 1.5), List.of(1, 3, 0)), merged.shape());
		ArrowShape arrow = new ArrowShape(new Point(50, 60), new Point(10, 20), "open", 12.5, true, false);
		merged = merged(line(arrow), theirs("{\"type\":\"LineString\",\"coordinates\":[[10,20],[55,60]]}", "\"name\":\"x\""))
				.objects().get(0);
		assertEquals(new ArrowShape(new Point(55, 60), new Point(10, 20), "open", 12.5, true, false), merged.shape());
	}

	@Test
	public void whatTheOtherProgramLostIsKept() throws IOException {
		AnnotationObject object = line(PolygonShape.of(1, 1, 5, 1, 5, 5));
		SidecarContent content = merged(object,
				theirs("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[0,0],[0,0],[0,0],[0,0]]]}", "\"name\":\"moved\""));
		assertEquals(object.shape(), content.objects().get(0).shape());
		assertEquals("moved", content.objects().get(0).name());
	}

	@Test
	public void objectsThatAreMissingAreKeptOnlyIfWanted() throws IOException {
		byte[] base = file(line(PolygonShape.of(1, 1, 5, 1, 5, 5)));
		byte[] theirs = "{\"type\":\"FeatureCollection\",\"features\":[]}".getBytes(StandardCharsets.UTF_8);
		OutsideMerge kept = OutsideEdit.merge(base, theirs, true);
		assertEquals(List.of(ID), kept.missing());
		assertEquals(text(base), text(kept.file()));
		assertEquals(0, SidecarReader.read(OutsideEdit.merge(base, theirs, false).file(), Progress.NONE).objects().size());
	}

	@Test
	public void childrenAreFoundWithinTheirParents() throws IOException {
		AnnotationObject child = line(PolygonShape.of(1, 1, 5, 1, 5, 5));
		String inner = Json
				.write(feature(theirs("{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[5,1],[5,5],[1,1]]]}", "\"name\":\"n\"")));
		String outer = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"id\":\"" + new UUID(0, 1)
				+ "\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[9,0],[9,9],[0,0]]]},\"properties\":{\"childObjects\":["
				+ inner + "]}}]}";
		OutsideMerge merge = OutsideEdit.merge(file(child), outer.getBytes(StandardCharsets.UTF_8), false);
		assertEquals(List.of(ID), merge.changed());
		assertEquals(List.of(new UUID(0, 1)), merge.added());
	}

	@Test
	public void gdalLosesThePlaneAndMovesTheId() throws IOException {
		AnnotationObject object = line(PolygonShape.of(1.125, 1, 5, 1, 5, 5)).toBuilder().plane(Plane.slice(87)).build();
		JsonObject written = feature(text(file(object)));
		JsonObject geometry = written.object("geometry").without(java.util.Set.of("plane"));
		JsonObject properties = JsonObject.builder().put("id", ID.toString()).putAll(written.object("properties"))
				.put("isLocked", org.annotomy.json.JsonScalar.NULL).build();
		String theirs = "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\"},\"features\":[{\"type\":\"Feature\",\"properties\":"
				+ Json.write(properties) + ",\"geometry\":" + Json.write(geometry) + "}]}";
		OutsideMerge merge = OutsideEdit.merge(file(object), theirs.getBytes(StandardCharsets.UTF_8), false);
		assertTrue(merge.isUnchanged());
		SidecarContent alone = SidecarReader.read(theirs.getBytes(StandardCharsets.UTF_8), Progress.NONE);
		assertEquals(object, alone.objects().get(0));
		assertFalse(alone.foreign().has("crs"));
	}

	@Test
	public void onlyAVersionOfOursCanBeMergedWith() {
		byte[] plain = "{\"type\":\"FeatureCollection\",\"features\":[]}".getBytes(StandardCharsets.UTF_8);
		JsonException refused = assertThrows(JsonException.class, () -> OutsideEdit.merge(plain, plain, true));
		assertEquals("the version to merge with is not a sidecar of ours.", refused.getMessage());
	}

	private static AnnotationObject line(org.annotomy.annotation.shape.Shape shape) {
		return AnnotationObject.builder(ID, shape, Plane.FIRST).build();
	}

	private static byte[] file(AnnotationObject object) {
		Protocol protocol = new Protocol(new ProtocolStamp("p", "1", null), "P", "",
				List.of(AnnotationClass.plain("target", "Target lesion", 0xff0000),
						AnnotationClass.plain("other", "Other class", 0x0000ff)),
				List.of(), List.of(), List.of(), List.of());
		AnnotationDocument document = new AnnotationDocument(RandomEdits.emptyDocument().image(), protocol);
		EditBuilder edit = document.edit("Add").put(object);
		if (object.classKey() != null)
			edit.put(
					AnnotationObject.builder(new UUID(9, 9), object.shape(), object.plane()).classKey("other").build());
		edit.apply();
		return SidecarWriter.write(document, SidecarHeader.NEW, Progress.NONE).toBytes();
	}

	private static SidecarContent merged(AnnotationObject object, String theirs) throws IOException {
		return SidecarReader.read(OutsideEdit.merge(file(object), theirs.getBytes(StandardCharsets.UTF_8), false).file(),
				Progress.NONE);
	}

	private static String theirs(String geometry, String properties) {
		return "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"id\":\"" + ID + "\",\"geometry\":"
				+ geometry
				+ ",\"properties\":{" + properties + "}}]}";
	}

	private static JsonObject feature(String file) throws IOException {
		JsonValue first = Json.parse(file).asObject().list("features").get(0);
		return first.asObject();
	}

	private static String text(byte[] file) {
		return new String(file, StandardCharsets.UTF_8);
	}

	/** Imitates what formats-measured.md, section 3.2, says of QuPath. */
	private static final class ImitatedQuPath {

		static byte[] saveAgain(byte[] file, Random random) throws IOException {
			List<JsonValue> features = new ArrayList<>();
			for (JsonValue feature : Json.parse(text(file)).asObject().list("features"))
				features.add(again(feature.asObject(), random));
			Collections.shuffle(features, random);
			return Json.write(JsonObject.builder().put("type", "FeatureCollection")
					.put("features", org.annotomy.json.JsonArray.of(features)).build()).getBytes(StandardCharsets.UTF_8);
		}

		private static JsonObject again(JsonObject feature, Random random) throws IOException {
			JsonObject properties = feature.object("properties");
			JsonObject.Builder kept = JsonObject.builder();
			for (String name : List.of("objectType", "name", "color", "classification", "isLocked", "metadata"))
				kept.put(name, properties.get(name).orElse(null));
			if (properties.has("measurements")) {
				JsonObject.Builder singles = JsonObject.builder();
				for (Map.Entry<String, JsonValue> number : properties.object("measurements").members().entrySet())
					singles.put(number.getKey(), ExactNumbers.of((float) ExactNumbers.read(number.getValue())));
				kept.put("measurements", singles.build());
			}
			GeoGeometry geometry = RawFeature.of(feature).geometry().pieces(new Findings()).get(0);
			JsonObject.Builder place = JsonObject.builder().put("type", geometry.kind().word());
			if (geometry.ellipse()) place.put("isEllipse", true);
			place.put("coordinates", shuffled(geometry, random).coordinates())
					.put("plane", feature.object("geometry").get("plane").orElse(null));
			return JsonObject.builder().put("type", "Feature").put("id", feature.require("id")).put("geometry", place.build())
					.put("properties", kept.build()).build();
		}

		private static GeoGeometry shuffled(GeoGeometry geometry, Random random) {
			for (double[][] part : geometry.parts())
				for (double[] run : part) {
					for (int i = 0; i < run.length; i++)
						run[i] = Math.rint((float) run[i] * 100.0) / 100;
					if (geometry.kind().isArea()) turnRing(run, random);
					else if (random.nextBoolean()) reverse(run);
				}
			return geometry;
		}

		private static void turnRing(double[] ring, Random random) {
			double[] old = ring.clone();
			int shift = 2 * random.nextInt(ring.length / 2);
			for (int i = 0; i < ring.length; i++)
				ring[i] = old[(i + shift) % ring.length];
			if (random.nextBoolean()) Rings.turn(ring);
		}

		private static void reverse(double[] line) {
			double[] old = line.clone();
			for (int i = 0; i < line.length; i += 2) {
				line[i] = old[line.length - 2 - i];
				line[i + 1] = old[line.length - 1 - i];
			}
		}
	}
}
