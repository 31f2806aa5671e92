package org.annotomy.imagej.study;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.annotomy.dicom.series.SmallPicture;
import org.annotomy.image.ImageReaders;
import org.annotomy.imagej.ImagePlusFactory;
import org.annotomy.task.Progress;

import ij.ImagePlus;

/** A small picture of an image that is not DICOM, as it would be shown: its middle slice. */
final class FilePicture {

	/** Larger files are read whole only to be opened. */
	private static final long MAX_BYTES = 64L << 20;

	private FilePicture() {}

	static Optional<BufferedImage> of(Path file, ImageReaders readers, int side, Progress progress) throws IOException {
		if (Files.size(file) > MAX_BYTES) return Optional.empty();
		ImagePlus image = ImagePlusFactory.open(readers.read(file, progress).get(0));
		try {
			image.setPositionWithoutUpdate(1, Math.max(1, (image.getNSlices() + 1) / 2), 1);
			image.setSlice(image.getCurrentSlice());
			BufferedImage shown = image.getProcessor().getBufferedImage();
			BufferedImage rgb = new BufferedImage(shown.getWidth(), shown.getHeight(), BufferedImage.TYPE_INT_RGB);
			rgb.getGraphics().drawImage(shown, 0, 0, null);
			return Optional.of(SmallPicture.fitted(rgb, side));
		} finally {
			image.close();
		}
	}
}
