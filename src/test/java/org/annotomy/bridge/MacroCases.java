package org.annotomy.bridge;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Macros that must do the same in every host, and what must come of them. */
final class MacroCases {

	/** Options of the sample command, and what the user must be told when they stop the macro; empty if nothing. */
	private static final Map<String, String> STOPPED = new LinkedHashMap<>();

	static {
		STOPPED.put("count=abc", "Option count: \"abc\" is not a whole number.");
		STOPPED.put("cuont=3", "Unknown option cuont. Did you mean count?");
		STOPPED.put("Count=3", "Unknown option Count. Did you mean count?");
		STOPPED.put("count=99", "Option count: \"99\" is out of range: 1 to 10.");
		STOPPED.put("method=Best", "Option method: \"Best\" is not one of: Otsu, Max Entropy");
		STOPPED.put("invert=perhaps", "Option invert: \"perhaps\" is neither true nor false.");
		STOPPED.put("input=[/no such file]", "Option input: there is no such file.");
		STOPPED.put("second=[no such image]", "Option second: no open image has that title");
		STOPPED.put("name=[not closed", "The value of option name starts with [ that is never closed.");
		STOPPED.put("then=refuse", "The sample refuses.");
		STOPPED.put("then=break", "An error of the program: NullPointerException in org.annotomy.bridge.SampleCommand");
		STOPPED.put("then=cancel", "");
	}

	/** Options that are right, and what the command then says it was given. */
	private static final Map<String, String> RIGHT = new LinkedHashMap<>();

	static {
		String rest = " method=Otsu shade=LIGHT";
		RIGHT.put("", "image=none second=none count=3 total=5000000000 radius_mm=1.25 limit_hu=null invert=false name=" + rest);
		RIGHT.put("count=5 name=[a [b] c] invert",
				"image=none second=none count=5 total=5000000000 radius_mm=1.25 limit_hu=null invert=true name=a [b] c" + rest);
		RIGHT.put("second=[a b]",
				"image=c second=a b count=3 total=5000000000 radius_mm=1.25 limit_hu=null invert=false name=" + rest);
		RIGHT.put("name='two words' limit_hu=-1e2 invert=false",
				"image=none second=none count=3 total=5000000000 radius_mm=1.25 limit_hu=-100.0 invert=false name=two words"
						+ rest);
	}

	private static final String TWO_IMAGES = "newImage(\"a b\", \"8-bit\", 2, 2, 1); newImage(\"c\", \"8-bit\", 2, 2, 1); ";

	private final Path folder;

	/** Writes the macros into a folder. */
	MacroCases(Path folder) throws IOException {
		this.folder = folder;
		int number = 100;
		for (String options : STOPPED.keySet())
			write("stopped-" + number++, options, "");
		for (String options : RIGHT.keySet())
			write("right-" + number++, options, "print(\"count \" + getResult(\"Count\", 0) + \" of \" + nResults);\n"
					+ "saveAs(\"Results\", \"" + file("table-" + number + ".csv") + "\");\n");
	}

	private void write(String name, String options, String then) throws IOException {
		String log = file(name + ".log");
		String images = options.startsWith("second=[a") ? TWO_IMAGES : "";
		String call = "run(\"Annotomy Sample...\"" + (options.isEmpty() ? "" : ", \"" + options + "\"") + ");\n";
		Files.writeString(folder.resolve(name + ".ijm"), "File.append(\"started\", \"" + log + "\");\n" + images + call + then
				+ (images.isEmpty() ? "" : "close(\"*\");\n") + "File.append(\"went on\", \"" + log + "\");\n");
	}

	private String file(String name) {
		return folder.resolve(name).toString().replace('\\', '/');
	}

	/** @param told the lines of {@link HostSession}: name of the macro, tab, what the user was told */
	void check(List<String> told) throws IOException {
		Map<String, String> byMacro = new LinkedHashMap<>();
		told.forEach(line -> byMacro.put(line.substring(0, line.indexOf('\t')), line.substring(line.indexOf('\t') + 1)));
		assertEquals(STOPPED.size() + RIGHT.size(), byMacro.size());
		int number = 100;
		for (Map.Entry<String, String> stopped : STOPPED.entrySet())
			checkStopped("stopped-" + number++, stopped.getKey(), stopped.getValue(), byMacro);
		for (Map.Entry<String, String> right : RIGHT.entrySet())
			checkRight("right-" + number++, right, folder.resolve("table-" + number + ".csv"), byMacro);
	}

	private void checkStopped(String name, String options, String message, Map<String, String> told) throws IOException {
		String text = told.get(name + ".ijm");
		assertEquals("the macro with " + options, List.of("started"), Files.readAllLines(folder.resolve(name + ".log")));
		assertTrue(options + " told: " + text, text.contains(message.isEmpty() ? "" : "Annotomy Sample: " + message));
		assertTrue(options + " told: " + text, message.isEmpty() || text.contains("in line 2"));
		assertTrue(options + " told: " + text, !text.contains("\tat ") && !text.contains(".java:"));
	}

	private void checkRight(String name, Map.Entry<String, String> right, Path table, Map<String, String> told)
			throws IOException {
		String text = told.get(name + ".ijm");
		assertEquals("the macro with " + right.getKey() + " told " + text, List.of("started", "went on"),
				Files.readAllLines(folder.resolve(name + ".log")));
		assertTrue("no dialog expected: " + text, !text.contains("dialog"));
		List<String> rows = Files.readAllLines(table);
		assertEquals(2, rows.size());
		assertTrue(rows.get(0), rows.get(0).endsWith("Count,Given"));
		assertTrue(rows.get(1), rows.get(1).endsWith(right.getValue()));
	}
}
