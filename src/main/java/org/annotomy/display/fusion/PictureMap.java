package org.annotomy.display.fusion;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.registration.AffineMap;
import org.annotomy.registration.ImageFrame;
import org.annotomy.registration.Transform;

/**
 * Which voxel of another image lies under each pixel of a slice. Maps that bend are followed exactly every {@value #MESH} pixels and linearly
 * in between.
 */
public final class PictureMap {

	/** Pixels between the places at which a bending map is followed. */
	static final int MESH = 8;

	private final int width;
	private final int height;
	private final Affine linear;
	private final Position[] mesh;
	private final int meshWidth;
	private double lowest = Double.POSITIVE_INFINITY;
	private double highest = Double.NEGATIVE_INFINITY;

	/**
	 * @param width pixels of the picture; likewise {@code height}
	 * @param pixelToFrame from pixels (centres at whole numbers) and slices to the frame of the image that the slice is of
	 * @param slice from 0
	 * @param toOther from that frame to the frame of the other image
	 * @param other frame of the other image
	 */
	public PictureMap(int width, int height, Affine pixelToFrame, double slice, Transform toOther, ImageFrame other) {
		this.width = width;
		this.height = height;
		boolean straight = toOther instanceof AffineMap && other.sliceAxis().isEven();
		meshWidth = (width - 1) / MESH + 2;
		if (straight) {
			Affine toVoxel = other.voxelToFrame().inverse().after(((AffineMap) toOther).matrix()).after(pixelToFrame);
			linear = Affine.of(toVoxel.apply(0, 0, slice), toVoxel.step(0), toVoxel.step(1), toVoxel.step(2));
			mesh = null;
			for (int corner = 0; corner < 4; corner++)
				note(linear.apply((corner & 1) * (width - 1), (corner >> 1) * (height - 1), 0));
		} else {
			linear = null;
			mesh = new Position[meshWidth * ((height - 1) / MESH + 2)];
			for (int i = 0; i < mesh.length; i++) {
				Position at = pixelToFrame.apply(i % meshWidth * MESH, i / meshWidth * MESH, slice);
				mesh[i] = other.voxelOf(toOther.apply(at));
				if (Transform.isDefined(mesh[i])) note(mesh[i]);
			}
		}
	}

	private void note(Position voxel) {
		lowest = Math.min(lowest, voxel.z());
		highest = Math.max(highest, voxel.z());
	}

	int width() {
		return width;
	}

	int height() {
		return height;
	}

	/** The lowest slice that a pixel lies on. */
	double lowestSlice() {
		return lowest;
	}

	/** The highest slice that a pixel lies on; below the lowest one if no pixel lies anywhere. */
	double highestSlice() {
		return highest;
	}

	/** The voxel under a pixel, between voxels and also outside the image; NaN where the map gives none. */
	Position voxelAt(int x, int y) {
		if (linear != null) return linear.apply(x, y, 0);
		int at = x / MESH + meshWidth * (y / MESH);
		double u = x % MESH / (double) MESH;
		double v = y % MESH / (double) MESH;
		Position upper = between(mesh[at], mesh[at + 1], u);
		return between(upper, between(mesh[at + meshWidth], mesh[at + meshWidth + 1], u), v);
	}

	private static Position between(Position a, Position b, double share) {
		return a.plus(b.minus(a).times(share));
	}
}
