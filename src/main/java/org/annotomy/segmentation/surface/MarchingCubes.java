package org.annotomy.segmentation.surface;

import org.annotomy.geometry.TriangleMesh;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;
import org.annotomy.task.Ranges;
import org.annotomy.task.Workers;

/**
 * Surfaces of masks by marching cubes (Lorensen and Cline 1987, doi:10.1145/37402.37422), in rows that are trimmed as by flying edges
 * (Schroeder et al. 2015, doi:10.1109/LDAV.2015.7348069). The surface runs halfway between the centres of a voxel inside and its neighbour
 * outside, is closed also where the mask reaches the end of the image, and every edge belongs to two triangles. Voxels inside that touch
 * only across an edge or a corner are parted, as 6-connectivity has it; programs that join them there give a few other triangles.
 * The same for any number of threads.
 */
public final class MarchingCubes {

	static final String DOING = "Making a surface";

	private static final int LEAST_SLICES = 8;

	private MarchingCubes() {}

	/**
	 * The surface of a mask.
	 *
	 * @param spacing distances of voxels
	 * @return in mm along the image's axes, from the centre of the image's first voxel; empty for a mask without a voxel
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	public static TriangleMesh of(Mask mask, VoxelSpacing spacing, Progress progress) {
		VoxelBox bounds = MaskBounds.of(mask, progress.part(0, 0.1));
		if (bounds.isEmpty()) return TriangleMesh.EMPTY;
		Mask padded = mask.on(bounds.grow(1, 1, 1));
		double[] origin = {padded.box().x() * spacing.xMm(), padded.box().y() * spacing.yMm(), padded.box().z() * spacing.zMm()};
		return around(padded.voxels(), padded.size(), 1, origin, new double[]{spacing.xMm(), spacing.yMm(), spacing.zMm()},
				progress.part(0.1, 1));
	}

	/** @param threshold from here on an (unsigned) value lies inside; those on the rim must lie below */
	static TriangleMesh around(byte[] values, VolumeSize size, int threshold, double[] origin, double[] step, Progress progress) {
		SurfaceGrid grid = new SurfaceGrid(values, size, threshold, progress.part(0, 0.2));
		int[] counts = new int[grid.nz];
		Workers.forEach(grid.nz, progress.part(0.2, 0.4), DOING, z -> counts[z] = PlaneVertices.count(grid, z));
		int[] start = new int[grid.nz + 1];
		for (int z = 0; z < grid.nz; z++)
			start[z + 1] = Math.addExact(start[z], counts[z]);
		VertexPlaces places = new VertexPlaces(start[grid.nz], origin, step);
		int slabs = grid.nz - 1;
		int pieces = 4 * Ranges.pieces(slabs, 4 * LEAST_SLICES);
		int[][] corners = new int[pieces][];
		Ranges.forEach(slabs, pieces, progress.part(0.4, 1), DOING,
				(piece, from, to) -> corners[piece] = new CellWalk(grid, start, places).walk(from, to));
		return new TriangleMesh(places.xyz, joined(corners));
	}

	private static int[] joined(int[][] pieces) {
		long length = 0;
		for (int[] piece : pieces)
			length += piece.length;
		int[] all = new int[Math.toIntExact(length)];
		int at = 0;
		for (int[] piece : pieces) {
			System.arraycopy(piece, 0, all, at, piece.length);
			at += piece.length;
		}
		return all;
	}
}
