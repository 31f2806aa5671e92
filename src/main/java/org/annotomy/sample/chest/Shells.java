package org.annotomy.sample.chest;

/** The shells of {@link Torso} at the height of one slice, for every direction; how far a pixel is outside of each. */
final class Shells {

	private static final int SLOPE_REACH = 2;

	final PolarGrid grid;
	final double[] outer;
	final double[] muscle;
	final double[] cage;
	final double[] pleura;
	private final double[] outerSlant;
	private final double[] cageSlant;

	Shells(PolarGrid grid, double z) {
		this.grid = grid;
		int n = PolarGrid.BINS;
		outer = new double[n];
		muscle = new double[n];
		cage = new double[n];
		pleura = new double[n];
		for (int i = 0; i < n; i++) {
			outer[i] = Torso.outer(grid.cos[i], grid.sin[i], z);
			muscle[i] = Torso.muscle(grid.cos[i], grid.sin[i], z, outer[i]);
			cage[i] = Torso.cage(grid.cos[i], grid.sin[i], z, muscle[i]);
			pleura[i] = cage[i] - Torso.WALL_MM;
		}
		outerSlant = slant(outer);
		cageSlant = slant(cage);
	}

	/** Cosine between the ray from the middle and the shell's normal: turns a distance along the ray into one to the shell. */
	private static double[] slant(double[] shell) {
		int n = shell.length;
		double[] slant = new double[n];
		for (int i = 0; i < n; i++) {
			double rise = (shell[(i + SLOPE_REACH) % n] - shell[(i - SLOPE_REACH + n) % n]) / (2 * SLOPE_REACH * 2 * Math.PI / n);
			double slope = rise / shell[i];
			slant[i] = 1 / Math.sqrt(1 + slope * slope);
		}
		return slant;
	}

	double outsideSkin(int pixel) {
		int bin = grid.bin[pixel];
		return (grid.radius[pixel] - outer[bin]) * outerSlant[bin];
	}

	double outsideMuscle(int pixel) {
		int bin = grid.bin[pixel];
		return (grid.radius[pixel] - muscle[bin]) * outerSlant[bin];
	}

	double outsideCage(int pixel) {
		int bin = grid.bin[pixel];
		return (grid.radius[pixel] - cage[bin]) * cageSlant[bin];
	}

	double outsidePleura(int pixel) {
		int bin = grid.bin[pixel];
		return (grid.radius[pixel] - pleura[bin]) * cageSlant[bin];
	}
}
