package org.annotomy.segmentation.surface;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

import org.annotomy.geometry.VolumeSize;

/**
 * The cells of a volume of labels whose eight corners are not all of one label. Cell (x, y, z) has the voxels x - 1 to x, y - 1 to y, z - 1 to z
 * as corners; outside of the volume the label is 0. Eight cells of a row are looked at together.
 */
final class NetCells {

	private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	private final byte[] labels;
	private final VolumeSize size;
	private final byte[] outside;
	private final byte[][] rows = new byte[4][];
	private final int[] starts = new int[4];
	private int[] found = new int[1 << 10];
	private int count;

	NetCells(byte[] labels, VolumeSize size) {
		this.labels = labels;
		this.size = size;
		outside = new byte[size.nx()];
	}

	/** How many cells lie along x, from one row of a plane to the next. */
	int width() {
		return size.nx() + 1;
	}

	/** Those of a plane of cells, 0 to nz, from the first row on: x + y × {@link #width}. */
	int[] ofPlane(int z) {
		count = 0;
		for (int y = 0; y <= size.ny(); y++)
			row(y, z);
		return Arrays.copyOf(found, count);
	}

	private void row(int y, int z) {
		take(0, y - 1, z - 1);
		take(1, y, z - 1);
		take(2, y - 1, z);
		take(3, y, z);
		if (rows[0] == outside && rows[1] == outside && rows[2] == outside && rows[3] == outside) return;
		int n = size.nx();
		if (column(0) != 0) add(0, y);
		int x = 1;
		while (x < n) {
			if (x + Long.BYTES <= n && isEven(x)) {
				x += Long.BYTES;
				continue;
			}
			int end = Math.min(n, x + Long.BYTES);
			for (; x < end; x++)
				if (isMixed(x)) add(x, y);
		}
		if (column(n - 1) != 0) add(n, y);
	}

	private void take(int i, int y, int z) {
		boolean inside = y >= 0 && y < size.ny() && z >= 0 && z < size.nz();
		rows[i] = inside ? labels : outside;
		starts[i] = inside ? size.index(0, y, z) : 0;
	}

	/** All labels of the four voxels at a place of the row, as bits: 0 only if all are 0. */
	private int column(int x) {
		return rows[0][starts[0] + x] | rows[1][starts[1] + x] | rows[2][starts[2] + x] | rows[3][starts[3] + x];
	}

	/** Whether the cells from x to x + 7 have corners of one label each. */
	private boolean isEven(int x) {
		long before = (long) EIGHT.get(rows[0], starts[0] + x - 1);
		long here = (long) EIGHT.get(rows[0], starts[0] + x);
		long differences = before ^ here;
		for (int i = 1; i < 4; i++)
			differences |= before ^ (long) EIGHT.get(rows[i], starts[i] + x - 1)
					| here ^ (long) EIGHT.get(rows[i], starts[i] + x);
		return differences == 0;
	}

	private boolean isMixed(int x) {
		byte first = rows[0][starts[0] + x];
		for (int i = 0; i < 4; i++)
			if (rows[i][starts[i] + x] != first || rows[i][starts[i] + x - 1] != first) return true;
		return false;
	}

	private void add(int x, int y) {
		if (count == found.length) found = Arrays.copyOf(found, 2 * count);
		found[count++] = x + y * width();
	}
}
