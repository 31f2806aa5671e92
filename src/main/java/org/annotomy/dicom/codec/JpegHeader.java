package org.annotomy.dicom.codec;

import org.annotomy.image.ImageFormatException;

/**
 * What the markers before the first scan of a JPEG stream say (ITU-T T.81 Annex B).
 *
 * @param process the second byte of the SOF marker: C0 baseline, C1 extended, C2 progressive, C3 lossless …
 * @param adobeTransform of the APP14 segment: 0 none, 1 YCbCr; -1 without the segment
 * @param rgbIds whether the components are called R, G and B
 */
record JpegHeader(int process, int precision, int rows, int columns, int components, boolean jfif, int adobeTransform,
		boolean rgbIds) {

	static JpegHeader of(byte[] stream) throws ImageFormatException {
		if (stream.length < 4 || u16(stream, 0) != 0xffd8) throw new ImageFormatException("A frame is no JPEG stream.");
		boolean jfif = false;
		int adobe = -1;
		int at = 2;
		while (at + 4 <= stream.length) {
			if ((stream[at] & 0xff) != 0xff) throw new ImageFormatException("The JPEG stream has broken markers.");
			int marker = stream[at + 1] & 0xff;
			if (marker == 0xff || marker == 0x01 || marker >= 0xd0 && marker <= 0xd7) {
				at += marker == 0xff ? 1 : 2;
				continue;
			}
			int length = u16(stream, at + 2);
			if (length < 2 || at + 2 + length > stream.length) throw new ImageFormatException("The JPEG stream is cut short.");
			if (isStartOfFrame(marker)) return frame(stream, at, marker, length, jfif, adobe);
			if (marker == 0xe0 && startsWith(stream, at + 4, length - 2, "JFIF")) jfif = true;
			if (marker == 0xee && length >= 14 && startsWith(stream, at + 4, length - 2, "Adobe")) adobe = stream[at + 15] & 0xff;
			at += 2 + length;
		}
		throw new ImageFormatException("The JPEG stream has no frame header.");
	}

	private static boolean isStartOfFrame(int marker) {
		return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc || marker == 0xf7;
	}

	private static JpegHeader frame(byte[] stream, int at, int marker, int length, boolean jfif, int adobe)
			throws ImageFormatException {
		if (length < 8) throw new ImageFormatException("The JPEG frame header is cut short.");
		int components = stream[at + 9] & 0xff;
		if (length < 8 + 3 * components) throw new ImageFormatException("The JPEG frame header is cut short.");
		boolean rgb = components == 3 && stream[at + 10] == 'R' && stream[at + 13] == 'G' && stream[at + 16] == 'B';
		return new JpegHeader(marker, stream[at + 4] & 0xff, u16(stream, at + 5), u16(stream, at + 7), components, jfif, adobe,
				rgb);
	}

	private static boolean startsWith(byte[] stream, int at, int length, String text) {
		if (length < text.length()) return false;
		for (int i = 0; i < text.length(); i++)
			if (stream[at + i] != text.charAt(i)) return false;
		return true;
	}

	private static int u16(byte[] stream, int at) {
		return (stream[at] & 0xff) << 8 | stream[at + 1] & 0xff;
	}

	/** Whether the samples are RGB although nothing in the dataset says so, or YCbCr, or unknown (null): from what the stream says. */
	String photometric() {
		if (components != 3) return null;
		if (adobeTransform == 0) return "RGB";
		if (adobeTransform == 1 || jfif) return "YBR_FULL";
		return rgbIds ? "RGB" : null;
	}
}
