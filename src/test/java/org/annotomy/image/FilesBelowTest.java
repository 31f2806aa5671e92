package org.annotomy.image;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class FilesBelowTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();
	private Path root;

	@Before
	public void fill() throws IOException {
		root = folder.getRoot().toPath();
		for (String name : List.of("a", "sub/b", "sub/deep/c")) {
			Files.createDirectories(root.resolve(name).getParent());
			Files.write(root.resolve(name), new byte[0]);
		}
	}

	private List<String> names(int depth, int most) throws IOException {
		return FilesBelow.of(root, depth, most, file -> true).stream().map(file -> file.getFileName().toString()).sorted()
				.toList();
	}

	@Test
	public void filesAreFoundDownToADepthAndUpToANumber() throws IOException {
		assertEquals(List.of("a"), names(1, 9));
		assertEquals(List.of("a", "b"), names(2, 9));
		assertEquals(List.of("a", "b", "c"), names(3, 9));
		assertEquals(2, names(3, 2).size());
		assertEquals(List.of(root.resolve("sub/b")), FilesBelow.of(root, 9, 9, file -> file.endsWith("b")));
		assertThrows(NoSuchFileException.class, () -> FilesBelow.of(root.resolve("none"), 1, 1, file -> true));
	}

	@Test
	public void linksToFilesCountButLinksToFoldersAreNotFollowed() throws IOException {
		Files.createSymbolicLink(root.resolve("link"), root.resolve("sub/b"));
		Files.createSymbolicLink(root.resolve("round"), root);
		Files.createSymbolicLink(root.resolve("nowhere"), root.resolve("gone"));
		assertEquals(List.of("a", "b", "c", "link"), names(9, 9));
	}

	/**
	 * As on sticks: System Volume Information of Windows, .Trashes of macOS. What the system would say is said here, for a superuser, as
	 * whom tests may run, is let in everywhere.
	 */
	@Test
	public void foldersOfTheSystemArePassedOver() throws IOException {
		FilesBelow.Walk walk = new FilesBelow.Walk(root, 9, () -> true, file -> true);
		Path closed = root.resolve("System Volume Information");
		AccessDeniedException denied = new AccessDeniedException("not let in");
		assertEquals(FileVisitResult.CONTINUE, walk.visitFileFailed(closed, denied));
		assertEquals(FileVisitResult.CONTINUE, walk.postVisitDirectory(closed, denied));
		assertEquals(denied, assertThrows(IOException.class, () -> walk.visitFileFailed(root, denied)));
		assertEquals(denied, assertThrows(IOException.class, () -> walk.postVisitDirectory(root, denied)));
	}
}
