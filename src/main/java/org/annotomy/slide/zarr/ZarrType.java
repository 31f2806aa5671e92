package org.annotomy.slide.zarr;

import java.nio.ByteBuffer;

import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.PixelKind;

/**
 * The type of an array's elements.
 *
 * @param sort b (boolean), u, i or f
 * @param bytes of an element
 */
record ZarrType(char sort, int bytes) {

	/** @param name as in Zarr 2 ({@code <u2}) or Zarr 3 ({@code uint16}) */
	static ZarrType of(String name) throws ImageFormatException {
		String plain = name.replaceFirst("^[<>|]", "");
		return switch (plain) {
			case "b1", "bool" -> new ZarrType('b', 1);
			case "u1", "uint8" -> new ZarrType('u', 1);
			case "u2", "uint16" -> new ZarrType('u', 2);
			case "u4", "uint32" -> new ZarrType('u', 4);
			case "i1", "int8" -> new ZarrType('i', 1);
			case "i2", "int16" -> new ZarrType('i', 2);
			case "i4", "int32" -> new ZarrType('i', 4);
			case "i8", "int64", "u8", "uint64" -> new ZarrType('i', 8);
			case "f4", "float32" -> new ZarrType('f', 4);
			case "f8", "float64" -> new ZarrType('f', 8);
			default -> throw new ImageFormatException(
					"Zarr arrays of this type of numbers are not supported; whole numbers of 8 to 64 bits and floating-point ones of 32 and 64 are.");
		};
	}

	PixelKind kind() {
		if (sort == 'f' || sort == 'i' || bytes > 2) return PixelKind.GREY_FLOAT;
		return bytes == 1 ? PixelKind.GREY_8 : PixelKind.GREY_16;
	}

	/** An element as floating-point number. */
	float real(ByteBuffer from, int at) {
		if (sort == 'f') return bytes == 4 ? from.getFloat(at) : (float) from.getDouble(at);
		return switch (bytes) {
			case 1 -> from.get(at);
			case 2 -> from.getShort(at);
			case 4 -> sort == 'i' ? from.getInt(at) : from.getInt(at) & 0xffffffffL;
			default -> from.getLong(at);
		};
	}

	/** Writes a number as an element. */
	void put(ByteBuffer to, int at, double value) {
		if (sort == 'f') {
			if (bytes == 4) to.putFloat(at, (float) value);
			else to.putDouble(at, value);
		} else switch (bytes) {
			case 1 -> to.put(at, (byte) (long) value);
			case 2 -> to.putShort(at, (short) (long) value);
			case 4 -> to.putInt(at, (int) (long) value);
			default -> to.putLong(at, (long) value);
		}
	}
}
