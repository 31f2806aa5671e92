package org.annotomy.dicom.codec;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

import org.annotomy.dicom.part10.ByteSource;
import org.annotomy.dicom.part10.ByteSpan;

/** Fragments in a row. */
final class JoinedSource implements ByteSource {

	private final List<ByteSpan> parts;
	private final long[] starts;

	JoinedSource(List<ByteSpan> parts) {
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
		int part = java.util.Arrays.binarySearch(starts, offset);
		if (part < 0) part = -part - 2;
		for (long at = offset; target.position() < limit; part++) {
			long count = Math.min(limit - target.position(), starts[part + 1] - at);
			target.limit(target.position() + (int) count);
			parts.get(part).read(at - starts[part], target);
			target.limit(limit);
			at += count;
		}
	}
}
