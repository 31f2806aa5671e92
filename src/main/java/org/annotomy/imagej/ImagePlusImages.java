package org.annotomy.imagej;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.Planes;
import org.annotomy.image.SpacingSource;
import org.annotomy.image.ValueScale;

import org.annotomy.segmentation.measure.PixelSize;
import org.annotomy.segmentation.measure.PixelSizes;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

/** What is known about an open ImageJ image, whoever opened it. */
public final class ImagePlusImages {

	private ImagePlusImages() {}

	/**
	 * Facts about an open image, without its pixels.
	 *
	 * @param identity without digests for images that ImageJ opened; {@link PixelHash} adds one
	 * @param pixelSpacing along x, y, z in mm, NaN where unknown
	 * @param scale from the pixels as ImageJ holds them to modality values
	 * @param sidecar the path X whose labels lie in {@code X.geojson}; empty if the image does not come from a file
	 */
	public record Description(ImageIdentity identity, double[] pixelSpacing, SpacingSource spacingSource, ValueScale scale,
			Optional<Path> sidecar) {}

	/** Facts about any open image: those of our reader if it has opened it, else what ImageJ knows. */
	public static Description describe(ImagePlus image) {
		Optional<MedicalImage> ours = opened(image);
		if (ours.isPresent()) {
			MedicalImage medical = ours.get();
			ValueScale scale = image.getBitDepth() == 32 ? new ValueScale(1, 0, medical.scale().unit()) : medical.scale();
			return new Description(medical.identity(), medical.pixelSpacing(), medical.spacingSource(), scale,
					Optional.ofNullable(medical.sidecar()));
		}
		Calibration calibration = image.getCalibration();
		double[] spacing = Calibrations.spacingMm(calibration);
		return new Description(identity(image, spacing), spacing, spacingSource(image, spacing),
				Calibrations.valueScale(calibration, image.getBitDepth()), file(image));
	}

	/** How large pixels are, everywhere or region by region. */
	public static PixelSizes pixelSizes(ImagePlus image) {
		Description facts = describe(image);
		return PixelSizes.of(PixelSize.of(facts.pixelSpacing(), facts.spacingSource()),
				opened(image).map(medical -> medical.supplement().regions()).orElse(List.of()));
	}

	/**
	 * The image with its pixels; not a copy, except where ImageJ had to copy them (see {@link ImagePlusFactory#open}).
	 *
	 * @return empty if the pixels are not in memory (a virtual stack, such as a slide)
	 */
	public static Optional<MedicalImage> medicalImage(ImagePlus image) {
		Optional<MedicalImage> ours = opened(image);
		if (ours.isPresent() || image.getStack().isVirtual()) return ours;
		Description facts = describe(image);
		return Optional.of(switch (image.getBitDepth()) {
			case 8 -> wrap(image, new UnsignedByteType(), facts);
			case 16 -> wrap(image, new UnsignedShortType(), facts);
			case 24 -> wrap(image, new ARGBType(), facts);
			default -> wrap(image, new FloatType(), facts);
		});
	}

	/**
	 * {@link #medicalImage}, for who cannot do without.
	 *
	 * @throws IllegalArgumentException if the pixels are out of reach (a virtual stack that another program opened)
	 */
	public static MedicalImage requirePixels(ImagePlus image) {
		return medicalImage(image).orElseThrow(() -> new IllegalArgumentException(
				"The pixels of this image are not in memory. Open it without the virtual stack option."));
	}

	/** The image of our reader, unless the ImageJ image has another size by now (cropped, scaled, slices taken away). */
	private static Optional<MedicalImage> opened(ImagePlus image) {
		if (!(image.getProperty(ImagePlusFactory.IMAGE) instanceof MedicalImage medical)) return Optional.empty();
		boolean same = medical.width() == image.getWidth() && medical.height() == image.getHeight()
				&& medical.channels() == image.getNChannels() && medical.slices() == image.getNSlices()
				&& medical.timePoints() == image.getNFrames();
		return same ? Optional.of(medical) : Optional.empty();
	}

	private static <T extends NativeType<T>> MedicalImage wrap(ImagePlus image, T type, Description facts) {
		List<Object> planes = new ArrayList<>();
		for (int i = 1; i <= image.getStackSize(); i++)
			planes.add(image.getStack().getPixels(i));
		double interval = image.getCalibration().frameInterval;
		ImageProcessor shown = image.getProcessor();
		return new MedicalImage(image.getTitle(),
				Planes.wrap(type, planes, image.getWidth(), image.getHeight(), image.getNChannels(), image.getNSlices(),
						image.getNFrames()),
				facts.scale(), null, facts.pixelSpacing(), facts.spacingSource(), List.of(), shown.isInvertedLut(),
				interval > 0 ? interval * 1000 : Double.NaN, Map.of(), facts.identity(), facts.sidecar().stream().toList(),
				facts.sidecar().orElse(null), List.of());
	}

	private static ImageIdentity identity(ImagePlus image, double[] spacing) {
		ImageSize size = new ImageSize(image.getWidth(), image.getHeight(), image.getNSlices(), image.getNChannels(),
				image.getNFrames());
		boolean known = !Double.isNaN(spacing[0]);
		DicomHeader header = DicomHeader.of(image);
		String kind = header.isDicom() ? "dicom" : image.getStackSize() > 1 ? "stack" : "photo";
		return new ImageIdentity(kind, size, header.studyUid(), header.seriesUid(), header.sopUids(),
				header.frameOfReferenceUid(), spacing, known ? "mm" : "px", known ? "ImageJ" : null, null, List.of());
	}

	private static SpacingSource spacingSource(ImagePlus image, double[] spacing) {
		if (Double.isNaN(spacing[0])) return SpacingSource.NONE;
		String noted = image.getProp(ImagePlusFactory.SPACING_SOURCE);
		for (SpacingSource source : SpacingSource.values())
			if (source.name().equals(noted) && source != SpacingSource.NONE) return source;
		return SpacingSource.STATED;
	}

	private static Optional<Path> file(ImagePlus image) {
		FileInfo info = image.getOriginalFileInfo();
		if (info == null || info.directory == null || info.directory.isEmpty() || info.fileName == null
				|| info.fileName.isEmpty())
			return Optional.empty();
		try {
			return Optional.of(Path.of(info.directory, info.fileName));
		} catch (InvalidPathException notAFile) {
			return Optional.empty();
		}
	}
}
