package org.annotomy.imagej.registration;

import java.io.IOException;
import java.nio.file.Path;

import org.annotomy.registration.LandmarkErrors;
import org.annotomy.registration.LandmarkFit;
import org.annotomy.registration.Landmarks;
import org.annotomy.registration.Transform;
import org.annotomy.task.Progress;

import ij.measure.ResultsTable;

/** Registers two open images by landmarks. */
public final class LandmarkRegistration {

	private LandmarkRegistration() {}

	/**
	 * @param file see {@link Registrations#keep}
	 * @return the errors of each pair and of all
	 * @throws IOException if it cannot be saved
	 * @throws IllegalArgumentException as {@link LandmarkFit#fit}
	 * @throws org.annotomy.task.CancelledException if the user cancelled; then nothing is kept
	 */
	public static ResultsTable register(ImagePair pair, Landmarks landmarks, LandmarkFit fit, double smoothing, Path file,
			Progress progress) throws IOException {
		Transform transform = fit.fit(landmarks, smoothing);
		LandmarkErrors errors = LandmarkErrors.of(landmarks, fit, smoothing, transform, progress.part(0, 0.8));
		String unit = pair.unit();
		Registrations.Kept kept = Registrations.keep(pair, transform, "landmarks, " + fit.word(),
				errors.measures(Character.toUpperCase(unit.charAt(0)) + unit.substring(1)), file, progress.part(0.8, 1));
		ResultsTable table = RegistrationTables.errors(errors, pair);
		RegistrationTables.addUses(table, kept);
		return table;
	}
}
