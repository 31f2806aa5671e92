package org.annotomy.ui.edit;

import java.util.Locale;

import org.annotomy.annotation.LabelScope;
import org.annotomy.annotation.depth.DepthWord;
import org.annotomy.annotation.model.Occlusion;
import org.annotomy.display.detection.DetectionMode;
import org.annotomy.imagej.lab.FieldDesk;
import org.annotomy.imagej.macro.MacroCall;
import org.annotomy.imagej.macro.PathText;
import org.annotomy.imagej.session.OutlineEdits;
import org.annotomy.imagej.session.Painting;

/**
 * What a macro calls to do what a gesture does: one method for each kind of gesture. Every option is given, so that the line does the same
 * again whatever the defaults become. {@code DeskCallsTest} holds each against the command.
 */
final class DeskCalls {

	private static final String OBJECTS = "objects";
	private static final String CLASS = "class_key";

	private DeskCalls() {}

	static MacroCall mark(String classKey) {
		return MacroCall.of("Mark Selection...").with(CLASS, text(classKey)).with("object_name", "").with("comment", "")
				.with("attributes", "").with("keep_selection", false).usingSelection(true);
	}

	static MacroCall paint(Painting.Stroke stroke, String onto, String classKey) {
		return MacroCall.of("Brush Stroke...").with("points", PathText.of(stroke.path())).with("diameter_px", stroke.diameterPx())
				.with("effect", stroke.effect() == OutlineEdits.Brush.ADD ? "add" : "take away").with("onto", onto)
				.with(CLASS, text(classKey)).with("avoid_overlap", stroke.avoid());
	}

	static MacroCall chooseClass(String classKey) {
		return MacroCall.of("Choose Class...").with(CLASS, classKey);
	}

	static MacroCall showDetections(DetectionMode mode) {
		return MacroCall.of("Show Detections...").with("shown_as", mode.key());
	}

	static MacroCall relabel(String objects, String classKey) {
		return on("Change Class...", objects).with(CLASS, classKey);
	}

	static MacroCall rename(String objects, String name) {
		return on("Rename Objects...", objects).with("new_name", text(name));
	}

	static MacroCall answer(String objects, String question, String value) {
		return on("Set Attribute...", objects).with("question", question).with("value", value);
	}

	static MacroCall answer(LabelScope scope, String question, String value) {
		return MacroCall.of("Label Image...").with("question", question).with("value", value).with("about",
				scope == LabelScope.STUDY ? "study" : "image");
	}

	static MacroCall lock(String objects, boolean locked) {
		return on("Lock Objects...", objects).with("locked", locked);
	}

	static MacroCall show(String objects, boolean visible) {
		return on("Show Objects...", objects).with("visible", visible);
	}

	static MacroCall order(String objects, boolean front) {
		return on("Order Objects...", objects).with("place", front ? "front" : "back");
	}

	/** @param relativeTo the other objects; empty to take back what was said of any */
	static MacroCall depth(String objects, DepthWord depth, String relativeTo) {
		return on("Set Depth Order...", objects).with("depth", depth.words()).with("relative_to", relativeTo)
				.with("visibility", DepthWord.UNCHANGED.words());
	}

	static MacroCall occlusion(String objects, Occlusion occlusion) {
		return on("Set Depth Order...", objects).with("depth", DepthWord.UNCHANGED.words()).with("relative_to", "")
				.with("visibility", occlusion.words());
	}

	static MacroCall transparency(String objects, double opacity, boolean seeThrough) {
		return on("Set Object Opacity...", objects).with("opacity", opacity).with("see_through", seeThrough);
	}

	static MacroCall remove(String objects) {
		return on("Delete Objects...", objects);
	}

	static MacroCall move(String objects, double dx, double dy) {
		return on("Move Objects...", objects).with("right_px", dx).with("down_px", dy);
	}

	static MacroCall reshape(String objects) {
		return on("Apply Outline...", objects).usingSelection(true);
	}

	/** Shifts and turns; the moving image is to be named besides. */
	static MacroCall adjust(double x, double y, double z, double aroundX, double aroundY, double aroundZ) {
		return MacroCall.of("Adjust Registration...").with("shift_x_mm", x).with("shift_y_mm", y).with("shift_z_mm", z)
				.with("turn_x_degrees", aroundX).with("turn_y_degrees", aroundY).with("turn_z_degrees", aroundZ);
	}

	static MacroCall split(String objects) {
		return on("Split Object...", objects).usingSelection(true);
	}

	static MacroCall merge(String objects) {
		return on("Merge Objects...", objects);
	}

	static MacroCall fillHoles(String objects) {
		return on("Fill Holes...", objects);
	}

	static MacroCall smooth(String objects, double sigmaPx, boolean keepArea) {
		return on("Smooth Outline...", objects).with("sigma_px", sigmaPx).with("keep_area", keepArea);
	}

	static MacroCall simplify(String objects, double tolerancePx) {
		return on("Simplify Outline...", objects).with("tolerance_px", tolerancePx);
	}

	static MacroCall removeOverlap(String objects) {
		return on("Remove Overlap...", objects);
	}

	static MacroCall addFields(double fieldMm2) {
		return MacroCall.of("Add Counting Fields...").with("field_mm2", fieldMm2).with("fields", 0).with(CLASS, "")
				.usingSelection(true);
	}

	static MacroCall fieldStep(FieldDesk.Step step) {
		return MacroCall.of("Next Counting Field...").with("step", step.name().toLowerCase(Locale.ROOT));
	}

	static MacroCall complete(boolean complete) {
		return MacroCall.of("Mark Complete...").with("complete", complete);
	}

	static MacroCall undo() {
		return MacroCall.of("Undo Annotation...").with("steps", 1);
	}

	static MacroCall redo() {
		return MacroCall.of("Redo Annotation...").with("steps", 1);
	}

	static MacroCall restore(long revision) {
		return MacroCall.of("Restore Version...").with("revision", revision);
	}

	static MacroCall preset(String preset, String set) {
		return MacroCall.of("Apply Window Preset...").with("preset", preset).with("from_set", set);
	}

	static MacroCall save() {
		return MacroCall.of("Save Annotations");
	}

	static MacroCall measure(String objects) {
		return on("Measure Objects...", objects);
	}

	private static MacroCall on(String label, String objects) {
		return MacroCall.of(label).with(OBJECTS, objects);
	}

	private static String text(String orNull) {
		return orNull == null ? "" : orNull;
	}
}
