package org.annotomy.bridge;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.annotomy.json.Json;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;
import org.annotomy.sample.histology.HistologyRecipe;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The macros that come with the program do what they say, on the sample, without a display. */
public class ShippedMacrosTest {

	@Rule
	public TemporaryFolder temporary = new TemporaryFolder();

	@Test
	public void theMainJobOnTheSample() throws Exception {
		Path folder = temporary.newFolder("walk").toPath();
		run("Quick_Start.ijm", folder.toString());
		JsonObject sidecar = sidecar(folder.resolve("sample-chest-ct"));
		JsonObject header = sidecar.require("annotomy").asObject();
		assertEquals("onco-chest-ct", header.object("protocol").string("id", ""));
		assertEquals("diagnostic", header.object("labels").object("image").string("image-quality", ""));
		assertEquals(List.of("Node 1", "Nodule 1", "Nodule 1 axes"), names(sidecar));
		JsonObject nodule = feature(sidecar, "Nodule 1").object("annotomy");
		assertEquals("target", nodule.string("class", ""));
		assertEquals("the window it was drawn under", 1500, nodule.object("window").number("width", 0), 0);
		assertEquals("lung", nodule.object("attributes").string("organ", ""));
		List<String> table = Files.readAllLines(folder.resolve("measurements.csv"));
		assertEquals(4, table.size());
		assertTrue(table.get(0), table.get(0).contains("Area (mm²)") && table.get(0).contains("Mean (HU)"));

		// The same labels again, for a table of the whole folder; a second annotator adds some from a list.
		run("Export_Measurements.ijm", folder.resolve("sample-chest-ct").toString());
		Path csv = folder.resolve("marks.csv");
		Files.writeString(csv,
				"image,class,shape,slice,x,y,width,height,name\nsample-chest-ct,benign,ellipse,40,182,140,11,11,Seen before\nsample-chest-ct,target,ellipse,39,182,140,11,11,Nodule 2\n");
		run("Annotate_From_CSV.ijm", csv + "|onco-chest-ct");
		assertEquals(List.of("Node 1", "Nodule 1", "Nodule 1 axes", "Nodule 2", "Seen before"),
				names(sidecar(folder.resolve("sample-chest-ct"))));
		assertEquals(4, Files.readAllLines(only(folder.resolve("sample-chest-ct"), ".measurements.csv")).size());
	}

	/** The lungs of the phantom, air and vessels, lie between two thoraces' worth of doubt; a lesion has a volume that is known. */
	@Test
	public void segmentsOfTheSample() throws Exception {
		Path folder = temporary.newFolder("segments").toPath();
		run("Segment_Lungs.ijm", folder.toString());
		Map<String, String> lungs = row(folder.resolve("lungs.csv"));
		double ml = Double.parseDouble(lungs.get("Volume (ml)"));
		assertTrue("both lungs: " + ml, ml > 2500 && ml < 5000);
		assertEquals("between left and right", 0, Double.parseDouble(lungs.get("Centroid x (mm, LPS)")), 25);
		assertTrue(lungs.toString(), Double.parseDouble(lungs.get("Mean (HU)")) < -700);

		Path lesions = temporary.newFolder("lesion").toPath();
		run("Segment_Lesion.ijm", lesions.toString());
		Map<String, String> lesion = row(lesions.resolve("lesion.csv"));
		assertEquals("4/3 pi 8 x 7 x 8.5 mm", 1.994, Double.parseDouble(lesion.get("Volume (ml)")), 0.1);
		assertEquals("16 mm, and the edges of pixels", 16, Double.parseDouble(lesion.get("RECIST long (mm)")), 2);
		assertEquals(14, Double.parseDouble(lesion.get("RECIST short (mm)")), 2);
		assertTrue(Files.size(only(lesions.resolve("sample-chest-ct"), ".seg.nrrd")) > 0);

		run("Segment_Folder.ijm", lesions.resolve(".") + "|250|3000|200");
		List<String> table = Files.readAllLines(lesions.resolve("structures.csv"));
		assertEquals(table.toString(), 2, table.size());
		assertTrue(table.get(1), table.get(1).matches("sample-chest-ct,\\d{5},\\d{3}\\.\\d+,\\d{3}\\.\\d+"));
	}

	/** Two masses in CC: one is found in MLO and linked, of the other it is said that it is not visible there; the nipple is nothing to find. */
	@Test
	public void linkedMammogramsOfTheSample() throws Exception {
		Path folder = temporary.newFolder("mammograms").toPath();
		run("Link_Mammograms.ijm", folder.toString());
		List<String> left = Files.readAllLines(folder.resolve("still-to-find.csv"));
		assertEquals(left.toString(), 2, left.size());
		assertTrue(left.get(1), left.get(1).matches("1,Mass 2,mg-l-mlo,MG L MLO,\"71 mm from the nipple, .10 mm\",.*"));
		List<String> linked = Files.readAllLines(folder.resolve("linked.csv"));
		assertEquals(linked.toString(), 5, linked.size());
		assertEquals(List.of("mg-l-cc marked", "mg-l-mlo marked", "mg-l-cc marked", "mg-l-mlo not visible"),
				linked.stream().skip(1).map(line -> line.split(",")[2] + " " + line.split(",")[3]).toList());
		assertTrue(Files.exists(folder.resolve("mammograms.annotomy-group.json")));
	}

	/** Sums of the marks that the macro makes, at the two times of the sample. */
	@Test
	public void followUpOfTheSample() throws Exception {
		Path folder = temporary.newFolder("follow-up").toPath();
		run("Follow_Up.ijm", folder.toString());
		List<String> responses = Files.readAllLines(folder.resolve("responses.csv"));
		assertEquals(responses.toString(), 3, responses.size());
		assertTrue(responses.get(1), responses.get(1).startsWith("1,Baseline,0,"));
		String[] later = responses.get(2).split(",");
		assertEquals("Day 56", later[1]);
		assertEquals("PD", later[later.length - 1]);
		List<String> lesions = Files.readAllLines(folder.resolve("lesions.csv"));
		assertEquals(lesions.toString(), 1 + 4 * 2, lesions.size());
		assertTrue(Files.size(folder.resolve("sums.png")) > 0);
	}

	/** Two slides of a folder, one with cells of another program, within 2 GB; a table and labels beside each. */
	@Test
	public void aFolderOfSlides() throws Exception {
		Path folder = temporary.newFolder("slides").toPath();
		new HistologyRecipe(8000, 6000, 1).write(folder.resolve("a" + HistologyRecipe.ENDING));
		new HistologyRecipe(8000, 6000, 2).write(folder.resolve("b, left" + HistologyRecipe.ENDING));
		Files.writeString(folder.resolve("notes.txt"), "no slide");
		Files.writeString(folder.resolve("a" + HistologyRecipe.ENDING + ".cells.geojson"), cells());
		run("Slide_Folder.ijm", folder.resolve(".").toString());
		List<String> table = Files.readAllLines(folder.resolve("slides.csv"));
		assertEquals("slide,what,class,count,area_mm2,result,unit", table.get(0));
		assertTrue(table.toString(), table.stream().anyMatch(line -> line.startsWith("a.annotomy-slide,Tissue 1,all,9,")));
		assertTrue(table.toString(),
				table.stream().anyMatch(line -> line.startsWith("\"b, left.annotomy-slide\",Tissue 1,all,0,")));
		assertTrue(table.toString(),
				table.stream().anyMatch(line -> line.startsWith("\"b, left.annotomy-slide\",Mitoses in 2.37 mm")));
		assertTrue(Files.exists(folder.resolve("a" + HistologyRecipe.ENDING + ".geojson")));
		assertTrue(Files.exists(folder.resolve("b, left" + HistologyRecipe.ENDING + ".geojson")));
	}

	/** A slide whose only piece is below the smallest that counts does not end the work on those behind it. */
	@Test
	public void aFolderWithASlideWithoutTissue() throws Exception {
		Path folder = temporary.newFolder("crumb").toPath();
		new HistologyRecipe(600, 600, 1).write(folder.resolve("a" + HistologyRecipe.ENDING));
		new HistologyRecipe(8000, 6000, 2).write(folder.resolve("b" + HistologyRecipe.ENDING));
		run("Slide_Folder.ijm", folder.resolve(".").toString());
		List<String> table = Files.readAllLines(folder.resolve("slides.csv"));
		assertEquals(table.toString(), "a.annotomy-slide,no tissue,,,,,", table.get(1));
		assertTrue(table.toString(), table.get(2).startsWith("b.annotomy-slide,Tissue 1,all,0,"));
	}

	/** Nine squares in the middle of the slide. */
	private static String cells() {
		List<String> features = new ArrayList<>();
		for (int i = 0; i < 9; i++) {
			int x = 3900 + 30 * i;
			features.add("{\"type\":\"Feature\",\"id\":\"00000000-0000-4000-8000-00000000000" + i
					+ "\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[" + x + ",3000],[" + (x + 9) + ",3000],["
					+ (x + 9)
					+ ",3009],[" + x + ",3009],[" + x + ",3000]]]},\"properties\":{\"objectType\":\"detection\"}}");
		}
		return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
	}

	/** The only row of a table by the headings of its columns. */
	private static Map<String, String> row(Path table) throws IOException {
		List<String> lines = Files.readAllLines(table);
		assertEquals(2, lines.size());
		String[] headings = lines.get(0).replace("(mm, LPS)", "(mm; LPS)").split(",");
		String[] cells = lines.get(1).split(",", -1);
		Map<String, String> row = new HashMap<>();
		for (int i = 0; i < headings.length; i++)
			row.put(headings[i].replace("(mm; LPS)", "(mm, LPS)"), cells[i]);
		return row;
	}

	private static void run(String macro, String argument) throws Exception {
		ChildJvm.Result result = ChildJvm.headless().with("-Xmx2g").run(Main.class.getName(), "--headless", "--macro",
				Path.of("macros", macro).toString(), argument);
		assertEquals(result.output(), 0, result.exitCode());
	}

	private static JsonObject sidecar(Path series) throws IOException {
		return Json.parse(Files.readString(only(series, ".geojson"))).asObject();
	}

	private static Path only(Path folder, String ending) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			List<Path> found = files.filter(f -> f.getFileName().toString().endsWith(ending)).toList();
			assertEquals("files ending in " + ending, 1, found.size());
			return found.get(0);
		}
	}

	private static List<String> names(JsonObject sidecar) throws IOException {
		List<String> names = new ArrayList<>();
		for (JsonValue feature : sidecar.list("features"))
			names.add(feature.asObject().object("properties").string("name", ""));
		return names.stream().sorted().toList();
	}

	/** The properties of the object with that name. */
	private static JsonObject feature(JsonObject sidecar, String name) throws IOException {
		for (JsonValue feature : sidecar.list("features")) {
			JsonObject properties = feature.asObject().object("properties");
			if (properties.string("name", "").equals(name)) return properties;
		}
		throw new AssertionError("There is no object " + name + ".");
	}
}
