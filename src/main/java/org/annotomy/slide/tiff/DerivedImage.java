package org.annotomy.slide.tiff;

import java.io.IOException;

import org.annotomy.slide.PixelKind;

/** A level that is made of other images, of which it has tiles and kind of pixels. */
interface DerivedImage extends LevelImage {

	/** One of them. */
	LevelImage part();

	@Override
	default int tileWidth() {
		return part().tileWidth();
	}

	@Override
	default int tileHeight() {
		return part().tileHeight();
	}

	@Override
	default PixelKind kind() {
		return part().kind();
	}

	@Override
	default int samples() {
		return part().samples();
	}

	@Override
	default TiffDirectory directory() {
		return part().directory();
	}

	@Override
	default long chunks() {
		return part().chunks();
	}

	@Override
	default byte[] stored(long index) throws IOException {
		return part().stored(index);
	}
}
