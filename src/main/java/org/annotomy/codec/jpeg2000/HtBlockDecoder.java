package org.annotomy.codec.jpeg2000;

import org.annotomy.image.ImageFormatException;

/** Decodes high-throughput code-blocks (T.814 clause 7): a cleanup segment and perhaps a refinement segment. */
final class HtBlockDecoder implements BlockDecoder {

	/** Readers may look at words of four bytes. */
	private static final int PADDING = 8;

	private final CleanupPass cleanup = new CleanupPass();
	private final RefinementPasses refinement = new RefinementPasses();
	private final BlockSamples samples = new BlockSamples();
	private byte[] bytes = new byte[4096];

	@Override
	public BlockSamples decode(CodeBlock block, byte[] codestream, Area area, Subband band, int bitPlanes)
			throws ImageFormatException {
		samples.size(area.width(), area.height());
		int cleanupLength = block.length(0);
		int refinementLength = block.length(1);
		if (cleanupLength == 0) {
			samples.clear();
			return samples;
		}
		int placeholders = (block.passes(0) - 1) / 3;
		int missing = block.zeroPlanes() + placeholders;
		int plane = bitPlanes - 1 - missing;
		if (plane < 0 || plane == 0 && block.passes(1) > 0)
			throw new ImageFormatException("A High-Throughput JPEG 2000 block has more bit-planes than its sub-band.");
		int length = cleanupLength + refinementLength;
		if (bytes.length < length + PADDING) bytes = new byte[length + length / 2 + PADDING];
		block.gather(0, codestream, bytes, 0);
		block.gather(1, codestream, bytes, cleanupLength);
		cleanup.decode(bytes, cleanupLength, missing, plane + 1, samples);
		if (refinementLength > 0)
			refinement.decode(bytes, cleanupLength, length, block.passes(1) > 1, plane + 1, block.style().causal(), samples);
		return samples;
	}
}
