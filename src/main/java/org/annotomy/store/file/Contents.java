package org.annotomy.store.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;

import org.annotomy.digest.Sha256;

/** What whole files hold: digests and copies that are on the disk when they are done. */
public final class Contents {

	private static final int CHUNK = 1 << 16;

	private Contents() {}

	/** SHA-256 as 64 lower-case hexadecimal digits. @throws IOException if the file cannot be read */
	public static String sha256(FileLayer files, Path file) throws IOException {
		MessageDigest digest = Sha256.begin();
		try (InputStream in = files.read(file)) {
			byte[] chunk = new byte[CHUNK];
			for (int n = in.read(chunk); n >= 0; n = in.read(chunk))
				digest.update(chunk, 0, n);
		}
		return Sha256.end(digest);
	}

	/**
	 * Copies and forces.
	 *
	 * @return SHA-256 of what was copied
	 * @throws IOException if that fails; then there is no {@code to}
	 */
	public static String copy(FileLayer files, Path from, Path to) throws IOException {
		MessageDigest digest = Sha256.begin();
		try (InputStream in = new DigestInputStream(files.read(from), digest); OpenFile out = files.create(to)) {
			byte[] chunk = new byte[CHUNK];
			for (int n = in.read(chunk); n >= 0; n = in.read(chunk))
				out.write(ByteBuffer.wrap(chunk, 0, n));
			out.force();
		} catch (IOException e) {
			drop(files, to, e);
			throw e;
		}
		return Sha256.end(digest);
	}

	/** Copies what follows after {@code from} bytes, and forces. @throws IOException if that fails */
	public static void copyTail(FileLayer files, Path file, long from, Path to) throws IOException {
		try (InputStream in = files.read(file); OpenFile out = files.create(to)) {
			in.skipNBytes(from);
			in.transferTo(stream(out));
			out.force();
		}
	}

	/** @throws IOException if it cannot be read or holds more than {@code maxBytes} */
	public static byte[] read(FileLayer files, Path file, int maxBytes) throws IOException {
		try (InputStream in = files.read(file)) {
			byte[] content = in.readNBytes(maxBytes);
			if (in.read() >= 0) throw new IOException("The file holds more than " + maxBytes + " bytes.");
			return content;
		}
	}

	/** Writes and forces a new file, or empties the old one for it. @throws IOException if that fails */
	public static void write(FileLayer files, Path file, byte[] content) throws IOException {
		try (OpenFile out = files.create(file)) {
			out.write(ByteBuffer.wrap(content));
			out.force();
		}
	}

	/** Removes what a failure left half done; should that fail too, the first failure says so. */
	public static void drop(FileLayer files, Path file, Exception failure) {
		try {
			files.delete(file);
		} catch (IOException e) {
			failure.addSuppressed(e);
		}
	}

	/** The file as a stream; closing the stream leaves the file open. */
	public static OutputStream stream(OpenFile file) {
		return new OutputStream() {
			@Override
			public void write(int b) throws IOException {
				write(new byte[]{(byte) b}, 0, 1);
			}

			@Override
			public void write(byte[] bytes, int from, int count) throws IOException {
				file.write(ByteBuffer.wrap(bytes, from, count));
			}
		};
	}
}
