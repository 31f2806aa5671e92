package org.annotomy.slide.render;

import java.lang.reflect.Array;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import org.annotomy.slide.PixelKind;
import org.annotomy.slide.Tile;
import org.annotomy.slide.TileAddress;

/** Decoded tiles, bounded in bytes: the least recently used goes first. Safe for use by several threads. */
public final class TileCache {

	/** What a tile costs besides its samples: array header, record, map entry. */
	private static final int OVERHEAD_BYTES = 160;

	private final PixelKind kind;
	private final long maxBytes;
	private final Map<TileAddress, Tile> tiles = new LinkedHashMap<>(64, 0.75f, true);
	private long bytes;

	/**
	 * @param kind of the tiles' samples
	 * @param maxBytes never exceeded; a tile that alone is larger is not kept
	 */
	public TileCache(PixelKind kind, long maxBytes) {
		this.kind = kind;
		this.maxBytes = maxBytes;
	}

	/** The tile, which thereby becomes the most recently used one; null if it is not here. */
	public synchronized Tile get(TileAddress address) {
		return tiles.get(address);
	}

	/** Keeps a tile; others may have to go for it. */
	public synchronized void put(TileAddress address, Tile tile) {
		Tile before = tiles.remove(address);
		if (before != null) bytes -= bytesOf(before);
		long size = bytesOf(tile);
		if (size > maxBytes) return;
		Iterator<Tile> oldest = tiles.values().iterator();
		while (bytes + size > maxBytes && oldest.hasNext()) {
			bytes -= bytesOf(oldest.next());
			oldest.remove();
		}
		tiles.put(address, tile);
		bytes += size;
	}

	/** Lets go of everything. */
	public synchronized void clear() {
		tiles.clear();
		bytes = 0;
	}

	/** Bytes of the tiles held now. */
	public synchronized long bytes() {
		return bytes;
	}

	/** Upper bound of {@link #bytes}. */
	public long maxBytes() {
		return maxBytes;
	}

	private long bytesOf(Tile tile) {
		return (long) Array.getLength(tile.samples()) * kind.bytes() + OVERHEAD_BYTES;
	}
}
