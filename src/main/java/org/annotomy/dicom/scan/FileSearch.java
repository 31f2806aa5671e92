package org.annotomy.dicom.scan;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.annotomy.dicom.directory.DicomDirectory;
import org.annotomy.image.CompanionFiles;
import org.annotomy.image.ImageFormatException;
import org.annotomy.image.ReadFailure;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;

/**
 * Finds the files to look at: those below folders, those that a DICOMDIR names, the members of zip archives. Links are followed, but no
 * folder is entered twice; hidden files and what this program writes beside images are passed over.
 */
final class FileSearch {

	private static final String DICOMDIR = "DICOMDIR";
	private static final int MAX_DEPTH = 64;
	private static final int MAX_FILES = 500_000;
	private static final int TOLD_EVERY = 200;

	private final Progress progress;
	private final Archives archives;
	private final Set<FoundFile> files = new HashSet<>();
	private final List<FoundFile> inOrder = new ArrayList<>();
	private final Set<Object> entered = new HashSet<>();
	private final Map<FoundFile, String> problems = new LinkedHashMap<>();

	FileSearch(Archives archives, Progress progress) {
		this.archives = archives;
		this.progress = progress;
	}

	/** Everything that was found so far, in the order in which it was found. */
	List<FoundFile> files() {
		return inOrder;
	}

	/** What could not be looked into, and why. */
	Map<FoundFile, String> problems() {
		return problems;
	}

	/** @throws ImageFormatException if there are too many files */
	void add(Path asked) throws IOException {
		if (Files.isDirectory(asked)) {
			walk(asked);
			return;
		}
		BasicFileAttributes attributes = Files.readAttributes(asked, BasicFileAttributes.class);
		if (isDirectoryFile(asked)) addDirectory(asked, attributes);
		else add(asked, attributes);
	}

	private static boolean isDirectoryFile(Path file) {
		return file.getFileName().toString().equalsIgnoreCase(DICOMDIR);
	}

	/** If the directory is broken it says nothing of the files beside it. */
	private void addDirectory(Path file, BasicFileAttributes attributes) throws IOException {
		try {
			DicomDirectory.Files named = DicomDirectory.read(file).files();
			for (Path one : named.found())
				add(one, Files.readAttributes(one, BasicFileAttributes.class));
			if (named.missing() > 0)
				problems.put(found(file, attributes), "The DICOMDIR names " + named.missing() + " files that are not there.");
			if (!named.found().isEmpty()) return;
		} catch (ImageFormatException e) {
			problems.put(found(file, attributes), "The DICOMDIR cannot be read; all files of its folder were looked at instead.");
		}
		walk(file.toAbsolutePath().getParent());
	}

	private void walk(Path folder) throws IOException {
		Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), MAX_DEPTH, new Visitor(folder));
	}

	private void add(Path file, BasicFileAttributes attributes) throws IOException {
		progress.checkCancelled();
		if (file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".zip") && ZipMembers.isArchive(file))
			addArchive(file, attributes);
		else
			add(found(file, attributes));
		if (inOrder.size() > MAX_FILES)
			throw new ImageFormatException("There are more than " + MAX_FILES + " files. Choose one of the sub-folders.");
	}

	private void addArchive(Path archive, BasicFileAttributes attributes) throws IOException {
		try {
			for (FoundFile member : archives.of(archive).files())
				if (!isPassedOver(member.name())) add(member);
		} catch (IOException | RuntimeException e) {
			if (e instanceof CancelledException cancelled) throw cancelled;
			problems.put(found(archive, attributes), ReadFailure.words(e));
		}
	}

	private void add(FoundFile file) {
		if (!files.add(file)) return;
		inOrder.add(file);
		if (inOrder.size() % TOLD_EVERY == 0)
			progress.update(-1, String.format(Locale.ROOT, "Looking for files: %,d", inOrder.size()));
	}

	private static FoundFile found(Path file, BasicFileAttributes attributes) {
		return new FoundFile(file, null, attributes.size(), attributes.lastModifiedTime().toMillis());
	}

	private static boolean isPassedOver(String name) {
		return name.startsWith(".") || CompanionFiles.isOne(name) || name.equalsIgnoreCase(DICOMDIR);
	}

	/** Enters what can be entered, once. */
	private final class Visitor extends SimpleFileVisitor<Path> {

		private final Path root;

		Visitor(Path root) {
			this.root = root;
		}

		@Override
		public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
			progress.checkCancelled();
			boolean hidden = !folder.equals(root) && folder.getFileName().toString().startsWith(".");
			Object key = attributes.fileKey() == null ? folder.toRealPath() : attributes.fileKey();
			return !hidden && entered.add(key) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
		}

		@Override
		public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
			if (attributes.isRegularFile() && !isPassedOver(file.getFileName().toString()))
				add(file, attributes);
			if (attributes.isSymbolicLink()) problems.put(new FoundFile(file, null, 0, 0), ReadFailure.DEAD_LINK);
			return FileVisitResult.CONTINUE;
		}

		/** A loop of links, a link to nothing, or a folder that may not be entered. */
		@Override
		public FileVisitResult visitFileFailed(Path file, IOException failure) {
			if (!(failure instanceof java.nio.file.FileSystemLoopException))
				problems.put(new FoundFile(file, null, 0, 0), ReadFailure.words(failure));
			return FileVisitResult.CONTINUE;
		}
	}
}
