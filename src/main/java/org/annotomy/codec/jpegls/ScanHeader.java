package org.annotomy.codec.jpegls;

import org.annotomy.codec.jpeg.JpegHeader;
import org.annotomy.codec.jpeg.MarkerSegments;
import org.annotomy.image.ImageFormatException;

/**
 * A SOS segment (T.87 C.2.3).
 *
 * @param components indices into those of the frame
 * @param interleave 0 none, 1 by line, 2 by sample
 */
record ScanHeader(int[] components, int near, int interleave) {

	static final int BY_SAMPLE = 2;

	static ScanHeader of(MarkerSegments segment, JpegHeader frame) throws ImageFormatException {
		int count = segment.u8(0);
		int[] components = new int[Math.min(count, frame.components().size())];
		for (int i = 0; i < components.length; i++) {
			components[i] = frame.component(segment.u8(1 + 2 * i), i == 0 ? 0 : components[i - 1] + 1);
			if (segment.u8(2 + 2 * i) != 0)
				throw new ImageFormatException("JPEG-LS with a mapping table (palette) is not supported.");
		}
		int at = 1 + 2 * count;
		int interleave = segment.u8(at + 1);
		if (count < 1 || count != components.length || interleave > BY_SAMPLE || count > 1 && interleave == 0) throw broken();
		if ((segment.u8(at + 2) & 15) != 0) throw new ImageFormatException("JPEG-LS with a point transform is not supported.");
		return new ScanHeader(components, segment.u8(at), count == 1 ? 0 : interleave);
	}

	private static ImageFormatException broken() {
		return new ImageFormatException("A scan header of the JPEG-LS stream is broken.");
	}
}
