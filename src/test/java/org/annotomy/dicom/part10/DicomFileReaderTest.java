package org.annotomy.dicom.part10;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

import org.annotomy.image.ImageFormatException;
import org.junit.Test;

public class DicomFileReaderTest {

	private static final long UNDEFINED = 0xffffffffL;
	private static final int CODE_VALUE = 0x00080100;
	private static final int CODES = 0x00081032;

	private static DicomDataset explicit(RawDicom data) throws IOException {
		return DicomFileReader.read(RawDicom.file(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, data.bytes())).dataset();
	}

	private static DicomDataset implicit(RawDicom data) throws IOException {
		return DicomFileReader.read(RawDicom.file(TransferSyntax.IMPLICIT_LITTLE_ENDIAN, data.bytes())).dataset();
	}

	private static RawDicom code(RawDicom data, String value) {
		return data.element(CODE_VALUE, "SH", value);
	}

	@Test
	public void implicitVrIsTakenFromTheDictionary() throws IOException {
		DicomDataset dataset = implicit(RawDicom.implicit().element(Tag.MODALITY, "CS", "CT")
				.element(Tag.PIXEL_REPRESENTATION, "US", new byte[]{1, 0})
				.element(Tag.PIXEL_PADDING_VALUE, "US", new byte[]{0, (byte) 0xf8})
				.element(0x00291000, "", "private").element(0x00290010, "LO", "creator"));
		assertEquals("CT", dataset.string(Tag.MODALITY, ""));
		assertEquals("US or SS follows the pixel representation", -2048, dataset.integer(Tag.PIXEL_PADDING_VALUE, 0));
		assertEquals(Vr.UN, dataset.element(0x00291000).orElseThrow().vr());
		assertEquals("elements out of order are sorted", 0x00290010, dataset.elements().get(3).tag());
		assertEquals("private",
				new String(dataset.privateElement(0x0029, "creator", 0).orElseThrow().bytes().toArray(), 0, 7, "US-ASCII"));
	}

	@Test
	public void bigEndianNumbersAreSwapped() throws IOException {
		RawDicom data = RawDicom.bigEndian()
				.element(Tag.DIFFUSION_B_VALUE, "FD", ByteBuffer.allocate(8).putDouble(1000.5).array())
				.element(Tag.ROWS, "US", new byte[]{1, 2}).header(CODES, "SQ", 8 + 10).item(Tag.ITEM, 10);
		code(data, "AB");
		DicomDataset dataset = DicomFileReader.read(RawDicom.file(TransferSyntax.EXPLICIT_BIG_ENDIAN, data.bytes())).dataset();
		assertEquals(0x102, dataset.integer(Tag.ROWS, 0));
		assertEquals(1000.5, dataset.number(Tag.DIFFUSION_B_VALUE, 0), 0);
		assertEquals("AB", dataset.items(CODES).get(0).string(CODE_VALUE, ""));
	}

	@Test
	public void sequencesEndByLengthOrDelimiter() throws IOException {
		RawDicom data = RawDicom.explicit().header(CODES, "SQ", UNDEFINED).item(Tag.ITEM, UNDEFINED);
		code(data, "A1").item(Tag.ITEM_DELIMITER, 0).item(Tag.ITEM, 10);
		code(data, "B2").item(Tag.ITEM, 0).item(Tag.SEQUENCE_DELIMITER, 0).element(Tag.MODALITY, "CS", "MR");
		DicomDataset dataset = explicit(data);
		assertEquals(List.of("A1", "B2", ""), dataset.items(CODES).stream().map(item -> item.string(CODE_VALUE, "")).toList());
		assertEquals("what follows is found", "MR", dataset.string(Tag.MODALITY, ""));
	}

	@Test
	public void unknownSequencesAreImplicitLittleEndian() throws IOException {
		byte[] implicitItem = code(RawDicom.implicit(), "XY").bytes();
		RawDicom data = RawDicom.explicit().header(CODES, "UN", UNDEFINED)
				.raw(RawDicom.implicit().item(Tag.ITEM, implicitItem.length)
						.raw(implicitItem).item(Tag.SEQUENCE_DELIMITER, 0).bytes());
		data.header(0x00081033, "UN", 8 + implicitItem.length)
				.raw(RawDicom.implicit().item(Tag.ITEM, implicitItem.length).raw(implicitItem).bytes());
		data.element(Tag.ROWS, "UN", new byte[]{7, 0}).element(0x00091001, "UN", new byte[]{1, 2});
		DicomDataset dataset = explicit(data);
		assertEquals("XY", dataset.items(CODES).get(0).string(CODE_VALUE, ""));
		assertEquals("the dictionary knows that it is a sequence", Vr.UN, dataset.element(0x00091001).orElseThrow().vr());
		assertEquals(7, dataset.integer(Tag.ROWS, 0));
	}

	@Test
	public void oddLengthsAndOddVrsAreRead() throws IOException {
		DicomDataset dataset = explicit(RawDicom.explicit().element(Tag.MODALITY, "CS", new byte[]{'C', 'T', ' '})
				.element(Tag.SERIES_NUMBER, "ZZ", "12").element(Tag.ROWS, "US", new byte[]{9, 0}));
		assertEquals("CT", dataset.string(Tag.MODALITY, ""));
		assertEquals("unknown letters: the dictionary's VR", 12, dataset.integer(Tag.SERIES_NUMBER, 0));
		assertEquals(9, dataset.integer(Tag.ROWS, 0));
		DicomDataset mixed = explicit(RawDicom.explicit().element(Tag.MODALITY, "CS", "CT")
				.raw(RawDicom.implicit().element(Tag.ROWS, "", new byte[]{9, 0}).bytes())
				.element(Tag.COLUMNS, "US", new byte[]{8, 0}));
		assertEquals("an implicit element among explicit ones", 9, mixed.integer(Tag.ROWS, 0));
		assertEquals(8, mixed.integer(Tag.COLUMNS, 0));
	}

	@Test
	public void whatPassesForAFileIsRead() throws IOException {
		byte[] implicit = RawDicom.implicit().element(Tag.MODALITY, "CS", "CT").bytes();
		byte[] big = RawDicom.bigEndian().element(Tag.MODALITY, "CS", "CT").bytes();
		byte[] little = RawDicom.explicit().element(Tag.MODALITY, "CS", "CT").bytes();
		for (byte[] bytes : new byte[][]{implicit, big, little}) {
			assertTrue(DicomFileReader.recognises(ByteSource.of(bytes)));
			DicomFile file = DicomFileReader.read(ByteSource.of(bytes));
			assertEquals("CT", file.dataset().string(Tag.MODALITY, ""));
			assertTrue(file.warnings().get(0),
					file.warnings().get(0).startsWith("The file does not say its transfer syntax; taken as "));
		}
		assertEquals(TransferSyntax.EXPLICIT_BIG_ENDIAN, DicomFileReader.read(ByteSource.of(big)).transferSyntax());
		for (String text : new String[]{"", "short", "\b\0\0\0 no DICOM at all, but it begins nearly so",
				"{\"type\": \"FeatureCollection\"}"}) {
			assertFalse(text, DicomFileReader.recognises(ByteSource.of(text.getBytes("US-ASCII"))));
			assertThrows(NotDicomException.class, () -> DicomFileReader.read(ByteSource.of(text.getBytes("US-ASCII"))));
		}
	}

	private static byte[] deflate(byte[] bytes) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (DeflaterOutputStream deflated = new DeflaterOutputStream(out, new Deflater(9, true))) {
			deflated.write(bytes);
		}
		return out.toByteArray();
	}

	@Test
	public void deflatedFilesAreInflatedUpToABound() throws IOException {
		byte[] data = RawDicom.explicit().element(Tag.MODALITY, "CS", "CT").bytes();
		DicomFile file = DicomFileReader.read(RawDicom.file(TransferSyntax.DEFLATED, deflate(data)));
		assertEquals("CT", file.dataset().string(Tag.MODALITY, ""));
		byte[] bomb = deflate(new byte[10 << 20]);
		assertEquals("The deflated data grows beyond 9 MB; it is not opened.",
				assertThrows(ImageFormatException.class, () -> BoundedInflater.inflate(ByteSpan.of(bomb), 1 << 20)).getMessage());
		assertEquals("The deflated data is broken.", assertThrows(ImageFormatException.class,
				() -> DicomFileReader.read(RawDicom.file(TransferSyntax.DEFLATED, new byte[]{7, 7, 7, 7, 7, 7, 7, 7})))
				.getMessage());
	}

	@Test
	public void deepNestingIsRefused() {
		for (String vr : new String[]{"SQ", "UN", "OD"}) {
			RawDicom data = RawDicom.explicit().header(CODES, vr, UNDEFINED).item(Tag.ITEM, UNDEFINED);
			RawDicom levels = vr.equals("UN") ? RawDicom.implicit() : RawDicom.explicit();
			for (int depth = 0; depth < 100_000; depth++)
				levels.header(CODES, vr, UNDEFINED).item(Tag.ITEM, UNDEFINED);
			data.raw(levels.bytes());
			assertEquals("The DICOM sequences are nested deeper than 64 levels.",
					assertThrows(ImageFormatException.class, () -> explicit(data)).getMessage());
		}
	}

	@Test
	public void countlessElementsAreRefused() {
		byte[] item = RawDicom.explicit().item(Tag.ITEM, 0).bytes();
		byte[] many = new byte[8 * 2_000_100];
		for (int i = 0; i < many.length; i++)
			many[i] = item[i % 8];
		RawDicom data = RawDicom.explicit().header(CODES, "SQ", UNDEFINED).raw(many);
		assertEquals("The file has more than 2000000 data elements.",
				assertThrows(ImageFormatException.class, () -> explicit(data)).getMessage());
	}

	@Test
	public void lengthsAreHeldAgainstWhatIsThere() throws IOException {
		RawDicom top = RawDicom.explicit().element(Tag.MODALITY, "CS", "CT").header(0x00420011, "OB", 0xfffffffeL)
				.raw(new byte[10]);
		DicomFile file = DicomFileReader.read(RawDicom.file(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, top.bytes()));
		assertEquals("CT", file.dataset().string(Tag.MODALITY, ""));
		assertEquals(
				List.of("The file is cut short or broken after Modality (0008,0060): EncapsulatedDocument (0042,0011) states "
						+ "4294967294 bytes where 10 are left."),
				file.warnings());
		RawDicom nested = RawDicom.explicit().element(Tag.MODALITY, "CS", "CT").header(CODES, "SQ", 18).item(Tag.ITEM, 200);
		code(nested, "AB");
		assertEquals(1, explicit(nested).size());
		RawDicom first = RawDicom.explicit().header(0x00080005, "UC", 1 << 30);
		assertThrows(ImageFormatException.class, () -> explicit(first));
	}

	@Test
	public void fragmentsAreFoundByTheirLengths() throws IOException {
		byte[] deceptive = {(byte) 0xfe, (byte) 0xff, (byte) 0xdd, (byte) 0xe0, 0, 0, 0, 0};
		RawDicom data = RawDicom.explicit().header(Tag.PIXEL_DATA, "OB", UNDEFINED).item(Tag.ITEM, 0).item(Tag.ITEM, 8)
				.raw(deceptive)
				.item(Tag.ITEM, 2).raw(new byte[]{5, 6}).item(Tag.SEQUENCE_DELIMITER, 0)
				.element(0xfffcfffc, "OB", new byte[]{1, 2});
		DicomDataset dataset = DicomFileReader.read(RawDicom.file(TransferSyntax.RLE_LOSSLESS, data.bytes())).dataset();
		FragmentSequence fragments = (FragmentSequence) dataset.element(Tag.PIXEL_DATA).orElseThrow().value();
		assertEquals(2, fragments.walk().fragments().size());
		assertArrayEquals(deceptive, fragments.walk().fragments().get(0).toArray());
		assertTrue(fragments.walk().complete());
		assertTrue("what follows is found", dataset.has(0xfffcfffc));
		RawDicom broken = RawDicom.explicit().header(Tag.PIXEL_DATA, "OB", UNDEFINED).item(Tag.ROWS, 4).raw(new byte[4]);
		assertEquals("The compressed pixel data is broken: instead of fragment 0 there is (0028,0010).",
				assertThrows(ImageFormatException.class,
						() -> DicomFileReader.read(RawDicom.file(TransferSyntax.RLE_LOSSLESS, broken.bytes()))).getMessage());
	}

	@Test
	public void numbersThatAreNoneCountAsAbsent() throws IOException {
		DicomDataset dataset = explicit(
				RawDicom.explicit().element(Tag.PIXEL_SPACING, "DS", "0,5\\ x").element(Tag.SERIES_NUMBER, "IS", "NaN")
						.element(Tag.WINDOW_CENTER, "DS", "0x1p3 ").element(Tag.WINDOW_WIDTH, "DS", "  40 \\"));
		assertArrayEquals("a comma as in some countries", new double[]{0.5, Double.NaN}, dataset.doubles(Tag.PIXEL_SPACING), 0);
		assertEquals(-1, dataset.integer(Tag.SERIES_NUMBER, -1));
		assertTrue(Double.isNaN(dataset.number(Tag.WINDOW_CENTER, Double.NaN)));
		assertArrayEquals(new double[]{40, Double.NaN}, dataset.doubles(Tag.WINDOW_WIDTH), 0);
		assertEquals("absent", 3, dataset.integer(Tag.ROWS, 3));
	}

	@Test
	public void transferSyntaxesHaveNames() {
		assertEquals("JPEG-LS Lossless (1.2.840.10008.1.2.4.80)", TransferSyntax.describe("1.2.840.10008.1.2.4.80"));
		assertEquals("Implicit VR Little Endian (1.2.840.10008.1.2)", TransferSyntax.describe("1.2.840.10008.1.2"));
		assertEquals("an unknown transfer syntax (1.2.3)", TransferSyntax.describe("1.2.3"));
		assertEquals("what is no UID is not repeated", "an unknown transfer syntax", TransferSyntax.describe("Doe^John"));
	}
}
