package org.annotomy.imagej.slide;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import javax.imageio.ImageIO;

/**
 * A BigTIFF pyramid of 256 × 256 JPEG tiles as large as a slide in a file of a few megabytes: all its tiles are some of 64 tiles of noise.
 * For benchmarks: decoding costs what it costs on slides.
 */
final class NoiseTiff {

	private static final int TILE = 256;
	private static final int DISTINCT = 64;
	private static final int SHORT = 3;
	private static final int LONG = 4;
	private static final int RATIONAL = 5;
	private static final int LONG8 = 16;

	private final ByteArrayOutputStream file = new ByteArrayOutputStream();
	private final long[] tileAt = new long[DISTINCT];
	private final long[] tileBytes = new long[DISTINCT];

	private record Entry(int tag, int type, long[] values) {}

	private NoiseTiff() {}

	/** Levels halve until one tile is enough. */
	static void write(Path to, int width, int height) throws IOException {
		NoiseTiff tiff = new NoiseTiff();
		tiff.file.write(new byte[16]);
		tiff.tiles();
		List<Integer> directories = new ArrayList<>();
		List<Integer> links = new ArrayList<>();
		for (int w = width, h = height; directories.isEmpty() || 2 * Math.max(w, h) > TILE; w /= 2, h /= 2)
			tiff.level(w, h, directories, links);
		byte[] bytes = tiff.file.toByteArray();
		ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
		all.put(0, (byte) 'I').put(1, (byte) 'I').putShort(2, (short) 43).putShort(4, (short) 8).putLong(8, directories.get(0));
		for (int i = 1; i < directories.size(); i++)
			all.putLong(links.get(i - 1), directories.get(i));
		Files.write(to, bytes);
	}

	private void tiles() throws IOException {
		Random random = new Random(1);
		for (int i = 0; i < DISTINCT; i++) {
			BufferedImage tile = new BufferedImage(TILE, TILE, BufferedImage.TYPE_INT_RGB);
			int base = random.nextInt(0x1000000);
			for (int p = 0; p < TILE * TILE; p++)
				tile.setRGB(p % TILE, p / TILE, base & 0xC0C0C0 | random.nextInt(0x1000000) & 0x3F3F3F);
			ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
			ImageIO.write(tile, "jpeg", jpeg);
			tileAt[i] = file.size();
			tileBytes[i] = jpeg.size();
			file.write(jpeg.toByteArray());
		}
	}

	private void level(int width, int height, List<Integer> directories, List<Integer> links) throws IOException {
		int count = (width + TILE - 1) / TILE * ((height + TILE - 1) / TILE);
		long[] offsets = new long[count];
		long[] bytes = new long[count];
		for (int i = 0; i < count; i++) {
			int which = (int) ((i * 2654435761L >>> 8) % DISTINCT);
			offsets[i] = tileAt[which];
			bytes[i] = tileBytes[which];
		}
		List<Entry> entries = List.of(new Entry(254, LONG, new long[]{directories.isEmpty() ? 0 : 1}),
				new Entry(256, LONG, new long[]{width}), new Entry(257, LONG, new long[]{height}),
				new Entry(258, SHORT, new long[]{8, 8, 8}), new Entry(259, SHORT, new long[]{7}),
				new Entry(262, SHORT, new long[]{6}),
				new Entry(277, SHORT, new long[]{3}), new Entry(282, RATIONAL, new long[]{40_000, 1}),
				new Entry(283, RATIONAL, new long[]{40_000, 1}), new Entry(284, SHORT, new long[]{1}),
				new Entry(296, SHORT, new long[]{3}), new Entry(322, SHORT, new long[]{TILE}),
				new Entry(323, SHORT, new long[]{TILE}),
				new Entry(324, LONG8, offsets), new Entry(325, LONG, bytes),
				new Entry(530, SHORT, new long[]{2, 2}));
		List<Long> places = new ArrayList<>();
		for (Entry entry : entries)
			places.add(place(entry));
		directories.add(file.size());
		write(8, entries.size());
		for (int i = 0; i < entries.size(); i++)
			entry(entries.get(i), places.get(i));
		links.add(file.size());
		write(8, 0);
	}

	private static int size(int type) {
		return type == SHORT ? 2 : type == LONG ? 4 : 8;
	}

	private static long bytes(Entry entry) {
		return entry.type == RATIONAL ? 8 : (long) entry.values.length * size(entry.type);
	}

	/** Writes values that do not fit into the entry. @return where, or −1 */
	private long place(Entry entry) {
		if (bytes(entry) <= 8) return -1;
		long at = file.size();
		for (long value : entry.values)
			write(size(entry.type), value);
		return at;
	}

	private void entry(Entry entry, long at) {
		write(2, entry.tag);
		write(2, entry.type);
		write(8, entry.type == RATIONAL ? 1 : entry.values.length);
		if (at >= 0) {
			write(8, at);
			return;
		}
		int before = file.size();
		for (long value : entry.values)
			write(entry.type == RATIONAL ? 4 : size(entry.type), value);
		write(8 - (file.size() - before), 0);
	}

	private void write(int count, long value) {
		for (int i = 0; i < count; i++)
			file.write((int) (value >> 8 * i));
	}
}
