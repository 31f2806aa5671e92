package org.annotomy.slide.tiff;

import java.nio.ByteOrder;

/**
 * A tile or strip, decompressed: rows one after the other, the samples of a pixel side by side.
 *
 * @param rowBytes from one row to the next
 * @param samples of a pixel in here
 * @param bits of a sample
 * @param ycc whether the samples are Y, Cb and Cr
 * @param order of the bytes of a sample
 */
record Chunk(byte[] bytes, int height, int rowBytes, int samples, int bits, boolean ycc, ByteOrder order) {}
