package org.annotomy.slide.tiff;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Undoes the differences between neighbours in a row (TIFF 6.0 section 14; for floating point Adobe Photoshop TIFF Technical Note 3). */
final class Predictor {

	private Predictor() {}

	/** Differences of whole numbers of 8, 16, 32 or 64 bits, in place. */
	static void addUp(Chunk chunk) {
		for (int y = 0; y < chunk.height(); y++) {
			int from = y * chunk.rowBytes();
			int samples = chunk.samples();
			ByteBuffer row = ByteBuffer.wrap(chunk.bytes(), from, chunk.rowBytes()).slice().order(chunk.order());
			switch (chunk.bits()) {
				case 8 -> {
					byte[] bytes = chunk.bytes();
					for (int i = from + samples; i < from + chunk.rowBytes(); i++)
						bytes[i] += bytes[i - samples];
				}
				case 16 -> {
					for (int i = 2 * samples; i < row.limit(); i += 2)
						row.putShort(i, (short) (row.getShort(i) + row.getShort(i - 2 * samples)));
				}
				case 32 -> {
					for (int i = 4 * samples; i < row.limit(); i += 4)
						row.putInt(i, row.getInt(i) + row.getInt(i - 4 * samples));
				}
				default -> {
					for (int i = 8 * samples; i < row.limit(); i += 8)
						row.putLong(i, row.getLong(i) + row.getLong(i - 8 * samples));
				}
			}
		}
	}

	/** Differences of the bytes of floating-point numbers, the highest ones first. @return the same with big-endian numbers */
	static Chunk joinFloats(Chunk chunk) {
		int width = chunk.bits() / 8;
		int count = chunk.rowBytes() / width;
		byte[] joined = new byte[chunk.bytes().length];
		for (int y = 0; y < chunk.height(); y++) {
			int from = y * chunk.rowBytes();
			byte[] bytes = chunk.bytes();
			for (int i = from + chunk.samples(); i < from + chunk.rowBytes(); i++)
				bytes[i] += bytes[i - chunk.samples()];
			for (int i = 0; i < count; i++)
				for (int b = 0; b < width; b++)
					joined[from + i * width + b] = bytes[from + b * count + i];
		}
		return new Chunk(joined, chunk.height(), chunk.rowBytes(), chunk.samples(), chunk.bits(), false, ByteOrder.BIG_ENDIAN);
	}
}
