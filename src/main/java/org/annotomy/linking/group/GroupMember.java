package org.annotomy.linking.group;

import java.nio.file.Path;
import java.util.Objects;

import org.annotomy.identity.ImageIdentity;
import org.annotomy.image.MedicalImage;

/**
 * One image of a group.
 *
 * @param key unique in the group, for files and macros
 * @param path of its file, or of the folder of its files, relative to that of the group file, with {@code /} between folders; empty: that
 *            folder itself
 * @param identity which image it is
 * @param facts what tells it from the others
 */
public record GroupMember(String key, String path, ImageIdentity identity, MemberFacts facts) {

	/** @throws IllegalArgumentException if the key has another form or the path is not relative */
	public GroupMember {
		Objects.requireNonNull(identity, "identity");
		Objects.requireNonNull(facts, "facts");
		if (!key.matches("[a-z0-9][a-z0-9-]{0,63}"))
			throw new IllegalArgumentException(
					"The key of an image must be of lower-case letters, digits and hyphens, at most 64, not \"" + key + "\".");
		if (path.startsWith("/") || path.contains("\\") || path.matches("[A-Za-z]:.*") || path.indexOf('\0') >= 0)
			throw new IllegalArgumentException(
					"The path of an image must be relative to the group file, with / between folders.");
	}

	/**
	 * @param identity with digests, where the image itself has none yet
	 * @param folder that of the group file
	 */
	static GroupMember of(MedicalImage image, ImageIdentity identity, Path folder, String key) {
		if (image.files().isEmpty())
			throw new IllegalArgumentException("An image that does not come from a file cannot be in a group. Save it first.");
		Path first = image.files().get(0).toAbsolutePath().normalize();
		Path where = image.files().size() == 1 ? first : first.getParent();
		return new GroupMember(key, relative(folder.toAbsolutePath().normalize(), where), identity,
				MemberFacts.of(image));
	}

	private static String relative(Path folder, Path file) {
		if (!Objects.equals(folder.getRoot(), file.getRoot()))
			throw new IllegalArgumentException("The images of a group must lie on the same drive as the group file.");
		return folder.relativize(file).toString().replace('\\', '/');
	}

	/** Where it lies, given the folder of the group file. */
	public Path resolve(Path folder) {
		return path.isEmpty() ? folder : folder.resolve(path).normalize();
	}

	/** The same when the group file moves from one folder to another. */
	public GroupMember movedTo(Path from, Path to) {
		return from.equals(to) ? this : new GroupMember(key, relative(to, resolve(from)), identity, facts);
	}

	public GroupMember withFacts(MemberFacts newFacts) {
		return new GroupMember(key, path, identity, newFacts);
	}
}
