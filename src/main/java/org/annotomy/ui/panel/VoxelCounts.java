package org.annotomy.ui.panel;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

import javax.swing.SwingWorker;
import javax.swing.Timer;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.segmentation.segment.SegmentVoxels;

/** Counts the voxels of segments off the event dispatch thread, when edits have paused for a moment. */
final class VoxelCounts {

	private static final int PAUSE_MS = 250;

	private final Consumer<Map<UUID, Long>> counted;
	private final Timer timer = new Timer(PAUSE_MS, e -> count());
	private AnnotationSession session;
	private boolean counting;
	private boolean again;

	/** @param counted gets the voxels of each segment, on the event dispatch thread */
	VoxelCounts(Consumer<Map<UUID, Long>> counted) {
		this.counted = counted;
		timer.setRepeats(false);
	}

	/** @param shown whose segments are to be counted; null for none */
	void request(AnnotationSession shown) {
		session = shown;
		if (shown == null || shown.document().segments().isEmpty()) timer.stop();
		else timer.restart();
	}

	private void count() {
		if (counting || session == null) {
			again = counting;
			return;
		}
		counting = true;
		AnnotationSession of = session;
		AnnotationDocument document = of.document();
		int timePoint = of.plane().t();
		new SwingWorker<Map<UUID, Long>, Void>() {
			@Override
			protected Map<UUID, Long> doInBackground() {
				return new SegmentVoxels(document, timePoint).counts();
			}

			@Override
			protected void done() {
				counting = false;
				try {
					if (session == of) counted.accept(get());
				} catch (InterruptedException e) {
					Thread.currentThread().interrupt();
				} catch (ExecutionException e) {
					throw new IllegalStateException("Voxels could not be counted.", e.getCause());
				}
				if (again) timer.restart();
				again = false;
			}
		}.execute();
	}
}
