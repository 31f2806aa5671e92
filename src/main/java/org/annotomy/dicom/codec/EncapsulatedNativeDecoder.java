package org.annotomy.dicom.codec;

import java.io.IOException;
import java.util.Set;

import org.annotomy.dicom.part10.ByteSpan;
import org.annotomy.dicom.part10.DicomElement;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.part10.TransferSyntax;
import org.annotomy.dicom.part10.Vr;
import org.annotomy.image.ImageFormatException;

/** Encapsulated Uncompressed (PS3.5 A.4.11): each frame is a native one, little endian, in a fragment of its own. */
final class EncapsulatedNativeDecoder implements FrameDecoder {

	@Override
	public Set<String> transferSyntaxes() {
		return Set.of(TransferSyntax.ENCAPSULATED_UNCOMPRESSED);
	}

	@Override
	public FrameSamples decode(byte[] encoded, PixelFormat format) throws IOException {
		return samples(encoded, format);
	}

	/** The samples of one native frame; bytes behind it are padding. */
	static FrameSamples samples(byte[] frame, PixelFormat format) throws IOException {
		NativeFrames frames = new NativeFrames(new DicomElement(Tag.PIXEL_DATA, Vr.OB, ByteSpan.of(frame), false),
				format.singleFrame());
		if (frames.isCutShort())
			throw new ImageFormatException(
					"The frame has " + frame.length + " bytes, but " + frames.expectedBytes() + " are needed.");
		return frames.frame(0);
	}
}
