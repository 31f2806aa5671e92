package org.annotomy.dicom.codec;

import java.io.IOException;
import java.util.Set;

import org.annotomy.dicom.codec.jpeg2000.Codestream;
import org.annotomy.dicom.codec.jpeg2000.CodestreamDecoder;
import org.annotomy.dicom.codec.jpeg2000.DecodedImage;
import org.annotomy.dicom.part10.TransferSyntax;
import org.annotomy.image.ImageFormatException;

/** JPEG 2000 by JJ2000. Not in use: {@link Jpeg2000Decoder} is faster and knows more; tests hold the two against each other. */
final class Jj2000Decoder implements FrameDecoder {

	/** A black image may take a hundred bytes; only large ones are held to a ratio. */
	private static final long ALWAYS_BELIEVED = 48L << 20;
	private static final long MAX_RATIO = 4000;
	/** What decoding needs for each sample: coefficients, result, and the samples as they are kept. */
	private static final long BYTES_PER_SAMPLE = 12;

	@Override
	public Set<String> transferSyntaxes() {
		return Set.of(TransferSyntax.JPEG_2000_LOSSLESS, TransferSyntax.JPEG_2000, TransferSyntax.JPEG_2000_PART_2_LOSSLESS,
				TransferSyntax.JPEG_2000_PART_2);
	}

	@Override
	public FrameSamples decode(byte[] encoded, PixelFormat format) throws IOException {
		Codestream stream = checked(encoded, format);
		return samples(CodestreamDecoder.decode(stream, 0), stream, format);
	}

	/** The wavelet transform holds the image at half the size, and so on: decoding stops there. */
	@Override
	public ReducedFrame decodeReduced(byte[] encoded, PixelFormat format, int halvings) throws IOException {
		Codestream stream = checked(encoded, format);
		DecodedImage decoded = CodestreamDecoder.decode(stream, Math.min(halvings, stream.levels()));
		PixelFormat reduced = format.ofSize(decoded.height(), decoded.width());
		return new ReducedFrame(samples(decoded, stream, reduced), reduced);
	}

	private static Codestream checked(byte[] encoded, PixelFormat format) throws IOException {
		Codestream stream = Codestream.of(encoded);
		if (stream.width() != format.columns() || stream.height() != format.rows() || stream.components() != format.samples())
			throw new ImageFormatException("The JPEG 2000 stream has " + stream.width() + " × " + stream.height() + " pixels of "
					+ stream.components() + " samples, but the file states " + format.columns() + " × " + format.rows() + " of "
					+ format.samples() + ".");
		if (format.sampleCount() > Math.max(ALWAYS_BELIEVED, MAX_RATIO * encoded.length))
			throw new ImageFormatException("The JPEG 2000 stream is too short for the size of the image.");
		long needed = BYTES_PER_SAMPLE * format.sampleCount();
		if (needed > Runtime.getRuntime().maxMemory() / 2)
			throw new ImageFormatException("Decoding a JPEG 2000 frame of " + format.columns() + " × " + format.rows()
					+ " pixels needs " + (needed >> 20) + " MB of memory. Give the program more memory.");
		return stream;
	}

	private static FrameSamples samples(DecodedImage decoded, Codestream stream, PixelFormat format)
			throws ImageFormatException {
		Object samples = DecodedSamples.fit(decoded.samples(), stream.precision(), format);
		return new FrameSamples(samples, photometric(stream, format));
	}

	/** With its component transform undone, colour is RGB, whatever the dataset says; without one it is what it was. */
	private static String photometric(Codestream stream, PixelFormat format) {
		if (format.samples() == 3 && stream.hasComponentTransform()) return "RGB";
		return switch (format.photometric()) {
			case "YBR_RCT", "YBR_ICT" -> "RGB";
			case "YBR_FULL_422" -> "YBR_FULL";
			default -> format.photometric();
		};
	}
}
