package org.annotomy.image.nifti;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.image.ImageFormatException;
import org.annotomy.task.Progress;

/** Writes label maps as NIfTI-1 in one file: 8 or 16 bits, unsigned, little endian, sform and qform alike, plane by plane. */
public final class NiftiWriter {

	private static final int LARGEST_AXIS = 32767;
	private static final int DATA_AT = 352;
	private static final int LABEL_INTENT = 1002;
	private static final int MILLIMETRES = 2;
	private static final double ORTHOGONAL = 1e-4;

	/** The labels of the slices. */
	@FunctionalInterface
	public interface Planes {

		/** @param z from 0 @return unsigned labels, row by row */
		short[] of(int z);
	}

	private NiftiWriter() {}

	/**
	 * @param out not closed
	 * @param voxelToPatient LPS; null if unknown: then the file says only how far voxels lie apart
	 * @param spacingMm along x, y, z; NaN where unknown
	 * @param wide whether labels above 255 occur
	 * @throws ImageFormatException if an axis is longer than NIfTI-1 can say
	 */
	public static void writeLabels(OutputStream out, VolumeSize size, Affine voxelToPatient, double[] spacingMm, boolean wide,
			Planes planes, Progress progress) throws IOException {
		if (Math.max(size.nx(), Math.max(size.ny(), size.nz())) > LARGEST_AXIS)
			throw new ImageFormatException("NIfTI-1 has no axes of more than " + LARGEST_AXIS + " voxels. Export as .seg.nrrd.");
		out.write(header(size, voxelToPatient, spacingMm, wide));
		byte[] row = new byte[size.nx() * size.ny() * (wide ? 2 : 1)];
		for (int z = 0; z < size.nz(); z++) {
			progress.checkCancelled();
			progress.update((double) z / size.nz(), "Writing labels");
			pack(planes.of(z), wide, row);
			out.write(row);
		}
	}

	private static void pack(short[] labels, boolean wide, byte[] into) {
		for (int i = 0; i < labels.length; i++)
			if (wide) {
				into[2 * i] = (byte) labels[i];
				into[2 * i + 1] = (byte) (labels[i] >> 8);
			} else into[i] = (byte) labels[i];
	}

	private static byte[] header(VolumeSize size, Affine voxelToPatient, double[] spacingMm, boolean wide) {
		ByteBuffer to = ByteBuffer.allocate(DATA_AT).order(ByteOrder.LITTLE_ENDIAN);
		to.putInt(0, NiftiHeader.BYTES_1);
		short[] dim = {3, (short) size.nx(), (short) size.ny(), (short) size.nz(), 1, 1, 1, 1};
		for (int i = 0; i < dim.length; i++)
			to.putShort(40 + 2 * i, dim[i]);
		to.putShort(68, (short) LABEL_INTENT).putShort(70, (short) (wide ? 512 : 2)).putShort(72, (short) (wide ? 16 : 8));
		to.putFloat(108, DATA_AT).putFloat(112, 1);
		to.putFloat(76, 1);
		for (int axis = 0; axis < 3; axis++)
			to.putFloat(80 + 4 * axis, spacingMm[axis] > 0 ? (float) spacingMm[axis] : 1);
		to.put(123, (byte) (spacingMm[0] > 0 || voxelToPatient != null ? MILLIMETRES : 0));
		if (voxelToPatient != null) place(to, Affine.RAS_TO_LPS.after(voxelToPatient));
		to.position(344).put("n+1\0".getBytes(StandardCharsets.US_ASCII));
		return to.array();
	}

	/** The sform; and the qform, if the axes stand at right angles, which is all that it can say. */
	private static void place(ByteBuffer to, Affine ras) {
		double[] rows = ras.rows();
		to.putShort(254, (short) 1);
		for (int i = 0; i < rows.length; i++)
			to.putFloat(280 + 4 * i, (float) rows[i]);
		Position[] axes = new Position[3];
		for (int axis = 0; axis < 3; axis++) {
			to.putFloat(80 + 4 * axis, (float) ras.step(axis).norm());
			axes[axis] = ras.step(axis).unit();
		}
		boolean upright = Math.abs(axes[0].dot(axes[1])) < ORTHOGONAL && Math.abs(axes[0].dot(axes[2])) < ORTHOGONAL
				&& Math.abs(axes[1].dot(axes[2])) < ORTHOGONAL;
		if (!upright) return;
		boolean mirrored = axes[0].cross(axes[1]).dot(axes[2]) < 0;
		if (mirrored) axes[2] = axes[2].times(-1);
		double[] q = quaternion(axes);
		to.putShort(252, (short) 1).putFloat(76, mirrored ? -1 : 1);
		for (int i = 0; i < 3; i++)
			to.putFloat(256 + 4 * i, (float) q[i]);
		to.putFloat(268, (float) ras.origin().x()).putFloat(272, (float) ras.origin().y()).putFloat(276,
				(float) ras.origin().z());
	}

	/** b, c, d of the rotation whose columns are the axes; a, which is not stored, is not negative (nifti1.h, method 2). */
	private static double[] quaternion(Position[] axes) {
		double xx = axes[0].x();
		double yy = axes[1].y();
		double zz = axes[2].z();
		double[] squares = {1 + xx + yy + zz, 1 + xx - yy - zz, 1 - xx + yy - zz, 1 - xx - yy + zz};
		int largest = 0;
		for (int i = 1; i < 4; i++)
			if (squares[i] > squares[largest]) largest = i;
		double half = Math.sqrt(squares[largest]) / 2;
		double s = 1 / (4 * half);
		double[] a = {(axes[1].z() - axes[2].y()) * s, (axes[2].x() - axes[0].z()) * s, (axes[0].y() - axes[1].x()) * s};
		double xy = (axes[1].x() + axes[0].y()) * s;
		double xz = (axes[2].x() + axes[0].z()) * s;
		double yz = (axes[2].y() + axes[1].z()) * s;
		double[] bcd = switch (largest) {
			case 0 -> a;
			case 1 -> new double[]{half, xy, xz};
			case 2 -> new double[]{xy, half, yz};
			default -> new double[]{xz, yz, half};
		};
		boolean negative = largest > 0 && a[largest - 1] < 0;
		return negative ? new double[]{-bcd[0], -bcd[1], -bcd[2]} : bcd;
	}
}
