package org.annotomy.interchange.sidecar;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.annotomy.task.Progress;
import org.junit.Test;

/** The example of the format's page is a file of the format. */
public class SidecarDocumentationTest {

	@Test
	public void theExampleIsWhatTheWriterWrites() throws IOException {
		String page = Files.readString(Path.of("docs/sidecar-format.md"));
		int start = page.indexOf("```json\n") + "```json\n".length();
		String example = page.substring(start, page.indexOf("```", start));
		byte[] bytes = example.getBytes(StandardCharsets.UTF_8);
		assertEquals(List.of(), QuPathSafeGate.check(bytes));
		SidecarContent content = SidecarReader.read(bytes, Progress.NONE);
		assertEquals(List.of(), content.report().warnings());
		byte[] again = SidecarWriter.write(
				content.toDocument(content.image().orElseThrow(), content.protocolOfFile(), Map.of()), content.header(),
				Progress.NONE).toBytes();
		assertEquals(example, new String(again, StandardCharsets.UTF_8));
		assertTrue(example.endsWith("]}\n"));
	}
}
