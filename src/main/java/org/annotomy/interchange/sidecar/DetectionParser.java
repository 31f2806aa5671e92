package org.annotomy.interchange.sidecar;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.annotomy.geometry.Box;

/**
 * Reads a Feature with one ring straight from the bytes: id, ring and measurements as numbers, all the rest as the text in which these three
 * are replaced by stand-ins. Very many features of a file share that text, and what it says is worked out once. Whatever is not as plain as
 * that is left to {@link FeatureParser}. For one thread.
 */
final class DetectionParser {

	/** The stand-in of a ring, in the direction that a shell has; of an upright rectangle, which means a shape of its own, another one. */
	static final double[] STAND_IN = {0, 0, 1, 0, 0, 1};
	static final Box RECTANGLE_STAND_IN = new Box(0, 0, 1, 1);

	private static final byte[] STAND_IN_ID = "\"00000000-0000-0000-0000-000000000000\"".getBytes(StandardCharsets.US_ASCII);
	private static final byte[] STAND_IN_RING = "[[[0,0],[1,0],[0,1],[0,0]]]".getBytes(StandardCharsets.US_ASCII);
	private static final byte[] STAND_IN_RECTANGLE = "[[[0,0],[1,0],[1,1],[0,1],[0,0]]]".getBytes(StandardCharsets.US_ASCII);
	private static final byte[] ZERO = {'0'};
	private static final byte[] ID = "id".getBytes(StandardCharsets.US_ASCII);
	private static final byte[] GEOMETRY = "geometry".getBytes(StandardCharsets.US_ASCII);
	private static final byte[] PROPERTIES = "properties".getBytes(StandardCharsets.US_ASCII);
	private static final byte[] COORDINATES = "coordinates".getBytes(StandardCharsets.US_ASCII);
	private static final byte[] MEASUREMENTS = "measurements".getBytes(StandardCharsets.US_ASCII);

	private final ByteCursor in = new ByteCursor();
	private int copied;
	private boolean named;
	private boolean placed;
	private boolean measured;
	private long idHigh;
	private long idLow;
	private int[] ring = new int[256];
	private int ringNumbers;
	private boolean rounded;
	private double[] values = new double[16];
	private int valueCount;
	private int[] cuts = new int[32];
	private int cutCount;
	private byte[] text = new byte[512];
	private int textLength;

	/** @return behind the Feature that begins at {@code from}, or −1 if it is not plain */
	int parse(byte[] bytes, int from) {
		in.set(bytes, from);
		copied = from;
		named = false;
		placed = false;
		measured = false;
		valueCount = 0;
		textLength = 0;
		cutCount = 0;
		rounded = false;
		try {
			members(0);
			copyTo(in.at());
			return named && placed ? in.at() : -1;
		} catch (ByteCursor.UnexpectedException | ArrayIndexOutOfBoundsException e) {
			return -1;
		}
	}

	/** The object that begins here. @param where 0 in the Feature, 1 in its geometry, 2 in its properties */
	private void members(int where) {
		in.expect('{');
		if (in.skipIf('}')) return;
		do {
			int name = in.name();
			int end = in.at();
			in.expect(':');
			in.skipSpace();
			value(where, name, end);
		} while (in.skipIf(','));
		in.expect('}');
	}

	private void value(int where, int name, int end) {
		if (where == 0 && in.is(name, end, ID)) id();
		else if (where == 0 && in.is(name, end, GEOMETRY) && in.peek() == '{') members(1);
		else if (where == 0 && in.is(name, end, PROPERTIES) && in.peek() == '{') members(2);
		else if (where == 1 && in.is(name, end, COORDINATES)) coordinates();
		else if (where == 2 && in.is(name, end, MEASUREMENTS) && in.peek() == '{') measurements();
		else in.skipValue();
	}

	private void id() {
		if (named) throw in.unexpected();
		named = true;
		int from = in.at();
		in.expect('"');
		idHigh = in.hex(8) << 32;
		in.expect('-');
		idHigh |= in.hex(4) << 16;
		in.expect('-');
		idHigh |= in.hex(4);
		in.expect('-');
		idLow = in.hex(4) << 48;
		in.expect('-');
		idLow |= in.hex(12);
		in.expect('"');
		replace(from, in.at(), STAND_IN_ID);
	}

	private void coordinates() {
		if (placed) throw in.unexpected();
		placed = true;
		int from = in.at();
		in.expect('[');
		in.expect('[');
		int n = 0;
		do {
			in.expect('[');
			if (n + 2 > ring.length) ring = Arrays.copyOf(ring, 2 * n);
			ring[n++] = in.thousandths();
			rounded |= in.wasRounded();
			in.expect(',');
			ring[n++] = in.thousandths();
			rounded |= in.wasRounded();
			in.expect(']');
		} while (in.skipIf(','));
		in.expect(']');
		in.expect(']');
		if (n < 8 || ring[0] != ring[n - 2] || ring[1] != ring[n - 1]) throw in.unexpected();
		ringNumbers = n - 2;
		boolean rectangle = ringNumbers == 8 && Box.isOutline(i -> ring[i]);
		replace(from, in.at(), rectangle ? STAND_IN_RECTANGLE : STAND_IN_RING);
	}

	private void measurements() {
		if (measured) throw in.unexpected();
		measured = true;
		in.expect('{');
		if (in.skipIf('}')) return;
		do {
			in.name();
			in.expect(':');
			in.skipSpace();
			int from = in.at();
			if (valueCount == values.length) values = Arrays.copyOf(values, 2 * valueCount);
			values[valueCount++] = in.number();
			replace(from, in.at(), ZERO);
		} while (in.skipIf(','));
		in.expect('}');
	}

	private void replace(int from, int to, byte[] by) {
		if (2 * cutCount == cuts.length) cuts = Arrays.copyOf(cuts, 2 * cuts.length);
		cuts[2 * cutCount] = from;
		cuts[2 * cutCount++ + 1] = to;
		copyTo(from);
		reserve(by.length);
		System.arraycopy(by, 0, text, textLength, by.length);
		textLength += by.length;
		copied = to;
	}

	private void copyTo(int end) {
		int length = end - copied;
		reserve(length);
		System.arraycopy(in.bytes(), copied, text, textLength, length);
		textLength += length;
		copied = end;
	}

	private void reserve(int more) {
		if (textLength + more > text.length) text = Arrays.copyOf(text, Math.max(2 * text.length, textLength + more));
	}

	long idHigh() {
		return idHigh;
	}

	long idLow() {
		return idLow;
	}

	/** In thousandths of a pixel, open; only the first {@link #ringNumbers} count. */
	int[] ring() {
		return ring;
	}

	int ringNumbers() {
		return ringNumbers;
	}

	/** Whether the ring had more decimals than three. */
	boolean wasRounded() {
		return rounded;
	}

	/** The measurements in the order of the text. */
	double[] values() {
		return Arrays.copyOf(values, valueCount);
	}

	/** The Feature with stand-ins; only the first {@link #textLength} bytes count. */
	byte[] text() {
		return text;
	}

	int textLength() {
		return textLength;
	}

	/** Where id, ring and measurements stood, in the order of the text: from, to (exclusive), from, to …. */
	int[] cuts() {
		return Arrays.copyOf(cuts, 2 * cutCount);
	}
}
