package org.annotomy.sample;

import java.util.List;
import java.util.stream.IntStream;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Grid;
import org.annotomy.sample.chest.ChestAnatomy;
import org.annotomy.sample.chest.CtNoise;
import org.annotomy.sample.chest.Lesion;
import org.annotomy.sample.chest.PixelPlane;

/**
 * The chest phantom in a scanner whose gantry is tilted: slices lean backwards, but the table moves along the body, so that they form a slanted
 * stack. Places are those of the patient; {@link Lesion#centre} is in LPS mm.
 */
public final class TiltedChest {

	/** By how much the gantry leans. */
	public static final double TILT_DEGREES = 15;
	private static final double HIGHEST_MM = 104;
	private static final int LAYERS_PER_SLICE = 3;
	private static final int MINIMUM_HU = -1024;

	private final PixelPlane plane;
	private final int nz;
	private final double step;
	private final double cos = StrictMath.cos(Math.toRadians(TILT_DEGREES));
	private final double sin = StrictMath.sin(Math.toRadians(TILT_DEGREES));

	private TiltedChest(PixelPlane plane, int nz, double step) {
		this.plane = plane;
		this.nz = nz;
		this.step = step;
	}

	/** 256 × 256 × 60 voxels of 1.4 × 1.4 mm, the table moving by 4 mm. */
	public static TiltedChest standard() {
		return of(256, 60, 1.4, 4);
	}

	/** @param n rows and columns @param spacingMm between pixels @param stepMm of the table from slice to slice */
	public static TiltedChest of(int n, int nz, double spacingMm, double stepMm) {
		return new TiltedChest(new PixelPlane(n, n, spacingMm, spacingMm), nz, stepMm);
	}

	private double middleY() {
		return (plane.y(0) + plane.y(plane.ny() - 1)) / 2;
	}

	private double lowest() {
		return HIGHEST_MM - step * (nz - 1);
	}

	/** Where the voxels lie: rows go to the back and, because of the tilt, upwards. */
	public Grid grid() {
		double half = (plane.ny() - 1) / 2.0 * plane.stepY();
		return new Grid(plane.nx(), plane.ny(), nz,
				Affine.ofRows(plane.stepX(), 0, 0, plane.x(0), 0, plane.stepY() * cos, 0, middleY() - half * cos, 0,
						plane.stepY() * sin, step, lowest() - half * sin));
	}

	/** The findings, as in {@link ChestPhantom}. */
	public List<Lesion> lesions() {
		return ChestAnatomy.LESIONS;
	}

	/** Hounsfield units, one plane per slice, x fastest, the lowest slice first; the mean over the thickness of the slice, and noise. */
	public short[][] hounsfield() {
		double layerMm = step / LAYERS_PER_SLICE;
		double reach = (plane.ny() - 1) / 2.0 * plane.stepY() * sin + step;
		double bottom = lowest() - reach;
		int layers = (int) Math.ceil((HIGHEST_MM + reach - bottom) / layerMm) + 2;
		short[][] upright = new short[layers][];
		ChestAnatomy anatomy = new ChestAnatomy(plane, true);
		IntStream.range(0, layers).parallel().forEach(i -> upright[i] = layer(anatomy, bottom + i * layerMm));
		short[][] planes = new short[nz][];
		IntStream.range(0, nz).parallel().forEach(k -> planes[k] = slice(upright, bottom, layerMm, k));
		return planes;
	}

	private short[] layer(ChestAnatomy anatomy, double z) {
		float[] hu = new float[plane.nx() * plane.ny()];
		anatomy.paint(z, hu);
		short[] layer = new short[hu.length];
		for (int i = 0; i < layer.length; i++)
			layer[i] = (short) Math.rint(hu[i]);
		return layer;
	}

	private short[] slice(short[][] upright, double bottom, double layerMm, int k) {
		int nx = plane.nx();
		float[] sum = new float[nx * plane.ny()];
		for (int iy = 0; iy < plane.ny(); iy++) {
			double along = (iy - (plane.ny() - 1) / 2.0) * plane.stepY();
			double row = (middleY() + along * cos - plane.y(0)) / plane.stepY();
			for (int part = 0; part < LAYERS_PER_SLICE; part++) {
				double z = lowest() + step * k + along * sin + layerMm * (part - (LAYERS_PER_SLICE - 1) / 2.0);
				addRow(upright, (z - bottom) / layerMm, row, sum, iy * nx);
			}
		}
		CtNoise.add(sum, plane, k);
		short[] hu = new short[sum.length];
		for (int i = 0; i < hu.length; i++)
			hu[i] = (short) Math.max(MINIMUM_HU, Math.round(sum[i]));
		return hu;
	}

	/** A line across the body, between four painted ones. */
	private void addRow(short[][] upright, double layer, double row, float[] sum, int to) {
		int l = (int) layer;
		int r = Math.min((int) row, plane.ny() - 2);
		double fl = layer - l;
		double fr = row - r;
		short[] below = upright[l];
		short[] above = upright[l + 1];
		int i = r * plane.nx();
		for (int x = 0; x < plane.nx(); x++, i++) {
			double low = below[i] + fr * (below[i + plane.nx()] - below[i]);
			double high = above[i] + fr * (above[i + plane.nx()] - above[i]);
			sum[to + x] += (float) ((low + fl * (high - low)) / LAYERS_PER_SLICE);
		}
	}
}
