package org.annotomy.slide.tiff;

import java.io.IOException;
import java.nio.file.Path;

import org.annotomy.slide.Slide;
import org.annotomy.slide.SlideReader;
import org.annotomy.task.Progress;

/**
 * Says in words why a scanner's file cannot be opened, where no reader takes it: ImageJ would open its label, or a part of it as if it were the
 * whole.
 */
public final class ScannerRefusal implements SlideReader {

	@Override
	public String formatName() {
		return "slides that cannot be read";
	}

	/** After all that may know better. */
	@Override
	public int priority() {
		return 1000;
	}

	@Override
	public boolean recognises(Path file) throws IOException {
		return TiffSlideReader.isOfScanner(file);
	}

	@Override
	public Slide open(Path file, Progress progress) throws IOException {
		return new TiffSlideReader().open(file, progress);
	}
}
