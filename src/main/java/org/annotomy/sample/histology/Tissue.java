package org.annotomy.sample.histology;

/** What a place of the section consists of. The densities are those of drawn nuclei, one chance for each cell of the lattice. */
public enum Tissue {

	/** Bare glass around the tissue and between its folds. */
	GLASS(0, 0, 0),
	/** Connective tissue: eosin-stained fibres, few spindle-shaped nuclei. */
	STROMA(0.24, 0.21, 0.03),
	/** Nests of tumour cells: many large nuclei, some dividing. */
	TUMOUR(0.86, 0.15, 0.11),
	/** Crowds of lymphocytes: small, dark, round nuclei. */
	LYMPHOID(0.97, 0.10, 0.10),
	/** Fat: empty bubbles with thin walls. */
	FAT(0.05, 0.05, 0.01);

	private final double density;
	private final double eosin;
	private final double haematoxylin;

	Tissue(double density, double eosin, double haematoxylin) {
		this.density = density;
		this.eosin = eosin;
		this.haematoxylin = haematoxylin;
	}

	/** The chance that a cell of the lattice holds a nucleus. */
	double density() {
		return density;
	}

	/** The kind that most of its nuclei are of. */
	NucleusKind usual() {
		return switch (this) {
			case TUMOUR -> NucleusKind.TUMOUR;
			case LYMPHOID -> NucleusKind.LYMPHOCYTE;
			default -> NucleusKind.FIBROBLAST;
		};
	}

	/** Mean amount of eosin outside nuclei (optical density). */
	double eosin() {
		return eosin;
	}

	/** Mean amount of haematoxylin outside nuclei (optical density). */
	double haematoxylin() {
		return haematoxylin;
	}
}
