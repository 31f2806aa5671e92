package org.annotomy.ui.browse;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class LastFolderTest {

	@Rule
	public final TemporaryFolder temporary = new TemporaryFolder();

	private String before;
	private Path kept;

	@Before
	public void elsewhere() {
		before = System.getProperty("annotomy.browser");
		kept = temporary.getRoot().toPath().resolve("browser");
		System.setProperty("annotomy.browser", kept.toString());
	}

	@After
	public void back() {
		if (before == null) System.clearProperty("annotomy.browser");
		else System.setProperty("annotomy.browser", before);
	}

	@Test
	public void whatWasLookedAtIsRememberedWhileItIsThere() throws IOException {
		assertNull(LastFolder.get());
		Path folder = temporary.newFolder("Planted^Jane").toPath();
		LastFolder.set(folder);
		assertEquals(folder, LastFolder.get());
		Files.delete(folder);
		assertNull(LastFolder.get());
	}

	/** The name of a folder may be a patient's. */
	@Test
	public void nobodyElseMayReadIt() throws IOException {
		assumeTrue("skipped: no such permissions here",
				Files.getFileStore(temporary.getRoot().toPath()).supportsFileAttributeView("posix"));
		Files.createDirectories(kept);
		Files.setPosixFilePermissions(kept, PosixFilePermissions.fromString("rwxr-xr-x"));
		LastFolder.set(temporary.newFolder("Planted^Jane").toPath());
		assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)));
	}
}
