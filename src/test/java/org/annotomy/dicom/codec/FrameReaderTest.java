package org.annotomy.dicom.codec;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

import org.annotomy.dicom.part10.ByteSource;
import org.annotomy.dicom.part10.ByteSpan;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomDatasetBuilder;
import org.annotomy.dicom.part10.DicomElement;
import org.annotomy.dicom.part10.DicomFileReader;
import org.annotomy.dicom.part10.DicomWriter;
import org.annotomy.dicom.part10.FragmentSequence;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.part10.TransferSyntax;
import org.annotomy.dicom.part10.Vr;
import org.annotomy.image.ImageFormatException;
import org.junit.Test;

public class FrameReaderTest {

	private static DicomDatasetBuilder image(int rows, int columns, int allocated, int stored, int high, int representation) {
		return DicomDataset.builder().set("SOPClassUID", "1.2.840.10008.5.1.4.1.1.7").set("SOPInstanceUID", "2.25.1")
				.set("SamplesPerPixel", 1).set("PhotometricInterpretation", "MONOCHROME2").set("Rows", rows)
				.set("Columns", columns)
				.set("BitsAllocated", allocated).set("BitsStored", stored).set("HighBit", high)
				.set("PixelRepresentation", representation);
	}

	private static FrameReader reader(DicomDatasetBuilder image) throws IOException {
		return new FrameReader(DicomFileReader.readHeader(ByteSource.of(DicomWriter.toBytes(image.build()))));
	}

	private static FrameReader encapsulated(DicomDatasetBuilder image, String syntax, byte[] offsets, byte[]... fragments)
			throws IOException {
		image.put(new DicomElement(Tag.PIXEL_DATA, Vr.OB, FragmentSequence.of(ByteSpan.of(offsets), List.of(fragments)), false));
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		DicomWriter.write(image.build(), syntax, file);
		return new FrameReader(DicomFileReader.readHeader(ByteSource.of(file.toByteArray())));
	}

	@Test
	public void bitsOutsideTheStoredOnesDoNotCount() throws IOException {
		short[] stored = {0x0fff, 0x1800, (short) 0xf001, 0x07ff};
		assertArrayEquals(new short[]{0x0fff, 0x0800, 1, 0x07ff},
				(short[]) reader(image(2, 2, 16, 12, 11, 0).pixels(stored)).frame(0).samples());
		assertArrayEquals("the sign is the highest stored bit", new short[]{-1, -2048, 1, 2047},
				(short[]) reader(image(2, 2, 16, 12, 11, 1).pixels(stored)).frame(0).samples());
		assertArrayEquals("high bit 15: the upper twelve", new short[]{0xff, 0x180, 0xf00, 0x7f},
				(short[]) reader(image(2, 2, 16, 12, 15, 0).pixels(stored)).frame(0).samples());
		assertArrayEquals(new byte[]{-1, 3},
				(byte[]) reader(image(1, 2, 8, 3, 2, 1).pixels(new byte[]{7, 0x73})).frame(0).samples());
	}

	@Test
	public void singleBitsFollowEachOtherFromFrameToFrame() throws IOException {
		// Frames of 3 pixels: 101 | 011 | 1..; least significant bit first.
		DicomDatasetBuilder image = image(1, 3, 1, 1, 0, 0).set("NumberOfFrames", 3).pixels(new byte[]{(byte) 0b1111_0101, 0b0});
		FrameReader reader = reader(image);
		assertArrayEquals(new byte[]{1, 0, 1}, (byte[]) reader.frame(0).samples());
		assertArrayEquals(new byte[]{0, 1, 1}, (byte[]) reader.frame(1).samples());
		assertArrayEquals(new byte[]{1, 1, 0}, (byte[]) reader.frame(2).samples());
	}

	@Test
	public void planesBecomePixels() throws IOException {
		DicomDatasetBuilder image = image(1, 2, 8, 8, 7, 0).set("SamplesPerPixel", 3).set("PhotometricInterpretation", "RGB")
				.set("PlanarConfiguration", 1).set("NumberOfFrames", 2).pixels(new byte[]{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
		assertArrayEquals(new byte[]{1, 3, 5, 2, 4, 6}, (byte[]) reader(image).frame(0).samples());
		assertArrayEquals(new byte[]{7, 9, 11, 8, 10, 12}, (byte[]) reader(image).frame(1).samples());
	}

	@Test
	public void realNumbersAreRead() throws IOException {
		byte[] floats = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putFloat(0.5f).putFloat(-2).array();
		assertArrayEquals(new float[]{0.5f, -2}, (float[]) reader(
				image(1, 2, 32, 32, 31, 0).bytes(Tag.FLOAT_PIXEL_DATA, Vr.OF, floats)).frame(0).samples(), 0);
		byte[] doubles = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putDouble(Math.PI).putDouble(1e300).array();
		assertArrayEquals(new double[]{Math.PI, 1e300}, (double[]) reader(
				image(1, 2, 64, 64, 63, 0).bytes(Tag.DOUBLE_FLOAT_PIXEL_DATA, Vr.OD, doubles)).frame(0).samples(), 0);
	}

	/** An RLE frame of 8-bit segments, each given as PackBits. */
	private static byte[] rle(byte[]... segments) {
		ByteBuffer header = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putInt(segments.length);
		ByteArrayOutputStream data = new ByteArrayOutputStream();
		for (byte[] segment : segments) {
			header.putInt(64 + data.size());
			data.writeBytes(segment);
		}
		ByteArrayOutputStream frame = new ByteArrayOutputStream();
		frame.writeBytes(header.array());
		frame.writeBytes(data.toByteArray());
		return frame.toByteArray();
	}

	@Test
	public void packedBytesAreUnpacked() throws IOException {
		byte[] high = {-3, 1, -128, 0, 2}; // 1 1 1 1, nothing, 2
		byte[] low = {4, 10, 20, 30, 40, 50};
		FrameReader reader = encapsulated(image(1, 5, 16, 16, 15, 0), TransferSyntax.RLE_LOSSLESS, new byte[0], rle(high, low));
		assertArrayEquals(new short[]{266, 276, 286, 296, 562}, (short[]) reader.frame(0).samples());
	}

	@Test
	public void brokenPackedBytesAreRefused() throws IOException {
		refusedRle("The RLE data ends after 2 of 5 bytes.", rle(new byte[]{0, 7, 0}));
		refusedRle("The RLE data has 2 segments, but 1 are needed for 1 samples of 8 bits.",
				rle(new byte[]{4, 1, 2, 3, 4, 5}, new byte[2]));
		refusedRle("The RLE header is cut short.", new byte[10]);
		byte[] outside = rle(new byte[]{4, 1, 2, 3, 4, 5});
		outside[4] = 127;
		refusedRle("The RLE segment 1 is outside the data.", outside);
	}

	private static void refusedRle(String message, byte[] frame) throws IOException {
		FrameReader reader = encapsulated(image(1, 5, 8, 8, 7, 0), TransferSyntax.RLE_LOSSLESS, new byte[0], frame);
		assertEquals(message, assertThrows(ImageFormatException.class, () -> reader.frame(0)).getMessage());
	}

	@Test
	public void fragmentsAreGivenToTheirFrames() throws IOException {
		byte[] one = rle(new byte[]{1, 1, 2});
		byte[] two = rle(new byte[]{1, 3, 4});
		byte[] start = java.util.Arrays.copyOf(two, 40);
		byte[] rest = java.util.Arrays.copyOfRange(two, 40, two.length);
		DicomDatasetBuilder image = image(1, 2, 8, 8, 7, 0).set("NumberOfFrames", 2);
		byte[] offsets = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt(0).putInt(8 + one.length + (one.length & 1))
				.array();
		byte[] wrongOffsets = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt(0).putInt(12).array();
		for (FrameReader reader : List.of(encapsulated(image, TransferSyntax.RLE_LOSSLESS, new byte[0], one, two),
				encapsulated(image, TransferSyntax.RLE_LOSSLESS, offsets, one, start, rest),
				encapsulated(image, TransferSyntax.RLE_LOSSLESS, wrongOffsets, one, start, rest),
				encapsulated(image, TransferSyntax.RLE_LOSSLESS, new byte[0], one, start, rest))) {
			assertArrayEquals(new byte[]{1, 2}, (byte[]) reader.frame(0).samples());
			assertArrayEquals(new byte[]{3, 4}, (byte[]) reader.frame(1).samples());
		}
		DicomDatasetBuilder three = image(1, 2, 8, 8, 7, 0).set("NumberOfFrames", 3);
		assertEquals("The file states 3 frames, but its 2 fragments cannot be told apart into so many.", assertThrows(
				ImageFormatException.class, () -> encapsulated(three, TransferSyntax.RLE_LOSSLESS, new byte[0], one, two))
				.getMessage());
	}

	@Test
	public void extendedOffsetsAreUsed() throws IOException {
		byte[] one = rle(new byte[]{1, 1, 2});
		byte[] two = rle(new byte[]{1, 3, 4});
		byte[] offsets = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(0)
				.putLong(8 + one.length + (one.length & 1)).array();
		DicomDatasetBuilder image = image(1, 2, 8, 8, 7, 0).set("NumberOfFrames", 2).bytes(Tag.EXTENDED_OFFSET_TABLE, Vr.OV,
				offsets);
		FrameReader reader = encapsulated(image, TransferSyntax.RLE_LOSSLESS, new byte[0], one, two);
		assertArrayEquals(new byte[]{3, 4}, (byte[]) reader.frame(1).samples());
	}

	@Test
	public void sizesThatCannotBeAreRefused() {
		refused("A frame of 65535 × 65535 pixels is too large to be held in memory.", image(65535, 65535, 16, 16, 15, 0)
				.pixels(new short[2]));
		refused("The pixel data has 4 bytes, but 200 are needed for 10 × 10 pixels.",
				image(10, 10, 16, 16, 15, 0).pixels(new short[2]));
		refused("The pixel data has 8 bytes, but 8000000000 are needed for 2 × 2 pixels in 1000000000 frames.",
				image(2, 2, 16, 16, 15, 0).set("NumberOfFrames", 1_000_000_000).pixels(new short[4]));
		refused("Samples of 20 bits in 24 are not supported.", image(1, 1, 24, 20, 19, 0).pixels(new byte[4]));
		refused("The image states a BitsAllocated (0028,0100) of 128, which is not between 1 and 64.",
				image(1, 1, 128, 20, 19, 0).pixels(new byte[4]));
		refused("Images with 4 samples per pixel are not supported; DICOM has 1 or 3.",
				image(1, 1, 8, 8, 7, 0).set("SamplesPerPixel", 4).pixels(new byte[4]));
		refused("The image states a Rows (0028,0010) of 0, which is not between 1 and 65535.",
				image(0, 1, 8, 8, 7, 0).pixels(new byte[4]));
	}

	private static void refused(String message, DicomDatasetBuilder image) {
		String found = assertThrows(ImageFormatException.class, () -> reader(image)).getMessage();
		assertEquals(message, found);
	}

	@Test
	public void anUnknownTransferSyntaxIsNamed() {
		assertEquals(
				"The pixels are compressed as an unknown transfer syntax (1.2.840.10008.1.2.4.999), which is not supported yet. "
						+ "Convert the file to an uncompressed transfer syntax first.",
				assertThrows(ImageFormatException.class, () -> FrameDecoders.of("1.2.840.10008.1.2.4.999")).getMessage());
	}
}
