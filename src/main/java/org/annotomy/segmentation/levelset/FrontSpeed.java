package org.annotomy.segmentation.levelset;

/**
 * By what a front moves, as a user chooses it. Of the numbers each kind reads its own.
 *
 * @param lowest of the range, -∞ for no lower end; likewise {@code highest}
 * @param softness of the ends of the range, or how far from the mean of the start values may be; 0 for the standard deviation there
 * @param sdMm standard deviation of the Gaussian before edges are looked for
 * @param edgeContrast slope at which edges halve the speed, in values per mm; 0 for one that is found
 */
public record FrontSpeed(Kind kind, double lowest, double highest, double softness, double sdMm, double edgeContrast) {

	/** The first three are for contours, the others for fast marching. */
	public enum Kind {
		REGIONS("regions"), RANGE("range"), WALLS("edges"), LIKE_START("values"), EDGES("edges"), CONSTANT("constant");

		private final String key;

		Kind(String key) {
			this.key = key;
		}

		/** As macros have it. */
		public String key() {
			return key;
		}
	}

	private static final double USUAL_SD_MM = 1;

	/** As commands have it if nothing else is said. */
	public static FrontSpeed usual(Kind kind) {
		return new FrontSpeed(kind, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0, USUAL_SD_MM, 0);
	}

	/** A range of values. */
	public static FrontSpeed range(double lowest, double highest, double softness) {
		return new FrontSpeed(Kind.RANGE, lowest, highest, softness, USUAL_SD_MM, 0);
	}

	/** Values like those at the start. @param deviation 0 for the standard deviation there */
	public static FrontSpeed likeStart(double deviation) {
		return new FrontSpeed(Kind.LIKE_START, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, deviation, USUAL_SD_MM, 0);
	}

	/** Edges, for a contour or for fast marching. */
	public static FrontSpeed edges(Kind kind, double sdMm, double contrast) {
		return new FrontSpeed(kind, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0, sdMm, contrast);
	}

	ContourModel model() {
		return switch (kind) {
			case REGIONS -> ContourModel.regions();
			case RANGE -> ContourModel.range(lowest, highest, softness);
			case WALLS -> ContourModel.walls(sdMm, edgeContrast);
			case LIKE_START -> ContourModel.likeStart(softness);
			case EDGES -> ContourModel.edges(sdMm, edgeContrast);
			case CONSTANT -> ContourModel.constant();
		};
	}
}
