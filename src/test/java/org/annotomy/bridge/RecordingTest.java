package org.annotomy.bridge;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Gestures at the desk of plain ImageJ with the macro recorder open. {@code RecordedMacroIT} replays the macro in every host. */
public class RecordingTest {

	/** Gestures that make no edit and are recorded all the same. */
	private static final Set<String> NO_EDITS = new TreeSet<>(
			Set.of("preset key", "class key on nothing", "class in the panel", "measure", "save", "segment chosen",
					"editing mask set",
					"editing mask freed"));

	@ClassRule
	public static final TemporaryFolder FOLDER = new TemporaryFolder();

	private static RecordedMacro recorded;

	@BeforeClass
	public static void play() throws Exception {
		recorded = new RecordedMacro(ChildJvm.onDisplay(), "plain", FOLDER.newFolder("desk").toPath());
	}

	private static String lines(String gesture) {
		return recorded.seen().getProperty("lines." + gesture);
	}

	private static List<String> gestures() {
		return recorded.seen().stringPropertyNames().stream().filter(key -> key.startsWith("edits.")).map(key -> key.substring(6))
				.sorted().toList();
	}

	@Test
	public void everyGestureThatEditsLeavesALineAndNoOtherDoes() {
		List<String> wrong = new ArrayList<>();
		Set<String> withoutEdits = new TreeSet<>();
		for (String gesture : gestures()) {
			boolean edited = !recorded.seen().getProperty("edits." + gesture).equals("0");
			if (edited == lines(gesture).isEmpty()) wrong.add(gesture);
			if (!edited && !lines(gesture).isEmpty()) withoutEdits.add(gesture);
		}
		wrong.removeAll(NO_EDITS);
		assertEquals(List.of(), wrong);
		assertEquals(NO_EDITS, withoutEdits);
		assertTrue("gestures played: " + gestures().size(), gestures().size() > 40);
	}

	@Test
	public void oneEditIsOneCall() {
		for (String gesture : gestures()) {
			long calls = lines(gesture).lines().filter(line -> line.startsWith("run("))
					.filter(line -> !line.startsWith("run(\"Select Objects") && !line.startsWith("run(\"Draw Selection")).count();
			assertTrue(gesture + " recorded " + lines(gesture), calls <= 1);
		}
	}

	@Test
	public void aSelectionThatImageJRecordedExactlyIsNotWrittenAgain() {
		assertEquals("run(\"Mark Selection...\", \"class_key=target object_name= comment= attributes= keep_selection=false\");\n",
				lines("class key"));
		assertTrue(lines("free outline and Enter"),
				lines("free outline and Enter").startsWith("run(\"Draw Selection...\", \"shape={"));
	}

	@Test
	public void theSliceIsWrittenWhenItHasChanged() {
		assertTrue(lines("preset key"), lines("preset key").startsWith("setSlice(61);\nrun(\"Apply Window Preset...\""));
		assertTrue(lines("class key on another slice"), lines("class key on another slice").startsWith("setSlice(64);\n"));
		assertFalse(lines("class key on a selected object").contains("setSlice"));
	}

	@Test
	public void namesThatAPersonGaveAreNotUsedToFindObjects() {
		String after = recorded.text().substring(recorded.text().indexOf("Rename Objects..."));
		assertEquals(after.indexOf("dule"), after.lastIndexOf("dule"));
	}

	@Test
	public void nothingIsRecordedOfAMacroNorWhileOneRuns() {
		assertEquals("4", recorded.seen().getProperty("macro.edits"));
		assertEquals("", recorded.seen().getProperty("macro.lines"));
	}

	@Test
	public void nothingIsPreviewedAfterTheWindowOfEffectsHasClosed() {
		assertEquals("null", recorded.seen().getProperty("preview left"));
	}

	@Test
	public void noTitleOfAnImageIsRecordedAndNoPathButWhereTheUserGaveIt() {
		assertFalse(recorded.text().contains(recorded.seen().getProperty("title")));
		String folder = FOLDER.getRoot().toString();
		assertEquals(recorded.text().indexOf(folder), recorded.text().lastIndexOf(folder));
	}

	@Test
	public void theMacroIsPlainAscii() {
		assertTrue(recorded.text(), recorded.text().chars().allMatch(c -> c == '\n' || c >= ' ' && c <= '~'));
	}

	@Test
	public void theMacroDoesTheSameAgain() throws Exception {
		Path again = FOLDER.newFolder("again").toPath();
		Path macro = Files.writeString(FOLDER.getRoot().toPath().resolve("recorded.ijm"), recorded.textFor(again));
		ChildJvm.Result result = ChildJvm.headless().run(Main.class.getName(), "--headless", "--macro", macro.toString());
		assertEquals(result.output(), 0, result.exitCode());
		assertEquals(recorded.sidecar(), RecordedMacro.sidecar(again));
	}
}
