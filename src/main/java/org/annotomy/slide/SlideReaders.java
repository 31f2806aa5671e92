package org.annotomy.slide;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** All slide readers on the class path. */
public final class SlideReaders {

	private final List<SlideReader> readers;

	public SlideReaders(List<SlideReader> readers) {
		this.readers = readers.stream().sorted(Comparator.comparingInt(SlideReader::priority)).toList();
	}

	/** The readers found through {@link ServiceLoader}. */
	public static SlideReaders discover() {
		List<SlideReader> found = new ArrayList<>();
		ServiceLoader.load(SlideReader.class, SlideReaders.class.getClassLoader()).forEach(found::add);
		return new SlideReaders(found);
	}

	public List<SlideReader> readers() {
		return readers;
	}

	/** The reader that opens the file or folder as a slide; empty if it is none. @throws IOException if it cannot be read at all */
	public Optional<SlideReader> find(Path fileOrFolder) throws IOException {
		for (SlideReader reader : readers)
			if (reader.recognises(fileOrFolder)) return Optional.of(reader);
		return Optional.empty();
	}
}
