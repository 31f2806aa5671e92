package org.annotomy.imagej.study;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.dicom.study.SeriesRow;
import org.annotomy.dicom.study.StudyQuery;
import org.annotomy.image.ImageFormatException;
import org.annotomy.image.ImageReaders;
import org.annotomy.image.MedicalImage;
import org.annotomy.task.Progress;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Series of archives, some files of which are broken. */
public class LocalSourceTest {

	private static final String PLACE = "annotomy.unpacked";

	@Rule
	public final TemporaryFolder temporary = new TemporaryFolder();

	private String before;

	@Before
	public void elsewhere() {
		before = System.setProperty(PLACE, temporary.getRoot().toPath().resolve("unpacked").toString());
	}

	@After
	public void back() {
		if (before == null) System.clearProperty(PLACE);
		else System.setProperty(PLACE, before);
	}

	/** @param broken numbers of slices whose last bytes are not those that were packed */
	private Path archive(int slices, List<Integer> broken) throws IOException {
		Path archive = temporary.getRoot().toPath().resolve("study.zip");
		Path folder = temporary.newFolder().toPath();
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(archive))) {
			out.setLevel(0);
			for (int i = 1; i <= slices; i++) {
				out.putNextEntry(new ZipEntry("slice" + i));
				out.write(Files.readAllBytes(SyntheticSlice.write(folder, "s" + i,
						SyntheticSlice.at(2 * i, i).pixels(marked(i)))));
				out.closeEntry();
			}
		}
		String bytes = Files.readString(archive, StandardCharsets.ISO_8859_1);
		for (int i : broken)
			bytes = bytes.replace("marked as " + i + " ", "scratched " + i + " ");
		try (OutputStream out = Files.newOutputStream(archive)) {
			out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
		}
		return archive;
	}

	private static short[] marked(int number) {
		short[] pixels = new short[SyntheticSlice.WIDTH * SyntheticSlice.HEIGHT];
		byte[] mark = ("marked as " + number + " ").getBytes(StandardCharsets.ISO_8859_1);
		for (int i = 0; i < mark.length / 2; i++)
			pixels[i] = (short) (mark[2 * i] & 0xff | mark[2 * i + 1] << 8);
		return pixels;
	}

	private static List<MedicalImage> read(LocalSource source) throws IOException {
		List<SeriesRow> rows = source.series(source.find(StudyQuery.ALL, Progress.NONE).rows().get(0), Progress.NONE);
		return source.read(rows.get(0), Progress.NONE);
	}

	@Test
	public void aBrokenFileOfAnArchiveDoesNotHideItsNeighbours() throws IOException {
		try (LocalSource source = new LocalSource(List.of(archive(4, List.of(4))), ImageReaders.discover())) {
			MedicalImage image = read(source).get(0);
			assertEquals(3, image.pixels().dimension(3));
			assertTrue(image.warnings().toString(),
					image.warnings().contains("1 file was left out: A file of the zip archive is broken."));
		}
	}

	/** Another ImageJ opens the same archive meanwhile: neither takes the other's half files. */
	@Test
	public void twoMayUnpackTheSameSeries() throws IOException {
		Path archive = archive(3, List.of());
		try (LocalSource first = new LocalSource(List.of(archive), ImageReaders.discover());
				LocalSource second = new LocalSource(List.of(archive), ImageReaders.discover())) {
			List<MedicalImage> others = new ArrayList<>();
			SeriesRow row = first.series(first.find(StudyQuery.ALL, Progress.NONE).rows().get(0), Progress.NONE).get(0);
			MedicalImage image = first.read(row, new Progress() {
				@Override
				public void update(double fraction, String doing) {
					// Nobody watches.
				}

				@Override
				public boolean isCancelled() {
					if (others.isEmpty() && hasHalfFiles()) others.addAll(readNow(second));
					return false;
				}
			}).get(0);
			assertEquals(3, image.pixels().dimension(3));
			assertEquals(1, others.size());
			assertEquals(3, others.get(0).pixels().dimension(3));
			assertFalse(hasHalfFiles());
		}
	}

	private static List<MedicalImage> readNow(LocalSource source) {
		try {
			return read(source);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private boolean hasHalfFiles() {
		Path unpacked = temporary.getRoot().toPath().resolve("unpacked");
		if (!Files.isDirectory(unpacked)) return false;
		try (Stream<Path> files = Files.walk(unpacked)) {
			return files.anyMatch(file -> file.getFileName().toString().startsWith(".unfinished"));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Test
	public void whereAllAreBrokenThatIsSaid() throws IOException {
		try (LocalSource source = new LocalSource(List.of(archive(2, List.of(1, 2))), ImageReaders.discover())) {
			ImageFormatException e = assertThrows(ImageFormatException.class, () -> read(source));
			assertEquals("A file of the zip archive is broken.", e.getMessage());
		}
	}
}
