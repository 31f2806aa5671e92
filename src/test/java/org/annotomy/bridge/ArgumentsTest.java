package org.annotomy.bridge;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.util.List;

import org.junit.Test;

public class ArgumentsTest {

	@Test
	public void nothingMeansTheWelcome() {
		Arguments arguments = Arguments.parse();
		assertNull(arguments.macro());
		assertEquals(List.of(), arguments.images());
	}

	@Test
	public void aMacroMayHaveAnArgument() {
		Arguments arguments = Arguments.parse("--macro", "pom.xml", "a b", "--headless");
		assertEquals(new File("pom.xml"), arguments.macro());
		assertEquals("a b", arguments.macroArgument());
		assertTrue(arguments.headless());
		assertEquals("", Arguments.parse("--macro", "pom.xml", "--headless").macroArgument());
	}

	@Test
	public void theRestAreImages() {
		assertEquals(List.of(new File("pom.xml"), new File("src")), Arguments.parse("pom.xml", "src").images());
	}

	@Test
	public void aBenchmarkMayNameItsOperations() {
		Arguments arguments = Arguments.parse("--benchmark", "src", "edt", "cc_", "--headless");
		assertEquals(new File("src"), arguments.benchmark());
		assertEquals(List.of("edt", "cc_"), arguments.operations());
		assertTrue(arguments.headless());
		assertEquals(List.of(), Arguments.parse("--benchmark", "src").operations());
	}

	@Test
	public void whatIsWrongIsNamed() {
		refuses("--benchmark needs a folder after it.", "--benchmark", "--headless");
		refuses("Unknown option --frob.", "--frob");
		refuses("--macro needs a file after it.", "--macro");
		refuses("--macro needs a file after it.", "--macro", "--headless");
		refuses("--conformance needs a folder after it.", "--conformance");
		refuses("There is no file or folder nowhere.ijm.", "--macro", "nowhere.ijm");
	}

	private static void refuses(String message, String... args) {
		assertEquals(message, assertThrows(IllegalArgumentException.class, () -> Arguments.parse(args)).getMessage());
	}
}
