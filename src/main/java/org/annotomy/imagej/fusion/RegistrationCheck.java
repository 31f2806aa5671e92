package org.annotomy.imagej.fusion;

import java.io.IOException;

import org.annotomy.display.fusion.CheckPicture;
import org.annotomy.display.fusion.ColourTable;
import org.annotomy.display.fusion.FusedSlice;
import org.annotomy.display.fusion.LayerLook;
import org.annotomy.display.fusion.PictureMap;
import org.annotomy.imagej.registration.ImagePair;
import org.annotomy.imagej.slide.SlideImage;
import org.annotomy.registration.Transform;
import org.annotomy.slide.render.SlideView;
import org.annotomy.task.Progress;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

/** A picture of two registered images on the pixels of the fixed one, as both are shown now: another image, in colour, to look at. */
public final class RegistrationCheck {

	private static final String DOING = "Making the picture";
	/** Longer side of the picture of two slides. */
	private static final int SLIDE_SIDE = 1600;

	private final ImagePair pair;
	private final Transform toMoving;
	private final LayerLook look;
	private final CheckPicture style;
	private final int square;

	private RegistrationCheck(ImagePair pair, Transform toFixed, CheckPicture style, double squareMm) {
		this.pair = pair;
		this.style = style;
		toMoving = toFixed.inverse();
		look = Windows.look(pair.moving(), ColourTable.GREY, null, null, 100, false);
		double pixel = pair.fixedFrame().voxelToFrame().step(0).norm();
		square = (int) Math.max(1, Math.min(1 << 20, Math.round(squareMm / pixel)));
	}

	/**
	 * @param toFixed from the moving image to the fixed one
	 * @param squareMm side of the squares of a checkerboard, in the unit of the fixed image's frame
	 * @param all whether all slices are made, else the one on display
	 * @return not shown
	 * @throws IllegalArgumentException if one is a whole slide and the other is not
	 * @throws IllegalStateException if the memory is too small
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	public static ImagePlus of(ImagePair pair, Transform toFixed, CheckPicture style, double squareMm, boolean all,
			Progress progress) {
		if (pair.fixed() instanceof SlideImage fixed && pair.moving() instanceof SlideImage)
			return ofSlides(new SlideCheckPicture(pair, toFixed.inverse(), style, squareMm), fixed);
		if (pair.fixed() instanceof SlideImage || pair.moving() instanceof SlideImage)
			throw new IllegalArgumentException("A whole slide can be checked against another one only."
					+ " Extract the region of interest first, or check the registration by its errors.");
		return new RegistrationCheck(pair, toFixed, style, squareMm).image(all, progress);
	}

	/** Of the whole of both slides, made small. */
	private static ImagePlus ofSlides(SlideCheckPicture picture, SlideImage fixed) {
		double downsample = Math.max(1, Math.max(fixed.getWidth(), fixed.getHeight()) / (double) SLIDE_SIDE);
		SlideView whole = new SlideView(0, 0, downsample, (int) (fixed.getWidth() / downsample),
				(int) (fixed.getHeight() / downsample));
		try {
			ImagePlus image = new ImagePlus(title(picture.style()),
					new ColorProcessor(whole.width(), whole.height(), picture.of(whole)));
			Calibration calibration = fixed.getCalibration().copy();
			calibration.pixelWidth *= downsample;
			calibration.pixelHeight *= downsample;
			image.setCalibration(calibration);
			return image;
		} catch (IOException e) {
			throw new IllegalStateException(e.getMessage(), e);
		}
	}

	private static String title(CheckPicture style) {
		return "Registration check, " + style;
	}

	private ImagePlus image(boolean all, Progress progress) {
		ImagePlus fixed = pair.fixed();
		int first = all ? 0 : fixed.getZ() - 1;
		int end = all ? fixed.getNSlices() : fixed.getZ();
		requireMemory(4L * fixed.getWidth() * fixed.getHeight() * (end - first));
		ImageStack stack = new ImageStack(fixed.getWidth(), fixed.getHeight());
		for (int z = first; z < end; z++) {
			progress.checkCancelled();
			progress.update((z - first) / (double) (end - first), DOING);
			int[] picture = style.picture(fixedColours(z), movingColours(z), fixed.getWidth(), square);
			stack.addSlice(null, new ColorProcessor(fixed.getWidth(), fixed.getHeight(), picture));
		}
		ImagePlus image = new ImagePlus(title(style), stack);
		image.setCalibration(fixed.getCalibration().copy());
		return image;
	}

	private static void requireMemory(long bytes) {
		long allowed = Runtime.getRuntime().maxMemory();
		if (bytes > allowed / 2)
			throw new IllegalStateException("The pictures of all slices need " + (bytes >> 20) + " MB of memory, but only "
					+ (allowed >> 20) + " MB may be used. Make that of the slice on display.");
	}

	private int[] fixedColours(int z) {
		ImagePlus fixed = pair.fixed();
		ImageProcessor shown = fixed.getProcessor();
		ImageProcessor slice = fixed.getStack().getProcessor(fixed.getStackIndex(fixed.getC(), z + 1, fixed.getT())).duplicate();
		if (!(slice instanceof ColorProcessor)) {
			slice.setColorModel(shown.getColorModel());
			slice.setMinAndMax(shown.getMin(), shown.getMax());
		}
		return (int[]) slice.convertToRGB().getPixels();
	}

	private int[] movingColours(int z) {
		ImagePlus fixed = pair.fixed();
		PictureMap map = new PictureMap(fixed.getWidth(), fixed.getHeight(), pair.fixedFrame().voxelToFrame(),
				pair.fixedFrame().sliceAxis().evenIndex(z), toMoving, pair.movingFrame());
		int c = pair.movingImage().channels() > 1 ? pair.moving().getC() - 1 : 0;
		int t = Math.min(pair.moving().getT(), pair.movingImage().timePoints()) - 1;
		if (FusedSlice.isColour(pair.movingImage())) return FusedSlice.colours(pair.movingImage(), c, t, map, 1);
		return look.colours(FusedSlice.values(pair.movingImage(), c, t, map, true));
	}
}
