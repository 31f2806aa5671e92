package org.annotomy.slide.pyramid;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.annotomy.digest.Sha256;
import org.annotomy.home.InUse;
import org.annotomy.home.UserFolder;
import org.annotomy.slide.FileImages;
import org.annotomy.slide.Slide;
import org.annotomy.slide.tiff.TiffSlideReader;
import org.annotomy.task.Progress;

/**
 * Pyramids that were made, in the user's folder, bounded in all: the ones that were not used for longest go first. A file is known by a
 * salted digest of its path, size and time of change, so that the names in the folder tell nothing.
 */
public final class PyramidCache {

	private static final long USUAL_BYTES = 8L << 30;
	private static final String SALT = "salt";
	private static final int SALT_BYTES = 16;
	private static final String ENDING = ".tif";
	private static final String UNFINISHED = ".part";

	private final Path folder;
	private final long maxBytes;

	PyramidCache(Path folder, long maxBytes) {
		this.folder = folder;
		this.maxBytes = maxBytes;
	}

	/**
	 * That of the user, of 8 GB. The system property {@code annotomy.pyramids} names another folder, {@code annotomy.pyramidsMb} another
	 * size.
	 */
	public static PyramidCache ofUser() {
		return new PyramidCache(UserFolder.of("pyramids"), Long.getLong("annotomy.pyramidsMb", USUAL_BYTES >> 20) << 20);
	}

	/** What makes a pyramid. */
	@FunctionalInterface
	interface Maker {
		void make(Path file, long maxBytes) throws IOException;
	}

	/**
	 * A pyramid that stays where it is until this is closed.
	 *
	 * @param use says so to others
	 */
	record Kept(Path file, InUse use) implements Closeable {

		/** The pyramid as a slide, which closes this. */
		Slide open(Progress progress) throws IOException {
			try {
				Slide slide = new TiffSlideReader().open(file, progress);
				return new RenamedSlide(slide, slide.facts(), this);
			} catch (IOException | RuntimeException e) {
				close();
				throw e;
			}
		}

		@Override
		public void close() throws IOException {
			use.close();
		}
	}

	/** The pyramid of a file with one image; made if it is not there. */
	Kept get(Path of, Maker maker, Progress progress) throws IOException {
		return get(of, FileImages.ONE, maker, progress);
	}

	/** Likewise, of the open one of the images of a file. */
	Kept get(Path of, FileImages images, Maker maker, Progress progress) throws IOException {
		UserFolder.makePrivate(folder);
		InUse.prepare(folder);
		Path kept = folder.resolve(name(of, images) + ENDING);
		InUse use = InUse.of(kept);
		try {
			if (Files.isRegularFile(kept)) Files.setLastModifiedTime(kept, FileTime.fromMillis(System.currentTimeMillis()));
			else make(kept, maker, progress);
			return new Kept(kept, use);
		} catch (IOException | RuntimeException e) {
			use.close();
			throw e;
		}
	}

	private void make(Path kept, Maker maker, Progress progress) throws IOException {
		progress.update(0, "Making a pyramid");
		deleteLeftovers();
		Path part = folder.resolve(UUID.randomUUID() + UNFINISHED);
		InUse making = InUse.of(part);
		try (making) {
			maker.make(part, maxBytes);
			makeRoom(Files.size(part));
			Files.move(part, kept, StandardCopyOption.REPLACE_EXISTING);
		} finally {
			Files.deleteIfExists(part);
		}
	}

	/** What a program that was killed has left. */
	private void deleteLeftovers() throws IOException {
		for (Path file : files(UNFINISHED))
			deleteUnlessUsed(file);
	}

	private List<Path> files(String ending) throws IOException {
		if (!Files.isDirectory(folder)) return List.of();
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(file -> file.toString().endsWith(ending)).toList();
		}
	}

	private void makeRoom(long bytes) throws IOException {
		long left = maxBytes - bytes;
		for (Path file : newestFirst()) {
			left -= size(file);
			if (left < 0) deleteUnlessUsed(file);
		}
	}

	private List<Path> newestFirst() throws IOException {
		return files(ENDING).stream().sorted(Comparator.comparing(PyramidCache::used).reversed()).toList();
	}

	private static FileTime used(Path file) {
		try {
			return Files.getLastModifiedTime(file);
		} catch (IOException e) {
			return FileTime.fromMillis(0);
		}
	}

	private static long size(Path file) throws IOException {
		try {
			return Files.size(file);
		} catch (NoSuchFileException e) {
			return 0;
		}
	}

	/** @return whether it was there and is gone */
	private static boolean deleteUnlessUsed(Path file) throws IOException {
		return !InUse.isUsed(file) && Files.deleteIfExists(file);
	}

	/** Deletes all pyramids but those in use, here or in another program. @return how many bytes became free */
	public long clear() throws IOException {
		long freed = 0;
		for (String ending : List.of(ENDING, UNFINISHED))
			for (Path file : files(ending)) {
				long size = size(file);
				if (deleteUnlessUsed(file)) freed += size;
			}
		return freed;
	}

	/** How many bytes the pyramids have together. */
	public long bytes() throws IOException {
		long bytes = 0;
		for (Path file : newestFirst())
			bytes += size(file);
		return bytes;
	}

	private String name(Path of, FileImages images) throws IOException {
		MessageDigest digest = Sha256.begin();
		digest.update(salt());
		digest.update(ByteBuffer.allocate(16).putLong(Files.size(of)).putLong(Files.getLastModifiedTime(of).toMillis()).flip());
		digest.update(images.sidecar(of.toRealPath()).toString().getBytes(StandardCharsets.UTF_8));
		return HexFormat.of().formatHex(digest.digest(), 0, 16);
	}

	private byte[] salt() throws IOException {
		Path file = folder.resolve(SALT);
		if (Files.isRegularFile(file) && Files.size(file) == SALT_BYTES) return Files.readAllBytes(file);
		byte[] salt = new byte[SALT_BYTES];
		new SecureRandom().nextBytes(salt);
		Files.write(file, salt);
		return salt;
	}
}
