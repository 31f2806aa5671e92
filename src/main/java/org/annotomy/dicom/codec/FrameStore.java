package org.annotomy.dicom.codec;

import java.io.IOException;
import java.util.List;

/** Where a reader's frames come from. Safe for use by several threads. */
interface FrameStore {

	/** @param format what the dataset says, or the same with all bits of a word */
	FrameSamples decode(int index, PixelFormat format) throws IOException;

	/** @param halvings how often the sides may be halved at most */
	default ReducedFrame decodeReduced(int index, PixelFormat format, int halvings) throws IOException {
		return new ReducedFrame(decode(index, format), format);
	}

	/** What is odd, one sentence each. */
	List<String> warnings();
}
