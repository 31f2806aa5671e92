package org.annotomy.dicom.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

import org.annotomy.dicom.part10.TransferSyntax;
import org.annotomy.image.ImageFormatException;

/** All decoders at hand: the built-in ones first, then those on the class path. */
final class FrameDecoders {

	private static final class AtHand {
		static final List<FrameDecoder> DECODERS = find();
	}

	private FrameDecoders() {}

	/** @throws ImageFormatException if there is none; the message names the transfer syntax in words */
	static FrameDecoder of(String transferSyntax) throws ImageFormatException {
		for (FrameDecoder decoder : AtHand.DECODERS)
			if (decoder.transferSyntaxes().contains(transferSyntax)) return decoder;
		throw new ImageFormatException("The pixels are compressed as " + TransferSyntax.describe(transferSyntax)
				+ ", which is not supported yet. Convert the file to an uncompressed transfer syntax first.");
	}

	private static List<FrameDecoder> find() {
		List<FrameDecoder> decoders = new ArrayList<>(List.of(new RleDecoder(), new JpegDecoder(), new JpegLsDecoder(),
				new Jpeg2000Decoder(), new HtJpeg2000Decoder(), new DeflatedFrameDecoder(),
				new EncapsulatedNativeDecoder()));
		ServiceLoader.load(FrameDecoder.class, FrameDecoders.class.getClassLoader()).forEach(decoders::add);
		return decoders;
	}
}
