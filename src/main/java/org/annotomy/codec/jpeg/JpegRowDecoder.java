package org.annotomy.codec.jpeg;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import org.annotomy.image.ImageFormatException;

/**
 * Pixels of a sequential JPEG stream of 8 bits, row by row from the top: as many as are asked for are decoded, and hardly more. The samples
 * are bit by bit those of libjpeg with its slow integer transform and smooth upsampling. For one thread.
 */
public final class JpegRowDecoder {

	/** Of an MCU with several components (T.81 B.2.3). */
	private static final int MOST_BLOCKS = 10;

	private final JpegHeader header;
	private final McuRows mcus;
	private final ComponentStrip first;
	/** Two others, of which the samples of one become pairs, see {@link JpegColours#pair}; null for grey. */
	private final ComponentStrip second;
	private final ComponentStrip third;
	private final int horizontalRatio;
	private final int verticalRatio;
	/** Of the second component. */
	private final int width;
	private final int height;
	/** Pairs for all pixels, in the places of their samples of the first component; empty if they have the full size as they are. */
	private final int[] full;
	private int y;

	private JpegRowDecoder(JpegHeader header, McuRows mcus) {
		this.header = header;
		this.mcus = mcus;
		List<JpegComponent> components = header.components();
		boolean grey = components.size() == 1;
		first = mcus.component(0);
		second = grey ? null : mcus.component(1);
		third = grey ? null : mcus.component(2);
		horizontalRatio = grey ? 1 : components.get(0).horizontal() / components.get(1).horizontal();
		verticalRatio = grey ? 1 : components.get(0).vertical() / components.get(1).vertical();
		width = (header.columns() + horizontalRatio - 1) / horizontalRatio;
		height = (header.rows() + verticalRatio - 1) / verticalRatio;
		full = new int[horizontalRatio == 1 ? 0 : first.samples().length];
	}

	/** Whether the frame is of the usual kinds: one component, or three of which the others have the size of the first, half its width, or half of both. */
	public static boolean suits(JpegHeader header) {
		boolean sequential = header.process() == JpegHeader.BASELINE || header.process() == JpegHeader.EXTENDED;
		List<JpegComponent> all = header.components();
		if (!sequential || header.precision() != 8 || all.size() != 1 && all.size() != 3) return false;
		return all.size() == 1 || isUsual(all.get(0), all.get(1), all.get(2));
	}

	private static boolean isUsual(JpegComponent first, JpegComponent second, JpegComponent third) {
		boolean alike = second.horizontal() == third.horizontal() && second.vertical() == third.vertical();
		boolean sameWidth = first.horizontal() == second.horizontal();
		boolean sameHeight = first.vertical() == second.vertical();
		boolean half = first.horizontal() == 2 * second.horizontal() && (sameHeight || first.vertical() == 2 * second.vertical());
		int blocks = first.horizontal() * first.vertical() + 2 * second.horizontal() * second.vertical();
		return alike && (sameWidth && sameHeight || half) && blocks <= MOST_BLOCKS;
	}

	/**
	 * Reads what comes before the pixels.
	 *
	 * @param stream the stream
	 * @param header of it, with rows; {@link #suits} it
	 * @throws IOException if it is broken, or its components come one after the other
	 */
	public static JpegRowDecoder of(byte[] stream, JpegHeader header) throws IOException {
		return of(stream, null, header, new JpegTables());
	}

	/**
	 * As {@link #of(byte[], JpegHeader)}, of a stream that is too large to be held.
	 *
	 * @param start all up to the first scan at least; written over
	 * @param rest what follows; read as it is needed, not closed
	 */
	public static JpegRowDecoder of(byte[] start, InputStream rest, JpegHeader header) throws IOException {
		return of(start, rest, header, new JpegTables());
	}

	/** @param tables in force at the beginning */
	static JpegRowDecoder of(byte[] stream, InputStream rest, JpegHeader header, JpegTables tables) throws IOException {
		MarkerSegments segments = new MarkerSegments(stream);
		boolean framed = false;
		while (segments.next()) {
			boolean frame = JpegHeader.isStartOfFrame(segments.marker());
			if (frame && framed) throw new ImageFormatException("The JPEG stream has more than one frame.");
			framed |= frame;
			if (segments.marker() == MarkerSegments.START_OF_SCAN) {
				ScanHeader scan = ScanHeader.of(segments, header);
				if (!framed || scan.components().length != header.components().size())
					throw new ImageFormatException("The components of the JPEG stream come one after the other.");
				return new JpegRowDecoder(header,
						new McuRows(header, scan, tables, new ScanBytes(stream, segments.skip(), rest)));
			}
			tables.read(segments);
			segments.skip();
		}
		throw new ImageFormatException("The JPEG stream is cut short.");
	}

	/** Which row is the next one, from 0. */
	public int row() {
		return y;
	}

	/** Goes on without the next rows; those that the row behind them does not need are not even made into samples. */
	public void skip(int rows) {
		y += rows;
	}

	/**
	 * The next row as colours; of three components only.
	 *
	 * @param ycc whether the components are Y, Cb and Cr, not red, green and blue
	 * @param rgb takes 0xRRGGBB from {@code at} on
	 * @param count of pixels, at most as wide as the image
	 * @throws IOException if the stream is broken or ends too early, or there are no more rows
	 */
	public void next(boolean ycc, int[] rgb, int at, int count) throws IOException {
		int from = decoded();
		int[] pairs = pairs(from);
		if (ycc) JpegColours.toRgb(first.samples(), pairs, from, from + count);
		else JpegColours.join(first.samples(), pairs, from, from + count);
		System.arraycopy(pairs, from, rgb, at, count);
		y++;
	}

	/** The next row as samples, those of a pixel side by side, without any conversion of colour. @param samples takes them from {@code at} on */
	public void next(byte[] samples, int at, int count) throws IOException {
		int from = decoded();
		int[] one = first.samples();
		if (second == null) {
			for (int x = 0; x < count; x++)
				samples[at + x] = (byte) JpegColours.inRange(one[from + x] + 128);
		} else {
			int[] pairs = pairs(from);
			for (int x = from, to = at; x < from + count; x++, to += 3) {
				samples[to] = (byte) JpegColours.inRange(one[x] + 128);
				samples[to + 1] = (byte) (pairs[x] >> 16);
				samples[to + 2] = (byte) pairs[x];
			}
		}
		y++;
	}

	/** Has all decoded that the row needs. @return where its samples of the first component begin */
	private int decoded() throws IOException {
		if (y >= header.rows()) throw new ImageFormatException("The JPEG stream has no more rows.");
		requireRow(first, y);
		if (verticalRatio == 2) requireRow(second, Upsampling.far(y, height));
		return first.place(y);
	}

	private void requireRow(ComponentStrip component, int row) throws IOException {
		int needed = 2 * row / component.rows();
		while (mcus.done() <= needed)
			try {
				// Upsampling looks at the row above, too, which may lie in the row of MCUs before.
				if (mcus.done() < needed - 1) mcus.pass();
				else {
					mcus.next();
					if (second != null) pairUp();
				}
			} catch (IndexOutOfBoundsException e) {
				throw new ImageFormatException("The JPEG stream is broken.", e);
			}
	}

	/** The samples of the row of MCUs that has just come. */
	private void pairUp() {
		int rows = second.rows() / 2;
		int from = second.place((mcus.done() - 1) * rows);
		JpegColours.pair(second.samples(), third.samples(), from, from + rows * second.stride());
	}

	/**
	 * Has pairs for all pixels of the row.
	 *
	 * @param at where the samples of the first component begin
	 * @return where they are, from {@code at} on: {@link #full}, or the samples of the second component if they have the full size
	 */
	private int[] pairs(int at) {
		if (horizontalRatio == 1) return second.samples();
		int near = second.place(y / verticalRatio);
		if (width <= 2) Upsampling.replicate(second.samples(), near, width, horizontalRatio, full, at);
		else if (verticalRatio == 1) Upsampling.across(second.samples(), near, width, full, at);
		else {
			int far = second.place(Upsampling.far(y, height));
			Upsampling.both(second.samples(), near, second.samples(), far, width, full, at);
		}
		return full;
	}
}
