package org.annotomy.dicom.part10;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class DicomWriterTest {

	private static final String SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7";

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	private static DicomDatasetBuilder minimal() {
		return DicomDataset.builder().set("SOPClassUID", SECONDARY_CAPTURE).set("SOPInstanceUID", "2.25.1");
	}

	private static DicomDataset roundTrip(DicomDataset dataset) throws IOException {
		return DicomFileReader.read(ByteSource.of(DicomWriter.toBytes(dataset))).dataset();
	}

	@Test
	public void whatIsWrittenIsReadBack() throws IOException {
		DicomDataset item = DicomDataset.builder().set("CodeValue", "1").items("ModifierCodeSequence", DicomDataset.EMPTY)
				.build();
		DicomDataset read = roundTrip(minimal().set("Rows", 3).set("PixelSpacing", 0.7, 1 / 3d)
				.set("ImageType", "ORIGINAL", "PRIMARY")
				.set("PixelRepresentation", 1).set("PixelPaddingValue", -2000).set("SeriesNumber", 12).empty("PatientName")
				.set("DiffusionBValue", 1000.5).set("FrameIncrementPointer", Tag.FRAME_TIME).set("PatientComments", " a \\ b ")
				.items("AnatomicRegionSequence", item, item).pixels(new short[]{1, -2, 3}).build());
		assertEquals(3, read.integer(Tag.ROWS, 0));
		assertArrayEquals(new double[]{0.7, 1 / 3d}, read.doubles(Tag.PIXEL_SPACING), 1e-14);
		assertEquals(List.of("ORIGINAL", "PRIMARY"), read.strings(Tag.IMAGE_TYPE));
		assertEquals(-2000, read.integer(Tag.PIXEL_PADDING_VALUE, 0));
		assertEquals(Vr.SS, read.element(Tag.PIXEL_PADDING_VALUE).orElseThrow().vr());
		assertEquals(12, read.integer(Tag.SERIES_NUMBER, 0));
		assertEquals(1000.5, read.number(Tag.DIFFUSION_B_VALUE, 0), 0);
		assertArrayEquals(new int[]{Tag.FRAME_TIME}, read.tags(Tag.FRAME_INCREMENT_POINTER));
		assertTrue(read.has(0x00100010) && read.string(0x00100010).isEmpty());
		assertEquals("a backslash in LT separates nothing", List.of(" a \\ b"), read.strings(0x00104000));
		assertEquals(2, read.items(0x00082218).size());
		assertEquals("1", read.items(0x00082218).get(1).string(0x00080100, ""));
		assertArrayEquals(new byte[]{1, 0, -2, -1, 3, 0}, read.element(Tag.PIXEL_DATA).orElseThrow().bytes().toArray());
	}

	@Test
	public void oddValuesArePadded() throws IOException {
		DicomDataset read = roundTrip(
				minimal().set("StudyID", "abc").set("StudyInstanceUID", "1.2.3").pixels(new byte[]{1, 2, 3}).build());
		assertEquals("abc ", new String(read.element(0x00200010).orElseThrow().bytes().toArray(), "US-ASCII"));
		assertEquals("1.2.3\0", new String(read.element(Tag.STUDY_INSTANCE_UID).orElseThrow().bytes().toArray(), "US-ASCII"));
		assertArrayEquals(new byte[]{1, 2, 3, 0}, read.element(Tag.PIXEL_DATA).orElseThrow().bytes().toArray());
	}

	@Test
	public void decimalsKeepAllThatSixteenCharactersHold() {
		assertEquals("0.1", ValueCodec.decimal(0.1));
		assertEquals("-1024", ValueCodec.decimal(-1024));
		assertEquals("0.33333333333333", ValueCodec.decimal(1 / 3d));
		assertEquals("-0.3333333333333", ValueCodec.decimal(-1 / 3d));
		assertEquals("1.23456789123E-7", ValueCodec.decimal(1.234567891234e-7));
		assertEquals("6.02214076E23", ValueCodec.decimal(6.02214076e23));
		assertEquals("0", ValueCodec.decimal(-0.0));
		assertEquals("123456789012345", ValueCodec.decimal(123456789012345d));
		for (double value : new double[]{Math.PI * 1e-9, -Math.E * 1e12, Double.MIN_VALUE, -1.7e308, 1e-5, 100}) {
			String text = ValueCodec.decimal(value);
			assertTrue(text, text.length() <= 16);
			assertEquals(value, Double.parseDouble(text), Math.max(Double.MIN_VALUE, Math.abs(value) * 1e-8));
		}
	}

	@Test
	public void textBeyondAsciiMakesTheDatasetUtf8() throws IOException {
		DicomDataset latin = DicomFileReader
				.read(ByteSource.of(DicomWriter.toBytes(minimal().set("SpecificCharacterSet", "ISO_IR 100")
						.bytes(0x00081030, Vr.LO, new byte[]{'K', (byte) 0xe4, 's', 'e'}).build())))
				.dataset();
		assertEquals("Käse", latin.string(0x00081030, ""));
		DicomDataset read = roundTrip(latin.toBuilder().set("SeriesDescription", "山田").build());
		assertEquals("ISO_IR 192", read.string(Tag.SPECIFIC_CHARACTER_SET, ""));
		assertEquals("山田", read.string(0x0008103e, ""));
		assertEquals("Käse", read.string(0x00081030, ""));
	}

	@Test
	public void aValueTooLongForItsVrIsWrittenAsUnknown() throws IOException {
		double[] many = new double[9000];
		for (int i = 0; i < many.length; i++)
			many[i] = i + 0.5;
		DicomDataset read = roundTrip(minimal().set("ContourData", many).build());
		assertEquals("the dictionary tells what UN was", Vr.DS, read.element(0x30060050).orElseThrow().vr());
		assertArrayEquals(many, read.doubles(0x30060050), 0);
	}

	@Test
	public void writingReplacesAtOnceAndLeavesNoTraces() throws IOException {
		Path file = folder.getRoot().toPath().resolve("image.dcm");
		DicomWriter.write(minimal().set("Rows", 1).build(), file);
		DicomWriter.write(minimal().set("Rows", 2).build(), file);
		DicomFile read = DicomFileReader.read(file);
		assertEquals(2, read.dataset().integer(Tag.ROWS, 0));
		assertEquals(SECONDARY_CAPTURE, read.meta().string(Tag.MEDIA_STORAGE_SOP_CLASS_UID, ""));
		assertEquals(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, read.transferSyntax());
		assertEquals(List.of(), read.warnings());
		try (Stream<Path> files = Files.list(folder.getRoot().toPath())) {
			assertEquals(1, files.count());
		}
		assertThrows(IllegalArgumentException.class, () -> DicomWriter.write(DicomDataset.EMPTY, file));
		assertEquals("a refused write leaves the file", 2, DicomFileReader.read(file).dataset().integer(Tag.ROWS, 0));
	}

	@Test
	public void valuesThatTheStandardForbidsAreRefused() {
		refused("Modality (0008,0060) is of VR CS, which allows values of another form.", b -> b.set("Modality", "ct"));
		refused("StationName (0008,1010) is of VR SH, which allows at most 16 characters, not 17.",
				b -> b.set("StationName", "12345678901234567"));
		refused("StudyInstanceUID (0020,000D) is of VR UI, which allows a valid UID.", b -> b.set("StudyInstanceUID", "1.02"));
		refused("Rows (0028,0010) is of VR US, which allows integers from 0 to 65535.", b -> b.set("Rows", 65536));
		refused("Rows (0028,0010) is of VR US and cannot hold text.", b -> b.set("Rows", "3"));
		refused("Rows (0028,0010) is of VR US and cannot hold real numbers.", b -> b.set("Rows", 3d));
		refused("StudyID (0020,0010) is of VR SH, which allows no backslash inside a value.", b -> b.set("StudyID", "a\\b"));
		refused("A decimal string cannot hold NaN.", b -> b.set("PixelSpacing", Double.NaN, 1));
		refused("A DICOM file needs SOPClassUID (0008,0016).", b -> writeTo(b.remove(Tag.SOP_CLASS_UID)));
		refused("Uncompressed pixel data cannot be written as RLE Lossless (1.2.840.10008.1.2.5).",
				b -> writeAs(TransferSyntax.RLE_LOSSLESS, b.pixels(new byte[2])));
	}

	private static void writeTo(DicomDatasetBuilder builder) {
		writeAs(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, builder);
	}

	private static void writeAs(String transferSyntax, DicomDatasetBuilder builder) {
		try {
			DicomWriter.write(builder.build(), transferSyntax, java.io.OutputStream.nullOutputStream());
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}

	private static void refused(String message, java.util.function.Consumer<DicomDatasetBuilder> change) {
		IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> change.accept(minimal()));
		assertEquals(message, e.getMessage());
	}
}
