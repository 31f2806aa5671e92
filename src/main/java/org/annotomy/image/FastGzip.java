package org.annotomy.image;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Gzip at level 1: for label maps 3 to 30 times faster than higher ones and nearly as small. */
public final class FastGzip extends GZIPOutputStream {

	private static final int BUFFER = 1 << 16;

	public FastGzip(OutputStream out) throws IOException {
		super(out, BUFFER);
		def.setLevel(Deflater.BEST_SPEED);
	}
}
