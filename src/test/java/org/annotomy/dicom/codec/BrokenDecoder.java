package org.annotomy.dicom.codec;

import java.util.Set;

/** Stands for an add-on whose library is missing: it cannot be made. */
public final class BrokenDecoder implements FrameDecoder {

	public BrokenDecoder() {
		throw new UnsatisfiedLinkError("no library");
	}

	@Override
	public Set<String> transferSyntaxes() {
		return Set.of();
	}

	@Override
	public FrameSamples decode(byte[] encoded, PixelFormat format) {
		throw new AssertionError();
	}
}
