package org.annotomy.command.segment;

import java.util.Locale;

import org.annotomy.geometry.Axis;
import org.annotomy.imagej.session.AnnotationSession;

/** A slice as an option of a macro. */
final class SliceChoice {

	private SliceChoice() {}

	/**
	 * @param number from 1; 0 for the one on screen
	 * @return from 0
	 * @throws IllegalArgumentException if the image has no such slice
	 */
	static int of(int number, Axis across, AnnotationSession session) {
		if (number == 0 && across == Axis.Z) return session.plane().z();
		int slices = across.slices(session.segments().volume().size());
		if (number < 1 || number > slices)
			throw new IllegalArgumentException(
					"Across " + across.name().toLowerCase(Locale.ROOT) + " the image has slices 1 to " + slices
							+ ", not " + number + ".");
		return number - 1;
	}
}
