package org.annotomy.dicom.part10;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.annotomy.testing.SharedData;
import org.junit.Test;

/** Texts as pydicom and Python's codecs have them; the lines are made by {@code src/test/scripts/oracle_charset.py}. */
public class CharacterSetTest {

	private static List<String[]> lines(String kind) throws IOException {
		try (InputStream in = CharacterSetTest.class.getResourceAsStream("charsets.tsv")) {
			List<String[]> lines = new ArrayList<>();
			for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList())
				if (line.startsWith(kind + "\t")) lines.add(line.split("\t", -1));
			assertFalse(lines.isEmpty());
			return lines;
		}
	}

	private static String plain(String shown) {
		return shown.replace("\\\\", "\0").replace("\\t", "\t").replace("\\n", "\n").replace("\\r", "\r").replace("\\f", "\f")
				.replace('\0', '\\');
	}

	@Test
	public void everyCharacterSetIsDecoded() throws IOException {
		for (String[] line : lines("set")) {
			CharacterSet set = CharacterSet.of(List.of(line[1].split("\\\\", -1)));
			assertEquals(line[1], plain(line[4]), set.decode(HexFormat.of().parseHex(line[3]), line[2].equals("PN")));
		}
	}

	@Test
	public void valuesAreSplitAfterDecoding() {
		DicomDataset dataset = DicomDataset.builder().set("SpecificCharacterSet", "GB18030")
				.bytes(0x00081030, Vr.LO, HexFormat.of().parseHex("81" + "5c" + "5c" + "41")).build();
		assertEquals(List.of("乗", "A"), dataset.strings(0x00081030));
	}

	@Test
	public void realFilesReadAsPydicomReadsThem() throws IOException {
		for (String[] line : lines("file")) {
			DicomDataset dataset = DicomFileReader.read(SharedData.require("charset/" + line[1])).dataset();
			String[] path = line[2].split("\\[0\\]/");
			for (int i = 0; i + 1 < path.length; i++)
				dataset = dataset.items(Integer.parseUnsignedInt(path[i], 16)).get(0);
			String text = String.join("\\", dataset.strings(Integer.parseUnsignedInt(path[path.length - 1], 16)));
			assertEquals(line[1], plain(line[3]), text.replaceAll("=+$", ""));
		}
	}

	@Test
	public void itemsInheritAndReplaceTheCharacterSet() throws IOException {
		byte[] cyrillic = "Привет".getBytes("ISO-8859-5");
		byte[] greek = "Διον".getBytes("ISO-8859-7");
		DicomDataset own = DicomDataset.builder().set("SpecificCharacterSet", "ISO_IR 126").bytes(0x00080104, Vr.LO, greek)
				.build();
		DicomDataset heir = DicomDataset.builder().set("SpecificCharacterSet", "ISO_IR 144").bytes(0x00080104, Vr.LO, cyrillic)
				.build().toBuilder().remove(Tag.SPECIFIC_CHARACTER_SET).build();
		DicomDataset dataset = DicomDataset.builder().set("SOPClassUID", "1.2").set("SOPInstanceUID", "1.3")
				.set("SpecificCharacterSet", "ISO_IR 144").putItems(0x00082218, List.of(own, heir))
				.bytes(0x00081030, Vr.LO, cyrillic).build();
		DicomDataset read = roundTrip(dataset);
		assertEquals("ISO_IR 144", read.string(Tag.SPECIFIC_CHARACTER_SET, ""));
		assertEquals("Διον", read.items(0x00082218).get(0).string(0x00080104, ""));
		assertEquals("Привет", read.items(0x00082218).get(1).string(0x00080104, ""));
		assertEquals("Привет", read.string(0x00081030, ""));
	}

	@Test
	public void newTextMakesAllTextUtf8() throws IOException {
		byte[] kanji = {0x1b, '$', 'B', ';', '3', 0x1b, '(', 'B'};
		DicomDataset old = roundTrip(DicomDataset.builder().set("SOPClassUID", "1.2").set("SOPInstanceUID", "1.3")
				.bytes(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "\\ISO 2022 IR 87".getBytes(StandardCharsets.US_ASCII))
				.bytes(0x00100010, Vr.PN, kanji).build());
		assertEquals("山", old.string(0x00100010, ""));
		DicomDataset same = roundTrip(old.toBuilder().set("StudyDescription", "plain").build());
		assertEquals("plain text changes nothing", HexFormat.of().formatHex(kanji),
				HexFormat.of().formatHex(same.element(0x00100010).orElseThrow().bytes().toArray()));
		DicomDataset changed = roundTrip(old.toBuilder().set("StudyDescription", "Größe").build());
		assertEquals("ISO_IR 192", changed.string(Tag.SPECIFIC_CHARACTER_SET, ""));
		assertEquals("山",
				new String(changed.element(0x00100010).orElseThrow().bytes().toArray(), StandardCharsets.UTF_8).strip());
		assertEquals("Größe", changed.string(0x00081030, ""));
	}

	@Test
	public void latinBytesThatHappenToBeUtf8AreNotTakenForIt() throws IOException {
		byte[] bytes = "Ã¤".getBytes(StandardCharsets.ISO_8859_1);
		DicomDataset old = DicomDataset.builder().set("SpecificCharacterSet", "ISO_IR 100").bytes(0x00081030, Vr.LO, bytes)
				.build();
		assertEquals("Ã¤", old.toBuilder().set("SeriesDescription", "ü").build().string(0x00081030, ""));
	}

	@Test
	public void textOfOtherDatasetsKeepsItsMeaning() {
		DicomDataset greek = DicomDataset.builder().set("SpecificCharacterSet", "ISO_IR 126")
				.bytes(0x00100010, Vr.PN, new byte[]{(byte) 0xc4, (byte) 0xe9}).build();
		DicomDataset latin = DicomDataset.builder().set("SpecificCharacterSet", "ISO_IR 100")
				.bytes(0x00081030, Vr.LO, new byte[]{(byte) 0xc4, 'a'}).build();
		DicomDataset copied = latin.toBuilder().copy(greek, 0x00100010, 0x00100020).build();
		assertEquals("Δι", copied.string(0x00100010, ""));
		assertEquals("Äa", copied.string(0x00081030, ""));
		assertFalse("what is absent is not made", copied.has(0x00100020));
		DicomDataset asItem = DicomDataset.builder()
				.items("ReferencedPatientSequence", greek.toBuilder().remove(0x00080005).build()).build();
		assertEquals("Δι", asItem.items(0x00081120).get(0).string(0x00100010, ""));
	}

	private static DicomDataset roundTrip(DicomDataset dataset) throws IOException {
		return DicomFileReader.read(ByteSource.of(DicomWriter.toBytes(dataset))).dataset();
	}
}
