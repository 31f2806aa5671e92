package org.annotomy.store;

import java.nio.file.Path;
import java.util.Locale;

/** The folder that the operating system sets aside for what a program keeps for a user. */
final class UserFolder {

	private UserFolder() {}

	/** {@code %LOCALAPPDATA%\Annotomy}, {@code ~/Library/Application Support/Annotomy} or {@code $XDG_DATA_HOME/annotomy}. */
	static Path find() {
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
