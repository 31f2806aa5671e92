package org.annotomy.dicom.json;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.annotomy.dicom.part10.BulkReference;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomWriter;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.part10.Vr;
import org.annotomy.image.ImageFormatException;
import org.annotomy.json.Json;
import org.annotomy.json.JsonObject;
import org.junit.Test;

public class DicomJsonTest {

	/** As PS3.18 F.4 has it, with the odd forms that servers use; what we write for it stands beside. */
	private static final String[][] MEMBERS = {
			{"\"00080005\":{\"vr\":\"CS\",\"Value\":[\"ISO_IR 192\"]}", null},
			{"\"00080008\":{\"vr\":\"CS\",\"Value\":[\"DERIVED\",null,\"AXIAL\"]}", null},
			{"\"00081030\":{\"vr\":\"LO\",\"Value\":[\"Größe 10 µm\"]}", null},
			{"\"00090010\":{\"vr\":\"LO\",\"Value\":[\"Vendor A\"]}", null},
			{"\"00091002\":{\"vr\":\"UN\",\"InlineBinary\":\"z0x9c8v7\"}", null},
			{"\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\"Yamada^Tarou\",\"Ideographic\":\"山田^太郎\",\"Phonetic\":\"やまだ^たろう\"}]}",
					null},
			{"\"00100020\":{\"vr\":\"LO\"}", null},
			{"\"00101001\":{\"vr\":\"PN\",\"Value\":[\"Wang^XiaoDong\"]}",
					"\"00101001\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\"Wang^XiaoDong\"}]}"},
			{"\"00101002\":{\"vr\":\"SQ\",\"Value\":[{\"00100020\":{\"vr\":\"LO\",\"Value\":[\"54321\"]}},{}]}", null},
			{"\"0018A003\":{\"vr\":\"ST\",\"Value\":[\" a\\\\b\"]}", null},
			{"\"00200011\":{\"vr\":\"IS\",\"Value\":[\"7\"]}", "\"00200011\":{\"vr\":\"IS\",\"Value\":[7]}"},
			{"\"0020000d\":{\"vr\":\"UI\",\"Value\":[\"1.2.3\"]}", "\"0020000D\":{\"vr\":\"UI\",\"Value\":[\"1.2.3\"]}"},
			{"\"00200032\":{\"vr\":\"DS\",\"Value\":[-0.50,1e2,\"12345678901234.56\"]}", null},
			{"\"00280009\":{\"vr\":\"AT\",\"Value\":[\"00181063\",\"FFFEE000\"]}", null},
			{"\"00280010\":{\"Value\":[512]}", "\"00280010\":{\"vr\":\"US\",\"Value\":[512]}"},
			{"\"00189087\":{\"vr\":\"FD\",\"Value\":[1000.5,\"NaN\",\"-inf\"]}", null},
			{"\"00189098\":{\"vr\":\"FL\",\"Value\":[0.1]}", null},
			{"\"7FE00001\":{\"vr\":\"OV\",\"InlineBinary\":\"AAAAAAAAAAA=\"}", null},
			{"\"00720082\":{\"vr\":\"SV\",\"Value\":[-5,\"-9223372036854775808\"]}", null},
			{"\"00720083\":{\"vr\":\"UV\",\"Value\":[\"18446744073709551615\"]}", null},
			{"\"7FE00010\":{\"vr\":\"OW\",\"BulkDataURI\":\"http://host/bulk/1\"}", null}};

	private static String text(int form) {
		List<String> members = new ArrayList<>();
		for (String[] member : MEMBERS)
			members.add(form == 1 && member[1] != null ? member[1] : member[0]);
		if (form == 1) members.sort(null);
		return "{" + String.join(",", members) + "}";
	}

	@Test
	public void everyFormIsReadAndWrittenAsTheStandardHasIt() throws IOException {
		DicomDataset dataset = DicomJsonReader.read(text(0));
		assertEquals(text(1), Json.write(DicomJsonWriter.toJson(dataset)));
		assertEquals(List.of("DERIVED", "", "AXIAL"), dataset.strings(Tag.IMAGE_TYPE));
		assertEquals("Yamada^Tarou=山田^太郎=やまだ^たろう", dataset.string(0x00100010, ""));
		assertEquals(512, dataset.integer(Tag.ROWS, 0));
		assertArrayEquals(new int[]{Tag.FRAME_TIME, Tag.ITEM}, dataset.tags(Tag.FRAME_INCREMENT_POINTER));
		assertEquals(0.1f, (float) dataset.number(0x00189098, 0), 0);
		assertArrayEquals(new long[]{-5, Long.MIN_VALUE}, dataset.longs(0x00720082));
		assertEquals("54321", dataset.items(0x00101002).get(0).string(0x00100020, ""));
		assertEquals(new BulkReference("http://host/bulk/1"), dataset.element(Tag.PIXEL_DATA).orElseThrow().value());
	}

	@Test
	public void numbersKeepWhatTheFileSays() {
		assertEquals("[1.50,5,0.5,-3E+4,\"1,5\",\"0.1234567890123456\",null]",
				Json.write(json("1.50\\+5\\.5\\-3E+4\\1,5\\0.1234567890123456\\")));
	}

	private static org.annotomy.json.JsonValue json(String decimals) {
		DicomDataset dataset = DicomDataset.builder().putText(Tag.PIXEL_SPACING, Vr.DS, decimals).build();
		return ((JsonObject) DicomJsonWriter.toJson(dataset).members().get("00280030")).members().get("Value");
	}

	@Test
	public void aStreamGivesOneDatasetAfterTheOther() throws IOException {
		List<String> numbers = new ArrayList<>();
		byte[] text = "[{\"00200013\":{\"vr\":\"IS\",\"Value\":[1]}}, {}, {\"00200013\":{\"vr\":\"IS\",\"Value\":[3]}}]"
				.getBytes(StandardCharsets.UTF_8);
		DicomJsonReader.forEach(new ByteArrayInputStream(text), d -> numbers.add(d.string(Tag.INSTANCE_NUMBER, "-")));
		assertEquals(List.of("1", "-", "3"), numbers);
		DicomJsonReader.forEach(new ByteArrayInputStream(new byte[]{'[', ']'}), d -> numbers.add("none"));
		assertEquals(3, numbers.size());
	}

	@Test
	public void bytesStandInTheTextOrElsewhere() throws IOException {
		DicomDataset dataset = DicomDataset.builder().pixels(new short[]{1, -2}).build();
		assertEquals("{\"7FE00010\":{\"vr\":\"OW\",\"InlineBinary\":\"AQD+/w==\"}}", Json.write(DicomJsonWriter.toJson(dataset)));
		assertEquals("{\"7FE00010\":{\"vr\":\"OW\",\"BulkDataURI\":\"pixels\"}}",
				Json.write(DicomJsonWriter.toJson(dataset, element -> Optional.of("pixels"))));
		DicomDataset referring = DicomDataset.builder().set("SOPClassUID", "1.2").set("SOPInstanceUID", "1.3")
				.put(new org.annotomy.dicom.part10.DicomElement(0x00420011, Vr.OB, new BulkReference("x"), false)).build();
		IOException e = assertThrows(IOException.class, () -> DicomWriter.toBytes(referring));
		assertEquals("EncapsulatedDocument (0042,0011) was not retrieved, so the object cannot be written.", e.getMessage());
	}

	@Test
	public void whatIsNoDatasetIsRefused() {
		refused("The DICOM JSON text is broken.", "{\"00100010\":");
		refused("The DICOM JSON text is broken.", "{\"00100010\":{\"vr\":\"PN\",\"Value\":7}}");
		refused("The DICOM JSON text is broken.", "{\"00101002\":{\"vr\":\"SQ\",\"Value\":[7]}}");
		refused("This is no DICOM JSON text.", "7");
		refused("The DICOM JSON text ends early or is broken.", "[[]]");
		refused("The DICOM JSON text holds 2 objects where one is expected.", "[{},{}]");
		refused("The DICOM JSON text gives Rows (0028,0010) a value that its VR cannot hold.",
				"{\"00280010\":{\"vr\":\"US\",\"Value\":[70000]}}");
		refused("The DICOM JSON text gives PixelData (7FE0,0010) a value that its VR cannot hold.",
				"{\"7FE00010\":{\"vr\":\"OB\",\"InlineBinary\":\"=\"}}");
		refused("The DICOM JSON text gives PatientID (0010,0020) a value that its VR cannot hold.",
				"{\"00100020\":{\"vr\":\"LO\",\"Value\":[{}]}}");
	}

	/** The last one would have ten million digits. */
	@Test(timeout = 5000)
	public void whatIsNoIntegerOf64BitsIsRefused() {
		for (String value : new String[]{"1.5", "18446744073709551616", "-9223372036854775809", "1e30", "1e2000000000",
				"1e10000000"})
			refused("The DICOM JSON text gives SelectorUVValue (0072,0083) a value that its VR cannot hold.",
					"{\"00720083\":{\"vr\":\"UV\",\"Value\":[" + value + "]}}");
	}

	@Test
	public void deepNestingIsRefused() {
		String open = "{\"00081115\":{\"vr\":\"SQ\",\"Value\":[";
		refused("The DICOM JSON text is broken.", open.repeat(5000) + "{}" + "]}}".repeat(5000));
	}

	private static void refused(String message, String text) {
		ImageFormatException e = assertThrows(ImageFormatException.class, () -> DicomJsonReader.read(text));
		assertEquals(message, e.getMessage());
	}
}
