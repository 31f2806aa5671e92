package org.annotomy.imagej.macro;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.Random;

import org.annotomy.geometry.Vertices;
import org.junit.Test;

public class MacroCallTest {

	@Test
	public void optionsAreQuotedAndEscaped() {
		MacroCall call = MacroCall.of("Do It...").with("count", 3).with("limit_hu", -0.125).with("invert", true).with("empty", "")
				.with("name", "\"q\" \\ [x] it's").with("path", "a\\b");
		assertEquals(
				"run(\"Do It...\", \"count=3 limit_hu=-0.125 invert=true empty= name=[\\\"q\\\" \\\\ [x] it's] path=a\\\\b\");\n",
				call.line(false));
	}

	@Test
	public void withoutOptionsThereIsOnlyTheLabel() {
		assertEquals("run(\"Save Annotations\");\n", MacroCall.of("Save Annotations").line(false));
		assertEquals("IJ.run(\"Save Annotations\", \"\");\n", MacroCall.of("Save Annotations").line(true));
	}

	@Test
	public void charactersThatAMacroCanNameAreAscii() {
		assertEquals("run(\"R\", \"name=[L\\344sion\\n\\326]\");\n",
				MacroCall.of("R").with("name", "L\u00e4sion\n\u00d6").line(false));
	}

	@Test
	public void whatCannotBeWrittenIsSaid() {
		assertEquals("// option name of \"R\" cannot be written in a macro\nrun(\"R\", \"count=1\");\n",
				MacroCall.of("R").with("name", "it's a [ bracket").with("count", 1).line(false));
	}

	@Test
	public void numbersAreReadAsTheSameNumber() {
		Random random = new Random(20261127);
		for (int i = 0; i < 10_000; i++) {
			double number = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(20) - 4);
			assertEquals(number, Double.parseDouble(MacroCall.number(number)), 0);
		}
		assertEquals("12", MacroCall.number(12));
		assertEquals("-3", MacroCall.number(-3));
	}

	@Test
	public void pathsAreReadBackExactly() {
		Random random = new Random(7);
		double[] xy = random.doubles(40, -100, 2000).toArray();
		assertEquals(Vertices.of(xy), PathText.parse(PathText.of(Vertices.of(xy))));
		assertEquals("10,20 30.5,40", PathText.of(Vertices.of(10, 20, 30.5, 40)));
	}

	@Test
	public void whatIsNoPathIsRefused() {
		for (String text : new String[]{"", "10", "10,20,30", "10,x", "10,NaN", "10 20", ","}) {
			IllegalArgumentException refusal = assertThrows(text, IllegalArgumentException.class, () -> PathText.parse(text));
			assertEquals("A path is written as x,y pairs separated by spaces, such as 10,20 30.5,40.", refusal.getMessage());
		}
	}
}
