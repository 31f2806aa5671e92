package org.annotomy.codec.jpeg;

import java.io.IOException;

import org.annotomy.image.ImageFormatException;

/** Decodes the tiles of an image, which have their tables in common. Safe for use by several threads. */
public final class JpegTiles {

	/** Null if they are broken. */
	private final JpegTables shared;

	/** @param tables a stream of tables only (T.81 B.5), as TIFF files have it; empty if each tile brings its own */
	public JpegTiles(byte[] tables) {
		this.shared = read(tables);
	}

	private static JpegTables read(byte[] stream) {
		JpegTables tables = new JpegTables();
		if (stream.length < 4) return tables;
		try {
			MarkerSegments segments = new MarkerSegments(stream);
			while (segments.next()) {
				tables.read(segments);
				segments.skip();
			}
			return tables;
		} catch (ImageFormatException e) {
			return null;
		}
	}

	/** Whether tiles of this kind are decoded here. */
	public boolean suits(JpegHeader header) {
		return shared != null && JpegRowDecoder.suits(header);
	}

	/**
	 * Reads what comes before the pixels.
	 *
	 * @param header of the stream, which {@link #suits}
	 * @throws IOException as {@link JpegRowDecoder#of}
	 */
	public JpegRowDecoder open(byte[] stream, JpegHeader header) throws IOException {
		return JpegRowDecoder.of(stream, null, header, new JpegTables(shared));
	}
}
