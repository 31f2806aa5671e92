package org.annotomy.dicom.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;

import org.annotomy.dicom.part10.ByteSource;

/** Stands for an add-on for video: each frame is stored as the difference to the one before, so that none can be decoded alone. */
public final class DifferenceVideo implements VideoDecoder {

	static final String SYNTAX = "1.2.840.10008.1.2.4.106.1";

	@Override
	public Set<String> transferSyntaxes() {
		return Set.of(SYNTAX);
	}

	@Override
	public VideoFrames open(ByteSource stream, PixelFormat format) {
		return new Frames(stream, format);
	}

	private static final class Frames implements VideoFrames {

		private final ByteSource stream;
		private final PixelFormat format;
		private final byte[] shown;
		private int next;
		private boolean busy;

		Frames(ByteSource stream, PixelFormat format) {
			this.stream = stream;
			this.format = format;
			this.shown = new byte[(int) format.sampleCount()];
		}

		@Override
		public FrameSamples frame(int index) throws IOException {
			if (busy) throw new AssertionError("two threads at once");
			busy = true;
			if (index < next - 1) rewind();
			while (next <= index)
				step();
			busy = false;
			return new FrameSamples(shown.clone(), format.photometric());
		}

		private void rewind() {
			next = 0;
			java.util.Arrays.fill(shown, (byte) 0);
		}

		private void step() throws IOException {
			byte[] difference = new byte[shown.length];
			stream.read((long) next++ * shown.length, ByteBuffer.wrap(difference));
			for (int i = 0; i < shown.length; i++)
				shown[i] += difference[i];
		}
	}
}
