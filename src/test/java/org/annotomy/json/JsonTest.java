package org.annotomy.json;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import org.junit.Test;

public class JsonTest {

	@Test
	public void whatIsReadIsWrittenAsItStood() throws Exception {
		String text = "{\"a\":1.50,\"b\":[true,null,\"x\\ny\"],\"c\":{\"d\":12345678901234567890}}";
		assertEquals(text, Json.write(Json.parse(text)));
	}

	@Test
	public void theLastOfARepeatedMemberCounts() throws Exception {
		assertEquals("two", Json.parse("{\"m\":\"one\",\"m\":\"two\"}").asObject().string("m", ""));
	}

	@Test
	public void errorsNameTheLine() throws Exception {
		assertEquals(3, assertThrows(JsonException.class, () -> Json.parse("{\n\"a\": 1,\n\"b\" 2}")).line());
		JsonObject object = Json.parse("{\n\"a\": \"x\",\n\"b\": 2}").asObject();
		assertEquals("line 2: expected a number but found the string \"x\".",
				assertThrows(JsonException.class, () -> object.number("a", 0)).getMessage());
		assertEquals("line 1: the member \"c\" is missing.",
				assertThrows(JsonException.class, () -> object.require("c")).getMessage());
		assertEquals("line 3: unknown member \"b\"; known: a.",
				assertThrows(JsonException.class, () -> object.requireOnly(java.util.Set.of("a"))).getMessage());
	}

	@Test
	public void deepNestingAndRubbishAreRefused() {
		assertThrows(JsonException.class, () -> Json.parse("[".repeat(100_000)));
		assertThrows(JsonException.class, () -> Json.parse("{} {}"));
		assertThrows(JsonException.class, () -> Json.parse(""));
		assertThrows(JsonException.class, () -> Json.parse("[1,2"));
	}

	@Test
	public void aByteOrderMarkIsTolerated() throws Exception {
		assertEquals(1, Json.parse("\uFEFF1").asInt());
	}

	@Test
	public void numbersAreShortAndPlain() {
		assertEquals("12", JsonNumbers.shortest(12));
		assertEquals("-0.5", JsonNumbers.shortest(-0.5));
		assertEquals("0.0001", JsonNumbers.shortest(1e-4));
		assertEquals("0.1", JsonNumbers.shortest(0.1));
		assertEquals("12345678.9", JsonNumbers.shortest(12345678.9));
		assertEquals("1.0E-9", JsonNumbers.shortest(1e-9));
		assertThrows(IllegalArgumentException.class, () -> JsonNumbers.shortest(Double.NaN));
	}
}
