package org.annotomy.slide.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.annotomy.image.ImageFormatException;

/** The entries of one image file directory; values are read when they are asked for. */
final class TiffDirectory {

	private static final int MAX_NUMBERS = 1 << 16;

	private final TiffBytes bytes;
	private final Map<Integer, TiffField> fields;
	private final TiffDirectory first;

	/** @param first page of the file; null if this is it */
	TiffDirectory(TiffBytes bytes, Map<Integer, TiffField> fields, TiffDirectory first) {
		this.bytes = bytes;
		this.first = first == null ? this : first;
		this.fields = Map.copyOf(fields);
	}

	/** The first page of the file, whose description is about all. */
	TiffDirectory first() {
		return first;
	}

	TiffBytes bytes() {
		return bytes;
	}

	boolean has(int tag) {
		return fields.containsKey(tag);
	}

	TiffField field(int tag) throws ImageFormatException {
		TiffField field = fields.get(tag);
		if (field == null) throw new ImageFormatException("The TIFF file is broken: an image lacks the tag " + tag + ".");
		return field;
	}

	/** The first number. @throws ImageFormatException if it does not fit into 31 bits */
	int number(int tag, int otherwise) throws IOException {
		if (!has(tag)) return otherwise;
		long value = numbers(tag, Integer.MAX_VALUE)[0];
		if (value < 0 || value > Integer.MAX_VALUE)
			throw new ImageFormatException("The TIFF file is broken: the number of the tag " + tag + " cannot be.");
		return (int) value;
	}

	/** Like {@link #number(int, int)} for what must be there. */
	int number(int tag) throws IOException {
		field(tag);
		return number(tag, 0);
	}

	/** Where something is in the file. */
	long offset(int tag) throws IOException {
		field(tag);
		return numbers(tag, 1)[0];
	}

	/** The numbers, but not more than {@code most} of them; empty if there is no such tag. */
	long[] numbers(int tag, int most) throws IOException {
		if (!has(tag)) return new long[0];
		TiffField field = field(tag);
		int count = (int) Math.min(Math.min(field.count(), MAX_NUMBERS), most);
		if (count == 0) throw new ImageFormatException("The TIFF file is broken: the tag " + tag + " has no value.");
		ByteBuffer values = bytes.read(field.offset(), count * field.bytes());
		long[] numbers = new long[count];
		for (int i = 0; i < count; i++)
			numbers[i] = next(values, field.type());
		if (field.high() != 0) numbers[0] |= (long) field.high() << 32;
		return numbers;
	}

	/** A number as an unsigned integer, rationals rounded down. */
	static long next(ByteBuffer values, int type) {
		return switch (type) {
			case 1, 2, 6, 7 -> values.get() & 0xffL;
			case 3, 8 -> values.getShort() & 0xffffL;
			case 4, 9, 13 -> values.getInt() & 0xffffffffL;
			case 5, 10 -> {
				long numerator = values.getInt() & 0xffffffffL;
				yield numerator / Math.max(1, values.getInt() & 0xffffffffL);
			}
			case 11 -> (long) values.getFloat();
			case 12 -> (long) values.getDouble();
			default -> values.getLong();
		};
	}

	/** A rational, or any number; NaN if there is none or it cannot be. */
	double real(int tag) throws IOException {
		if (!has(tag) || field(tag).count() < 1) return Double.NaN;
		TiffField field = field(tag);
		ByteBuffer value = bytes.read(field.offset(), field.bytes());
		return switch (field.type()) {
			case 5 -> (value.getInt() & 0xffffffffL) / (double) (value.getInt() & 0xffffffffL);
			case 10 -> value.getInt() / (double) value.getInt();
			case 11 -> value.getFloat();
			case 12 -> value.getDouble();
			default -> next(value, field.type());
		};
	}

	/** Text without its end mark, at most {@code most} bytes of it; empty if there is none. */
	String text(int tag, int most) throws IOException {
		byte[] text = raw(tag, most);
		int length = 0;
		while (length < text.length && text[length] != 0)
			length++;
		return new String(text, 0, length, StandardCharsets.UTF_8);
	}

	/** The bytes of the values, at most {@code most}; empty if there are none. */
	byte[] raw(int tag, int most) throws IOException {
		if (!has(tag)) return new byte[0];
		TiffField field = field(tag);
		return bytes.read(field.offset(), (int) Math.min(most, field.count() * field.bytes())).array();
	}
}
