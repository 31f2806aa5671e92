package org.annotomy.dicom.web;

import java.nio.file.Path;

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
}
