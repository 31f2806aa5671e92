package org.annotomy.dicom.codec;

/**
 * A frame at a smaller size, for a thumbnail.
 *
 * @param format as that of the file, but with the rows and columns of {@code samples}
 */
public record ReducedFrame(FrameSamples samples, PixelFormat format) {}
