package org.annotomy.dicom.scan;

import java.nio.file.Path;

/**
 * A file to look at: one of a folder, or a member of a zip archive.
 *
 * @param path of the file, or of the archive
 * @param member its name in the archive, which is never used as a path; null for a plain file
 * @param bytes how large it is, or claims to be
 * @param modifiedMs when the file or the archive was changed last, in ms since 1970
 */
public record FoundFile(Path path, String member, long bytes, long modifiedMs) {

	/** Whether it lies in an archive. */
	public boolean isPacked() { return member != null; }

	/** The last part of its name; it may name the patient. */
	public String name() {
		if (member == null) return path.getFileName().toString();
		return member.substring(Math.max(member.lastIndexOf('/'), member.lastIndexOf('\\')) + 1);
	}

	/** Says nothing of where it lies: this ends up in messages by mistake. */
	@Override
	public String toString() {
		return "a file";
	}
}
