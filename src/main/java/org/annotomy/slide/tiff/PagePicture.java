package org.annotomy.slide.tiff;

import java.io.IOException;

import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.AssociatedImage;
import org.annotomy.slide.PixelKind;
import org.annotomy.slide.Tile;

/** A picture in a page of its own. */
record PagePicture(TiffDirectory page) implements Picture {

	@Override
	public AssociatedImage read() throws IOException {
		TiffImage image = new TiffImage(page, false);
		AssociatedImage.requireSize(image.width(), image.height());
		int[] rgb = new int[image.width() * image.height()];
		for (int top = 0, row = 0; top < image.height(); top += image.tileHeight(), row++)
			for (int left = 0, column = 0; left < image.width(); left += image.tileWidth(), column++)
				put(image.read(column, row, 0), image.kind(), rgb, left + top * image.width(), image.width());
		return new AssociatedImage(image.width(), image.height(), rgb);
	}

	private static void put(Tile tile, PixelKind kind, int[] rgb, int at, int stride) throws ImageFormatException {
		for (int y = 0; y < tile.height(); y++)
			for (int x = 0; x < tile.width(); x++) {
				int i = x + y * tile.width();
				rgb[at + x + y * stride] = switch (kind) {
					case RGB -> ((int[]) tile.samples())[i];
					case GREY_8 -> (((byte[]) tile.samples())[i] & 0xff) * 0x10101;
					case GREY_16 -> (((short[]) tile.samples())[i] >> 8 & 0xff) * 0x10101;
					default -> throw new ImageFormatException("The picture that comes with the slide has no colours.");
				};
			}
	}
}
