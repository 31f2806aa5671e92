package org.annotomy.slide.pyramid;

import java.io.Closeable;
import java.io.IOException;

import org.annotomy.slide.PixelKind;

/** A picture that is read row by row, from the top. */
interface RowSource extends Closeable {

	int width();

	int height();

	PixelKind kind();

	/** Which part of the whole work opening was, from 0 to 1. */
	default double begun() {
		return 0;
	}

	/**
	 * The next row: {@code int[]} of 0xRRGGBB, {@code byte[]}, {@code short[]} or {@code float[]} as the kind says. It may be used again
	 * for the row after it.
	 */
	Object next() throws IOException;
}
