package org.annotomy.annotation.protocol;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.annotomy.annotation.protocol.BadProtocols.Bad;
import org.annotomy.annotation.shape.ShapeKind;
import org.junit.Test;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;

/** The schema that is shipped says the same as the reader, as far as a schema can; the judge is networknt's validator. */
public class ProtocolSchemaTest {

	private final JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
			.getSchema(GoodProtocol.resource("/org/annotomy/protocol/protocol.schema.json"));

	@Test
	public void goodProtocolsAreValid() throws Exception {
		assertValid(GoodProtocol.text());
		assertValid(ProtocolWriter.write(ProtocolReader.read(GoodProtocol.text(), Locale.ENGLISH)));
		for (String id : ProtocolCatalog.BUILT_IN) {
			String text = new String(ProtocolCatalog.builtInFile(id), StandardCharsets.UTF_8);
			assertValid(text);
			assertValid(ProtocolWriter.write(ProtocolReader.read(text, Locale.ENGLISH)));
		}
	}

	@Test
	public void badStructureIsInvalid() {
		List<String> missed = new ArrayList<>();
		int structural = 0;
		for (Bad bad : BadProtocols.all()) {
			if (!bad.structural()) continue;
			structural++;
			if (schema.validate(bad.text(), InputFormat.JSON).isEmpty()) missed.add(bad.message());
		}
		assertEquals(List.of(), missed);
		assertTrue(structural > 50);
	}

	/** What is marked as beyond a schema really is, so that nothing that could be said in it is forgotten. */
	@Test
	public void badMeaningIsBeyondASchema() {
		for (Bad bad : BadProtocols.all())
			if (!bad.structural() && !bad.message().contains("comment"))
				assertTrue(bad.message(), schema.validate(bad.text(), InputFormat.JSON).isEmpty());
	}

	@Test
	public void theSchemaListsAllKindsOfMarks() {
		String text = GoodProtocol.resource("/org/annotomy/protocol/protocol.schema.json");
		for (ShapeKind kind : ShapeKind.values())
			assertTrue(kind.key(), text.contains("\"" + kind.key() + "\""));
	}

	private void assertValid(String text) {
		assertEquals("", String.join("\n", schema.validate(text, InputFormat.JSON).stream().map(Object::toString).toList()));
	}
}
