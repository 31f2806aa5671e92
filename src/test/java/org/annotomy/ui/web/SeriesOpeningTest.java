package org.annotomy.ui.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.dicom.study.SeriesRow;
import org.annotomy.dicom.transfer.RetrievedImages;
import org.annotomy.dicom.web.DicomWebClient;
import org.annotomy.dicom.web.FakeDicomWeb;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.web.ServerSource;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SeriesOpeningTest {

	private static final SeriesRow GOOD = row(SyntheticSlice.SERIES, 7);
	private static final SeriesRow ABSENT = row("2.25.404", 8);

	@Rule
	public final TemporaryFolder temporary = new TemporaryFolder();

	private FakeDicomWeb server;
	private DicomWebClient client;

	private static SeriesRow row(String uid, int number) {
		return new SeriesRow("2.25.5101", uid, "CT", number, "", "", 3, -1, "", "");
	}

	@Before
	public void start() throws IOException {
		server = new FakeDicomWeb().withSlices(3);
		client = server.client();
	}

	@After
	public void stop() {
		client.close();
		server.close();
	}

	private SeriesOpening.Result open(Progress progress, SeriesRow... rows) throws Exception {
		RetrievedImages retrieved = new RetrievedImages(temporary.getRoot().toPath().resolve("retrieved"), Clock.systemUTC());
		return new SeriesOpening(new ServerSource("Fake", client, retrieved), "r-1").open(List.of(rows), progress);
	}

	@Test
	public void oneThatCannotBeOpenedDoesNotKeepTheOthers() throws Exception {
		SeriesOpening.Result result = open(Progress.NONE, ABSENT, GOOD, ABSENT);
		assertEquals(List.of(GOOD), result.opened());
		assertEquals(1, result.sessions().size());
		assertEquals(2, result.notes().size());
		assertTrue(result.notes().toString(), result.notes().get(0).startsWith("Series 8: The server "));
		result.sessions().get(0).close();
		assertThrows(IOException.class, () -> open(Progress.NONE, ABSENT));
	}

	/** Else its labels would stay locked until the program ends. */
	@Test
	public void afterACancelNoneIsOpen() throws Exception {
		Progress untilTheSecond = new Progress() {
			@Override
			public void update(double fraction, String doing) {
				// Nobody watches.
			}

			@Override
			public boolean isCancelled() { return server.server.requests().stream().anyMatch(r -> r.contains("2.25.404")); }
		};
		assertThrows(CancelledException.class, () -> open(untilTheSecond, GOOD, ABSENT));
		assertEquals(0, locks());
		AnnotationSession again = open(Progress.NONE, GOOD).sessions().get(0);
		assertEquals("an open one has a lock", 1, locks());
		again.close();
	}

	private long locks() throws IOException {
		try (Stream<Path> files = Files.walk(temporary.getRoot().toPath())) {
			return files.filter(file -> file.getFileName().toString().contains("lock")).count();
		}
	}
}
