package org.annotomy.codec.jpeg2000;

import org.annotomy.image.ImageFormatException;

/** Decodes code-blocks, one after the other, in arrays that are used again. */
interface BlockDecoder {

	/**
	 * Decodes one block.
	 *
	 * @param area its place in the sub-band
	 * @param bitPlanes of its sub-band
	 * @return sign in bit 31, magnitude times two, with the bits below the last decoded plane as one half of its step; valid until the next
	 *         call
	 */
	BlockSamples decode(CodeBlock block, byte[] codestream, Area area, Subband band, int bitPlanes) throws ImageFormatException;
}
