package org.annotomy.dicom.series;

import java.util.List;
import java.util.Locale;

import org.annotomy.dicom.part10.Tag;
import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;

/**
 * Where a sorted stack of parallel frames lies.
 *
 * @param voxelToPatient exact for the first and the last slice, and for all if they are evenly spaced
 * @param sliceStepMm NaN for a single slice whose thickness is unknown
 * @param offsetsMm of the slices along their normal from the first; empty if they are evenly spaced
 */
record StackGeometry(Affine voxelToPatient, double columnSpacingMm, double rowSpacingMm, double sliceStepMm,
		List<Double> offsetsMm) {

	private static final double TILT_TOLERANCE_DEGREES = 0.1;
	private static final double SHIFT_TOLERANCE_MM = 0.1;

	/**
	 * @param slices in the order of the stack, null where one is missing; first and last are there
	 * @param warnings is added to
	 */
	static StackGeometry of(List<SliceFrame> slices, SliceSpacing spacing, List<String> warnings) {
		FrameGeometry first = slices.get(0).geometry();
		Position normal = first.normal();
		Position step;
		double stepMm;
		if (slices.size() == 1) {
			stepMm = thickness(slices.get(0).attributes());
			step = normal.times(Double.isNaN(stepMm) ? 1 : stepMm);
		} else {
			Position way = slices.get(slices.size() - 1).geometry().position().minus(first.position());
			step = way.times(1d / (slices.size() - 1));
			stepMm = step.norm();
			warnAboutTilt(step, normal, warnings);
			warnAboutShifts(slices, step, spacing.even(), warnings);
		}
		if (first.repaired())
			warnings.add("The stated directions of the image axes were not at right angles and were corrected.");
		Affine voxelToPatient = Affine.of(first.position(), first.alongRow().times(first.columnSpacingMm()),
				first.alongColumn().times(first.rowSpacingMm()), step);
		return new StackGeometry(voxelToPatient, first.columnSpacingMm(), first.rowSpacingMm(), stepMm,
				spacing.offsetsMm());
	}

	/** Of a single slice, for want of a neighbour: the stated spacing, else the thickness, else NaN. */
	private static double thickness(FrameAttributes attributes) {
		for (int tag : new int[]{Tag.SPACING_BETWEEN_SLICES, Tag.SLICE_THICKNESS}) {
			double stated = attributes.number(Tag.PIXEL_MEASURES_SEQUENCE, tag, Double.NaN);
			if (stated > 0 && Double.isFinite(stated)) return stated;
		}
		return Double.NaN;
	}

	/** From positions alone: Gantry/Detector Tilt is nominal, and its sign differs between vendors. */
	private static void warnAboutTilt(Position step, Position normal, List<String> warnings) {
		double cosine = Math.min(1, step.dot(normal) / step.norm());
		double degrees = Math.toDegrees(Math.acos(cosine));
		if (degrees > TILT_TOLERANCE_DEGREES)
			warnings.add(String.format(Locale.ROOT,
					"The slices form a slanted stack (tilted by %.1f°, as with a tilted gantry): positions are exact, but side views look sheared. "
							+ "Straighten Tilted Volume... makes an upright copy.",
					degrees));
	}

	boolean isEven() { return offsetsMm.isEmpty(); }

	private static void warnAboutShifts(List<SliceFrame> slices, Position step, boolean even, List<String> warnings) {
		if (!even) return;
		Position origin = slices.get(0).geometry().position();
		double worst = 0;
		for (int k = 0; k < slices.size(); k++)
			if (slices.get(k) != null)
				worst = Math.max(worst, slices.get(k).geometry().position().distanceTo(origin.plus(step.times(k))));
		if (worst > Math.max(SHIFT_TOLERANCE_MM, 0.02 * step.norm()))
			warnings.add(String.format(Locale.ROOT, "Slices are up to %.2f mm away from where an even stack has them.", worst));
	}
}
