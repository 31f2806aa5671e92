package org.annotomy.sample.chest;

/** The table of the scanner: a shell of carbon fibre around foam, hollowed for the patient, with a thin mattress. */
final class Table {

	private static final double HALF_WIDTH = 200;
	private static final double HOLLOW = 1.0 / 1500;
	private static final double TOP_Y = 116;

	private Table() {}

	static void paint(Slice slice) {
		layer(slice, -9, 6, -890);
		layer(slice, 0, 26, -120);
		layer(slice, 1.6, 24.4, -950);
	}

	/** From {@code top} to {@code bottom} below the surface; the ends curve up. */
	private static void layer(Slice slice, double top, double bottom, double value) {
		slice.paint(-HALF_WIDTH, 60, HALF_WIDTH, TOP_Y + 60, (x, y) -> {
			double surface = TOP_Y - HOLLOW * x * x;
			return Math.max(surface + top - y, y - surface - bottom);
		}, (x, y) -> value);
	}
}
