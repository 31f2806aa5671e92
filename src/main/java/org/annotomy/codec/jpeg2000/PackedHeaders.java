package org.annotomy.codec.jpeg2000;

import java.io.ByteArrayOutputStream;
import java.util.Collection;

import org.annotomy.image.ImageFormatException;

/** Packet headers of all tile-parts, moved to the main header (PPM, T.800 A.7.4). A tile-part's may be spread over marker segments. */
final class PackedHeaders {

	private final ByteCursor bytes;

	private PackedHeaders(ByteCursor bytes) {
		this.bytes = bytes;
	}

	/** @param segments what follows Zppm, in its order */
	static PackedHeaders of(Collection<ByteCursor> segments) {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		for (ByteCursor segment : segments)
			all.write(segment.bytes(), segment.position(), segment.remaining());
		return new PackedHeaders(new ByteCursor(all.toByteArray(), 0, all.size()));
	}

	/** Those of the next tile-part. */
	ByteCursor next() throws ImageFormatException {
		return bytes.slice(bytes.coordinate());
	}
}
