package org.annotomy.dicom.scan;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.image.ImageReaders;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class HeaderCacheTest {

	private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
	private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-27T12:00:00Z"), ZoneOffset.UTC);

	@Rule
	public final TemporaryFolder temporary = new TemporaryFolder();

	private Path cacheFolder() {
		return temporary.getRoot().toPath().resolve("cache");
	}

	private Path images() throws IOException {
		return Files.createDirectories(temporary.getRoot().toPath().resolve("Planted_Jane_Folder"));
	}

	private Path write(String name, String series, int value) throws IOException {
		Path file = SyntheticSlice.write(images(), name, SyntheticSlice.at(value, value).set("SeriesInstanceUID", series)
				.set("PatientName", "Planted^Jane").set("PatientID", "PLANTED-4711").set("PatientBirthDate", "19610211")
				.set("StudyDescription", "Planted words").set("AccessionNumber", "PLANTED12").set("StudyDate", "20240131")
				.set("Modality", "CT"));
		Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
		return file;
	}

	private StudyScan scan() throws IOException {
		return scan(Progress.NONE);
	}

	private StudyScan scan(Progress progress) throws IOException {
		StudyScan scan = StudyScan.with(HeaderCache.open(cacheFolder(), NOW), List.of(images()),
				ImageReaders.discover().readers());
		scan.run(progress);
		return scan;
	}

	private static String text(StudyScan scan) {
		StringBuilder text = new StringBuilder();
		for (FoundStudy study : scan.studies())
			for (FoundSeries series : scan.series(study.uid()))
				text.append(study.row().patient().name()).append(' ').append(study.row().description()).append(' ')
						.append(series.row().description()).append(' ').append(series.key()).append(' ')
						.append(series.row().images())
						.append(' ').append(series.row().problem()).append('\n');
		return text.toString();
	}

	@Test
	public void aSecondScanSaysTheSameWithoutReadingTheFilesAgain() throws IOException {
		for (int i = 1; i <= 6; i++)
			write("f" + i, "2.25.7" + i % 2, i);
		String first = text(scan());
		assertTrue(first, first.startsWith("Planted^Jane Planted words Secret words 2.25.70 3"));
		HeaderCache cache = HeaderCache.open(cacheFolder(), NOW);
		FoundFile known = new FoundFile(images().resolve("f1"), null, Files.size(images().resolve("f1")),
				LONG_AGO.toEpochMilli());
		assertNotNull(cache.get(known));
		// All but the first file of each series are replaced by zeros of the same size and time: nobody looks at them.
		for (String name : List.of("f1", "f2", "f3", "f4")) {
			Files.write(images().resolve(name), new byte[(int) Files.size(images().resolve(name))]);
			Files.setLastModifiedTime(images().resolve(name), FileTime.from(LONG_AGO));
		}
		assertEquals(first, text(scan()));
	}

	@Test
	public void aChangedFileIsReadAgain() throws IOException {
		write("f1", "2.25.71", 1);
		write("f2", "2.25.71", 2);
		scan();
		Path changed = write("f2", "2.25.72", 2);
		Files.setLastModifiedTime(changed, FileTime.from(LONG_AGO.plusSeconds(1)));
		assertTrue(text(scan()), text(scan()).contains("2.25.72 1 "));
		Files.delete(changed);
		assertFalse(text(scan()).contains("2.25.72"));
	}

	@Test
	public void aFileThatWasChangedJustNowIsNotRemembered() throws IOException {
		Path file = write("f1", "2.25.71", 1);
		Files.setLastModifiedTime(file, FileTime.from(NOW.instant().minusMillis(500)));
		scan();
		FoundFile found = new FoundFile(file, null, Files.size(file), Files.getLastModifiedTime(file).toMillis());
		assertNull(HeaderCache.open(cacheFolder(), NOW).get(found));
	}

	/** A decoder may be installed before the next scan, or a disk be mended. */
	@Test
	public void whatIsRefusedForNowIsNotRemembered() throws IOException {
		FoundFile file = new FoundFile(images().resolve("f1"), null, 1000, LONG_AGO.toEpochMilli());
		HeaderCache cache = HeaderCache.open(cacheFolder(), NOW);
		cache.put(file, new FileFacts(FileFacts.Kind.DICOM, "", "There is no decoder.", "2.25.1", "2.25.2", "US", 1, 30));
		assertNull(cache.get(file));
		cache.put(file, FileFacts.broken("It cannot be read."));
		assertNull(cache.get(file));
		FileFacts report = new FileFacts(FileFacts.Kind.DICOM, "", "It holds no pixels.", "2.25.1", "2.25.2", "SR", 1, 0);
		cache.put(file, report);
		assertEquals("nothing will ever show pixels that are not there", report, cache.get(file));
	}

	@Test
	public void nothingOfThePatientIsInAnyByte() throws IOException {
		for (int i = 1; i <= 3; i++)
			write("Planted_Jane_" + i + ".dcm", "2.25.71", i);
		Files.write(images().resolve("Planted.nrrd"), "NRRD0004\nPlanted".getBytes(StandardCharsets.US_ASCII));
		text(scan());
		List<Path> written;
		try (Stream<Path> files = Files.walk(cacheFolder())) {
			written = files.filter(Files::isRegularFile).toList();
		}
		assertEquals(List.of(cacheFolder().resolve(HeaderCache.FILE)), written);
		String bytes = new String(Files.readAllBytes(written.get(0)), StandardCharsets.ISO_8859_1)
				.toLowerCase(java.util.Locale.ROOT);
		for (String planted : List.of("planted", "jane", "4711", "19610211", "20240131", "secret", "words",
				images().toString().toLowerCase(java.util.Locale.ROOT)))
			assertFalse(planted, bytes.contains(planted));
		assertTrue("but the series is", bytes.contains("2.25.71"));
	}

	@Test
	public void aBrokenCacheIsIgnoredAndWrittenAnew() throws IOException {
		write("f1", "2.25.71", 1);
		String expected = text(scan());
		byte[] good = Files.readAllBytes(cacheFolder().resolve(HeaderCache.FILE));
		Random random = new Random(20261127);
		for (int i = 0; i < 2_000; i++) {
			byte[] bad = java.util.Arrays.copyOf(good, i % 4 == 0 ? random.nextInt(good.length) : good.length);
			if (bad.length > 0) bad[random.nextInt(bad.length)] ^= (byte) (1 + random.nextInt(255));
			Files.write(cacheFolder().resolve(HeaderCache.FILE), bad);
			FoundFile file = new FoundFile(images().resolve("f1"), null, Files.size(images().resolve("f1")),
					LONG_AGO.toEpochMilli());
			assertNull("mutation " + i, HeaderCache.open(cacheFolder(), NOW).get(file));
		}
		assertEquals(expected, text(scan()));
		assertEquals(good.length, Files.size(cacheFolder().resolve(HeaderCache.FILE)));
	}

	@Test
	public void aCancelledScanLeavesAWholeCache() throws IOException {
		for (int i = 1; i <= 60; i++)
			write("f" + i, "2.25.71", i);
		AtomicInteger asked = new AtomicInteger();
		try {
			scan(new Progress() {
				@Override
				public void update(double fraction, String doing) {
					// Nobody watches.
				}

				@Override
				public boolean isCancelled() { return asked.incrementAndGet() > 90; }
			});
			throw new AssertionError("not cancelled");
		} catch (CancelledException e) {
			CacheFormat.Content content = CacheFormat.read(Files.readAllBytes(cacheFolder().resolve(HeaderCache.FILE)), 16);
			assertTrue("" + content.entries().size(), content.entries().size() >= 10 && content.entries().size() < 60);
		}
		assertTrue(text(scan()).contains("2.25.71 60 "));
	}

	@Test
	public void aCacheThatCannotBeWrittenIsNoFailure() throws IOException {
		write("f1", "2.25.71", 1);
		Files.writeString(cacheFolder(), "a file where the folder should be");
		assertTrue(text(scan()).contains("2.25.71 1 "));
	}
}
