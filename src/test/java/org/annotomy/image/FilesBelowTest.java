package org.annotomy.image;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assume.assumeFalse;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.annotomy.dicom.DicomImageReader;
import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.dicom.transfer.FilesToSend;
import org.annotomy.task.Progress;
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

	/** As on sticks: System Volume Information of Windows, .Trashes of macOS. The superuser enters everything. */
	@Test
	public void foldersOfTheSystemArePassedOver() throws IOException {
		assumeTrue(Files.getFileStore(root).supportsFileAttributeView("posix"));
		SyntheticSlice.write(root, "image", SyntheticSlice.at(0, 1));
		Path closed = Files.createDirectory(root.resolve("System Volume Information"), PosixFilePermissions
				.asFileAttribute(PosixFilePermissions.fromString("---------")));
		assumeFalse(Files.isReadable(closed));
		assertEquals(List.of("a", "b", "c", "image"), names(9, 9));
		assertThrows(IOException.class, () -> FilesBelow.of(closed, 9, 9, file -> true));
		Files.write(root.resolve("DICOMDIR"), new byte[0]);
		assertEquals("all below the folder", 1, new DicomImageReader().read(root, Progress.NONE).size());
		assertEquals(1, FilesToSend.in(root, Progress.NONE).files().size());
	}
}
