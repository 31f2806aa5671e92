package org.annotomy.slide.tiff;

/**
 * Where the pixels of one channel, slice and time point are at one level.
 *
 * @param sample which of the samples of a pixel, from 0
 */
record TiffPlane(LevelImage image, int sample) {}
