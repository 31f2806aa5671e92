package org.annotomy.segmentation.measure;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.annotomy.geometry.Box;
import org.annotomy.image.ImageRegion;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.SpacingSource;

/**
 * How large pixels are, place by place: of an ultrasound picture with several regions a measurement takes the region that it lies in, or
 * counts pixels and says why.
 */
public final class PixelSizes {

	/** Smaller ones are told in µm, as slides are. */
	private static final double FINE_MM = 0.01;
	/** Covering regions first, small ones before large ones. */
	private static final Comparator<ImageRegion> FROM_THE_TOP = Comparator.comparing(ImageRegion::above).reversed()
			.thenComparingLong(ImageRegion::area);

	/**
	 * The pixel size at one place.
	 *
	 * @param words where it comes from, or why it is not known
	 */
	public record AtPlace(PixelSize pixel, String words) {}

	private final PixelSize whole;
	private final List<ImageRegion> regions;

	private PixelSizes(PixelSize whole, List<ImageRegion> regions) {
		this.whole = whole;
		this.regions = regions.stream().sorted(FROM_THE_TOP).toList();
	}

	/** @param regions parts with a pixel size of their own; empty if {@code whole} holds everywhere */
	public static PixelSizes of(PixelSize whole, List<ImageRegion> regions) {
		return new PixelSizes(whole, regions);
	}

	public static PixelSizes of(MedicalImage image) {
		return of(PixelSize.of(image), image.supplement().regions());
	}

	/** @param box what is measured lies in it; in pixels, pixel-corner frame */
	public AtPlace at(Box box) {
		if (regions.isEmpty()) return new AtPlace(whole, whole.source().words());
		for (ImageRegion region : regions) {
			if (!region.reaches(box)) continue;
			if (!region.contains(box)) return unknown("it crosses the edge of an ultrasound region");
			if (!region.isMetric()) return unknown("the axes of this ultrasound region are " + region.axes());
			return new AtPlace(new PixelSize(region.xMm(), region.yMm(), SpacingSource.ULTRASOUND_REGION),
					SpacingSource.ULTRASOUND_REGION.words());
		}
		return unknown("it lies outside the ultrasound regions");
	}

	/** The pixel size and its source in one line for the user, such as {@code 0.081 mm pixels, at the detector}. */
	public String describe() {
		long metric = regions.stream().filter(ImageRegion::isMetric).count();
		if (!regions.isEmpty() && metric == 0) return "Measures are in pixels: no ultrasound region has lengths";
		if (metric > 1) return metric + " ultrasound regions, each with a pixel size of its own";
		if (!whole.isKnown())
			return whole.source() == SpacingSource.NONE
					? "Pixel size unknown: measures are in pixels"
					: "Measures are " + whole.source().words();
		boolean square = Math.abs(whole.x() - whole.y()) < 1e-6 * whole.x();
		boolean fine = whole.x() < FINE_MM;
		double scale = fine ? 1000 : 1;
		String x = number(scale * whole.x());
		return (square ? x : x + " × " + number(scale * whole.y())) + (fine ? " µm pixels, " : " mm pixels, ")
				+ whole.source().words();
	}

	private static String number(double length) {
		return String.format(Locale.ROOT, "%.3g", length);
	}

	private static AtPlace unknown(String why) {
		return new AtPlace(PixelSize.UNKNOWN, "in pixels: " + why);
	}
}
