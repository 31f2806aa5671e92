package org.annotomy.dicom.transfer;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

import org.annotomy.home.InUse;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ImagesInUseTest {

	@Rule
	public final TemporaryFolder temporary = new TemporaryFolder();

	private RetrievedImages images;

	@Before
	public void place() {
		images = new RetrievedImages(temporary.getRoot().toPath().resolve("retrieved"), Clock.systemUTC());
	}

	private Path series(String uid) throws IOException {
		Path folder = images.folder(uid);
		Files.write(folder.resolve(LocalName.fileOf(uid + ".1")), new byte[1000]);
		return folder;
	}

	@Test
	public void everyFolderInUseIsSpared() throws IOException {
		Path a = series("1.2.1");
		Path b = series("1.2.2");
		Path c = series("1.2.3");
		InUse first = InUse.of(a);
		InUse second = InUse.of(b);
		InUse.of(b).close();
		try (first; second) {
			assertEquals(new RetrievedImages.Cleared(1, 1, 1000, 0, 2, 2000), images.clear(0, true));
			assertTrue(Files.exists(a) && Files.exists(b));
			assertFalse(Files.exists(c));
		}
		assertEquals(new RetrievedImages.Cleared(2, 2, 2000, 0, 0, 0), images.clear(0, true));
	}

	@Test
	public void aFolderThatHoldsNoRetrievedImagesNeedsNoMark() throws IOException {
		Path own = temporary.newFolder("own").toPath();
		InUse.of(own).close();
		try (Stream<Path> all = Files.walk(temporary.getRoot().toPath())) {
			assertEquals(2, all.count());
		}
	}

	/** Uses a folder until its input ends. */
	public static final class Other {

		private Other() {}

		/** @param args the folder */
		public static void main(String[] args) throws IOException {
			InUse use = InUse.of(Path.of(args[0]));
			try (use) {
				System.out.write('+');
				System.out.flush();
				while (System.in.read() >= 0)
					continue;
			}
		}
	}

	@Test(timeout = 60_000)
	public void whatAnotherProgramUsesIsSparedUntilItEndsHoweverThatHappens() throws Exception {
		Path folder = series("1.2.1");
		Process other = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), Other.class.getName(), folder.toString()).start();
		try {
			assertEquals('+', other.getInputStream().read());
			assertTrue(InUse.isUsed(folder));
			assertEquals(new RetrievedImages.Cleared(0, 0, 0, 0, 1, 1000), images.clear(0, true));
		} finally {
			other.destroyForcibly().waitFor();
		}
		assertFalse("killed", InUse.isUsed(folder));
		try (Stream<Path> marks = Files.list(folder.resolveSibling(".in-use"))) {
			assertEquals("its mark is tidied away", List.of(), marks.toList());
		}
	}
}
