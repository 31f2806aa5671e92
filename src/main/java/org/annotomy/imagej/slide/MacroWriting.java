package org.annotomy.imagej.slide;

import java.awt.EventQueue;
import java.util.Optional;
import java.util.Set;

import ij.macro.Interpreter;

/**
 * Finds out whether a macro function that writes single pixels is asking for them: ImageJ's own methods for that cannot be overridden, and
 * would end in an exception that says nothing, or look at every pixel of the slide first.
 */
final class MacroWriting {

	private static final String FUNCTIONS = "ij.macro.Functions";
	private static final Set<String> WRITING = Set.of("setPixel", "changeValues");
	private static final int DEPTH = 6;
	private static final StackWalker WALKER = StackWalker.getInstance();

	private MacroWriting() {}

	/** Refuses in words if such a function is calling; does nothing otherwise. */
	static void refuse() {
		if (EventQueue.isDispatchThread() || Interpreter.getInstance() == null) return;
		Optional<String> function = WALKER
				.walk(frames -> frames.limit(DEPTH).filter(frame -> FUNCTIONS.equals(frame.getClassName()))
						.map(StackWalker.StackFrame::getMethodName).filter(WRITING::contains).findFirst());
		if (function.isPresent()) throw Refusal.of(function.get());
	}
}
