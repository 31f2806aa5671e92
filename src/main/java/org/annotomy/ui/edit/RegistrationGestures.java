package org.annotomy.ui.edit;

import java.io.IOException;

import org.annotomy.imagej.macro.MacroRecorder;
import org.annotomy.imagej.registration.Adjustment;
import org.annotomy.imagej.registration.ImagePair;
import org.annotomy.registration.Transform;
import org.annotomy.task.Progress;

/** Corrections of registrations by hand, recorded as the command that makes the same. */
public final class RegistrationGestures {

	private RegistrationGestures() {}

	/**
	 * Keeps a registration with a correction on top of it, and saves it beside the moving image.
	 *
	 * @throws IOException if it cannot be saved
	 */
	public static void adjust(ImagePair pair, Transform before, Adjustment by) throws IOException {
		MacroRecorder recorder = MacroRecorder.beforeGesture(pair.fixed());
		by.keep(before, pair, null, Progress.NONE);
		recorder.write(DeskCalls.adjust(by.shift().x(), by.shift().y(), by.shift().z(), by.degrees().x(), by.degrees().y(),
				by.degrees().z()).with("moving", pair.moving().getTitle()));
	}
}
