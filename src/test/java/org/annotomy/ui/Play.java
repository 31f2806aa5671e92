package org.annotomy.ui;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;

/** A program that plays a user and writes down what is seen, for {@link org.annotomy.bridge.Seen} to read. */
abstract class Play {

	/** A part of the play. */
	interface Step {
		void run() throws Exception;
	}

	private final Properties seen = new Properties();

	/** Notes what is seen. */
	void see(String key, Object what) {
		seen.setProperty(key.replace(' ', '-'), String.valueOf(what));
	}

	/**
	 * Plays one step after the other, writes the notes and ends the program. A step that fails is the last one; how it failed is noted as
	 * {@code broken}.
	 */
	final void play(Path notes, Step... steps) throws IOException {
		try {
			for (Step step : steps)
				step.run();
		} catch (Throwable e) {
			Throwable cause = e.getCause() == null ? e : e.getCause();
			see("broken", e + " " + cause + " " + Arrays.asList(cause.getStackTrace()));
		}
		try (OutputStream out = Files.newOutputStream(notes)) {
			seen.store(out, null);
		}
		System.exit(0);
	}
}
