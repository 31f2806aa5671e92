package org.annotomy.codec.jpeg;

import org.annotomy.image.ImageFormatException;

/**
 * Decodes JPEG streams coded by Huffman: sequential and progressive DCT with 8 or 12 bits (bit by bit as libjpeg 6b does with its slow
 * integer transform and its smooth upsampling), and lossless with 2 to 16 bits. Not hierarchical, not arithmetic.
 */
public final class JpegImage {

	/** A flat progressive scan of many blocks can be a few bits long; without a limit a small file could hold us for hours. */
	private static final int MAX_SCANS = 512;

	private JpegImage() {}

	/**
	 * The samples as unsigned numbers, row by row, those of one pixel side by side, without any conversion of colour.
	 *
	 * @param header of the stream, with rows; the caller has seen that its size is as expected, since it is allocated
	 * @throws ImageFormatException if the stream is broken, ends too early or is of another kind
	 */
	public static short[] decode(byte[] stream, JpegHeader header) throws ImageFormatException {
		try {
			return decodeScans(stream, header);
		} catch (RuntimeException e) {
			throw new ImageFormatException("The JPEG stream is broken.", e);
		}
	}

	private static short[] decodeScans(byte[] stream, JpegHeader header) throws ImageFormatException {
		MarkerSegments segments = new MarkerSegments(stream);
		JpegTables tables = new JpegTables();
		ScanDecoder decoder = null;
		int scans = 0;
		while (segments.next()) {
			if (JpegHeader.isStartOfFrame(segments.marker())) {
				if (decoder != null) throw new ImageFormatException("The JPEG stream has more than one frame.");
				decoder = decoder(header, stream.length);
			}
			if (segments.marker() != MarkerSegments.START_OF_SCAN) {
				tables.read(segments);
				segments.skip();
				continue;
			}
			if (decoder == null || ++scans > MAX_SCANS) throw new ImageFormatException("The JPEG stream is broken.");
			ScanHeader scan = ScanHeader.of(segments, header);
			segments.goTo(decoder.scan(scan, tables, stream, segments.skip()));
		}
		if (decoder == null) throw new ImageFormatException("The JPEG stream is cut short.");
		return decoder.samples();
	}

	private static ScanDecoder decoder(JpegHeader header, int length) throws ImageFormatException {
		return switch (header.process()) {
			case JpegHeader.LOSSLESS -> new LosslessScans(header, length);
			case JpegHeader.BASELINE, JpegHeader.EXTENDED, JpegHeader.PROGRESSIVE -> new DctScans(header, length);
			default -> throw new ImageFormatException("JPEG of this kind (hierarchical or arithmetic coding) is not supported.");
		};
	}
}
