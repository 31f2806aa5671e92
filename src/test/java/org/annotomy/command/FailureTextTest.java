package org.annotomy.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;

import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.junit.Test;

public class FailureTextTest {

	@Test
	public void messagesOfTheLibraryAreToldAsTheyAre() {
		assertEquals("The grids differ.", FailureText.of(new IllegalArgumentException("The grids differ.")));
		assertEquals("Truncated.", FailureText.of(new UncheckedIOException(new IOException("Truncated."))));
	}

	@Test
	public void namesOfFilesAreLeftOut() {
		String name = "/data/Doe^John.dcm";
		List<Exception> failures = List.of(new NoSuchFileException(name), new AccessDeniedException(name),
				new FileNotFoundException(name + " (No such file or directory)"),
				new FileSystemException(name, null, "No space left on device"),
				new FileSystemException(name));
		for (Exception failure : failures)
			assertTrue(FailureText.of(failure), !FailureText.of(failure).contains("Doe"));
		assertEquals("No space left on device.", FailureText.of(failures.get(3)));
	}

	@Test
	public void errorsOfTheProgramSayWhere() {
		String text = FailureText.of(new NullPointerException());
		assertTrue(text, text
				.startsWith("An error of the program: NullPointerException in " + FailureTextTest.class.getName() + " line "));
		assertTrue(FailureText.of(new OutOfMemoryError()).startsWith("Not enough memory ("));
	}

	private static final class ThrowingCommand extends AnnotationCommand {

		private final RuntimeException failure;

		ThrowingCommand(RuntimeException failure) { this.failure = failure; }

		@Override
		protected void execute() {
			progress().update(0.5, "working");
			throw failure;
		}
	}

	@Test
	public void aCommandTellsFailuresAndLetsCancelThroughAndEndsItsProgress() {
		List<Double> fractions = new ArrayList<>();
		Progress progress = new Progress() {
			@Override
			public void update(double fraction, String doing) {
				fractions.add(fraction);
			}

			@Override
			public boolean isCancelled() { return false; }
		};
		ThrowingCommand failing = new ThrowingCommand(new IllegalStateException("Not now."));
		failing.watchedBy(progress);
		assertEquals("Not now.", assertThrows(CommandFailure.class, failing::run).getMessage());
		assertEquals(List.of(0.5, 1.0), fractions);
		CancelledException cancel = new CancelledException();
		assertSame(cancel, assertThrows(CancelledException.class, new ThrowingCommand(cancel)::run));
	}
}
