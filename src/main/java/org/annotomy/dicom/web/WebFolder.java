package org.annotomy.dicom.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.annotomy.home.UserFolder;

/**
 * What is kept of servers on this computer: their list, retrieved images, images waiting to be sent. Images name patients, so the folder is
 * for the user alone where the file system can do that.
 */
public record WebFolder(Path root) {

	/** That of the user; the system property {@code annotomy.dicomweb} names another one. */
	public static WebFolder ofUser() {
		return new WebFolder(UserFolder.of("dicomweb"));
	}

	public Path servers() {
		return root.resolve("servers.json");
	}

	/** Retrieved series. */
	public Path cache() {
		return root.resolve("retrieved");
	}

	/** What is to be sent. */
	public Path outbox() {
		return root.resolve("outbox");
	}

	/** Makes the folder, for the user alone. @throws IOException if that is not possible */
	public static Path makePrivate(Path folder) throws IOException {
		if (Files.isDirectory(folder)) return folder;
		Files.createDirectories(folder);
		if (Files.getFileStore(folder).supportsFileAttributeView("posix"))
			Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
		return folder;
	}
}
