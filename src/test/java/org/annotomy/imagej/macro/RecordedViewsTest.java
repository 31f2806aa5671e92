package org.annotomy.imagej.macro;

import static org.junit.Assert.assertEquals;

import java.util.Set;

import org.junit.Test;

public class RecordedViewsTest {

	private static String without(String... lines) {
		return RecordedViews.without(String.join("\n", lines) + "\n", Set.of("Front of A", "Side of A"), "A");
	}

	@Test
	public void changesBetweenViewsOfOneVolumeAreNotRecorded() {
		assertEquals("run(\"x\");\nrun(\"y\");\n", without("selectImage(\"Front of A\");", "run(\"x\");", "selectImage(\"A\");",
				"selectImage(\"Side of A\");", "run(\"y\");"));
	}

	@Test
	public void afterAnotherImageTheVolumeIsChosen() {
		assertEquals("selectImage(\"B\");\nrun(\"x\");\nselectImage(\"A\");\nrun(\"y\");\n",
				without("selectImage(\"B\");", "run(\"x\");", "selectImage(\"Front of A\");", "run(\"y\");"));
	}

	@Test
	public void whatHasNothingToDoWithViewsStays() {
		String text = "selectImage(\"A\");\nrun(\"x\");\nselectImage(\"B\");\n";
		assertEquals(text, RecordedViews.without(text, Set.of("Front of A"), "A"));
	}
}
