package org.annotomy.imagej.session;

import org.annotomy.geometry.Axis;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Position;

/** Places on slices as places of the volume. */
final class SlicePlaces {

	private SlicePlaces() {}

	/** @param point in columns and rows of the slice, pixel-corner frame @return in voxels, whole numbers at their centres */
	static Position voxel(Axis across, int slice, Point point) {
		double column = point.x() - 0.5;
		double row = point.y() - 0.5;
		return switch (across) {
			case X -> new Position(slice, column, row);
			case Y -> new Position(column, slice, row);
			case Z -> new Position(column, row, slice);
		};
	}
}
