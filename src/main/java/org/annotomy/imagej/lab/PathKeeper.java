package org.annotomy.imagej.lab;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.annotomy.slide.viewing.ViewMoment;
import org.annotomy.slide.viewing.ViewingJournal;
import org.annotomy.slide.viewing.ViewingPath;
import org.annotomy.slide.viewing.ViewingStore;

import ij.IJ;

/** Has each rest of a recording on the disk soon after it has ended, on a thread of its own; a rest that could not be written is kept in memory until the end. */
public final class PathKeeper implements Consumer<ViewMoment> {

	private static final long PATIENCE_S = 20;

	private final ViewingStore store;
	private final ViewingJournal journal;
	private final ExecutorService writer = Executors.newSingleThreadExecutor(task -> {
		Thread thread = new Thread(task, "annotomy-viewing-path");
		thread.setDaemon(true);
		return thread;
	});
	private volatile boolean whole = true;

	/** @throws IOException if it could be kept nowhere; in words for the user */
	PathKeeper(ViewingStore store, ViewingPath recording) throws IOException {
		this.store = store;
		journal = store.begin(recording);
	}

	/** A recording that has ended and is to be saved. */
	public record Recorded(ViewingPath path, PathKeeper keeper) {

		/** @throws IOException if it could not be saved beside the slide; the message says where it is now */
		public void save() throws IOException {
			keeper.finish(path);
		}
	}

	@Override
	public void accept(ViewMoment rest) {
		writer.execute(() -> {
			try {
				if (whole) journal.add(rest);
			} catch (IOException e) {
				whole = false;
				IJ.showStatus("The viewing path cannot be written just now; it is kept in memory and saved at the end.");
			}
		});
	}

	/** Nothing was recorded after all. */
	void drop() throws IOException {
		writer.shutdown();
		journal.delete();
	}

	Recorded ended(ViewingPath path) {
		return new Recorded(path, this);
	}

	private void finish(ViewingPath path) throws IOException {
		writer.shutdown();
		try {
			whole &= writer.awaitTermination(PATIENCE_S, TimeUnit.SECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			whole = false;
		}
		store.finish(path, journal, whole);
	}
}
