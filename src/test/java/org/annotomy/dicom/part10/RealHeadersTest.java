package org.annotomy.dicom.part10;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;
import org.annotomy.testing.Manifest;
import org.annotomy.testing.SharedData;
import org.junit.Test;

/** Headers of real files against what pydicom read. */
public class RealHeadersTest {

	private static final int LARGE = 1024;
	private static final int LARGE_FILE = 200_000;
	private static final int PATIENT_NAME = 0x00100010;

	/** Broken files that pydicom takes otherwise: elements that it counts or leaves out. */
	private static final Map<String, Integer> OTHERWISE = Map.of("malformed/emri_small_jpeg_2k_lossless_too_short.dcm", 131,
			"malformed/rtplan_truncated.dcm", 31);

	@Test
	public void elementsNamesAndSyntaxesAreThoseOfPydicom() throws IOException {
		Manifest manifest = Manifest.require();
		List<String> wrong = new ArrayList<>();
		int checked = 0;
		for (String path : manifest.paths("", "")) {
			JsonObject facts = manifest.facts(path);
			if (!facts.string("kind", "").startsWith("DICOM") || path.equals("malformed/no_meta.dcm")) continue;
			DicomFile file = DicomFileReader.read(SharedData.require(path));
			int elements = OTHERWISE.getOrDefault(path, facts.get("n_top_level_elements").orElseThrow().asInt());
			check(path + ": elements", "" + elements, "" + file.dataset().size(), wrong);
			String name = file.dataset().string(PATIENT_NAME, "").replaceAll("=+$", "");
			check(path + ": name", text(facts, "PatientName_utf8", ""), name, wrong);
			check(path + ": syntax", text(facts, "TransferSyntaxUID", file.transferSyntax()), file.transferSyntax(), wrong);
			checked++;
		}
		assertEquals(List.of(), wrong);
		assertTrue(checked + " files", checked >= 200);
	}

	@Test
	public void oneHeaderInFourEncodingsIsTheSame() throws IOException {
		DicomDataset explicit = DicomFileReader.read(SharedData.require("bits/MR_small.dcm")).dataset();
		for (String other : new String[]{"implicit", "bigendian", "RLE"}) {
			DicomDataset dataset = DicomFileReader.read(SharedData.require("bits/MR_small_" + other + ".dcm")).dataset();
			for (DicomElement element : explicit.elements()) {
				int tag = element.tag();
				if (tag == Tag.PIXEL_DATA || Tag.group(tag) == 0xfffc) continue;
				String name = other + " " + DicomDictionary.standard().describe(tag);
				assertEquals(name, element.vr(), dataset.element(tag).orElseThrow().vr());
				assertEquals(name, explicit.strings(tag), dataset.strings(tag));
				assertArrayEquals(name, explicit.doubles(tag), dataset.doubles(tag), 0);
				assertEquals(name, explicit.items(tag).size(), dataset.items(tag).size());
			}
		}
	}

	@Test
	public void rewritingAnyRealHeaderKeepsIt() throws IOException {
		Manifest manifest = Manifest.require();
		for (String path : manifest.paths("", ".dcm")) {
			if (path.startsWith("malformed") || Files.size(SharedData.require(path)) > LARGE_FILE) continue;
			DicomFile file = DicomFileReader.read(SharedData.require(path));
			DicomDatasetBuilder builder = file.dataset().toBuilder();
			for (int tag : new int[]{Tag.SOP_CLASS_UID, Tag.SOP_INSTANCE_UID})
				if (file.dataset().string(tag).isEmpty()) builder.set(tag, "2.25.1");
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			boolean fragments = file.dataset().element(Tag.PIXEL_DATA).filter(e -> e.value() instanceof FragmentSequence)
					.isPresent();
			DicomWriter.write(builder.build(), fragments ? file.transferSyntax() : TransferSyntax.EXPLICIT_LITTLE_ENDIAN, out);
			DicomFile again = DicomFileReader.read(ByteSource.of(out.toByteArray()));
			assertSame(path, builder.build(), again.dataset());
		}
	}

	private static void assertSame(String path, DicomDataset expected, DicomDataset found) throws IOException {
		for (DicomElement element : expected.elements()) {
			int tag = element.tag();
			if (Tag.group(tag) <= 4 || Tag.element(tag) == 0) continue;
			String name = path + " " + DicomDictionary.standard().describe(tag);
			DicomElement other = found.element(tag).orElseThrow(() -> new AssertionError(name));
			if (element.bytes().length() > LARGE) continue;
			assertEquals(name, expected.strings(tag), found.strings(tag));
			if (element.vr() != Vr.UN) assertArrayEquals(name, expected.doubles(tag), found.doubles(tag), 0);
			if (element.value() instanceof ItemSequence items)
				for (int i = 0; i < items.items().size(); i++)
					assertSame(name, items.items().get(i), found.items(tag).get(i));
			if (element.value() instanceof FragmentSequence fragments)
				assertEquals(name, fragments.walk().fragments().size(),
						((FragmentSequence) other.value()).walk().fragments().size());
		}
	}

	private static void check(String what, String expected, String found, List<String> wrong) {
		if (!expected.equals(found)) wrong.add(what + " " + found + ", expected " + expected);
	}

	private static String text(JsonObject facts, String name, String otherwise) throws IOException {
		JsonValue value = facts.get(name).orElse(null);
		return value == null || value.isNull() ? otherwise : value.asString();
	}
}
