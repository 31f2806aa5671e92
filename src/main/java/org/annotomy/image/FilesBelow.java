package org.annotomy.image;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Finds files in a folder and below. What may not be entered is passed over: a stick or disc has folders that are for the system alone.
 * Links to folders are not followed.
 */
public final class FilesBelow {

	private FilesBelow() {}

	/**
	 * @param depth 1 for the files of the folder itself
	 * @param most the search ends with so many
	 * @throws IOException if the folder itself cannot be read
	 */
	public static List<Path> of(Path folder, int depth, int most, Predicate<Path> wanted) throws IOException {
		return of(folder, depth, most, () -> true, wanted);
	}

	/** As {@link #of(Path, int, int, Predicate)}. @param goOn asked at each file and folder; the search ends where it is false */
	public static List<Path> of(Path folder, int depth, int most, BooleanSupplier goOn, Predicate<Path> wanted)
			throws IOException {
		Walk walk = new Walk(folder, most, goOn, wanted);
		Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), depth, walk);
		return walk.found;
	}

	/** Goes on where it is not let in; only for the folder itself that is a failure. */
	static final class Walk extends SimpleFileVisitor<Path> {

		private final List<Path> found = new ArrayList<>();
		private final Path folder;
		private final int most;
		private final BooleanSupplier goOn;
		private final Predicate<Path> wanted;

		Walk(Path folder, int most, BooleanSupplier goOn, Predicate<Path> wanted) {
			this.folder = folder;
			this.most = most;
			this.goOn = goOn;
			this.wanted = wanted;
		}

		@Override
		public FileVisitResult preVisitDirectory(Path entered, BasicFileAttributes attributes) {
			return goOn.getAsBoolean() ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
		}

		@Override
		public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
			if (!goOn.getAsBoolean()) return FileVisitResult.TERMINATE;
			if (Files.isRegularFile(file) && wanted.test(file)) found.add(file);
			return found.size() < most ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
		}

		@Override
		public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
			if (file.equals(folder)) throw failure;
			return FileVisitResult.CONTINUE;
		}

		@Override
		public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
			if (failure != null && visited.equals(folder)) throw failure;
			return FileVisitResult.CONTINUE;
		}
	}
}
