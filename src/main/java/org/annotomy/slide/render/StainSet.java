package org.annotomy.slide.render;

import java.util.List;

/**
 * Which stains a slide was stained with, as their optical densities in red, green and blue: colour deconvolution after Ruifrok and Johnston,
 * Quantification of histochemical staining by color deconvolution, Anal. Quant. Cytol. Histol. 23 (2001), 291–299. Two stains; the third
 * is what is left, at right angles to both.
 */
public enum StainSet {

	/** Haematoxylin and eosin. */
	HE("H&E", List.of("Haematoxylin", "Eosin", "Residual"), new double[]{0.65, 0.70, 0.29}, new double[]{0.07, 0.99, 0.11}),
	/** Haematoxylin and diaminobenzidine. */
	H_DAB("H-DAB", List.of("Haematoxylin", "DAB", "Residual"), new double[]{0.65, 0.70, 0.29}, new double[]{0.27, 0.57, 0.78});

	private final String title;
	private final List<String> stains;
	private final double[][] vectors;
	private final double[][] inverse;

	StainSet(String title, List<String> stains, double[] first, double[] second) {
		this.title = title;
		this.stains = stains;
		double[] a = unit(first);
		double[] b = unit(second);
		double[] rest = unit(new double[]{a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]});
		vectors = new double[][]{a, b, rest};
		inverse = inverse(vectors);
	}

	/** Such as {@code H&E}. */
	public String title() {
		return title;
	}

	/** Names of the three stains. */
	public List<String> stains() {
		return stains;
	}

	/** Optical density of one stain in red, green and blue, of length 1; a copy. */
	public double[] vector(int stain) {
		return vectors[stain].clone();
	}

	/**
	 * How much of a stain there is.
	 *
	 * @param od optical density in red, green and blue
	 * @return in units of the stain's vector; below 0 where the other stains explain more than there is
	 */
	public double amount(int stain, double[] od) {
		return od[0] * inverse[0][stain] + od[1] * inverse[1][stain] + od[2] * inverse[2][stain];
	}

	private static double[] unit(double[] v) {
		double length = Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
		return new double[]{v[0] / length, v[1] / length, v[2] / length};
	}

	/** Of a matrix of three rows, by cofactors. */
	private static double[][] inverse(double[][] m) {
		double[][] inverse = new double[3][3];
		double det = 0;
		for (int i = 0; i < 3; i++)
			det += m[0][i] * (m[1][(i + 1) % 3] * m[2][(i + 2) % 3] - m[1][(i + 2) % 3] * m[2][(i + 1) % 3]);
		for (int row = 0; row < 3; row++)
			for (int column = 0; column < 3; column++)
				inverse[column][row] = (m[(row + 1) % 3][(column + 1) % 3] * m[(row + 2) % 3][(column + 2) % 3]
						- m[(row + 1) % 3][(column + 2) % 3] * m[(row + 2) % 3][(column + 1) % 3]) / det;
		return inverse;
	}
}
