package org.annotomy.bridge;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * The macros that come with the program, one after the other in one process of each host: the results must be those of plain ImageJ without a
 * display, whose meaning {@link ShippedMacrosTest} checks.
 */
public class ShippedMacrosIT {

	private static final String CLOSE = "run(\"Close Annotations\"); close(\"*\");\n";

	private static final String CLOSE_ALL = "while (nImages > 0) { run(\"Close Annotations\"); close(); }\n";

	/** Writes the display ranges of all open images. */
	private static final String RANGES = """
			path = getArgument() + "/ranges.txt";
			for (i = 1; i <= nImages; i++) {
				selectImage(i);
				getMinAndMax(min, max);
				File.append(bitDepth() + " bit: " + min + " to " + max, path);
			}
			close("*");
			""";

	@ClassRule
	public static final TemporaryFolder FOLDER = new TemporaryFolder();

	private static Map<String, String> expected;

	@BeforeClass
	public static void runInPlainImageJWithoutADisplay() throws Exception {
		expected = run(HostProgram.Kind.PLAIN_HEADLESS);
		assertTrue(expected.toString(), expected.get("measurements of the walk").lines().count() == 4);
		assertTrue(expected.toString(), expected.get("measurements of the folder").lines().count() == 6);
		assertEquals("16 bit: -1250 to 249\n8 bit: -1250 to 249\n", expected.get("ranges"));
	}

	@Test
	public void plainImageJWithADisplay() throws Exception {
		same(run(HostProgram.Kind.PLAIN_ON_DISPLAY));
	}

	@Test
	public void fijiWithoutADisplay() throws Exception {
		same(run(HostProgram.Kind.FIJI_HEADLESS));
	}

	@Test
	public void fijiWithADisplay() throws Exception {
		same(run(HostProgram.Kind.FIJI_ON_DISPLAY));
	}

	private static void same(Map<String, String> results) {
		expected.forEach((what, text) -> assertEquals(what, text, results.get(what)));
	}

	private static Map<String, String> run(HostProgram.Kind kind) throws Exception {
		Path base = FOLDER.newFolder(kind.name()).toPath();
		Path work = Files.createDirectory(base.resolve("work"));
		Path series = work.resolve("sample-chest-ct");
		Path macros = Files.createDirectory(base.resolve("macros"));
		Path csv = Files.writeString(work.resolve("marks.csv"), "image,class,shape,slice,x,y,width,height,name\n"
				+ "sample-chest-ct,benign,ellipse,40,182,140,11,11,Seen before\n"
				+ "sample-chest-ct,target,ellipse,39,182,140,11,11,Nodule 2\n");
		shipped(macros, "1", "Quick_Start.ijm", work.toString());
		Files.writeString(macros.resolve("2.ijm"), CLOSE);
		shipped(macros, "3", "Annotate_From_CSV.ijm", csv + "|onco-chest-ct");
		shipped(macros, "4", "Export_Measurements.ijm", series.toString());
		Files.writeString(macros.resolve("5.ijm"),
				"run(\"Open Study...\", \"path=[\" + getArgument() + \"]\"); newImage(\"c\", \"8-bit ramp\", 9, 9, 1);\n");
		Files.writeString(macros.resolve("5.argument"), series.toString());
		shipped(macros, "6", "Apply_Preset_To_All.ijm", "Lung");
		Files.writeString(macros.resolve("7.ijm"), RANGES);
		Files.writeString(macros.resolve("7.argument"), work.toString());
		Path lungs = Files.createDirectory(work.resolve("lungs"));
		Path lesion = Files.createDirectory(work.resolve("lesion"));
		shipped(macros, "8a", "Segment_Lungs.ijm", lungs.toString());
		Files.writeString(macros.resolve("8b.ijm"), CLOSE);
		shipped(macros, "9a", "Segment_Lesion.ijm", lesion.toString());
		Files.writeString(macros.resolve("9b.ijm"), CLOSE);
		Path linking = Files.createDirectory(work.resolve("linking"));
		shipped(macros, "a1", "Link_Mammograms.ijm", linking.toString());
		Files.writeString(macros.resolve("a2.ijm"), CLOSE_ALL);
		shipped(macros, "a3", "Follow_Up.ijm", linking.toString());
		Files.writeString(macros.resolve("a4.ijm"), CLOSE_ALL);
		List<String> told = new HostProgram(kind, base).run(macros);
		for (String line : told)
			assertTrue(told.toString(), !line.contains("dialog") && !line.contains("rror"));
		return results(work, series);
	}

	private static void shipped(Path macros, String number, String name, String argument) throws IOException {
		Files.copy(Path.of("macros", name), macros.resolve(number + ".ijm"));
		Files.writeString(macros.resolve(number + ".argument"), argument);
	}

	/** Objects come out of a file in the order of their ids; here in that of their names. */
	private static String rows(Path table) throws IOException {
		try (Stream<String> lines = Files.lines(table)) {
			return lines.map(line -> line.substring(line.indexOf(',') + 1)).sorted().collect(Collectors.joining("\n"));
		}
	}

	/** The tables of links end in Tracking UIDs, which are new each time. */
	private static String withoutUids(Path table) throws IOException {
		return Files.readString(table).replaceAll("2\\.25\\.\\d+", "UID");
	}

	private static Map<String, String> results(Path work, Path series) throws IOException {
		Map<String, String> results = new LinkedHashMap<>();
		results.put("sidecar", Sidecars.withoutIdsAndTimes(series));
		results.put("measurements of the walk", Files.readString(work.resolve("measurements.csv")));
		results.put("measurements of the folder", rows(Sidecars.only(series, ".measurements.csv")));
		results.put("lungs", Sidecars.voxels(work.resolve("lungs/sample-chest-ct"))
				+ Files.readString(work.resolve("lungs/lungs.csv")));
		results.put("lesion", Sidecars.voxels(work.resolve("lesion/sample-chest-ct"))
				+ Files.readString(work.resolve("lesion/lesion.csv")));
		results.put("linked", withoutUids(work.resolve("linking/linked.csv"))
				+ withoutUids(work.resolve("linking/still-to-find.csv")));
		results.put("follow-up", Files.readString(work.resolve("linking/responses.csv"))
				+ Files.readString(work.resolve("linking/lesions.csv")));
		results.put("ranges", Files.readString(work.resolve("ranges.txt")));
		return results;
	}
}
