package org.annotomy.imagej;

import java.util.Optional;

import org.annotomy.display.PixelSamples;
import org.annotomy.image.SampleType;
import org.annotomy.display.Quantiles;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.ValueScale;
import org.annotomy.image.Window;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import ij.process.LUT;

/** Display windows on ImageJ images: display range and lookup table; the pixels are never changed. */
public final class DisplayWindows {

	private static final Window CT = Window.linear(40, 400, "soft tissue");
	private static final double LOW_PERCENT = 0.5;
	private static final double HIGH_PERCENT = 99.5;
	private static final int GREYS = 256;

	/** Slices that percentiles are taken from to begin with, at equal steps. */
	private static final int SAMPLED_PLANES = 16;

	private DisplayWindows() {}

	/**
	 * Shows modality values through a window.
	 *
	 * @param image greyscale, one channel
	 * @param scale from the pixels as ImageJ holds them to modality values
	 * @param inverted whether low values are shown bright
	 */
	public static void apply(ImagePlus image, Window window, ValueScale scale, boolean inverted) {
		PixelValues values = PixelValues.of(scale, image.getBitDepth());
		show(image, WindowTables.of(window, values, greys(inverted), image.getBitDepth()));
	}

	/** The window that the image is shown through now, as a linear one with exact ends. */
	public static Window current(ImagePlus image, ValueScale scale) {
		double a = scale.toModality(image.getDisplayRangeMin());
		double b = scale.toModality(image.getDisplayRangeMax());
		return new Window((a + b) / 2, Math.max(Math.abs(b - a), Double.MIN_NORMAL), "", Window.Function.LINEAR_EXACT);
	}

	/**
	 * The window to begin with, if there is one by name or by rule: the file's own first one, else soft tissue for CT. Empty if the values
	 * themselves must say.
	 */
	public static Optional<Window> initial(MedicalImage image) {
		if (!image.windows().isEmpty()) return Optional.of(image.windows().get(0));
		boolean ct = "CT".equals(image.facts().get("Modality")) && !image.scale().unit().isEmpty();
		return ct ? Optional.of(CT) : Optional.empty();
	}

	/** Shows the image through {@link #initial}; without one, from the 0.5th to the 99.5th percentile of its values (8 bit: all of them). */
	static void applyInitial(ImagePlus shown, MedicalImage image) {
		if (shown.getBitDepth() == 24) return;
		if (shown instanceof CompositeImage composite) {
			spreadChannels(composite);
			return;
		}
		// ImageJ holds floats in modality values already.
		ValueScale scale = shown.getBitDepth() == 32 ? ValueScale.IDENTITY : image.scale();
		Optional<Window> window = initial(image);
		if (window.isPresent()) apply(shown, window.get(), scale, image.inverted());
		else {
			double[] ends = spread(shown, 1);
			show(shown, new LUT(greys(image.inverted() ^ scale.slope() < 0).getColorModel(), ends[0], ends[1]));
		}
	}

	private static void spreadChannels(CompositeImage composite) {
		for (int c = 1; c <= composite.getNChannels(); c++) {
			double[] ends = spread(composite, c);
			LUT lut = composite.getChannelLut(c);
			composite.setChannelLut(new LUT(lut.getColorModel(), ends[0], ends[1]), c);
		}
		composite.setDisplayRange(composite.getChannelLut(1).min, composite.getChannelLut(1).max);
	}

	private static double[] spread(ImagePlus image, int channel) {
		if (image.getBitDepth() == 8) return new double[]{0, GREYS - 1};
		SampleType type = image.getBitDepth() == 16 ? SampleType.UINT16 : SampleType.FLOAT32;
		double[] ends = Quantiles
				.find(PixelSamples.of(type, PlaneSampling.arrays(image, channel, SAMPLED_PLANES)), LOW_PERCENT, HIGH_PERCENT)
				.orElse(new double[2]);
		return ends[0] < ends[1] ? ends : new double[]{ends[0] - 1, ends[0] + 1};
	}

	private static void show(ImagePlus image, LUT lut) {
		ImageProcessor plane = image.getProcessor();
		plane.setLut(lut);
		plane.setMinAndMax(lut.min, lut.max);
		if (image.getStackSize() > 1) image.getStack().update(plane);
		image.updateAndDraw();
	}

	private static LUT greys(boolean inverted) {
		byte[] greys = new byte[GREYS];
		for (int i = 0; i < GREYS; i++)
			greys[i] = (byte) (inverted ? GREYS - 1 - i : i);
		return new LUT(greys, greys, greys);
	}
}
