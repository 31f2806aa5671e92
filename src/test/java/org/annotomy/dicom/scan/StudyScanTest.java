package org.annotomy.dicom.scan;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.dicom.part10.DicomDatasetBuilder;
import org.annotomy.dicom.part10.DicomWriter;
import org.annotomy.dicom.part10.TransferSyntax;
import org.annotomy.image.ImageReaders;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.annotomy.testing.SharedData;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Scans of trees that the project's own writer has made. */
public class StudyScanTest {

	private static final long SEED = 20261127;

	@Rule
	public final TemporaryFolder temporary = new TemporaryFolder();

	private Path root() {
		return temporary.getRoot().toPath();
	}

	private StudyScan scan(Path... asked) throws IOException {
		StudyScan scan = StudyScan.with(null, List.of(asked), ImageReaders.discover().readers());
		scan.run(Progress.NONE);
		return scan;
	}

	private static DicomDatasetBuilder slice(int patient, int study, int series, int number) {
		return SyntheticSlice.at(2 * number, number + 1).set("PatientID", "P" + patient).set("PatientName", "Name^" + patient)
				.set("StudyInstanceUID", "2.25.1" + study).set("SeriesInstanceUID", "2.25.2" + study + series)
				.set("SOPInstanceUID", "2.25.3" + study + series + number).set("StudyDate", "2024010" + (study + 1))
				.set("SeriesNumber", series).set("InstanceNumber", number);
	}

	/** Three patients with four studies of two or three series of 5 slices, under names and in folders that say nothing. */
	private static int writeTree(Path root, Random random) throws IOException {
		int written = 0;
		for (int study = 0; study < 4; study++)
			for (int series = 1; series <= 2 + study % 2; series++)
				for (int number = 0; number < 5; number++) {
					Path folder = Files.createDirectories(root.resolve("d" + random.nextInt(4)).resolve("e" + random.nextInt(3)));
					SyntheticSlice.write(folder, Long.toString(random.nextLong() >>> 1, 36),
							slice(Math.min(study, 2), study, series, number));
					written++;
				}
		return written;
	}

	private static String text(StudyScan scan) {
		return scan.studies().stream()
				.map(s -> s.uid() + " " + s.row().patient().id() + " " + s.row().readableDate() + " " + s.row().modalities() + " "
						+ scan.series(s.uid()).stream()
								.map(one -> one.row().number() + ":" + one.row().images() + "/" + one.row().frames())
								.toList())
				.collect(Collectors.joining("\n"));
	}

	@Test
	public void filesOfAnyNameInAnyFolderAreGrouped() throws IOException {
		writeTree(root(), new Random(SEED));
		String expected = """
				2.25.13 P2 2024-01-04 [CT] [1:5/5, 2:5/5, 3:5/5]
				2.25.12 P2 2024-01-03 [CT] [1:5/5, 2:5/5]
				2.25.11 P1 2024-01-02 [CT] [1:5/5, 2:5/5, 3:5/5]
				2.25.10 P0 2024-01-01 [CT] [1:5/5, 2:5/5]""";
		assertEquals(expected, text(scan(root())));
		Path other = temporary.newFolder().toPath();
		writeTree(other, new Random(SEED + 1));
		assertEquals("the same by other names and in other folders", expected, text(scan(other)));
	}

	@Test
	public void filesOfASeriesAreInTheOrderOfTheirNumbers() throws IOException {
		writeTree(root(), new Random(SEED));
		List<FoundFile> files = scan(root()).series("2.25.11").get(2).files();
		List<Integer> numbers = new ArrayList<>();
		for (FoundFile file : files)
			numbers.add(org.annotomy.dicom.part10.DicomFileReader.read(file.path()).dataset().integer(0x00200013, -1));
		assertEquals(List.of(0, 1, 2, 3, 4), numbers);
	}

	@Test
	public void aBadFileNeverHidesItsNeighbours() throws IOException {
		int good = writeTree(root(), new Random(SEED));
		Random random = new Random(SEED);
		Path model = SyntheticSlice.write(temporary.newFolder().toPath(), "m",
				slice(3, 8, 1, 1).set("StudyInstanceUID", "2.25.777777"));
		byte[] bytes = Files.readAllBytes(model);
		for (int i = 0; i < 60; i++) {
			byte[] mutated = java.util.Arrays.copyOf(bytes, i % 3 == 0 ? 140 + random.nextInt(bytes.length - 140) : bytes.length);
			for (int k = 0; k < i; k++)
				mutated[132 + random.nextInt(mutated.length - 132)] = (byte) random.nextInt();
			Files.write(root().resolve("d0").resolve("bad" + i), mutated);
		}
		Files.write(root().resolve("empty.dcm"), new byte[0]);
		Files.writeString(root().resolve("notes.txt"), "nothing");
		StudyScan scan = scan(root());
		int found = 0;
		for (int study = 0; study < 4; study++)
			for (FoundSeries series : scan.series("2.25.1" + study))
				found += series.images();
		assertEquals(good, found);
		assertTrue(scan.unknown() >= 2);
		assertTrue(scan.isComplete());
	}

	@Test
	public void whatCannotBeOpenedSaysWhy() throws IOException {
		Path cut = SyntheticSlice.write(root(), "cut", slice(1, 1, 1, 1));
		Files.write(cut, java.util.Arrays.copyOf(Files.readAllBytes(cut), 300));
		DicomWriter.write(
				slice(1, 2, 1, 1).set("Modality", "SR").set("SOPClassUID", "1.2.840.10008.5.1.4.1.1.88.11").remove(0x00280010)
						.remove(0x00280011).remove(0x7fe00010).build(),
				root().resolve("report"));
		SyntheticSlice.write(root(), "slide", slice(1, 3, 1, 1).set("SOPClassUID", "1.2.840.10008.5.1.4.1.1.77.1.6"));
		SyntheticSlice.write(root(), "mask", slice(1, 4, 1, 1).set("SOPClassUID", "1.2.840.10008.5.1.4.1.1.66.4")
				.set("TotalPixelMatrixColumns", 50));
		StudyScan scan = scan(root());
		assertEquals("It holds no pixels (modality SR), so there is no image to show.", problem(scan, "2.25.12"));
		assertEquals("It holds tiles of a whole slide, not an image: open it as a slide.", problem(scan, "2.25.13"));
		assertEquals("It holds tiles of a whole slide, not an image: open it as a slide.", problem(scan, "2.25.14"));
		assertTrue(problem(scan, FoundStudy.REFUSED), problem(scan, FoundStudy.REFUSED).startsWith("This DICOM file is broken"));
	}

	@Test
	public void aFileThatWasCutIsNotTakenForOneWithoutPixels() throws IOException {
		DicomWriter.write(slice(1, 1, 1, 1).remove(0x00280010).remove(0x00280011).remove(0x7fe00010).build(),
				root().resolve("cut"));
		byte[] noise = new byte[600];
		new java.util.Random(7).nextBytes(noise);
		System.arraycopy("DICM".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, noise, 128, 4);
		Files.write(root().resolve("noise"), noise);
		StudyScan scan = scan(root());
		assertEquals(
				"It should be an image (CT Image Storage), but its pixels or their size are missing: the file may be cut short.",
				problem(scan, "2.25.11"));
		assertEquals("It does not say what it is and holds no pixels: the file is broken, or no image.",
				problem(scan, FoundStudy.REFUSED));
	}

	private static String problem(StudyScan scan, String study) {
		return scan.series(study).get(0).row().problem();
	}

	@Test
	public void aSeriesWithSomeBadFilesOpensWithoutThem() throws IOException {
		SyntheticSlice.write(root(), "a", slice(1, 1, 1, 1));
		SyntheticSlice.write(root(), "b", slice(1, 1, 1, 2).set("SOPClassUID", "1.2.840.10008.5.1.4.1.1.77.1.6"));
		FoundSeries series = scan(root()).series("2.25.11").get(0);
		assertEquals(1, series.files().size());
		assertTrue(series.row().problem(), series.row().problem().startsWith("1 of 2 files cannot be opened: "));
	}

	@Test
	public void linksAreFollowedButNoFolderIsEnteredTwice() throws IOException {
		Path real = temporary.newFolder("real").toPath();
		SyntheticSlice.write(real, "a", slice(1, 1, 1, 1));
		Path tree = temporary.newFolder("tree").toPath();
		try {
			Files.createSymbolicLink(tree.resolve("link"), real);
			Files.createSymbolicLink(tree.resolve("again"), real);
			Files.createSymbolicLink(real.resolve("loop"), tree);
			Files.createSymbolicLink(tree.resolve("nowhere"), root().resolve("not-there"));
		} catch (UnsupportedOperationException | IOException e) {
			assumeTrue("skipped: no links here", false);
		}
		StudyScan scan = scan(tree);
		assertEquals("2.25.11 P1 2024-01-02 [CT] [1:1/1]", text(scan).lines().findFirst().orElseThrow());
		assertEquals("It is a link to a file that is not there.", problem(scan, FoundStudy.REFUSED));
	}

	@Test
	public void tenThousandFilesShowProgressAndStopAtOnce() throws IOException {
		Path folder = temporary.newFolder().toPath();
		byte[] bytes = Files.readAllBytes(SyntheticSlice.write(temporary.newFolder().toPath(), "m", slice(1, 1, 1, 1)));
		byte[] text = "no image".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
		for (int i = 0; i < 10_000; i++)
			Files.write(folder.resolve("f" + i), i % 10 == 0 ? bytes : text);
		ConcurrentLinkedQueue<String> told = new ConcurrentLinkedQueue<>();
		StudyScan scan = StudyScan.with(null, List.of(folder), ImageReaders.discover().readers());
		scan.run(watcher(told, Integer.MAX_VALUE));
		assertEquals(9_000, scan.unknown());
		assertEquals(1_000, scan.series("2.25.11").get(0).images());
		assertTrue(told.toString(), told.contains("10,000 of 10,000 files"));
		assertTrue(told.toString(), told.stream().anyMatch(words -> words.matches("Looking for files: [\\d,]+")));

		StudyScan stopped = StudyScan.with(null, List.of(folder), ImageReaders.discover().readers());
		assertThrows(CancelledException.class, () -> stopped.run(watcher(told, 12_000)));
		int seen = stopped.unknown() + stopped.studies().stream().mapToInt(s -> s.row().images()).sum();
		assertTrue("what was found stays: " + seen, seen > 1_000 && seen < 9_000);
		assertFalse(stopped.isComplete());
	}

	/** Ten times as many files must not take a hundred times as long: the bound is far above what a slow machine needs. */
	@Test(timeout = 120_000)
	public void tenThousandImagesAreListedInTimeWhileSomebodyWatches() throws IOException {
		byte[] model = Files.readAllBytes(SyntheticSlice.write(temporary.newFolder().toPath(), "m", slice(1, 1, 1, 1)));
		byte[] uid = "2.25.211".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
		int at = new String(model, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("2.25.211");
		for (int folder = 0; folder < 100; folder++) {
			Path part = Files.createDirectories(root().resolve("many").resolve("d" + folder));
			System.arraycopy(uid, 0, model, at, uid.length);
			model[at + 6] = (byte) ('0' + folder / 10);
			model[at + 7] = (byte) ('0' + folder % 10);
			for (int i = 0; i < 100; i++)
				Files.write(part.resolve("f" + i), model);
		}
		ConcurrentLinkedQueue<String> told = new ConcurrentLinkedQueue<>();
		StudyScan scan = StudyScan.with(null, List.of(root().resolve("many")), ImageReaders.discover().readers());
		long start = System.nanoTime();
		scan.run(watcher(told, Integer.MAX_VALUE));
		assertEquals(10_000, scan.studies().get(0).row().images());
		assertEquals(100, scan.series("2.25.11").size());
		assertTrue("took longer than 30 s", System.nanoTime() - start < 30_000_000_000L);
		assertTrue(told.toString(), told.contains("10,000 of 10,000 files"));
	}

	/** Cancels after so many questions: one for each file that is found, one for each that is looked at. */
	private static Progress watcher(ConcurrentLinkedQueue<String> told, int questions) {
		AtomicInteger asked = new AtomicInteger();
		return new Progress() {
			@Override
			public void update(double fraction, String doing) {
				told.add(doing);
			}

			@Override
			public boolean isCancelled() { return asked.incrementAndGet() > questions; }
		};
	}

	@Test
	public void aDicomdirLeadsToItsFiles() throws IOException {
		StudyScan named = scan(SharedData.require("dicomdir/DICOMDIR"));
		List<FoundStudy> studies = named.studies();
		assertTrue(studies.stream().filter(FoundStudy::isStudy).count() >= 2);
		for (FoundStudy study : studies)
			if (study.isStudy())
				for (FoundSeries series : named.series(study.uid()))
					assertTrue(series.row().problem(), series.isOpenable());
	}

	@Test
	public void aBrokenDicomdirDoesNotHideTheFilesBesideIt() throws IOException {
		writeTree(root(), new Random(SEED));
		String expected = text(scan(root()));
		Path directory = Files.writeString(root().resolve("DICOMDIR"), "broken");
		assertEquals("in a folder it is passed over", expected, text(scan(root())));
		StudyScan scan = scan(directory);
		assertTrue(text(scan), text(scan).startsWith(expected));
		assertEquals("The DICOMDIR cannot be read; all files of its folder were looked at instead.",
				problem(scan, FoundStudy.REFUSED));
	}

	@Test
	public void otherFormatsAreListedByTheirNames() throws IOException {
		Files.write(root().resolve("brain.nrrd"), "NRRD0004\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
		Files.write(root().resolve("brain.seg.nrrd"), "NRRD0004\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
		Files.writeString(root().resolve("vol.mhd"), "ObjectType = Image\nNDims = 3\n");
		StudyScan scan = scan(root());
		assertEquals(List.of("brain.nrrd NRRD", "vol.mhd MetaImage"), scan.series(FoundStudy.FILES).stream()
				.map(s -> s.row().description() + " " + s.row().modality()).sorted().toList());
	}

	@Test
	public void dicomWithoutUidsStandsForItself() throws IOException {
		SyntheticSlice.write(root(), "x", slice(1, 1, 1, 1).remove(0x0020000e));
		SyntheticSlice.write(root(), "y", slice(1, 1, 1, 2).remove(0x0020000d));
		assertEquals(List.of("CT x", "CT y"), scan(root()).series(FoundStudy.FILES).stream()
				.map(s -> s.row().modality() + " " + s.row().description()).sorted().toList());
	}

	@Test
	public void theOrderOfFilesDoesNotMatter() throws IOException {
		writeTree(root(), new Random(SEED));
		List<Path> all = new ArrayList<>();
		try (var walk = Files.walk(root())) {
			walk.filter(Files::isRegularFile).forEach(all::add);
		}
		String expected = text(scan(root()));
		Collections.shuffle(all, new Random(SEED));
		assertEquals(expected, text(scan(all.toArray(new Path[0]))));
	}

	@Test
	public void compressionIsNamedWhereThereIsNoDecoder() throws IOException {
		DicomWriter.write(slice(1, 1, 1, 1).build(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN, root().resolve("a"));
		byte[] bytes = Files.readAllBytes(root().resolve("a"));
		String latin = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
		int at = latin.indexOf("1.2.840.10008.1.2.1\0");
		assertTrue(at > 0);
		// A video needs four characters more; JPEG XL is the same length when the padding is used.
		byte[] video = "1.2.840.10008.1.2.4.102 ".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
		byte[] longer = new byte[bytes.length + 4];
		System.arraycopy(bytes, 0, longer, 0, at);
		System.arraycopy(video, 0, longer, at, video.length);
		System.arraycopy(bytes, at + 20, longer, at + 24, bytes.length - at - 20);
		longer[at - 2] = 24;
		longer[140] += 4;
		Files.write(root().resolve("a"), longer);
		assertTrue(problem(scan(root()), "2.25.11"), problem(scan(root()), "2.25.11").startsWith("The pixels are a video"));
	}
}
