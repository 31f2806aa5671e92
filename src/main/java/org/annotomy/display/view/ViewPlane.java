package org.annotomy.display.view;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Axis;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.VolumeSize;

/**
 * Slices across one axis of a volume, laid out so that distances look right: pixels are square although voxels need not be. Columns and rows
 * of a slice are those of {@link Axis}; the picture may be turned and mirrored, so that the patient lies as usual.
 *
 * @param name such as {@code Coronal}, or {@code XZ} if nobody knows how the patient lies
 * @param transposed whether columns of the slice run down the picture
 * @param flipX whether the picture is mirrored left to right, after it was transposed; likewise {@code flipY}
 * @param width pixels of the picture; likewise {@code height}
 */
public record ViewPlane(String name, Axis across, VolumeSize size, boolean transposed, boolean flipX, boolean flipY, int width,
		int height) {

	/** How many slices there are. */
	public int slices() {
		return across.slices(size);
	}

	/** From columns and rows of a slice (pixel-corner frame) to pixels of the picture. */
	public AffineTransform toPixels() {
		double columns = across.columns(size);
		double rows = across.rows(size);
		AffineTransform map = new AffineTransform(flipX ? -1 : 1, 0, 0, flipY ? -1 : 1, flipX ? width : 0, flipY ? height : 0);
		map.scale(width / (transposed ? rows : columns), height / (transposed ? columns : rows));
		if (transposed) map.concatenate(new AffineTransform(0, 1, 1, 0, 0, 0));
		return map;
	}

	/** The place of the volume at a pixel of a slice, in voxels with whole numbers at their centres; it may lie outside the volume. */
	public Position voxelAt(double x, double y, int slice) {
		Point2D at = inverse().transform(new Point2D.Double(x, y), null);
		double column = at.getX() - 0.5;
		double row = at.getY() - 0.5;
		return switch (across) {
			case X -> new Position(slice, column, row);
			case Y -> new Position(column, slice, row);
			case Z -> new Position(column, row, slice);
		};
	}

	private AffineTransform inverse() {
		AffineTransform map = toPixels();
		double det = map.getDeterminant();
		return new AffineTransform(map.getScaleY() / det, -map.getShearY() / det, -map.getShearX() / det, map.getScaleX() / det,
				(map.getShearX() * map.getTranslateY() - map.getScaleY() * map.getTranslateX()) / det,
				(map.getShearY() * map.getTranslateX() - map.getScaleX() * map.getTranslateY()) / det);
	}

	/** Where in the picture a place of the volume is seen, on its slice or in front of or behind it. */
	public Point pixelOf(Position voxel) {
		double column = (across == Axis.X ? voxel.y() : voxel.x()) + 0.5;
		double row = (across == Axis.Z ? voxel.y() : voxel.z()) + 0.5;
		Point2D at = toPixels().transform(new Point2D.Double(column, row), null);
		return new Point(at.getX(), at.getY());
	}

	/** The way from one pixel to the next to the right, in voxels. */
	public Position right() {
		return voxelAt(1, 0, 0).minus(voxelAt(0, 0, 0));
	}

	/** The way from one pixel to the next down, in voxels. */
	public Position down() {
		return voxelAt(0, 1, 0).minus(voxelAt(0, 0, 0));
	}

	/** From pixels (centres at whole numbers) and slices to the patient. */
	public Affine toPatient(Affine voxelToPatient) {
		Position step = switch (across) {
			case X -> new Position(1, 0, 0);
			case Y -> new Position(0, 1, 0);
			case Z -> new Position(0, 0, 1);
		};
		return voxelToPatient.after(Affine.of(voxelAt(0.5, 0.5, 0), right(), down(), step));
	}
}
