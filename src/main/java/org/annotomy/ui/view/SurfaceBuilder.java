package org.annotomy.ui.view;

import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.Change.VoxelChange;
import org.annotomy.annotation.Change;
import org.annotomy.annotation.Edit;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.voxel.LabelBlock;
import org.annotomy.display.scene.Surface;
import org.annotomy.geometry.TriangleMesh;
import org.annotomy.imagej.segment.SegmentStyle;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.segmentation.surface.SegmentSurfaces;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;

/**
 * Makes the surfaces of a session's visible segments on a thread of its own, on a snapshot of the document. Only segments whose voxels were
 * changed are made anew, large ones as a sketch first; work that an edit has overtaken is given up. To be used on the event dispatch
 * thread, which also gets the results.
 */
final class SurfaceBuilder {

	/** For all surfaces together: so many can be turned fluently. */
	private static final int TRIANGLES = 300_000;
	private static final int ROUNDS = 12;

	private final AnnotationSession session;
	private final Consumer<List<Surface>> ready;
	private final Consumer<String> failed;
	private final Function<AnnotationDocument, SegmentSurfaces> source;
	private final ExecutorService thread = Executors.newSingleThreadExecutor(SurfaceBuilder::daemon);
	private final AtomicInteger run = new AtomicInteger();
	private final Map<UUID, Made> made = new HashMap<>();
	private final Set<UUID> stale = new HashSet<>();
	private int share;
	private int time = -1;

	/** A surface, how many triangles it might have had, and whether a better one is to follow. */
	private record Made(Surface surface, int share, boolean sketch) {}

	/**
	 * @param ready gets the surfaces of all visible segments, in their order, and again when sketches have been replaced
	 * @param failed hears why there are none, or none of the last edit's
	 */
	SurfaceBuilder(AnnotationSession session, Consumer<List<Surface>> ready, Consumer<String> failed) {
		this(session, ready, failed, snapshot -> new SegmentSurfaces(snapshot, session.plane().t(),
				session.segments().volume().spacing(), session.source().voxelToPatient()));
	}

	/** @param source surfaces of a snapshot at the time point on display */
	SurfaceBuilder(AnnotationSession session, Consumer<List<Surface>> ready, Consumer<String> failed,
			Function<AnnotationDocument, SegmentSurfaces> source) {
		this.session = session;
		this.ready = ready;
		this.failed = failed;
		this.source = source;
	}

	private static Thread daemon(Runnable work) {
		Thread thread = new Thread(work, "annotomy-surfaces");
		thread.setDaemon(true);
		return thread;
	}

	/** Notes what an edit has changed, and makes that anew. */
	void changed(Edit edit) {
		boolean seen = false;
		for (Change change : edit.changes()) {
			seen |= change instanceof Change.SegmentChange || change instanceof Change.ProtocolChange;
			if (change instanceof VoxelChange voxels) {
				seen = true;
				note(voxels);
			}
		}
		if (seen) start();
	}

	private void note(VoxelChange change) {
		Set<Integer> values = new HashSet<>();
		for (LabelBlock block : new LabelBlock[]{change.before(), change.after()}) {
			if (block == null) continue;
			int[] runs = block.runs();
			for (int i = 0; i < runs.length; i += 2)
				values.add(runs[i]);
		}
		for (Segment segment : session.document().segments())
			if (segment.layer() == change.index().layer() && values.contains(segment.value())) stale.add(segment.id());
	}

	/** Makes what is missing or stale. */
	void start() {
		int mine = run.incrementAndGet();
		AnnotationDocument snapshot = session.document().copy();
		List<Segment> segments = snapshot.segments().stream().filter(Segment::visible).toList();
		share = TRIANGLES / Math.max(1, Integer.highestOneBit(Math.max(1, segments.size() * 2 - 1)));
		if (time != session.plane().t()) made.clear();
		time = session.plane().t();
		forgetAllBut(snapshot.segments().stream().map(Segment::id).collect(Collectors.toSet()));
		List<Segment> missing = segments.stream()
				.filter(s -> stale.contains(s.id()) || !made.containsKey(s.id()) || made.get(s.id()).share() != share).toList();
		List<Segment> sketched = segments.stream().filter(s -> !missing.contains(s) && made.get(s.id()).sketch()).toList();
		SegmentSurfaces surfaces = source.apply(snapshot);
		int triangles = share;
		Runnable then = () -> deliver(snapshot, segments);
		thread.execute(() -> {
			try {
				make(surfaces, missing, sketched, triangles, mine, then);
			} catch (CancelledException overtaken) {
				// What was made so far counts; the rest follows with the next edit's.
			} catch (RuntimeException | Error broken) {
				tell(broken, mine);
			}
		});
	}

	/** Surfaces of segments that are gone are in nobody's way but that of the memory. */
	private void forgetAllBut(Set<UUID> ids) {
		made.keySet().retainAll(ids);
		stale.retainAll(ids);
	}

	/** Segments whose surfaces are kept. */
	Set<UUID> kept() {
		return Set.copyOf(made.keySet());
	}

	/** In words; what nobody foresaw also goes where such things are reported. */
	private void tell(Throwable broken, int mine) {
		boolean memory = broken instanceof OutOfMemoryError;
		EventQueue.invokeLater(() -> {
			if (run.get() != mine) return;
			failed.accept(memory
					? "There is not enough memory for the surfaces. Raise the limit in Edit > Options > Memory & Threads, or hide segments."
					: "The surfaces could not be made. They are tried again after the next edit.");
			if (!memory) throw new IllegalStateException("Surfaces of segments failed.", broken);
		});
	}

	private void make(SegmentSurfaces surfaces, List<Segment> missing, List<Segment> sketched, int triangles, int mine,
			Runnable then) {
		Progress watch = overtaken(mine);
		Map<UUID, Made> quick = new HashMap<>();
		surfaces.sketches(missing, triangles, ROUNDS, watch)
				.forEach((id, sketch) -> quick.put(id, new Made(surface(sketch.mesh()), triangles, !sketch.isFinal())));
		hand(quick, mine, then);
		List<Segment> rough = Stream.concat(missing.stream().filter(s -> quick.get(s.id()).sketch()), sketched.stream()).toList();
		if (rough.isEmpty()) return;
		Map<UUID, Made> fine = new HashMap<>();
		surfaces.previews(rough, triangles, ROUNDS, watch)
				.forEach((id, mesh) -> fine.put(id, new Made(surface(mesh), triangles, false)));
		hand(fine, mine, then);
	}

	private static Surface surface(TriangleMesh mesh) {
		return Surface.of(mesh, 0, 1);
	}

	private void hand(Map<UUID, Made> fresh, int mine, Runnable then) {
		EventQueue.invokeLater(() -> {
			if (run.get() != mine) return;
			made.putAll(fresh);
			stale.removeAll(fresh.keySet());
			then.run();
		});
	}

	private void deliver(AnnotationDocument snapshot, List<Segment> segments) {
		List<Surface> all = new ArrayList<>();
		for (Segment segment : segments)
			all.add(made.get(segment.id()).surface().look(SegmentStyle.rgb(segment, snapshot.protocol()), segment.opacity()));
		ready.accept(all);
	}

	private Progress overtaken(int mine) {
		return new Progress() {
			@Override
			public void update(double fraction, String doing) {
				// The window shows the surfaces as soon as they are there.
			}

			@Override
			public boolean isCancelled() { return run.get() != mine; }
		};
	}

	/** Gives up what is under way. */
	void stop() {
		run.incrementAndGet();
		thread.shutdownNow();
	}
}
