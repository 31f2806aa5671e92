package org.annotomy.image.nifti;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.image.Placement;

/**
 * Where the voxels of a NIfTI lie: by the sform if its code is above 0, else by the qform if its code is, else nowhere. NIfTI speaks RAS;
 * here it becomes LPS millimetres.
 */
final class NiftiPlace {

	/** Two places further apart than this part of a voxel are not the same; single precision alone explains less. */
	private static final double DISAGREEMENT_VOXELS = 0.1;

	private final NiftiHeader header;
	private final double[] spacingMm = new double[3];
	private final List<String> warnings = new ArrayList<>();
	private final Affine voxelToPatient;

	NiftiPlace(NiftiHeader header, int nx, int ny, int nz) {
		this.header = header;
		for (int i = 0; i < 3; i++)
			spacingMm[i] = spacing(header.pixdim()[i + 1] * header.unitMm());
		this.voxelToPatient = choose(nx, ny, nz);
		if (!header.hasUnit()) warnings.add("The file does not name its unit of length; millimetres are assumed.");
	}

	/** Null if the file does not place its voxels. */
	Affine voxelToPatient() {
		return voxelToPatient;
	}

	/** By pixdim along x, y, z; NaN where it says nothing. */
	double[] spacingMm() {
		return spacingMm;
	}

	List<String> warnings() {
		return warnings;
	}

	private static double spacing(double pixdim) {
		double spacing = Math.abs(pixdim);
		return spacing > 0 && Double.isFinite(spacing) ? spacing : Double.NaN;
	}

	private Affine choose(int nx, int ny, int nz) {
		Optional<Affine> sform = header.sformCode() > 0 ? sform() : Optional.empty();
		Optional<Affine> qform = header.qformCode() > 0 ? qform() : Optional.empty();
		if (header.sformCode() > 0 && sform.isEmpty())
			warnings.add("The file's sform matrix is not usable and was left aside.");
		if (sform.isPresent() && qform.isPresent() && apart(sform.get(), qform.get(), nx, ny, nz) > DISAGREEMENT_VOXELS)
			warnings.add("The file places its voxels in two ways that disagree (sform and qform); the sform was taken.");
		if (sform.isEmpty() && qform.isEmpty())
			warnings.add("The file does not say how its voxels lie in the patient, so left and right are unknown.");
		return sform.or(() -> qform).orElse(null);
	}

	/** The largest distance between two images of a corner, in voxels. */
	private static double apart(Affine a, Affine b, int nx, int ny, int nz) {
		double apart = 0;
		for (int corner = 0; corner < 8; corner++) {
			double x = (corner & 1) * (nx - 1);
			double y = (corner >> 1 & 1) * (ny - 1);
			double z = (corner >> 2) * (nz - 1);
			apart = Math.max(apart, a.apply(x, y, z).distanceTo(b.apply(x, y, z)));
		}
		return apart / Math.min(a.step(0).norm(), Math.min(a.step(1).norm(), a.step(2).norm()));
	}

	private Optional<Affine> sform() {
		double[] m = header.affine();
		return place(new Position(m[3], m[7], m[11]), new Position(m[0], m[4], m[8]), new Position(m[1], m[5], m[9]),
				new Position(m[2], m[6], m[10]));
	}

	/** Method 2 of the standard: a unit quaternion (a, b, c, d) of which a is not stored, steps of pixdim, z mirrored if qfac is below 0. */
	private Optional<Affine> qform() {
		double[] q = header.quaternion();
		double b = q[0];
		double c = q[1];
		double d = q[2];
		double rest = 1 - (b * b + c * c + d * d);
		if (rest < 0) {
			double length = Math.sqrt(b * b + c * c + d * d);
			b /= length;
			c /= length;
			d /= length;
		}
		double a = rest > 0 ? Math.sqrt(rest) : 0;
		double[] step = new double[3];
		for (int i = 0; i < 3; i++)
			step[i] = Double.isNaN(spacingMm[i]) ? 1 : spacingMm[i] / header.unitMm();
		double sz = header.pixdim()[0] < 0 ? -step[2] : step[2];
		return place(new Position(q[3], q[4], q[5]),
				new Position(a * a + b * b - c * c - d * d, 2 * (b * c + a * d), 2 * (b * d - a * c)).times(step[0]),
				new Position(2 * (b * c - a * d), a * a + c * c - b * b - d * d, 2 * (c * d + a * b)).times(step[1]),
				new Position(2 * (b * d + a * c), 2 * (c * d - a * b), a * a + d * d - b * b - c * c).times(sz));
	}

	private Optional<Affine> place(Position... originAndSteps) {
		Position[] lps = new Position[4];
		for (int i = 0; i < 4; i++) {
			Position ras = originAndSteps[i].times(header.unitMm());
			lps[i] = new Position(0 - ras.x(), 0 - ras.y(), ras.z());
		}
		return Placement.of(lps[0], lps[1], lps[2], lps[3]);
	}
}
