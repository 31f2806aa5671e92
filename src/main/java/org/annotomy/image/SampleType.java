package org.annotomy.image;

import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;

/** How one stored value is written in a file. */
public enum SampleType {

	INT8(1), UINT8(1), INT16(2), UINT16(2), INT32(4), UINT32(4), INT64(8), UINT64(8), FLOAT32(4), FLOAT64(8);

	private final int bytes;

	SampleType(int bytes) {
		this.bytes = bytes;
	}

	/** Bytes of one value in the file. */
	public int bytes() {
		return bytes;
	}

	public boolean isFloating() { return this == FLOAT32 || this == FLOAT64; }

	/** Whether no array of pixels in memory has this type. */
	public boolean is64BitInteger() {
		return this == INT64 || this == UINT64;
	}

	/** The pixel type in memory; 64-bit integers, which images here do not have, become {@code DoubleType}. */
	NativeType<?> pixelType() {
		return switch (this) {
			case INT8 -> new ByteType();
			case UINT8 -> new UnsignedByteType();
			case INT16 -> new ShortType();
			case UINT16 -> new UnsignedShortType();
			case INT32 -> new IntType();
			case UINT32 -> new UnsignedIntType();
			case FLOAT32 -> new FloatType();
			case FLOAT64, INT64, UINT64 -> new DoubleType();
		};
	}

	/**
	 * How pixels of {@code type} are stored.
	 *
	 * @throws IllegalArgumentException if the type is not one of the eight that readers make
	 */
	public static SampleType of(Object type) {
		if (type instanceof UnsignedByteType) return UINT8;
		if (type instanceof ByteType) return INT8;
		if (type instanceof UnsignedShortType) return UINT16;
		if (type instanceof ShortType) return INT16;
		if (type instanceof UnsignedIntType) return UINT32;
		if (type instanceof IntType) return INT32;
		if (type instanceof FloatType) return FLOAT32;
		if (type instanceof DoubleType) return FLOAT64;
		throw new IllegalArgumentException(
				"Pixels of the type " + type.getClass().getSimpleName() + " have no plain stored form.");
	}
}
