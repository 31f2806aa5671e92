package org.annotomy.dicom.codec;

/**
 * The decoded samples of one frame.
 *
 * @param samples row by row, the samples of one pixel side by side: {@code byte[]}, {@code short[]}, {@code int[]}, {@code float[]} or
 *            {@code double[]}
 * @param photometric what they mean now; decoding may have changed it
 */
public record FrameSamples(Object samples, String photometric) {}
