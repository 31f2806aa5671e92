package org.annotomy.home;

import java.nio.file.Path;
import java.util.Locale;

/** The folder that the operating system sets aside for what a program keeps for a user. */
public final class UserFolder {

	private UserFolder() {}

	/**
	 * A folder of its own for one sort of things; it need not be there yet. It lies in {@code %LOCALAPPDATA%\Annotomy},
	 * {@code ~/Library/Application Support/Annotomy} or {@code $XDG_DATA_HOME/annotomy}, unless the system property
	 * {@code annotomy.<what>} names another one.
	 *
	 * @param what such as {@code presets}
	 */
	public static Path of(String what) {
		String named = System.getProperty("annotomy." + what);
		return named != null ? Path.of(named) : root().resolve(what);
	}

	private static Path root() {
		String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
		Path home = Path.of(System.getProperty("user.home", "."));
		if (system.contains("win")) return from("LOCALAPPDATA", home.resolve("AppData").resolve("Local")).resolve("Annotomy");
		if (system.contains("mac")) return home.resolve("Library").resolve("Application Support").resolve("Annotomy");
		return from("XDG_DATA_HOME", home.resolve(".local").resolve("share")).resolve("annotomy");
	}

	private static Path from(String variable, Path otherwise) {
		String value = System.getenv(variable);
		return value == null || value.isBlank() ? otherwise : Path.of(value);
	}
}
