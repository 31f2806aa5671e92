package org.annotomy.slide;

import java.io.IOException;
import java.lang.reflect.Array;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Pictures that were decoded last, for slides whose tiles are put together from several of them. Safe for several threads. */
public final class RecentPixels {

	private static final long MAX_SAMPLES = 8 << 20;

	/** Decodes a picture. */
	@FunctionalInterface
	public interface Decoding<P> {

		P decode() throws IOException;
	}

	private final Map<Object, Object> kept = new LinkedHashMap<>(16, 0.75f, true);
	private long samples;

	/**
	 * The pixels, decoded now if they are not kept. Several threads that ask at once may decode the same.
	 *
	 * @param key of the picture among all that are kept here; pictures of a key are of one type
	 * @return an array, not to be changed
	 */
	@SuppressWarnings("unchecked")
	public <P> P get(Object key, Decoding<P> decoding) throws IOException {
		synchronized (kept) {
			Object known = kept.get(key);
			if (known != null) return (P) known;
		}
		P decoded = decoding.decode();
		synchronized (kept) {
			Object before = kept.put(key, decoded);
			samples += Array.getLength(decoded) - (before == null ? 0 : Array.getLength(before));
			for (Iterator<Object> oldest = kept.values().iterator(); samples > MAX_SAMPLES && kept.size() > 1;) {
				samples -= Array.getLength(oldest.next());
				oldest.remove();
			}
		}
		return decoded;
	}
}
