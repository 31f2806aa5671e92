package org.annotomy.dicom.codec.jpeg2000;

/**
 * A part of a tile, as found in the codestream.
 *
 * @param tile index of the tile
 * @param part what TPsot states: which part of its tile
 * @param header the marker segments that matter, without SOT and SOD
 * @param from where the packets begin
 * @param end where they end
 */
record TilePart(int tile, int part, byte[] header, int from, int end) {

	private static final int SOT_LENGTH = 12;
	private static final int SOD_LENGTH = 2;

	/** With its header as it is written. */
	int length() {
		return SOT_LENGTH + header.length + SOD_LENGTH + end - from;
	}
}
