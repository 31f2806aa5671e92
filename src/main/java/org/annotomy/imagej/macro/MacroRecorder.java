package org.annotomy.imagej.macro;

import java.awt.Component;
import java.awt.TextArea;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.annotomy.annotation.ObjectSelector;
import org.annotomy.imagej.session.AnnotationSession;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Roi;
import ij.macro.Interpreter;
import ij.plugin.frame.Recorder;

/**
 * Writes what is done into the macro recorder, if it is open and no macro is running, so that the lines do the same again: the call, and
 * before it what the call depends on and nobody has recorded: the slice on screen, the selected objects, and the drawn selection if the
 * call uses it. Titles of images and paths of files are never written by it.
 */
public final class MacroRecorder {

	private static final String PROPERTY = "org.annotomy.recorded";

	private static final MacroRecorder SWITCHED_OFF = new MacroRecorder(null, false);

	private final boolean on;
	private final ImagePlus image;
	private final int slice;
	private final Set<UUID> selected;
	private final String objects;
	private final Roi drawn;
	private final String textBefore;
	private final List<String> titlesBefore;

	/**
	 * What a macro that was recorded so far leaves behind.
	 *
	 * @param recorder which window of the recorder: a new one begins with nothing
	 */
	private record Left(int recorder, int slice, Set<UUID> selected) {}

	private MacroRecorder(ImagePlus image, boolean on) {
		this.on = on;
		this.image = image;
		slice = image == null ? 0 : image.getCurrentSlice();
		selected = on ? selection(image) : Set.of();
		objects = selected.isEmpty() ? "none" : ObjectSelector.text(selected, AnnotationSession.require(image).document());
		drawn = image == null || image.getRoi() == null ? null : (Roi) image.getRoi().clone();
		textBefore = on ? Recorder.getInstance().getText() : "";
		titlesBefore = on ? List.of(WindowManager.getImageTitles()) : List.of();
	}

	/** To be called before a gesture does something to an image: notes what it depends on. */
	public static MacroRecorder beforeGesture(ImagePlus image) {
		boolean recording = IJ.recording() && Recorder.getInstance() != null && Interpreter.getInstance() == null;
		return recording ? new MacroRecorder(image, true) : SWITCHED_OFF;
	}

	/** To be called when a command begins: notes what it depends on, if ImageJ is recording it. */
	public static MacroRecorder beforeCommand(ImagePlus active) {
		boolean recording = IJ.recording() && Recorder.getInstance() != null && Recorder.getCommand() != null;
		if (!recording) return SWITCHED_OFF;
		takeOut();
		return new MacroRecorder(active, true);
	}

	/**
	 * ImageJ has one static place for the command that is being recorded; any command that ends writes down what is there and empties it,
	 * also one that Fiji runs by itself shortly after its start. So the command is taken out; {@link #write} writes it.
	 */
	private static void takeOut() {
		Recorder.disableCommandRecording();
		Recorder.saveCommand(); // writes nothing now, but forgets the image it listens to
	}

	/** To be called when the command or gesture has done its work. Without it, what came to nothing leaves no line. */
	public void write(MacroCall call) {
		if (!on) return;
		dropSelectionsOfNewImages();
		if (image != null) RecordedViews.forget(image);
		if (image != null && (call.usesSelection() || AnnotationSession.of(image).isPresent())) writeState(call);
		Recorder.recordString(call.line(Recorder.scriptMode()));
		remember(image);
		if (WindowManager.getCurrentImage() != image) remember(WindowManager.getCurrentImage());
	}

	/** ImageJ records that an image that the command has opened became the active one, before the line that opens it. */
	private void dropSelectionsOfNewImages() {
		String all = Recorder.getInstance().getText();
		if (all.length() <= textBefore.length() || !all.startsWith(textBefore)) return;
		String tail = all.substring(textBefore.length());
		String kept = tail.lines().filter(line -> !selectsNewImage(line)).map(line -> line + "\n").collect(Collectors.joining());
		for (Component part : Recorder.getInstance().getComponents())
			if (part instanceof TextArea area && !kept.equals(tail))
				area.replaceRange(kept, textBefore.length(), all.length());
	}

	private boolean selectsNewImage(String line) {
		return line.startsWith("selectImage(")
				&& titlesBefore.stream().noneMatch(title -> line.equals("selectImage(\"" + title + "\");"));
	}

	private void writeState(MacroCall call) {
		Optional<Left> left = left();
		boolean otherSlice = left.map(l -> l.slice() != slice).orElse(image.getStackSize() > 1);
		if (otherSlice) Recorder.recordString((Recorder.scriptMode() ? "imp.setSlice(" : "setSlice(") + slice + ");\n");
		if (!left.map(Left::selected).orElse(Set.of()).equals(selected)) Recorder.recordString(selecting());
		if (!call.usesSelection() || drawn == null) return;
		DrawnSelection.of(drawn).ifPresent(MacroRecorder::writeSelection);
	}

	private static void writeSelection(DrawnSelection selection) {
		boolean recorded = !Recorder.scriptMode() && selection.isLastIn(Recorder.getInstance().getText());
		if (!recorded) Recorder.recordString(selection.call().line(Recorder.scriptMode()));
	}

	private String selecting() {
		return MacroCall.of("Select Objects...").with("objects", objects).with("jump", false).line(Recorder.scriptMode());
	}

	/** What is known to be recorded of the image; empty if the recorder was opened or emptied since. */
	private Optional<Left> left() {
		boolean known = image.getProperty(PROPERTY) instanceof Left left && left.recorder() == recorder()
				&& !Recorder.getInstance().getText().isEmpty();
		return known ? Optional.of((Left) image.getProperty(PROPERTY)) : Optional.empty();
	}

	private static void remember(ImagePlus now) {
		if (now != null) now.setProperty(PROPERTY, new Left(recorder(), now.getCurrentSlice(), selection(now)));
	}

	private static Set<UUID> selection(ImagePlus of) {
		return AnnotationSession.of(of).map(session -> session.selection().set()).orElse(Set.of());
	}

	private static int recorder() {
		return System.identityHashCode(Recorder.getInstance());
	}
}
