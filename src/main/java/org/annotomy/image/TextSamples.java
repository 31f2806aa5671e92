package org.annotomy.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;

/** Numbers written as text, separated by white space or commas, as a stream of little-endian values of a type. */
public final class TextSamples extends InputStream {

	private static final int LONGEST_NUMBER = 64;

	private final InputStream text;
	private final SampleType type;
	private final ByteBuffer value = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);

	/** @param text best buffered; closed with this */
	public TextSamples(InputStream text, SampleType type) {
		this.text = text;
		this.type = type;
		value.limit(0);
	}

	@Override
	public int read() throws IOException {
		if (!value.hasRemaining() && !next()) return -1;
		return value.get() & 0xff;
	}

	@Override
	public int read(byte[] target, int from, int length) throws IOException {
		int at = from;
		while (at < from + length) {
			if (!value.hasRemaining() && !next()) break;
			int n = Math.min(value.remaining(), from + length - at);
			value.get(target, at, n);
			at += n;
		}
		return at == from && length > 0 ? -1 : at - from;
	}

	private boolean next() throws IOException {
		StringBuilder word = new StringBuilder();
		for (int c = text.read(); c >= 0; c = text.read()) {
			boolean gap = c <= ' ' || c == ',';
			if (gap && word.length() > 0) break;
			if (!gap) word.append((char) c);
			if (word.length() > LONGEST_NUMBER) throw notANumber(null);
		}
		if (word.length() == 0) return false;
		put(word.toString());
		return true;
	}

	private void put(String word) throws ImageFormatException {
		value.clear();
		try {
			switch (type) {
				case FLOAT32 -> value.putFloat((float) real(word));
				case FLOAT64 -> value.putDouble(real(word));
				case UINT64 -> value.putLong(Long.parseUnsignedLong(word));
				default -> value.putLong(inRange(Long.parseLong(word)));
			}
		} catch (NumberFormatException e) {
			throw notANumber(e);
		}
		value.position(0).limit(type.bytes());
	}

	/** Also the spellings of C. */
	private static double real(String word) {
		return switch (word.toLowerCase(Locale.ROOT)) {
			case "nan", "-nan", "+nan" -> Double.NaN;
			case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
			case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
			default -> Double.parseDouble(word);
		};
	}

	private long inRange(long number) throws ImageFormatException {
		int bits = 8 * type.bytes();
		if (bits == 64) return number;
		boolean unsigned = type.name().startsWith("U");
		long lowest = unsigned ? 0 : -(1L << bits - 1);
		long highest = unsigned ? (1L << bits) - 1 : (1L << bits - 1) - 1;
		if (number < lowest || number > highest)
			throw new ImageFormatException("A pixel value, " + number + ", does not fit into the type that the header names.");
		return number;
	}

	private static ImageFormatException notANumber(Throwable cause) {
		return new ImageFormatException("The pixels should be numbers written as text, but something else was found.", cause);
	}

	@Override
	public void close() throws IOException {
		text.close();
	}
}
