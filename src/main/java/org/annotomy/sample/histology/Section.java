package org.annotomy.sample.histology;

import org.annotomy.geometry.Affine;

/**
 * One of two serial sections of a block: the first one is stained with haematoxylin and eosin, the next one with haematoxylin and a brown
 * antibody. The second lies turned, moved and a little stretched on its glass, by a known map, and has cut most, not all, of the first one's nuclei.
 */
public enum Section {

	/** Haematoxylin and eosin. */
	HE("H&E", new double[]{0.072, 0.99, 0.105}, 1) {
		@Override
		public Affine toFirst(int width, int height) {
			return Affine.IDENTITY;
		}
	},
	/** Immunohistochemistry: nuclei that divide are brown (diaminobenzidine). */
	IHC("IHC", new double[]{0.268, 0.57, 0.776}, 0.25) {
		@Override
		public Affine toFirst(int width, int height) {
			double angle = Math.toRadians(-TURN_DEGREES);
			double cos = StrictMath.cos(angle);
			double sin = StrictMath.sin(angle);
			double x = width / 2.0;
			double y = height / 2.0;
			double a = cos / STRETCH;
			double b = sin / STRETCH;
			return Affine.ofRows(a, -sin, 0, x - a * x + sin * y + MOVED_X * width, b, cos, 0,
					y - b * x - cos * y + MOVED_Y * height, 0, 0, 1, 0);
		}
	};

	private static final double TURN_DEGREES = 8;
	private static final double STRETCH = 1.01;
	/** As parts of the slide's width and height. */
	private static final double MOVED_X = 0.02;
	private static final double MOVED_Y = -0.015;
	/** Of brown in a nucleus that takes it, and how much of the blue is left beside it. */
	private static final double BROWN = 0.85;
	private static final double BLUE_LEFT = 0.3;

	private final String title;
	private final double[] secondStain;
	private final double ground;

	Section(String title, double[] secondStain, double ground) {
		this.title = title;
		this.secondStain = secondStain;
		this.ground = ground;
	}

	/** As slides and layouts say it. */
	public String title() {
		return title;
	}

	/** From pixels of level 0 of this section to those of the first one, corners at whole numbers: the true registration. */
	public abstract Affine toFirst(int width, int height);

	/** Optical densities in red, green and blue of one unit of the stain beside haematoxylin. */
	double[] secondStain() {
		return secondStain.clone();
	}

	/** How much of that stain the tissue between nuclei takes, as a part of what it takes of eosin. */
	double ground() {
		return ground;
	}

	/** The chance that a nucleus of the first section was cut by this one too. */
	double shared() {
		return this == HE ? 1 : 0.8;
	}

	/** The chance that a nucleus takes the second stain. */
	double positive(NucleusKind kind) {
		if (this == HE) return 0;
		return switch (kind) {
			case MITOSIS -> 1;
			case TUMOUR -> 0.35;
			case LYMPHOCYTE -> 0.1;
			case FIBROBLAST -> 0.01;
		};
	}

	/** Haematoxylin of a nucleus. @param positive 0 to 1, whether it takes the second stain */
	double haematoxylin(double usual, double positive) {
		return usual * (1 - (1 - BLUE_LEFT) * positive);
	}

	/** The second stain of a nucleus. @param ground that of the tissue around it, of which a part is seen through it */
	double second(double ground, double throughPart, double positive) {
		return ground * throughPart + BROWN * positive;
	}
}
