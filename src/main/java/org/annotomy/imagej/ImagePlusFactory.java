package org.annotomy.imagej;

import org.annotomy.image.MedicalImage;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;

/**
 * Images as readers hand them over, as ImageJ images around the same arrays. The mouse pointer shows modality values (for CT: HU) through
 * ImageJ's calibration function; the stored pixels are not scaled.
 */
public final class ImagePlusFactory {

	/** Key of the property under which the {@link MedicalImage} of an ImageJ image is kept while it is open. */
	static final String IMAGE = "annotomy.image";

	/** Key of the persistent property that says how far to trust the calibration: a name of {@code SpacingSource}. */
	static final String SPACING_SOURCE = "annotomy.spacingSource";

	private ImagePlusFactory() {}

	/**
	 * An ImageJ image with the dimensions c, z, t, the calibration and the display window of {@code image}; not shown.
	 * <p>
	 * Takes the arrays over where ImageJ has the same kind of numbers: unsigned 8 and 16 bit, float and colour need no copy. Signed 8 and 16
	 * bit are shifted <b>in place</b> by 128 or 32768, as is ImageJ's way, and floats with a scale become modality values in place; 32-bit
	 * integers and doubles are copied to floats. So {@code image} must not be used afterwards: {@link ImagePlusImages#medicalImage} gives
	 * the image that fits the arrays as they are now, with equal modality values.
	 * <p>
	 * Planes on demand stay on demand: the image gets a virtual stack, whose cache is freed when its window closes.
	 */
	public static ImagePlus open(MedicalImage image) {
		ImageJPixels pixels = ImageJPixels.takeOver(image);
		ImagePlus plain = new ImagePlus(image.title(), stack(pixels));
		plain.setDimensions(image.channels(), image.slices(), image.timePoints());
		plain.setOpenAsHyperStack(plain.getNDimensions() > 3);
		plain.setCalibration(Calibrations.of(pixels.image(), plain));
		ImagePlus shown = isMultiChannel(plain) ? new CompositeImage(plain, IJ.COMPOSITE) : plain;
		DisplayWindows.applyInitial(shown, pixels.image());
		// ImageJ forgets the unit of signed numbers when it is given their calibration (Calibration.setImage).
		if (!image.scale().unit().isEmpty()) shown.getLocalCalibration().setValueUnit(image.scale().unit());
		shown.setProp(SPACING_SOURCE, image.spacingSource().name());
		shown.setProperty(IMAGE, pixels.image());
		FileLayers.attach(shown, pixels.image());
		pixels.image().onDemand().ifPresent(planes -> PlaneRelease.whenClosed(shown, planes));
		return shown;
	}

	/** Says which image {@code shown} is, for an image that is not opened here: {@link ImagePlusImages} then finds it. */
	public static void describe(ImagePlus shown, MedicalImage image) {
		shown.setProp(SPACING_SOURCE, image.spacingSource().name());
		shown.setProperty(IMAGE, image);
	}

	private static boolean isMultiChannel(ImagePlus image) {
		return image.getNChannels() > 1 && image.getBitDepth() != 24;
	}

	private static ImageStack stack(ImageJPixels pixels) {
		MedicalImage image = pixels.image();
		ImageStack stack = pixels.planes() == null
				? new OnDemandStack(image, bitDepth(image.type()))
				: new ImageStack(image.width(), image.height());
		if (pixels.planes() != null) pixels.planes().forEach(plane -> stack.addSlice(null, plane));
		SliceLabels.put(image, stack);
		return stack;
	}

	private static int bitDepth(NativeType<?> type) {
		if (type instanceof ARGBType) return 24;
		return type instanceof UnsignedByteType ? 8 : type instanceof UnsignedShortType ? 16 : 32;
	}
}
