package org.annotomy.dicom.codec;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;

import org.annotomy.image.ImageFormatException;
import org.annotomy.testing.OpenJpeg;
import org.junit.Test;

/** JPEG 2000 against the samples that OpenJPEG encoded, or against what OpenJPEG decodes. */
public class Jpeg2000DecoderTest {

	private static final int COLUMNS = 83;
	private static final int ROWS = 61;

	private final Jpeg2000Decoder decoder = new Jpeg2000Decoder();

	private static byte[] encode(int[] samples, int components, int bits, boolean signed, String... options) throws IOException {
		return OpenJpeg.encode(samples, COLUMNS, ROWS, components, bits, signed, "j2k", options);
	}

	private int[] decode(byte[] encoded, PixelFormat format) throws IOException {
		return Frames.values(decoder.decode(encoded, format).samples(), format.signed());
	}

	@Test
	public void losslessIsExactForEveryPrecisionAndSign() throws IOException {
		for (int bits : new int[]{4, 5, 6, 7, 8, 10, 12, 13, 15, 16})
			for (boolean signed : new boolean[]{false, true}) {
				if (bits % 2 == 1 && signed) continue;
				int[] samples = Frames.waves(bits, ROWS, COLUMNS, 1, bits, signed);
				PixelFormat format = Frames.gray(ROWS, COLUMNS, bits > 8 ? 16 : 8, bits, signed);
				assertArrayEquals(bits + " bits, signed " + signed, samples, decode(encode(samples, 1, bits, signed), format));
			}
	}

	@Test
	public void losslessIsExactForEveryWayToCode() throws IOException {
		int[] samples = Frames.waves(2, ROWS, COLUMNS, 1, 12, false);
		PixelFormat format = Frames.gray(ROWS, COLUMNS, 16, 12, false);
		for (String options : new String[]{"-p LRCP", "-p RLCP", "-p RPCL", "-p PCRL", "-p CPRL", "-n 4 -t 32,24",
				"-n 4 -d 5,3 -t 40,40",
				"-n 1", "-n 2", "-b 4,4", "-b 64,64", "-b 1024,4", "-c [32,32],[16,16]", "-SOP -EPH", "-r 20,5,1", "-M 1",
				"-M 2", "-M 4", "-M 8", "-M 32", "-M 63", "-TP R -r 9,3,1", "-TP L -r 9,3,1 -n 4 -t 40,40", "-PLT", "-TLM",
				"-n 4 -d 3,5 -T 1,2 -t 37,29"})
			assertArrayEquals(options, samples, decode(encode(samples, 1, 12, false, options.split(" ")), format));
	}

	@Test
	public void aRegionOfInterestIsShiftedBack() throws IOException {
		int[] samples = Frames.waves(3, ROWS, COLUMNS, 1, 8, false);
		assertArrayEquals(samples,
				decode(encode(samples, 1, 8, false, "-ROI", "c=0,U=7"), Frames.gray(ROWS, COLUMNS, 8, 8, false)));
	}

	@Test
	public void colorIsRgbOnceItsTransformIsUndone() throws IOException {
		int[] samples = Frames.waves(4, ROWS, COLUMNS, 3, 8, false);
		byte[] transformed = encode(samples, 3, 8, false, "-mct", "1");
		byte[] plain = encode(samples, 3, 8, false, "-mct", "0");
		for (String stated : new String[]{"RGB", "YBR_RCT", "YBR_ICT", "YBR_FULL"}) {
			FrameSamples frame = decoder.decode(transformed, Frames.color(ROWS, COLUMNS, 8, stated));
			assertEquals("RGB", frame.photometric());
			assertArrayEquals(samples, Frames.values(frame.samples(), false));
		}
		for (String[] pair : new String[][]{{"RGB", "RGB"}, {"YBR_RCT", "RGB"}, {"YBR_FULL", "YBR_FULL"},
				{"YBR_FULL_422", "YBR_FULL"}}) {
			FrameSamples frame = decoder.decode(plain, Frames.color(ROWS, COLUMNS, 8, pair[0]));
			assertEquals(pair[1], frame.photometric());
			assertArrayEquals(samples, Frames.values(frame.samples(), false));
		}
	}

	@Test
	public void sixteenBitColorIsExact() throws IOException {
		int[] samples = Frames.waves(5, ROWS, COLUMNS, 3, 16, false);
		assertArrayEquals(samples,
				decode(encode(samples, 3, 16, false, "-mct", "1"), Frames.color(ROWS, COLUMNS, 16, "YBR_RCT")));
	}

	@Test
	public void lossyIsWithinOneOfOpenJpeg() throws IOException {
		for (boolean signed : new boolean[]{false, true}) {
			int[] samples = Frames.waves(6, ROWS, COLUMNS, 1, 12, signed);
			byte[] encoded = encode(samples, 1, 12, signed, "-I", "-r", "12");
			assertClose(1, OpenJpeg.decode(encoded, 1, 12, signed, 0),
					decode(encoded, Frames.gray(ROWS, COLUMNS, 16, 12, signed)));
		}
		int[] samples = Frames.waves(7, ROWS, COLUMNS, 3, 8, false);
		for (String transform : new String[]{"0", "1"}) {
			byte[] encoded = encode(samples, 3, 8, false, "-I", "-r", "12", "-mct", transform);
			assertClose(1, OpenJpeg.decode(encoded, 3, 8, false, 0), decode(encoded, Frames.color(ROWS, COLUMNS, 8, "YBR_ICT")));
		}
	}

	static void assertClose(int tolerance, int[] expected, int[] actual) {
		assertEquals(expected.length, actual.length);
		for (int i = 0; i < expected.length; i++)
			if (Math.abs(expected[i] - actual[i]) > tolerance)
				throw new AssertionError("at " + i + ": " + expected[i] + " expected, but was " + actual[i]);
	}

	@Test
	public void theDatasetsIdeaOfTheSignCounts() throws IOException {
		int[] samples = Frames.waves(8, ROWS, COLUMNS, 1, 12, true);
		byte[] signed = encode(samples, 1, 12, true);
		int[] wrapped = new int[samples.length];
		for (int i = 0; i < wrapped.length; i++)
			wrapped[i] = samples[i] & 0xfff;
		byte[] unsigned = encode(wrapped, 1, 12, false);
		assertArrayEquals(wrapped, decode(signed, Frames.gray(ROWS, COLUMNS, 16, 12, false)));
		assertArrayEquals(samples, decode(unsigned, Frames.gray(ROWS, COLUMNS, 16, 12, true)));
	}

	@Test
	public void ofMorePrecisionThanIsStoredTheStoredBitsAreTaken() throws IOException {
		int[] samples = Frames.waves(9, ROWS, COLUMNS, 1, 16, false);
		byte[] encoded = encode(samples, 1, 16, false);
		int[] low = new int[samples.length];
		int[] high = new int[samples.length];
		for (int i = 0; i < low.length; i++) {
			low[i] = samples[i] & 0xfff;
			high[i] = samples[i] >>> 4;
		}
		assertArrayEquals(low, decode(encoded, Frames.gray(ROWS, COLUMNS, 16, 12, false)));
		PixelFormat top = new PixelFormat(ROWS, COLUMNS, 1, 16, 12, 15, false, false, "MONOCHROME2", false, 1);
		assertArrayEquals(high, decode(encoded, top));
		int[] narrow = Frames.waves(10, ROWS, COLUMNS, 1, 12, false);
		assertArrayEquals(narrow, decode(encode(narrow, 1, 12, false), top));
	}

	@Test
	public void eightBitStreamsFitWiderSamples() throws IOException {
		int[] samples = Frames.waves(11, ROWS, COLUMNS, 1, 8, false);
		byte[] encoded = encode(samples, 1, 8, false);
		assertArrayEquals(samples, decode(encoded, Frames.gray(ROWS, COLUMNS, 16, 16, false)));
		PixelFormat wide = Frames.gray(ROWS, COLUMNS, 32, 32, false);
		assertArrayEquals(samples, decode(encoded, wide));
	}

	@Test
	public void reducedSizesAreThoseOfOpenJpeg() throws IOException {
		int[] samples = Frames.waves(12, ROWS, COLUMNS, 1, 12, false);
		PixelFormat format = Frames.gray(ROWS, COLUMNS, 16, 12, false);
		for (String options : new String[]{"-n 6", "-n 5 -t 40,32", "-n 4 -d 5,3 -t 37,29", "-I -n 6"}) {
			byte[] encoded = encode(samples, 1, 12, false, options.split(" "));
			for (int halvings = 0; halvings <= 3; halvings++) {
				ReducedFrame frame = decoder.decodeReduced(encoded, format, halvings);
				int[] expected = OpenJpeg.decode(encoded, 1, 12, false, halvings);
				assertEquals(options, expected.length, frame.format().pixels());
				assertClose(options.startsWith("-I") ? 1 : 0, expected, Frames.values(frame.samples().samples(), false));
			}
		}
	}

	@Test
	public void moreHalvingsThanThereAreGiveTheSmallestSize() throws IOException {
		byte[] encoded = encode(Frames.waves(13, ROWS, COLUMNS, 1, 8, false), 1, 8, false, "-n", "3");
		PixelFormat smallest = decoder.decodeReduced(encoded, Frames.gray(ROWS, COLUMNS, 8, 8, false), 9).format();
		assertEquals((COLUMNS + 3) / 4, smallest.columns());
		assertEquals((ROWS + 3) / 4, smallest.rows());
	}

	@Test
	public void whatContradictsTheDatasetIsRefused() throws IOException {
		byte[] encoded = encode(Frames.waves(14, ROWS, COLUMNS, 1, 12, false), 1, 12, false);
		refused("The JPEG 2000 stream has 83 × 61 pixels of 1 samples, but the file states 84 × 61 of 1.", encoded,
				Frames.gray(ROWS, COLUMNS + 1, 16, 12, false));
		refused("The JPEG 2000 stream has 83 × 61 pixels of 1 samples, but the file states 83 × 61 of 3.", encoded,
				Frames.color(ROWS, COLUMNS, 8, "RGB"));
		refused("A stream of 12 bits does not fit 8 bits per sample.", encoded,
				Frames.gray(ROWS, COLUMNS, 8, 8, false));
	}

	private void refused(String message, byte[] encoded, PixelFormat format) {
		ImageFormatException e = assertThrows(ImageFormatException.class, () -> decoder.decode(encoded, format));
		assertEquals(message, e.getMessage());
		assertTrue(e.getCause() == null);
	}
}
