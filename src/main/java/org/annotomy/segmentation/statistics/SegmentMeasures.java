package org.annotomy.segmentation.statistics;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;

/**
 * Size, place and shape of a segment.
 *
 * @param voxels how many, 1 or more
 * @param spacing that the millimetres are of
 * @param bounds smallest box around them
 * @param surfaceMm2 by Crofton's formula with 13 directions
 * @param centroid mean of the voxel centres, as indices of the image
 * @param centroidInPatient the same in mm, LPS; null if the file does not say where voxels lie
 * @param axes of the ellipsoid with the same moments; directions in the patient, or along the image's axes if that is not known
 * @param longest diameter in space
 * @param slices long and short axis in every slice that has voxels
 */
public record SegmentMeasures(long voxels, VoxelSpacing spacing, VoxelBox bounds, double surfaceMm2, Position centroid,
		Position centroidInPatient, PrincipalAxes axes, LongestDiameter longest, List<SliceDiameters> slices) {

	private static final double MM3_PER_ML = 1000;

	public SegmentMeasures {
		slices = List.copyOf(slices);
	}

	/**
	 * Measures the voxels of a mask.
	 *
	 * @param voxelToPatient null if the file does not say
	 * @return empty if there are no voxels
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	public static Optional<SegmentMeasures> of(Mask mask, VoxelSpacing spacing, Affine voxelToPatient, Progress progress) {
		return of(mask, spacing, voxelToPatient, z -> z, progress);
	}

	/**
	 * Likewise, where slices may be unevenly spaced.
	 *
	 * @param sliceToEven from the index of a slice to what {@code voxelToPatient} takes for it
	 */
	public static Optional<SegmentMeasures> of(Mask mask, VoxelSpacing spacing, Affine voxelToPatient,
			DoubleUnaryOperator sliceToEven, Progress progress) {
		VoxelBox bounds = mask.bounds();
		if (bounds.isEmpty()) return Optional.empty();
		Mask tight = bounds.equals(mask.box()) ? mask : mask.on(bounds);
		Affine toMm = voxelToPatient == null ? Affine.scaling(spacing) : voxelToPatient;
		Moments moments = Moments.of(tight);
		Position centroid = moments.centroid();
		return Optional.of(new SegmentMeasures(moments.count(), spacing, bounds,
				CroftonSurface.mm2(tight, spacing, progress.part(0, 0.4)), centroid,
				voxelToPatient == null ? null : voxelToPatient.apply(centroid.x(), centroid.y(), meanSlice(tight, sliceToEven)),
				PrincipalAxes.of(tight, toMm),
				LongestDiameter.of(tight, toMm), SliceDiameters.of(tight, spacing, progress.part(0.6, 1))));
	}

	/** The mean over all voxels. */
	private static double meanSlice(Mask mask, DoubleUnaryOperator sliceToEven) {
		int plane = mask.box().nx() * mask.box().ny();
		long all = 0;
		double sum = 0;
		for (int k = 0; k < mask.box().nz(); k++) {
			long count = 0;
			for (int i = k * plane; i < (k + 1) * plane; i++)
				count += mask.voxels()[i];
			all += count;
			sum += count * sliceToEven.applyAsDouble(mask.box().z() + k);
		}
		return sum / all;
	}

	public double volumeMm3() {
		return voxels * spacing.voxelVolumeMm3();
	}

	public double volumeMl() {
		return volumeMm3() / MM3_PER_ML;
	}

	/**
	 * Surface of a ball of the same volume over the surface (H. Wadell, 1935): 1 for a ball, less for all else; small segments may come out
	 * above 1, as their surface is an estimate.
	 */
	public double sphericity() {
		return Math.cbrt(36 * Math.PI * volumeMm3() * volumeMm3()) / surfaceMm2;
	}

	/** 36·π·volume² / surface³, the cube of the sphericity: compactness 2 of the Image Biomarker Standardisation Initiative. */
	public double compactness() {
		return Math.pow(sphericity(), 3);
	}

	/** Least over longest principal axis: 1 for a ball; IBSI's flatness. NaN for a single voxel. */
	public double flatness() {
		return axes.lengthsMm().get(2) / axes.lengthsMm().get(0);
	}

	/** Middle over longest principal axis: IBSI's elongation. NaN for a single voxel. */
	public double elongation() {
		return axes.lengthsMm().get(1) / axes.lengthsMm().get(0);
	}

	/** The slice with the longest diameter. */
	public SliceDiameters longestInSlice() {
		return SliceDiameters.longest(slices).orElseThrow();
	}
}
