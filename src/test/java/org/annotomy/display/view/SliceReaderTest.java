package org.annotomy.display.view;

import static org.junit.Assert.assertEquals;

import java.util.Random;
import java.util.function.IntFunction;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Axis;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelSpacing;
import org.junit.Test;

/** Pixels of slices against a brute-force twin: each pixel interpolated by itself at the place that the view says. */
public class SliceReaderTest {

	private static final VolumeSize SIZE = new VolumeSize(11, 7, 5);
	private static final VoxelSpacing MM = new VoxelSpacing(0.7, 0.9, 2.5);
	private static final Affine[] PLACES = {null, Affine.scaling(MM),
			Affine.ofRows(0, 0, -2.5, 3, 0.7, 0, 0, 4, 0, -0.9, 0, 5), Affine.ofRows(0, 0.9, 0, 3, 0, 0, 2.5, 4, -0.7, 0, 0, 5)};

	private interface Values {
		double at(int x, int y, int z);
	}

	private static void check(IntFunction<Object> planes, Values values, double tolerance) {
		for (Affine place : PLACES)
			for (Axis axis : Axis.values()) {
				ViewPlane view = new ViewPlanes(SIZE, MM, place).across(axis);
				SliceReader reader = new SliceReader(view, planes);
				for (int slice = 0; slice < view.slices(); slice++) {
					Object pixels = reader.read(slice);
					for (int i = 0; i < view.width() * view.height(); i++) {
						Position at = view.voxelAt(i % view.width() + 0.5, i / view.width() + 0.5, slice);
						assertEquals(view + ", slice " + slice + ", pixel " + i, trilinear(values, at), value(pixels, i),
								tolerance);
					}
				}
			}
	}

	private static double value(Object pixels, int i) {
		if (pixels instanceof byte[] b) return b[i] & 0xff;
		if (pixels instanceof short[] s) return s[i] & 0xffff;
		return ((float[]) pixels)[i];
	}

	private static double trilinear(Values values, Position at) {
		double[] p = {held(at.x(), SIZE.nx()), held(at.y(), SIZE.ny()), held(at.z(), SIZE.nz())};
		double sum = 0;
		for (int corner = 0; corner < 8; corner++) {
			int[] v = new int[3];
			double weight = 1;
			for (int axis = 0; axis < 3; axis++) {
				int low = (int) Math.floor(p[axis] + 1e-9);
				double part = p[axis] - low;
				boolean next = (corner >> axis & 1) != 0;
				weight *= next ? part : 1 - part;
				v[axis] = next ? low + 1 : low;
			}
			if (weight > 1e-7) sum += weight * values.at(v[0], v[1], v[2]);
		}
		return sum;
	}

	private static double held(double at, int count) {
		return Math.max(0, Math.min(count - 1, at));
	}

	@Test
	public void bytes() {
		byte[][] planes = new byte[5][77];
		Random random = new Random(1);
		for (byte[] plane : planes)
			random.nextBytes(plane);
		check(z -> planes[z], (x, y, z) -> planes[z][x + 11 * y] & 0xff, 0.501);
	}

	@Test
	public void shorts() {
		short[][] planes = new short[5][77];
		Random random = new Random(2);
		for (short[] plane : planes)
			for (int i = 0; i < plane.length; i++)
				plane[i] = (short) random.nextInt();
		check(z -> planes[z], (x, y, z) -> planes[z][x + 11 * y] & 0xffff, 0.52);
	}

	@Test
	public void floats() {
		float[][] planes = new float[5][77];
		Random random = new Random(3);
		for (float[] plane : planes)
			for (int i = 0; i < plane.length; i++)
				plane[i] = random.nextFloat() - 0.5f;
		check(z -> planes[z], (x, y, z) -> planes[z][x + 11 * y], 1e-5);
	}

	@Test
	public void coloursAreNotMixed() {
		int[][] planes = new int[5][77];
		for (int z = 0; z < 5; z++)
			for (int i = 0; i < 77; i++)
				planes[z][i] = 0xff000000 | z << 16 | i;
		for (Affine place : PLACES)
			for (Axis axis : Axis.values()) {
				ViewPlane view = new ViewPlanes(SIZE, MM, place).across(axis);
				int[] pixels = (int[]) new SliceReader(view, z -> planes[z]).read(2);
				for (int i = 0; i < pixels.length; i++) {
					Position at = view.voxelAt(i % view.width() + 0.5, i / view.width() + 0.5, 2);
					int z = (int) Math.round(at.z());
					int inPlane = (int) Math.round(at.x()) + 11 * (int) Math.round(at.y());
					assertEquals(view + ", pixel " + i, 0xff000000 | z << 16 | inPlane, pixels[i]);
				}
			}
	}
}
