package org.annotomy.codec.jpegls;

import java.util.Arrays;

import org.annotomy.codec.jpeg.EntropyBits;
import org.annotomy.codec.jpeg.JpegHeader;
import org.annotomy.codec.jpeg.MarkerSegments;
import org.annotomy.image.ImageFormatException;

/** Decodes the lines of one scan. By sample, all components share a line; else each has lines of its own. */
final class ScanDecoder {

	private final ScanHeader scan;
	private final CodingParameters parameters;
	private final JpegHeader header;
	private final short[] samples;
	private final int lines;
	/** Samples of a pixel of a line. */
	private final int step;

	/** @param samples takes those of the scan */
	ScanDecoder(ScanHeader scan, CodingParameters parameters, JpegHeader header, short[] samples) {
		this.scan = scan;
		this.parameters = parameters;
		this.header = header;
		this.samples = samples;
		int count = scan.components().length;
		boolean bySample = scan.interleave() == ScanHeader.BY_SAMPLE;
		this.lines = bySample ? 1 : count;
		this.step = bySample ? count : 1;
	}

	/**
	 * @param from where the entropy-coded bytes begin
	 * @param restartInterval in lines, 0 for none
	 * @return the place of the marker behind them
	 */
	int decode(byte[] stream, int from, int restartInterval) throws ImageFormatException {
		EntropyBits bits = new EntropyBits(stream.length - from);
		LineDecoder decoder = new LineDecoder(parameters, bits, header.columns(), lines);
		int[][] above = new int[lines][(header.columns() + 2) * step];
		int[][] row = new int[lines][(header.columns() + 2) * step];
		int place = bits.startJpegLs(stream, from);
		for (int y = 0; y < header.rows(); y++) {
			if (restartInterval > 0 && y > 0 && y % restartInterval == 0) {
				place = MarkerSegments.requireRestart(stream, place, y / restartInterval - 1);
				place = bits.startJpegLs(stream, place);
				decoder.restart();
				for (int[] line : above)
					Arrays.fill(line, 0);
			}
			for (int line = 0; line < lines; line++) {
				if (step > 1) decoder.pixels(above[line], row[line], step);
				else decoder.samples(above[line], row[line], line);
				bits.requireWithin();
				store(row[line], line, y);
			}
			int[][] swap = above;
			above = row;
			row = swap;
		}
		return place;
	}

	private void store(int[] row, int line, int y) {
		int all = header.components().size();
		int columns = header.columns();
		for (int c = 0; c < step; c++) {
			int to = y * columns * all + scan.components()[line + c];
			for (int x = 1; x <= columns; x++, to += all)
				samples[to] = (short) row[x * step + c];
		}
	}
}
