package org.annotomy.dicom.part10;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.junit.Test;

public class ValuesTest {

	private static DicomDataset text(int tag, Vr vr, String text) {
		return DicomDataset.builder().putText(tag, vr, text).build();
	}

	@Test
	public void datesOfEveryAgeAreRead() {
		Optional<LocalDate> day = Optional.of(LocalDate.of(2003, 4, 17));
		for (String text : List.of("20030417", "2003.04.17", "2003-04-17 ", " 20030417"))
			assertEquals(text, day, text(Tag.STUDY_DATE, Vr.DA, text).date(Tag.STUDY_DATE));
		assertEquals(day, text(0x0008002a, Vr.DT, "200304171030").date(0x0008002a));
		for (String text : List.of("", "20031317", "20030230", "yesterday", "17042003x", "2003"))
			assertEquals(text, Optional.empty(), text(Tag.STUDY_DATE, Vr.DA, text).date(Tag.STUDY_DATE));
	}

	@Test
	public void timesMayStopEarly() {
		assertEquals(Optional.of(LocalTime.of(10, 0)), DicomDateTime.time("10"));
		assertEquals(Optional.of(LocalTime.of(10, 30)), DicomDateTime.time("1030"));
		assertEquals(Optional.of(LocalTime.of(10, 30, 15, 123_400_000)), DicomDateTime.time("103015.1234"));
		assertEquals(Optional.of(LocalTime.of(10, 30, 15)), DicomDateTime.time("10:30:15"));
		assertEquals("a leap second", Optional.of(LocalTime.of(23, 59, 59)), DicomDateTime.time("235960"));
		for (String text : List.of("", "25", "1", "106000", "10301", "103015.", "noon"))
			assertEquals(text, Optional.empty(), DicomDateTime.time(text));
	}

	@Test
	public void momentsMayHaveAnOffset() {
		assertEquals(Optional.of(new DicomDateTime(LocalDateTime.of(2020, 1, 1, 0, 0), Optional.empty())),
				DicomDateTime.of("2020"));
		assertEquals(Optional.of(new DicomDateTime(LocalDateTime.of(2020, 2, 29, 13, 0), Optional.of(ZoneOffset.ofHours(-5)))),
				DicomDateTime.of("2020022913-0500"));
		assertEquals(
				Optional.of(new DicomDateTime(LocalDateTime.of(2020, 2, 29, 13, 5, 9, 1000),
						Optional.of(ZoneOffset.ofHoursMinutes(5, 30)))),
				DicomDateTime.of("20200229130509.000001+0530"));
		for (String text : List.of("", "20200230", "2020022925", "20200229130509+9900", "202"))
			assertEquals(text, Optional.empty(), DicomDateTime.of(text));
	}

	@Test
	public void agesHaveTheirUnit() {
		assertEquals(Optional.of(Period.ofMonths(18)), text(0x00101010, Vr.AS, "018M").age(0x00101010));
		assertEquals(Optional.of(Period.ofDays(14)), DicomDateTime.age("002W"));
		assertEquals(Optional.of(Period.ofDays(3)), DicomDateTime.age("3D"));
		assertEquals(Optional.of(Period.ofYears(45)), DicomDateTime.age("045Y"));
		assertEquals(Optional.empty(), DicomDateTime.age("45"));
	}

	@Test
	public void namesHaveScriptsAndParts() {
		PersonName name = text(0x00100010, Vr.PN, "Adams^John Robert Quincy^^Rev.^B.A. M.Div.").personName(0x00100010)
				.orElseThrow();
		assertEquals(new PersonName.Components("Adams", "John Robert Quincy", "", "Rev.", "B.A. M.Div."), name.alphabetic());
		assertTrue(name.ideographic().isEmpty());
		assertEquals("Rev. John Robert Quincy Adams B.A. M.Div.", name.toDisplay());
		assertEquals("太郎 山田", PersonName.of("=山田^太郎=やまだ^たろう").toDisplay());
		assertEquals("やまだ", PersonName.of("==やまだ").phonetic().family());
		assertEquals("", PersonName.of("^^^^").toDisplay());
	}

	@Test
	public void anEndlessNameIsCutForShow() {
		PersonName name = PersonName.of("x" + "^".repeat(1 << 20) + "y");
		assertEquals("x", name.alphabetic().family());
		assertEquals(128, name.toDisplay().length());
	}

	@Test
	public void decimalsAreReadAsPeopleWriteThem() {
		double[] numbers = text(Tag.PIXEL_SPACING, Vr.DS,
				" 0.5 \\1,25\\-3e-2\\+7\\ \\1A\\0x1p3\\NaN\\123456789012345678901234567890").doubles(Tag.PIXEL_SPACING);
		assertArrayEquals(
				new double[]{0.5, 1.25, -0.03, 7, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 1.2345678901234568e29}, numbers,
				0);
		assertEquals(3, text(Tag.NUMBER_OF_FRAMES, Vr.IS, "1A").integer(Tag.NUMBER_OF_FRAMES, 3));
	}

	@Test
	public void binaryNumbersHaveATextToo() {
		DicomDataset numbers = DicomDataset.builder().set("DiffusionBValue", Double.NaN).set("SpectralWidth", 1 / 3d)
				.putNumbers(0x00189098, Vr.FL, 0.1f).putLongs(0x00720083, Vr.UV, -1).set("Rows", 512).build();
		assertEquals("NaN", numbers.string(Tag.DIFFUSION_B_VALUE, ""));
		assertEquals(Double.toString(1 / 3d), numbers.string(0x00189052, ""));
		assertEquals("0.1", numbers.string(0x00189098, ""));
		assertEquals("18446744073709551615", numbers.string(0x00720083, ""));
		assertEquals("512", numbers.string(Tag.ROWS, ""));
	}

	@Test
	public void fillingIsNoPartOfAValue() {
		assertEquals(List.of("1.2.3"), text(Tag.STUDY_INSTANCE_UID, Vr.UI, "1.2.3\0").strings(Tag.STUDY_INSTANCE_UID));
		assertEquals(List.of("1.2", "1.3"), text(Tag.STUDY_INSTANCE_UID, Vr.UI, "1.2\0\\1.3 ").strings(Tag.STUDY_INSTANCE_UID));
		assertEquals(List.of(" two lines\r\n"), text(0x00104000, Vr.LT, " two lines\r\n ").strings(0x00104000));
		assertEquals(List.of("a", "", "b"), text(Tag.IMAGE_TYPE, Vr.CS, "a \\\\ b").strings(Tag.IMAGE_TYPE));
		assertEquals(List.of(), text(Tag.IMAGE_TYPE, Vr.CS, "").strings(Tag.IMAGE_TYPE));
	}

	@Test
	public void aPrivateSequenceWithoutVrIsStillASequence() throws Exception {
		byte[] items = {(byte) 0xfe, (byte) 0xff, 0, (byte) 0xe0, 12, 0, 0, 0, 0x10, 0, 0x20, 0, 4, 0, 0, 0, 'I', 'D', '7', ' '};
		DicomDataset dataset = DicomDataset.builder().bytes(0x00191001, Vr.UN, items).bytes(0x00191002, Vr.UN, new byte[]{1, 2})
				.build();
		assertEquals("ID7", dataset.items(0x00191001).get(0).string(0x00100020, ""));
		assertEquals(List.of(), dataset.items(0x00191002));
		items[4] = 99;
		assertEquals("items that are cut are none", List.of(),
				DicomDataset.builder().bytes(0x00191001, Vr.UN, items).build().items(0x00191001));
	}

	@Test
	public void knownPrivateElementsHaveTheirVrInImplicitFiles() throws Exception {
		DicomDatasetBuilder builder = DicomDataset.builder().set("SOPClassUID", "1.2").set("SOPInstanceUID", "1.3");
		builder.putText(builder.privateBlock(0x0019, "SIEMENS MR HEADER") | 0x0c, Vr.IS, "1000");
		builder.putNumbers(builder.privateBlock(0x2001, "PHILIPS IMAGING DD 001") | 0x03, Vr.FL, 800);
		builder.putNumbers(builder.privateBlock(0x2001, "SOMEBODY ELSE") | 0x03, Vr.FL, 5);
		byte[] file = DicomWriter.toBytes(builder.build(), TransferSyntax.IMPLICIT_LITTLE_ENDIAN);
		DicomDataset read = DicomFileReader.read(ByteSource.of(file)).dataset();
		assertEquals(1000, read.integer(0x0019100c, 0));
		assertEquals(800, read.number(0x20011003, 0), 0);
		assertEquals(Vr.UN, read.element(0x20011103).orElseThrow().vr());
	}

	/** As files have it whose writer did not know. */
	@Test
	public void anEmptyPixelRepresentationIsUnsigned() {
		DicomDataset dataset = DicomDataset.builder().empty("PixelRepresentation").set("SmallestImagePixelValue", 40000).build();
		assertEquals(40000, dataset.integer(0x00280106, 0));
	}
}
