package org.annotomy.dicom.codec;

import java.io.IOException;

/** The frames of a video. Called by one thread at a time; what must be freed is freed by a {@link java.lang.ref.Cleaner}. */
public interface VideoFrames {

	/**
	 * Decodes one frame, without any conversion of colour. They are mostly asked for in ascending order, perhaps with gaps of a few frames,
	 * but any may be asked for again.
	 *
	 * @param index from 0, in the order in which frames are shown
	 */
	FrameSamples frame(int index) throws IOException;
}
