package org.annotomy.ui.edit;

import org.annotomy.imagej.lab.FieldDesk;
import org.annotomy.imagej.macro.MacroCall;
import org.annotomy.imagej.macro.MacroRecorder;
import org.annotomy.imagej.session.AnnotationSession;

/** Counting field by field from keys and the panel; recorded as {@link DeskEdits} are. To be called on the event dispatch thread. */
public final class FieldGestures {

	private final AnnotationSession session;
	private final FieldDesk desk;

	/** @throws IllegalArgumentException if the image is no slide; in words for the user */
	public FieldGestures(AnnotationSession session) {
		this.session = session;
		desk = new FieldDesk(session);
	}

	/** Lays out as many high power fields as are needed, within the selection or around the middle of the view. @return for the user */
	public String add() {
		MacroRecorder recorder = before();
		String words = desk.add(FieldDesk.HIGH_POWER_FIELD_MM2, 0, null);
		session.image().deleteRoi();
		recorder.write(DeskCalls.addFields(FieldDesk.HIGH_POWER_FIELD_MM2));
		return words;
	}

	/** Goes on from the field in view. @return for the user */
	public String step(FieldDesk.Step step) {
		MacroCall call = DeskCalls.fieldStep(step);
		MacroRecorder recorder = before();
		String words = desk.step(step);
		recorder.write(call);
		return words;
	}

	private MacroRecorder before() {
		return MacroRecorder.beforeGesture(session.image());
	}
}
