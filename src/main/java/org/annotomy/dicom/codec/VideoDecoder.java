package org.annotomy.dicom.codec;

import java.io.IOException;
import java.util.Set;

import org.annotomy.dicom.part10.ByteSource;

/**
 * Decodes pixel data that is one stream for all frames (MPEG-2, H.264, HEVC), whose frames build on each other. There is none built in; those
 * on the class path are found through {@link java.util.ServiceLoader}.
 */
public interface VideoDecoder {

	/** The UIDs of the transfer syntaxes. */
	Set<String> transferSyntaxes();

	/**
	 * Begins to decode.
	 *
	 * @param stream the whole stream (elementary, program, transport or MP4), read where it is asked for, possibly with a byte of padding
	 * @param format what the dataset says; frames must have its size
	 * @throws org.annotomy.image.ImageFormatException if the stream is broken or of a kind that is not supported; in words for the user
	 */
	VideoFrames open(ByteSource stream, PixelFormat format) throws IOException;
}
