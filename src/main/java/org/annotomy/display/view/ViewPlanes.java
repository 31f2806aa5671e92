package org.annotomy.display.view;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Axis;
import org.annotomy.geometry.PatientOrientation;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelSpacing;

/** The three views of a volume: named and turned as the patient lies, or by the axes of the image if nobody knows. */
public final class ViewPlanes {

	/** The longer side of a picture, unless the volume has more voxels. */
	private static final int LONGEST_SIDE = 2048;

	private final VolumeSize size;
	private final double[] mm;
	private final Affine place;

	/**
	 * @param spacing distances of voxels
	 * @param place from voxels to the patient, or null if nobody knows
	 */
	public ViewPlanes(VolumeSize size, VoxelSpacing spacing, Affine place) {
		this.size = size;
		this.mm = new double[]{spacing.xMm(), spacing.yMm(), spacing.zMm()};
		this.place = place;
	}

	/** Slices across z as the image itself shows them: each voxel a pixel, neither turned nor mirrored. */
	public ViewPlane own() {
		return new ViewPlane(name(Axis.Z), Axis.Z, size, false, false, false, size.nx(), size.ny());
	}

	/** Slices across an axis: axial ones seen from the feet, coronal ones from in front, sagittal ones from the patient's left; head up. */
	public ViewPlane across(Axis axis) {
		int columnAxis = axis == Axis.X ? 1 : 0;
		int rowAxis = axis == Axis.Z ? 1 : 2;
		String right = right(axis);
		String down = down(axis);
		boolean transposed = place != null && runsAlong(rowAxis, right) && runsAlong(columnAxis, down);
		int horizontal = transposed ? rowAxis : columnAxis;
		int vertical = transposed ? columnAxis : rowAxis;
		boolean flipX = place != null && runsAgainst(horizontal, right);
		boolean flipY = place != null && runsAgainst(vertical, down);
		double pixel = pixelMm(horizontal, vertical);
		return new ViewPlane(name(axis), axis, size, transposed, flipX, flipY, pixels(horizontal, pixel),
				pixels(vertical, pixel));
	}

	private double pixelMm(int horizontal, int vertical) {
		double longest = Math.max(voxels(horizontal) * mm[horizontal], voxels(vertical) * mm[vertical]);
		int most = Math.max(LONGEST_SIDE, Math.max(voxels(horizontal), voxels(vertical)));
		return Math.max(Math.min(mm[horizontal], mm[vertical]), longest / most);
	}

	private int pixels(int axis, double pixelMm) {
		return (int) Math.max(1, Math.round(voxels(axis) * mm[axis] / pixelMm));
	}

	private int voxels(int axis) {
		return axis == 0 ? size.nx() : axis == 1 ? size.ny() : size.nz();
	}

	private String name(Axis axis) {
		if (place == null) return axis == Axis.X ? "YZ" : axis == Axis.Y ? "XZ" : "XY";
		return switch (letter(axis.ordinal())) {
			case 'L', 'R' -> "Sagittal";
			case 'P', 'A' -> "Coronal";
			default -> "Axial";
		};
	}

	private String right(Axis axis) {
		return name(axis).equals("Sagittal") ? "PA" : "LR";
	}

	private String down(Axis axis) {
		return name(axis).equals("Axial") ? "PA" : "FH";
	}

	/** Where an axis of the image points, above all. */
	private char letter(int axis) {
		return PatientOrientation.letters(place.step(axis)).charAt(0);
	}

	private boolean runsAlong(int axis, String way) {
		return way.indexOf(letter(axis)) >= 0;
	}

	private boolean runsAgainst(int axis, String way) {
		return way.indexOf(letter(axis)) == 1;
	}
}
