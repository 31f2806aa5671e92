package org.annotomy.slide.viewing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** No rest that has ended is lost, whatever goes wrong. */
public class ViewingStoreTest {

	private static final ViewMoment FIRST = new ViewMoment(0, 2000, new RestingView(10, 20, 1, 0, 200, 100, 0, 0));
	private static final ViewMoment SECOND = new ViewMoment(3000, 500, new RestingView(50, 20.5, 2, 90, 200, 100, 1, 0));

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private Path slides;
	private Path elsewhere;
	private ViewingStore store;

	@Before
	public void begin() throws IOException {
		slides = folder.newFolder("slides").toPath();
		elsewhere = folder.getRoot().toPath().resolve("user/viewing");
		store = new ViewingStore(slides.resolve("a.svs"), elsewhere);
	}

	private static ViewingPath path(ViewMoment... moments) {
		return new ViewingPath("r-1", Instant.parse("2026-11-27T10:00:00Z"), 5000, 3000, List.of(moments));
	}

	private static long files(Path in) throws IOException {
		if (!Files.isDirectory(in)) return 0;
		try (Stream<Path> all = Files.list(in)) {
			return all.count();
		}
	}

	@Test
	public void whatIsFinishedIsInTheFileAlone() throws IOException {
		ViewingJournal journal = store.begin(path());
		journal.add(FIRST);
		store.finish(path(FIRST), journal, true);
		assertEquals(List.of(path(FIRST)), store.paths());
		assertEquals("the file and no journal", 1, files(slides));
		store.finish(path(), store.begin(path()), true);
		assertEquals("nothing was recorded", List.of(path(FIRST)), store.paths());
		assertEquals(1, files(slides));
	}

	/** As a program that was killed leaves it, in the middle of a line. */
	@Test
	public void whatAProgramLeavesBehindIsTakenIn() throws IOException {
		ViewingJournal journal = store.begin(path());
		journal.add(FIRST);
		journal.add(SECOND);
		assertEquals("somebody is recording", List.of(), store.paths());
		journal.close();
		Path left;
		try (Stream<Path> all = Files.list(slides)) {
			left = all.findFirst().orElseThrow();
		}
		Files.writeString(left, "{\"start_ms\":12,\"dur", StandardOpenOption.APPEND);
		assertEquals(List.of(path(FIRST, SECOND)), store.paths());
		assertFalse(Files.exists(left));
		assertEquals(List.of(path(FIRST, SECOND)), new ViewingFile(slides.resolve("a.svs")).read());
	}

	@Test
	public void whatCannotBeSavedIsKeptForLater() throws IOException {
		Path file = new ViewingFile(slides.resolve("a.svs")).path();
		Files.createDirectories(file.resolve("in-the-way"));
		ViewingJournal journal = store.begin(path());
		journal.add(FIRST);
		IOException told = assertThrows(IOException.class, () -> store.finish(path(FIRST, SECOND), journal, false));
		assertTrue(told.getMessage(), told.getMessage().contains("It is kept"));
		assertEquals("seen all the same", List.of(path(FIRST, SECOND)), store.paths());
		Files.delete(file.resolve("in-the-way"));
		Files.delete(file);
		assertEquals(List.of(path(FIRST, SECOND)), store.paths());
		assertEquals("the file and no journal", 1, files(slides));
		assertEquals(0, files(elsewhere));
	}

	@Test
	public void whereTheFolderIsNotThereTheUsersOwnIsTaken() throws IOException {
		ViewingStore gone = new ViewingStore(slides.resolve("no/such/b.svs"), elsewhere);
		ViewingJournal journal = gone.begin(path());
		journal.add(FIRST);
		journal.close();
		assertEquals(1, files(elsewhere));
		assertEquals("not of another slide", List.of(), store.paths());
		assertEquals(List.of(path(FIRST)), gone.paths());
	}

	@Test
	public void whereNothingCanBeWrittenThatIsSaid() throws IOException {
		Path blocked = Files.writeString(folder.getRoot().toPath().resolve("file"), "");
		ViewingStore nowhere = new ViewingStore(blocked.resolve("c.svs"), blocked.resolve("viewing"));
		IOException told = assertThrows(IOException.class, () -> nowhere.begin(path()));
		assertTrue(told.getMessage(), told.getMessage().contains("neither beside the slide nor in your Annotomy folder"));
	}
}
