package org.annotomy.slide.mirax;

import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The pictures that were decoded last: neighbouring tiles share them. Safe for several threads. */
final class DecodedImages {

	private static final long MAX_PIXELS = 8 << 20;

	/** Decodes a picture. */
	@FunctionalInterface
	interface Decoding {

		int[] decode() throws IOException;
	}

	private final Map<Long, int[]> kept = new LinkedHashMap<>(16, 0.75f, true);
	private long pixels;

	/** @param key of the picture among all of the slide */
	int[] get(long key, Decoding decoding) throws IOException {
		synchronized (kept) {
			int[] known = kept.get(key);
			if (known != null) return known;
		}
		int[] decoded = decoding.decode();
		synchronized (kept) {
			int[] before = kept.put(key, decoded);
			pixels += decoded.length - (before == null ? 0 : before.length);
			for (Iterator<int[]> oldest = kept.values().iterator(); pixels > MAX_PIXELS && kept.size() > 1;) {
				pixels -= oldest.next().length;
				oldest.remove();
			}
		}
		return decoded;
	}
}
