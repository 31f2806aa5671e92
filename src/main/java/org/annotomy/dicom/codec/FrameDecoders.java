package org.annotomy.dicom.codec;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

import org.annotomy.dicom.part10.TransferSyntax;
import org.annotomy.image.ImageFormatException;

/** All decoders at hand: the built-in ones first, then those on the class path. */
final class FrameDecoders {

	private static final String ADD_ON = ", and there is no decoder for it. Install one (see docs/dicom-codecs.md), or take ";

	private static final class AtHand {
		static final List<FrameDecoder> DECODERS = find();
		static final List<VideoDecoder> VIDEO = provided(VideoDecoder.class);
	}

	private FrameDecoders() {}

	/** @throws ImageFormatException if there is none; the message names the transfer syntax in words and says what to do */
	static FrameDecoder of(String transferSyntax) throws ImageFormatException {
		for (FrameDecoder decoder : AtHand.DECODERS)
			if (decoder.transferSyntaxes().contains(transferSyntax)) return decoder;
		if (TransferSyntax.isVideo(transferSyntax)) throw noVideo(transferSyntax);
		if (TransferSyntax.isJpegXl(transferSyntax))
			throw new ImageFormatException("The pixels are compressed as " + TransferSyntax.describe(transferSyntax) + ADD_ON
					+ "the frames out of the file with gdcmraw and decode them with djxl.");
		if (TransferSyntax.isNative(transferSyntax))
			throw new ImageFormatException("The pixels are compressed, but the file does not say how: its transfer syntax is "
					+ "missing, unknown, or one without compression.");
		throw new ImageFormatException("The pixels are compressed as " + TransferSyntax.describe(transferSyntax)
				+ ", which is not supported yet. Convert the file to an uncompressed transfer syntax first.");
	}

	/** As {@link #of}, for one stream of all frames. */
	static VideoDecoder videoOf(String transferSyntax) throws ImageFormatException {
		for (VideoDecoder decoder : AtHand.VIDEO)
			if (decoder.transferSyntaxes().contains(transferSyntax)) return decoder;
		throw noVideo(transferSyntax);
	}

	private static ImageFormatException noVideo(String transferSyntax) {
		return new ImageFormatException(
				"The pixels are a video, compressed as " + TransferSyntax.describe(transferSyntax) + ADD_ON
						+ "the video out of the file with gdcmraw and turn it into images with ffmpeg.");
	}

	private static List<FrameDecoder> builtIn() {
		return List.of(new RleDecoder(), new JpegDecoder(), new JpegLsDecoder(), new Jpeg2000Decoder(),
				new DeflatedFrameDecoder(), new EncapsulatedNativeDecoder());
	}

	static boolean isBuiltIn(String transferSyntax) {
		return builtIn().stream().anyMatch(decoder -> decoder.transferSyntaxes().contains(transferSyntax));
	}

	private static List<FrameDecoder> find() {
		List<FrameDecoder> decoders = new ArrayList<>(builtIn());
		decoders.addAll(provided(FrameDecoder.class));
		return decoders;
	}

	/** Those that can be loaded; a broken one must not take the others with it. */
	private static <T> List<T> provided(Class<T> kind) {
		List<T> found = new ArrayList<>();
		Iterator<T> providers = ServiceLoader.load(kind, FrameDecoders.class.getClassLoader()).iterator();
		while (true)
			try {
				if (!providers.hasNext()) return found;
				found.add(providers.next());
			} catch (ServiceConfigurationError e) {
				// Its syntaxes are then reported as those without a decoder.
				continue;
			}
	}
}
