package org.annotomy.dicom.study;

import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.annotomy.task.Progress;

/**
 * Something that has studies: a server, or a folder that was scanned. Every method may take long and may be called from any thread, one at
 * a time. What is thrown has a message for the user without patient data.
 */
public interface StudySource {

	/** For the title of a window. */
	String name();

	/**
	 * @return those that match, in the source's order
	 * @throws IOException if it cannot be asked
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	FoundStudies find(StudyQuery query, Progress progress) throws IOException;

	/**
	 * As {@link #find(StudyQuery, Progress)}, telling what was found so far where the search takes long.
	 *
	 * @param soFar may be called from any thread, now and then, and once more before this fails or is cancelled
	 */
	default FoundStudies find(StudyQuery query, Progress progress, Consumer<FoundStudies> soFar) throws IOException {
		return find(query, progress);
	}

	/** Whether pictures of all series of a study may be asked for, because that costs nobody else anything. */
	default boolean isNear() {
		return false;
	}

	/** @throws IOException as {@link #find} */
	List<SeriesRow> series(StudyRow study, Progress progress) throws IOException;

	/**
	 * A small picture of a series.
	 *
	 * @return nothing if the source cannot make one
	 * @throws IOException as {@link #find}
	 */
	Optional<BufferedImage> thumbnail(SeriesRow series, Progress progress) throws IOException;

	/**
	 * Brings the files of a series onto this computer if they are not there yet.
	 *
	 * @return the folder or file to open, and what the user should know; to be closed when it was opened
	 * @throws IOException as {@link #find}
	 */
	Fetched fetch(SeriesRow series, Progress progress) throws IOException;

	/**
	 * A series on this computer, where it stays until this is closed.
	 *
	 * @param notes a sentence each
	 * @param use keeps the files where they are
	 */
	record Fetched(Path path, List<String> notes, Closeable use) implements Closeable {

		public Fetched {
			notes = List.copyOf(notes);
		}

		@Override
		public void close() throws IOException {
			use.close();
		}
	}
}
