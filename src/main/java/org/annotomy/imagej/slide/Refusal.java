package org.annotomy.imagej.slide;

import java.awt.EventQueue;

import ij.IJ;
import ij.Macro;

/**
 * How a slide tells ImageJ's own commands that they cannot have all its pixels: in one sentence, and so that the command and the macro end
 * there. ImageJ knows no other way to stop a command from inside an image.
 */
final class Refusal {

	private static final String SLIDE = "Whole slide image";

	private Refusal() {}

	/** @param what such as {@code "Invert"} */
	static String sentence(String what) {
		return what + " does not work on a whole slide: use Extract Region... to get a part of it as an ordinary image.";
	}

	/** Says so; a running macro ends. */
	static void tell(String what) {
		IJ.error(SLIDE, sentence(what));
	}

	/**
	 * Says so and gives the exception that ends the command without a word more.
	 *
	 * @throws IllegalStateException on the event thread, where ImageJ would not catch the other one
	 */
	static RuntimeException of(String what) {
		if (EventQueue.isDispatchThread()) throw new IllegalStateException(sentence(what));
		tell(what);
		Macro.abort();
		return new RuntimeException(Macro.MACRO_CANCELED);
	}
}
