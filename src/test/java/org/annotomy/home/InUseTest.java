package org.annotomy.home;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Marks on file systems that have no locks, such as some network folders. */
public class InUseTest {

	private static final InUse.Locking NO_LOCKS = channel -> {
		throw new IOException("No locks available");
	};

	@Rule
	public final TemporaryFolder temporary = new TemporaryFolder();

	private Path folder;

	@Before
	public void prepared() throws IOException {
		Path root = temporary.getRoot().toPath();
		InUse.prepare(root);
		folder = Files.createDirectory(root.resolve("series"));
	}

	@Test
	public void withoutLocksTheMarkAloneCounts() throws IOException {
		InUse use = InUse.of(folder, NO_LOCKS);
		assertTrue(InUse.isUsed(folder, NO_LOCKS));
		use.close();
		assertFalse(InUse.isUsed(folder, NO_LOCKS));
	}

	@Test
	public void anothersMarkIsBelievedForAWeek() throws IOException {
		Path mark = Files.createFile(temporary.getRoot().toPath().resolve(".in-use").resolve("series.1-0.abc"));
		assertTrue(InUse.isUsed(folder, NO_LOCKS));
		Files.setLastModifiedTime(mark, FileTime.from(Instant.now().minus(Duration.ofDays(8))));
		assertFalse(InUse.isUsed(folder, NO_LOCKS));
		assertFalse("tidied away", Files.exists(mark));
	}

	@Test
	public void withLocksAMarkThatNobodyHoldsWasLeftBehind() throws IOException {
		Path mark = Files.createFile(temporary.getRoot().toPath().resolve(".in-use").resolve("series.1-0.abc"));
		assertFalse(InUse.isUsed(folder));
		assertFalse(Files.exists(mark));
	}
}
