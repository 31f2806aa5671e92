package org.annotomy.ui.desk;

import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.awt.event.AWTEventListener;
import java.awt.event.InputEvent;
import java.util.function.Supplier;

import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.ui.panel.HintLine;
import org.annotomy.ui.tool.ToolHints;

import ij.IJ;
import ij.IJEventListener;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.gui.RoiListener;

/** Keeps the hint line true: hears of tools, modifiers, drawn selections and whatever the panel shows anew. */
final class HintWatch implements AWTEventListener, IJEventListener, RoiListener {

	private static final int MODIFIERS = InputEvent.SHIFT_DOWN_MASK | InputEvent.ALT_DOWN_MASK | InputEvent.CTRL_DOWN_MASK;

	private final Supplier<AnnotationSession> active;
	private final HintLine line;
	private int modifiers;

	/** @param active gives null if no annotated image is active */
	HintWatch(Supplier<AnnotationSession> active, HintLine line) {
		this.active = active;
		this.line = line;
	}

	void start() {
		Toolkit.getDefaultToolkit().addAWTEventListener(this, AWTEvent.KEY_EVENT_MASK | AWTEvent.MOUSE_EVENT_MASK);
		IJ.addEventListener(this);
		Roi.addRoiListener(this);
	}

	void stop() {
		Toolkit.getDefaultToolkit().removeAWTEventListener(this);
		IJ.removeEventListener(this);
		Roi.removeRoiListener(this);
	}

	/** To be called on the event dispatch thread. */
	void refresh() {
		AnnotationSession session = active.get();
		line.hint(session == null || session.isClosed() ? "" : ToolHints.of(session, modifiers));
	}

	@Override
	public void eventDispatched(AWTEvent event) {
		if (!(event instanceof InputEvent input)) return;
		modifiers = input.getModifiersEx() & MODIFIERS;
		EventQueue.invokeLater(this::refresh);
	}

	@Override
	public void eventOccurred(int event) {
		if (event == TOOL_CHANGED) EventQueue.invokeLater(this::refresh);
	}

	@Override
	public void roiModified(ImagePlus image, int event) {
		if (event != RoiListener.MOVED && event != RoiListener.MODIFIED) EventQueue.invokeLater(this::refresh);
	}
}
