package org.annotomy.dicom.codec;

import java.util.Set;

import org.annotomy.codec.jpeg.JpegHeader;
import org.annotomy.codec.jpeg.JpegImage;
import org.annotomy.codec.jpeg.JpegSamples;
import org.annotomy.dicom.part10.TransferSyntax;
import org.annotomy.image.ImageFormatException;

/**
 * JPEG, PS3.5 8.2.1, whichever of its processes the stream names: files that are marked with the wrong one are common. 8-bit DCT is for
 * the reader of the Java runtime; all else, and what that reader refuses, for our own.
 */
final class JpegDecoder implements FrameDecoder {

	/** A block of 64 equal samples takes a few bits; what claims much less is not believed. */
	private static final long MAX_RATIO = 4000;

	@Override
	public Set<String> transferSyntaxes() {
		return Set.of(TransferSyntax.JPEG_BASELINE, TransferSyntax.JPEG_EXTENDED, TransferSyntax.JPEG_SPECTRAL_SELECTION,
				TransferSyntax.JPEG_FULL_PROGRESSION, TransferSyntax.JPEG_LOSSLESS, TransferSyntax.JPEG_LOSSLESS_FIRST_ORDER);
	}

	@Override
	public FrameSamples decode(byte[] encoded, PixelFormat format) throws ImageFormatException {
		JpegHeader header = JpegHeader.of(encoded).withRows(format.rows());
		if (header.process() == JpegHeader.JPEG_LS) return new JpegLsDecoder().decode(encoded, format);
		requireSize(header, format);
		if (format.sampleCount() > MAX_RATIO * encoded.length)
			throw new ImageFormatException("The JPEG stream is too short for the size of the image.");
		return new FrameSamples(samples(encoded, header, format), photometric(header, format));
	}

	private static Object samples(byte[] encoded, JpegHeader header, PixelFormat format) throws ImageFormatException {
		boolean dct = header.process() >= JpegHeader.BASELINE && header.process() <= JpegHeader.PROGRESSIVE;
		if (dct && header.precision() == 8) return DecodedSamples.fit(JpegSamples.decode(encoded, header), format);
		return DecodedSamples.fit(JpegImage.decode(encoded, header), header.precision(), format);
	}

	/** @throws ImageFormatException if the stream does not have the size that the dataset states */
	static void requireSize(JpegHeader header, PixelFormat format) throws ImageFormatException {
		int components = header.components().size();
		if (header.rows() != format.rows() || header.columns() != format.columns() || components != format.samples())
			throw new ImageFormatException("The JPEG stream has " + header.columns() + " × " + header.rows() + " pixels of "
					+ components + " samples, but the file states " + format.columns() + " × " + format.rows() + " of "
					+ format.samples() + ".");
	}

	/** DCT: what the stream says of itself, else the dataset. Lossless: the dataset. */
	private static String photometric(JpegHeader header, PixelFormat format) {
		if (header.process() == JpegHeader.LOSSLESS) return fullSize(format.photometric());
		if (header.photometric() != null) return header.photometric();
		return format.photometric().startsWith("YBR") ? "YBR_FULL" : format.photometric();
	}

	/** Colour differences have been brought to full size by now. */
	static String fullSize(String photometric) {
		return photometric.equals("YBR_FULL_422") ? "YBR_FULL" : photometric;
	}
}
