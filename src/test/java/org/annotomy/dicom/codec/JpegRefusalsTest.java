package org.annotomy.dicom.codec;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HexFormat;

import org.annotomy.image.ImageFormatException;
import org.junit.Test;

/** What streams claim and lack: refused in words, before memory is taken; and the oddities that are harmless. */
public class JpegRefusalsTest {

	private final FrameDecoder jpeg = new JpegDecoder();
	private final FrameDecoder jpegLs = new JpegLsDecoder();

	private static byte[] hex(String digits) {
		return HexFormat.of().parseHex(digits.replace(" ", ""));
	}

	private static int find(byte[] stream, int marker) {
		for (int i = 0; i + 1 < stream.length; i++)
			if (stream[i] == -1 && (stream[i + 1] & 0xff) == marker) return i;
		throw new AssertionError("no marker " + Integer.toHexString(marker));
	}

	/** The stream of that name with some bytes behind a marker changed. */
	private static byte[] changed(String name, int marker, int offset, int... values) throws IOException {
		byte[] stream = KeptStream.named(name).encoded().clone();
		for (int i = 0; i < values.length; i++)
			stream[find(stream, marker) + offset + i] = (byte) values[i];
		return stream;
	}

	private static byte[] inserted(byte[] stream, int at, byte[] bytes) {
		byte[] longer = Arrays.copyOf(stream, stream.length + bytes.length);
		System.arraycopy(bytes, 0, longer, at, bytes.length);
		System.arraycopy(stream, at, longer, at + bytes.length, stream.length - at);
		return longer;
	}

	private void refused(String message, FrameDecoder decoder, byte[] stream, PixelFormat format) {
		assertEquals(message, assertThrows(ImageFormatException.class, () -> decoder.decode(stream, format)).getMessage());
	}

	@Test
	public void otherThingsAreNoStreams() throws IOException {
		PixelFormat format = KeptStream.format(9, 13, 1, 8);
		refused("A frame is no JPEG stream.", jpeg, new byte[0], format);
		refused("A frame is no JPEG stream.", jpegLs, hex("0102 0304"), format);
		refused("A frame is no JPEG-LS stream.", jpegLs, KeptStream.named("lossless-2").encoded(), format);
		refused("The JPEG stream has no frame header.", jpeg, hex("ffd8 ffd9"), format);
		refused("The JPEG stream is cut short.", jpeg, hex("ffd8 ffe0 00ff 00"), format);
		refused("The JPEG stream begins anew before its end.", jpeg, hex("ffd8 00ff d8ff 0000"), format);
		refused("JPEG of this kind (hierarchical or arithmetic coding) is not supported.", jpeg,
				hex("ffd8 ffc9 000b 08 0009 000d 01 01 11 00"), format);
	}

	@Test
	public void theSizeMustBeThatOfTheFile() throws IOException {
		KeptStream grey = KeptStream.named("lossless-12-sv1");
		String message = "The JPEG stream has 13 × 9 pixels of 1 samples, but the file states ";
		refused(message + "13 × 8 of 1.", jpeg, grey.encoded(), KeptStream.format(8, 13, 1, 12));
		refused(message + "14 × 9 of 1.", jpeg, grey.encoded(), KeptStream.format(9, 14, 1, 12));
		refused(message + "13 × 9 of 3.", jpeg, grey.encoded(), KeptStream.format(9, 13, 3, 12));
		refused("A stream of 12 bits does not fit 8 bits per sample.", jpeg, KeptStream.named("lossless-12-restarts").encoded(),
				new PixelFormat(9, 13, 1, 8, 8, 7, false, false, "MONOCHROME2", false, 1));
	}

	/** A frame header is believed only as far as the stream is long. */
	@Test
	public void hugeSizesTakeNoMemory() throws IOException {
		PixelFormat huge = KeptStream.format(32767, 32767, 1, 16);
		com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
		long before = threads.getCurrentThreadAllocatedBytes();
		refused("The JPEG stream is too short for the size of the image.", jpeg,
				changed("lossless-16-wild", 0xc3, 5, 0x7f, 0xff, 0x7f, 0xff), huge);
		refused("The JPEG stream is too short for the size of the image.", jpeg,
				changed("extended-12", 0xc1, 5, 0x7f, 0xff, 0x7f, 0xff), huge);
		refused("The JPEG-LS stream is too short for the size of the image.", jpegLs,
				changed("jpegls-16", 0xf7, 5, 0x7f, 0xff, 0x7f, 0xff), huge);
		assertTrue(threads.getCurrentThreadAllocatedBytes() - before < 8 << 20);
	}

	@Test
	public void losslessJpegIsChecked() throws IOException {
		PixelFormat format = KeptStream.format(9, 13, 1, 12);
		refused("The JPEG stream states predictor 0; lossless JPEG has 1 to 7.", jpeg, changed("lossless-12-sv1", 0xda, 7, 0),
				format);
		refused("The JPEG stream states predictor 8; lossless JPEG has 1 to 7.", jpeg, changed("lossless-12-sv1", 0xda, 7, 8),
				format);
		refused("The JPEG stream states 1 bits; lossless JPEG has 2 to 16.", jpeg, changed("lossless-12-sv1", 0xc3, 4, 1),
				format);
		refused("The JPEG stream lacks a table that it needs.", jpeg, changed("lossless-12-sv1", 0xda, 6, 0x20), format);
		refused("A scan header of the JPEG stream is broken.", jpeg, changed("lossless-12-restarts", 0xda, 9, 12), format);
		refused("Lossless JPEG with restarts within a row is not supported.", jpeg,
				changed("lossless-12-restarts", 0xdd, 4, 0, 7), format);
		refused("The JPEG stream lacks a restart marker, or its data is broken.", jpeg,
				changed("lossless-12-restarts", 0xd1, 1, 0xd4), format);
	}

	@Test
	public void dataThatEndsEarlyIsRefused() throws IOException {
		for (String name : new String[]{"lossless-12-sv7", "extended-12", "jpegls-12"}) {
			KeptStream stream = KeptStream.named(name);
			FrameDecoder decoder = name.startsWith("jpegls") ? jpegLs : jpeg;
			for (int length = find(stream.encoded(), 0xda); length < stream.encoded().length - 6; length += 3) {
				byte[] cut = Arrays.copyOf(stream.encoded(), length);
				assertThrows(name + " cut at " + length, ImageFormatException.class, () -> decoder.decode(cut, stream.format()));
			}
		}
	}

	/** Presets that once made a decoder run for ever (near, thresholds and reset out of their ranges). */
	@Test
	public void codingParametersAreChecked() throws IOException {
		PixelFormat format = KeptStream.format(9, 13, 1, 8);
		String message = "The coding parameters of the JPEG-LS stream are broken.";
		int lse = 0xf8;
		refused(message, jpegLs, changed("jpegls-8-presets", lse, 5, 1, 0), format);
		refused(message, jpegLs, changed("jpegls-8-presets", lse, 7, 0, 200), format);
		refused(message, jpegLs, changed("jpegls-8-presets", lse, 9, 0, 1), format);
		refused(message, jpegLs, changed("jpegls-8-presets", lse, 11, 1, 0), format);
		refused(message, jpegLs, changed("jpegls-8-presets", lse, 13, 0, 2), format);
		refused(message, jpegLs, changed("jpegls-8-near3", 0xda, 7, 128), format);
		refused("The JPEG-LS stream states 1 bits; there may be 2 to 16.", jpegLs, changed("jpegls-8", 0xf7, 4, 1), format);
		refused("JPEG-LS with a mapping table (palette) is not supported.", jpegLs, changed("jpegls-8", 0xda, 6, 1), format);
		refused("JPEG-LS with a point transform is not supported.", jpegLs, changed("jpegls-8", 0xda, 9, 1), format);
		refused("A scan header of the JPEG-LS stream is broken.", jpegLs, changed("jpegls-8-line", 0xda, 12, 3),
				KeptStream.format(9, 13, 3, 8));
		refused("A scan of the JPEG stream names a component that is not in its frame.", jpegLs, changed("jpegls-8", 0xda, 5, 9),
				format);
		refused("The JPEG-LS stream names a colour transform that is not known.", jpegLs, changed("jpegls-8-hp1", 0xe8, 8, 4),
				KeptStream.format(9, 13, 3, 8));
	}

	/** Else a small file could hold us for hours. */
	@Test
	public void noScanIsRepeated() throws IOException {
		for (String name : new String[]{"lossless-8-scans", "extended-12", "jpegls-8-none"}) {
			KeptStream stream = KeptStream.named(name);
			byte[] whole = stream.encoded();
			int from = find(whole, 0xda);
			int end = from + 4;
			while (whole[end] != -1 || whole[end + 1] >= 0)
				end++;
			byte[] twice = inserted(whole, end, Arrays.copyOfRange(whole, from, end));
			FrameDecoder decoder = name.startsWith("jpegls") ? jpegLs : jpeg;
			refused("The JPEG" + (name.startsWith("jpegls") ? "-LS" : "") + " stream has more than one scan of a component.",
					decoder,
					twice, stream.format());
		}
	}

	@Test
	public void componentsOfOneNameAreTakenInOrder() throws IOException {
		KeptStream stream = KeptStream.named("lossless-8-color");
		byte[] same = stream.encoded().clone();
		for (int i = 0; i < 3; i++) {
			same[find(same, 0xc3) + 10 + 3 * i] = 7;
			same[find(same, 0xda) + 5 + 2 * i] = 7;
		}
		assertArrayEquals(stream.samples(), (short[]) jpeg.decode(same, stream.format()).samples());
	}

	@Test
	public void theStreamSaysHowItIsCoded() throws IOException {
		KeptStream stream = KeptStream.named("jpegls-12");
		assertArrayEquals(stream.samples(), (short[]) jpeg.decode(stream.encoded(), stream.format()).samples());
	}

	/** T.87 H.3: an image of 4 × 4 samples and its stream. */
	@Test
	public void theExampleOfTheStandard() throws IOException {
		byte[] stream = hex(
				"ffd8 fff7 000b 08 0004 0004 01 01 11 00 ffda 0008 01 01 00 00 00 00 c0 00 00 6c 80 20 8e 01 c0 00 00 57 40"
						+ "00 00 6e e6 00 00 01 bc 18 00 00 05 d8 00 00 91 60 ffd9");
		short[] expected = {0, 0, 90, 74, 68, 50, 43, 205, 64, 145, 145, 145, 100, 145, 145, 145};
		assertArrayEquals(expected, (short[]) jpegLs.decode(stream, KeptStream.format(4, 4, 1, 8)).samples());
	}

	/** Encoders pad with 00 or FF behind EOI, put fill bytes before markers, or leave EOI out; some leave the height to DNL. */
	@Test
	public void harmlessOddities() throws IOException {
		for (String name : new String[]{"lossless-12-sv1", "extended-12", "progressive-12", "jpegls-12", "jpegls-8-sample"}) {
			KeptStream stream = KeptStream.named(name);
			FrameDecoder decoder = name.startsWith("jpegls") ? jpegLs : jpeg;
			byte[] whole = stream.encoded();
			int end = whole.length;
			while (whole[end - 2] != -1 || (whole[end - 1] & 0xff) != 0xd9)
				end--;
			byte[] bare = Arrays.copyOf(whole, end - 2);
			byte[] zeros = Arrays.copyOf(whole, end + 5);
			byte[] ones = Arrays.copyOf(whole, end + 3);
			Arrays.fill(ones, end, end + 3, (byte) -1);
			byte[] fill = inserted(whole, find(whole, 0xda), hex("ffff"));
			byte[] stray = inserted(whole, find(whole, 0xda), hex("00 12"));
			byte[] comment = inserted(whole, find(whole, 0xda), hex("fffe 0004 ffda"));
			int frame = name.startsWith("jpegls") ? 0xf7 : name.startsWith("loss") ? 0xc3 : name.startsWith("ext") ? 0xc1 : 0xc2;
			byte[] noHeight = whole.clone();
			Arrays.fill(noHeight, find(whole, frame) + 5, find(whole, frame) + 7, (byte) 0);
			for (byte[] odd : new byte[][]{bare, zeros, ones, fill, stray, comment, noHeight})
				assertArrayEquals(name, stream.samples(), (short[]) decoder.decode(odd, stream.format()).samples());
		}
	}

	@Test
	public void theDatasetSaysWhichBitsCount() throws IOException {
		KeptStream stream = KeptStream.named("lossless-12-sv1");
		short[] ten = (short[]) jpeg
				.decode(stream.encoded(), new PixelFormat(9, 13, 1, 16, 10, 9, false, false, "MONOCHROME2", false, 1))
				.samples();
		short[] signed = (short[]) jpeg
				.decode(stream.encoded(), new PixelFormat(9, 13, 1, 16, 12, 11, true, false, "MONOCHROME2", false, 1)).samples();
		int[] wide = (int[]) jpeg
				.decode(stream.encoded(), new PixelFormat(9, 13, 1, 32, 32, 31, false, false, "MONOCHROME2", false, 1))
				.samples();
		for (int i = 0; i < ten.length; i++) {
			int value = stream.samples()[i];
			assertEquals(value & 0x3ff, ten[i]);
			assertEquals(value < 2048 ? value : value - 4096, signed[i]);
			assertEquals(value, wide[i]);
		}
	}
}
