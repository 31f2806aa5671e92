package org.annotomy.segmentation.threshold;

import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Ways to find from a histogram alone the value that parts background from foreground: voxels above it are foreground. All look at the
 * histogram from its first to its last bin that is not empty; a histogram with a single such bin has its value as threshold, an empty one
 * its first bin's. The result is a bin's centre: a value itself, of a histogram with a bin for each ({@link Histogram#exact}). On images of
 * 8 bits it is that of ImageJ's AutoThresholder, unless a method says otherwise.
 */
public enum AutoThreshold {

	/**
	 * The two classes differ most. N. Otsu: A threshold selection method from gray-level histograms, IEEE Trans. Syst. Man Cybern. 9, 1979,
	 * doi:10.1109/TSMC.1979.4310076.
	 */
	OTSU(VarianceThresholds::otsu),
	/**
	 * Halfway between the means of the two classes. T. Ridler, S. Calvard: Picture thresholding using an iterative selection method, IEEE
	 * Trans. Syst. Man Cybern. 8, 1978, doi:10.1109/TSMC.1978.4310039. The lowest value that is so is taken.
	 */
	ISODATA(VarianceThresholds::isoData),
	/**
	 * Two normal distributions fit with the least error. J. Kittler, J. Illingworth: Minimum error thresholding, Pattern Recognit. 19, 1986,
	 * doi:10.1016/0031-3203(86)90030-0. The criterion is looked at for every bin; ImageJ's MinError iterates from the mean, with a
	 * logarithm of base 10 in it, and stops elsewhere.
	 */
	MINIMUM_ERROR(VarianceThresholds::minimumError),
	/**
	 * The first three moments are kept. W. Tsai: Moment-preserving thresholding, Comput. Vis. Graph. Image Process. 29, 1985,
	 * doi:10.1016/0734-189X(85)90133-1.
	 */
	MOMENTS(VarianceThresholds::moments),
	/**
	 * The cross entropy between image and classes is smallest. C. Li, P. Tam: An iterative algorithm for minimum cross entropy thresholding,
	 * Pattern Recognit. Lett. 19, 1998, doi:10.1016/S0167-8655(98)00057-9. Values are taken from the lowest that occurs, so that the threshold
	 * moves with an offset; ImageJ takes them from 0, which is the same where 0 occurs.
	 */
	LI(EntropyThresholds::li),
	/**
	 * The entropies of the two classes are largest. J. Kapur, P. Sahoo, A. Wong: A new method for gray-level picture thresholding using the
	 * entropy of the histogram, Comput. Vis. Graph. Image Process. 29, 1985, doi:10.1016/0734-189X(85)90125-2.
	 */
	MAXIMUM_ENTROPY(EntropyThresholds::maximumEntropy),
	/**
	 * A mean of three thresholds of Renyi's entropy of order ½, 1 and 2. P. Sahoo, C. Wilkins, J. Yeager: Threshold selection using Renyi's
	 * entropy, Pattern Recognit. 30, 1997, doi:10.1016/S0031-3203(96)00065-9.
	 */
	RENYI_ENTROPY(EntropyThresholds::renyi),
	/**
	 * Both classes tell as much as each other of fuzzy membership. A. Shanbhag: Utilization of information measure as a means of image
	 * thresholding, CVGIP Graph. Models Image Process. 56, 1994, doi:10.1006/cgip.1994.1037.
	 */
	SHANBHAG(EntropyThresholds::shanbhag),
	/**
	 * The correlation of the two classes is largest. J. Yen, F. Chang, S. Chang: A new criterion for automatic multilevel thresholding, IEEE
	 * Trans. Image Process. 4, 1995, doi:10.1109/83.366472.
	 */
	YEN(EntropyThresholds::yen),
	/**
	 * The classes are least fuzzy. L. Huang, M. Wang: Image thresholding by minimizing the measures of fuzziness, Pattern Recognit. 28, 1995,
	 * doi:10.1016/0031-3203(94)E0043-K.
	 */
	HUANG(EntropyThresholds::huang),
	/**
	 * Where the histogram lies deepest under a line from its peak to the end of its longer tail. G. Zack, W. Rogers, S. Latt: Automatic
	 * measurement of sister chromatid exchange frequency, J. Histochem. Cytochem. 25, 1977, doi:10.1177/25.7.70454.
	 */
	TRIANGLE(VarianceThresholds::triangle);

	/** The most bins of which a method of quadratic cost looks at each. */
	public static final int FEW = 1024;

	private final ToDoubleFunction<Histogram> method;

	AutoThreshold(ToDoubleFunction<Histogram> method) {
		this.method = method;
	}

	/** As a macro writes it. */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The threshold. @param histogram of {@link Histogram#total()} 0 or more */
	public double of(Histogram histogram) {
		Histogram trimmed = histogram.trimmed();
		if (trimmed.counts().length == 1) return trimmed.lowest();
		return method.applyAsDouble(trimmed);
	}
}
