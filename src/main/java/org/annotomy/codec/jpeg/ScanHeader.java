package org.annotomy.codec.jpeg;

import org.annotomy.image.ImageFormatException;

/**
 * A SOS segment (T.81 B.2.3).
 *
 * @param components indices into those of the frame
 * @param dc numbers of the tables, as {@code ac}
 * @param start of the spectral selection; for lossless JPEG the predictor
 * @param high successive approximation, as {@code low}; for lossless JPEG {@code low} is the point transform
 */
record ScanHeader(int[] components, int[] dc, int[] ac, int start, int end, int high, int low) {

	static ScanHeader of(MarkerSegments segment, JpegHeader frame) throws ImageFormatException {
		int count = segment.u8(0);
		if (count < 1 || count > 4 || count > frame.components().size()) throw broken();
		int[] components = new int[count];
		int[] dc = new int[count];
		int[] ac = new int[count];
		for (int i = 0; i < count; i++) {
			components[i] = frame.component(segment.u8(1 + 2 * i), i == 0 ? 0 : components[i - 1] + 1);
			dc[i] = segment.u8(2 + 2 * i) >>> 4;
			ac[i] = segment.u8(2 + 2 * i) & 15;
		}
		int at = 1 + 2 * count;
		int approximation = segment.u8(at + 2);
		return new ScanHeader(components, dc, ac, segment.u8(at), segment.u8(at + 1), approximation >>> 4, approximation & 15);
	}

	private static ImageFormatException broken() {
		return new ImageFormatException("A scan header of the JPEG stream is broken.");
	}
}
