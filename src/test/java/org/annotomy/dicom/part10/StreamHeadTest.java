package org.annotomy.dicom.part10;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;

import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.image.ImageFormatException;
import org.junit.Test;

/** Headers of files that are still arriving. */
public class StreamHeadTest {

	private static final int MOST = 1 << 20;

	/** Fails the test that reads so far. */
	private static InputStream nobodyReadsThis() {
		return new InputStream() {
			@Override
			public int read() {
				throw new AssertionError("was read further than needed");
			}
		};
	}

	private static DicomDataset header(InputStream in) throws IOException {
		return DicomFileReader.readHeader(new StreamHead(in, MOST)).dataset();
	}

	@Test
	public void noMoreIsReadThanTheHeaderAndAWindowBehindIt() throws IOException {
		byte[] file = DicomWriter.toBytes(SyntheticSlice.at(0, 7).pixels(new short[100_000]).build());
		byte[] beginning = Arrays.copyOf(file, 40_000);
		DicomFile header = DicomFileReader
				.readHeader(
						new StreamHead(new SequenceInputStream(new ByteArrayInputStream(beginning), nobodyReadsThis()), MOST));
		assertEquals(SyntheticSlice.SERIES, header.dataset().string(Tag.SERIES_INSTANCE_UID, ""));
		assertTrue(header.dataset().has(Tag.PIXEL_DATA));
		assertEquals("nothing counts as cut short", java.util.List.of(), header.warnings());
	}

	@Test
	public void aStreamThatEndsInTheHeaderSaysSo() throws IOException {
		byte[] file = DicomWriter.toBytes(SyntheticSlice.at(0, 7).build());
		assertThrows(EOFException.class, () -> header(new ByteArrayInputStream(file, 0, 300)));
	}

	@Test
	public void aHeaderWithoutEndIsNotReadWithoutEnd() throws IOException {
		byte[] file = DicomWriter.toBytes(SyntheticSlice.at(0, 7).bytes(0x00091001, Vr.OB, new byte[2 * MOST]).build());
		assertEquals("The header is larger than an honest one. It was not read further.",
				assertThrows(ImageFormatException.class, () -> header(new ByteArrayInputStream(file))).getMessage());
	}
}
