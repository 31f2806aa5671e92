package org.annotomy.dicom.codec;

import java.io.IOException;
import java.util.Set;

import org.annotomy.dicom.part10.ByteSource;
import org.annotomy.dicom.part10.ByteSpan;
import org.annotomy.dicom.part10.BoundedInflater;
import org.annotomy.dicom.part10.DicomElement;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.part10.TransferSyntax;
import org.annotomy.dicom.part10.Vr;

/** Deflated Image Frame Compression (PS3.5 A.4.13): each frame is a native one, deflated. */
final class DeflatedFrameDecoder implements FrameDecoder {

	@Override
	public Set<String> transferSyntaxes() {
		return Set.of(TransferSyntax.DEFLATED_FRAMES);
	}

	@Override
	public FrameSamples decode(byte[] encoded, PixelFormat format) throws IOException {
		ByteSource inflated = BoundedInflater.inflate(ByteSpan.of(encoded));
		ByteSpan bytes = new ByteSpan(inflated, 0, inflated.size());
		PixelFormat single = format.singleFrame();
		return new NativeFrames(new DicomElement(Tag.PIXEL_DATA, Vr.OB, bytes, false), single).frame(0);
	}
}
