package org.annotomy.dicom.codec;

import java.io.IOException;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.FragmentSequence;
import org.annotomy.dicom.part10.TransferSyntax;
import org.annotomy.image.ImageFormatException;

/** Compressed frames and what decodes them. Safe for use by several threads. */
abstract class CodedFrames implements FrameStore {

	/** Bytes of a start code: no frame of a video has fewer. */
	private static final int LEAST_VIDEO_FRAME = 4;

	private final EncapsulatedFrames fragments;

	private CodedFrames(EncapsulatedFrames fragments) {
		this.fragments = fragments;
	}

	static CodedFrames of(FragmentSequence sequence, String transferSyntax, DicomDataset dataset, PixelFormat format)
			throws IOException {
		if (TransferSyntax.isVideo(transferSyntax)) {
			VideoDecoder decoder = FrameDecoders.videoOf(transferSyntax);
			EncapsulatedFrames stream = EncapsulatedFrames.of(sequence, dataset, 1);
			if (format.frames() > stream.size() / LEAST_VIDEO_FRAME)
				throw new ImageFormatException("The file states " + format.frames() + " frames, but its video has only "
						+ stream.size() + " bytes.");
			return new Video(stream, decoder, format);
		}
		FrameDecoder decoder = FrameDecoders.of(transferSyntax);
		return new Separate(EncapsulatedFrames.of(sequence, dataset, format.frames()), decoder);
	}

	@Override
	public final FrameSamples decode(int index, PixelFormat format) throws IOException {
		return decodeReduced(index, format, 0).samples();
	}

	@Override
	public final ReducedFrame decodeReduced(int index, PixelFormat format, int halvings) throws IOException {
		return checked(() -> halvings == 0
				? new ReducedFrame(decoded(index, format), format)
				: reduced(index, format, halvings));
	}

	/** What decodes one frame. */
	interface Decoding {
		ReducedFrame run() throws IOException;
	}

	/** @throws ImageFormatException also if the decoder stumbles, or gives another number of samples than stated */
	static ReducedFrame checked(Decoding decoding) throws IOException {
		try {
			ReducedFrame frame = decoding.run();
			requireSize(frame.samples(), frame.format());
			return frame;
		} catch (RuntimeException e) {
			throw new ImageFormatException("The compressed frame is broken.", e);
		}
	}

	abstract FrameSamples decoded(int index, PixelFormat format) throws IOException;

	ReducedFrame reduced(int index, PixelFormat format, int halvings) throws IOException {
		return new ReducedFrame(decoded(index, format), format);
	}

	private static void requireSize(FrameSamples frame, PixelFormat format) throws ImageFormatException {
		if (Array.getLength(frame.samples()) == format.sampleCount()) return;
		throw new ImageFormatException(
				"A decoded frame has " + Array.getLength(frame.samples()) + " samples, but the file states "
						+ format.sampleCount() + ".");
	}

	@Override
	public List<String> warnings() {
		List<String> warnings = new ArrayList<>();
		if (!fragments.isComplete()) warnings.add("The compressed pixel data is cut short.");
		if (fragments.isTableIgnored()) warnings.add("The table that says where frames begin is wrong; it was not used.");
		return warnings;
	}

	/** Frames that were compressed one by one. */
	private static final class Separate extends CodedFrames {

		private final EncapsulatedFrames frames;
		private final FrameDecoder decoder;

		Separate(EncapsulatedFrames frames, FrameDecoder decoder) {
			super(frames);
			this.frames = frames;
			this.decoder = decoder;
		}

		@Override
		FrameSamples decoded(int index, PixelFormat format) throws IOException {
			return decoder.decode(frames.frame(index), format);
		}

		@Override
		ReducedFrame reduced(int index, PixelFormat format, int halvings) throws IOException {
			return decoder.decodeReduced(frames.frame(index), format, halvings);
		}
	}

	/** Frames that build on each other: one thread decodes at a time. */
	private static final class Video extends CodedFrames {

		private final VideoFrames frames;

		Video(EncapsulatedFrames fragments, VideoDecoder decoder, PixelFormat format) throws IOException {
			super(fragments);
			this.frames = decoder.open(fragments.stream(0), format);
		}

		@Override
		synchronized FrameSamples decoded(int index, PixelFormat format) throws IOException {
			return frames.frame(index);
		}
	}
}
