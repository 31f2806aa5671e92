package org.annotomy.imagej;

import java.util.Optional;

import org.annotomy.image.CachedPlanes;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.ValueScale;
import org.annotomy.segmentation.measure.ImageValues;

import ij.ImagePlus;
import ij.process.ImageProcessor;

/** Modality values of an open image: from its arrays, or slice by slice of a virtual stack. */
final class StackValues implements ImageValues {

	/** Slices with more pixels (slides) are never read as a whole. */
	private static final long LARGEST_SLICE = 1L << 28;

	private final ImagePlus image;
	private final ValueScale scale;

	private StackValues(ImagePlus image, ValueScale scale) {
		this.image = image;
		this.scale = scale;
	}

	/** @return empty for images whose slices are too large to be read, such as slides */
	static Optional<ImageValues> of(ImagePlus image) {
		Optional<MedicalImage> ours = ImagePlusImages.medicalImage(image);
		if (!ours.flatMap(MedicalImage::onDemand).map(CachedPlanes::isReadable).orElse(true)) return Optional.empty();
		Optional<ImageValues> inMemory = ours.map(ImageValues::of);
		if (inMemory.isPresent() || (long) image.getWidth() * image.getHeight() > LARGEST_SLICE) return inMemory;
		return Optional.of(new StackValues(image, ImagePlusImages.describe(image).scale()));
	}

	@Override
	public int width() {
		return image.getWidth();
	}

	@Override
	public int height() {
		return image.getHeight();
	}

	@Override
	public int channels() {
		return image.getNChannels();
	}

	@Override
	public int slices() {
		return image.getNSlices();
	}

	@Override
	public int timePoints() {
		return image.getNFrames();
	}

	@Override
	public PlaneValues plane(int c, int z, int t) {
		ImageProcessor slice = image.getStack().getProcessor(image.getStackIndex(c + 1, z + 1, t + 1));
		if (slice.getBitDepth() == 24) return (x, y) -> {
			int rgb = slice.get(x, y);
			return ((rgb >> 16 & 0xff) + (rgb >> 8 & 0xff) + (rgb & 0xff)) / 3.0;
		};
		return (x, y) -> scale.toModality(slice.getf(x, y));
	}

	@Override
	public String unit() {
		return scale.unit();
	}
}
