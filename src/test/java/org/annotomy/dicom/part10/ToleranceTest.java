package org.annotomy.dicom.part10;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import org.annotomy.dicom.SyntheticSlice;
import org.junit.Test;

/** What real files do although DICOM forbids it. */
public class ToleranceTest {

	private static final byte[] SEVEN = {'7', ' '};

	private static RawElements begin() {
		return new RawElements().element(Tag.MODALITY, "CS", 2, (byte) 'C', (byte) 'T');
	}

	private static DicomFile read(byte[] file) throws IOException {
		return DicomFileReader.read(ByteSource.of(file));
	}

	private static void requireNumber(RawElements elements, String... warnings) throws IOException {
		DicomFile file = read(elements.element(Tag.SERIES_NUMBER, "IS", 2, SEVEN).file());
		assertEquals(7, file.dataset().integer(Tag.SERIES_NUMBER, 0));
		assertEquals(List.of(warnings), file.warnings());
	}

	@Test
	public void unknownLettersHaveAShortOrALongLength() throws IOException {
		requireNumber(begin().element(0x00081030, "ZZ", 2, (byte) 'a', (byte) 'b'));
		RawElements longForm = begin().element(0x00081030, "ZZ", 0);
		longForm.out(new byte[]{2, 0, 0, 0, 'a', 'b'});
		requireNumber(longForm);
		DicomFile file = read(begin().element(0x00081030, "ZZ", 2, (byte) 'a', (byte) 'b').file());
		assertEquals("the dictionary knows the VR", "ab", file.dataset().string(0x00081030, ""));
	}

	@Test
	public void implicitElementsInExplicitFilesAndTheOtherWayRound() throws IOException {
		requireNumber(begin().implicit(0x00080070, (byte) 'a', (byte) 'b'));
		byte[] implicit = new RawElements().implicit(0x00080060, (byte) 'C', (byte) 'T')
				.element(Tag.SERIES_NUMBER, "IS", 2, SEVEN)
				.out(new byte[0]);
		DicomFile mixed = read(RawElements.file(TransferSyntax.IMPLICIT_LITTLE_ENDIAN, implicit));
		assertEquals(7, mixed.dataset().integer(Tag.SERIES_NUMBER, 0));
	}

	@Test
	public void theBytesCountWhereTheTransferSyntaxIsWrong() throws IOException {
		DicomDataset slice = SyntheticSlice.at(1, 2).build();
		for (String real : List.of(TransferSyntax.IMPLICIT_LITTLE_ENDIAN, TransferSyntax.EXPLICIT_BIG_ENDIAN)) {
			byte[] file = DicomWriter.toBytes(slice, real);
			int begin = metaEnd(file);
			DicomFile read = read(
					RawElements.file(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, Arrays.copyOfRange(file, begin, file.length)));
			assertEquals(real, read.transferSyntax());
			assertEquals(List.of("The file is not encoded as its transfer syntax says; read as it is."), read.warnings());
			assertEquals(SyntheticSlice.HEIGHT, read.dataset().integer(Tag.ROWS, 0));
		}
	}

	private static int metaEnd(byte[] file) throws IOException {
		SourceCursor in = new SourceCursor(ByteSource.of(file), 1 << 20);
		in.seek(132);
		new DatasetParser(in, ReadScope.ALL, new ParseNotes()).meta();
		return (int) in.position();
	}

	@Test
	public void theLengthOfTheMetaInformationDoesNotMatter() throws IOException {
		byte[] file = DicomWriter.toBytes(SyntheticSlice.at(1, 2).build());
		for (int wrong : new int[]{0, 3, 250}) {
			file[140] = (byte) wrong;
			assertEquals(List.of(), read(file).warnings());
			assertEquals(SyntheticSlice.HEIGHT, read(file).dataset().integer(Tag.ROWS, 0));
		}
	}

	@Test
	public void zerosBehindTheEndAreLeftAlone() throws IOException {
		byte[] file = DicomWriter.toBytes(SyntheticSlice.at(1, 2).build());
		DicomFile read = read(Arrays.copyOf(file, file.length + 512));
		assertEquals(List.of("Something follows after the end of the data elements; it was left alone."), read.warnings());
		RealFilesTest.assertSame("", SyntheticSlice.at(1, 2).build(), read.dataset());
	}

	@Test
	public void repeatedElementsCountOnce() throws IOException {
		requireNumber(begin().element(Tag.SERIES_NUMBER, "IS", 2, (byte) '1', (byte) ' '),
				"The data elements are not in ascending order or are repeated; of repeated ones the last counts.");
	}

	@Test
	public void aSequenceWithoutItsDelimiterEndsWhereItsItemsEnd() throws IOException {
		requireNumber(begin().element(0x00081115, "SQ", 0xffffffffL).mark(Tag.ITEM, 0xffffffffL)
				.element(0x00080100, "SH", 2, (byte) 'A', (byte) ' ').mark(Tag.ITEM_DELIMITER, 0),
				"A sequence has (0020,0011) where an item should be; it was taken to end there.");
		requireNumber(begin().element(0x00081115, "SQ", 0xffffffffL).mark(Tag.ITEM, 0xffffffffL)
				.element(0x00080100, "SH", 2, (byte) 'A', (byte) ' ').mark(Tag.SEQUENCE_DELIMITER, 0));
		requireNumber(begin().mark(Tag.SEQUENCE_DELIMITER, 0).mark(Tag.ITEM_DELIMITER, 99));
	}

	@Test
	public void unknownSequencesAreImplicitLittleEndianInAnyFile() throws IOException {
		byte[] item = new RawElements().mark(Tag.ITEM, 10).implicit(Tag.SERIES_NUMBER, SEVEN).out(new byte[0]);
		RawElements undefined = begin().element(0x00091001, "UN", 0xffffffffL);
		undefined.out(item);
		DicomFile file = read(undefined.mark(Tag.SEQUENCE_DELIMITER, 0).file());
		assertEquals(7, file.dataset().items(0x00091001).get(0).integer(Tag.SERIES_NUMBER, 0));
		DicomFile known = read(begin().element(0x00081115, "UN", item.length, item).file());
		assertEquals("with a stated length", 7, known.dataset().items(0x00081115).get(0).integer(Tag.SERIES_NUMBER, 0));
		assertTrue(known.dataset().element(0x00081115).orElseThrow().value() instanceof ItemSequence);
		byte[] noise = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
		DicomFile bytes = read(begin().element(0x00081115, "UN", noise.length, noise).file());
		assertEquals("bytes that are no items stay bytes", Vr.UN, bytes.dataset().element(0x00081115).orElseThrow().vr());
		assertEquals(List.of(), bytes.warnings());
	}

	@Test
	public void numbersUnderUnknownVrAreLittleEndianInBigEndianFiles() throws IOException {
		double[] many = new double[40_000];
		many[1] = 2.5;
		DicomDataset dataset = SyntheticSlice.at(1, 2).putNumbers(0x00480001, Vr.FL, many).build();
		for (String syntax : List.of(TransferSyntax.EXPLICIT_BIG_ENDIAN, TransferSyntax.EXPLICIT_LITTLE_ENDIAN))
			assertEquals(2.5, read(DicomWriter.toBytes(dataset, syntax)).dataset().doubles(0x00480001)[1], 0);
	}

	@Test
	public void aHeaderCanStopAtATag() throws IOException {
		java.nio.file.Path file = java.nio.file.Files.createTempFile("annotomy", ".dcm");
		try {
			DicomWriter.write(SyntheticSlice.at(1, 2).build(), file);
			DicomDataset header = DicomFileReader.readHeader(file, Tag.SERIES_NUMBER).dataset();
			assertEquals(7, header.integer(Tag.SERIES_NUMBER, 0));
			assertEquals(false, header.has(Tag.INSTANCE_NUMBER));
			assertTrue(DicomFileReader.readHeader(file).dataset().has(Tag.PIXEL_DATA));
		} finally {
			java.nio.file.Files.delete(file);
		}
	}
}
