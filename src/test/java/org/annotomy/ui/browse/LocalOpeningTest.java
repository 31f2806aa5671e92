package org.annotomy.ui.browse;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.study.SeriesRow;
import org.annotomy.dicom.study.StudyQuery;
import org.annotomy.image.ImageReaders;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.SessionOptions;
import org.annotomy.imagej.study.LocalSource;
import org.annotomy.store.StoreOptions;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class LocalOpeningTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	/** Else its labels would stay locked until the program ends. */
	@Test
	public void afterACancelNoneIsOpen() throws Exception {
		Path study = folder.newFolder("study").toPath();
		for (String series : List.of("1", "2"))
			SyntheticSlice.write(Files.createDirectory(study.resolve(series)), new double[]{0, 2, 4},
					slice -> slice.set("SeriesInstanceUID", "2.25.70" + series)
							.set("SOPInstanceUID", "2.25.8" + series + slice.build().string(Tag.INSTANCE_NUMBER, "")));
		try (LocalSource source = new LocalSource(List.of(study), ImageReaders.discover())) {
			List<SeriesRow> rows = source.series(source.find(StudyQuery.ALL, Progress.NONE).rows().get(0), Progress.NONE);
			assertEquals(2, rows.size());
			Progress untilTheFirstIsOpen = new Progress() {
				@Override
				public void update(double fraction, String doing) {
					// Nobody watches.
				}

				@Override
				public boolean isCancelled() { return locks() > 0; }
			};
			SessionOptions options = new SessionOptions(null, SessionOptions.Recovery.ASK, StoreOptions.of("r-1"));
			assertThrows(CancelledException.class, () -> new LocalOpening(source, options).open(rows, untilTheFirstIsOpen));
			assertEquals(0, locks());
			for (AnnotationSession session : new LocalOpening(source, options).open(rows, Progress.NONE).sessions())
				session.close();
		}
	}

	private long locks() {
		try (Stream<Path> files = Files.walk(folder.getRoot().toPath())) {
			return files.filter(file -> file.getFileName().toString().equals("lock")).count();
		} catch (IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}
}
