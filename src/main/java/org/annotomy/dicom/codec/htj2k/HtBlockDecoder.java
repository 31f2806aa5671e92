package org.annotomy.dicom.codec.htj2k;

import org.annotomy.image.ImageFormatException;

/** Decodes high-throughput code-blocks (T.814 clause 7), one after the other, in arrays that are used again. */
final class HtBlockDecoder {

	/** Readers may look at words of four bytes. */
	private static final int PADDING = 8;

	private final CleanupPass cleanup = new CleanupPass();
	private final RefinementPasses refinement = new RefinementPasses();
	private final BlockSamples samples = new BlockSamples();
	private byte[] bytes = new byte[4096];

	/**
	 * Decodes one block.
	 *
	 * @param bitPlanes of its sub-band
	 * @return sign in bit 31, magnitude times two, with the bits below the last decoded plane as one half of its step; valid until the next
	 *         call
	 */
	BlockSamples decode(CodeBlock block, byte[] codestream, Area area, int bitPlanes, boolean causal)
			throws ImageFormatException {
		samples.size(area.width(), area.height());
		int cleanupLength = block.length(0);
		int refinementLength = block.length(1);
		int plane = bitPlanes - 1 - block.missingPlanes();
		if (cleanupLength == 0) {
			samples.clear();
			return samples;
		}
		if (plane < 0 || plane == 0 && block.passes() > 1)
			throw new ImageFormatException("A High-Throughput JPEG 2000 block has more bit-planes than its sub-band.");
		int length = cleanupLength + refinementLength;
		if (bytes.length < length + PADDING) bytes = new byte[length + length / 2 + PADDING];
		block.gather(codestream, bytes);
		cleanup.decode(bytes, cleanupLength, block.missingPlanes(), plane + 1, samples);
		if (refinementLength > 0)
			refinement.decode(bytes, cleanupLength, length, block.passes() > 2, plane + 1, causal, samples);
		return samples;
	}
}
