package org.annotomy.dicom.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

import org.annotomy.dicom.part10.ByteSpan;
import org.annotomy.dicom.part10.DicomElement;
import org.annotomy.dicom.part10.Vr;
import org.annotomy.image.ImageFormatException;

/** Uncompressed frames, read straight into the array that is kept. What the file lacks stays 0. */
final class NativeFrames implements FrameStore {

	private static final int CHUNK = 256 << 10;
	/** A file that holds less than this part of what it promises is refused rather than filled up. */
	static final int MAX_MISSING_RATIO = 16;
	private static final ThreadLocal<ByteBuffer> SCRATCH = ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(CHUNK));

	private final DicomElement element;
	private final ByteSpan data;
	private final PixelFormat format;
	private final boolean halfChroma;
	private final ByteOrder order;
	private final boolean bytesInWords;

	NativeFrames(DicomElement element, PixelFormat format) throws ImageFormatException {
		this.element = element;
		this.data = element.bytes();
		this.format = format;
		this.order = element.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
		this.bytesInWords = element.bigEndian() && element.vr() == Vr.OW && format.bitsAllocated() <= 8;
		this.halfChroma = format.photometric().endsWith("_422") && format.bitsAllocated() == 8 && format.samples() == 3
				&& data.length() < format.frames() * format.frameBytes();
		// Each frame takes memory of its own, even if it is but one bit.
		if (Math.max(expectedBytes(), format.frames()) / MAX_MISSING_RATIO > data.length())
			throw new ImageFormatException(
					"The pixel data has " + data.length() + " bytes, but " + expectedBytes() + " are needed for "
							+ format.columns() + " × " + format.rows() + " pixels"
							+ (format.frames() > 1 ? " in " + format.frames() + " frames" : "")
							+ ".");
	}

	@Override
	public FrameSamples decode(int index, PixelFormat as) throws IOException {
		return as.equals(format) ? frame(index) : new NativeFrames(element, as).frame(index);
	}

	@Override
	public List<String> warnings() {
		return isCutShort()
				? List.of("Part of the pixel data is missing; it is shown as 0.")
				: List.of();
	}

	/** Bytes of all frames, without padding. */
	long expectedBytes() {
		if (halfChroma) return storedFrameBytes() * format.frames();
		long bits = format.sampleCount() * format.bitsAllocated();
		return format.frames() > (Long.MAX_VALUE - 7) / bits ? Long.MAX_VALUE / 8 : (bits * format.frames() + 7) / 8;
	}

	boolean isCutShort() { return data.length() < expectedBytes(); }

	private long storedFrameBytes() {
		return halfChroma ? (long) format.rows() * ((format.columns() + 1) / 2) * 4 : format.frameBytes();
	}

	FrameSamples frame(int index) throws IOException {
		if (halfChroma)
			return new FrameSamples(doubledChroma(bytes(index * storedFrameBytes(), (int) storedFrameBytes())),
					format.photometric().equals("YBR_FULL_422") ? "YBR_FULL" : format.photometric());
		Object samples = format.newFrame();
		if (format.bitsAllocated() == 1) unpackBits(index, (byte[]) samples);
		else fill(samples, index * format.frameBytes());
		SampleBits.normalise(samples, format);
		if (format.planar() && format.samples() > 1) samples = SampleOrder.interleave(samples, format.samples());
		return new FrameSamples(samples, format.photometric());
	}

	private void fill(Object samples, long from) throws IOException {
		ByteBuffer chunk = SCRATCH.get();
		chunk.order(order);
		int size = format.bitsAllocated() / 8;
		long count = Math.min(format.sampleCount(), Math.max(0, data.length() - from) / size);
		int at = 0;
		while (at < count) {
			int length = (int) Math.min(CHUNK / size, count - at);
			chunk.clear().limit(length * size);
			data.read(from + (long) at * size, chunk);
			copy(chunk.flip(), samples, at, length);
			at += length;
		}
		if (bytesInWords) swapWords((byte[]) samples, from);
	}

	private static void copy(ByteBuffer chunk, Object samples, int at, int length) {
		if (samples instanceof short[] shorts) chunk.asShortBuffer().get(shorts, at, length);
		else if (samples instanceof byte[] bytes) chunk.get(bytes, at, length);
		else if (samples instanceof int[] ints) chunk.asIntBuffer().get(ints, at, length);
		else if (samples instanceof float[] floats) chunk.asFloatBuffer().get(floats, at, length);
		else chunk.asDoubleBuffer().get((double[]) samples, at, length);
	}

	/** 8-bit samples as words in big endian: the first of two is in the second byte. */
	private void swapWords(byte[] samples, long from) throws IOException {
		if ((from & 1) != 0 || (samples.length & 1) != 0) {
			byte[] words = bytes(from & ~1L, (int) (samples.length + (from & 1) + 1 & ~1));
			swapPairs(words);
			System.arraycopy(words, (int) (from & 1), samples, 0, samples.length);
		} else {
			swapPairs(samples);
		}
	}

	private static void swapPairs(byte[] bytes) {
		for (int i = 0; i + 1 < bytes.length; i += 2) {
			byte kept = bytes[i];
			bytes[i] = bytes[i + 1];
			bytes[i + 1] = kept;
		}
	}

	/** Bits follow each other from frame to frame, least significant first, without a gap (PS3.5 8.1.1). */
	private void unpackBits(int index, byte[] samples) throws IOException {
		long firstBit = index * format.sampleCount();
		int shift = (int) (firstBit & 7);
		byte[] packed = bytes(firstBit >>> 3, (int) ((samples.length + shift + 7L) / 8));
		if (bytesInWords) swapPairs(packed);
		for (int i = 0; i < samples.length; i++) {
			int bit = i + shift;
			samples[i] = (byte) (packed[bit >>> 3] >>> (bit & 7) & 1);
		}
	}

	private byte[] bytes(long from, int length) throws IOException {
		byte[] bytes = new byte[length];
		int count = (int) Math.min(length, Math.max(0, data.length() - from));
		if (count > 0) data.read(from, ByteBuffer.wrap(bytes, 0, count));
		return bytes;
	}

	/** Y1 Y2 Cb Cr for each two pixels, PS3.3 C.7.6.3.1.2. */
	private byte[] doubledChroma(byte[] stored) {
		byte[] samples = new byte[(int) format.sampleCount()];
		int from = 0;
		int to = 0;
		for (int y = 0; y < format.rows(); y++)
			for (int x = 0; x < format.columns(); x += 2, from += 4)
				for (int half = 0; half < Math.min(2, format.columns() - x); half++) {
					samples[to++] = stored[from + half];
					samples[to++] = stored[from + 2];
					samples[to++] = stored[from + 3];
				}
		return samples;
	}
}
