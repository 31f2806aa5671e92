package org.annotomy.dicom.codec;

import java.util.Set;

import org.annotomy.codec.jpeg.JpegHeader;
import org.annotomy.codec.jpegls.JpegLsImage;
import org.annotomy.dicom.part10.TransferSyntax;
import org.annotomy.image.ImageFormatException;

/** JPEG-LS, PS3.5 8.2.3. The colours are what the dataset says. */
final class JpegLsDecoder implements FrameDecoder {

	@Override
	public Set<String> transferSyntaxes() {
		return Set.of(TransferSyntax.JPEG_LS_LOSSLESS, TransferSyntax.JPEG_LS_NEAR_LOSSLESS);
	}

	@Override
	public FrameSamples decode(byte[] encoded, PixelFormat format) throws ImageFormatException {
		JpegHeader header = JpegHeader.of(encoded).withRows(format.rows());
		if (header.process() != JpegHeader.JPEG_LS)
			throw new ImageFormatException("A frame is no JPEG-LS stream.");
		JpegDecoder.requireSize(header, format);
		short[] samples = JpegLsImage.decode(encoded, header);
		return new FrameSamples(DecodedSamples.fit(samples, header.precision(), format),
				JpegDecoder.fullSize(format.photometric()));
	}
}
