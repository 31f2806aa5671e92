package org.annotomy.dicom.codec;

import java.util.Set;

/** Stands for an add-on for JPEG XL: found by its service file; the "codec" is the complement of each byte. */
public final class ComplementDecoder implements FrameDecoder {

	static final String SYNTAX = "1.2.840.10008.1.2.4.112";

	@Override
	public Set<String> transferSyntaxes() {
		return Set.of(SYNTAX);
	}

	/** Throws what it should not if the first byte is 1. */
	@Override
	public FrameSamples decode(byte[] encoded, PixelFormat format) {
		if (encoded[0] == 1) throw new IllegalStateException("a slip of the add-on");
		byte[] samples = new byte[encoded[0] == 2 ? 3 : (int) format.sampleCount()];
		for (int i = 0; i < samples.length; i++)
			samples[i] = (byte) ~encoded[i];
		return new FrameSamples(samples, format.photometric());
	}
}
