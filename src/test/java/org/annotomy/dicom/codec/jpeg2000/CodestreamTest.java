package org.annotomy.dicom.codec.jpeg2000;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.annotomy.image.ImageFormatException;
import org.annotomy.testing.OpenJpeg;
import org.junit.Test;

/** What is repaired in a codestream and what is refused; the streams are OpenJPEG's, changed byte by byte. */
public class CodestreamTest {

	private static final int COLUMNS = 70;
	private static final int ROWS = 50;
	private static final int SOT = 12;

	private static int[] samples() {
		return new Random(5).ints(COLUMNS * ROWS, 0, 4096).toArray();
	}

	private static byte[] encode(String... options) throws IOException {
		return OpenJpeg.encode(samples(), COLUMNS, ROWS, 1, 12, false, "j2k", options);
	}

	private static int[] decode(byte[] encoded) throws IOException {
		return CodestreamDecoder.decode(Codestream.of(encoded), 0).samples();
	}

	/** Where the SOT markers are, by the lengths of the tile-parts. */
	private static List<Integer> tileParts(byte[] encoded) {
		ByteBuffer bytes = ByteBuffer.wrap(encoded);
		int at = 2;
		while ((bytes.getShort(at) & 0xffff) != Marker.SOT)
			at += 2 + (bytes.getShort(at + 2) & 0xffff);
		List<Integer> parts = new ArrayList<>();
		for (; (bytes.getShort(at) & 0xffff) == Marker.SOT; at += bytes.getInt(at + 6))
			parts.add(at);
		return parts;
	}

	@Test
	public void tilePartsWithoutTheirNumberAreAllDecoded() throws IOException {
		for (String options : new String[]{"-TP R -r 20,10,1", "-TP L -r 20,10,1", "-n 4 -TP R -t 35,25 -r 20,10,1"}) {
			byte[] encoded = encode(options.split(" "));
			List<Integer> parts = tileParts(encoded);
			assertTrue(options, parts.size() > 2);
			for (int at : parts)
				encoded[at + SOT - 1] = 0;
			assertArrayEquals(options, samples(), decode(encoded));
		}
	}

	@Test
	public void aWrongNumberOfTilePartsIsPutRight() throws IOException {
		byte[] encoded = encode("-TP", "R", "-r", "20,10,1");
		for (int at : tileParts(encoded))
			encoded[at + SOT - 1]--;
		assertArrayEquals(samples(), decode(encoded));
	}

	@Test
	public void theLastTilePartMayLeaveOutItsLength() throws IOException {
		byte[] encoded = encode("-TP", "R", "-r", "20,10,1");
		List<Integer> parts = tileParts(encoded);
		ByteBuffer.wrap(encoded).putInt(parts.get(parts.size() - 1) + 6, 0);
		assertArrayEquals(samples(), decode(encoded));
		assertArrayEquals("padded", samples(), decode(Arrays.copyOf(encoded, encoded.length + 1)));
		assertArrayEquals("without EOC", samples(), decode(Arrays.copyOf(encoded, encoded.length - 2)));
	}

	@Test
	public void moreThan255TilePartsAreRefused() throws IOException {
		byte[] encoded = encode();
		int first = tileParts(encoded).get(0);
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(encoded, 0, first);
		for (int part = 0; part < 256; part++)
			out.writeBytes(ByteBuffer.allocate(SOT + 2).putShort((short) Marker.SOT).putShort((short) 10).putShort((short) 0)
					.putInt(SOT + 2).put((byte) part).put((byte) 0).putShort((short) Marker.SOD).array());
		refused("A tile of the JPEG 2000 stream has more than 255 parts.", out.toByteArray());
	}

	@Test
	public void aStreamThatIsCutShortIsRefused() throws IOException {
		byte[] encoded = encode("-n", "4", "-t", "33,29");
		List<Integer> parts = tileParts(encoded);
		refused("The JPEG 2000 stream is cut short.", Arrays.copyOf(encoded, encoded.length / 2));
		refused("The JPEG 2000 stream is cut short.", Arrays.copyOf(encoded, 30));
		refused("The JPEG 2000 stream lacks tile 6 of 6: it is cut short or broken.", Arrays.copyOf(encoded, parts.get(5)));
		refused("The JPEG 2000 stream is cut short.", new byte[0]);
	}

	@Test
	public void aStreamInJp2BoxesIsFound() throws IOException {
		byte[] boxed = OpenJpeg.encode(samples(), COLUMNS, ROWS, 1, 12, false, "jp2");
		assertEquals(0x6a502020, ByteBuffer.wrap(boxed).getInt(4));
		assertArrayEquals(samples(), decode(boxed));
		int box = indexOf(boxed, "jp2c") - 4;
		ByteBuffer.wrap(boxed).putInt(box, 0);
		assertArrayEquals("a last box without length", samples(), decode(boxed));
		ByteBuffer wide = ByteBuffer.allocate(boxed.length + 8).put(boxed, 0, box).putInt(1).put(boxed, box + 4, 4)
				.putLong(boxed.length - box + 8).put(boxed, box + 8, boxed.length - box - 8);
		assertArrayEquals("a length of 64 bits", samples(), decode(wide.array()));
		refused("The JP2 boxes hold no JPEG 2000 stream.", Arrays.copyOf(boxed, box));
		ByteBuffer.wrap(boxed).putInt(12, 7);
		refused("The JPEG 2000 stream is cut short.", boxed);
	}

	private static int indexOf(byte[] bytes, String text) {
		return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(text);
	}

	@Test
	public void partTwoIsTakenAsFarAsItIsPartOne() throws IOException {
		byte[] encoded = encode();
		encoded[6] = (byte) 0x80; // Rsiz: extensions may be used
		assertArrayEquals(samples(), decode(encoded));
		refused("The JPEG 2000 stream uses extensions of part 2 of the standard, which are not supported. "
				+ "Convert the file to an uncompressed transfer syntax first.", withSegment(encoded, 0xff78, 2));
	}

	@Test
	public void highThroughputIsNotTakenForJpeg2000() throws IOException {
		byte[] encoded = encode();
		encoded[6] = 0x40;
		refused("The stream is High-Throughput JPEG 2000, but the file states JPEG 2000.", encoded);
	}

	@Test
	public void packetHeadersApartAreRefused() throws IOException {
		refused("JPEG 2000 with packet headers apart from the packets is not supported. "
				+ "Convert the file to an uncompressed transfer syntax first.", withSegment(encode(), Marker.PPM, 3));
	}

	@Test
	public void tablesAndProfilesAreLeftOut() throws IOException {
		byte[] encoded = encode();
		assertArrayEquals("a TLM of lies", samples(), decode(withSegment(encoded, 0xff55, 6)));
		assertArrayEquals("an unknown marker", samples(), decode(withSegment(encoded, 0xff56, 4)));
	}

	/** With one more segment of zeros before the first tile-part. */
	private static byte[] withSegment(byte[] encoded, int marker, int length) {
		int at = tileParts(encoded).get(0);
		return ByteBuffer.allocate(encoded.length + 4 + length).put(encoded, 0, at).putShort((short) marker)
				.putShort((short) (2 + length)).position(at + 4 + length).put(encoded, at, encoded.length - at).array();
	}

	@Test
	public void whatCannotBeAllocatedIsRefusedByItsHeader() throws IOException {
		byte[] encoded = encode();
		int cod = indexOf(encoded, "\u00ffR");
		byte[] layers = encoded.clone();
		ByteBuffer.wrap(layers).putShort(cod + 6, (short) 65535);
		refused("The JPEG 2000 stream is too short for the 393210 packets that it states.", layers);
		byte[] wide = encoded.clone();
		ByteBuffer.wrap(wide).putInt(8, 1 << 20);
		refused("The JPEG 2000 stream states a larger image than DICOM allows.", wide);
		byte[] tiles = encoded.clone();
		ByteBuffer.wrap(tiles).putInt(8, 60000).putInt(12, 60000).putInt(24, 10).putInt(28, 10);
		refused("The JPEG 2000 stream has more than 65535 tiles.", tiles);
		byte[] subsampled = encoded.clone();
		subsampled[43] = 2;
		refused("JPEG 2000 with components of different size is not supported.", subsampled);
		byte[] components = encoded.clone();
		ByteBuffer.wrap(components).putShort(40, (short) 16384);
		refused("JPEG 2000 with 16384 components is not supported.", components);
	}

	@Test
	public void anOffsetOnTheReferenceGridIsNoPartOfTheImage() throws IOException {
		assertArrayEquals(samples(), decode(encode("-d", "13,9")));
		Codestream stream = Codestream.of(encode("-d", "13,9"));
		assertEquals(COLUMNS, stream.width());
		assertEquals(ROWS, stream.height());
		assertEquals(5, stream.levels());
		assertFalse(stream.hasComponentTransform());
		assertFalse(stream.isSigned());
	}

	@Test
	public void errorsOfTheLibraryBecomeRefusals() throws IOException {
		byte[] encoded = encode();
		int qcd = indexOf(encoded, "\u00ff\\");
		encoded[qcd + 4] = 0x1f; // an unknown quantization: JJ2000 throws
		ImageFormatException e = assertThrows(ImageFormatException.class, () -> decode(encoded));
		assertEquals("The JPEG 2000 stream is broken.", e.getMessage());
		assertTrue(String.valueOf(e.getCause()), e.getCause() != null);
	}

	private static void refused(String message, byte[] encoded) {
		ImageFormatException e = assertThrows(message, ImageFormatException.class, () -> decode(encoded));
		assertEquals(message, e.getMessage());
	}
}
