package org.annotomy.codec.jpeg2000;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.annotomy.image.ImageFormatException;
import org.annotomy.testing.OpenJpeg;
import org.junit.Test;

/** Odd tile-parts and boxes that are decoded all the same, and what is refused; the streams are OpenJPEG's, changed byte by byte. */
public class TilePartsTest {

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
		return Codestream.read(encoded).decode()[0];
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
	public void aStreamThatIsCutShortIsRefused() throws IOException {
		byte[] encoded = encode("-n", "4", "-t", "33,29");
		List<Integer> parts = tileParts(encoded);
		refused("The JPEG 2000 codestream lacks tile 6 of 6.", Arrays.copyOf(encoded, parts.get(5)));
		for (int length : new int[]{encoded.length / 2, 30, 0})
			assertThrows(ImageFormatException.class, () -> decode(Arrays.copyOf(encoded, length)));
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
		refused("This is not a JPEG 2000 codestream.", Arrays.copyOf(boxed, box));
		ByteBuffer.wrap(boxed).putInt(12, 7);
		assertThrows(ImageFormatException.class, () -> decode(boxed));
	}

	private static int indexOf(byte[] bytes, String text) {
		return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(text);
	}

	@Test
	public void partTwoIsTakenAsFarAsItIsPartOne() throws IOException {
		byte[] encoded = encode();
		encoded[6] = (byte) 0x80; // Rsiz: extensions may be used
		assertArrayEquals(samples(), decode(encoded));
		refused("The JPEG 2000 header has a marker that is not of Part 1 or 15: ff78.", withSegment(encoded, 0xff78, 2));
	}

	@Test
	public void tablesAndProfilesDoNotMatter() throws IOException {
		byte[] encoded = encode();
		assertArrayEquals("a TLM of lies", samples(), decode(withSegment(encoded, 0xff55, 6)));
		assertArrayEquals("a profile", samples(), decode(withSegment(encoded, 0xff56, 4)));
	}

	/** With one more segment of zeros before the first tile-part. */
	private static byte[] withSegment(byte[] encoded, int marker, int length) {
		int at = tileParts(encoded).get(0);
		return ByteBuffer.allocate(encoded.length + 4 + length).put(encoded, 0, at).putShort((short) marker)
				.putShort((short) (2 + length)).position(at + 4 + length).put(encoded, at, encoded.length - at).array();
	}

	@Test
	public void anOffsetOnTheReferenceGridIsNoPartOfTheImage() throws IOException {
		assertArrayEquals(samples(), decode(encode("-d", "13,9")));
		Codestream stream = Codestream.read(encode("-d", "13,9"));
		assertEquals(COLUMNS, stream.width());
		assertEquals(ROWS, stream.height());
		assertEquals(5, stream.levels());
		assertFalse(stream.hasColorTransform());
		assertFalse(stream.isSigned(0));
	}

	private static void refused(String message, byte[] encoded) {
		ImageFormatException e = assertThrows(message, ImageFormatException.class, () -> decode(encoded));
		assertEquals(message, e.getMessage());
	}
}
