package org.annotomy.slide.tiff;

import java.io.IOException;

import org.annotomy.slide.PixelKind;

/** A level in one JPEG stream, in colour. */
interface JpegImage extends LevelImage {

	JpegStrip strip();

	@Override
	default PixelKind kind() {
		return PixelKind.RGB;
	}

	@Override
	default int samples() {
		return 3;
	}

	@Override
	default TiffDirectory directory() {
		return strip().page();
	}

	@Override
	default long chunks() {
		return strip().chunks();
	}

	@Override
	default byte[] stored(long index) throws IOException {
		return strip().stored(index);
	}
}
