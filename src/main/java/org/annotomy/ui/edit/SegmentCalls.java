package org.annotomy.ui.edit;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.annotomy.geometry.Axis;
import org.annotomy.geometry.Vertices;
import org.annotomy.imagej.macro.MacroCall;
import org.annotomy.imagej.macro.PathText;
import org.annotomy.imagej.macro.PlaceText;
import org.annotomy.imagej.session.EdgePainting;
import org.annotomy.imagej.session.FrontEffects;
import org.annotomy.imagej.session.SegmentEffects;
import org.annotomy.imagej.session.SegmentPainting;
import org.annotomy.segmentation.effect.MaskEffect;
import org.annotomy.segmentation.grow.CheapestPaths;
import org.annotomy.segmentation.grow.RandomWalks;
import org.annotomy.segmentation.grow.SeedGrowing;
import org.annotomy.segmentation.levelset.FrontSpeed;
import org.annotomy.segmentation.levelset.StartBall;
import org.annotomy.segmentation.segment.EditingRules.Area;
import org.annotomy.segmentation.segment.EditingRules.Overwrite;
import org.annotomy.segmentation.segment.SegmentState;

/** What a macro calls to do what a gesture does to segments; as {@link DeskCalls}. */
final class SegmentCalls {

	private static final String SEGMENT = "segment";
	private static final String EFFECT = "effect";
	private static final String POINTS = "points";
	private static final String ACROSS = "across";

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
		return range(call, lowest, highest).with("others", overwrite.key());
	}

	static MacroCall paint(String segment, SegmentPainting.Stroke stroke) {
		return stroke("Paint Segment...", segment, stroke).with(EFFECT, effect(stroke.erases()));
	}

	static MacroCall paintAlongEdges(String segment, EdgePainting.Stroke edges) {
		return stroke("Paint Along Edges...", segment, edges.stroke()).with("granularity", edges.granularity())
				.with("smoothing_mm", edges.smoothingMm()).with(EFFECT, effect(edges.stroke().erases()));
	}

	/** Whether it goes outwards or inwards shows where it begins. */
	static MacroCall push(String segment, SegmentPainting.Stroke stroke) {
		return stroke("Push Segment Border...", segment, stroke);
	}

	private static MacroCall stroke(String label, String segment, SegmentPainting.Stroke stroke) {
		return onSlice(label, segment, stroke.across(), stroke.slice()).with(POINTS, PathText.of(stroke.path()))
				.with("radius_mm", stroke.radiusMm()).with("tip", stroke.ball() ? "ball" : "disc");
	}

	static MacroCall trace(String segment, EdgePainting.Level level) {
		return onSlice("Trace Level...", segment, level.across(), level.slice())
				.with("place", PathText.of(Vertices.of(List.of(level.place())))).with("side", level.side().key())
				.with(EFFECT, effect(level.erases()));
	}

	static MacroCall wire(String segment, EdgePainting.Wire wire) {
		return onSlice("Live Wire...", segment, wire.across(), wire.slice()).with(POINTS, PathText.of(wire.clicks())).with(EFFECT,
				effect(wire.erases()));
	}

	static MacroCall fill(String segment, Vertices outline, SegmentPainting.Fill fill) {
		String effect = (fill.erases() ? "erase " : "fill ") + (fill.outside() ? "outside" : "inside");
		return MacroCall.of("Fill Outline Into Segment...").with(SEGMENT, segment).with(POINTS, PathText.of(outline))
				.with(EFFECT, effect).with(ACROSS, key(fill.across())).with("first_slice", fill.first() + 1)
				.with("last_slice", fill.last() + 1);
	}

	/** @param lowest infinite for none, likewise {@code highest} */
	static MacroCall threshold(String segment, double lowest, double highest, boolean adds) {
		return range(MacroCall.of("Segment Threshold...").with(SEGMENT, segment), lowest, highest).with(EFFECT,
				adds ? "add" : "replace");
	}

	private static MacroCall range(MacroCall call, double lowest, double highest) {
		MacroCall low = Double.isInfinite(lowest) ? call : call.with("lowest", lowest);
		return Double.isInfinite(highest) ? low : low.with("highest", highest);
	}

	static MacroCall effect(String segment, MaskEffect effect) {
		if (effect instanceof MaskEffect.Margin margin)
			return onOne("Segment Margin...", segment).with("margin_mm", margin.millimetres());
		if (effect instanceof MaskEffect.Smoothing smoothing)
			return onOne("Smooth Segment...", segment).with("method", smoothing.method().key())
					.with("kernel_mm", smoothing.kernelMm());
		if (effect instanceof MaskEffect.Shell shell)
			return onOne("Hollow Segment...", segment).with("thickness_mm", shell.thicknessMm()).with("surface",
					shell.place().name().toLowerCase(Locale.ROOT).replace("_surface", ""));
		MaskEffect.IslandsKept islands = (MaskEffect.IslandsKept) effect;
		return onOne("Segment Islands...", segment).with(EFFECT, islands.kept().key()).with("number", islands.number())
				.with("smallest_voxels", islands.smallestVoxels()).with("place", "").with("frame", "patient")
				.with("neighbours", Integer.toString(islands.connectivity().neighbours()));
	}

	private static MacroCall onOne(String label, String segment) {
		return MacroCall.of(label).with(SEGMENT, segment);
	}

	static MacroCall between(String segments, SegmentEffects.Between how) {
		return on("Fill Between Slices...", segments).with(ACROSS, key(how.across())).with("matching",
				how.matching().name().toLowerCase(Locale.ROOT).replace('_', ' '));
	}

	/** @param surroundings empty for none */
	static MacroCall grow(String segments, String surroundings, SeedGrowing.Settings settings) {
		MacroCall call;
		if (settings.method() instanceof CheapestPaths paths)
			call = on("Grow From Seeds...", segments).with("seed_locality", paths.seedLocality());
		else
			call = on("Random Walker From Seeds...", segments).with("beta", ((RandomWalks) settings.method()).beta());
		return call.with("surroundings", surroundings).with("margin_percent", settings.marginPercent());
	}

	/** @param iterations how often the contour was moved */
	static MacroCall evolve(String segment, FrontEffects.Evolution how, int iterations, SegmentEffects.Take take) {
		MacroCall call = front("Evolve Contour...", segment, how.start(), how.speed(), take);
		return range(call, how.speed().lowest(), how.speed().highest()).with("softness", how.speed().softness())
				.with("propagation", how.weights().propagation()).with("curvature_mm", how.weights().curvatureMm())
				.with("advection_mm", how.weights().advectionMm()).with("iterations", Integer.toString(iterations));
	}

	/** @param longestTime at which the front stops, not before */
	static MacroCall march(String segment, FrontEffects.March how, double longestTime, SegmentEffects.Take take) {
		return front("Fast Marching...", segment, how.start(), how.speed(), take).with("deviation", how.speed().softness())
				.with("volume_percent", 100).with("longest_time", longestTime);
	}

	private static MacroCall front(String label, String segment, FrontEffects.Start start, FrontSpeed speed,
			SegmentEffects.Take take) {
		List<StartBall> balls = start.balls();
		List<Double> radii = balls.stream().map(StartBall::radiusMm).toList();
		boolean alike = radii.stream().distinct().count() < 2;
		return onOne(label, segment).with("places", PlaceText.of(balls.stream().map(StartBall::centre).toList()))
				.with("frame", "voxels").with("radius_mm", radii.isEmpty() ? StartBall.USUAL_MM : radii.get(0))
				.with("radii_mm", alike ? "" : radii.stream().map(MacroCall::number).collect(Collectors.joining(" ")))
				.with("farthest_mm", start.farthestMm()).with("speed", speed.kind().key()).with("sd_mm", speed.sdMm())
				.with("edge_contrast", speed.edgeContrast()).with(EFFECT, take.key());
	}

	private static MacroCall onSlice(String label, String segment, Axis across, int slice) {
		return MacroCall.of(label).with(SEGMENT, segment).with(ACROSS, key(across)).with("slice", slice + 1);
	}

	private static String key(Axis axis) {
		return axis.name().toLowerCase(Locale.ROOT);
	}

	private static String effect(boolean erases) {
		return erases ? "take away" : "add";
	}

	private static MacroCall on(String label, String segments) {
		return MacroCall.of(label).with("segments", segments);
	}
}
