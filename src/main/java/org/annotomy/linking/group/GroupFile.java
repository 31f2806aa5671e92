package org.annotomy.linking.group;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.annotomy.json.Json;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;
import org.annotomy.json.StrictJson;
import org.annotomy.store.file.FileLayer;
import org.annotomy.store.file.OpenFile;

/** Group files ({@code NAME.annotomy-group.json}, described by {@code group.schema.json} and docs/linking.md). */
public final class GroupFile {

	/** How the names of group files end. */
	public static final String SUFFIX = ".annotomy-group.json";

	/** Far above any real group file. */
	static final int MOST_BYTES = 16 << 20;

	private GroupFile() {}

	/**
	 * @throws JsonException if it is no group file, or one of a later major version; the message begins with the line
	 * @throws IOException if it cannot be read
	 */
	public static ImageGroup read(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return read(in.readNBytes(MOST_BYTES + 1));
		}
	}

	static ImageGroup read(byte[] bytes) throws JsonException {
		return new GroupReader(StrictJson.parse(bytes, MOST_BYTES, "a group file").asObject()).group();
	}

	/** The text of the file. */
	public static String text(ImageGroup group) {
		JsonObject json = GroupWriter.of(group);
		return Json.writeIndented(json) + "\n";
	}

	/**
	 * Writes the file: another one first, read again and forced to the disk, that then takes its place.
	 *
	 * @throws IOException if that fails; then the old file is still there
	 */
	public static void save(ImageGroup group, Path file) throws IOException {
		if (!file.getFileName().toString().endsWith(SUFFIX))
			throw new IllegalArgumentException("The name of a group file ends with " + SUFFIX + ".");
		byte[] bytes = text(group).getBytes(StandardCharsets.UTF_8);
		read(bytes);
		FileLayer files = FileLayer.disk();
		Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
		try {
			try (OpenFile out = files.create(unfinished)) {
				out.write(ByteBuffer.wrap(bytes));
				out.force();
			}
			files.replace(unfinished, file);
		} finally {
			Files.deleteIfExists(unfinished);
		}
		files.forceFolder(file.toAbsolutePath().getParent());
	}
}
