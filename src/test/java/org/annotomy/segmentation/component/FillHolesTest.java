package org.annotomy.segmentation.component;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.util.Random;

import org.annotomy.geometry.Axis;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;
import org.junit.Test;

public class FillHolesTest {

	private final Random random = new Random(4);

	@Test
	public void whatCannotReachASideIsFilled() {
		for (VolumeSize size : ConnectedComponentsTest.SIZES)
			for (double part : new double[]{0.3, 0.6, 0.8}) {
				byte[] mask = mask(size, part);
				assertArrayEquals(size.toString(), twin(mask, size), FillHoles.of(mask, size, Progress.NONE));
			}
	}

	@Test
	public void planesAreFilledOneByOne() {
		for (VolumeSize size : ConnectedComponentsTest.SIZES)
			for (Axis across : Axis.values()) {
				byte[] mask = mask(size, 0.6);
				assertArrayEquals(size + " " + across, planesOneByOne(mask, size, across),
						FillHoles.inPlanes(mask, size, across, Progress.NONE));
			}
	}

	@Test
	public void aHollowBallBecomesSolidAndATorusKeepsItsHole() {
		Mask shell = Mask.empty(new VoxelBox(-3, 5, 9, 31, 31, 31));
		byte[] solid = new byte[shell.voxels().length];
		for (int i = 0; i < solid.length; i++) {
			double r = Math.sqrt(square(i % 31 - 15) + square(i / 31 % 31 - 15) + square(i / 961 - 15));
			shell.voxels()[i] = (byte) (r < 12 && r > 8 ? 1 : 0);
			solid[i] = (byte) (r < 12 ? 1 : 0);
		}
		Mask filled = FillHoles.of(shell, Progress.NONE);
		assertEquals(shell.box(), filled.box());
		assertArrayEquals(solid, filled.voxels());
		byte[] ring = new byte[solid.length];
		for (int i = 0; i < ring.length; i++) {
			double r = Math.sqrt(square(i % 31 - 15) + square(i / 31 % 31 - 15));
			ring[i] = (byte) (r < 12 && r > 8 && Math.abs(i / 961 - 15) < 3 ? 1 : 0);
		}
		assertArrayEquals(ring, FillHoles.of(ring, new VolumeSize(31, 31, 31), Progress.NONE));
	}

	private byte[] mask(VolumeSize size, double part) {
		byte[] mask = new byte[size.arrayLength()];
		for (int i = 0; i < mask.length; i++)
			mask[i] = (byte) (random.nextDouble() < part ? 1 : 0);
		return mask;
	}

	private static double square(double value) {
		return value * value;
	}

	private static byte[] planesOneByOne(byte[] mask, VolumeSize size, Axis across) {
		byte[] filled = new byte[mask.length];
		int columns = across.columns(size);
		int rows = across.rows(size);
		VolumeSize plane = new VolumeSize(columns, rows, 1);
		for (int slice = 0; slice < across.slices(size); slice++) {
			byte[] one = new byte[columns * rows];
			for (int i = 0; i < one.length; i++)
				one[i] = mask[place(size, across, i % columns, i / columns, slice)];
			byte[] result = twin(one, plane);
			for (int i = 0; i < one.length; i++)
				filled[place(size, across, i % columns, i / columns, slice)] = result[i];
		}
		return filled;
	}

	private static int place(VolumeSize size, Axis across, int column, int row, int slice) {
		return size.index(across.x(column, row, slice), across.y(column, row, slice), across.z(column, row, slice));
	}

	private static byte[] twin(byte[] mask, VolumeSize size) {
		int[] labels = ComponentTwin.labels(size, i -> mask[i] == 0, (a, b) -> 1, 6);
		boolean[] outside = new boolean[mask.length + 1];
		for (int i = 0; i < mask.length; i++)
			if (atSide(i % size.nx(), size.nx()) || atSide(i / size.nx() % size.ny(), size.ny())
					|| atSide(i / size.nx() / size.ny(), size.nz()))
				outside[labels[i]] = true;
		byte[] filled = new byte[mask.length];
		for (int i = 0; i < mask.length; i++)
			filled[i] = (byte) (mask[i] != 0 || !outside[labels[i]] ? 1 : 0);
		return filled;
	}

	private static boolean atSide(int place, int length) {
		return length > 1 && (place == 0 || place == length - 1);
	}
}
