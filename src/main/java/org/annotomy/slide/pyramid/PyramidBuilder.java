package org.annotomy.slide.pyramid;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.PixelKind;
import org.annotomy.slide.PyramidLevel;
import org.annotomy.task.Progress;

/**
 * Halves a picture again and again while its rows come in, each pixel the mean of four, and writes the tiles of all levels. Memory: a row of
 * tiles for each level, so about twice what one of them needs at the finest.
 */
final class PyramidBuilder {

	/** Of a tile, in pixels on a side. */
	static final int TILE = 256;
	/** Levels go on until one is no larger. */
	private static final int SMALLEST = 1024;
	private static final String DOING = "Making a pyramid";

	private final TileWriter writer;
	private final List<Band> bands = new ArrayList<>();

	/** The rows of one level that are not yet a whole row of tiles. */
	private final class Band {

		private final TileWriter.Level level;
		private final boolean written;
		private final Object[] rows = new Object[TILE];
		private final Object half;
		private Object upper;
		private int count;
		private int done;
		private Band coarser;

		Band(int width, int height, boolean written, PixelKind kind) {
			this.level = new TileWriter.Level(width, height, TILE);
			this.written = written;
			for (int i = 0; written && i < TILE; i++)
				rows[i] = kind.allocate(width);
			this.upper = kind.allocate(width);
			this.half = kind.allocate(Math.max(1, width / 2));
		}

		void add(Object row, int index) throws IOException {
			if (written) {
				System.arraycopy(row, 0, rows[count++], 0, level.width);
				if (count == TILE || index == level.height - 1) flush();
			}
			if (coarser == null) return;
			if (index % 2 == 0 && level.height > 1) System.arraycopy(row, 0, upper, 0, level.width);
			else if (index / 2 < coarser.level.height) {
				Halving.rows(level.height > 1 ? upper : row, row, half, coarser.level.width, level.width);
				coarser.add(half, index / 2);
			}
		}

		private void flush() throws IOException {
			for (int column = 0; column * TILE < level.width; column++)
				writer.write(level, column, done, rows, count);
			done++;
			count = 0;
		}
	}

	private PyramidBuilder(RowSource source, TileWriter writer, boolean withFirst) {
		this.writer = writer;
		int width = source.width();
		int height = source.height();
		bands.add(new Band(width, height, withFirst, source.kind()));
		while (width > SMALLEST || height > SMALLEST) {
			width = Math.max(1, width / 2);
			height = Math.max(1, height / 2);
			Band band = new Band(width, height, true, source.kind());
			bands.get(bands.size() - 1).coarser = band;
			bands.add(band);
		}
	}

	/** A row of tiles of each level, and the tables of tiles: sizes of a file that may be an attack. */
	private static void requireMemory(RowSource source, boolean withFirst) throws ImageFormatException {
		long bytes = withFirst ? levelBytes(source.width(), source.height(), source.kind()) : 0;
		for (int scale = 2; source.width() / scale > 0 && source.height() / scale > 0; scale *= 2)
			bytes += levelBytes(source.width() / scale, source.height() / scale, source.kind());
		long allowed = Runtime.getRuntime().maxMemory() / 3;
		if (bytes > allowed)
			throw new ImageFormatException(
					"A pyramid of " + source.width() + " × " + source.height() + " pixels needs " + (bytes >> 20)
							+ " MB of memory, but only " + (allowed >> 20)
							+ " MB may be used for it. Save the picture as a pyramid, such as an "
							+ "OME-TIFF, or raise the limit in Edit > Options > Memory & Threads.");
	}

	private static long levelBytes(long width, long height, PixelKind kind) {
		long tiles = (width / TILE + 1) * (height / TILE + 1);
		return (TILE + 2) * width * kind.bytes() + 2L * Long.BYTES * tiles;
	}

	/** Whether nothing coarser is needed. */
	static boolean isSmall(PyramidLevel level) {
		return level.width() <= SMALLEST && level.height() <= SMALLEST;
	}

	/**
	 * Makes the levels.
	 *
	 * @param withFirst whether full size is written, too
	 * @param maxBytes the file may have
	 * @throws ImageFormatException if it becomes larger
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	static void build(RowSource source, boolean withFirst, Path file, long maxBytes, Progress progress) throws IOException {
		requireMemory(source, withFirst);
		try (TileWriter writer = new TileWriter(file, source.kind(), TILE)) {
			PyramidBuilder builder = new PyramidBuilder(source, writer, withFirst);
			for (int y = 0; y < source.height(); y++) {
				if (y % 64 == 0) {
					progress.checkCancelled();
					progress.update((double) y / source.height(), DOING);
				}
				builder.bands.get(0).add(source.next(), y);
				if (writer.size() > maxBytes)
					throw new ImageFormatException("The pyramid of this picture needs more than the " + (maxBytes >> 20)
							+ " MB that may be kept. Save the picture as a pyramid, such as an OME-TIFF.");
			}
			writer.finish(builder.bands.stream().filter(band -> band.written).map(band -> band.level).toList());
		}
	}
}
