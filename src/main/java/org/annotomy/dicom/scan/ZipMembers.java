package org.annotomy.dicom.scan;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.annotomy.dicom.part10.ByteSource;
import org.annotomy.image.ImageFormatException;
import org.annotomy.task.Progress;
import org.annotomy.task.WatchedCopy;

/**
 * The files of a zip archive, opened without unpacking the archive. Their names are never used as paths, and nothing is believed of the
 * sizes that they claim: what is inflated is counted. Safe for use by several threads.
 */
final class ZipMembers implements Closeable {

	private static final String BROKEN = "A file of the zip archive is broken.";
	private static final String GROWS = "A file of the zip archive grows beyond the size that it states; it is not opened.";
	private static final int MAX_MEMBERS = 100_000;
	private static final long MAX_BYTES = 8L << 30;
	private static final long MAX_RATIO = 1000;
	private static final long ALWAYS_ALLOWED = 64 << 20;

	private final Path archive;
	private final ZipFile zip;

	private ZipMembers(Path archive, ZipFile zip) {
		this.archive = archive;
		this.zip = zip;
	}

	/** Whether the file begins like a zip archive. */
	static boolean isArchive(Path file) throws IOException {
		if (!Files.isRegularFile(file)) return false;
		try (InputStream in = Files.newInputStream(file)) {
			byte[] start = in.readNBytes(4);
			return start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4;
		}
	}

	/** @throws ImageFormatException if the archive is broken or encrypted */
	static ZipMembers open(Path archive) throws IOException {
		try {
			return new ZipMembers(archive, zipFile(archive));
		} catch (FileSystemException e) {
			throw e;
		} catch (IOException | RuntimeException e) {
			throw new ImageFormatException("The zip archive is broken, cut off or encrypted.", e);
		}
	}

	/** Names are UTF-8, or whatever the program that packed them used. */
	private static ZipFile zipFile(Path archive) throws IOException {
		try {
			return new ZipFile(archive.toFile(), StandardCharsets.UTF_8);
		} catch (ZipException | IllegalArgumentException e) {
			Charset any = StandardCharsets.ISO_8859_1;
			return new ZipFile(archive.toFile(), any);
		}
	}

	/**
	 * All members that are files.
	 *
	 * @throws ImageFormatException if there are too many
	 */
	List<FoundFile> files() throws IOException {
		if (zip.size() > MAX_MEMBERS)
			throw new ImageFormatException("The zip archive holds more than " + MAX_MEMBERS + " files.");
		long modified = Files.getLastModifiedTime(archive).toMillis();
		List<FoundFile> files = new ArrayList<>();
		for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements();) {
			ZipEntry entry = entries.nextElement();
			if (!entry.isDirectory() && entry.getSize() > 0)
				files.add(new FoundFile(archive, entry.getName(), entry.getSize(), modified));
		}
		return files;
	}

	/** The beginning of a member, inflated as far as somebody reads; to be closed. */
	ByteSource header(String member) throws IOException {
		ZipEntry entry = entry(member);
		try {
			return new MemberSource(zip.getInputStream(entry), entry.getSize());
		} catch (ZipException | EOFException e) {
			throw new ImageFormatException(BROKEN, e);
		}
	}

	/** What tells a member's bytes from others: its checksum and size. */
	String mark(String member) throws IOException {
		ZipEntry entry = entry(member);
		return Long.toHexString(entry.getCrc()) + "-" + entry.getSize();
	}

	private ZipEntry entry(String member) throws ImageFormatException {
		ZipEntry entry = zip.getEntry(member);
		if (entry == null) throw new ImageFormatException("The zip archive has changed since it was looked at. Open it again.");
		return entry;
	}

	/**
	 * Unpacks a member.
	 *
	 * @param target a new file; it is not there if this fails
	 * @throws ImageFormatException if the member is not what was packed, or grows beyond all bounds
	 */
	void unpack(String member, Path target, Progress progress) throws IOException {
		ZipEntry entry = entry(member);
		boolean done = false;
		CRC32 sum = new CRC32();
		try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), sum);
				OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
			long most = limit(entry);
			WatchedCopy.copy(in, out, bytes -> {
				progress.checkCancelled();
				if (bytes > most) throw new ImageFormatException(GROWS);
			});
			if (entry.getCrc() >= 0 && entry.getCrc() != sum.getValue()) throw new ImageFormatException(BROKEN);
			done = true;
		} catch (ZipException | EOFException e) {
			throw new ImageFormatException(BROKEN, e);
		} finally {
			if (!done) Files.deleteIfExists(target);
		}
	}

	private static long limit(ZipEntry entry) {
		long byRatio = Math.max(ALWAYS_ALLOWED, MAX_RATIO * Math.max(0, entry.getCompressedSize()));
		return Math.min(Math.min(MAX_BYTES, byRatio), Math.max(0, entry.getSize()));
	}

	@Override
	public void close() throws IOException {
		zip.close();
	}
}
