package org.annotomy.slide.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.annotomy.image.ImageFormatException;

/** A table of offsets or sizes that can have millions of entries: read piece by piece, where it is asked. */
final class LongTable {

	private static final int PIECE = 4096;

	private final TiffBytes bytes;
	private final TiffField field;
	private final long count;
	private final AtomicReferenceArray<long[]> pieces;

	/** @param needed how many entries there must be */
	LongTable(TiffBytes bytes, TiffField field, long needed) throws ImageFormatException {
		if (field.count() < needed)
			throw new ImageFormatException("The TIFF file is broken: its table of tiles is too short.");
		this.bytes = bytes;
		this.field = field;
		this.count = needed;
		this.pieces = new AtomicReferenceArray<>((int) ((needed + PIECE - 1) / PIECE));
	}

	long get(long index) throws IOException {
		int piece = (int) (index / PIECE);
		long[] values = pieces.get(piece);
		if (values == null) pieces.set(piece, values = read(piece));
		return values[(int) (index % PIECE)];
	}

	private long[] read(int piece) throws IOException {
		long first = (long) piece * PIECE;
		int size = (int) Math.min(PIECE, count - first);
		ByteBuffer from = bytes.read(field.offset() + first * field.bytes(), size * field.bytes());
		long[] values = new long[size];
		for (int i = 0; i < size; i++)
			values[i] = TiffDirectory.next(from, field.type());
		return values;
	}
}
