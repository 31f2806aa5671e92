package org.annotomy.ui.edit;

import org.annotomy.display.PresetTable;
import org.annotomy.display.WindowPreset;
import org.annotomy.imagej.Measurements;
import org.annotomy.imagej.display.DisplayWindow;
import org.annotomy.imagej.macro.MacroRecorder;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.store.AnnotationStore;
import org.annotomy.store.StoreException;

/** What the desk does without editing: saving, measuring, looking; recorded as {@link DeskEdits} are. */
public final class DeskWork {

	private final AnnotationSession session;

	public DeskWork(AnnotationSession session) {
		this.session = session;
	}

	/** Takes down what is to be written; the caller runs it, off the event dispatch thread. */
	public AnnotationStore.PendingSave save() throws StoreException {
		MacroRecorder recorder = before();
		AnnotationStore.PendingSave save = session.store().beginSave();
		recorder.write(DeskCalls.save());
		return save;
	}

	/** Shows the measurements of all objects. */
	public void measure() {
		MacroRecorder recorder = before();
		Measurements.table(session.document().objects(), session.document().protocol(), session.image())
				.show("Annotation Measurements");
		recorder.write(DeskCalls.measure("all"));
	}

	/**
	 * Shows the image through the preset of a number key. The name of the file's own window is words of the file: the key is recorded instead.
	 *
	 * @param digit the key, which means another preset for another kind of image
	 */
	public void preset(WindowPreset preset, int digit) {
		MacroRecorder recorder = before();
		DisplayWindow.of(session.image()).apply(preset);
		recorder.write(DeskCalls.preset(Integer.toString(digit), PresetTable.DEFAULT));
	}

	private MacroRecorder before() {
		return MacroRecorder.beforeGesture(session.image());
	}
}
