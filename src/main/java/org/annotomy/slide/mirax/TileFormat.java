package org.annotomy.slide.mirax;

import java.io.IOException;
import java.util.Locale;

import org.annotomy.codec.jpeg.JpegHeader;
import org.annotomy.codec.jpeg.JpegPicture;
import org.annotomy.codec.png.PngPicture;
import org.annotomy.image.ImageFormatException;

/** How the pictures of a level are stored. */
enum TileFormat {

	JPEG {
		@Override
		int[] rgb(byte[] stored, int width, int height) throws IOException {
			JpegHeader header = JpegHeader.of(stored).withRows(height);
			if (header.columns() != width || header.rows() != height)
				throw new ImageFormatException("A picture of the slide has " + header.columns() + " × " + header.rows()
						+ " pixels instead of " + width + " × " + height + ".");
			return JpegPicture.rgb(stored, header);
		}
	},
	PNG {
		@Override
		int[] rgb(byte[] stored, int width, int height) throws IOException {
			return PngPicture.rgb(stored, width, height);
		}
	},
	BMP {
		@Override
		int[] rgb(byte[] stored, int width, int height) throws IOException {
			return BmpPicture.rgb(stored, width, height);
		}
	};

	/** Colours of 0xRRGGBB, row by row. @throws ImageFormatException if the picture is broken or has another size */
	abstract int[] rgb(byte[] stored, int width, int height) throws IOException;

	/** @param name in Slidedat.ini @throws ImageFormatException if it is not known */
	static TileFormat of(String name) throws ImageFormatException {
		return switch (name.toUpperCase(Locale.ROOT)) {
			case "JPEG" -> JPEG;
			case "PNG" -> PNG;
			case "BMP", "BMP24" -> BMP;
			default ->
				throw new ImageFormatException("MIRAX slides whose pictures are neither JPEG, PNG nor BMP are not supported."
						+ " Export the slide with one of these from the scanner's program.");
		};
	}
}
