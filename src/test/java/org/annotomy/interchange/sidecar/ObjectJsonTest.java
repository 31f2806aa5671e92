package org.annotomy.interchange.sidecar;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.UUID;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.shape.EllipseShape;
import org.annotomy.annotation.shape.LineShape;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.Point;
import org.annotomy.json.Json;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;
import org.junit.Test;

public class ObjectJsonTest {

	private static final UUID ID = UUID.fromString("e47f00dc-8a38-416d-acd2-6b3d182ccd9e");

	@Test
	public void everyObjectComesBackBitByBit() throws IOException {
		long seed = 4711;
		RandomObjects objects = new RandomObjects(seed);
		for (int i = 0; i < 6000; i++) {
			AnnotationObject object = objects.next();
			String text = Json.write(ObjectJson.encode(object));
			AnnotationObject back = ObjectJson.decode(Json.parse(text).asObject());
			assertEquals("seed " + seed + ", object " + i + ": " + text, object, back);
			assertEquals("written again, seed " + seed + ", object " + i, text, Json.write(ObjectJson.encode(back)));
		}
	}

	@Test
	public void aLineIsHeldAsImageJHasIt() throws IOException {
		JsonObject feature = encode(AnnotationObject.builder(ID, line(202.5, 240.5, 219.25, 249.75), Plane.slice(87)));
		assertEquals("[[202.5,240.5],[219.25,249.75]]", feature.object("geometry").require("coordinates").toString());
		assertEquals("{\"ij\":\"line\",\"p\":[202,240,218.75,249.25]}", ours(feature).require("shape").toString());
		assertEquals("[-1,87,0]", ours(feature).require("plane").toString());
		assertEquals("{\"c\":-1,\"z\":87,\"t\":0}", feature.object("geometry").require("plane").toString());
	}

	@Test
	public void whereHalfAPixelIsNotExactTheDocumentsNumbersAreWrittenToo() throws IOException {
		JsonObject feature = encode(AnnotationObject.builder(ID, line(0.125, 0, 5, 5), Plane.FIRST));
		assertEquals("{\"ij\":\"line\",\"p\":[-0.375,-0.5,4.5,4.5]}", ours(feature).require("shape").toString());
		feature = encode(AnnotationObject.builder(ID, line(1e-20, 0, 5, 5), Plane.FIRST));
		assertEquals("{\"ij\":\"line\",\"p\":[-0.5,-0.5,4.5,4.5],\"canonical\":[1.0E-20,0,5,5]}",
				ours(feature).require("shape").toString());
	}

	@Test
	public void aPolygonOnTheGridIsWrittenOnce() throws IOException {
		JsonObject feature = encode(AnnotationObject.builder(ID, PolygonShape.of(0, 0, 4.25, 0, 4, 3), Plane.FIRST));
		assertEquals("{\"ij\":\"polygon\"}", ours(feature).require("shape").toString());
		feature = encode(AnnotationObject.builder(ID, PolygonShape.of(0, 0, 4, 3, 4.25, 0), Plane.FIRST));
		assertEquals("{\"ij\":\"polygon\",\"turned\":true}", ours(feature).require("shape").toString());
		assertEquals("[[[0,0],[4.25,0],[4,3],[0,0]]]", feature.object("geometry").require("coordinates").toString());
	}

	@Test
	public void anOutlineThatCrossesItselfIsShownAsItsArea() throws IOException {
		JsonObject feature = encode(AnnotationObject.builder(ID, PolygonShape.of(0, 0, 10, 10, 10, 0, 0, 10), Plane.FIRST));
		assertEquals("MultiPolygon", feature.object("geometry").string("type", ""));
		assertEquals("[[[0,0,10,10,10,0,0,10]]]", ours(feature).object("shape").require("rings").toString());
	}

	@Test
	public void whatHasNoExtentHasNoGeometry() throws IOException {
		JsonObject feature = encode(AnnotationObject.builder(ID, line(3, 3, 3.001, 3), Plane.FIRST));
		assertTrue(feature.members().get("geometry").isNull());
	}

	@Test
	public void anUprightEllipseIsMarkedForQuPath() throws IOException {
		JsonObject feature = encode(
				AnnotationObject.builder(ID, EllipseShape.inside(new Box(41000, 22500, 20, 20)), Plane.FIRST));
		assertEquals("true", feature.object("geometry").require("isEllipse").toString());
		assertEquals("{\"ij\":\"oval\",\"box\":[41000,22500,20,20]}", ours(feature).require("shape").toString());
	}

	@Test
	public void aGeometryThatAnotherProgramChangedCounts() throws IOException {
		String text = Json.write(encode(AnnotationObject.builder(ID, line(10.5, 20.5, 30.5, 40.5), Plane.FIRST).name("L1")));
		AnnotationObject moved = decode(text.replace("[[10.5,20.5]", "[[11.5,20.5]"));
		assertEquals(line(11.5, 20.5, 30.5, 40.5), moved.shape());
		assertEquals("L1", moved.name());
		AnnotationObject turned = decode(text.replace("[[10.5,20.5],[30.5,40.5]]", "[[30.5,40.5],[10.5,20.5]]"));
		assertEquals("the direction is the shape's", line(10.5, 20.5, 30.5, 40.5), turned.shape());
	}

	@Test
	public void ourMembersAreReadStrictly() throws IOException {
		String text = Json.write(encode(AnnotationObject.builder(ID, line(1, 2, 3, 4), Plane.FIRST).comment("c")));
		assertFalse(text.contains("null"));
		refuse(text.replace("\"comment\":\"c\"", "\"comment\":7"), "expected a string but found the number 7");
		refuse(text.replace("\"comment\":\"c\"", "\"opacity\":3"), "Opacity must be from 0 to 1");
		refuse(text.replace("\"ij\":\"line\"", "\"ij\":\"rect\""), "the member \"box\" of \"shape\" is missing");
		refuse(text.replace("[0.5,1.5,2.5,3.5]", "[0.5,1.5,2.5]"), "found 3 numbers where 4 are needed");
		refuse(text.replace(ID.toString(), "17"), "the id of a Feature must be a UUID");
		refuse(text.replace("[[1,2],[3,4]]", "[[1,2],[3,[4]]]"), "the coordinates are not arrays of positions");
		refuse(text.replace("\"LineString\"", "\"Polygon\""), "the coordinates do not fit the geometry's type Polygon");
		refuse(text.replace("\"LineString\"", "\"Circle\""), "the type of the geometry is none of GeoJSON's");
	}

	private static void refuse(String text, String reason) {
		JsonException refused = assertThrows(JsonException.class, () -> decode(text));
		assertTrue(refused.getMessage(), refused.getMessage().contains(reason));
	}

	private static AnnotationObject decode(String text) throws IOException {
		return ObjectJson.decode(Json.parse(text).asObject());
	}

	private static JsonObject encode(AnnotationObject.Builder object) {
		return ObjectJson.encode(object.build());
	}

	private static JsonObject ours(JsonObject feature) throws IOException {
		return feature.object("properties").object("annotomy");
	}

	private static LineShape line(double x1, double y1, double x2, double y2) {
		return new LineShape(new Point(x1, y1), new Point(x2, y2));
	}
}
