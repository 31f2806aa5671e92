package org.annotomy.imagej.slide;

import java.awt.Rectangle;
import java.io.IOException;
import java.util.List;

import org.annotomy.annotation.shape.Shape;
import org.annotomy.imagej.RoiShapes;
import org.annotomy.segmentation.measure.PixelSize;
import org.annotomy.segmentation.measure.ShapeMeasures;
import org.annotomy.slide.PyramidLevel;
import org.annotomy.task.Progress;

import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.plugin.RoiScaler;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ImageStatistics;
import ij.process.ShortProcessor;

/**
 * ImageJ's statistics of a selection on a slide. Values come from the finest level at which the box around the selection has at most 4
 * million pixels, as they are stored (of colour: ImageJ's grey); area and centroid from the outline, so they do not depend on the level.
 */
final class SlideStatistics {

	static final long MOST_PIXELS = 4L << 20;
	/** Of slides whose coarsest level is that large still. */
	private static final long LAST_RESORT_PIXELS = 64L << 20;

	private final SlideImage image;
	private final Roi roi;
	private final Rectangle bounds;
	private final int level;

	/** Of the image's selection; of all of it if it has none or a line. */
	SlideStatistics(SlideImage image) {
		this.image = image;
		roi = image.getRoi() != null && (image.getRoi().isArea() || isPoint(image.getRoi())) ? image.getRoi() : null;
		Rectangle whole = new Rectangle(0, 0, image.getWidth(), image.getHeight());
		Rectangle box = roi == null ? whole : roi.getBounds();
		if (roi != null && isPoint(roi)) box = new Rectangle(box.x, box.y, 1, 1);
		bounds = box.intersection(whole);
		level = level(image.slide().levels(), bounds, MOST_PIXELS);
	}

	private static boolean isPoint(Roi roi) {
		return roi instanceof PointRoi && roi.size() == 1;
	}

	/** The finest level at which a box of level 0 has at most so many pixels; the coarsest if there is none. */
	static int level(List<PyramidLevel> levels, Rectangle box, long mostPixels) {
		int level = 0;
		while (level < levels.size() - 1 && pixels(levels.get(level), box) > mostPixels)
			level++;
		return level;
	}

	private static double pixels(PyramidLevel level, Rectangle box) {
		return box.width / level.downsample() * (box.height / level.downsample());
	}

	/** From which level the values come. */
	int level() {
		return level;
	}

	/** As {@code ImagePlus.getStatistics}. */
	ImageStatistics of(int options, int bins, double histogramMin, double histogramMax) {
		if (bounds.isEmpty()) return new ImageStatistics();
		PyramidLevel pixels = image.slide().levels().get(level);
		Rectangle part = onLevel(pixels);
		ImageProcessor samples = samples(pixels, part);
		boolean few = samples instanceof ByteProcessor || samples instanceof ColorProcessor;
		if (bins != 256 && few) samples = samples.convertToShort(false);
		if (roi != null && roi.isArea()) samples.setRoi(onLevel(roi, pixels.downsample(), part));
		samples.setHistogramSize(bins);
		samples.setHistogramRange(histogramMin, histogramMax);
		Calibration calibration = image.getCalibration();
		ImageStatistics statistics = ImageStatistics.getStatistics(samples, options,
				onLevel(calibration, pixels.downsample(), part));
		exact(statistics, calibration);
		return statistics;
	}

	/** Without the calibration: area in pixels of level 0. */
	ImageStatistics raw() {
		Calibration calibration = image.getCalibration();
		ImageStatistics statistics = of(
				ImageStatistics.AREA + ImageStatistics.MEAN + ImageStatistics.MODE + ImageStatistics.STD_DEV
						+ ImageStatistics.MIN_MAX,
				256, 0, 0);
		statistics.area /= calibration.pixelWidth * calibration.pixelHeight;
		return statistics;
	}

	/** The pixels of the level that the box touches. */
	private Rectangle onLevel(PyramidLevel pixels) {
		double scale = pixels.downsample();
		int left = (int) Math.min(pixels.width() - 1.0, Math.floor(bounds.x / scale));
		int top = (int) Math.min(pixels.height() - 1.0, Math.floor(bounds.y / scale));
		int right = (int) Math.min(pixels.width(), Math.ceil((bounds.x + bounds.width) / scale));
		int bottom = (int) Math.min(pixels.height(), Math.ceil((bounds.y + bounds.height) / scale));
		return new Rectangle(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
	}

	private ImageProcessor samples(PyramidLevel pixels, Rectangle part) {
		if ((long) part.width * part.height > LAST_RESORT_PIXELS) throw Refusal.of("Measuring so large a selection");
		try {
			Object samples = image.open().regions().read(level, part.x, part.y, part.width, part.height, image.channel(),
					image.plane(), Progress.NONE);
			return processor(samples, part.width, part.height);
		} catch (IOException e) {
			throw new IllegalStateException(e.getMessage(), e);
		}
	}

	/** Samples of a slide as ImageJ's processor of the same kind. */
	static ImageProcessor processor(Object samples, int width, int height) {
		if (samples instanceof int[] rgb) return new ColorProcessor(width, height, rgb);
		if (samples instanceof byte[] bytes) return new ByteProcessor(width, height, bytes);
		if (samples instanceof short[] shorts) return new ShortProcessor(width, height, shorts, null);
		return new FloatProcessor(width, height, (float[]) samples);
	}

	/** The selection in pixels of a part of a level. */
	static Roi onLevel(Roi roi, double downsample, Rectangle part) {
		Roi scaled = downsample == 1 ? (Roi) roi.clone() : RoiScaler.scale(roi, 1 / downsample, 1 / downsample, false);
		double x = roi.getXBase() / downsample - part.x;
		double y = roi.getYBase() / downsample - part.y;
		scaled.setLocation(x, y);
		return scaled;
	}

	/** In which places of a part of a level have the numbers that they have on the slide. */
	private static Calibration onLevel(Calibration calibration, double downsample, Rectangle part) {
		Calibration scaled = calibration.copy();
		scaled.pixelWidth *= downsample;
		scaled.pixelHeight *= downsample;
		scaled.xOrigin = calibration.xOrigin / downsample - part.x;
		scaled.yOrigin = calibration.yOrigin / downsample - part.y;
		return scaled;
	}

	private void exact(ImageStatistics statistics, Calibration calibration) {
		Rectangle whole = new Rectangle(0, 0, image.getWidth(), image.getHeight());
		Shape outline = RoiShapes.shapeOf(roi == null || !roi.isArea() ? new Roi(bounds) : roi);
		ShapeMeasures exact = ShapeMeasures.of(outline, PixelSize.UNKNOWN);
		double area = exact.area();
		statistics.area = area * calibration.pixelWidth * calibration.pixelHeight;
		statistics.longPixelCount = Math.round(area);
		statistics.pixelCount = (int) Math.min(Integer.MAX_VALUE, statistics.longPixelCount);
		if (roi == null || whole.contains(roi.getBounds())) {
			statistics.xCentroid = calibration.getX(exact.centroid().x());
			statistics.yCentroid = calibration.getY(exact.centroid().y(), image.getHeight());
		}
		statistics.roiX = calibration.getX(bounds.x);
		statistics.roiY = calibration.getY(bounds.y, image.getHeight());
		statistics.roiWidth = bounds.width * calibration.pixelWidth;
		statistics.roiHeight = bounds.height * calibration.pixelHeight;
	}
}
