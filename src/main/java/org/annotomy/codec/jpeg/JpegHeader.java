package org.annotomy.codec.jpeg;

import java.util.ArrayList;
import java.util.List;

import org.annotomy.image.ImageFormatException;

/**
 * What the markers up to the frame header say (ITU-T T.81 Annex B, T.87 Annex C).
 *
 * @param process the second byte of the SOF marker: C0 baseline, C1 extended, C2 progressive, C3 lossless, F7 JPEG-LS …
 * @param precision bits of a sample
 * @param rows 0 if they are said only behind the first scan
 * @param adobeTransform of the APP14 segment: 0 none, 1 YCbCr; -1 without the segment
 */
public record JpegHeader(int process, int precision, int rows, int columns, List<JpegComponent> components, boolean jfif,
		int adobeTransform) {

	public static final int BASELINE = 0xc0;
	public static final int EXTENDED = 0xc1;
	public static final int PROGRESSIVE = 0xc2;
	public static final int LOSSLESS = 0xc3;
	public static final int JPEG_LS = 0xf7;

	/** @throws ImageFormatException if this is no such stream, or it ends before its frame header */
	public static JpegHeader of(byte[] stream) throws ImageFormatException {
		MarkerSegments segments = new MarkerSegments(stream);
		boolean jfif = false;
		int adobe = -1;
		while (segments.next()) {
			int marker = segments.marker();
			if (isStartOfFrame(marker)) return frame(segments, jfif, adobe);
			if (marker == 0xe0 && segments.startsWith("JFIF")) jfif = true;
			if (marker == 0xee && segments.length() >= 12 && segments.startsWith("Adobe")) adobe = segments.u8(11);
			segments.skip();
		}
		throw new ImageFormatException("The JPEG stream has no frame header.");
	}

	static boolean isStartOfFrame(int marker) {
		return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc || marker == JPEG_LS;
	}

	private static JpegHeader frame(MarkerSegments segment, boolean jfif, int adobe) throws ImageFormatException {
		segment.requireLength(6);
		int count = segment.u8(5);
		segment.requireLength(6 + 3 * count);
		if (count == 0 || segment.u8(0) == 0 || segment.u16(3) == 0)
			throw new ImageFormatException("The frame header of the JPEG stream is broken.");
		List<JpegComponent> components = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			int at = 6 + 3 * i;
			int factors = segment.u8(at + 1);
			if (factors >>> 4 == 0 || factors >>> 4 > 4 || (factors & 15) == 0 || (factors & 15) > 4)
				throw new ImageFormatException("The frame header of the JPEG stream is broken.");
			components.add(new JpegComponent(segment.u8(at), factors >>> 4, factors & 15, segment.u8(at + 2)));
		}
		return new JpegHeader(segment.marker(), segment.u8(0), segment.u16(1), segment.u16(3), List.copyOf(components), jfif,
				adobe);
	}

	/** The same with the number of rows that is said elsewhere, if the header leaves it open. */
	public JpegHeader withRows(int known) {
		return rows != 0 ? this : new JpegHeader(process, precision, known, columns, components, jfif, adobeTransform);
	}

	/**
	 * The index of a component that a scan names. Some encoders give all components the same name: then the order counts, which is that of
	 * the frame (T.81 B.2.3).
	 *
	 * @param from the first index that may be meant
	 */
	public int component(int id, int from) throws ImageFormatException {
		for (int i = from; i < components.size(); i++)
			if (components.get(i).id() == id) return i;
		throw new ImageFormatException("A scan of the JPEG stream names a component that is not in its frame.");
	}

	/** Samples of all components at full size. */
	public long sampleCount() {
		return (long) rows * columns * components.size();
	}

	/** RGB or YBR_FULL if the stream itself says that its three components are so, else null. */
	public String photometric() {
		if (components.size() != 3) return null;
		if (adobeTransform == 0) return "RGB";
		if (adobeTransform == 1 || jfif) return "YBR_FULL";
		boolean rgb = components.get(0).id() == 'R' && components.get(1).id() == 'G' && components.get(2).id() == 'B';
		return rgb ? "RGB" : null;
	}
}
