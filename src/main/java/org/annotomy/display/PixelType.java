package org.annotomy.display;

import net.imglib2.type.Type;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;

/** How the numbers in the array of a plane are to be read: {@code byte[]}, {@code short[]}, {@code int[]}, {@code float[]}, {@code double[]}. */
public enum PixelType {
	UINT8, INT8, UINT16, INT16, UINT32, INT32, FLOAT32, FLOAT64;

	/** @throws IllegalArgumentException if the type is not a grey value, such as a colour */
	public static PixelType of(Type<?> type) {
		if (type instanceof UnsignedByteType) return UINT8;
		if (type instanceof ByteType) return INT8;
		if (type instanceof UnsignedShortType) return UINT16;
		if (type instanceof ShortType) return INT16;
		if (type instanceof UnsignedIntType) return UINT32;
		if (type instanceof IntType) return INT32;
		if (type instanceof FloatType) return FLOAT32;
		if (type instanceof DoubleType) return FLOAT64;
		throw new IllegalArgumentException("A display window needs grey values; pixels of "
				+ type.getClass().getSimpleName() + " have none.");
	}

	public boolean isInteger() { return this != FLOAT32 && this != FLOAT64; }
}
