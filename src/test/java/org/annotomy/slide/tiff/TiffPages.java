package org.annotomy.slide.tiff;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;

/** Writes TIFF and BigTIFF files of deflated pages, little endian, with the tags that scanners add. */
final class TiffPages {

	/** One image; colours of a smooth pattern unless set otherwise. */
	static final class Page {
		final int width;
		final int height;
		/** 0 for one strip. */
		final int tile;
		/** Bytes of a pixel: 3 for colour, 1 for grey. */
		final int samples;
		final byte[] pixels;
		/** Tiles that the file leaves out. */
		final Set<Integer> missing = new HashSet<>();
		private final Map<Integer, Object> tags = new TreeMap<>();

		Page(int width, int height, int tile, int samples, int seed) {
			this.width = width;
			this.height = height;
			this.tile = tile;
			this.samples = samples;
			this.pixels = new byte[width * height * samples];
			for (int i = 0; i < pixels.length; i++) {
				int x = i / samples % width;
				int y = i / samples / width;
				pixels[i] = (byte) (120 + 60 * Math.sin(x / (9.0 + i % samples)) + 40 * Math.cos(y / (7.0 + seed))
						+ seed * 11 % 30);
			}
		}

		/** A number, a text, or a fraction as two numbers. */
		Page with(int tag, Object value) {
			tags.put(tag, value);
			return this;
		}
	}

	private final List<Page> pages = new ArrayList<>();

	Page first() {
		return pages.get(0);
	}

	Page page(int index) {
		return pages.get(index);
	}

	Page add(int width, int height, int tile, int samples) {
		pages.add(new Page(width, height, tile, samples, pages.size()));
		return pages.get(pages.size() - 1);
	}

	byte[] bytes(boolean big) throws IOException {
		ByteBuffer out = ByteBuffer.allocate(16 << 20).order(ByteOrder.LITTLE_ENDIAN);
		out.putShort((short) 0x4949).putShort((short) (big ? 43 : 42));
		if (big) out.putShort((short) 8).putShort((short) 0);
		int next = out.position();
		out.position(16);
		for (Page page : pages) {
			List<long[]> chunks = chunks(page, out);
			Map<Integer, Object> tags = new TreeMap<>(page.tags);
			tags.put(TiffTag.WIDTH, page.width);
			tags.put(TiffTag.HEIGHT, page.height);
			tags.put(TiffTag.BITS, repeated(page.samples, 8));
			tags.put(TiffTag.COMPRESSION, 8);
			tags.put(TiffTag.PHOTOMETRIC, page.samples == 3 ? 2 : 1);
			tags.put(TiffTag.SAMPLES, page.samples);
			tags.put(page.tile > 0 ? TiffTag.TILE_OFFSETS : TiffTag.STRIP_OFFSETS, chunks.get(0));
			tags.put(page.tile > 0 ? TiffTag.TILE_COUNTS : TiffTag.STRIP_COUNTS, chunks.get(1));
			tags.put(page.tile > 0 ? TiffTag.TILE_WIDTH : TiffTag.ROWS_PER_STRIP, page.tile > 0 ? page.tile : page.height);
			if (page.tile > 0) tags.put(TiffTag.TILE_HEIGHT, page.tile);
			next = directory(out, tags, next, big);
		}
		return java.util.Arrays.copyOf(out.array(), out.position());
	}

	private static long[] repeated(int count, int value) {
		long[] values = new long[count];
		java.util.Arrays.fill(values, value);
		return values;
	}

	private static List<long[]> chunks(Page page, ByteBuffer out) throws IOException {
		int tile = page.tile > 0 ? page.tile : Math.max(page.width, page.height);
		int across = page.tile > 0 ? tile : page.width;
		int down = page.tile > 0 ? tile : page.height;
		int columns = (page.width + across - 1) / across;
		int count = columns * ((page.height + down - 1) / down);
		List<long[]> chunks = List.of(new long[count], new long[count]);
		for (int i = 0; i < count; i++) {
			if (page.missing.contains(i)) continue;
			byte[] raw = new byte[across * down * page.samples];
			for (int y = 0; y < down && i / columns * down + y < page.height; y++) {
				int left = i % columns * across;
				int from = ((i / columns * down + y) * page.width + left) * page.samples;
				System.arraycopy(page.pixels, from, raw, y * across * page.samples,
						Math.min(across, page.width - left) * page.samples);
			}
			ByteArrayOutputStream packed = new ByteArrayOutputStream();
			try (DeflaterOutputStream deflate = new DeflaterOutputStream(packed)) {
				deflate.write(raw);
			}
			chunks.get(0)[i] = out.position();
			chunks.get(1)[i] = packed.size();
			out.put(packed.toByteArray());
		}
		return chunks;
	}

	/** @return where the offset of the next directory is to be written */
	private static int directory(ByteBuffer out, Map<Integer, Object> tags, int pointer, boolean big) {
		Map<Integer, Integer> where = new TreeMap<>();
		tags.forEach((tag, value) -> {
			where.put(tag, out.position());
			put(out, value, big);
		});
		int at = out.position() + (out.position() & 1);
		if (big) out.putLong(pointer, at).position(at).putLong(tags.size());
		else out.putInt(pointer, at).position(at).putShort((short) tags.size());
		tags.forEach((tag, value) -> {
			int type = value instanceof String ? 2 : value instanceof int[] ? 5 : big && value instanceof long[] ? 16 : 4;
			int count = value instanceof String text ? utf8(text).length : value instanceof long[] longs ? longs.length : 1;
			out.putShort(tag.shortValue()).putShort((short) type);
			int room = big ? 8 : 4;
			boolean here = count * TiffField.bytesOf(type) <= room;
			if (big) out.putLong(count);
			else out.putInt(count);
			int start = out.position();
			if (here) put(out, value, big);
			else if (big) out.putLong(where.get(tag));
			else out.putInt(where.get(tag));
			out.position(start + room);
		});
		int end = out.position();
		out.position(end + 8);
		return end;
	}

	private static byte[] utf8(String text) {
		return (text + "\0").getBytes(StandardCharsets.UTF_8);
	}

	private static void put(ByteBuffer out, Object value, boolean big) {
		if (value instanceof String text) out.put(utf8(text));
		else if (value instanceof int[] fraction) out.putInt(fraction[0]).putInt(fraction[1]);
		else if (value instanceof long[] longs) {
			for (long number : longs)
				if (big) out.putLong(number);
			else out.putInt((int) number);
		} else out.putInt((Integer) value);
	}
}
