package org.annotomy.imagej;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.annotomy.image.MedicalImage;
import org.annotomy.image.ValueMeaning;
import org.annotomy.image.ValueScale;
import org.annotomy.image.Window;

import ij.ImagePlus;
import ij.measure.Calibration;

/**
 * Lets the values of an open image stand for another quantity that its file gives a scale for, such as SUV, and back. The pointer, ImageJ's
 * measurements and ours follow. Stored pixels of 8 and 16 bits are not touched; floats are values themselves and are converted in place.
 */
public final class ValueMeanings {

	/** The modality values themselves: what images begin with. */
	public static final String MODALITY = "modality";
	private static final String BASE = "annotomy.modalityValues";
	private static final String CURRENT = "annotomy.valueMeaning";

	private ValueMeanings() {}

	/**
	 * @param name of one of the file's quantities, or {@link #MODALITY}
	 * @return what went into the scale, a sentence for the user
	 * @throws IllegalArgumentException if the file has no such quantity, or lacks what it takes; the message says which there are, or what
	 */
	public static String show(ImagePlus image, String name) {
		MedicalImage base = base(image);
		ValueMeaning meaning = name.equals(MODALITY) ? modality(base) : find(base, name);
		if (!meaning.isKnown()) throw new IllegalArgumentException(meaning.words());
		if (image.getBitDepth() == 32) convert(image, current(image), meaning.scale());
		boolean converted = image.getBitDepth() == 32 && !image.getStack().isVirtual();
		ValueScale scale = converted
				? new ValueScale(1, 0, meaning.scale().unit())
				: composed(base.scale(), meaning.scale());
		image.setProperty(BASE, base);
		image.setProperty(CURRENT, meaning.scale());
		image.setProperty(ImagePlusFactory.IMAGE, base.withValues(scale, windows(base, meaning), facts(base, meaning)));
		calibrate(image, scale);
		image.updateAndDraw();
		return meaning.words();
	}

	private static MedicalImage base(ImagePlus image) {
		Object kept = image.getProperty(BASE) instanceof MedicalImage base ? base : image.getProperty(ImagePlusFactory.IMAGE);
		if (kept instanceof MedicalImage base && image.getBitDepth() != 24) return base;
		throw new IllegalArgumentException(
				"The values of this image have no other meaning that is known. Open its file with Open Study...");
	}

	private static ValueScale current(ImagePlus image) {
		return image.getProperty(CURRENT) instanceof ValueScale scale ? scale : ValueScale.IDENTITY;
	}

	private static ValueMeaning modality(MedicalImage base) {
		String unit = base.scale().unit();
		return new ValueMeaning(MODALITY, new ValueScale(1, 0, unit),
				"The values are those of the file" + (unit.isEmpty() ? "." : ", in " + unit + "."));
	}

	private static ValueMeaning find(MedicalImage base, String name) {
		List<ValueMeaning> meanings = base.supplement().meanings();
		return meanings.stream().filter(meaning -> meaning.name().equals(name)).findFirst()
				.orElseThrow(() -> new IllegalArgumentException("The file of this image gives no scale for \"" + name
						+ "\". It has: "
						+ (meanings.isEmpty()
								? ""
								: meanings.stream().map(ValueMeaning::name).collect(Collectors.joining(", ")) + ", ")
						+ MODALITY
						+ "."));
	}

	private static ValueScale composed(ValueScale first, ValueScale second) {
		return new ValueScale(first.slope() * second.slope(), second.toModality(first.intercept()), second.unit());
	}

	private static List<Window> windows(MedicalImage base, ValueMeaning meaning) {
		return base.windows().stream().map(window -> window.over(meaning.scale())).toList();
	}

	/** Padding is stated in values. */
	private static Map<String, String> facts(MedicalImage base, ValueMeaning meaning) {
		Map<String, String> facts = new HashMap<>(base.facts());
		for (String name : List.of("PixelPaddingValue", "PixelPaddingRangeLimit"))
			facts.computeIfPresent(name, (k, value) -> Double.toString(meaning.scale().toModality(Double.parseDouble(value))));
		return facts;
	}

	private static void calibrate(ImagePlus image, ValueScale scale) {
		Calibration calibration = image.getLocalCalibration();
		if (image.getBitDepth() != 32)
			calibration.setFunction(Calibration.STRAIGHT_LINE, new double[]{scale.intercept(), scale.slope()}, scale.unit());
		calibration.setValueUnit(scale.unit().isEmpty() ? Calibration.DEFAULT_VALUE_UNIT : scale.unit());
	}

	private static void convert(ImagePlus image, ValueScale from, ValueScale to) {
		if (image.getStack().isVirtual() && !(image.getStack() instanceof OnDemandStack))
			throw new IllegalArgumentException("The planes of this image are out of reach, so their values cannot be converted. "
					+ "Duplicate the part that is needed first.");
		double min = to.toModality(from.toStored(image.getDisplayRangeMin()));
		double max = to.toModality(from.toStored(image.getDisplayRangeMax()));
		if (image.getStack() instanceof OnDemandStack stack) {
			stack.showAs(to);
			image.getProcessor().setPixels(stack.getPixels(image.getCurrentSlice()));
		} else convertAll(image, from, to);
		image.setDisplayRange(Math.min(min, max), Math.max(min, max));
	}

	private static void convertAll(ImagePlus image, ValueScale from, ValueScale to) {
		for (int i = 1; i <= image.getStackSize(); i++) {
			float[] plane = (float[]) image.getStack().getPixels(i);
			for (int k = 0; k < plane.length; k++)
				plane[k] = (float) to.toModality(from.toStored(plane[k]));
		}
	}
}
