package org.annotomy.image;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.annotomy.task.Progress;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What is said of files and folders that no reader knows. */
public class ImageReadersTest {

	@Rule
	public TemporaryFolder temporary = new TemporaryFolder();

	private static String refusal(Path unknown) {
		return assertThrows(ImageFormatException.class, () -> ImageReaders.discover().read(unknown, Progress.NONE)).getMessage();
	}

	@Test
	public void aFolderWithoutSeriesIsCalledAFolder() throws Exception {
		Path folder = temporary.newFolder("photos").toPath();
		Files.writeString(folder.resolve("a.png"), "no picture");
		String message = refusal(folder);
		assertTrue(message, message.startsWith("This folder holds no series of images."));
		assertTrue(message, message.contains("open other images one by one"));
	}

	@Test
	public void anEmptyFileIsCalledEmpty() throws Exception {
		assertEquals("This file is empty: it has no bytes.", refusal(temporary.newFile("scan.png").toPath()));
	}

	@Test
	public void anUnknownFileGetsTheKnownFormats() throws Exception {
		Path file = Files.writeString(temporary.getRoot().toPath().resolve("x.dcm"), "hello");
		assertTrue(refusal(file), refusal(file).startsWith("No reader knows this file. Known formats: DICOM, "));
	}
}
