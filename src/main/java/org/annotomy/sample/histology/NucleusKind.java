package org.annotomy.sample.histology;

/** The kinds of nuclei; all lengths in micrometres. */
public enum NucleusKind {

	/** Of a tumour cell: large, pale, uneven. */
	TUMOUR(4.2, 0.75, 0.62),
	/** Of a tumour cell that divides: small, ragged, very dark. */
	MITOSIS(3.0, 0.45, 1.5),
	/** Of a lymphocyte: small, round, dark. */
	LYMPHOCYTE(2.6, 0.95, 1.05),
	/** Of a fibroblast: long and thin. */
	FIBROBLAST(4.6, 0.3, 0.8);

	private final double radiusUm;
	private final double roundness;
	private final double haematoxylin;

	NucleusKind(double radiusUm, double roundness, double haematoxylin) {
		this.radiusUm = radiusUm;
		this.roundness = roundness;
		this.haematoxylin = haematoxylin;
	}

	/** Mean half length of the long axis. */
	double radiusUm() {
		return radiusUm;
	}

	/** Mean ratio of the short axis to the long one. */
	double roundness() {
		return roundness;
	}

	/** The share of a square of {@code side} micrometres that a nucleus covers. */
	double cover(double side) {
		return Math.PI * radiusUm * radiusUm * roundness / (side * side);
	}

	/** How much stain it takes (optical density). */
	double haematoxylin() {
		return haematoxylin;
	}
}
