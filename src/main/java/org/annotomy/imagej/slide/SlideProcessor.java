package org.annotomy.imagej.slide;

import java.awt.Color;
import java.awt.Image;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;

import ij.ImageStack;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

/**
 * The pixels of a slide as ImageJ asks for them: single ones and rectangles of bearable size come from the tiles of full resolution, as they
 * look; whatever needs all of them is refused in words. It holds no pixels of its own.
 */
final class SlideProcessor extends ColorProcessor {

	/** Larger rectangles are not cut out at once. */
	static final long MOST_PIXELS = 64L << 20;

	private final transient SlideImage image;

	SlideProcessor(SlideImage image, int width, int height) {
		super(width, height, (int[]) null);
		this.image = image;
	}

	private static RuntimeException refused() {
		return Refusal.of("This");
	}

	/** Without the mask if that would be too large: whoever then wants pixels is refused anyway. */
	@Override
	public void setRoi(Roi roi) {
		MacroWriting.refuse();
		if (roi != null && SlideRois.isHuge(roi)) setRoi(roi.getBounds());
		else super.setRoi(roi);
	}

	@Override
	public void resetRoi() {
		MacroWriting.refuse();
		super.resetRoi();
	}

	@Override
	public int getPixel(int x, int y) {
		return image.colourAt(x, y);
	}

	@Override
	public int[] getPixel(int x, int y, int[] into) {
		int[] rgb = into == null ? new int[3] : into;
		int colour = getPixel(x, y);
		rgb[0] = colour >> 16 & 255;
		rgb[1] = colour >> 8 & 255;
		rgb[2] = colour & 255;
		return rgb;
	}

	@Override
	public Color getColor(int x, int y) {
		return new Color(getPixel(x, y));
	}

	@Override
	public float getPixelValue(int x, int y) {
		int colour = getPixel(x, y);
		double[] weights = getRGBWeights() == null ? getWeightingFactors() : getRGBWeights();
		return (float) ((colour >> 16 & 255) * weights[0] + (colour >> 8 & 255) * weights[1] + (colour & 255) * weights[2]);
	}

	/** The grey value between pixel centres, bilinear; the nearest one at the rim. */
	@Override
	public double getInterpolatedPixel(double x, double y) {
		int left = (int) Math.floor(Math.max(0, Math.min(getWidth() - 1.0, x)));
		int top = (int) Math.floor(Math.max(0, Math.min(getHeight() - 1.0, y)));
		int right = Math.min(getWidth() - 1, left + 1);
		int bottom = Math.min(getHeight() - 1, top + 1);
		double fx = Math.max(0, Math.min(1, x - left));
		double fy = Math.max(0, Math.min(1, y - top));
		double upper = getPixelValue(left, top) * (1 - fx) + getPixelValue(right, top) * fx;
		double lower = getPixelValue(left, bottom) * (1 - fx) + getPixelValue(right, bottom) * fx;
		return upper * (1 - fy) + lower * fy;
	}

	/** The rectangle of the selection as it looks. */
	@Override
	public ImageProcessor crop() {
		Rectangle r = getRoi();
		if ((long) r.width * r.height > MOST_PIXELS) throw refused();
		return image.pictureOf(r);
	}

	@Override
	public ImageProcessor duplicate() {
		setRoi(new Rectangle(0, 0, getWidth(), getHeight()));
		return crop();
	}

	@Override
	public ImageProcessor resize(int width, int height) {
		throw refused();
	}

	@Override
	public Image createImage() {
		return image.thumbnail();
	}

	@Override
	public BufferedImage getBufferedImage() { throw refused(); }

	@Override
	public Object getPixels() { throw refused(); }

	@Override
	public Object getPixelsCopy() { throw refused(); }

	@Override
	public void setPixels(Object pixels) {
		throw refused();
	}

	@Override
	public void snapshot() {
		throw refused();
	}

	@Override
	public void reset() {
		throw refused();
	}

	@Override
	public void reset(ImageProcessor mask) {
		throw refused();
	}

	@Override
	public void swapPixelArrays() {
		throw refused();
	}

	/** ImageJ frees its undo buffer through here; there is none. */
	@Override
	public void setSnapshotPixels(Object pixels) {
		if (pixels != null) throw refused();
	}

	@Override
	public void fill() {
		throw refused();
	}

	@Override
	public void fill(ImageProcessor mask) {
		throw refused();
	}

	@Override
	public void set(double value) {
		throw refused();
	}

	@Override
	public void putPixelValue(int x, int y, double value) {
		throw refused();
	}

	@Override
	public void drawPixel(int x, int y) {
		throw refused();
	}

	@Override
	public void drawString(String text) {
		throw refused();
	}

	@Override
	public void drawString(String text, int x, int y) {
		throw refused();
	}

	@Override
	public void lineTo(int x, int y) {
		throw refused();
	}

	@Override
	public void copyBits(ImageProcessor source, int x, int y, int mode) {
		throw refused();
	}

	@Override
	public void insert(ImageProcessor source, int x, int y) {
		throw refused();
	}

	@Override
	public void applyTable(int[] lut) {
		throw refused();
	}

	@Override
	public void applyTable(int[] lut, int channels) {
		throw refused();
	}

	@Override
	public void setMinAndMax(double min, double max) {
		throw refused();
	}

	@Override
	public void setMinAndMax(double min, double max, int channels) {
		throw refused();
	}

	@Override
	public void resetMinAndMax() {
		throw refused();
	}

	@Override
	public void setThreshold(double min, double max, int lutUpdate) {
		if (min != NO_THRESHOLD) throw refused();
	}

	@Override
	public void filter(int type) {
		throw refused();
	}

	@Override
	public void filterRGB(int type, double arg) {
		throw refused();
	}

	@Override
	public void convolve3x3(int[] kernel) {
		throw refused();
	}

	@Override
	public void convolve(float[] kernel, int kernelWidth, int kernelHeight) {
		throw refused();
	}

	@Override
	public void scale(double xScale, double yScale) {
		throw refused();
	}

	@Override
	public void rotate(double angle) {
		throw refused();
	}

	/** Asked before ImageJ allocates a picture for a JPEG file. */
	@Override
	public boolean isDefaultLut() { throw refused(); }

	@Override
	public void flipVertical() {
		throw refused();
	}

	@Override
	public void flipHorizontal() {
		throw refused();
	}

	@Override
	public void invert() {
		throw refused();
	}

	@Override
	public ImageProcessor makeThumbnail(int width, int height, double smoothFactor) {
		throw refused();
	}

	@Override
	public ImageProcessor rotateLeft() {
		throw refused();
	}

	@Override
	public ImageProcessor rotateRight() {
		throw refused();
	}

	@Override
	public ImageProcessor bin(int shrinkFactor) {
		throw refused();
	}

	@Override
	public void threshold(int level) {
		throw refused();
	}

	@Override
	public void putRow(int x, int y, int[] data, int length) {
		throw refused();
	}

	@Override
	public void putColumn(int x, int y, int[] data, int length) {
		throw refused();
	}

	@Override
	public int[][] getIntArray() { throw refused(); }

	@Override
	public float[][] getFloatArray() { throw refused(); }

	@Override
	public ImageStack getHSBStack() { throw refused(); }

	@Override
	public ImageStack getHSB32Stack() { throw refused(); }

	@Override
	public int[] getHistogram() { throw refused(); }

	@Override
	public int[] getHistogram(ImageProcessor mask) {
		throw refused();
	}

	@Override
	public void getRGB(byte[] red, byte[] green, byte[] blue) {
		throw refused();
	}

	@Override
	public byte[] getChannel(int channel) {
		throw refused();
	}

	@Override
	public ByteProcessor getChannel(int channel, ByteProcessor into) {
		throw refused();
	}

	@Override
	public FloatProcessor getBrightness() { throw refused(); }

	@Override
	public FloatProcessor toFloat(int channel, FloatProcessor into) {
		throw refused();
	}

	@Override
	public void setPixels(int channel, FloatProcessor from) {
		throw refused();
	}

	@Override
	public ImageProcessor convertToByte(boolean scaled) {
		throw refused();
	}

	@Override
	public ImageProcessor convertToShort(boolean scaled) {
		throw refused();
	}

	@Override
	public ImageProcessor convertToFloat() {
		throw refused();
	}

	@Override
	public ByteProcessor convertToByteProcessor() {
		throw refused();
	}

	@Override
	public ByteProcessor convertToByteProcessor(boolean scaled) {
		throw refused();
	}

	@Override
	public ImageProcessor convertToRGB() {
		throw refused();
	}

	@Override
	public ByteProcessor createMask() {
		throw refused();
	}
}
