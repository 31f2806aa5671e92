package org.annotomy.codec.jpeg;

import java.util.Arrays;

import org.annotomy.image.ImageFormatException;

/** Lossless JPEG, T.81 Annex H: each sample is foretold from its neighbours, the difference is coded. */
final class LosslessScans implements ScanDecoder {

	private final JpegHeader header;
	private final short[] samples;
	private final boolean[] done;
	private final EntropyBits bits;

	/** @param length of the stream; each sample takes at least a bit of it, so it bounds what is allocated */
	LosslessScans(JpegHeader header, int length) throws ImageFormatException {
		if (header.precision() < 2 || header.precision() > 16)
			throw new ImageFormatException("The JPEG stream states " + header.precision() + " bits; lossless JPEG has 2 to 16.");
		if (header.sampleCount() > 8L * length)
			throw new ImageFormatException("The JPEG stream is too short for the size of the image.");
		for (JpegComponent component : header.components())
			if (component.horizontal() != header.components().get(0).horizontal()
					|| component.vertical() != header.components().get(0).vertical())
				throw new ImageFormatException("Lossless JPEG with components of different sizes is not supported.");
		this.header = header;
		this.samples = new short[Math.toIntExact(header.sampleCount())];
		this.done = new boolean[header.components().size()];
		this.bits = new EntropyBits(length);
	}

	@Override
	public int scan(ScanHeader scan, JpegTables tables, byte[] stream, int from) throws ImageFormatException {
		int columns = header.columns();
		int interval = tables.restartInterval();
		if (scan.start() < 1 || scan.start() > 7)
			throw new ImageFormatException("The JPEG stream states predictor " + scan.start() + "; lossless JPEG has 1 to 7.");
		if (scan.low() >= header.precision()) throw new ImageFormatException("A scan header of the JPEG stream is broken.");
		if (interval % columns != 0)
			throw new ImageFormatException("Lossless JPEG with restarts within a row is not supported.");
		int rowsPerInterval = interval == 0 ? header.rows() : interval / columns;
		for (int component : scan.components()) {
			if (done[component]) throw new ImageFormatException("The JPEG stream has more than one scan of a component.");
			done[component] = true;
		}
		HuffmanTable[] codes = codes(scan, tables);
		int count = codes.length;
		int[] above = new int[columns * count];
		int[] row = new int[columns * count];
		int place = from;
		for (int y = 0; y < header.rows(); y++) {
			boolean first = y % rowsPerInterval == 0;
			if (first) {
				if (y > 0) place = MarkerSegments.requireRestart(stream, place, y / rowsPerInterval - 1);
				place = bits.startJpeg(stream, place);
			}
			differences(codes, row);
			bits.requireWithin();
			if (first) Predictor.firstRow(row, count, 1 << header.precision() - scan.low() - 1);
			else Predictor.row(scan.start(), row, above, count);
			store(row, scan, y);
			int[] swap = above;
			above = row;
			row = swap;
		}
		return place;
	}

	private static HuffmanTable[] codes(ScanHeader scan, JpegTables tables) throws ImageFormatException {
		HuffmanTable[] codes = new HuffmanTable[scan.components().length];
		for (int i = 0; i < codes.length; i++)
			codes[i] = tables.dc(scan.dc()[i]);
		return codes;
	}

	private void differences(HuffmanTable[] codes, int[] row) throws ImageFormatException {
		if (Arrays.stream(codes).allMatch(code -> code == codes[0])) {
			bits.differences(codes[0], row, row.length);
			return;
		}
		for (int i = 0; i < row.length; i += codes.length)
			for (int c = 0; c < codes.length; c++)
				row[i + c] = bits.difference(codes[c]);
	}

	private void store(int[] row, ScanHeader scan, int y) {
		int all = done.length;
		int count = scan.components().length;
		int start = y * header.columns() * all;
		if (count == all) {
			for (int i = 0; i < row.length; i++)
				samples[start + i] = (short) (row[i] << scan.low());
			return;
		}
		for (int c = 0; c < count; c++)
			for (int i = c, to = start + scan.components()[c]; i < row.length; i += count, to += all)
				samples[to] = (short) (row[i] << scan.low());
	}

	@Override
	public short[] samples() throws ImageFormatException {
		for (boolean component : done)
			if (!component) throw new ImageFormatException("The JPEG stream is cut short.");
		return samples;
	}
}
