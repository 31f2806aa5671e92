package org.annotomy.training;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.DataBufferUShort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

/** Writes pictures and masks as PNG; a file is there whole or not at all. */
final class TileFiles {

	private final Path images;
	private final Path masks;
	private final int size;

	/** Makes the folders {@code images} and {@code masks}. */
	TileFiles(Path folder, int size, boolean withMasks) throws IOException {
		this.images = Files.createDirectories(folder.resolve("images"));
		this.masks = folder.resolve("masks");
		this.size = size;
		if (withMasks) Files.createDirectories(masks);
	}

	/** @param rgb {@code size · size} colours */
	void picture(String name, int[] rgb) throws IOException {
		BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
		System.arraycopy(rgb, 0, ((DataBufferInt) image.getRaster().getDataBuffer()).getData(), 0, rgb.length);
		write(image, images.resolve(name + ".png"));
	}

	/** @param wide whether 16 bits are written, else 8 */
	void mask(String name, short[] values, boolean wide) throws IOException {
		BufferedImage image = new BufferedImage(size, size, wide ? BufferedImage.TYPE_USHORT_GRAY : BufferedImage.TYPE_BYTE_GRAY);
		if (wide) System.arraycopy(values, 0, ((DataBufferUShort) image.getRaster().getDataBuffer()).getData(), 0, values.length);
		else {
			byte[] bytes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
			for (int i = 0; i < bytes.length; i++)
				bytes[i] = (byte) values[i];
		}
		write(image, masks.resolve(name + ".png"));
	}

	private static void write(BufferedImage image, Path file) throws IOException {
		WholeFile.replace(file, to -> {
			if (!ImageIO.write(image, "png", to.toFile())) throw new IOException("A tile could not be written as PNG.");
		});
	}
}
