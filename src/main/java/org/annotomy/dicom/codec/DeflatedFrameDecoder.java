package org.annotomy.dicom.codec;

import java.io.IOException;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import org.annotomy.dicom.part10.TransferSyntax;
import org.annotomy.image.ImageFormatException;

/** Deflated Image Frame Compression (PS3.5 A.4.13): each frame is a native one, deflated. */
final class DeflatedFrameDecoder implements FrameDecoder {

	/** RFC 1951: 258 bytes in two bits. */
	private static final long MAX_RATIO = 1032;

	@Override
	public Set<String> transferSyntaxes() {
		return Set.of(TransferSyntax.DEFLATED_FRAMES);
	}

	@Override
	public FrameSamples decode(byte[] encoded, PixelFormat format) throws IOException {
		long length = format.frameBytes();
		if (length > MAX_RATIO * encoded.length)
			throw new ImageFormatException("The deflated frame is too short for the size of the image.");
		return EncapsulatedNativeDecoder.samples(inflate(encoded, (int) length), format);
	}

	/** Never more than {@code length} bytes, however much there is; a frame may have been deflated with its padding. */
	private static byte[] inflate(byte[] encoded, int length) throws ImageFormatException {
		Inflater inflater = new Inflater(true);
		try {
			inflater.setInput(encoded);
			byte[] frame = new byte[length];
			int filled = 0;
			for (int count = -1; filled < length && count != 0; filled += Math.max(0, count))
				count = inflater.inflate(frame, filled, length - filled);
			if (filled < length)
				throw new ImageFormatException("The deflated frame has " + filled + " bytes, but " + length + " are needed.");
			return frame;
		} catch (DataFormatException e) {
			throw new ImageFormatException("The deflated frame is broken.", e);
		} finally {
			inflater.end();
		}
	}
}
