package org.annotomy.ui.edit;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.annotomy.annotation.Edit;
import org.annotomy.annotation.model.Segment;
import org.annotomy.geometry.Vertices;
import org.annotomy.imagej.linking.GroupLinks;
import org.annotomy.imagej.macro.MacroCall;
import org.annotomy.imagej.macro.MacroRecorder;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.EdgePainting;
import org.annotomy.imagej.session.FrontEffects;
import org.annotomy.imagej.session.SegmentDesk;
import org.annotomy.imagej.session.SegmentEffects;
import org.annotomy.imagej.session.SegmentPainting;
import org.annotomy.segmentation.effect.MaskEffect;
import org.annotomy.segmentation.grow.SeedGrowing;
import org.annotomy.segmentation.levelset.Arrivals;
import org.annotomy.segmentation.levelset.MovingContour;
import org.annotomy.segmentation.segment.EditingRules;
import org.annotomy.segmentation.segment.SegmentSelector;
import org.annotomy.segmentation.segment.SegmentState;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;

import ij.plugin.frame.Recorder;

/**
 * The one door for what mouse and panel do to segments; as {@link DeskEdits}. Each method says whether anything was changed. What is
 * refused, or changes nothing, is not recorded. To be called on the event dispatch thread.
 */
public final class SegmentGestures {

	private static final String RECORDED = "org.annotomy.recordedrules";

	private final AnnotationSession session;
	private final SegmentDesk desk;

	/** The editing rules that a macro which was recorded so far leaves behind. */
	private record Recorded(Object recorder, EditingRules rules) {}

	public SegmentGestures(AnnotationSession session) {
		this.session = session;
		desk = session.segments();
	}

	/** Adds a segment of the current class and makes it the current one. */
	public Segment add() {
		MacroRecorder recorder = before();
		Segment segment = desk.add(null, null);
		recorder.write(SegmentCalls.add(segment.classKey()));
		return segment;
	}

	public boolean remove(Collection<UUID> ids) {
		MacroCall call = SegmentCalls.remove(words(ids));
		MacroRecorder recorder = before();
		if (ids.stream().noneMatch(id -> session.document().segment(id).isPresent())) return false;
		GroupLinks.deleteSegments(session, ids);
		recorder.write(call);
		return true;
	}

	/** Makes a segment the current one. */
	public void choose(UUID id) {
		if (desk.current().map(Segment::id).filter(id::equals).isPresent()) return;
		MacroRecorder recorder = before();
		desk.setCurrent(id);
		recorder.write(SegmentCalls.choose(words(Set.of(id))));
	}

	/** @param name null for none */
	public boolean rename(UUID id, String name) {
		return change(SegmentCalls.rename(words(Set.of(id)), name), "Rename segment", id, s -> s.name(name));
	}

	public boolean relabel(UUID id, String classKey) {
		return make(SegmentCalls.relabel(words(Set.of(id)), classKey), () -> desk.records().relabel(List.of(id), classKey));
	}

	/** @param rgb 0xRRGGBB */
	public boolean recolour(UUID id, int rgb) {
		MacroCall call = SegmentCalls.recolour(words(Set.of(id)), String.format("#%06x", rgb));
		return change(call, "Change colour of segment", id, s -> s.rgb(rgb));
	}

	public boolean show(UUID id, boolean visible) {
		String name = visible ? "Show segment" : "Hide segment";
		return change(SegmentCalls.show(words(Set.of(id)), visible), name, id, s -> s.visible(visible));
	}

	public boolean lock(UUID id, boolean locked) {
		String name = locked ? "Lock segment" : "Unlock segment";
		return change(SegmentCalls.lock(words(Set.of(id)), locked), name, id, s -> s.locked(locked));
	}

	public boolean state(UUID id, SegmentState state) {
		return make(SegmentCalls.state(words(Set.of(id)), state), () -> desk.records().setStatus(List.of(id), state.status()));
	}

	/** Sets which voxels may change from now on. */
	public void rules(EditingRules rules) {
		if (rules.equals(desk.rules())) return;
		MacroRecorder recorder = before();
		desk.setRules(rules);
		recorder.write(calls(rules));
		session.image().setProperty(RECORDED, new Recorded(Recorder.getInstance(), rules));
	}

	private MacroCall calls(EditingRules rules) {
		return SegmentCalls.rules(rules.area(), rules.area() == EditingRules.Area.EVERYWHERE ? "" : words(rules.areaSegments()),
				rules.lowest(), rules.highest(), rules.overwrite());
	}

	/** A mask that was set before the recorder was opened is written before the first call that keeps to it. */
	private void writeRules(MacroRecorder recorder) {
		EditingRules rules = desk.rules();
		Object window = Recorder.getInstance();
		EditingRules written = session.image().getProperty(RECORDED) instanceof Recorded last && last.recorder() == window
				? last.rules()
				: EditingRules.FREE;
		if (window == null || rules.equals(written)) return;
		recorder.write(calls(rules));
		session.image().setProperty(RECORDED, new Recorded(window, rules));
	}

	public boolean paint(UUID id, SegmentPainting.Stroke stroke) {
		return makeVoxels(SegmentCalls.paint(words(Set.of(id)), stroke),
				() -> new SegmentPainting(session).paint(id, stroke, Progress.NONE));
	}

	/** Off the event dispatch thread, with progress. */
	public void paintAlongEdgesSlowly(UUID id, EdgePainting.Stroke stroke, LongGesture gesture) {
		makeSlowly(SegmentCalls.paintAlongEdges(words(Set.of(id)), stroke),
				progress -> new EdgePainting(session).paint(id, stroke, progress), gesture);
	}

	public boolean push(UUID id, SegmentPainting.Stroke stroke) {
		return makeVoxels(SegmentCalls.push(words(Set.of(id)), stroke),
				() -> new EdgePainting(session).push(id, stroke, Progress.NONE));
	}

	public boolean trace(UUID id, EdgePainting.Level level) {
		return makeVoxels(SegmentCalls.trace(words(Set.of(id)), level),
				() -> new EdgePainting(session).trace(id, level, Progress.NONE));
	}

	/** Off the event dispatch thread, with progress. */
	public void wireSlowly(UUID id, EdgePainting.Wire wire, LongGesture gesture) {
		makeSlowly(SegmentCalls.wire(words(Set.of(id)), wire), progress -> new EdgePainting(session).wire(id, wire, progress),
				gesture);
	}

	/** @param outline corners in columns and rows of the slices, pixel-corner frame */
	public boolean fill(UUID id, Vertices outline, SegmentPainting.Fill fill) {
		return makeVoxels(SegmentCalls.fill(words(Set.of(id)), outline, fill), filling(id, outline, fill, Progress.NONE));
	}

	/** As {@link #fill}, off the event dispatch thread, with progress. */
	public void fillSlowly(UUID id, Vertices outline, SegmentPainting.Fill fill, LongGesture gesture) {
		makeSlowly(SegmentCalls.fill(words(Set.of(id)), outline, fill), progress -> filling(id, outline, fill, progress).get(),
				gesture);
	}

	/** The segment gets, or with {@code adds} also gets, the voxels of a range of values. */
	public void thresholdSlowly(UUID id, double lowest, double highest, boolean adds, LongGesture gesture) {
		makeSlowly(SegmentCalls.threshold(words(Set.of(id)), lowest, highest, adds), progress -> {
			Mask mask = new SegmentEffects(session).range(lowest, highest, progress.part(0, 0.5));
			Progress part = progress.part(0.7, 1);
			return adds
					? desk.edits().add("Threshold", id, mask, part)
					: desk.edits().replace("Threshold", id, mask, part);
		}, gesture);
	}

	/** Gives the segment what an effect makes of it. */
	public void effectSlowly(UUID id, MaskEffect effect, LongGesture gesture) {
		makeSlowly(SegmentCalls.effect(words(Set.of(id)), effect),
				progress -> new SegmentEffects(session).apply(id, effect, progress), gesture);
	}

	public void betweenSlowly(Collection<UUID> ids, SegmentEffects.Between how, LongGesture gesture) {
		makeSlowly(SegmentCalls.between(words(ids), how),
				progress -> new SegmentEffects(session).applyBetween(ids, how, progress), gesture);
	}

	/**
	 * Applies what has grown.
	 *
	 * @param growing not used by anybody else meanwhile
	 * @param ids all that grew
	 * @param keeping the one that keeps its voxels, or null
	 */
	public void growSlowly(SeedGrowing growing, Collection<UUID> ids, UUID keeping, SeedGrowing.Settings settings,
			LongGesture gesture) {
		makeSlowly(SegmentCalls.grow(words(ids), keeping == null ? "" : words(Set.of(keeping)), settings), progress -> {
			growing.settle(progress.part(0, 0.9));
			return growing.apply(keeping == null ? List.of() : List.of(keeping), progress.part(0.9, 1));
		}, gesture);
	}

	/** Gives the segment the inside of a contour that was moved so often. @param contour not used by anybody else meanwhile */
	public void evolveSlowly(UUID id, MovingContour contour, FrontEffects.Evolution how, SegmentEffects.Take take,
			LongGesture gesture) {
		makeSlowly(SegmentCalls.evolve(words(Set.of(id)), how, contour.iterations(), take),
				progress -> new SegmentEffects(session).take(FrontEffects.EVOLVE, id, contour.evolved().inside(), take, progress),
				gesture);
	}

	/** Gives the segment what a front has reached at a time. */
	public void marchSlowly(UUID id, Arrivals arrivals, FrontEffects.March how, double longestTime, SegmentEffects.Take take,
			LongGesture gesture) {
		makeSlowly(SegmentCalls.march(words(Set.of(id)), how, longestTime, take),
				progress -> new SegmentEffects(session).take(FrontEffects.MARCH, id, arrivals.until(longestTime), take, progress),
				gesture);
	}

	private Supplier<Edit> filling(UUID id, Vertices outline, SegmentPainting.Fill fill, Progress progress) {
		return () -> new SegmentPainting(session).fill(id, SegmentPainting.outline(outline), fill, progress);
	}

	private void makeSlowly(MacroCall call, Function<Progress, Edit> edit, LongGesture gesture) {
		MacroRecorder recorder = before();
		gesture.run(progress -> !edit.apply(progress).isEmpty(), () -> {
			writeRules(recorder);
			recorder.write(call);
		});
	}

	private boolean change(MacroCall call, String name, UUID id, UnaryOperator<Segment.Builder> how) {
		return make(call, () -> desk.records().change(name, List.of(id), how));
	}

	private boolean makeVoxels(MacroCall call, Supplier<Edit> edit) {
		MacroRecorder recorder = before();
		if (edit.get().isEmpty()) return false;
		writeRules(recorder);
		recorder.write(call);
		return true;
	}

	private boolean make(MacroCall call, Supplier<Edit> edit) {
		MacroRecorder recorder = before();
		if (edit.get().isEmpty()) return false;
		recorder.write(call);
		return true;
	}

	private MacroRecorder before() {
		return MacroRecorder.beforeGesture(session.image());
	}

	private String words(Collection<UUID> ids) {
		return SegmentSelector.text(ids, session.document());
	}
}
