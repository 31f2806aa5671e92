package org.annotomy.slide.pyramid;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import org.annotomy.codec.png.PngHeader;
import org.annotomy.codec.png.PngPass;
import org.annotomy.codec.png.PngStream;
import org.annotomy.image.ImageFormatException;
import org.annotomy.task.Progress;

/** The rows of passes of an interlaced PNG picture, unfiltered, in a temporary file that goes when this is closed. */
final class PngPassFile implements Closeable {

	private static final String DOING = "Reading the interlaced picture";

	private final PngHeader header;
	private final List<PngPass> passes;
	/** Where each pass begins. */
	private final long[] starts;
	private final FileChannel channel;

	private PngPassFile(PngHeader header, List<PngPass> passes) throws IOException {
		this.header = header;
		this.passes = passes;
		this.starts = new long[passes.size() + 1];
		for (int i = 0; i < passes.size(); i++)
			starts[i + 1] = starts[i] + (long) rowBytes(i) * passes.get(i).height(header);
		Path file = Files.createTempFile("annotomy", ".rows");
		try {
			requireSpace(starts[passes.size()], Files.getFileStore(file).getUsableSpace());
			channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE,
					StandardOpenOption.DELETE_ON_CLOSE);
		} catch (IOException | RuntimeException e) {
			Files.deleteIfExists(file);
			throw e;
		}
	}

	/** @throws ImageFormatException if there is not so much room */
	static void requireSpace(long needed, long there) throws ImageFormatException {
		if (needed > there)
			throw new ImageFormatException("To read this interlaced picture, " + (needed >> 20)
					+ " MB are needed in the folder for temporary files, but only " + (there >> 20)
					+ " MB are free. Make room there, or save the picture without interlacing.");
	}

	/**
	 * Takes passes from the stream, which stands before the first of them.
	 *
	 * @throws ImageFormatException if the picture is broken, or there is no room for it
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	static PngPassFile write(PngStream png, List<PngPass> passes, Progress progress) throws IOException {
		PngPassFile file = new PngPassFile(png.header(), passes);
		try {
			for (int i = 0; i < passes.size(); i++)
				file.copy(png, i, progress);
			return file;
		} catch (IOException | RuntimeException e) {
			file.close();
			throw e;
		}
	}

	private void copy(PngStream png, int pass, Progress progress) throws IOException {
		byte[] row = new byte[rowBytes(pass)];
		byte[] above = new byte[row.length];
		int rows = passes.get(pass).height(header);
		for (int y = 0; y < rows; y++) {
			long at = starts[pass] + (long) y * row.length;
			if (y % 64 == 0) {
				progress.checkCancelled();
				progress.update((double) at / starts[passes.size()], DOING);
			}
			png.next(row, above);
			ByteBuffer bytes = ByteBuffer.wrap(row);
			while (bytes.hasRemaining())
				channel.write(bytes, at + bytes.position());
			byte[] done = above;
			above = row;
			row = done;
		}
	}

	private int rowBytes(int pass) {
		return header.rowBytes(passes.get(pass).width(header));
	}

	/**
	 * The bytes of a pass in a row of the picture.
	 *
	 * @param pass index of those that were taken
	 * @param row of the picture, in which the pass has pixels
	 */
	byte[] row(int pass, int row) throws IOException {
		ByteBuffer bytes = ByteBuffer.allocate(rowBytes(pass));
		int index = (row - passes.get(pass).top()) / passes.get(pass).down();
		long at = starts[pass] + (long) index * bytes.capacity();
		while (bytes.hasRemaining())
			if (channel.read(bytes, at + bytes.position()) < 0) throw new EOFException();
		return bytes.array();
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}
}
