package org.annotomy.dicom.presentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.image.ImageRegion;

/** The regions of an ultrasound picture and what their axes are (PS3.3 C.8.5.5, US Region Calibration). */
public final class UltrasoundRegions {

	private static final double MM_PER_CM = 10;
	private static final int CENTIMETRES = 3;
	private static final int TWO_DIMENSIONAL = 1;
	/** Bit 0 of Region Flags: pixels of this region lie above those of regions of low priority. */
	private static final int HIGH_PRIORITY = 1;
	private static final int MOST_REGIONS = 100;
	private static final double LARGEST_CM = 1e3;
	/** PS3.3 C.8.5.5.1.15, Physical Units. */
	private static final Map<Integer, String> UNITS = Map.of(1, "percent", 2, "decibels", 4, "time", 5, "frequency", 6,
			"decibels per second",
			7, "velocity", 8, "area", 9, "area per second", 10, "volume", 11, "volume per second");

	private UltrasoundRegions() {}

	/**
	 * All regions, in the order of the file; those whose axes nobody can measure along (units none) are left out.
	 *
	 * @param warnings is added to
	 */
	public static List<ImageRegion> of(DicomDataset dataset, List<String> warnings) {
		int columns = dataset.integer(Tag.COLUMNS, 0);
		int rows = dataset.integer(Tag.ROWS, 0);
		List<ImageRegion> regions = new ArrayList<>();
		boolean outside = false;
		for (DicomDataset item : dataset.items(Tag.SEQUENCE_OF_ULTRASOUND_REGIONS)) {
			if (regions.size() == MOST_REGIONS) break;
			ImageRegion region = of(item);
			if (region == null) continue;
			// Machines that give the edge instead of the last pixel are one pixel too far.
			if (region.x1() > columns || region.y1() > rows || region.x0() > region.x1() || region.y0() > region.y1())
				outside = true;
			else
				regions.add(region);
		}
		if (outside)
			warnings.add(regions.stream().anyMatch(ImageRegion::isMetric)
					? "A calibrated ultrasound region lies outside the image and is not used."
					: "The calibrated ultrasound region lies outside the image, so its pixel size is not used.");
		return regions;
	}

	/** Null if the axes are of no kind that can be named. */
	private static ImageRegion of(DicomDataset item) {
		int x = item.integer(Tag.PHYSICAL_UNITS_X_DIRECTION, 0);
		int y = item.integer(Tag.PHYSICAL_UNITS_Y_DIRECTION, 0);
		if (x == 0 && y == 0) return null;
		double deltaX = delta(item, Tag.PHYSICAL_DELTA_X);
		double deltaY = delta(item, Tag.PHYSICAL_DELTA_Y);
		boolean metric = x == CENTIMETRES && y == CENTIMETRES && deltaX > 0 && deltaY > 0
				&& item.integer(Tag.REGION_SPATIAL_FORMAT, TWO_DIMENSIONAL) == TWO_DIMENSIONAL;
		String axes = metric ? "" : name(x) + " × " + name(y);
		return new ImageRegion(corner(item, Tag.REGION_LOCATION_MIN_X0), corner(item, Tag.REGION_LOCATION_MIN_Y0),
				corner(item, Tag.REGION_LOCATION_MAX_X1), corner(item, Tag.REGION_LOCATION_MAX_Y1),
				metric ? MM_PER_CM * deltaX : Double.NaN, metric ? MM_PER_CM * deltaY : Double.NaN, axes,
				(item.integer(Tag.REGION_FLAGS, 0) & HIGH_PRIORITY) != 0);
	}

	private static String name(int unit) {
		return unit == CENTIMETRES ? "depth" : UNITS.getOrDefault(unit, "no unit");
	}

	private static int corner(DicomDataset item, int tag) {
		return (int) Math.max(0, Math.min(1 << 20, item.number(tag, 0)));
	}

	/** The sign only tells the direction. */
	private static double delta(DicomDataset item, int tag) {
		double delta = Math.abs(item.number(tag, 0));
		return delta < LARGEST_CM ? delta : 0;
	}
}
