package org.annotomy.bioformats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.FileImages;
import org.annotomy.slide.PyramidLevel;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlideReader;
import org.annotomy.slide.pyramid.Pyramids;
import org.annotomy.task.Progress;

import loci.formats.IFormatReader;
import loci.formats.ImageReader;

/**
 * Opens what our own readers do not know through Bio-Formats, which Fiji brings: Hamamatsu NDPI, Leica SCN, Olympus VSI, Zeiss CZI, Ventana
 * BIF and other formats of scanners and microscopes. Where there is no Bio-Formats it opens nothing.
 */
public final class BioFormatsSlideReader implements SlideReader {

	private static final String ANY_CLASS = "loci.formats.ImageReader";

	@Override
	public String formatName() {
		return "Bio-Formats (NDPI, SCN, VSI, CZI, BIF …)";
	}

	/** After all of ours. */
	@Override
	public int priority() {
		return 200;
	}

	@Override
	public boolean recognises(Path file) throws IOException {
		if (!Files.isRegularFile(file) || !isThere()) return false;
		KnownFormats formats = new KnownFormats();
		try (ImageReader reader = formats.newReader()) {
			Class<?> format = Guard.call(() -> knowing(reader, file));
			if (format == null || KnownFormats.isSlide(format)) return format != null;
		} catch (ImageFormatException e) {
			return false;
		}
		try (BioFormatsSlide slide = BioFormatsSlide.open(formats, file, FileImages.USUAL)) {
			PyramidLevel full = slide.levels().get(0);
			return slide.levels().size() > 1 || Pyramids.isLarge(full.width(), full.height());
		} catch (ImageFormatException e) {
			return false;
		}
	}

	/** The class of the first reader that knows the file; null if none does. */
	private static Class<?> knowing(ImageReader readers, Path file) {
		String id = file.toAbsolutePath().toString();
		for (IFormatReader reader : readers.getReaders())
			if (reader.isThisType(id, true)) return reader.getClass();
		return null;
	}

	/** Whether this program has Bio-Formats. */
	private static boolean isThere() {
		try {
			Class.forName(ANY_CLASS, false, BioFormatsSlideReader.class.getClassLoader());
			return true;
		} catch (ClassNotFoundException | LinkageError e) {
			return false;
		}
	}

	@Override
	public Slide open(Path file, Progress progress) throws IOException {
		return open(file, FileImages.USUAL, progress);
	}

	@Override
	public Slide open(Path file, int image, Progress progress) throws IOException {
		if (!isThere()) throw new ImageFormatException("This slide is read by Bio-Formats, which this program does not have.");
		progress.update(-1, "Bio-Formats reads the file");
		return Pyramids.completed(BioFormatsSlide.open(new KnownFormats(), file, image), file, progress);
	}
}
