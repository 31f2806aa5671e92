package org.annotomy.imagej;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.annotomy.image.FileVolume;
import org.annotomy.image.ImageReader;
import org.annotomy.image.MedicalImage;
import org.annotomy.task.Progress;

/**
 * Opens the everyday formats as ImageJ does: TIFF by ImageJ's decoder, PNG, JPEG, GIF and BMP by the JDK's. It does not go through
 * {@code ij.io.Opener}, because that shows dialogs, asks about calibrations, hands damaged TIFFs to other plugins and turns photographs by
 * their EXIF tag, which would move every label.
 */
public final class ImageJImageReader implements ImageReader {

	/** The formats, by how their files begin. */
	enum Format {
		TIFF, PNG, JPEG, GIF, BMP
	}

	@Override
	public String formatName() {
		return "TIFF, PNG, JPEG, GIF, BMP";
	}

	/** It takes every TIFF, so those who know a kind of TIFF better go first. */
	@Override
	public int priority() {
		return 100;
	}

	@Override
	public boolean recognises(Path fileOrFolder) throws IOException {
		return format(fileOrFolder) != null;
	}

	@Override
	public List<MedicalImage> read(Path file, Progress progress) throws IOException {
		Format format = format(file);
		progress.update(-1, "Reading pixels");
		FileVolume volume = format == null || format == Format.TIFF
				? new TiffReader(file).read(progress)
				: new PhotoReader(file, format.name()).read(progress);
		return List.of(volume.toImage());
	}

	/** Null if it is none of them. */
	private static Format format(Path file) throws IOException {
		if (!Files.isRegularFile(file)) return null;
		byte[] start;
		try (InputStream in = Files.newInputStream(file)) {
			start = in.readNBytes(8);
		}
		if (begins(start, 'I', 'I', 42, 0) || begins(start, 'M', 'M', 0, 42)) return Format.TIFF;
		if (begins(start, 0x89, 'P', 'N', 'G')) return Format.PNG;
		if (begins(start, 0xff, 0xd8, 0xff)) return Format.JPEG;
		if (begins(start, 'G', 'I', 'F', '8')) return Format.GIF;
		return begins(start, 'B', 'M') && file.getFileName().toString().toLowerCase(java.util.Locale.ROOT).endsWith(".bmp")
				? Format.BMP
				: null;
	}

	private static boolean begins(byte[] start, int... expected) {
		if (start.length < expected.length) return false;
		for (int i = 0; i < expected.length; i++)
			if ((start[i] & 0xff) != expected[i]) return false;
		return true;
	}
}
