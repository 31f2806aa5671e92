package org.annotomy.dicom.series;

import java.util.List;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.geometry.Position;

/**
 * Where a frame lies in the patient (PS3.3 C.7.6.2.1.1); of an ultrasound volume whose place in the patient is unknown, where it lies in that
 * volume (C.8.24.6).
 *
 * @param position of the centre of the first pixel
 * @param alongRow unit vector, direction of increasing column index
 * @param alongColumn unit vector, direction of increasing row index
 * @param columnSpacingMm between neighbours along a row (x)
 * @param rowSpacingMm between neighbours along a column (y)
 * @param repaired whether the stated directions were not unit vectors at right angles
 */
record FrameGeometry(Position position, Position alongRow, Position alongColumn, double columnSpacingMm, double rowSpacingMm,
		boolean repaired) {

	private static final double TOLERANCE = 1e-3;

	/** The geometry of a frame, or null if the file does not give it. */
	static FrameGeometry of(FrameAttributes attributes, int frame) {
		DicomDataset dataset = attributes.dataset();
		DicomDataset detector = dataset.item(Tag.DETECTOR_INFORMATION_SEQUENCE).orElse(DicomDataset.EMPTY);
		double[] position = attributes.doubles(Tag.PLANE_POSITION_SEQUENCE, Tag.IMAGE_POSITION_PATIENT);
		double[] orientation = attributes.doubles(Tag.PLANE_ORIENTATION_SEQUENCE, Tag.IMAGE_ORIENTATION_PATIENT);
		if (position.length < 3) position = detector.doubles(Tag.IMAGE_POSITION_PATIENT);
		if (orientation.length < 6) orientation = detector.doubles(Tag.IMAGE_ORIENTATION_PATIENT);
		if (isOfVolume(attributes)) {
			position = attributes.doubles(Tag.PLANE_POSITION_VOLUME_SEQUENCE, Tag.IMAGE_POSITION_VOLUME);
			orientation = attributes.doubles(Tag.PLANE_ORIENTATION_VOLUME_SEQUENCE, Tag.IMAGE_ORIENTATION_VOLUME);
		}
		double[] spacing = attributes.doubles(Tag.PIXEL_MEASURES_SEQUENCE, Tag.PIXEL_SPACING);
		if (!finite(position, 3) || !finite(orientation, 6) || !finite(spacing, 2) || !(spacing[0] > 0) || !(spacing[1] > 0))
			return null;
		Position row = new Position(orientation[0], orientation[1], orientation[2]);
		Position column = new Position(orientation[3], orientation[4], orientation[5]);
		if (row.norm() < 0.5 || column.norm() < 0.5 || row.cross(column).norm() < 0.5) return null;
		boolean repaired = Math.abs(row.norm() - 1) > TOLERANCE || Math.abs(column.norm() - 1) > TOLERANCE
				|| Math.abs(row.dot(column)) > TOLERANCE;
		Position unitRow = row.unit();
		Position unitColumn = column.minus(unitRow.times(unitRow.dot(column))).unit();
		Position first = new Position(position[0], position[1], position[2]);
		Position shift = unitRow.cross(unitColumn).times(offset(dataset, frame, attributes.hasFunctionalGroups()));
		return new FrameGeometry(first.plus(shift), unitRow, unitColumn, spacing[1], spacing[0], repaired);
	}

	/** Whether the frame's place is known in the frame of reference of an ultrasound volume alone. */
	static boolean isOfVolume(FrameAttributes attributes) {
		return attributes.doubles(Tag.PLANE_POSITION_SEQUENCE, Tag.IMAGE_POSITION_PATIENT).length < 3
				&& attributes.doubles(Tag.PLANE_POSITION_VOLUME_SEQUENCE, Tag.IMAGE_POSITION_VOLUME).length >= 3;
	}

	/** How far a frame of a classic multi-frame image lies behind the stated position (RT dose, nuclear medicine). */
	private static double offset(DicomDataset dataset, int frame, boolean hasOwnPosition) {
		if (frame == 0 || hasOwnPosition) return 0;
		double[] offsets = dataset.doubles(Tag.GRID_FRAME_OFFSET_VECTOR);
		if (frame < offsets.length && Double.isFinite(offsets[frame])) return offsets[frame] - offsets[0];
		double step = dataset.number(Tag.SPACING_BETWEEN_SLICES, 0);
		int[] slices = dataset.ints(Tag.SLICE_VECTOR);
		if (frame < slices.length) return (slices[frame] - slices[0]) * step;
		boolean overTime = FrameTimes.areTimePoints(dataset);
		return overTime ? 0 : frame * step;
	}

	private static boolean finite(double[] values, int count) {
		if (values.length < count) return false;
		for (int i = 0; i < count; i++)
			if (!Double.isFinite(values[i])) return false;
		return true;
	}

	Position normal() {
		return alongRow.cross(alongColumn);
	}

	/** How far the plane lies along {@code normal}, in mm. */
	double distanceAlong(Position normal) {
		return normal.dot(position);
	}

	/** Same directions (1e-3 per component) and pixel size (1e-4 mm). */
	boolean isParallelTo(FrameGeometry other) {
		return close(alongRow, other.alongRow) && close(alongColumn, other.alongColumn)
				&& Math.abs(columnSpacingMm - other.columnSpacingMm) < 1e-4 && Math.abs(rowSpacingMm - other.rowSpacingMm) < 1e-4;
	}

	private static boolean close(Position a, Position b) {
		return Math.abs(a.x() - b.x()) < TOLERANCE && Math.abs(a.y() - b.y()) < TOLERANCE && Math.abs(a.z() - b.z()) < TOLERANCE;
	}

	/** Distances that a list of positions leaves between neighbours. */
	static double[] gaps(List<Double> ascending) {
		double[] gaps = new double[Math.max(0, ascending.size() - 1)];
		for (int i = 0; i < gaps.length; i++)
			gaps[i] = ascending.get(i + 1) - ascending.get(i);
		return gaps;
	}
}
