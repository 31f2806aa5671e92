package org.annotomy.ui.edit;

import java.util.Locale;

import org.annotomy.imagej.macro.MacroCall;
import org.annotomy.imagej.macro.PathText;
import org.annotomy.imagej.session.SegmentPainting;
import org.annotomy.segmentation.segment.EditingRules.Area;
import org.annotomy.segmentation.segment.EditingRules.Overwrite;
import org.annotomy.segmentation.segment.SegmentState;

/** What a macro calls to do what a gesture does to segments; as {@link DeskCalls}. */
final class SegmentCalls {

	private static final String SEGMENT = "segment";
	private static final String EFFECT = "effect";

	private SegmentCalls() {}

	static MacroCall add(String classKey) {
		return MacroCall.of("Add Segment...").with("segment_name", "").with("class_key", classKey == null ? "" : classKey);
	}

	static MacroCall remove(String segments) {
		return on("Delete Segments...", segments);
	}

	static MacroCall choose(String segment) {
		return MacroCall.of("Choose Segment...").with(SEGMENT, segment);
	}

	static MacroCall rename(String segment, String name) {
		return MacroCall.of("Rename Segment...").with(SEGMENT, segment).with("new_name", name == null ? "" : name);
	}

	static MacroCall relabel(String segments, String classKey) {
		return on("Set Segment Class...", segments).with("class_key", classKey);
	}

	/** @param colour as {@code #rrggbb} */
	static MacroCall recolour(String segments, String colour) {
		return on("Set Segment Colour...", segments).with("colour", colour);
	}

	static MacroCall show(String segments, boolean visible) {
		return on("Show Segments...", segments).with("visible", visible);
	}

	static MacroCall lock(String segments, boolean locked) {
		return on("Lock Segments...", segments).with("locked", locked);
	}

	static MacroCall state(String segments, SegmentState state) {
		return on("Set Segment State...", segments).with("state", state.words());
	}

	/** @param lowest infinite for none, likewise {@code highest} */
	static MacroCall rules(Area area, String segments, double lowest, double highest, Overwrite overwrite) {
		MacroCall call = MacroCall.of("Set Editing Mask...").with("area", area.key()).with("area_segments", segments);
		if (!Double.isInfinite(lowest)) call = call.with("lowest", lowest);
		if (!Double.isInfinite(highest)) call = call.with("highest", highest);
		return call.with("overwrite", overwrite.key());
	}

	static MacroCall paint(String segment, SegmentPainting.Stroke stroke) {
		return MacroCall.of("Paint Segment...").with(SEGMENT, segment).with("path", PathText.of(stroke.path()))
				.with("radius_mm", stroke.radiusMm()).with("tip", stroke.ball() ? "ball" : "disc")
				.with(EFFECT, stroke.erases() ? "take away" : "add")
				.with("across", stroke.across().name().toLowerCase(Locale.ROOT)).with("slice", stroke.slice() + 1);
	}

	static MacroCall fill(String segment, SegmentPainting.Fill fill) {
		String effect = (fill.erases() ? "erase " : "fill ") + (fill.outside() ? "outside" : "inside");
		return MacroCall.of("Fill Selection Into Segment...").with(SEGMENT, segment).with(EFFECT, effect)
				.with("first_slice", fill.first() + 1).with("last_slice", fill.last() + 1).usingSelection(true);
	}

	private static MacroCall on(String label, String segments) {
		return MacroCall.of(label).with("segments", segments);
	}
}
