package org.annotomy.bridge;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A user at the menu of plain ImageJ: dialogs, the recorder and messages. */
public class OptionsDialogTest {

	private static final String OTHERS = " method=Otsu shade=light then=succeed";

	/** What is recorded of the call with a count of 5, with "a b" as name, and inverted. */
	static final String RECORDED = "run(\"Annotomy Sample...\", \"count=5 total=5000000000 radius_mm=1.25 invert=true name=[a b]"
			+ OTHERS
			+ "\");\n";

	@ClassRule
	public static final TemporaryFolder FOLDER = new TemporaryFolder();

	private static Seen played;

	@BeforeClass
	public static void play() throws Exception {
		played = Seen.by(DialogSession.class, ChildJvm.onDisplay(), FOLDER.getRoot().toPath(), "plain");
		assertNull(played.toString(), seen("broken"));
	}

	private static String seen(String key) {
		return played.text(key);
	}

	@Test
	public void theFirstDialogOfASessionIsThereAtOnce() {
		assertTrue("shown after " + seen("first.ms") + " ms", Integer.parseInt(seen("first.ms")) < 1500);
	}

	@Test
	public void dialogsStartWithTheDeclaredDefaults() {
		assertEquals("3", seen("first.count"));
		assertEquals("never with remembered values", "3", seen("again.count"));
	}

	@Test
	public void aWrongValueIsNamedAndTheDialogStaysOpenWithTheEntries() {
		assertEquals("true", seen("refused.open"));
		assertEquals("Count: \"99\" is out of range: 1 to 10.", seen("refused.problem"));
		assertEquals("a b", seen("refused.name"));
		assertEquals("false", seen("accepted.open"));
	}

	@Test
	public void whatIsRecordedDoesTheSameAgain() {
		assertEquals(
				"run(\"Annotomy Sample...\", \"count=5 total=5000000000 radius_mm=1.25 invert=true name=[a b]" + OTHERS
						+ "\");\n",
				seen("accepted.recorded"));
		assertTrue(seen("accepted.given"), seen("accepted.given").contains("count=5 "));
		assertEquals(seen("accepted.given"), seen("replayed.given"));
	}

	@Test
	public void oddTextsAreRecordedOrSaidToBeImpossible() {
		assertEquals(
				"run(\"Annotomy Sample...\", \"count=3 total=5000000000 radius_mm=1.25 invert=false name=[\\\"q\\\" \\\\ [x] it's]"
						+ OTHERS + "\");\n",
				seen("odd.recorded"));
		assertTrue(seen("odd.replayed"), seen("odd.replayed").contains("name=\"q\" \\ [x] it's method"));
		assertTrue(seen("impossible.recorded"),
				seen("impossible.recorded")
						.startsWith("// option name of \"Annotomy Sample...\" cannot be written in a macro\n"));
	}

	@Test
	public void nothingIsRecordedOfWhatCameToNothing() {
		assertEquals("", seen("cancelled.recorded"));
		assertEquals("Annotomy Sample", seen("failed.title"));
		assertEquals("", seen("failed.recorded"));
	}
}
