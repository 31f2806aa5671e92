package org.annotomy;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.Test;

/** Holds the sources to the package table of {@code docs/architecture.md} and to the rules of the house. */
public class ArchitectureTest {

	private static final Path MAIN = Path.of("src/main/java");
	private static final Path TESTS = Path.of("src/test/java");
	private static final Pattern IMPORT = Pattern.compile("^import (?:static )?([\\w.]+?)\\.[A-Z*]", Pattern.MULTILINE);
	private static final Pattern MUTABLE_STATIC = Pattern
			.compile(
					"^\\s+(?:(?:public|private|protected|volatile|transient) )*static (?!final|class|interface|enum|record|\\{|<)[^(=;{]+(?:=|;)",
					Pattern.MULTILINE);

	/** Who may import whom, one level under the root. A package not listed here is a failure. */
	private static final Map<String, Set<String>> TABLE = new LinkedHashMap<>();

	static {
		Set<String> below = new TreeSet<>();
		for (String bottom : new String[]{"geometry", "task", "json", "home", "digest"})
			TABLE.put(bottom, Set.of());
		allow("identity", "geometry");
		allow("annotation", "digest", "geometry", "identity", "json", "task");
		allow("image", "geometry", "identity", "task");
		allow("codec", "image");
		allow("segmentation", "geometry", "annotation", "image", "task");
		allow("registration", "geometry", "identity", "image", "segmentation", "task");
		allow("agreement", "geometry", "annotation", "image", "task");
		allow("slide", "digest", "geometry", "identity", "json", "home", "image", "codec", "task");
		allow("dicom", "digest", "geometry", "identity", "json", "home", "annotation", "image", "codec", "slide", "task");
		allow("interchange", "digest", "geometry", "identity", "json", "annotation", "image", "registration", "task");
		allow("store", "digest", "geometry", "identity", "json", "home", "annotation", "interchange", "task");
		allow("linking", "geometry", "identity", "json", "home", "annotation", "image", "registration",
				"interchange", "store", "task");
		allow("deid", "dicom", "task");
		allow("cohort", "annotation", "agreement", "dicom", "task");
		allow("followup", "geometry", "annotation", "task");
		allow("assist", "geometry", "annotation", "image", "slide", "segmentation", "task");
		allow("training", "geometry", "json", "annotation", "slide", "segmentation", "task");
		allow("display", "geometry", "json", "home", "annotation", "image", "registration", "task");
		allow("sample", "digest", "geometry", "identity", "image", "slide", "dicom", "annotation", "task");
		allow("benchmark", "geometry", "json", "task", "image", "slide", "annotation", "segmentation", "agreement",
				"registration", "interchange", "display");
		below.addAll(TABLE.keySet());
		TABLE.put("imagej", Set.copyOf(below));
		below.add("imagej");
		TABLE.put("ui", Set.copyOf(below));
		below.add("ui");
		TABLE.put("command", Set.copyOf(below));
		TABLE.put("bridge", Set.of("benchmark", "command", "dicom", "imagej", "task", "ui"));
	}

	private static void allow(String name, String... imports) {
		TABLE.put(name, Set.of(imports));
	}

	@Test
	public void packagesImportOnlyThoseTheTableAllows() throws IOException {
		List<String> wrong = new ArrayList<>();
		for (Map.Entry<Path, String> source : sources(MAIN).entrySet()) {
			String from = topPackage(packageOf(source.getValue()));
			assertTrue("package " + from + " is not in the table", TABLE.containsKey(from));
			for (String imported : imports(source.getValue())) {
				if (!imported.startsWith("org.annotomy.")) continue;
				String to = topPackage(imported);
				if (!to.equals(from) && !TABLE.get(from).contains(to)) wrong.add(source.getKey() + " imports " + to);
			}
		}
		assertEquals(List.of(), wrong);
	}

	@Test
	public void packagesHaveNoCycles() throws IOException {
		Map<String, Set<String>> graph = new TreeMap<>();
		for (String source : sources(MAIN).values())
			graph.computeIfAbsent(packageOf(source), p -> new TreeSet<>()).addAll(imports(source));
		graph.values().forEach(targets -> targets.retainAll(graph.keySet()));
		graph.forEach((name, targets) -> targets.remove(name));
		boolean removed = true;
		while (removed) {
			Set<String> leaves = new TreeSet<>();
			graph.forEach((name, targets) -> { if (targets.isEmpty()) leaves.add(name); });
			removed = graph.keySet().removeAll(leaves);
			graph.values().forEach(targets -> targets.removeAll(leaves));
		}
		assertEquals("packages in a cycle", Set.of(), graph.keySet());
	}

	@Test
	public void everyPackageSaysWhatItIs() throws IOException {
		Set<String> silent = new TreeSet<>();
		for (Path file : sources(MAIN).keySet())
			if (!Files.exists(file.resolveSibling("package-info.java"))) silent.add(file.getParent().toString());
		assertEquals(Set.of(), silent);
	}

	@Test
	public void imageJIsKnownOnlyAtTheEdge() throws IOException {
		forbid("^import (?:static )?ij\\.", Set.of("imagej", "command", "ui", "bridge"));
	}

	@Test
	public void windowsAreKnownOnlyToTheUi() throws IOException {
		forbid("^import (?:static )?(?:javax\\.swing|java\\.awt\\.(?!image\\.|geom\\.|Color;|GraphicsEnvironment;))",
				Set.of("ui", "bridge", "imagej"));
	}

	@Test
	public void nothingWritesToTheConsole() throws IOException {
		forbid("System\\.(?:out|err)\\b|\\.printStackTrace\\(|\\bIJ\\.log\\(", Set.of("bridge"));
	}

	/** What only Fiji has is reached through extension points. */
	@Test
	public void theCoreKnowsNothingOfBioFormatsAndDcm4che() throws IOException {
		forbid("\\b(?:loci\\.(?:common|formats)|ome\\.(?:units|xml)|org\\.dcm4che3|org\\.annotomy\\.bioformats)\\b", Set.of());
	}

	/** The profile fiji puts its own list of slide readers in the place of the usual one. */
	@Test
	public void theListOfTheFijiBuildIsTheUsualOneAndMore() throws IOException {
		String name = "resources/META-INF/services/org.annotomy.slide.SlideReader";
		List<String> usual = Files.readAllLines(Path.of("src/main", name));
		List<String> fiji = new ArrayList<>(Files.readAllLines(Path.of("src/fiji", name)));
		assertTrue("readers that the Fiji build would miss", fiji.containsAll(usual));
		fiji.removeAll(usual);
		for (String more : fiji)
			assertTrue(more, Files.exists(Path.of("src/fiji/java", more.replace('.', '/') + ".java")));
		assertEquals(1, fiji.size());
	}

	/** A slide has no other way to stop a command of ImageJ's own than ImageJ's. */
	@Test
	public void commandsCallTheLibraryNotTheMenu() throws IOException {
		forbid("\\bIJ\\.run\\(|\\bIJ\\.error\\((?!SLIDE)|\\bPrefs\\.", Set.of("bridge", "ui"));
	}

	/** A gesture goes through the package that records it. */
	@Test
	public void gesturesAreRecorded() throws IOException {
		Pattern unrecorded = Pattern.compile(
				"\\.edits\\(\\)\\.|new (?:OutlineEdits|Marking|Painting)\\(session\\)\\.(?!target)|\\.edit\\(\"|document\\(\\)\\.(?:undo|redo)\\(|"
						+ "\\.restore\\(|\\.setCurrentClass\\(|\\.setRules\\(|\\.setCurrent\\(|\\.records\\(\\)|new SegmentPainting\\(|\\.apply\\((?:preset|p)\\)");
		List<String> wrong = new ArrayList<>();
		for (Map.Entry<Path, String> source : sources(MAIN).entrySet()) {
			String name = packageOf(source.getValue());
			if (!topPackage(name).equals("ui") || name.equals("org.annotomy.ui.edit")) continue;
			Matcher matcher = unrecorded.matcher(source.getValue().replace("new DeskEdits(session).restore(", ""));
			while (matcher.find())
				wrong.add(source.getKey() + ": " + matcher.group());
		}
		assertEquals("edits at the desk that DeskEdits does not make", List.of(), wrong);
	}

	@Test
	public void noMutableStatics() throws IOException {
		forbid(MUTABLE_STATIC.pattern(), Set.of());
	}

	@Test
	public void everyTestRuns() throws IOException {
		Pattern forgotten = Pattern.compile("^\\t(?:public )?void test\\w*\\(", Pattern.MULTILINE);
		List<String> wrong = new ArrayList<>();
		for (Map.Entry<Path, String> source : sources(TESTS).entrySet()) {
			String text = source.getValue();
			Matcher matcher = forgotten.matcher(text);
			while (matcher.find()) {
				int before = text.lastIndexOf('}', matcher.start());
				if (before < 0 || !text.substring(before, matcher.start()).contains("@Test"))
					wrong.add(source.getKey() + ": " + matcher.group().trim());
			}
			if (text.contains("Thread.sleep(")) wrong.add(source.getKey() + ": Thread.sleep");
		}
		wrong.removeIf(line -> line.contains("ArchitectureTest"));
		assertEquals(List.of(), wrong);
	}

	private static void forbid(String regex, Set<String> except) throws IOException {
		Pattern pattern = Pattern.compile(regex, Pattern.MULTILINE);
		List<String> wrong = new ArrayList<>();
		for (Map.Entry<Path, String> source : sources(MAIN).entrySet()) {
			if (except.contains(topPackage(packageOf(source.getValue())))) continue;
			Matcher matcher = pattern.matcher(source.getValue());
			while (matcher.find())
				wrong.add(source.getKey() + ": " + matcher.group().trim());
		}
		assertEquals(List.of(), wrong);
	}

	private static Map<Path, String> sources(Path root) throws IOException {
		Map<Path, String> sources = new TreeMap<>();
		try (Stream<Path> files = Files.walk(root)) {
			files.filter(f -> f.toString().endsWith(".java")).forEach(f -> sources.put(f, read(f)));
		}
		return sources;
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static String packageOf(String source) {
		Matcher matcher = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE).matcher(source);
		assertTrue("a source without a package", matcher.find());
		return matcher.group(1);
	}

	private static Set<String> imports(String source) {
		Set<String> imports = new TreeSet<>();
		Matcher matcher = IMPORT.matcher(source);
		while (matcher.find())
			imports.add(matcher.group(1));
		return imports;
	}

	private static String topPackage(String name) {
		String rest = name.substring("org.annotomy.".length());
		int dot = rest.indexOf('.');
		return dot < 0 ? rest : rest.substring(0, dot);
	}
}
