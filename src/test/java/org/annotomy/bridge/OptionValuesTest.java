package org.annotomy.bridge;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.File;

import org.annotomy.command.spec.CommandSpec;
import org.annotomy.command.spec.OptionException;
import org.junit.After;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;

public class OptionValuesTest {

	private static final CommandSpec SAMPLE = CommandSpec.of(SampleCommand.class);

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	@After
	public void noImage() {
		WindowManager.setTempCurrentImage(null);
	}

	private static SampleCommand given(String options) throws OptionException {
		SampleCommand command = new SampleCommand();
		OptionValues.of(SAMPLE, MacroOptions.parse(options)).putInto(command);
		return command;
	}

	private static void refuses(String options, String message) {
		assertEquals(message, assertThrows(options, OptionException.class, () -> given(options)).getMessage());
	}

	@Test
	public void omittedOptionsHaveTheDeclaredDefaults() throws OptionException {
		given("count=9 radius_mm=7 name=x invert=true method=[Max Entropy] shade=dark");
		SampleCommand command = given("");
		assertEquals(3, command.count);
		assertEquals(5_000_000_000L, command.total);
		assertEquals(1.25, command.radius_mm, 0);
		assertNull(command.limit_hu);
		assertEquals(false, command.invert);
		assertEquals("", command.name);
		assertEquals("Otsu", command.method);
		assertEquals(SampleCommand.Shade.LIGHT, command.shade);
		assertNull(command.input);
		assertNull(command.image);
	}

	@Test
	public void givenOptionsAreSet() throws OptionException {
		SampleCommand command = given(
				"count=1e1 total=-7 radius_mm=.5e1 limit_hu=-1000 name=[a b] invert method='Max Entropy' shade=dark");
		assertEquals(10, command.count);
		assertEquals(-7, command.total);
		assertEquals(5, command.radius_mm, 0);
		assertEquals(Double.valueOf(-1000), command.limit_hu);
		assertEquals("a b", command.name);
		assertTrue(command.invert);
		assertEquals("Max Entropy", command.method);
		assertEquals(SampleCommand.Shade.DARK, command.shade);
		assertEquals(false, given("invert=false").invert);
		assertNull(given("limit_hu=").limit_hu);
	}

	@Test
	public void wrongNumbersAreRefused() {
		refuses("count=abc", "Option count: \"abc\" is not a whole number.");
		refuses("count=1.5", "Option count: \"1.5\" is not a whole number that fits.");
		refuses("count=5000000000", "Option count: \"5000000000\" is not a whole number that fits.");
		refuses("total=1e300", "Option total: \"1e300\" is not a whole number that fits.");
		refuses("count=", "Option count: this is needed (Count).");
		refuses("count=0", "Option count: \"0\" is out of range: 1 to 10.");
		refuses("count=11", "Option count: \"11\" is out of range: 1 to 10.");
		refuses("radius_mm=-0.1", "Option radius_mm: \"-0.1\" is out of range: at least 0 mm.");
		refuses("radius_mm=1,5", "Option radius_mm: \"1,5\" is not a number (the decimal separator is a point).");
		refuses("radius_mm=NaN", "Option radius_mm: \"NaN\" is not a number.");
		refuses("radius_mm=Infinity", "Option radius_mm: \"Infinity\" is not a number.");
		refuses("radius_mm=1e999", "Option radius_mm: \"1e999\" is too large.");
		refuses("radius_mm=0x10", "Option radius_mm: \"0x10\" is not a number.");
	}

	@Test
	public void wrongWordsAreRefused() {
		refuses("invert=yes", "Option invert: \"yes\" is neither true nor false.");
		refuses("method=otsu", "Option method: \"otsu\" is not one of: Otsu, Max Entropy. Did you mean Otsu?");
		refuses("shade=LIGHT", "Option shade: \"LIGHT\" is not one of: dark, light. Did you mean light?");
		refuses("method=", "Option method: this is needed (Method).");
		refuses("count", "Option count: it has no value; write count=\u2026");
	}

	@Test
	public void unknownOptionsAreRefusedWithTheNearestKnownOne() {
		String known = " Known: image, second, count, total, radius_mm, limit_hu, invert, name, method, shade, input, folder, patient, then.";
		refuses("cuont=2", "Unknown option cuont. Did you mean count?" + known);
		refuses("Count=2", "Unknown option Count. Did you mean count?" + known);
		refuses("radiusMm=2", "Unknown option radiusMm. Did you mean radius_mm?" + known);
		refuses("inverted", "Unknown option inverted. Did you mean invert?" + known);
		refuses("wobble=1", "Unknown option wobble." + known);
		refuses("name=John Doe",
				"There is a word without \"=\" after option name. Put a value with spaces in brackets: name=[\u2026].");
	}

	@Test
	public void filesMustBeWhatTheyAreFor() throws Exception {
		File file = folder.newFile("a file.txt");
		assertEquals(file, given("input=[" + file + "]").input);
		assertEquals(folder.getRoot(), given("folder=[" + folder.getRoot() + "]").folder);
		refuses("input=[" + folder.getRoot() + "]", "Option input: that is a folder, a file is needed.");
		refuses("input=[" + file + "x]", "Option input: there is no such file.");
		refuses("input=secret.txt", "Option input: there is no such file. The path is relative; give the full path.");
		refuses("folder=[" + file + "]", "Option folder: that is a file, a folder is needed.");
		refuses("folder=[" + file + "x]", "Option folder: there is no such folder.");
		assertNull(given("input=").input);
	}

	@Test
	public void theFirstImageIsTheActiveOneAndOthersAreNamed() throws OptionException {
		ImagePlus active = IJ.createImage("active", "8-bit", 2, 2, 1);
		WindowManager.setTempCurrentImage(active);
		assertSame(active, given("").image);
		assertNull(given("").second);
		refuses("second=[no such]", "Option second: no open image has that title or that (negative) ID.");
		refuses("image=1", "Option image: no open image has that title or that (negative) ID.");
	}

	@Plugin(type = Command.class, label = "Needy", description = "Needs everything.")
	public static final class NeedyCommand implements Command {

		@Parameter
		private ImagePlus image;

		@Parameter(label = "Target")
		private File target;

		@Override
		public void run() {
			throw new AssertionError("not in this test");
		}
	}

	@Test
	public void missingOptionsAreNamed() throws OptionException {
		CommandSpec needy = CommandSpec.of(NeedyCommand.class);
		assertEquals("No image is open. Open one first.",
				assertThrows(OptionException.class, () -> OptionValues.of(needy, MacroOptions.parse(""))).getMessage());
		WindowManager.setTempCurrentImage(IJ.createImage("active", "8-bit", 2, 2, 1));
		assertEquals("Option target: this is needed (Target).",
				assertThrows(OptionException.class, () -> OptionValues.of(needy, MacroOptions.parse(""))).getMessage());
		assertEquals("Unknown option targit. Did you mean target? Known: image, target.",
				assertThrows(OptionException.class, () -> OptionValues.of(needy, MacroOptions.parse("targit=x"))).getMessage());
	}
}
