package org.annotomy.ui.drop;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.image.FilesBelow;
import org.annotomy.image.ImageReader;
import org.annotomy.image.ImageReaders;
import org.annotomy.image.MedicalImage;
import org.annotomy.slide.SlideReaders;
import org.annotomy.slide.mirax.MiraxWriter;
import org.annotomy.slide.tiff.ScannerFiles;
import org.annotomy.task.Progress;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class DropChoiceTest {

	@Rule
	public final TemporaryFolder temporary = new TemporaryFolder();

	private Path root() {
		return temporary.getRoot().toPath();
	}

	private static DropChoice choice(Path... dropped) {
		return DropChoice.of(List.of(dropped), ImageReaders.discover());
	}

	private void assertOurs(Path one) {
		assertEquals(List.of(one), choice(one).ours());
	}

	private void assertTheirs(Path one) {
		assertEquals(List.of(one), choice(one).theirs());
	}

	private Path write(String name, String bytes) throws IOException {
		Path file = root().resolve(name);
		Files.createDirectories(file.getParent());
		return Files.write(file, bytes.getBytes(StandardCharsets.ISO_8859_1));
	}

	@Test
	public void medicalFilesAreOurs() throws IOException {
		assertOurs(SyntheticSlice.write(root(), "IM0001", SyntheticSlice.at(1, 1)));
		assertOurs(write("a.nrrd", "NRRD0004\n"));
		assertOurs(write("a.mha", "ObjectType = Image\nNDims = 3\n"));
	}

	/** ImageJ would open the preview that an MRXS file is, or the label of another scanner's file. */
	@Test
	public void scannersFilesAreOursAlsoIfTheyCannotBeOpened() throws IOException {
		assertOurs(new MiraxWriter().write(root(), "slide"));
		assertOurs(write("alone.mrxs", "\u00ff\u00d8\u00ff"));
		assertOurs(ScannerFiles.ndpi(root().resolve("slide.ndpi")));
		assertOurs(ScannerFiles.unknownNdpi(root().resolve("other.ndpi")));
	}

	@Test
	public void everydayFilesAreLeftToImageJ() throws IOException {
		assertTheirs(write("a.tif", "II*\0aaaa"));
		assertTheirs(write("a.png", "\u0089PNGaaaa"));
		assertTheirs(write("a.ijm", "print(1);"));
		assertTheirs(write("a.roi", "Iout"));
		assertTheirs(root().resolve("not there"));
		assertTheirs(write("empty", ""));
	}

	@Test
	public void aFolderIsOursIfAnythingInItIs() throws IOException {
		write("photos/a.png", "\u0089PNGaaaa");
		assertTheirs(root().resolve("photos"));
		Path deep = Files.createDirectories(root().resolve("photos/x/y"));
		SyntheticSlice.write(deep, "IM1", SyntheticSlice.at(1, 1));
		assertOurs(root().resolve("photos"));
	}

	@Test
	public void archivesAreToldByWhatTheyHold() throws IOException {
		byte[] slice = Files.readAllBytes(SyntheticSlice.write(root(), "s", SyntheticSlice.at(1, 1)));
		assertOurs(zip("study.zip", "DICOM/IM1", slice));
		assertOurs(zip("volume.zip", "brain.nii.gz", new byte[]{1}));
		assertTheirs(zip("RoiSet.zip", "0001.roi", "Iout".getBytes(StandardCharsets.US_ASCII)));
		assertTheirs(zip("image.zip", "image.tif", "II*\0".getBytes(StandardCharsets.US_ASCII)));
		assertTheirs(write("broken.zip", "PK\3\4 no"));
	}

	private Path zip(String name, String member, byte[] bytes) throws IOException {
		Path file = root().resolve(name);
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
			out.putNextEntry(new ZipEntry(member));
			out.write(bytes);
			out.closeEntry();
		}
		return file;
	}

	@Test
	public void aMixtureIsTakenApart() throws IOException {
		Path slice = SyntheticSlice.write(root(), "IM0001", SyntheticSlice.at(1, 1));
		Path photo = write("a.tif", "II*\0aaaa");
		DropChoice both = choice(photo, slice);
		assertEquals(List.of(slice), both.ours());
		assertEquals(List.of(photo), both.theirs());
	}

	/** Waits for ever unless it is let go. */
	private static final class Silent implements ImageReader {

		private final CountDownLatch answers = new CountDownLatch(1);

		@Override
		public String formatName() {
			return "a disk that does not answer";
		}

		@Override
		public boolean recognises(Path fileOrFolder) {
			if (!fileOrFolder.endsWith("silent")) return fileOrFolder.toString().endsWith(".ours");
			try {
				answers.await();
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			}
			return false;
		}

		@Override
		public List<MedicalImage> read(Path fileOrFolder, Progress progress) {
			throw new UnsupportedOperationException();
		}
	}

	private static final SlideReaders NO_SLIDES = new SlideReaders(List.of());

	@Test(timeout = 20_000)
	public void aDiskThatDoesNotAnswerHoldsNobodyUp() throws IOException {
		Silent silent = new Silent();
		List<Path> dropped = List.of(write("a.ours", "1"), write("silent", "2"), write("b.ours", "3"), write("c.tif", "4"));
		DropChoice choice = DropChoice.of(dropped, new ImageReaders(List.of(silent)), NO_SLIDES, 300);
		assertEquals("what could not be looked at goes where the file before it went", new DropChoice(dropped, List.of()),
				choice);
		silent.answers.countDown();
		choice = DropChoice.of(dropped, new ImageReaders(List.of(silent)), NO_SLIDES, 15_000);
		assertEquals(List.of(dropped.get(0), dropped.get(2)), choice.ours());
	}

	/** Nothing but folders: what is counted in them must not be their files alone. */
	@Test(timeout = 20_000)
	public void manyFoldersAreNotWalkedThrough() throws IOException {
		for (int i = 0; i < 300; i++)
			Files.createDirectories(root().resolve("tree/d" + i));
		AtomicInteger folders = new AtomicInteger();
		List<Path> found = FilesBelow.of(root().resolve("tree"), 8, 1, () -> folders.incrementAndGet() < 50, file -> true);
		assertEquals(List.of(), found);
		assertEquals(50, folders.get());
	}
}
