package org.annotomy.slide.tiff;

import java.io.EOFException;
import java.io.IOException;

import org.annotomy.codec.jpeg.MarkerSegments;
import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.SlideFile;

/**
 * Where the pieces of a JPEG stream between its restart markers begin: as a table of the file says, if there is a marker, else found by
 * looking for the markers from the last known one on. Safe for several threads.
 */
final class RestartIndex {

	private static final int MOST = 1 << 23;
	private static final int BLOCK = 1 << 20;
	private static final int MAX_PIECE = 64 << 20;

	/** Offsets from the start of the stream, in the order of the pieces. */
	@FunctionalInterface
	interface Table {

		/** @return where a piece may begin; it need not be right */
		long start(int piece) throws IOException;
	}

	private final SlideFile file;
	private final long stream;
	private final long end;
	private final Table table;
	/** In the file; 0 where it is not known yet. */
	private final long[] starts;
	/** The first piece that there is not, as far as it is known. */
	private int missing;

	/**
	 * @param stream where the JPEG stream begins in the file
	 * @param length of the stream
	 * @param header bytes before the first piece
	 * @param count of pieces
	 * @param table null if there is none
	 * @throws ImageFormatException if there cannot be so many pieces
	 */
	RestartIndex(SlideFile file, long stream, long length, int header, long count, Table table) throws ImageFormatException {
		if (count < 1 || count > MOST || 3 * count > length || stream < 0 || length < header || stream > file.size() - length)
			throw new ImageFormatException("The slide states " + count + " pieces of an image, which its file has no room for.");
		this.file = file;
		this.stream = stream;
		this.end = stream + length;
		this.table = table;
		this.starts = new long[(int) count];
		this.missing = (int) count;
		starts[0] = stream + header;
	}

	/** The bytes of a piece, without the marker behind it. @throws ImageFormatException if there is no such piece */
	byte[] read(int piece) throws IOException {
		long from = start(piece);
		long to = piece + 1 < starts.length ? start(piece + 1) - 2 : end;
		if (to < from || to - from > MAX_PIECE) throw broken();
		try {
			return file.read(from, (int) (to - from));
		} catch (EOFException e) {
			throw new ImageFormatException("The slide is cut off or broken: it points behind its end. Copy it again.", e);
		}
	}

	private synchronized long start(int piece) throws IOException {
		if (starts[piece] == 0) {
			long told = table == null ? 0 : stream + table.start(piece);
			if (isBehindMarker(told, piece)) starts[piece] = told;
			else scan(piece);
		}
		return starts[piece];
	}

	private boolean isBehindMarker(long at, int piece) throws IOException {
		if (at < stream + 4 || at > end) return false;
		byte[] marker = file.read(at - 2, 2);
		return marker[0] == -1 && (marker[1] & 0xff) == 0xd0 + (piece - 1) % 8;
	}

	/** Looks for the markers from the last known piece up to this one. */
	private void scan(int piece) throws IOException {
		if (piece >= missing) throw broken();
		int known = piece;
		while (starts[known] == 0)
			known--;
		boolean marked = false;
		for (long at = starts[known]; at < end && known < piece; at += BLOCK) {
			byte[] bytes = file.read(at, (int) Math.min(BLOCK, end - at));
			for (int i = 0; i < bytes.length && known < piece; i++) {
				int value = bytes[i] & 0xff;
				if (marked && MarkerSegments.isRestart(value)) {
					if (value != 0xd0 + known % 8) {
						missing = known + 1;
						throw broken();
					}
					starts[++known] = at + i + 1;
				}
				marked = value == 0xff;
			}
		}
		if (known == piece) return;
		missing = known + 1;
		throw broken();
	}

	private static ImageFormatException broken() {
		return new ImageFormatException("The slide is broken: an image lacks the restart markers that its pieces are found by.");
	}
}
