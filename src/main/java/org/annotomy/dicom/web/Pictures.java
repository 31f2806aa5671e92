package org.annotomy.dicom.web;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** JPEG and PNG pictures of a server; their size is looked at before their pixels. */
final class Pictures {

	private Pictures() {}

	/** @return nothing if it is no picture, or a larger one */
	static Optional<BufferedImage> read(byte[] bytes, long mostPixels) throws IOException {
		try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
			Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
			if (!readers.hasNext()) return Optional.empty();
			ImageReader reader = readers.next();
			try {
				reader.setInput(in, true, true);
				if ((long) reader.getWidth(0) * reader.getHeight(0) > mostPixels) return Optional.empty();
				return Optional.of(reader.read(0));
			} catch (IOException | RuntimeException e) {
				return Optional.empty();
			} finally {
				reader.dispose();
			}
		}
	}
}
