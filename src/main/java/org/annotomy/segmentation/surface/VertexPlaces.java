package org.annotomy.segmentation.surface;

/** Where vertices lie, in millimetres. Threads may put different vertices at once. */
final class VertexPlaces {

	final float[] xyz;
	private final double[] origin;
	private final double[] step;

	/**
	 * @param origin where voxel (0, 0, 0) of the grid lies, in mm
	 * @param step from voxel to voxel, in mm
	 */
	VertexPlaces(int vertices, double[] origin, double[] step) {
		xyz = new float[Math.multiplyExact(3, vertices)];
		this.origin = origin;
		this.step = step;
	}

	/** @param part of the way to the next voxel along the axis */
	void put(int number, int x, int y, int z, int axis, float part) {
		int at = 3 * number;
		xyz[at] = (float) (origin[0] + step[0] * (axis == 0 ? x + part : x));
		xyz[at + 1] = (float) (origin[1] + step[1] * (axis == 1 ? y + part : y));
		xyz[at + 2] = (float) (origin[2] + step[2] * (axis == 2 ? z + part : z));
	}
}
