package org.annotomy.segmentation.surface;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.model.Segment;
import org.annotomy.geometry.Affine;
import org.annotomy.geometry.TriangleMesh;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.segment.SegmentVoxels;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;

/** Surfaces of the segments of a document where they lie in the patient, or along the image's axes if nobody knows. */
public final class SegmentSurfaces {

	private static final double FINER = 1.2;

	private final SegmentVoxels voxels;
	private final VoxelSpacing spacing;
	private final Affine place;

	/**
	 * @param document a copy, if somebody may change it meanwhile
	 * @param place from voxels to the patient (LPS, mm), or null if nobody knows
	 */
	public SegmentSurfaces(AnnotationDocument document, int timePoint, VoxelSpacing spacing, Affine place) {
		this.voxels = new SegmentVoxels(document, timePoint);
		this.spacing = spacing;
		this.place = place;
	}

	/**
	 * The surface in full detail.
	 *
	 * @param rounds of smoothing; 0 for none
	 * @return empty if the segment has no voxels
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	public TriangleMesh exact(Segment segment, int rounds, Progress progress) {
		return finished(MarchingCubes.of(voxels.mask(segment), spacing, progress.part(0, 0.6)), rounds, progress.part(0.6, 1));
	}

	/** A surface of about so many triangles at the most, to look at; otherwise as {@link #exact}. */
	public TriangleMesh preview(Segment segment, int triangles, int rounds, Progress progress) {
		Mask mask = voxels.mask(segment);
		int[] block = block(mask.box(), triangles);
		return finished(CoarseMask.surface(mask, spacing, block, progress.part(0, 0.6)), rounds, progress.part(0.6, 1));
	}

	private TriangleMesh finished(TriangleMesh mesh, int rounds, Progress progress) {
		TriangleMesh smooth = SurfaceSmoothing.taubin(mesh, rounds, progress);
		return place == null ? smooth : smooth.transformed(place.after(Affine.scaling(spacing).inverse()));
	}

	/** Voxels to be taken together: as many as make cubes, and only as many as are needed. A box has about two triangles for each voxel of its sides. */
	private int[] block(VoxelBox box, int triangles) {
		double[] mm = {spacing.xMm(), spacing.yMm(), spacing.zMm()};
		double side = Math.min(mm[0], Math.min(mm[1], mm[2]));
		while (true) {
			int[] block = new int[3];
			for (int axis = 0; axis < 3; axis++)
				block[axis] = (int) Math.max(1, Math.min(16, Math.round(side / mm[axis])));
			double x = box.nx() / (double) block[0];
			double y = box.ny() / (double) block[1];
			double z = box.nz() / (double) block[2];
			boolean coarsest = block[0] == 16 && block[1] == 16 && block[2] == 16;
			if (4 * (x * y + y * z + x * z) <= triangles || coarsest) return block;
			side *= FINER;
		}
	}
}
