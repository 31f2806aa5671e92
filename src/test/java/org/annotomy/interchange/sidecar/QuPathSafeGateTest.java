package org.annotomy.interchange.sidecar;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.EditBuilder;
import org.annotomy.annotation.RandomEdits;
import org.annotomy.task.Progress;
import org.annotomy.testing.SharedData;
import org.junit.Test;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;

/** The gate and the schema: all that we write passes both, and each thing that was measured to kill or damage an import is refused. */
public class QuPathSafeGateTest {

	private static final String GOOD = "{\"type\":\"FeatureCollection\",\"annotomy\":{\"format\":\"annotomy-sidecar\",\"version\":\"1.0\","
			+ "\"image\":{\"kind\":\"x\",\"size\":[9,9,1,1,1]}},\"features\":[\n"
			+ "{\"type\":\"Feature\",\"id\":\"e47f00dc-8a38-416d-acd2-6b3d182ccd9e\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
			+ "[[[0,0],[8,0],[8,8],[0,8],[0,0]],[[2,2],[2,3],[3,3],[3,2],[2,2]]],\"plane\":{\"c\":-1,\"z\":3,\"t\":0}},"
			+ "\"properties\":{\"objectType\":\"annotation\",\"name\":\"L1\",\"color\":[1,2,3],\"isLocked\":true,"
			+ "\"classification\":{\"name\":\"Lesion\",\"color\":[230,60,40]},\"measurements\":{\"a\":1,\"b\":\"NaN\"},"
			+ "\"metadata\":{\"k\":\"v\"},\"annotomy\":{\"shape\":{\"ij\":\"composite\"}}}}\n]}\n";
	private static final String RINGS = "[[[0,0],[8,0],[8,8],[0,8],[0,0]],[[2,2],[2,3],[3,3],[3,2],[2,2]]]";

	private static JsonSchema schema() throws IOException {
		try (InputStream in = SidecarWriter.class.getResourceAsStream("/org/annotomy/interchange/sidecar.schema.json")) {
			return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(in);
		}
	}

	/** Each replaces one text of the good file. Rows of formats-measured.md, 3.1 and 3.2. */
	private static Map<String, String[]> mutants() {
		Map<String, String[]> mutants = new LinkedHashMap<>();
		add(mutants, "geometry null", "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + RINGS
				+ ",\"plane\":{\"c\":-1,\"z\":3,\"t\":0}}", "\"geometry\":null");
		add(mutants, "no geometry", "\"geometry\":{", "\"place\":{");
		add(mutants, "empty geometry", "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + RINGS + ",", "\"geometry\":{");
		add(mutants, "properties null", "\"metadata\":{\"k\":\"v\"}", "\"metadata\":null");
		add(mutants, "name null", "\"name\":\"L1\"", "\"name\":null");
		add(mutants, "class without colour", "\"name\":\"Lesion\",\"color\":[230,60,40]", "\"name\":\"Lesion\"");
		add(mutants, "class as text", "{\"name\":\"Lesion\",\"color\":[230,60,40]}", "\"Lesion\"");
		add(mutants, "class without name", "\"name\":\"Lesion\",\"color\"", "\"color\"");
		add(mutants, "class with two kinds of names", "\"name\":\"Lesion\"", "\"name\":\"Lesion\",\"names\":[\"a\",\"b\"]");
		add(mutants, "class with a strange member", "\"name\":\"Lesion\"", "\"x\":1,\"name\":\"Lesion\"");
		add(mutants, "colon in a class", "Lesion", "Les:ion");
		add(mutants, "line end in a class", "Lesion", "Les\\nion");
		add(mutants, "blank class", "Lesion", "  ");
		add(mutants, "colour as text", "[230,60,40]", "\"#ff0000\"");
		add(mutants, "colour of two", "[230,60,40]", "[230,60]");
		add(mutants, "colour too large", "[1,2,3]", "[1,2,300]");
		add(mutants, "measurement as text", "\"a\":1", "\"a\":\"high\"");
		add(mutants, "measurement null", "\"a\":1", "\"a\":null");
		add(mutants, "metadata number", "\"k\":\"v\"", "\"k\":3");
		add(mutants, "extra member in plane", "\"z\":3", "\"z\":3,\"id\":1");
		add(mutants, "negative slice", "\"z\":3", "\"z\":-1");
		add(mutants, "half a slice", "\"z\":3", "\"z\":3.5");
		add(mutants, "GeometryCollection", "\"type\":\"Polygon\",\"coordinates\":" + RINGS,
				"\"type\":\"GeometryCollection\",\"geometries\":[]");
		add(mutants, "ring of three", "[[2,2],[2,3],[3,3],[3,2],[2,2]]", "[[2,2],[2,3],[2,2]]");
		add(mutants, "no coordinates", RINGS, "[]");
		add(mutants, "third coordinate", "[0,8]", "[0,8,1]");
		add(mutants, "coordinate null", "[0,8]", "[0,null]");
		add(mutants, "points for a polygon", RINGS, "[[0,0],[8,0],[8,8],[0,0]]");
		add(mutants, "id of another kind", "e47f00dc-8a38-416d-acd2-6b3d182ccd9e", "L1");
		add(mutants, "id in capitals", "e47f00dc", "E47F00DC");
		add(mutants, "no id", "\"id\":", "\"ID\":");
		add(mutants, "unknown type of object", "\"objectType\":\"annotation\"", "\"objectType\":\"root\"");
		add(mutants, "locked as text", "\"isLocked\":true", "\"isLocked\":\"true\"");
		add(mutants, "children", "\"name\":\"L1\"", "\"childObjects\":[]");
		add(mutants, "no Feature", "\"type\":\"Feature\",", "\"type\":\"Thing\",");
		return mutants;
	}

	/** What no schema can see. */
	private static Map<String, String[]> geometricMutants() {
		Map<String, String[]> mutants = new LinkedHashMap<>();
		add(mutants, "bow-tie", "[[0,0],[8,0],[8,8],[0,8],[0,0]]", "[[0,0],[8,8],[8,0],[0,8],[0,0]]");
		add(mutants, "open ring", "[0,8],[0,0]]", "[0,8]]");
		add(mutants, "hole outside", "[2,2],[2,3],[3,3],[3,2],[2,2]", "[12,2],[12,3],[13,3],[13,2],[12,2]");
		add(mutants, "smaller than the grid", RINGS, "[[[1,1],[1.004,1],[1.004,1.004],[1,1]]]");
		add(mutants, "collinear", RINGS, "[[[1,1],[2,2],[3,3],[1,1]]]");
		add(mutants, "touches itself on the grid", RINGS, "[[[0,0],[8,0],[8,8],[4,0.004],[0,8],[0,0]]]");
		add(mutants, "outside any image", "[0,8]", "[0,1e12]");
		add(mutants, "line without length", "\"type\":\"Polygon\",\"coordinates\":" + RINGS,
				"\"type\":\"LineString\",\"coordinates\":[[3,3],[3.001,3]]");
		return mutants;
	}

	private static void add(Map<String, String[]> mutants, String name, String good, String bad) {
		assertTrue(name, GOOD.contains(good));
		mutants.put(name, new String[]{good, bad});
	}

	@Test
	public void theGoodFilePasses() throws IOException {
		assertEquals(List.of(), check(GOOD));
		assertEquals(List.of(), List.copyOf(schema().validate(GOOD, InputFormat.JSON)));
	}

	@Test
	public void everyMutantIsRefusedByGateAndSchema() throws IOException {
		JsonSchema schema = schema();
		mutants().forEach((name, change) -> {
			String bad = GOOD.replace(change[0], change[1]);
			assertFalse(name + " passes the gate", check(bad).isEmpty());
			assertFalse(name + " passes the schema", schema.validate(bad, InputFormat.JSON).isEmpty());
		});
	}

	@Test
	public void whatIsNotValidOnTheGridIsRefused() {
		geometricMutants().forEach((name, change) -> {
			List<QuPathSafeGate.Problem> problems = check(GOOD.replace(change[0], change[1]));
			assertEquals(name, 1, problems.size());
			assertEquals(name, 0, problems.get(0).feature());
		});
	}

	@Test
	public void whatIsNoCollectionIsRefused() {
		for (String bad : List.of("[]", "{}", "{\"type\":\"FeatureCollection\"}", GOOD + "{}", GOOD.replace("]}\n", "]"),
				"{\"type\":\"Feature\",\"features\":[]}", "{\"features\":[],\"type\":\"FeatureCollection\",\"a\":nil}"))
			assertEquals(bad, -1, check(bad).get(0).feature());
	}

	@Test
	public void ourMembersAreHeldToTheSchemaToo() throws IOException {
		JsonSchema schema = schema();
		for (String[] change : new String[][]{{"\"version\":\"1.0\"", "\"version\":\"2\""}, {"[9,9,1,1,1]", "[9,9,1,1]"},
				{"\"kind\":\"x\",", ""}, {"{\"ij\":\"composite\"}", "{\"ij\":\"line\",\"p\":[1,2,3]}"},
				{"{\"ij\":\"composite\"}", "{\"ij\":\"rect\"}"}, {"{\"ij\":\"composite\"}", "{}"},
				{"\"features\"", "\"crs\":{},\"features\""}, {"\"annotomy\":{\"shape\"", "\"annotomy\":{\"opacity\":2,\"shape\""},
				{"\"image\":{", "\"links\":[{\"rel\":\"x\"}],\"image\":{"},
				{"\"image\":{", "\"raters\":[{\"id\":\"Dr. Who\"}],\"image\":{"},
				{"\"image\":{", "\"voxels\":{\"segments\":[{\"uuid\":\"1\",\"layer\":0,\"value\":1}]},\"image\":{"}}) {
			assertTrue(change[0], GOOD.contains(change[0]));
			assertFalse(change[1], schema.validate(GOOD.replace(change[0], change[1]), InputFormat.JSON).isEmpty());
		}
	}

	@Test
	public void allThatWeWriteSatisfiesTheSchema() throws IOException {
		JsonSchema schema = schema();
		for (long seed = 31; seed < 37; seed++) {
			AnnotationDocument document = RandomEdits.emptyDocument();
			RandomEdits edits = new RandomEdits(seed);
			for (int i = 0; i < 40; i++)
				edits.next(document);
			EditBuilder edit = document.edit("More");
			RandomObjects objects = new RandomObjects(seed);
			for (int i = 0; i < 100; i++)
				edit.put(objects.next());
			edit.apply();
			byte[] file = SidecarWriter.write(document, SidecarHeader.NEW, Progress.NONE).toBytes();
			assertEquals("seed " + seed, List.of(),
					List.copyOf(schema.validate(new String(file, StandardCharsets.UTF_8), InputFormat.JSON)));
		}
	}

	@Test
	public void theExamplesPass() throws IOException {
		JsonSchema schema = schema();
		for (String name : List.of("ex-ct.tif", "ex-slide.svs", "ex-photo.png")) {
			String file = Files.readString(SharedData.require("sidecar/" + name + ".geojson"));
			assertEquals(name, List.of(), check(file));
			assertEquals(name, List.of(), List.copyOf(schema.validate(file, InputFormat.JSON)));
		}
	}

	@Test
	public void theQuickCheckOfOutlinesAgreesWithJts() {
		java.util.Random random = new java.util.Random(12);
		int valid = 0;
		for (int i = 0; i < 4000; i++) {
			double[] ring = new double[2 * (3 + random.nextInt(6))];
			for (int k = 0; k < ring.length; k++)
				ring[k] = random.nextInt(7) / 100.0;
			GeoGeometry geometry = GeoGeometry.of(GeoGeometry.Kind.POLYGON, ring);
			boolean fine = GridGate.problem(geometry) == null;
			org.locationtech.jts.geom.Geometry jts = org.annotomy.annotation.shape.ShapeGeometry
					.of(org.annotomy.annotation.shape.PolygonShape.of(ring));
			assertEquals("seed 12, ring " + java.util.Arrays.toString(ring), jts.isValid() && jts.getArea() > 0, fine);
			if (fine) valid++;
		}
		assertTrue("only " + valid + " were valid", valid > 400);
	}

	private static List<QuPathSafeGate.Problem> check(String text) {
		return QuPathSafeGate.check(text.getBytes(StandardCharsets.UTF_8));
	}
}
