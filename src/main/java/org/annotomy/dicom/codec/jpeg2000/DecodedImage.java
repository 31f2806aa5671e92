package org.annotomy.dicom.codec.jpeg2000;

/**
 * A decoded image.
 *
 * @param samples row by row, the components of one pixel side by side, each in the range of the codestream's precision and sign
 */
public record DecodedImage(int width, int height, int components, int[] samples) {}
