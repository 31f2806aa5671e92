package org.annotomy.dicom.part10;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** Several ranges of bytes, one after the other; each stays where it is. */
final class ChainSource implements ByteSource {

	private final List<ByteSpan> parts;
	/** Where each part begins, and at last where all end. */
	private final long[] starts;

	ChainSource(List<ByteSpan> parts) {
		this.parts = List.copyOf(parts);
		this.starts = new long[parts.size() + 1];
		for (int i = 0; i < parts.size(); i++)
			starts[i + 1] = starts[i] + parts.get(i).length();
	}

	@Override
	public long size() {
		return starts[parts.size()];
	}

	@Override
	public void read(long offset, ByteBuffer target) throws IOException {
		if (offset < 0 || offset + target.remaining() > size()) throw new EOFException("The data ends too early.");
		int limit = target.limit();
		int found = Arrays.binarySearch(starts, offset);
		int part = found >= 0 ? found : -found - 2;
		for (long at = offset; target.position() < limit; part++) {
			int count = (int) Math.min(limit - target.position(), starts[part + 1] - at);
			target.limit(target.position() + count);
			if (count > 0) parts.get(part).read(at - starts[part], target);
			at += count;
			target.limit(limit);
		}
	}
}
