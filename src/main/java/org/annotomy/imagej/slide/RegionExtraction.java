package org.annotomy.imagej.slide;

import java.awt.Color;
import java.awt.Rectangle;
import java.io.IOException;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.annotomy.annotation.shape.ShapeScaling;
import org.annotomy.geometry.Box;
import org.annotomy.slide.PixelKind;
import org.annotomy.slide.PyramidLevel;
import org.annotomy.slide.SlideChannel;
import org.annotomy.slide.render.ChannelLook;
import org.annotomy.slide.render.SlideView;
import org.annotomy.task.Progress;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;

/**
 * Cuts a part of a slide out as an ordinary image, which every command of ImageJ takes: samples of one level as they are stored, all
 * channels of the plane on display. Its calibration has the pixel size of the level and an origin such that places in micrometres are those of
 * the slide; a link leads selections back.
 */
public final class RegionExtraction {

	/** More pixels at once are refused. */
	public static final long MOST_PIXELS = 400L << 20;

	/** Downsamples of files are the ratio of rounded sizes. */
	private static final double CLOSE = 0.01;

	private final SlideImage slide;

	public RegionExtraction(SlideImage slide) {
		this.slide = slide;
	}

	/** The coarsest level of at most that downsample. */
	public int levelFor(double downsample) {
		return slide.slide().levelFor(downsample);
	}

	/**
	 * What to tell a user who asked for another downsample than a level has.
	 *
	 * @return a sentence; empty if the level has it within a hundredth
	 */
	public Optional<String> differenceFrom(double downsample, int level) {
		double stored = slide.slide().levels().get(level).downsample();
		if (Math.abs(downsample - stored) <= CLOSE * stored) return Optional.empty();
		return Optional.of("The slide has no level of downsample " + number(downsample) + ": the region has "
				+ number(stored) + " pixels of full resolution per pixel, and filters and sizes in pixels go by that.");
	}

	private static String number(double downsample) {
		return new DecimalFormat("0.###", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(downsample);
	}

	/**
	 * @param box in pixels of level 0; rounded to whole pixels of the level, clipped to the slide
	 * @param asShown one picture in colour as the slide looks, instead of its samples
	 * @return not shown; with the slide's selection if that lies in the box and is not the box
	 * @throws IllegalArgumentException if nothing of the slide lies in the box, or too much; in words for the user
	 * @throws IOException if a tile cannot be read
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	public ImagePlus extract(Box box, int level, boolean asShown, Progress progress) throws IOException {
		PyramidLevel pixels = slide.slide().levels().get(level);
		Rectangle part = part(box, pixels);
		require(part);
		ImagePlus image = asShown ? shown(part, pixels, progress) : samples(part, level, progress);
		image.setTitle(title(level));
		calibrate(image, part, pixels.downsample());
		SlideLink link = SlideLink.of(slide, part.x * pixels.downsample(), part.y * pixels.downsample(), pixels.downsample());
		link.writeTo(image);
		Roi selection = slide.getRoi();
		boolean whole = selection != null && selection.getType() == Roi.RECTANGLE;
		if (selection != null && !whole) image.setRoi(link.toImage(selection));
		return image;
	}

	/**
	 * The selection of an image that was cut out of a slide, on the slide.
	 *
	 * @return the slide, with the selection
	 * @throws IllegalArgumentException if the image has no selection or no slide, or the slide is not open; in words for the user
	 */
	public static SlideImage giveBack(ImagePlus image) {
		SlideLink link = SlideLink.readFrom(image).orElseThrow(() -> new IllegalArgumentException(
				"This image was not cut out of a slide. Extract Region... makes one that was."));
		if (image.getRoi() == null)
			throw new IllegalArgumentException("There is no selection to return to the slide. Draw one first.");
		Optional<SlideImage> slide = link.findSlide();
		slide.orElseThrow(
				() -> new IllegalArgumentException("The slide that this image was cut out of is not open. Open it first."));
		slide.get().setRoi(link.toSlide(image.getRoi()));
		return slide.get();
	}

	/**
	 * From pixels of an image that was cut out of a slide, or was made of such a one in place, to those of another image.
	 *
	 * @param on the slide, or an image that was cut out of it, too
	 * @return empty if one of them does not say where it lies
	 * @throws IllegalArgumentException if they are of different slides; in words for the user
	 */
	public static Optional<ShapeScaling> placeOf(ImagePlus image, ImagePlus on) {
		Optional<SlideLink> there = SlideImage.of(on).map(SlideLink::whole).or(() -> SlideLink.readFrom(on));
		return SlideLink.readFrom(image).flatMap(here -> there.map(here::placeOn));
	}

	private static Rectangle part(Box box, PyramidLevel level) {
		double d = level.downsample();
		int left = (int) Math.max(0, Math.floor(box.x() / d + 1e-9));
		int top = (int) Math.max(0, Math.floor(box.y() / d + 1e-9));
		int right = (int) Math.min(level.width(), Math.ceil(box.maxX() / d - 1e-9));
		int bottom = (int) Math.min(level.height(), Math.ceil(box.maxY() / d - 1e-9));
		return new Rectangle(left, top, right - left, bottom - top);
	}

	private void require(Rectangle part) {
		if (part.width < 1 || part.height < 1) throw new IllegalArgumentException("Nothing of the slide lies in this region.");
		long pixels = (long) part.width * part.height;
		long bytes = pixels * slide.slide().facts().kind().bytes() * slide.slide().facts().channels().size();
		long free = Runtime.getRuntime().maxMemory();
		if (pixels <= MOST_PIXELS && bytes <= free / 2) return;
		throw new IllegalArgumentException(
				"The region has " + part.width + " × " + part.height + " pixels at this level and needs "
						+ (bytes >> 20) + " MB: more than fits. Take a larger downsample or a smaller region.");
	}

	private ImagePlus shown(Rectangle part, PyramidLevel level, Progress progress) throws IOException {
		double d = level.downsample();
		int[] pixels = slide.open().regions()
				.picture(new SlideView(part.x * d, part.y * d, d, part.width, part.height), slide.plane(), slide.look(),
						progress);
		return new ImagePlus("", new ColorProcessor(part.width, part.height, pixels));
	}

	private ImagePlus samples(Rectangle part, int level, Progress progress) throws IOException {
		List<SlideChannel> channels = slide.slide().facts().channels();
		ImageStack stack = new ImageStack(part.width, part.height);
		for (int c = 0; c < channels.size(); c++) {
			Progress one = progress.part((double) c / channels.size(), (c + 1.0) / channels.size());
			Object samples = slide.open().regions().read(level, part.x, part.y, part.width, part.height, c, slide.plane(), one);
			stack.addSlice(channels.get(c).name(), SlideStatistics.processor(samples, part.width, part.height));
		}
		ImagePlus plain = new ImagePlus("", stack);
		if (slide.slide().facts().kind() == PixelKind.RGB) return plain;
		plain.setDimensions(channels.size(), 1, 1);
		if (channels.size() == 1) {
			ChannelLook look = slide.look().channels().get(0);
			plain.setDisplayRange(look.min(), look.max());
			return plain;
		}
		CompositeImage composite = new CompositeImage(plain, IJ.COMPOSITE);
		for (int c = 0; c < channels.size(); c++)
			composite.setChannelLut(lut(slide.look().channels().get(c)), c + 1);
		return composite;
	}

	private static LUT lut(ChannelLook look) {
		LUT lut = LUT.createLutFromColor(new Color(look.rgb()));
		lut.min = look.min();
		lut.max = look.max();
		return lut;
	}

	private String title(int level) {
		double downsample = slide.slide().levels().get(level).downsample();
		return slide.getTitle() + (downsample == 1 ? " region" : " region 1-" + Math.round(downsample));
	}

	private void calibrate(ImagePlus image, Rectangle part, double downsample) {
		Calibration calibration = new Calibration(image);
		Calibration own = slide.getCalibration();
		calibration.pixelWidth = own.pixelWidth * downsample;
		calibration.pixelHeight = own.pixelHeight * downsample;
		calibration.pixelDepth = own.pixelDepth;
		calibration.setUnit(own.scaled() ? own.getUnit() : "pixel");
		calibration.xOrigin = -part.x;
		calibration.yOrigin = -part.y;
		image.setCalibration(calibration);
		ImageProcessor shown = image.getProcessor();
		if (shown != null) shown.resetRoi();
	}
}
