package org.annotomy.slide.pyramid;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.Deflater;

import org.annotomy.slide.PixelKind;

/** Writes a BigTIFF file of levels whose tiles come in any order; the directories at its end (BigTIFF as of libtiff 4). */
final class TileWriter implements Closeable {

	private static final int SHORT = 3;
	private static final int LONG = 4;
	private static final int LONG8 = 16;
	private static final int FAST = 1;

	/** One level: how large it is and where its tiles are. */
	static final class Level {
		final int width;
		final int height;
		final long[] offsets;
		final long[] counts;

		Level(int width, int height, int tile) {
			this.width = width;
			this.height = height;
			int tiles = ((width + tile - 1) / tile) * ((height + tile - 1) / tile);
			this.offsets = new long[tiles];
			this.counts = new long[tiles];
		}
	}

	private final FileChannel channel;
	private final PixelKind kind;
	private final int tile;
	private final Deflater deflater = new Deflater(FAST);
	private final byte[] raw;
	private byte[] packed;
	private long end = 16;

	/** @param tile pixels on a side */
	TileWriter(Path file, PixelKind kind, int tile) throws IOException {
		this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
				StandardOpenOption.TRUNCATE_EXISTING);
		this.kind = kind;
		this.tile = tile;
		this.raw = new byte[tile * tile * bytes()];
		this.packed = new byte[raw.length + 1024];
	}

	/** Bytes of a pixel in the file. */
	private int bytes() {
		return kind == PixelKind.RGB ? 3 : kind.bytes();
	}

	/** How many bytes were written so far. */
	long size() {
		return end;
	}

	/**
	 * Packs and writes one tile; what lies outside of the level is 0.
	 *
	 * @param rows of the level, those of this row of tiles
	 * @param count how many of them count
	 */
	void write(Level level, int column, int row, Object[] rows, int count) throws IOException {
		int width = Math.min(tile, level.width - column * tile);
		Arrays.fill(raw, (byte) 0);
		ByteBuffer to = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
		for (int y = 0; y < count; y++)
			put(rows[y], column * tile, width, to.position(y * tile * bytes()));
		deflater.reset();
		deflater.setInput(raw);
		deflater.finish();
		int length = 0;
		while (!deflater.finished()) {
			if (length == packed.length) packed = Arrays.copyOf(packed, 2 * length);
			length += deflater.deflate(packed, length, packed.length - length);
		}
		int index = row * ((level.width + tile - 1) / tile) + column;
		level.offsets[index] = end;
		level.counts[index] = length;
		append(ByteBuffer.wrap(packed, 0, length));
	}

	private void put(Object row, int from, int width, ByteBuffer to) {
		switch (kind) {
			case RGB -> {
				int[] rgb = (int[]) row;
				for (int x = from; x < from + width; x++)
					to.put((byte) (rgb[x] >> 16)).put((byte) (rgb[x] >> 8)).put((byte) rgb[x]);
			}
			case GREY_8 -> to.put((byte[]) row, from, width);
			case GREY_16 -> to.asShortBuffer().put((short[]) row, from, width);
			default -> to.asFloatBuffer().put((float[]) row, from, width);
		}
	}

	private void append(ByteBuffer bytes) throws IOException {
		while (bytes.hasRemaining())
			end += channel.write(bytes, end);
	}

	/** Writes the directories of all levels, the largest first, and the header: now the file is whole. */
	void finish(Iterable<Level> levels) throws IOException {
		long before = 8;
		for (Level level : levels) {
			long offsets = table(level.offsets);
			long counts = table(level.counts);
			end = end + 1 & ~1L;
			ByteBuffer link = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(0, end);
			long here = end;
			if (before != 8) channel.write(link, before);
			else {
				ByteBuffer head = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
				head.put((byte) 'I').put((byte) 'I').putShort((short) 43).putShort((short) 8).putShort((short) 0).putLong(here);
				channel.write(head.flip(), 0);
			}
			before = directory(level, offsets, counts, before != 8);
		}
		channel.force(true);
	}

	/** @return where the table is; a single number stands in its entry */
	private long table(long[] numbers) throws IOException {
		if (numbers.length == 1) return numbers[0];
		long start = end;
		ByteBuffer bytes = ByteBuffer.allocate(8 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
		bytes.asLongBuffer().put(numbers);
		append(bytes);
		return start;
	}

	/** @return where the offset of the next directory goes */
	private long directory(Level level, long offsets, long counts, boolean reduced) throws IOException {
		boolean rgb = kind == PixelKind.RGB;
		long[][] entries = {{254, LONG, 1, reduced ? 1 : 0}, {256, LONG, 1, level.width}, {257, LONG, 1, level.height},
				{258, SHORT, rgb ? 3 : 1, rgb ? 8L | 8L << 16 | 8L << 32 : 8L * bytes()}, {259, SHORT, 1, 8},
				{262, SHORT, 1, rgb ? 2 : 1},
				{277, SHORT, 1, rgb ? 3 : 1}, {284, SHORT, 1, 1}, {322, LONG, 1, tile}, {323, LONG, 1, tile},
				{324, LONG8, level.offsets.length, offsets}, {325, LONG8, level.counts.length, counts},
				{339, SHORT, 1, kind == PixelKind.GREY_FLOAT ? 3 : 1}};
		ByteBuffer bytes = ByteBuffer.allocate(8 + 20 * entries.length + 8).order(ByteOrder.LITTLE_ENDIAN);
		bytes.putLong(entries.length);
		for (long[] entry : entries)
			bytes.putShort((short) entry[0]).putShort((short) entry[1]).putLong(entry[2]).putLong(entry[3]);
		long next = end + bytes.position();
		append(bytes.rewind());
		return next;
	}

	@Override
	public void close() throws IOException {
		deflater.end();
		channel.close();
	}
}
