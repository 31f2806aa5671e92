package org.annotomy.image.nifti;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Which files belong to a NIfTI: one, or a {@code .hdr} with an {@code .img} beside it, each perhaps packed by gzip. */
final class NiftiFiles {

	private static final int BUFFER = 1 << 16;

	private NiftiFiles() {}

	/** The file itself, or the header beside a chosen {@code .img}. */
	static Path header(Path chosen) {
		String lower = lowerName(chosen);
		if (!lower.endsWith(".img") && !lower.endsWith(".img.gz")) return chosen;
		return sibling(chosen, "hdr").orElse(chosen);
	}

	/** The {@code .img} of a {@code .hdr}. */
	static Optional<Path> pixels(Path header) {
		String lower = lowerName(header);
		return lower.endsWith(".hdr") || lower.endsWith(".hdr.gz") ? sibling(header, "img") : Optional.empty();
	}

	private static String lowerName(Path file) {
		return file.getFileName().toString().toLowerCase(Locale.ROOT);
	}

	private static Optional<Path> sibling(Path file, String ending) {
		String name = file.getFileName().toString();
		String stem = name.substring(0, name.length() - (lowerName(file).endsWith(".gz") ? 6 : 3));
		for (String candidate : new String[]{ending, ending + ".gz", ending.toUpperCase(Locale.ROOT)})
			if (Files.isRegularFile(file.resolveSibling(stem + candidate)))
				return Optional.of(file.resolveSibling(stem + candidate));
		return Optional.empty();
	}

	static boolean isPacked(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return in.read() == 0x1f && in.read() == 0x8b;
		}
	}

	/** The bytes of the file, unpacked. */
	static InputStream open(Path file) throws IOException {
		boolean packed = isPacked(file);
		InputStream in = Files.newInputStream(file);
		try {
			return packed ? new GZIPInputStream(in, BUFFER) : in;
		} catch (IOException e) {
			in.close();
			throw e;
		}
	}

	/** The first bytes, unpacked; fewer than a header has if the file is short or damaged before. */
	static byte[] start(Path file) throws IOException {
		byte[] bytes = new byte[NiftiHeader.BYTES_2];
		int length = 0;
		try (InputStream in = open(file)) {
			for (int n; length < bytes.length && (n = in.read(bytes, length, bytes.length - length)) >= 0;)
				length += n;
		} catch (ZipException | EOFException e) {
			return Arrays.copyOf(bytes, length);
		}
		return Arrays.copyOf(bytes, length);
	}
}
