package org.annotomy.linking.section;

import org.annotomy.geometry.Position;

/**
 * How the pixels of a picture lie among the voxels of an image: the pixel at (u, v), in the pixel-corner frame, lies at
 * {@code origin + u · right + v · down}, in voxels with centres at whole numbers.
 */
public record PlaneMap(Position origin, Position right, Position down) {

	/** The voxel at a pixel. */
	public Position at(double u, double v) {
		return new Position(origin.x() + u * right.x() + v * down.x(), origin.y() + u * right.y() + v * down.y(),
				origin.z() + u * right.z() + v * down.z());
	}
}
