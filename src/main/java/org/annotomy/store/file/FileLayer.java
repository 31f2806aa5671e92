package org.annotomy.store.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * What the store does to files. A seam: tests put a layer in its place whose disk is full, whose folder is gone or whose power fails.
 * Implementations may be called from several threads.
 */
public interface FileLayer {

	/** The files of this machine and its network. */
	static FileLayer disk() {
		return new DiskLayer();
	}

	/**
	 * Whether there is a file or folder of this name.
	 *
	 * @throws IOException if that cannot be said, such as when the network is away: never taken for "no"
	 */
	boolean exists(Path file) throws IOException;

	/** @throws IOException if there is no such file, or its size cannot be read */
	long size(Path file) throws IOException;

	/** @throws IOException if there is no such file, or it cannot be read */
	InputStream read(Path file) throws IOException;

	/**
	 * Opens a new file; what had the name before is removed, not emptied: after a power failure it may be linked elsewhere too.
	 *
	 * @throws IOException if that is not possible
	 */
	OpenFile create(Path file) throws IOException;

	/** Opens a file that is there, to write at its end. @throws IOException if that is not possible */
	OpenFile append(Path file) throws IOException;

	/**
	 * Makes a file that was not there. Where the file system can, nobody ever sees it without its content.
	 *
	 * @throws java.nio.file.FileAlreadyExistsException if it is there already
	 * @throws IOException if it cannot be made
	 */
	void createWhole(Path file, byte[] content) throws IOException;

	/**
	 * Gives a file or folder another name in one step.
	 *
	 * @throws java.nio.file.NoSuchFileException if {@code from} is not there: of two who try, one gets this
	 * @throws IOException if it cannot be moved, or {@code to} is there already
	 */
	void move(Path from, Path to) throws IOException;

	/**
	 * Puts a file into the place of another in one step; a reader finds the old or the new one. Mode and group of the old one are kept
	 * where possible. A file that another program holds open is tried again for a few seconds.
	 *
	 * @throws IOException if it cannot be replaced; then the old one is still there, except on file systems that replace in two steps
	 */
	void replace(Path from, Path to) throws IOException;

	/** Nothing happens if it is not there. @throws IOException if it cannot be removed, or is a folder with something in it */
	void delete(Path file) throws IOException;

	/** With all folders above it. @throws IOException if that is not possible */
	void createFolders(Path folder) throws IOException;

	/** Files and folders in it, sorted by name; none if the folder is not there. @throws IOException if it cannot be read */
	List<Path> list(Path folder) throws IOException;

	/** Returns when names made, changed and removed in the folder are on the disk itself, where the system can say so. */
	void forceFolder(Path folder);

	/** Bytes that can still be written; {@link Long#MAX_VALUE} if unknown. */
	long freeBytes(Path folder);

	/**
	 * The file for code that opens files by their path alone. Nobody may write there.
	 *
	 * @throws IOException if it cannot be made available
	 */
	default Path local(Path file) throws IOException {
		return file;
	}

	/** Whether the files there can be read but not written, as far as the file system says. */
	boolean isReadOnly(Path folder);
}
