package org.annotomy.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Grid;
import org.annotomy.geometry.Position;
import org.annotomy.sample.chest.ChestAnatomy;
import org.annotomy.sample.chest.CtNoise;
import org.annotomy.sample.chest.Lesion;
import org.annotomy.sample.chest.PixelPlane;
import org.annotomy.task.Progress;

/**
 * A CT of a chest that nobody has: generated, the same on every machine, with findings whose place and volume are known exactly. For
 * pictures, first steps and tests; not for training models.
 */
public final class ChestPhantom {

	private static final double HIGHEST_MM = 142;
	private static final double FINEST_MM = 1.4;
	private static final int MOST_LAYERS = 4;
	private static final int SUBSAMPLES = 6;
	private static final int MINIMUM_HU = -1024;

	private final PixelPlane plane;
	private final int nz;
	private final double stepZ;
	private final Affine bodyToPatient;
	private final List<Lesion> lesions;
	private final SampleStudy study;

	private ChestPhantom(PixelPlane plane, int nz, double stepZ, Affine bodyToPatient, List<Lesion> lesions, SampleStudy study) {
		this.plane = plane;
		this.nz = nz;
		this.stepZ = stepZ;
		this.bodyToPatient = bodyToPatient;
		this.lesions = lesions;
		this.study = study;
	}

	/** 256 × 256 × 80 voxels of 1.4 × 1.4 × 4 mm. */
	public static ChestPhantom standard() {
		return of(256, 256, 80, 1.4, 4);
	}

	/** 512 × 512 × 120 voxels of 0.7 × 0.7 × 2.5 mm. */
	public static ChestPhantom full() {
		return of(512, 512, 120, 0.7, 2.5);
	}

	/** @param spacingMm of the pixels within a slice; {@code sliceMm} from one to the next */
	public static ChestPhantom of(int nx, int ny, int nz, double spacingMm, double sliceMm) {
		return new ChestPhantom(new PixelPlane(nx, ny, spacingMm, spacingMm), nz, sliceMm, Affine.IDENTITY, ChestAnatomy.LESIONS,
				SampleStudy.CHEST);
	}

	/** The same scan of a patient who lies turned in the frame of reference, so that no axis of the image is one of the patient's. */
	public ChestPhantom oblique() {
		Affine turned = Affine.of(new Position(12.5, -31, 204), new Position(0.936, 0.289, -0.201).unit(),
				Position.ORIGIN, Position.ORIGIN);
		Position x = turned.step(0);
		Position z = x.cross(new Position(-0.25, 0.95, 0.18)).unit();
		return new ChestPhantom(plane, nz, stepZ, Affine.of(turned.origin(), x, z.cross(x), z), lesions, study);
	}

	/**
	 * The same patient eight weeks later under treatment: lesions have changed ({@link ChestAnatomy#LATER_LESIONS}), and the patient lies a
	 * little shifted and turned, in a frame of reference of another scan.
	 */
	public ChestPhantom later() {
		Position x = new Position(0.9976, 0.0654, 0.0218).unit();
		Position z = x.cross(new Position(-0.0651, 0.9973, 0.0349)).unit();
		return new ChestPhantom(plane, nz, stepZ, Affine.of(new Position(6, -9, 4), x, z.cross(x), z), ChestAnatomy.LATER_LESIONS,
				SampleStudy.LATER_CHEST);
	}

	SampleStudy study() {
		return study;
	}

	/** From the body's frame, in which {@link Lesion#centre} is, to the patient coordinate system of the scan. */
	public Affine bodyToPatient() {
		return bodyToPatient;
	}

	/** Height of the first slice in the body's frame. */
	private double lowest() {
		return HIGHEST_MM - stepZ * (nz - 1);
	}

	/** Where the voxels lie. */
	public Grid grid() {
		Affine voxelToBody = Affine.ofRows(plane.stepX(), 0, 0, plane.x(0), 0, plane.stepY(), 0, plane.y(0), 0, 0, stepZ,
				lowest());
		return new Grid(plane.nx(), plane.ny(), nz, bodyToPatient.after(voxelToBody));
	}

	/** The findings; the label of the first in {@link #truth()} is 1. */
	public List<Lesion> lesions() {
		return lesions;
	}

	/** Where the middle of a finding lies, in LPS mm. */
	public Position centreLps(Lesion lesion) {
		return bodyToPatient.apply(lesion.centre());
	}

	/** Hounsfield units, one plane per slice, x fastest, the lowest slice first. */
	public short[][] hounsfield() {
		ChestAnatomy anatomy = new ChestAnatomy(plane, lesions, true);
		short[][] planes = new short[nz][];
		IntStream.range(0, nz).parallel().forEach(k -> planes[k] = slice(anatomy, k));
		return planes;
	}

	/** The mean over the thickness of the slice, and noise. */
	private short[] slice(ChestAnatomy anatomy, int k) {
		int layers = (int) Math.max(1, Math.min(MOST_LAYERS, Math.rint(stepZ / FINEST_MM)));
		int n = plane.nx() * plane.ny();
		float[] sum = new float[n];
		float[] layer = new float[n];
		for (int i = 0; i < layers; i++) {
			anatomy.paint(lowest() + stepZ * (k + (i + 0.5) / layers - 0.5), layer);
			for (int j = 0; j < n; j++)
				sum[j] += layer[j] / layers;
		}
		CtNoise.add(sum, plane, study == SampleStudy.CHEST ? k : -1 - k);
		short[] hu = new short[n];
		for (int j = 0; j < n; j++)
			hu[j] = (short) Math.max(MINIMUM_HU, Math.round(sum[j]));
		return hu;
	}

	/**
	 * Writes a CT series, unsigned with an intercept of −1024, into a folder, which is made if need be.
	 *
	 * @return the files {@code IM0001.dcm} …, the one nearest to the head first
	 */
	public List<Path> writeSeries(Path folder) throws IOException {
		String name = plane.nx() + " " + plane.ny() + " " + nz + (bodyToPatient.equals(Affine.IDENTITY) ? "" : " oblique");
		return new ChestCtSeries(this, name, false).write(folder, Progress.NONE);
	}

	/** Labels of the findings, 0 where there is none: a voxel has a label if more than half of it lies inside. */
	public byte[][] truth() {
		byte[][] planes = new byte[nz][plane.nx() * plane.ny()];
		for (int label = 1; label <= lesions().size(); label++) {
			byte value = (byte) label;
			forEachVoxelNear(lesions().get(label - 1), (index, k, share) -> { if (share > 0.5) planes[k][index] = value; });
		}
		return planes;
	}

	/** The volume of a finding as the voxels have it, each counted by the share that lies inside. */
	public double partialVolumeMm3(Lesion lesion) {
		double[] sum = {0};
		forEachVoxelNear(lesion, (index, k, share) -> sum[0] += share);
		return sum[0] * plane.stepX() * plane.stepY() * stepZ;
	}

	@FunctionalInterface
	private interface VoxelShare {
		void accept(int index, int slice, double share);
	}

	private void forEachVoxelNear(Lesion lesion, VoxelShare action) {
		Position c = lesion.centre();
		for (int k = range(c.z() - lesion.c(), lowest(), stepZ, nz)[0]; k <= range(c.z() + lesion.c(), lowest(), stepZ,
				nz)[1]; k++)
			for (int iy = range(c.y() - lesion.b(), plane.y(0), plane.stepY(), plane.ny())[0]; iy <= range(c.y() + lesion.b(),
					plane.y(0),
					plane.stepY(), plane.ny())[1]; iy++)
				for (int ix = range(c.x() - lesion.a(), plane.x(0), plane.stepX(), plane.nx())[0]; ix <= range(c.x() + lesion.a(),
						plane.x(0), plane.stepX(), plane.nx())[1]; ix++) {
							double share = share(lesion, ix, iy, k);
							if (share > 0) action.accept(iy * plane.nx() + ix, k, share);
						}
	}

	/** The last voxel below and the first above a coordinate, within the volume. */
	private static int[] range(double mm, double start, double step, int n) {
		int[] range = {(int) Math.floor((mm - start) / step) - 1, (int) Math.ceil((mm - start) / step) + 1};
		return Arrays.stream(range).map(i -> Math.max(0, Math.min(n - 1, i))).toArray();
	}

	private double share(Lesion lesion, int ix, int iy, int k) {
		int inside = 0;
		for (int s = 0; s < SUBSAMPLES * SUBSAMPLES * SUBSAMPLES; s++) {
			double x = plane.x(0) + plane.stepX() * (ix + offset(s % SUBSAMPLES));
			double y = plane.y(0) + plane.stepY() * (iy + offset(s / SUBSAMPLES % SUBSAMPLES));
			double z = lowest() + stepZ * (k + offset(s / (SUBSAMPLES * SUBSAMPLES)));
			if (lesion.contains(x, y, z)) inside++;
		}
		return inside / (double) (SUBSAMPLES * SUBSAMPLES * SUBSAMPLES);
	}

	private static double offset(int sample) {
		return (sample + 0.5) / SUBSAMPLES - 0.5;
	}
}
