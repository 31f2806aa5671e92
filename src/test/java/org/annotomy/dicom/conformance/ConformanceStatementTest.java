package org.annotomy.dicom.conformance;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.annotomy.dicom.conformance.SopClass.Content;
import org.annotomy.dicom.part10.DicomUids;
import org.annotomy.dicom.part10.TransferSyntax;
import org.annotomy.json.Json;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;
import org.annotomy.testing.SharedData;
import org.junit.Test;

/** The conformance statement is generated; this keeps it true. */
public class ConformanceStatementTest {

	@Test
	public void theStatementIsUpToDate() throws IOException {
		assertEquals("docs/conformance.md is out of date. Regenerate it:\n"
				+ "mvn -q compile exec:java -Dexec.args=\"--headless --write-conformance docs/conformance.md\"\n",
				ConformanceStatement.text(), Files.readString(Path.of("docs/conformance.md")).replace("\r\n", "\n"));
	}

	@Test
	public void everyTransferSyntaxHasARow() {
		List<String> all = DicomUids.transferSyntaxes();
		assertEquals(TransferSyntax.IMPLICIT_LITTLE_ENDIAN, all.get(0));
		assertTrue(all.indexOf("1.2.840.10008.1.2.4.90") < all.indexOf("1.2.840.10008.1.2.4.201"));
		String text = ConformanceStatement.text();
		for (String uid : all)
			assertTrue(uid, text.contains("| " + uid + " | yes | ") || text.contains("| " + uid + " | no | refused | "));
		assertTrue(text.contains("| RLE Lossless | 1.2.840.10008.1.2.5 | yes | yes | as it was read |"));
		assertTrue(text.contains("| JPEG XL | 1.2.840.10008.1.2.4.112 | yes | refused |  |"));
		assertTrue("no placeholder is left", !text.contains("${"));
	}

	@Test
	public void classesAreReadAsTheProgramReadsThem() {
		Map<String, String> roles = new HashMap<>();
		for (SopClass each : SopClass.all())
			roles.put(each.name(), SopClassTable.role(each));
		assertEquals("slide", roles.get("Confocal Microscopy Tiled Pyramidal Image Storage"));
		assertEquals("image; a video needs an add-on", roles.get("Video Endoscopic Image Storage"));
		assertEquals("presentation state, applied to an open image", roles.get("Color Softcopy Presentation State Storage"));
		assertEquals("", roles.get("Blending Softcopy Presentation State Storage"));
		assertEquals("directory: the files that it names are opened", roles.get("Media Storage Directory Storage"));
		assertEquals("labels, if they are Annotomy's", roles.get("Raw Data Storage"));
		assertEquals("image or volume", roles.get("CT Image Storage"));
	}

	@Test
	public void everyRequestOfTheClientIsStated() {
		String text = ConformanceStatement.text();
		for (String resource : List.of("GET /studies`", "GET /studies/{study}/series`", "/instances`", "/metadata`",
				"/frames/{frames}`",
				"/rendered`", "/thumbnail`", "POST /studies`"))
			assertTrue(resource, text.contains(resource));
		assertTrue(text.contains("| `bearer` | a token (RFC 6750), which is neither fetched nor renewed |"));
		assertTrue(text.contains("| to be connected; silence in a running exchange | 15 s; 120 s |"));
		assertTrue(text.contains("| Raw Data Storage | 1.2.840.10008.5.1.4.1.1.66 | `labels` |"));
	}

	@Test
	public void theSopClassesAreThoseOfTheStandard() throws IOException {
		Map<String, String> names = new HashMap<>();
		for (JsonValue sop : Json.parse(Files.readString(SharedData.require("standard/sops.json"))).asArray().values()) {
			JsonObject row = sop.asObject();
			names.put(row.string("id", ""), row.string("name", ""));
		}
		List<SopClass> all = SopClass.all();
		assertEquals(names.size(), all.size());
		for (SopClass each : all)
			assertEquals(names.get(each.uid()), each.name());
		assertEquals(Content.PIXELS, content(all, "1.2.840.10008.5.1.4.1.1.2"));
		assertEquals(Content.PIXELS, content(all, "1.2.840.10008.5.1.4.1.1.30"));
		assertEquals(Content.SLIDE, content(all, "1.2.840.10008.5.1.4.1.1.77.1.6"));
		assertEquals(Content.NO_PIXELS, content(all, "1.2.840.10008.5.1.4.1.1.88.34"));
	}

	private static Content content(List<SopClass> all, String uid) {
		return all.stream().filter(each -> each.uid().equals(uid)).findFirst().orElseThrow().content();
	}
}
