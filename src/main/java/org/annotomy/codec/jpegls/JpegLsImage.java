package org.annotomy.codec.jpegls;

import org.annotomy.codec.jpeg.JpegComponent;
import org.annotomy.codec.jpeg.JpegHeader;
import org.annotomy.codec.jpeg.MarkerSegments;
import org.annotomy.image.ImageFormatException;

/**
 * Decodes JPEG-LS streams of 2 to 16 bits, lossless or not, in any interleaving, with restart markers counted in lines, and with the
 * colour transforms of HP's encoder. Not with palettes, point transforms or components of different sizes.
 */
public final class JpegLsImage {

	private static final int PRESETS = 0xf8;
	private static final int HP_TRANSFORM = 0xe8;

	/** A flat line takes a bit; lines as long as this would need are not believed. */
	private static final long MAX_RATIO = 8 * 16384;

	private final byte[] stream;
	private final JpegHeader header;
	private final short[] samples;
	private final boolean[] done;
	private CodingParameters presets = CodingParameters.DEFAULT;
	private int restartInterval;
	private HpTransform transform = HpTransform.NONE;

	private JpegLsImage(byte[] stream, JpegHeader header) throws ImageFormatException {
		this.stream = stream;
		this.header = header;
		if (header.precision() < 2 || header.precision() > 16)
			throw new ImageFormatException("The JPEG-LS stream states " + header.precision() + " bits; there may be 2 to 16.");
		if (header.rows() > 8L * stream.length || header.sampleCount() > MAX_RATIO * stream.length)
			throw new ImageFormatException("The JPEG-LS stream is too short for the size of the image.");
		for (JpegComponent component : header.components())
			if (component.horizontal() != header.components().get(0).horizontal()
					|| component.vertical() != header.components().get(0).vertical())
				throw new ImageFormatException("JPEG-LS with components of different sizes is not supported.");
		this.samples = new short[Math.toIntExact(header.sampleCount())];
		this.done = new boolean[header.components().size()];
	}

	/**
	 * The samples as unsigned numbers, row by row, those of one pixel side by side, without any conversion of colour but that of HP's
	 * encoder, which is part of the coding.
	 *
	 * @param header of the stream, with rows; the caller has seen that its size is as expected, since it is allocated
	 * @throws ImageFormatException if the stream is broken, ends too early or is of another kind
	 */
	public static short[] decode(byte[] stream, JpegHeader header) throws ImageFormatException {
		try {
			return new JpegLsImage(stream, header).decode();
		} catch (RuntimeException e) {
			throw new ImageFormatException("The JPEG-LS stream is broken.", e);
		}
	}

	private short[] decode() throws ImageFormatException {
		MarkerSegments segments = new MarkerSegments(stream);
		boolean frame = false;
		while (!isComplete() && segments.next()) {
			if (segments.marker() == MarkerSegments.START_OF_SCAN) {
				if (!frame) throw new ImageFormatException("The JPEG-LS stream has no frame header.");
				ScanHeader scan = ScanHeader.of(segments, header);
				segments.goTo(scan(scan, segments.skip()));
				continue;
			}
			frame |= segments.marker() == JpegHeader.JPEG_LS;
			read(segments);
			segments.skip();
		}
		if (!isComplete()) throw new ImageFormatException("The JPEG-LS stream is cut short.");
		transform.undo(samples, header);
		return samples;
	}

	private boolean isComplete() {
		for (boolean component : done)
			if (!component) return false;
		return true;
	}

	private void read(MarkerSegments segment) throws ImageFormatException {
		switch (segment.marker()) {
			case PRESETS -> readPresets(segment);
			case MarkerSegments.RESTART_INTERVAL -> readRestartInterval(segment);
			case HP_TRANSFORM -> {
				if (segment.length() == 5 && segment.startsWith("mrfx")) transform = HpTransform.of(segment.u8(4));
			}
			default -> { /* APPn, COM … */ }
		}
	}

	private void readPresets(MarkerSegments segment) throws ImageFormatException {
		if (segment.u8(0) == 4) throw new ImageFormatException("JPEG-LS images of more than 65535 columns are not supported.");
		if (segment.u8(0) == 1)
			presets = new CodingParameters(segment.u16(1), 0, segment.u16(3), segment.u16(5), segment.u16(7), segment.u16(9));
	}

	private void readRestartInterval(MarkerSegments segment) throws ImageFormatException {
		long interval = 0;
		for (int i = 0; i < Math.min(4, segment.length()); i++)
			interval = interval << 8 | segment.u8(i);
		restartInterval = (int) Math.min(Integer.MAX_VALUE, interval);
	}

	private int scan(ScanHeader scan, int from) throws ImageFormatException {
		for (int component : scan.components()) {
			if (done[component]) throw new ImageFormatException("The JPEG-LS stream has more than one scan of a component.");
			done[component] = true;
		}
		CodingParameters parameters = presets.of(header.precision(), scan.near());
		return new ScanDecoder(scan, parameters, header, samples).decode(stream, from, restartInterval);
	}
}
