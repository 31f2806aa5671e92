package org.annotomy.codec.jpeg;

/**
 * A component as the frame header names it.
 *
 * @param horizontal sampling factor, as is {@code vertical}
 * @param quantization number of the table
 */
public record JpegComponent(int id, int horizontal, int vertical, int quantization) {}
