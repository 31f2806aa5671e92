package org.annotomy.codec.jpeg;

import org.annotomy.image.ImageFormatException;

/** Decodes the scans of one image. */
interface ScanDecoder {

	/**
	 * @param from where the entropy-coded bytes begin
	 * @return the place of the marker behind them
	 */
	int scan(ScanHeader scan, JpegTables tables, byte[] stream, int from) throws ImageFormatException;

	/** The samples of all components, interleaved. */
	short[] samples() throws ImageFormatException;
}
