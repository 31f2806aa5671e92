package org.annotomy.bioformats;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.concurrent.Semaphore;

import loci.formats.FormatException;
import loci.formats.IFormatReader;
import loci.formats.ImageReader;
import loci.formats.in.DynamicMetadataOptions;
import loci.formats.in.MetadataLevel;
import loci.formats.meta.MetadataStore;

/**
 * Readers of one file: a reader of Bio-Formats serves one thread at a time, and each holds its own copy of what it knows of the file, so
 * there are two at most. Nothing is kept beside the file (no memo).
 */
final class ReaderPool implements Closeable {

	private static final int MOST = 2;

	/**
	 * Work with a reader.
	 *
	 * @param <T> what it gives
	 */
	@FunctionalInterface
	interface Use<T> {
		T with(IFormatReader reader) throws FormatException, IOException;
	}

	private final KnownFormats formats;
	private final Path file;
	private final Semaphore places = new Semaphore(MOST, true);
	private final ArrayDeque<IFormatReader> idle = new ArrayDeque<>();
	private boolean closed;

	ReaderPool(KnownFormats formats, Path file) {
		this.formats = formats;
		this.file = file;
	}

	/**
	 * Opens the first reader.
	 *
	 * @param metadata filled with what the file says
	 */
	void begin(MetadataStore metadata) throws IOException {
		IFormatReader first = open(metadata);
		synchronized (this) {
			idle.push(first);
		}
	}

	private IFormatReader open(MetadataStore metadata) throws IOException {
		ImageReader reader = formats.newReader();
		try {
			return Guard.call(() -> {
				reader.setFlattenedResolutions(false);
				reader.setMetadataOptions(new DynamicMetadataOptions(MetadataLevel.NO_OVERLAYS));
				if (metadata != null) reader.setMetadataStore(metadata);
				reader.setId(file.toAbsolutePath().toString());
				return reader;
			});
		} catch (IOException e) {
			end(reader);
			throw e;
		}
	}

	/**
	 * Waits for a reader and has it do something.
	 *
	 * @throws IOException in words for the user; the reader that failed is not used again
	 */
	<T> T use(Use<T> use) throws IOException {
		try {
			places.acquire();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("Reading was interrupted.");
		}
		try {
			IFormatReader known = take();
			IFormatReader reader = known == null ? open(null) : known;
			boolean well = false;
			try {
				T result = Guard.call(() -> use.with(reader));
				well = true;
				return result;
			} finally {
				giveBack(reader, well);
			}
		} finally {
			places.release();
		}
	}

	private synchronized IFormatReader take() throws IOException {
		if (closed) throw new IOException("The slide is closed.");
		return idle.poll();
	}

	private void giveBack(IFormatReader reader, boolean well) {
		synchronized (this) {
			if (well && !closed) {
				idle.push(reader);
				return;
			}
		}
		end(reader);
	}

	private static void end(IFormatReader reader) {
		try {
			reader.close();
		} catch (IOException | RuntimeException e) {
			// It only read.
		}
	}

	@Override
	public synchronized void close() {
		closed = true;
		idle.forEach(ReaderPool::end);
		idle.clear();
	}
}
