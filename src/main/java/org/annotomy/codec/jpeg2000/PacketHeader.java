package org.annotomy.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;

import org.annotomy.image.ImageFormatException;

/** Reads packets: a header that says which blocks it brings, and their bytes (T.800 B.9 and B.10). */
final class PacketHeader {

	private static final int SOP_BYTES = 6;

	private final boolean mayUseSop;
	private final boolean usesEph;
	private final List<CodeBlock> included = new ArrayList<>();

	PacketHeader(boolean mayUseSop, boolean usesEph) {
		this.mayUseSop = mayUseSop;
		this.usesEph = usesEph;
	}

	/**
	 * Reads one packet.
	 *
	 * @param headers where the header is; the same as {@code body} unless packet headers are packed together (PPM, PPT)
	 */
	void read(Precinct precinct, ByteCursor headers, ByteCursor body) throws ImageFormatException {
		if (mayUseSop && body.peekShort() == Marker.SOP) body.skip(SOP_BYTES);
		PacketBits bits = new PacketBits(headers);
		included.clear();
		if (bits.bit() == 1) readBands(precinct, bits);
		bits.finish();
		if (usesEph && headers.peekShort() == Marker.EPH) headers.skip(2);
		for (CodeBlock block : included)
			block.locate(body);
		precinct.countLayer();
	}

	private void readBands(Precinct precinct, PacketBits bits) throws ImageFormatException {
		for (PrecinctBand band : precinct.bands())
			for (int i = 0; i < band.count(); i++) {
				CodeBlock block = band.readInclusion(bits, i, precinct.layersRead());
				if (block == null) continue;
				block.readContribution(bits);
				included.add(block);
			}
	}
}
