package org.annotomy.dicom.part10;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.annotomy.json.Json;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;
import org.annotomy.testing.OutsideTool;
import org.annotomy.testing.SharedData;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The tables that come with the program, against where they are from. */
public class DictionaryTest {

	private static final Path RESOURCES = Path.of("src/main/resources/org/annotomy/dicom/part10");

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void theGeneratorMakesTheTablesThatAreCheckedIn() throws Exception {
		Path standard = SharedData.require("standard");
		SharedData.need(OutsideTool.isInstalled("python3"), "python3");
		OutsideTool.Result result = OutsideTool.run("python3", "src/build/dicom_dictionary.py", standard.toString(),
				folder.getRoot().toString());
		assertEquals(result.errors(), 0, result.exit());
		for (String name : List.of("dictionary.txt", "uids.txt"))
			assertEquals(name, Files.readString(RESOURCES.resolve(name)),
					Files.readString(folder.getRoot().toPath().resolve(name)));
	}

	@Test
	public void everyAttributeOfTheStandardIsKnown() throws IOException {
		JsonValue table = Json.parse(Files.readString(SharedData.require("standard/attributes.json")));
		int checked = 0;
		for (JsonValue value : table.asArray()) {
			JsonObject row = value.asObject();
			String vr = row.string("valueRepresentation", "");
			String keyword = row.string("keyword", "");
			if (keyword.isEmpty() || vr.isEmpty() || vr.startsWith("See")) continue;
			String digits = row.string("tag", "").replaceAll("[(),]", "").toLowerCase(Locale.ROOT);
			int tag = Integer.parseUnsignedInt(digits.replace('x', '2'), 16);
			if (digits.startsWith("60xx") || digits.startsWith("50xx"))
				tag = Integer.parseUnsignedInt(digits.replace("xx", "1e"), 16);
			DicomDictionary.Entry entry = DicomDictionary.standard().find(tag).orElseThrow(() -> new AssertionError(digits));
			assertEquals(keyword, entry.keyword());
			assertEquals(keyword, vr.replace(" or ", "|"), entry.vr());
			assertEquals(keyword, row.string("retired", "").equals("Y"), entry.retired());
			checked++;
		}
		assertTrue("only " + checked, checked > 5100);
	}

	@Test
	public void newerAttributesAreFilledIn() {
		assertEquals(0x00660005, DicomDictionary.standard().tagOf("SurfaceOffset"));
		assertEquals(Vr.SQ, DicomDictionary.standard().vrOf(0x0008114c));
		assertEquals(Vr.FL, DicomDictionary.standard().vrOf(0x00660005));
	}

	@Test
	public void vrsThatDependOnSomethingElse() {
		DicomDictionary dictionary = DicomDictionary.standard();
		assertEquals(Vr.US, dictionary.vrOf(Tag.PIXEL_PADDING_VALUE, false));
		assertEquals(Vr.SS, dictionary.vrOf(Tag.PIXEL_PADDING_VALUE, true));
		assertEquals(Vr.OW, dictionary.vrOf(Tag.LUT_DATA, true));
		assertEquals(Vr.OW, dictionary.vrOf(Tag.PIXEL_DATA));
		assertEquals(Vr.OW, dictionary.vrOf(0x60123000));
		assertEquals(Vr.UL, dictionary.vrOf(0x00100000));
		assertEquals(Vr.LO, dictionary.vrOf(0x00190010));
		assertEquals(Vr.UN, dictionary.vrOf(0x00191001));
		assertEquals(Vr.UN, dictionary.vrOf(0x00090001));
		assertEquals(Vr.UN, dictionary.vrOf(0x00181235));
	}

	@Test
	public void uidsHaveTheirNames() {
		assertEquals(Optional.of("CT Image Storage"), DicomUids.sopClass("1.2.840.10008.5.1.4.1.1.2"));
		assertEquals(Optional.of("Label Map Segmentation Storage"), DicomUids.sopClass("1.2.840.10008.5.1.4.1.1.66.7"));
		assertEquals(Optional.empty(), DicomUids.sopClass(TransferSyntax.EXPLICIT_LITTLE_ENDIAN));
		assertEquals(Optional.of("JPEG Baseline"), DicomUids.transferSyntax(TransferSyntax.JPEG_BASELINE));
		assertEquals(Optional.empty(), DicomUids.transferSyntax("1.2.3"));
		assertEquals("Deflated Image Frame Compression (1.2.840.10008.1.2.8.1)",
				TransferSyntax.describe("1.2.840.10008.1.2.8.1"));
	}

	@Test
	public void privateRowsAreThoseOfDcmtkOrPydicom() throws Exception {
		Path dcmtk = Path.of("/usr/share/libdcmtk17/private.dic");
		OutsideTool.Result pydicom = OutsideTool.python("private_dictionary.py");
		assertEquals(pydicom.errors(), 0, pydicom.exit());
		String known = pydicom.text();
		if (Files.exists(dcmtk))
			for (String line : Files.readAllLines(dcmtk, StandardCharsets.ISO_8859_1))
				if (line.startsWith("(")) known += dcmtkRow(line) + "\n";
		List<String> unknown = new ArrayList<>();
		List<String> lines = known.toUpperCase(Locale.ROOT).lines().toList();
		for (String[] row : ResourceTable.rows("private-by-hand.txt"))
			if (!lines.contains(String.join(";", row).toUpperCase(Locale.ROOT))) unknown.add(String.join(";", row));
		assertEquals(List.of(), unknown);
	}

	/** Of {@code (2001,"PHILIPS IMAGING DD 001",03)	FL	...}. */
	private static String dcmtkRow(String line) {
		String[] columns = line.split("\t");
		String[] tag = columns[0].substring(1, columns[0].length() - 1).split("\"");
		return tag.length < 3 ? "" : tag[1] + ";" + tag[0].replace(",", "") + ";" + tag[2].replace(",", "") + ";" + columns[1];
	}
}
