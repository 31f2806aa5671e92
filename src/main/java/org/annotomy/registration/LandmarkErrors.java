package org.annotomy.registration;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.annotomy.geometry.Position;
import org.annotomy.task.Progress;
import org.annotomy.task.Workers;

/**
 * How far landmarks lie from their partners, in the unit of the fixed image's frame (Fitzpatrick, West and Maurer, IEEE TMI 17, 1998).
 *
 * @param fitted the fiducial registration error of each pair, by the transform that all pairs together give
 * @param heldOut the target registration error of each pair, by the transform that the others give; NaN for each if there are too few
 *            others
 */
public record LandmarkErrors(List<Double> fitted, List<Double> heldOut) {

	public LandmarkErrors {
		fitted = List.copyOf(fitted);
		heldOut = List.copyOf(heldOut);
	}

	/**
	 * @param transform what {@code fit} gave for all landmarks
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	public static LandmarkErrors of(Landmarks landmarks, LandmarkFit fit, double smoothing, Transform transform,
			Progress progress) {
		Double[] fitted = new Double[landmarks.size()];
		Double[] heldOut = new Double[landmarks.size()];
		Workers.forEach(landmarks.size(), progress, "Finding the errors", i -> {
			fitted[i] = error(landmarks, i, transform);
			heldOut[i] = heldOut(landmarks, i, fit, smoothing);
		});
		return new LandmarkErrors(List.of(fitted), List.of(heldOut));
	}

	private static double heldOut(Landmarks landmarks, int i, LandmarkFit fit, double smoothing) {
		if (landmarks.size() - 1 < fit.least(landmarks.plane())) return Double.NaN;
		try {
			return error(landmarks, i, fit.fit(landmarks.without(i), smoothing));
		} catch (IllegalArgumentException e) {
			return Double.NaN; // the others lie on a line or in a plane
		}
	}

	private static double error(Landmarks landmarks, int i, Transform transform) {
		Position mapped = transform.apply(landmarks.moving().get(i));
		return mapped.distanceTo(landmarks.fixed().get(i));
	}

	/** Root mean square over pairs; NaN if one is unknown or there is none. */
	public static double rms(List<Double> errors) {
		double sum = 0;
		for (double error : errors)
			sum += error * error;
		return errors.isEmpty() ? Double.NaN : Math.sqrt(sum / errors.size());
	}

	/** The largest; NaN if one is unknown or there is none. */
	public static double max(List<Double> errors) {
		return errors.stream().mapToDouble(Double::doubleValue).reduce(Math::max).orElse(Double.NaN);
	}

	/** For {@link Registration#measures}. @param unit such as {@code Mm} */
	public Map<String, Double> measures(String unit) {
		Map<String, Double> measures = new TreeMap<>();
		measures.put("landmarkPairs", (double) fitted.size());
		measures.put("fiducialRegistrationError" + unit, rms(fitted));
		measures.put("largestFiducialRegistrationError" + unit, max(fitted));
		measures.put("targetRegistrationError" + unit, rms(heldOut));
		measures.put("largestTargetRegistrationError" + unit, max(heldOut));
		return measures;
	}
}
