package org.annotomy.dicom.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Set;

import org.annotomy.dicom.part10.TransferSyntax;
import org.annotomy.image.ImageFormatException;

/** RLE Lossless, PS3.5 Annex G: PackBits, one segment for each byte of each sample, the most significant first. */
final class RleDecoder implements FrameDecoder {

	private static final int HEADER = 64;
	/** Two bytes stand for at most 128. */
	private static final long MAX_RATIO = 64;

	@Override
	public Set<String> transferSyntaxes() {
		return Set.of(TransferSyntax.RLE_LOSSLESS);
	}

	@Override
	public FrameSamples decode(byte[] encoded, PixelFormat format) throws ImageFormatException {
		int sampleBytes = Math.max(1, format.bitsAllocated() / 8);
		int segments = format.samples() * sampleBytes;
		if (encoded.length < HEADER) throw new ImageFormatException("The RLE header is cut short.");
		ByteBuffer header = ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN);
		if (header.getInt(0) != segments)
			throw new ImageFormatException("The RLE data has " + Integer.toUnsignedString(header.getInt(0)) + " segments, but "
					+ segments + " are needed for " + format.samples() + " samples of " + format.bitsAllocated() + " bits.");
		if (format.frameBytes() > MAX_RATIO * encoded.length)
			throw new ImageFormatException("The RLE data is too short for the size of the image.");
		byte[][] planes = new byte[segments][];
		for (int i = 0; i < segments; i++) {
			long start = header.getInt(4 + 4 * i) & 0xffffffffL;
			long end = i + 1 < segments ? header.getInt(8 + 4 * i) & 0xffffffffL : encoded.length;
			if (start < HEADER || start > end || end > encoded.length)
				throw new ImageFormatException("The RLE segment " + (i + 1) + " is outside the data.");
			planes[i] = unpack(encoded, (int) start, (int) end, planeBytes(format));
		}
		Object samples = format.newFrame();
		if (format.bitsAllocated() == 1) unpackBits(planes[0], (byte[]) samples);
		else merge(planes, format.samples(), sampleBytes, samples);
		SampleBits.normalise(samples, format);
		return new FrameSamples(samples, format.photometric());
	}

	private static int planeBytes(PixelFormat format) {
		return format.bitsAllocated() == 1 ? (format.pixels() + 7) / 8 : format.pixels();
	}

	private static byte[] unpack(byte[] encoded, int start, int end, int length) throws ImageFormatException {
		byte[] plane = new byte[length];
		int at = start;
		int filled = 0;
		while (filled < length && at < end) {
			int code = encoded[at++];
			if (code >= 0) {
				int count = Math.min(Math.min(code + 1, length - filled), end - at);
				System.arraycopy(encoded, at, plane, filled, count);
				at += code + 1;
				filled += count;
			} else if (code != -128 && at < end) {
				int count = Math.min(1 - code, length - filled);
				Arrays.fill(plane, filled, filled + count, encoded[at++]);
				filled += count;
			}
		}
		if (filled < length) throw new ImageFormatException("The RLE data ends after " + filled + " of " + length + " bytes.");
		return plane;
	}

	private static void unpackBits(byte[] packed, byte[] samples) {
		for (int i = 0; i < samples.length; i++)
			samples[i] = (byte) (packed[i >>> 3] >>> (i & 7) & 1);
	}

	private static void merge(byte[][] planes, int samplesPerPixel, int sampleBytes, Object samples) {
		for (int sample = 0; sample < samplesPerPixel; sample++)
			switch (sampleBytes) {
			case 1 -> mergeBytes(planes[sample], (byte[]) samples, sample, samplesPerPixel);
			case 2 -> mergeShorts(planes[2 * sample], planes[2 * sample + 1], (short[]) samples, sample, samplesPerPixel);
			default -> mergeInts(planes, 4 * sample, samples, sample, samplesPerPixel);
			}
	}

	private static void mergeBytes(byte[] plane, byte[] samples, int first, int step) {
		for (int i = 0, to = first; i < plane.length; i++, to += step)
			samples[to] = plane[i];
	}

	private static void mergeShorts(byte[] high, byte[] low, short[] samples, int first, int step) {
		for (int i = 0, to = first; i < high.length; i++, to += step)
			samples[to] = (short) (high[i] << 8 | low[i] & 0xff);
	}

	private static void mergeInts(byte[][] planes, int plane, Object samples, int first, int step) {
		int[] ints = (int[]) samples;
		for (int i = 0, to = first; i < planes[plane].length; i++, to += step)
			ints[to] = planes[plane][i] << 24 | (planes[plane + 1][i] & 0xff) << 16 | (planes[plane + 2][i] & 0xff) << 8
					| planes[plane + 3][i] & 0xff;
	}
}
