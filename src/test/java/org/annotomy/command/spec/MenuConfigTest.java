package org.annotomy.command.spec;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;

import org.junit.Test;

public class MenuConfigTest {

	@Test
	public void readsEntriesAndSkipsTheRest() throws IOException {
		String config = """
				# comment
				Plugins>A>B, "Do, This...", a.b.C_("arg")

				Plugins>A>B, "-"
				Plugins>Tools, "My Tool",  a.b.Tool
				""";
		List<MenuEntry> entries = MenuConfig.read(new StringReader(config));
		assertEquals(List.of(new MenuEntry("Plugins>A>B", "Do, This...", "a.b.C_", "arg"),
				new MenuEntry("Plugins>Tools", "My Tool", "a.b.Tool", "")), entries);
		assertEquals("a.b.C_(\"arg\")", entries.get(0).call());
		assertEquals("a.b.Tool", entries.get(1).call());
		assertEquals("Plugins > A > B > Do, This...", entries.get(0).path());
	}

	@Test
	public void findsOurOwnEntries() {
		assertTrue(MenuConfig.entries().stream().allMatch(e -> e.className().startsWith("org.annotomy.")));
		assertEquals("org.annotomy.command.VersionCommand", MenuConfig.labelled("Annotomy Version").orElseThrow().argument());
		assertEquals(Optional.empty(), MenuConfig.labelled("No Such Command"));
	}

	@Test
	public void suggestsTheNearestWordIfItIsNear() {
		List<String> known = List.of("count", "radius_mm", "tolerance_mm");
		assertEquals(Optional.of("tolerance_mm"), Suggestion.among(known, "tolerence"));
		assertEquals(Optional.of("radius_mm"), Suggestion.among(known, "radiusMm"));
		assertEquals(Optional.of("count"), Suggestion.among(known, "cuont"));
		assertEquals(Optional.empty(), Suggestion.among(known, "wobble"));
		assertEquals(3, Suggestion.distance("kitten", "sitting"));
	}
}
