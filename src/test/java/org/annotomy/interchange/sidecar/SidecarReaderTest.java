package org.annotomy.interchange.sidecar;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.ObjectType;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.protocol.ProtocolCatalog;
import org.annotomy.annotation.shape.EllipseShape;
import org.annotomy.annotation.shape.LineShape;
import org.annotomy.annotation.shape.PointsShape;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.PolylineShape;
import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.annotation.shape.ShapeKind;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;
import org.annotomy.json.JsonException;
import org.annotomy.task.Progress;
import org.annotomy.testing.SharedData;
import org.junit.Test;

/** What QuPath (of all times), GDAL and others write. */
public class SidecarReaderTest {

	private static final String ID = "e47f00dc-8a38-416d-acd2-6b3d182ccd9e";
	private static final String TRIANGLE = "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[4,0],[4,3],[0,0]]]}";

	@Test
	public void everyContainer() throws IOException {
		String feature = "{\"type\":\"Feature\",\"id\":\"" + ID + "\",\"geometry\":" + TRIANGLE + ",\"properties\":{}}";
		for (String text : List.of(feature, "[" + feature + "]",
				"{\"features\":[" + feature + "],\"type\":\"FeatureCollection\"}",
				"\uFEFF{\"type\":\"FeatureCollection\", \"features\" :[ " + feature + " ] }\n",
				"// made by hand\n{\"type\":\"FeatureCollection\",\"features\":[/* one */" + feature + "//\n]}")) {
			SidecarContent content = read(text);
			assertEquals(text, 1, content.objects().size());
			assertEquals(UUID.fromString(ID), content.objects().get(0).id());
			assertEquals(PolygonShape.of(0, 0, 4, 0, 4, 3), content.objects().get(0).shape());
			assertFalse(content.ours());
		}
		AnnotationObject bare = one("{\"type\":\"Point\",\"coordinates\":[1,2],\"plane\":{\"z\":4}}");
		assertEquals(PointsShape.of(new Point(1, 2)), bare.shape());
		assertEquals("a bare geometry has no plane", Plane.FIRST, bare.plane());
		assertEquals(2, read("[" + TRIANGLE + "," + feature + "]").objects().size());
		assertEquals(0, read("[]").objects().size());
	}

	@Test
	public void everyGeometry() throws IOException {
		assertEquals(RectangleShape.of(1, 2, 3, 4), shape("Polygon", "[[[1,2],[4,2],[4,6],[1,6],[1,2]]]"));
		assertEquals(RectangleShape.of(1, 2, 3, 4), shape("Polygon", "[[[1,2],[1,6],[4,6],[4,2],[1,2]]]"));
		assertEquals(new LineShape(new Point(1, 2), new Point(3, 4)), shape("LineString", "[[1,2],[3,4]]"));
		assertEquals(PolylineShape.of(1, 2, 3, 4, 5, 5), shape("LineString", "[[1,2],[3,4],[5,5]]"));
		assertEquals(PointsShape.of(new Point(1, 2), new Point(0, 1)), shape("MultiPoint", "[[1,2],[0,1,7.5]]"));
		PolygonShape parts = (PolygonShape) shape("MultiPolygon",
				"[[[[0,0],[9,0],[9,9],[0,0]],[[3,1],[4,2],[4,1],[3,1]]],[[[20,0],[29,0],[29,9],[20,0]]]]");
		assertEquals(2, parts.parts().size());
		assertEquals(1, parts.parts().get(0).holes().size());
		String ellipse = "{\"type\":\"Polygon\",\"isEllipse\":true,\"coordinates\":[[[20,10],[10,15],[0,10],[10,5],[20,10]]]}";
		assertEquals(EllipseShape.inside(new Box(0, 5, 20, 10)), one(ellipse).shape());
	}

	@Test
	public void severalLinesOrGeometriesBecomeObjectsTiedTogether() throws IOException {
		SidecarContent lines = read(
				feature("{\"type\":\"MultiLineString\",\"coordinates\":[[[0,0],[1,1]],[[2,2],[3,3],[4,5]]]}", "\"name\":\"n\""));
		assertEquals(List.of(ShapeKind.LINE, ShapeKind.POLYLINE),
				lines.objects().stream().map(object -> object.shape().kind()).toList());
		assertEquals(ID, lines.objects().get(1).instance());
		assertEquals("n", lines.objects().get(1).name());
		SidecarContent mixed = read(feature("{\"type\":\"GeometryCollection\",\"geometries\":[" + TRIANGLE
				+ ",{\"type\":\"Point\",\"coordinates\":[7,7]}]}", ""));
		assertEquals(List.of(ShapeKind.POLYGON, ShapeKind.POINT),
				mixed.objects().stream().map(object -> object.shape().kind()).toList());
		assertEquals(mixed.objects().get(0).instance(), mixed.objects().get(1).instance());
		assertEquals(List.of("Feature 1: several geometries in one Feature became one object each, tied by \"instance\"."),
				mixed.report().warnings());
	}

	@Test
	public void classesOfAllTimes() throws IOException {
		assertClass("Tumor: Positive", 0xfa3e3e, "{\"names\":[\"Tumor\",\"Positive\"],\"color\":[250,62,62]}");
		assertClass("Tumor", 0xc80000, "{\"name\":\"Tumor\",\"colorRGB\":-3670016}");
		assertClass("Tumor", 0x010203, "{\"name\":\"Tumor\",\"color\":[1,2,3,128]}");
		assertClass("Tumor: Negative", 0x0000ff,
				"{\"name\":\"Negative\",\"colorRGB\":255,\"parentClass\":{\"name\":\"Tumor\",\"colorRGB\":0}}");
		assertEquals("Tumor: Positive", one(feature(TRIANGLE, "\"classification\":\"Tumor: Positive\"")).classKey());
		assertEquals("Tumor", one(feature(TRIANGLE, "\"classification\":{\"name\":\"Tumor\",\"color\":null}")).classKey());
		assertEquals(null, one(feature(TRIANGLE, "\"classification\":{}")).classKey());
		assertEquals(null, one(feature(TRIANGLE, "\"classification\":null")).classKey());
	}

	private static void assertClass(String name, int rgb, String classification) throws IOException {
		SidecarContent content = read(feature(TRIANGLE, "\"classification\":" + classification));
		assertEquals(classification, name, content.objects().get(0).classKey());
		assertEquals(classification, rgb, content.protocolOfFile().findClass(name).orElseThrow().rgb());
	}

	@Test
	public void propertiesOfAllTimes() throws IOException {
		AnnotationObject object = one(feature(TRIANGLE,
				"\"object_type\":\"PathDetectionObject\",\"color\":-65536,\"isLocked\":1.0,"
						+ "\"name\":null,\"measurements\":[{\"name\":\"Area\",\"value\":2.5},{\"name\":\"b\",\"value\":\"-inf\"}],"
						+ "\"metadata\":{\"n\":3,\"o\":{\"p\":1},\"s\":\"t\"},\"metadata\":{\"n\":3,\"o\":{\"p\":1},\"s\":\"t\"}"));
		assertEquals(ObjectType.DETECTION, object.type());
		assertEquals(Integer.valueOf(0xff0000), object.appearance().strokeRgb());
		assertTrue(object.locked());
		assertEquals(null, object.name());
		assertEquals(Map.of("Area", 2.5, "b", Double.NEGATIVE_INFINITY), object.measurements());
		assertEquals(Map.of("n", "3", "s", "t"), object.metadata());
		assertEquals("what QuPath would lose is kept with ours", "{\"metadata\":{\"o\":{\"p\":1}}}",
				object.foreign().annotomy().toString());
		assertEquals(ObjectType.CELL, one(feature(TRIANGLE, "\"objectType\":\"cell\"")).type());
		assertEquals(Map.of("x", Double.NaN, "y", 1e3),
				one(feature(TRIANGLE, "\"measurements\":{\"x\":\"nan\",\"y\":\"1e3\",\"z\":\"high\"}")).measurements());
	}

	@Test
	public void whatIsStrangeIsTold() throws IOException {
		assertWarning("a ring was not closed; it was closed",
				feature("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[4,0],[4,3]]]}", ""));
		assertWarning("a member appears twice with different content; the last one counts",
				feature(TRIANGLE, "\"metadata\":{\"a\":\"1\"},\"metadata\":{\"a\":\"2\"}"));
		assertWarning("it has no UUID; it was given one", feature(TRIANGLE, "").replace(ID, "17"));
		assertWarning("a third coordinate was left out", feature("{\"type\":\"Point\",\"coordinates\":[1,2,3]}", ""));
		assertWarning("unknown members of \"plane\" were left out: QuPath would refuse the file",
				feature(TRIANGLE.replace("\"type\"", "\"plane\":{\"z\":2,\"name\":\"x\"},\"type\""), ""));
		assertWarning("the plane was changed by another program; the one of the geometry counts",
				feature(TRIANGLE.replace("\"type\"", "\"plane\":{\"z\":2},\"type\""), "\"annotomy\":{\"plane\":[-1,3,0]}"));
		assertWarning("the outline was changed by another program; it counts, the shape drawn before does not",
				feature(TRIANGLE, "\"annotomy\":{\"shape\":{\"ij\":\"rect\",\"box\":[1,1,2,2]}}"));
		assertWarning("the type of object is not known here; it is taken as an annotation",
				feature(TRIANGLE, "\"objectType\":\"tmaCore\""));
		assertWarning("its id was used before; it was given another one",
				"[" + feature(TRIANGLE, "") + "," + feature(TRIANGLE, "") + "]");
	}

	private static void assertWarning(String warning, String text) throws IOException {
		SidecarContent content = read(text);
		assertFalse(content.objects().isEmpty());
		assertEquals(1, content.report().warnings().size());
		assertTrue(content.report().warnings().get(0), content.report().warnings().get(0).endsWith(": " + warning + "."));
		assertEquals("the same ids every time", content.objects(), read(text).objects());
	}

	@Test
	public void whatHasNoPlaceIsKept() throws IOException {
		for (String geometry : List.of("null", "{}", "{\"type\":\"Polygon\",\"coordinates\":[]}",
				"{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1],[0,0]]]}",
				"{\"type\":\"Polygon\",\"coordinates\":[[[0,null]]]}")) {
			SidecarContent content = read("[" + feature(geometry, "\"name\":\"kept\"") + "," + feature(TRIANGLE, "") + "]");
			assertEquals(geometry, 1, content.objects().size());
			assertEquals(geometry, 1, content.header().kept().size());
			assertTrue(content.report().warnings().get(0),
					content.report().warnings().get(0).startsWith("Feature 1: it is kept but cannot be shown: "));
			assertTrue(content.header().kept().get(0).toString().contains("kept"));
		}
	}

	@Test
	public void childrenBecomeObjectsOfTheirOwn() throws IOException {
		String child = feature("{\"type\":\"Point\",\"coordinates\":[1,2]}", "").replace(ID,
				"00000000-0000-0000-0000-000000000001");
		SidecarContent content = read(feature(TRIANGLE, "\"childObjects\":[" + child + "]"));
		assertEquals(2, content.objects().size());
		assertEquals(UUID.fromString(ID), content.objects().get(1).parent());
		assertFalse(content.objects().get(0).foreign().properties().has("childObjects"));
	}

	@Test
	public void whatIsNotGeoJsonIsRefusedWithItsLine() {
		refuse("", "the file is");
		refuse("{\"type\":\"FeatureCollection\",\n\"features\":[\n{]}", "line 3: the file is broken here or cut off");
		refuse("{\"type\":\"FeatureCollection\",\"features\":[" + feature(TRIANGLE, "\"a\":tru") + "]}",
				"line 1: the file is broken");
		refuse("{\"type\":\"FeatureCollection\",\n<<<<<<< HEAD\n", "a merge by git that was not finished");
		refuse("{\"name\":1}", "this is not GeoJSON");
		refuse("{\"type\":\"FeatureCollection\",\"features\":[]} x", "the file is");
		refuse("[" + "[".repeat(100) + "]".repeat(100) + "]", "the file is broken here");
		refuse("{\"type\":\"FeatureCollection\",\"annotomy\":{\"format\":\"other\"},\"features\":[]}", "is not of our format");
		refuse("{\"type\":\"FeatureCollection\",\"annotomy\":{\"format\":\"annotomy-sidecar\",\"version\":\"x\"},\"features\":[]}",
				"is not major.minor");
		refuse("{\"type\":\"FeatureCollection\",\"annotomy\":{\"format\":\"annotomy-sidecar\",\"version\":\"1.0\",\"image\":{}},"
				+ "\"features\":[]}", "an image needs \"kind\" and \"size\"");
		refuse("{\"type\":\"FeatureCollection\",\"annotomy\":{\"format\":\"annotomy-sidecar\",\"version\":\"9.0\",\"image\":{}},"
				+ "\"features\":[]}", "written by a newer version of Annotomy");
	}

	private static void refuse(String text, String reason) {
		JsonException refused = assertThrows(text, JsonException.class, () -> read(text));
		assertTrue(refused.getMessage(), refused.getMessage().contains(reason));
	}

	/** A cut or changed byte may be refused or read otherwise, but nothing else may happen. */
	@Test(timeout = 60_000)
	public void damagedFilesAreRefusedOrRead() throws IOException {
		byte[] good = Files.readAllBytes(SharedData.require("sidecar/ex-slide.svs.geojson"));
		long seed = 99;
		Random random = new Random(seed);
		for (int i = 0; i < 3000; i++) {
			byte[] bad = i < good.length ? Arrays.copyOf(good, i) : good.clone();
			for (int k = 0; k < 3 && i >= good.length; k++)
				bad[random.nextInt(bad.length)] = (byte) "\"{}[],:019ne/*\\\u0000\u0080".charAt(random.nextInt(17));
			try {
				SidecarReader.read(bad, Progress.NONE);
			} catch (JsonException e) {
				assertFalse(e.getMessage().isEmpty());
			}
		}
	}

	@Test
	public void filesOfQuPath() throws IOException {
		Map<String, ShapeKind> kinds = Map.of("qupath-brush.json", ShapeKind.POLYGON, "qupath-ellipse.json", ShapeKind.POLYGON,
				"qupath-line.json", ShapeKind.LINE, "qupath-multipolygon.geojson", ShapeKind.POLYGON, "qupath-point.json",
				ShapeKind.POINT, "qupath-polygon.json", ShapeKind.POLYGON);
		for (Map.Entry<String, ShapeKind> kind : kinds.entrySet()) {
			SidecarContent content = SidecarReader.read(Files.readAllBytes(SharedData.require("geojson/" + kind.getKey())),
					Progress.NONE);
			assertEquals(kind.getKey(), kind.getValue(), content.objects().get(0).shape().kind());
			assertEquals(ObjectType.ANNOTATION, content.objects().get(0).type());
			assertEquals(List.of(), content.header().kept());
		}
	}

	@Test
	public void theExamplesOfTheFormat() throws IOException {
		SidecarContent ct = SidecarReader.read(Files.readAllBytes(SharedData.require("sidecar/ex-ct.tif.geojson")),
				Progress.NONE);
		assertEquals(List.of(), ct.report().warnings());
		assertEquals(3, ct.header().revision());
		assertEquals("Leber – Segment", ct.segments().get(0).name());
		assertEquals("freehand", ((PolygonShape) ct.objects().get(0).shape()).origin().name().toLowerCase(java.util.Locale.ROOT));
		assertEquals(new LineShape(new Point(202.5, 240.5), new Point(219.25, 249.75)), ct.objects().get(1).shape());
		SidecarContent slide = SidecarReader.read(Files.readAllBytes(SharedData.require("sidecar/ex-slide.svs.geojson")),
				Progress.NONE);
		assertEquals(List.of(), slide.report().warnings());
		assertEquals(List.of(1, 1, 2), ((PointsShape) slide.objects().get(1).shape()).counters());
		assertEquals(EllipseShape.inside(new Box(41000, 22500, 20, 20)), slide.objects().get(2).shape());
		assertEquals("Tumor: Positive", slide.protocolOfFile().findClass("cell").orElseThrow().name());
	}

	private static org.annotomy.annotation.shape.Shape shape(String type, String coordinates) throws IOException {
		return one("{\"type\":\"" + type + "\",\"coordinates\":" + coordinates + "}").shape();
	}

	private static String feature(String geometry, String properties) {
		return "{\"type\":\"Feature\",\"id\":\"" + ID + "\",\"geometry\":" + geometry + ",\"properties\":{" + properties + "}}";
	}

	private static AnnotationObject one(String text) throws IOException {
		SidecarContent content = read(text);
		assertEquals(text, 1, content.objects().size());
		return content.objects().get(0);
	}

	private static SidecarContent read(String text) throws IOException {
		return SidecarReader.read(text.getBytes(StandardCharsets.UTF_8), Progress.NONE);
	}

	/** Classes of another program join the protocol; all else of it stays. */
	@Test
	public void foreignClassesCostTheProtocolNothing() throws Exception {
		for (String id : List.of("onco-chest-ct", "tissue-slide")) {
			Protocol protocol = ProtocolCatalog.builtIn(Locale.ENGLISH).find(id).orElseThrow();
			Protocol completed = read(feature(TRIANGLE, "\"classification\":{\"name\":\"Immune cells\"}")).completed(protocol);
			assertEquals(protocol.classes().size() + 1, completed.classes().size());
			assertEquals(protocol.rules(), completed.rules());
			assertEquals(protocol.counts(), completed.counts());
			assertEquals(protocol.windows(), completed.windows());
		}
	}
}
