package org.annotomy.dicom.scan;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.image.ImageFormatException;
import org.annotomy.image.ImageReaders;
import org.annotomy.task.Progress;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Zip archives, honest and hostile. */
public class ZipScanTest {

	private static final List<org.annotomy.image.ImageReader> READERS = ImageReaders.discover().readers();

	@Rule
	public final TemporaryFolder temporary = new TemporaryFolder();

	private Path archive() {
		return temporary.getRoot().toPath().resolve("study.ZIP");
	}

	private StudyScan scan() throws IOException {
		StudyScan scan = StudyScan.with(null, List.of(archive()), READERS);
		scan.run(Progress.NONE);
		return scan;
	}

	private byte[] slice(int number) throws IOException {
		return Files.readAllBytes(SyntheticSlice.write(temporary.newFolder().toPath(), "s", SyntheticSlice.at(number, number)
				.set("InstanceNumber", number)));
	}

	private void write(Object... namesAndBytes) throws IOException {
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(archive()))) {
			for (int i = 0; i < namesAndBytes.length; i += 2) {
				out.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
				out.write((byte[]) namesAndBytes[i + 1]);
				out.closeEntry();
			}
		}
	}

	@Test
	public void aSeriesInAnArchiveIsListedAndUnpackedExactly() throws IOException {
		write("DICOM/B", slice(2), "DICOM/A", slice(1), "readme.txt", new byte[]{1, 2, 3}, "brain.nii.gz", new byte[]{4, 5});
		try (StudyScan scan = scan()) {
			FoundSeries series = scan.series("2.25.5101").get(0);
			assertEquals(List.of("A", "B"), series.files().stream().map(FoundFile::name).toList());
			assertEquals("brain.nii.gz", scan.series(FoundStudy.FILES).get(0).row().description());
			assertEquals(1, scan.unknown());
			Path target = temporary.getRoot().toPath().resolve("out");
			scan.unpack(series.files().get(1), target, Progress.NONE);
			assertArrayEquals(slice(2), Files.readAllBytes(target));
		}
	}

	@Test
	public void namesThatLeadElsewhereAreNames() throws IOException {
		write("../../../evil.dcm", slice(1), "/etc/evil", slice(2), "C:\\evil", slice(3));
		try (StudyScan scan = scan()) {
			assertEquals(3, scan.series("2.25.5101").get(0).images());
			assertEquals(List.of("evil.dcm", "evil", "evil"),
					scan.series("2.25.5101").get(0).files().stream().map(FoundFile::name).toList());
		}
		assertFalse(Files.exists(temporary.getRoot().toPath().getParent().resolve("evil.dcm")));
	}

	@Test
	public void aBombIsListedButNotUnpacked() throws IOException {
		byte[] head = slice(1);
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(archive()))) {
			out.putNextEntry(new ZipEntry("bomb"));
			out.write(head);
			byte[] zeros = new byte[1 << 20];
			for (int i = 0; i < 100; i++)
				out.write(zeros);
			out.closeEntry();
		}
		try (StudyScan scan = scan()) {
			FoundSeries series = scan.series("2.25.5101").get(0);
			assertEquals(1, series.images());
			Path target = temporary.getRoot().toPath().resolve("out");
			ImageFormatException refused = assertThrows(ImageFormatException.class,
					() -> scan.unpack(series.files().get(0), target, Progress.NONE));
			assertTrue(refused.getMessage(), refused.getMessage().contains("grows beyond"));
			assertFalse(Files.exists(target));
		}
	}

	/** The size that the directory of the archive claims is smaller than what comes. */
	@Test
	public void aSizeThatLiesIsNotBelieved() throws IOException {
		byte[] image = slice(1);
		write("a", image);
		byte[] bytes = Files.readAllBytes(archive());
		int central = lastIndexOf(bytes, new byte[]{'P', 'K', 1, 2});
		try (RandomAccessFile file = new RandomAccessFile(archive().toFile(), "rw")) {
			file.seek(central + 24);
			file.write(new byte[]{(byte) (image.length - 10), (byte) (image.length - 10 >> 8), 0, 0});
		}
		try (StudyScan scan = scan()) {
			Path target = temporary.getRoot().toPath().resolve("out");
			List<FoundFile> files = scan.studies().get(0).series().get(0).files();
			assertThrows(IOException.class, () -> scan.unpack(files.get(0), target, Progress.NONE));
			assertFalse(Files.exists(target));
		}
	}

	/** A stored file with one bit flipped: nothing but its checksum tells. */
	@Test
	public void aFileThatIsNotWhatWasPackedIsBroken() throws IOException {
		byte[] image = slice(1);
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(archive()))) {
			out.setLevel(0);
			out.putNextEntry(new ZipEntry("a"));
			out.write(image);
			out.closeEntry();
		}
		byte[] bytes = Files.readAllBytes(archive());
		int last = lastIndexOf(bytes, Arrays.copyOfRange(image, image.length - 8, image.length));
		bytes[last + 3] ^= 0x40;
		Files.write(archive(), bytes);
		try (StudyScan scan = scan()) {
			Path target = temporary.getRoot().toPath().resolve("out");
			List<FoundFile> files = scan.studies().get(0).series().get(0).files();
			assertThrows(ImageFormatException.class, () -> scan.unpack(files.get(0), target, Progress.NONE));
			assertFalse(Files.exists(target));
		}
	}

	private static int lastIndexOf(byte[] bytes, byte[] wanted) {
		return new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf(new String(wanted, StandardCharsets.ISO_8859_1));
	}

	@Test
	public void brokenArchivesSayThatTheyAre() throws IOException {
		write("a", slice(1), "b", slice(2));
		byte[] good = Files.readAllBytes(archive());
		Random random = new Random(20261127);
		for (int i = 0; i < 200; i++) {
			byte[] bad = Arrays.copyOf(good, i % 5 == 0 ? 4 + random.nextInt(good.length - 4) : good.length);
			for (int k = 0; k <= i % 7; k++)
				bad[4 + random.nextInt(bad.length - 4)] = (byte) random.nextInt();
			Files.write(archive(), bad);
			try (StudyScan scan = scan()) {
				for (FoundStudy study : scan.studies())
					for (FoundSeries series : scan.series(study.uid()))
						assertTrue("mutation " + i, series.isOpenable() || !series.row().problem().isEmpty());
			}
		}
	}

	@Test
	public void anArchiveBesideGoodFilesHidesNone() throws IOException {
		try (OutputStream out = Files.newOutputStream(archive())) {
			out.write("PK\3\4 and nothing".getBytes(StandardCharsets.ISO_8859_1));
		}
		Path good = temporary.getRoot().toPath().resolve("good");
		Files.write(good, slice(1));
		StudyScan scan = StudyScan.with(null, List.of(temporary.getRoot().toPath()), READERS);
		scan.run(Progress.NONE);
		assertTrue(scan.series("2.25.5101").get(0).images() >= 1);
		assertEquals("The zip archive is broken, cut off or encrypted.",
				scan.series(FoundStudy.REFUSED).get(0).row().problem());
	}
}
