package org.annotomy.slide.mirax;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;

import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.SlideFile;

/** The data files of a slide; each is opened when it is needed. Safe for several threads. */
final class DataFiles implements Closeable {

	private static final int MAX_BYTES = 64 << 20;

	private final SlideFile folder;
	private final List<String> names;
	private final SlideFile[] open;
	private boolean closed;

	/**
	 * @param folder a file of the folder they lie in
	 * @throws ImageFormatException if one is missing, or named so that it would lie elsewhere
	 */
	DataFiles(SlideFile folder, List<String> names) throws ImageFormatException {
		this.folder = folder;
		this.names = names;
		this.open = new SlideFile[names.size()];
		for (String name : names)
			folder.siblingPath(name);
	}

	/** @throws ImageFormatException if the file ends before */
	byte[] read(StoredItem item) throws IOException {
		if (item.length() > MAX_BYTES)
			throw new ImageFormatException("A picture of the slide has " + item.length() + " bytes, which cannot be.");
		try {
			return file(item.file()).read(item.offset(), item.length());
		} catch (EOFException e) {
			throw new ImageFormatException("A data file of the slide is cut off. Copy the slide's folder again.", e);
		}
	}

	private synchronized SlideFile file(int index) throws IOException {
		if (closed) throw new IOException("The slide is closed.");
		if (open[index] == null) open[index] = folder.sibling(names.get(index));
		return open[index];
	}

	@Override
	public synchronized void close() throws IOException {
		closed = true;
		for (SlideFile file : open)
			if (file != null) file.close();
	}
}
