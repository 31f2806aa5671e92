package org.annotomy.ui.study;

import java.awt.EventQueue;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import javax.swing.Icon;
import javax.swing.ImageIcon;

import org.annotomy.dicom.study.SeriesRow;
import org.annotomy.dicom.study.StudySource;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;

/**
 * Small pictures of series, made one after the other on a thread of their own and kept while there is room. All methods are called on the
 * event dispatch thread.
 */
final class PictureShelf {

	/** Height of a picture in a row, in pixels. */
	static final int ROW = 76;

	private static final int MOST = 400;
	/** There is no picture of a series. */
	private static final Icon NONE = new ImageIcon(new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB));

	private final ExecutorService worker = Executors.newSingleThreadExecutor(PictureShelf::daemon);
	private final AtomicInteger turn = new AtomicInteger();
	private final Consumer<SeriesRow> came;
	private final Map<String, Icon> kept = new LinkedHashMap<>(16, 0.75f, true) {
		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Icon> eldest) {
			return size() > MOST;
		}
	};

	/** @param came hears of each picture that was made */
	PictureShelf(Consumer<SeriesRow> came) {
		this.came = came;
	}

	private static Thread daemon(Runnable task) {
		Thread thread = new Thread(task, "Annotomy pictures");
		thread.setDaemon(true);
		thread.setPriority(Thread.MIN_PRIORITY);
		return thread;
	}

	private static String key(SeriesRow row) {
		return row.studyUid() + " " + row.seriesUid() + " " + row.images();
	}

	/** The picture for a row, or null if there is none yet. */
	Icon icon(SeriesRow row) {
		return kept.get(key(row));
	}

	/** Forgets all: another source has other pictures under the same names. */
	void clear() {
		turn.incrementAndGet();
		kept.clear();
	}

	/** Makes pictures of these series; those that were asked for before and are not made yet are not made. */
	void want(List<SeriesRow> rows, StudySource source) {
		int mine = turn.incrementAndGet();
		for (SeriesRow row : rows)
			if (!kept.containsKey(key(row))) worker.execute(() -> make(row, source, mine));
	}

	private void make(SeriesRow row, StudySource source, int mine) {
		if (turn.get() != mine) return;
		Icon made = picture(row, source, mine);
		EventQueue.invokeLater(() -> {
			if (turn.get() != mine) return;
			kept.put(key(row), made);
			came.accept(row);
		});
	}

	/** A picture is an extra: that it cannot be had is no news. */
	private Icon picture(SeriesRow row, StudySource source, int mine) {
		try {
			return source.thumbnail(row, new Turn(mine)).map(PictureShelf::icon).orElse(NONE);
		} catch (IOException | RuntimeException | LinkageError | OutOfMemoryError e) {
			return NONE;
		}
	}

	private static Icon icon(BufferedImage image) {
		double scale = ROW / (double) Math.max(image.getWidth(), image.getHeight());
		return new ImageIcon(image.getScaledInstance(Math.max(1, (int) (image.getWidth() * scale)),
				Math.max(1, (int) (image.getHeight() * scale)), Image.SCALE_SMOOTH));
	}

	/** Does other quick work beside, in turn with the pictures: lists of series. */
	<T> void beside(Work<T> work, Consumer<T> done) {
		int mine = turn.incrementAndGet();
		worker.execute(() -> {
			try {
				T result = work.run(new Turn(mine));
				EventQueue.invokeLater(() -> { if (turn.get() == mine) done.accept(result); });
			} catch (CancelledException e) {
				// Something else was chosen meanwhile.
				return;
			} catch (Exception e) {
				EventQueue.invokeLater(() -> { if (turn.get() == mine) done.accept(null); });
			}
		});
	}

	void close() {
		turn.incrementAndGet();
		worker.shutdown();
	}

	/** Ends when something else is wanted. */
	private final class Turn implements Progress {

		private final int mine;

		Turn(int mine) {
			this.mine = mine;
		}

		@Override
		public void update(double fraction, String doing) {
			// It is seen when it is there.
		}

		@Override
		public boolean isCancelled() { return turn.get() != mine; }
	}
}
