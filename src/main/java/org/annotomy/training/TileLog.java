package org.annotomy.training;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;

import org.annotomy.json.JsonException;

/**
 * The tiles that are done, a line each in the order of finishing, so that an export that was stopped goes on where it was. A last line that
 * was cut short is dropped; its tile is made again.
 */
final class TileLog implements Closeable {

	private final Path file;
	private final BitSet done = new BitSet();
	private final Writer out;

	TileLog(Path file) throws IOException {
		this.file = file;
		if (Files.exists(file)) readDone();
		out = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
	}

	private void readDone() throws IOException {
		long whole = 0;
		long size = Files.size(file);
		try (BufferedReader in = Files.newBufferedReader(file)) {
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				long end = whole + line.getBytes(StandardCharsets.UTF_8).length + 1;
				if (end > size) break;
				done.set(TileRecord.of(line).index());
				whole = end;
			}
		} catch (JsonException e) {
			// What follows the last whole line is made again.
		}
		try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
			cut.setLength(whole);
		}
	}

	synchronized boolean isDone(int index) {
		return done.get(index);
	}

	synchronized int count() {
		return done.cardinality();
	}

	/** Notes a tile whose files are there. */
	synchronized void add(TileRecord record) throws IOException {
		out.write(record.line());
		out.write('\n');
		out.flush();
		done.set(record.index());
	}

	@Override
	public void close() throws IOException {
		out.close();
	}
}
