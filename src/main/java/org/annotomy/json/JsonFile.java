package org.annotomy.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Small text files in UTF-8, read whole up to a bound and replaced whole or not at all. */
public final class JsonFile {

	private JsonFile() {}

	/**
	 * @param what the kind of file for messages, such as {@code a file of presets}
	 * @throws JsonException if the file is larger than {@code mostBytes} or is not UTF-8
	 * @throws IOException if the file cannot be read
	 */
	public static String read(Path file, int mostBytes, String what) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return read(in, mostBytes, what);
		}
	}

	/**
	 * As {@link #read(Path, int, String)}.
	 *
	 * @throws JsonException if the stream holds more than {@code mostBytes} or is not UTF-8
	 * @throws IOException if the stream cannot be read
	 */
	public static String read(InputStream in, int mostBytes, String what) throws IOException {
		byte[] bytes = in.readNBytes(mostBytes + 1);
		if (bytes.length > mostBytes)
			throw new JsonException(0, what + " has at most " + (mostBytes >> 20) + " MB; this one is larger.");
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		} catch (CharacterCodingException e) {
			throw new JsonException(0, "the file is not text in UTF-8.");
		}
	}

	/**
	 * The text is on the disk before it takes the place of the old file. Makes the folder too, if need be. Others may read the file as any new one in the folder.
	 *
	 * @throws IOException if it cannot be written; then the old file is still there
	 */
	public static void write(String text, Path file) throws IOException {
		Path folder = file.toAbsolutePath().getParent();
		Files.createDirectories(folder);
		Path temp = folder.resolve("." + file.getFileName() + "-" + Long.toHexString(System.nanoTime()) + ".tmp");
		try {
			try (FileChannel out = FileChannel.open(temp, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
				ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
				while (bytes.hasRemaining())
					out.write(bytes);
				out.force(true);
			}
			moveOver(temp, file);
		} finally {
			Files.deleteIfExists(temp);
		}
	}

	private static void moveOver(Path temp, Path file) throws IOException {
		try {
			Files.move(temp, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		} catch (AtomicMoveNotSupportedException e) {
			Files.move(temp, file, StandardCopyOption.REPLACE_EXISTING);
		}
	}
}
