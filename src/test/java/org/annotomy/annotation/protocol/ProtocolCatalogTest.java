package org.annotomy.annotation.protocol;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ProtocolCatalogTest {

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void allThatComesWithAnnotomyIsThere() {
		ProtocolCatalog catalog = ProtocolCatalog.builtIn(Locale.ENGLISH);
		assertEquals(ProtocolCatalog.BUILT_IN, catalog.protocols().stream().map(p -> p.stamp().id()).toList());
		assertEquals("default", catalog.defaultProtocol().stamp().id());
		assertEquals(List.of(), catalog.problems());
		assertTrue(catalog.find("no-such").isEmpty());
	}

	@Test
	public void theUsersFolderAddsVersions() throws Exception {
		for (String version : List.of("1.9", "1.10", "0.3"))
			write("a" + version, GoodProtocol.with("\"version\": \"1.2\"", "\"version\": \"" + version + "\""));
		Files.writeString(folder.getRoot().toPath().resolve("notes.json"), "{}");
		ProtocolCatalog catalog = ProtocolCatalog.with(folder.getRoot().toPath(), Locale.ENGLISH);
		assertEquals("1.10", catalog.find("good").orElseThrow().stamp().version());
		assertEquals("0.3", catalog.find("good", "0.3").orElseThrow().stamp().version());
		assertEquals("1.9", catalog.find(new ProtocolStamp("good", "1.9", null)).orElseThrow().stamp().version());
		assertTrue(catalog.find("good", "2.0").isEmpty());
		assertEquals(List.of(), catalog.problems());
	}

	@Test
	public void aBadFileIsReportedAndHindersNoOther() throws Exception {
		Path bad = write("bad", GoodProtocol.with("\"id\": \"good\"", "\"id\": 5"));
		write("c", GoodProtocol.text());
		Path copy = write("d", GoodProtocol.text());
		ProtocolCatalog catalog = ProtocolCatalog.with(folder.getRoot().toPath(), Locale.ENGLISH);
		assertTrue(catalog.find("good").isPresent());
		assertEquals(List.of(
				new ProtocolCatalog.Problem(bad, "line 2: expected a string but found the number 5."),
				new ProtocolCatalog.Problem(copy,
						"the protocol \"good\" is there already in version 1.2. Give this one another version or id.")),
				catalog.problems());
	}

	@Test
	public void aFolderThatIsNotThereIsEmpty() throws Exception {
		ProtocolCatalog catalog = ProtocolCatalog.with(folder.getRoot().toPath().resolve("none"), Locale.ENGLISH);
		assertEquals(ProtocolCatalog.BUILT_IN.size(), catalog.protocols().size());
	}

	@Test
	public void aBuiltInCanBeCopied() throws Exception {
		Path copy = folder.getRoot().toPath().resolve("copy.protocol.json");
		Files.write(copy, ProtocolCatalog.builtInFile("neuro-mr"));
		assertEquals(ProtocolCatalog.builtIn(Locale.ENGLISH).find("neuro-mr").orElseThrow(),
				ProtocolReader.read(copy, Locale.ENGLISH));
		assertArrayEquals(Files.readAllBytes(copy), ProtocolCatalog.builtInFile("neuro-mr"));
		assertEquals("No protocol \"../x\" comes with Annotomy.",
				assertThrows(IllegalArgumentException.class, () -> ProtocolCatalog.builtInFile("../x")).getMessage());
	}

	@Test
	public void versionsAreOrderedByTheirNumbers() {
		List<String> versions = new ArrayList<>(List.of("2.0", "1.10", "1.9", "1.9.1", "10", "1.9-beta"));
		versions.sort(new ProtocolVersions());
		assertEquals(List.of("1.9", "1.9.1", "1.9-beta", "1.10", "2.0", "10"), versions);
	}

	private Path write(String name, String text) throws Exception {
		return Files.writeString(folder.getRoot().toPath().resolve(name + ".protocol.json"), text);
	}
}
