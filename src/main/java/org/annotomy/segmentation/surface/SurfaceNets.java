package org.annotomy.segmentation.surface;

import java.util.Arrays;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.task.Progress;
import org.annotomy.task.Ranges;
import org.annotomy.task.Workers;

/**
 * The surfaces of all labels of a volume in one pass over it (surface nets: Gibson 1998, doi:10.1007/BFb0056277; for many labels Frisken 2022,
 * J. Comput. Graph. Tech. 11). A vertex lies in each cell whose corners are not of one label, a quad on each side that two voxels
 * of different labels share; the end of the volume is a border too, so surfaces are closed. The same for any number of threads.
 */
public final class SurfaceNets {

	private static final int LEAST_PLANES = 8;

	private final byte[] labels;
	private final VolumeSize size;
	private final int width;
	private final double[] origin;
	private final double[] step;
	/** Of each plane of cells, those with a vertex, and the number of the first one's. */
	private final int[][] cells;
	private final int[] first;
	private float[] xyz;

	/** Quads of some planes. */
	private static final class Quads {

		int[] quads = new int[4 << 10];
		byte[] sides = new byte[2 << 10];
		int count;

		void add(int a, int b, int c, int d, byte before, byte behind) {
			if (2 * count == sides.length) {
				quads = Arrays.copyOf(quads, 2 * quads.length);
				sides = Arrays.copyOf(sides, 2 * sides.length);
			}
			quads[4 * count] = a;
			quads[4 * count + 1] = b;
			quads[4 * count + 2] = c;
			quads[4 * count + 3] = d;
			sides[2 * count] = before;
			sides[2 * count + 1] = behind;
			count++;
		}
	}

	private SurfaceNets(byte[] labels, VolumeSize size, double[] origin, double[] step) {
		this.labels = labels;
		this.size = size;
		this.origin = origin;
		this.step = step;
		width = size.nx() + 1;
		cells = new int[size.nz() + 1][];
		first = new int[size.nz() + 2];
	}

	/**
	 * @param labels x fastest, unsigned; 0 for none
	 * @param origin where the centre of the first voxel lies, in mm
	 * @param step from voxel to voxel along x, y and z, in mm
	 * @throws IllegalArgumentException if the array has another length
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	public static LabelNet of(byte[] labels, VolumeSize size, double[] origin, double[] step, Progress progress) {
		if (labels.length != size.arrayLength())
			throw new IllegalArgumentException("There are " + labels.length + " labels for " + size.voxels() + " voxels.");
		return new SurfaceNets(labels, size, origin, step).run(progress);
	}

	private LabelNet run(Progress progress) {
		int planes = cells.length;
		Workers.forEach(planes, progress.part(0, 0.6), MarchingCubes.DOING,
				z -> cells[z] = new NetCells(labels, size).ofPlane(z));
		for (int z = 0; z < planes; z++)
			first[z + 1] = Math.addExact(first[z], cells[z].length);
		xyz = new float[Math.multiplyExact(3, first[planes])];
		int pieces = 4 * Ranges.pieces(planes, 4 * LEAST_PLANES);
		Quads[] parts = new Quads[pieces];
		Ranges.forEach(planes, pieces, progress.part(0.6, 1), MarchingCubes.DOING, (piece, from, to) -> {
			parts[piece] = new Quads();
			walk(from, to, parts[piece]);
		});
		return joined(parts);
	}

	private LabelNet joined(Quads[] parts) {
		int count = 0;
		for (Quads part : parts)
			count = Math.addExact(count, part.count);
		int[] quads = new int[Math.multiplyExact(4, count)];
		byte[] sides = new byte[2 * count];
		int at = 0;
		for (Quads part : parts) {
			System.arraycopy(part.quads, 0, quads, 4 * at, 4 * part.count);
			System.arraycopy(part.sides, 0, sides, 2 * at, 2 * part.count);
			at += part.count;
		}
		return new LabelNet(xyz, quads, sides);
	}

	private void walk(int from, int to, Quads quads) {
		int[] below = new int[width * (size.ny() + 1)];
		int[] here = new int[below.length];
		if (from > 0) number(from - 1, below);
		for (int z = from; z < to; z++) {
			number(z, here);
			for (int i = 0; i < cells[z].length; i++)
				cell(cells[z][i], z, below, here, quads);
			int[] done = below;
			below = here;
			here = done;
		}
	}

	private void number(int z, int[] numbers) {
		for (int i = 0; i < cells[z].length; i++)
			numbers[cells[z][i]] = first[z] + i;
	}

	/** The vertex of a cell, and the quads around its first corner. */
	private void cell(int at, int z, int[] below, int[] here, Quads quads) {
		int x = at % width;
		int y = at / width;
		int vertex = 3 * here[at];
		xyz[vertex] = (float) (origin[0] + step[0] * (x - 0.5));
		xyz[vertex + 1] = (float) (origin[1] + step[1] * (y - 0.5));
		xyz[vertex + 2] = (float) (origin[2] + step[2] * (z - 0.5));
		byte own = label(x - 1, y - 1, z - 1);
		byte right = label(x, y - 1, z - 1);
		byte behind = label(x - 1, y, z - 1);
		byte above = label(x - 1, y - 1, z);
		if (own != right) quads.add(below[at - width], below[at], here[at], here[at - width], own, right);
		if (own != behind) quads.add(below[at - 1], here[at - 1], here[at], below[at], own, behind);
		if (own != above) quads.add(here[at - width - 1], here[at - width], here[at], here[at - 1], own, above);
	}

	private byte label(int x, int y, int z) {
		return x < 0 || y < 0 || z < 0 || x >= size.nx() || y >= size.ny() || z >= size.nz() ? 0 : labels[size.index(x, y, z)];
	}
}
