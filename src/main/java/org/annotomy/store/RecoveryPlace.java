package org.annotomy.store;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Collectors;

import org.annotomy.identity.ImageHash;
import org.annotomy.identity.ImageIdentity;

/** Where on this computer work is kept when the folder of its image takes nothing: one folder per image, named by a keyed digest. */
final class RecoveryPlace {

	private static final int NAME_DIGITS = 16;

	private RecoveryPlace() {}

	/**
	 * The same image gets the same place wherever it lies, as far as it can be recognised: by its DICOM UIDs, else by its content, else only
	 * by its path.
	 *
	 * @param root recovery folder of the user
	 * @param base the image
	 */
	static StorePaths of(Path root, HostKey key, ImageIdentity image, Path base) {
		String name = key.digest("image", recognisedBy(image, base));
		return StorePaths.in(root.resolve(name.substring(0, NAME_DIGITS)));
	}

	private static String recognisedBy(ImageIdentity image, Path base) {
		if (!image.sopUids().isEmpty()) return "sop " + String.join(" ", image.sopUids());
		if (image.seriesUid() != null) return "series " + image.seriesUid();
		if (!image.hashes().isEmpty())
			return image.hashes().stream().sorted(Comparator.comparing(ImageHash::of))
					.map(hash -> hash.of() + " " + hash.algorithm() + " " + hash.value()).limit(1).collect(Collectors.joining());
		return "path " + base.toAbsolutePath().normalize();
	}
}
