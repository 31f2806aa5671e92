package org.annotomy.dicom.codec;

import java.io.IOException;
import java.util.List;

import org.annotomy.dicom.part10.ByteSpan;
import org.annotomy.dicom.part10.DicomElement;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.part10.TransferSyntax;
import org.annotomy.dicom.part10.Vr;
import org.annotomy.image.ImageFormatException;

/** Frames that come one by one, each in the encoding that it says. */
final class SuppliedFrames implements FrameStore {

	private final FrameSupply supply;
	private final String statedSyntax;

	/** @param statedSyntax of the file that the header comes from: what it says of colours holds for frames in that form */
	SuppliedFrames(FrameSupply supply, String statedSyntax) {
		this.supply = supply;
		this.statedSyntax = statedSyntax;
	}

	@Override
	public FrameSamples decode(int index, PixelFormat format) throws IOException {
		return decodeReduced(index, format, 0).samples();
	}

	@Override
	public ReducedFrame decodeReduced(int index, PixelFormat format, int halvings) throws IOException {
		StoredFrame frame = supply.frame(index);
		try {
			return decoded(frame, format, halvings);
		} catch (ImageFormatException e) {
			supply.reject(index);
			throw e;
		}
	}

	private ReducedFrame decoded(StoredFrame frame, PixelFormat format, int halvings) throws IOException {
		if (TransferSyntax.isNative(frame.transferSyntax())) return new ReducedFrame(plain(frame, format), format);
		FrameDecoder decoder = FrameDecoders.of(frame.transferSyntax());
		return CodedFrames.checked(() -> halvings == 0
				? new ReducedFrame(decoder.decode(frame.bytes(), format), format)
				: decoder.decodeReduced(frame.bytes(), format, halvings));
	}

	private FrameSamples plain(StoredFrame frame, PixelFormat format) throws IOException {
		// Who decompresses YBR may or may not make it RGB, and a lone frame does not say.
		if (format.photometric().startsWith("YBR") && !TransferSyntax.isNative(statedSyntax))
			throw new ImageFormatException("The frame came without its compression, and does not say in which colours.");
		DicomElement element = new DicomElement(Tag.PIXEL_DATA, Vr.OW, ByteSpan.of(frame.bytes()), false);
		NativeFrames one = new NativeFrames(element, format.singleFrame());
		if (one.isCutShort()) throw new ImageFormatException("The frame came cut short.");
		return one.frame(0);
	}

	@Override
	public List<String> warnings() {
		return List.of();
	}
}
