package org.annotomy.bridge;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.annotomy.command.spec.OptionException;
import org.annotomy.imagej.macro.OptionQuotes;
import org.junit.Test;

import ij.Macro;

public class MacroOptionsTest {

	@Test
	public void readsPairsBareKeysAndQuotes() throws OptionException {
		assertEquals(Map.of(), MacroOptions.parse(null));
		assertEquals(Map.of(), MacroOptions.parse("  "));
		assertEquals(Map.of("a", "1", "b", "x=y"), MacroOptions.parse(" a=1\tb=x=y\n"));
		assertEquals(Map.of("a", "", "b", MacroOptions.BARE), MacroOptions.parse("a= b"));
		assertEquals(Map.of("a", "one two", "b", "c d"), MacroOptions.parse("a=[one two] b='c d'"));
		assertEquals(Map.of("a", "one [two] three", "b", "c=3 [d=4]"), MacroOptions.parse("a=[one [two] three] b=[c=3 [d=4]]"));
		assertEquals(Map.of("a", "it's", "b", "]"), MacroOptions.parse("a=it's b=]"));
		assertEquals(Map.of("a", ""), MacroOptions.parse("a=[]"));
	}

	@Test
	public void refusesWhatImageJWouldSkip() {
		refuses("a=[one two", "The value of option a starts with [ that is never closed.");
		refuses("a='one two", "The value of option a starts with ' that is never closed.");
		refuses("a=[one]two", "The value of option a goes on after its closing ].");
		refuses("a=1 a=2", "Option a is given twice.");
		refuses("=1", "There is a \"=\" without a key before it in the options.");
	}

	private static void refuses(String text, String message) {
		assertEquals(message, assertThrows(OptionException.class, () -> MacroOptions.parse(text)).getMessage());
	}

	@Test
	public void whatIsQuotedReadsBack() throws OptionException {
		for (String value : List.of("", "a", "a b", "[a]", "[a b]", "a]b", "a] b", "'a", "it's me", "a\tb", "[", "=", "a=b c=d"))
			readsBack(value);
		assertEquals(Optional.empty(), OptionQuotes.quote("it's a [ bracket"));
	}

	@Test
	public void randomValuesReadBackAsInImageJ() throws OptionException {
		long seed = 20261123;
		Random random = new Random(seed);
		for (int i = 0; i < 20_000; i++) {
			StringBuilder value = new StringBuilder();
			for (int n = random.nextInt(8); n > 0; n--)
				value.append("ab =[]'.".charAt(random.nextInt(8)));
			if (OptionQuotes.quote(value.toString()).isPresent()) readsBack(value.toString());
		}
	}

	private static void readsBack(String value) throws OptionException {
		String options = "first=1 key=" + OptionQuotes.quote(value).orElseThrow() + " last=2";
		assertEquals(options, Map.of("first", "1", "key", value, "last", "2"), MacroOptions.parse(options));
		boolean otherKeyInside = value.contains("key=") || value.contains("first=");
		assertTrue(options, otherKeyInside || value.equals(Macro.getValue(options, "key", "absent")));
	}
}
