package org.annotomy.sample.histology;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlideReader;
import org.annotomy.task.Progress;

/** Opens the recipes of sample slides. */
public final class HistologySlideReader implements SlideReader {

	@Override
	public String formatName() {
		return "Annotomy sample slide";
	}

	@Override
	public boolean recognises(Path file) {
		return file.getFileName() != null
				&& file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(HistologyRecipe.ENDING)
				&& Files.isRegularFile(file);
	}

	@Override
	public Slide open(Path file, Progress progress) throws IOException {
		HistologyRecipe recipe = HistologyRecipe.read(file);
		try {
			return new HistologySlide(recipe, file);
		} catch (IllegalArgumentException e) {
			throw new ImageFormatException(e.getMessage(), e);
		}
	}
}
