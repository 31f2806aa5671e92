package org.annotomy.ui.browse;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.annotomy.image.ImageFormatException;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class StudyOpeningTest {

	private static final Path HANDLES = Path.of("/proc/self/fd");

	@Rule
	public final TemporaryFolder temporary = new TemporaryFolder();

	private Path archive() throws IOException {
		Path file = temporary.getRoot().toPath().toRealPath().resolve("notes.zip");
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
			out.putNextEntry(new ZipEntry("notes.txt"));
			out.write("no image".getBytes(StandardCharsets.US_ASCII));
			out.closeEntry();
		}
		return file;
	}

	/** Else the archive could be neither replaced nor thrown away until the program ends. */
	@Test
	public void anArchiveThatHoldsNothingIsLetGo() throws IOException {
		assumeTrue("skipped: open files are not listed here", Files.isDirectory(HANDLES));
		Path archive = archive();
		ImageFormatException e = assertThrows(ImageFormatException.class,
				() -> StudyOpening.open(List.of(archive), StudyOpening.OPTIONS, Progress.NONE));
		assertEquals("There is no image here that Annotomy knows. Files that were looked at: 1.", e.getMessage());
		assertEquals(0, handles(archive));
		assertThrows(CancelledException.class, () -> StudyOpening.open(List.of(archive), StudyOpening.OPTIONS, new Progress() {
			@Override
			public void update(double fraction, String doing) {
				// Nobody watches.
			}

			@Override
			public boolean isCancelled() { return handles(archive) > 0; }
		}));
		assertEquals(0, handles(archive));
		assertTrue(Files.deleteIfExists(archive));
	}

	private static long handles(Path file) {
		try (Stream<Path> handles = Files.list(HANDLES)) {
			return handles.filter(handle -> leadsTo(handle, file)).count();
		} catch (IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}

	private static boolean leadsTo(Path handle, Path file) {
		try {
			return Files.readSymbolicLink(handle).equals(file);
		} catch (IOException e) {
			return false; // it was closed meanwhile
		}
	}
}
