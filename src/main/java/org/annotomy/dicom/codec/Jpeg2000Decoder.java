package org.annotomy.dicom.codec;

import java.io.IOException;
import java.util.Set;

import org.annotomy.codec.jpeg2000.Codestream;
import org.annotomy.dicom.part10.TransferSyntax;
import org.annotomy.image.ImageFormatException;

/**
 * JPEG 2000, plain and high-throughput (PS3.5 A.4.4 and 8.2.4); of part 2 (A.4.9) the streams that use nothing beyond part 1. The stream says
 * by itself which it is.
 */
final class Jpeg2000Decoder implements FrameDecoder {

	/** A black image may take a hundred bytes; only large ones are held to a ratio. */
	private static final long ALWAYS_BELIEVED = 48L << 20;
	private static final long MAX_RATIO = 4000;
	/** What decoding needs for each sample: coefficients of two levels, result, and the samples as they are kept. */
	private static final long BYTES_PER_SAMPLE = 14;

	@Override
	public Set<String> transferSyntaxes() {
		return Set.of(TransferSyntax.JPEG_2000_LOSSLESS, TransferSyntax.JPEG_2000, TransferSyntax.JPEG_2000_PART_2_LOSSLESS,
				TransferSyntax.JPEG_2000_PART_2, TransferSyntax.HTJ2K_LOSSLESS, TransferSyntax.HTJ2K_RPCL_LOSSLESS,
				TransferSyntax.HTJ2K);
	}

	@Override
	public FrameSamples decode(byte[] encoded, PixelFormat format) throws IOException {
		try {
			Codestream stream = checked(encoded, format);
			return samples(stream, 0, format);
		} catch (RuntimeException e) {
			throw new ImageFormatException("The JPEG 2000 stream is broken.", e);
		}
	}

	/** The wavelet transform holds the image at half the size, and so on: decoding stops there. */
	@Override
	public ReducedFrame decodeReduced(byte[] encoded, PixelFormat format, int halvings) throws IOException {
		try {
			Codestream stream = checked(encoded, format);
			int count = Math.min(halvings, stream.levels());
			PixelFormat reduced = format.ofSize(stream.height(count), stream.width(count));
			return new ReducedFrame(samples(stream, count, reduced), reduced);
		} catch (RuntimeException e) {
			throw new ImageFormatException("The JPEG 2000 stream is broken.", e);
		}
	}

	private static Codestream checked(byte[] encoded, PixelFormat format) throws IOException {
		Codestream stream = Codestream.read(encoded);
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

	private static FrameSamples samples(Codestream stream, int halvings, PixelFormat format) throws IOException {
		int precision = 0;
		for (int c = 0; c < stream.components(); c++)
			precision = Math.max(precision, stream.precision(c));
		DecodedSamples.requireFit(precision, format);
		Object samples = DecodedSamples.fit(stream.decode(halvings), precision, format);
		return new FrameSamples(samples, photometric(stream, format));
	}

	/** With its component transform undone, colour is RGB, whatever the dataset says; without one it is what it was. */
	private static String photometric(Codestream stream, PixelFormat format) throws ImageFormatException {
		if (format.samples() == 3 && stream.hasColorTransform()) return "RGB";
		return switch (format.photometric()) {
			case "YBR_RCT", "YBR_ICT" -> "RGB";
			case "YBR_FULL_422" -> "YBR_FULL";
			default -> format.photometric();
		};
	}
}
