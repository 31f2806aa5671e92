package org.annotomy.home;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;

/** The folder that the operating system sets aside for what a program keeps for a user. */
public final class UserFolder {

	private static final Set<PosixFilePermission> FOR_THE_USER = PosixFilePermissions.fromString("rwx------");

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

	/**
	 * Makes a folder, and those above it that are not there, for the user alone where the file system can do that: what lies in it may name
	 * patients. One that is there already is made so too, unless it is another user's.
	 *
	 * @throws IOException if it cannot be made
	 */
	public static Path makePrivate(Path folder) throws IOException {
		Files.createDirectories(folder);
		PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
		if (view == null || view.readAttributes().permissions().equals(FOR_THE_USER)) return folder;
		try {
			view.setPermissions(FOR_THE_USER);
		} catch (FileSystemException e) {
			// Somebody has put another's folder there on purpose.
			return folder;
		}
		return folder;
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
