package org.annotomy.dicom.series;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.annotomy.dicom.DicomImageReader;
import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.dicom.part10.ByteSource;
import org.annotomy.dicom.part10.DicomFileReader;
import org.annotomy.dicom.part10.DicomWriter;
import org.annotomy.image.MedicalImage;
import org.annotomy.task.Progress;
import org.annotomy.testing.SharedData;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Stacks whose frames are not in memory are the same as those that are. */
public class OnDemandSeriesTest {

	@Rule
	public TemporaryFolder temporary = new TemporaryFolder();

	private static List<MedicalImage> assembled(List<Path> files, boolean inMemory) throws IOException {
		List<DicomInstance> instances = new ArrayList<>();
		for (Path file : files) {
			ByteSource source = ByteSource.of(file);
			DicomInstance instance = DicomInstance.of(file, source, DicomFileReader.readHeader(source));
			for (int frame = 0; inMemory && frame < instance.frames(); frame++)
				instance.load(frame);
			instance.close();
			instances.add(instance);
		}
		List<MedicalImage> images = new ArrayList<>();
		for (SeriesStack stack : SeriesSplitter.split(instances, null))
			images.add(ImageAssembler.assemble(stack, 0));
		return images;
	}

	private static void assertSame(List<Path> files) throws IOException {
		List<MedicalImage> expected = assembled(files, true);
		List<MedicalImage> found = assembled(files, false);
		assertEquals(expected.size(), found.size());
		for (int i = 0; i < expected.size(); i++) {
			MedicalImage a = expected.get(i);
			MedicalImage b = found.get(i);
			assertTrue(a.onDemand().isEmpty() && b.onDemand().isPresent());
			assertEquals(a.scale(), b.scale());
			assertEquals(a.voxelToPatient(), b.voxelToPatient());
			assertEquals(a.identity(), b.identity());
			int planes = a.slices() * a.timePoints();
			for (int k = 0; k < planes; k++)
				assertTrue("plane " + k, SamePixels.areEqual(a.plane(k), b.plane(k)));
			List<String> told = new ArrayList<>(b.warnings());
			assertTrue(told.removeIf(w -> w.startsWith("The slices are decoded while they are shown")));
			assertEquals(a.warnings(), told);
		}
	}

	private List<Path> files() throws IOException {
		try (var files = Files.list(temporary.getRoot().toPath())) {
			return files.sorted().toList();
		}
	}

	private Path folder() {
		return temporary.getRoot().toPath();
	}

	@Test
	public void plainSlices() throws IOException {
		SyntheticSlice.write(folder(), new double[]{0, 2, 4, 6}, b -> b);
		assertSame(files());
	}

	@Test
	public void missingSlices() throws IOException {
		SyntheticSlice.write(folder(), new double[]{0, 2, 4, 10, 12, 14}, b -> b);
		assertSame(files());
	}

	@Test
	public void copies() throws IOException {
		SyntheticSlice.write(folder(), new double[]{0, 2, 4}, b -> b);
		SyntheticSlice.write(folder(), "twin", SyntheticSlice.at(4, 3).set("SOPInstanceUID", "2.25.999"));
		assertSame(files());
	}

	@Test
	public void slicesOfDifferentScales() throws IOException {
		for (int k = 0; k < 4; k++)
			SyntheticSlice.write(folder(), "f" + k, SyntheticSlice.at(k, 10 * k).set("RescaleSlope", 1d + k));
		assertSame(files());
	}

	private static short[] frames(int count) {
		short[] pixels = new short[count * 20];
		Random random = new Random(3);
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (short) random.nextInt(4000);
		return pixels;
	}

	@Test
	public void aMultiFrameFile() throws IOException {
		SyntheticSlice.write(folder(), "film", SyntheticSlice.at(0, 1).set("NumberOfFrames", 30).set("Modality", "XA")
				.set("FrameTime", 40d).pixels(frames(30)));
		assertSame(files());
	}

	@Test
	public void aFilmThatStandsStillKeepsItsFrames() throws IOException {
		SyntheticSlice.write(folder(), "film",
				SyntheticSlice.at(0, 1).set("NumberOfFrames", 6).set("FrameTime", 40d).pixels(new short[120]));
		MedicalImage film = new DicomImageReader().read(folder(), Progress.NONE).get(0);
		assertEquals(6, film.timePoints());
		assertEquals(40, film.frameTimeMs(), 0);
		assertSame(files());
	}

	@Test
	public void whatBecomesOfTheFileIsTold() throws IOException {
		SyntheticSlice.write(folder(), new double[]{0, 2, 4, 6}, b -> b);
		MedicalImage image = assembled(files(), false).get(0);
		for (Path file : files())
			Files.delete(file);
		assertThrows(UncheckedIOException.class, () -> image.plane(0, 1, 0));
	}

	/** A film of frames of noise in RLE by dcmtk; its size with {@code bigger} frames is beyond what is kept in memory. */
	private Path compressedFilm(boolean bigger) throws IOException, InterruptedException {
		SharedData.need(
				Stream.of(System.getenv("PATH").split(File.pathSeparator)).anyMatch(p -> new File(p, "dcmcrle").canExecute()),
				"dcmcrle");
		int size = bigger ? 1024 : 64;
		int frames = bigger ? 36 : 6;
		short[] pixels = new short[size * size * frames];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (short) (i / (size * size) * 100 + i % size / 16);
		Path plain = temporary.newFolder().toPath().resolve("plain.dcm");
		DicomWriter.write(SyntheticSlice.at(0, 1).set("Rows", size).set("Columns", size).set("NumberOfFrames", frames)
				.set("Modality", "XA").set("FrameTime", 40d).pixels(pixels).build(), plain);
		Path packed = temporary.newFolder().toPath().resolve("film.dcm");
		Process process = new ProcessBuilder("dcmcrle", plain.toString(), packed.toString()).inheritIO().start();
		assertEquals(0, process.waitFor());
		return packed;
	}

	@Test
	public void aLongCompressedFilmIsDecodedWhileItIsShown() throws Exception {
		MedicalImage film = new DicomImageReader().read(compressedFilm(true), Progress.NONE).get(0);
		assertTrue(film.onDemand().isPresent());
		for (int frame : new int[]{0, 1, 2, 35, 17})
			assertEquals(frame * 100 + 3, ((short[]) film.plane(0, 0, frame))[50]);
		film.onDemand().get().close();
	}

	@Test
	public void oneBrokenFrameIsEmptyAndTheOthersAreThere() throws Exception {
		Path file = compressedFilm(false);
		byte[] bytes = Files.readAllBytes(file);
		int found = 0;
		for (int i = 0; i + 4 < bytes.length; i++) {
			boolean item = bytes[i] == (byte) 0xfe && bytes[i + 1] == (byte) 0xff && bytes[i + 2] == 0
					&& bytes[i + 3] == (byte) 0xe0;
			// The offset table is the first item, the third frame the fourth.
			if (item && ++found == 4) Arrays.fill(bytes, i + 12, i + 40, (byte) 0x7f);
		}
		assertEquals(7, found);
		Files.write(file, bytes);
		MedicalImage film = new DicomImageReader().read(file, Progress.NONE).get(0);
		assertTrue("small: in memory", film.onDemand().isEmpty());
		for (int frame = 0; frame < 6; frame++)
			assertEquals(frame == 2 ? 100 : frame * 100 + 3, ((short[]) film.plane(0, 0, frame))[50]);
		assertTrue(film.warnings().toString(),
				film.warnings().stream().anyMatch(w -> w.startsWith("Frame 3 is broken and shown empty: ")));
		MedicalImage lazy = assembled(List.of(file), false).get(0);
		assertEquals(503, ((short[]) lazy.plane(0, 0, 5))[50]);
		assertThrows(UncheckedIOException.class, () -> lazy.plane(0, 0, 2));
	}

	@Test
	public void whatDoesNotFitIsNotTaken() {
		MemoryBudget budget = new MemoryBudget(10 << 20);
		assertTrue(budget.take(6 << 20));
		assertFalse(budget.take(6 << 20));
		assertTrue(budget.take(4 << 20));
		assertTrue("this Java has a megabyte", MemoryBudget.ofThisJava().take(1 << 20));
		assertFalse(MemoryBudget.ofThisJava().take(Runtime.getRuntime().maxMemory()));
	}

	/** A collection takes a second or two in a full memory: not one for each of a thousand slices. */
	@Test
	public void garbageIsCollectedOnce() {
		int[] collections = {0};
		MemoryBudget budget = new MemoryBudget(1000, () -> collections[0] == 0 ? 100 : 500, () -> collections[0]++);
		assertTrue(budget.take(90));
		assertEquals(0, collections[0]);
		assertTrue("garbage made room", budget.take(300));
		for (int i = 0; i < 100; i++)
			assertFalse(budget.take(300));
		assertEquals(1, collections[0]);
	}
}
