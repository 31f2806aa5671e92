package org.annotomy.codec.jpeg2000;

import org.annotomy.image.ImageFormatException;

/** Finds the codestream in the boxes of a JP2 or JPH file (T.800 Annex I, T.814 Annex D). */
final class FileFormat {

	private static final int SIGNATURE = 0x6a502020;
	private static final int CODESTREAM = 0x6a703263;
	private static final int HEADER = 0x6a703268;
	private static final int PALETTE = 0x70636c72;

	private FileFormat() {}

	/** A cursor over the codestream, from its first marker on. */
	static ByteCursor codestream(byte[] encoded) throws ImageFormatException {
		ByteCursor whole = new ByteCursor(encoded, 0, encoded.length);
		if (whole.peekShort() == Marker.SOC) return whole;
		boolean signed = false;
		while (whole.remaining() >= 8) {
			long length = whole.unsignedInt();
			int type = (int) whole.unsignedInt();
			if (length == 1) length = whole.unsignedInt() << 32 | whole.unsignedInt() - 8;
			signed |= type == SIGNATURE;
			if (!signed) break;
			int content = length == 0 ? whole.remaining() : (int) Math.min(whole.remaining(), Math.max(-1, length - 8));
			ByteCursor box = whole.slice(content);
			if (type == HEADER) requireNoPalette(box);
			if (type == CODESTREAM) return box;
		}
		throw new ImageFormatException("This is not a JPEG 2000 codestream.");
	}

	private static void requireNoPalette(ByteCursor header) throws ImageFormatException {
		while (header.remaining() >= 8) {
			long length = header.unsignedInt();
			if ((int) header.unsignedInt() == PALETTE)
				throw new ImageFormatException("JPEG 2000 files with a palette of their own are not supported.");
			header.skip((int) Math.min(header.remaining(), Math.max(0, length - 8)));
		}
	}
}
