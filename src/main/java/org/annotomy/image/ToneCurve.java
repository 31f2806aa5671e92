package org.annotomy.image;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Grey levels for modality values, as a table (DICOM VOI LUT). Values below the first entry take its grey, those above the last one that
 * of the last.
 */
public final class ToneCurve {

	private final double first;
	private final double step;
	private final float[] greys;

	/**
	 * @param first the modality value of the first entry
	 * @param step from entry to entry
	 * @param greys 0 for black to 1 for white, at least one; not to be changed afterwards
	 * @throws IllegalArgumentException if there is no entry, the step is not above 0, or a number is not finite
	 */
	public ToneCurve(double first, double step, float[] greys) {
		if (greys.length == 0 || !(step > 0) || !Double.isFinite(first) || Double.isInfinite(step))
			throw new IllegalArgumentException("A tone curve needs entries at steps above 0.");
		this.first = first;
		this.step = step;
		this.greys = greys;
	}

	/** The grey of the entry at or below {@code modality}. */
	public double grey(double modality) {
		double entry = Math.floor((modality - first) / step);
		return greys[(int) Math.max(0, Math.min(greys.length - 1, entry))];
	}

	public double first() {
		return first;
	}

	public double last() {
		return first + (greys.length - 1) * step;
	}

	/** The same values with other greys. @param change gives the new grey for the old one, both 0 for black to 1 for white */
	public ToneCurve map(DoubleUnaryOperator change) {
		float[] changed = new float[greys.length];
		for (int i = 0; i < changed.length; i++)
			changed[i] = (float) change.applyAsDouble(greys[i]);
		return new ToneCurve(first, step, changed);
	}

	/** The same curve over other values: {@code scale} turns those of this one into those of the new one. */
	public ToneCurve over(ValueScale scale) {
		if (scale.slope() > 0) return new ToneCurve(scale.toModality(first), step * scale.slope(), greys);
		float[] turned = new float[greys.length];
		for (int i = 0; i < turned.length; i++)
			turned[i] = greys[greys.length - 1 - i];
		return new ToneCurve(scale.toModality(last()), -step * scale.slope(), turned);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof ToneCurve that && first == that.first && step == that.step && Arrays.equals(greys, that.greys);
	}

	@Override
	public int hashCode() {
		return 31 * Double.hashCode(first) + Arrays.hashCode(greys);
	}
}
