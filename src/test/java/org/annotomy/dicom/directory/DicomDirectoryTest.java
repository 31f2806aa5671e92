package org.annotomy.dicom.directory;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.annotomy.dicom.DicomImageReader;
import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.dicom.part10.DirectoryBytes;
import org.annotomy.image.ImageFormatException;
import org.annotomy.image.MedicalImage;
import org.annotomy.task.Progress;
import org.annotomy.testing.CodecFuzz;
import org.annotomy.testing.SharedData;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class DicomDirectoryTest {

	private static final int PREAMBLE = 132;
	private static final String BROKEN = "The offsets of the DICOMDIR are broken; its records were taken in the order in which they stand.";
	private static final String TREE = "PATIENT(STUDY(SERIES(IMAGE IMAGE)))PATIENT(STUDY(SERIES(IMAGE)))";

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();
	private Path root;
	private Path file;

	@Before
	public void place() {
		root = folder.getRoot().toPath();
		file = root.resolve("DICOMDIR");
	}

	private static String tree(List<DirectoryRecord> records) {
		StringBuilder text = new StringBuilder();
		for (DirectoryRecord record : records)
			text.append(record.type()).append(record.children().isEmpty() ? " " : "(" + tree(record.children()).strip() + ")");
		return text.toString();
	}

	private static DirectoryBytes twoPatients() {
		return new DirectoryBytes().record("PATIENT", 5, 1).record("STUDY", -1, 2).record("SERIES", -1, 3)
				.record("IMAGE", 4, -1, "A", "IM1").record("IMAGE", -1, -1, "A", "IM2").record("PATIENT", -1, 6)
				.record("STUDY", -1, 7).record("SERIES", -1, 8).record("IMAGE", -1, -1, "B", "IM3");
	}

	private void check(DirectoryBytes records, int first, String tree, String... warnings) throws IOException {
		DicomDirectory directory = DicomDirectory.read(records.write(file, first));
		assertEquals(tree, tree(directory.roots()).strip());
		assertEquals(List.of(warnings), directory.warnings());
	}

	@Test
	public void recordsHangTogetherByTheirOffsets() throws IOException {
		check(twoPatients(), 0, TREE);
		check(new DirectoryBytes(), -1, "");
	}

	@Test
	public void theOrderInTheFileDoesNotMatter() throws IOException {
		check(new DirectoryBytes().record("IMAGE", -1, -1, "A", "IM1").record("SERIES", -1, 0).record("STUDY", -1, 1)
				.record("PATIENT", -1, 2), 3, "PATIENT(STUDY(SERIES(IMAGE)))");
	}

	@Test
	public void recordsOutOfUseAreLeftOut() throws IOException {
		check(new DirectoryBytes().record("PATIENT", 1, -1).inactive().record("PATIENT", -1, 2).record("STUDY", -1, -1), 1,
				"PATIENT(STUDY)");
		check(new DirectoryBytes().record("PATIENT", 1, -1).inactive().record("PATIENT", -1, -1), 0, "PATIENT");
	}

	@Test
	public void withoutSoundOffsetsTheOrderCounts() throws IOException {
		DirectoryBytes zero = new DirectoryBytes().record("PATIENT", -1, -1).record("STUDY", -1, -1).record("SERIES", -1, -1)
				.record("IMAGE", -1, -1).record("IMAGE", -1, -1).record("PATIENT", -1, -1).record("STUDY", -1, -1)
				.record("SERIES", -1, -1).record("IMAGE", -1, -1);
		check(zero, -1, TREE, BROKEN);
		check(zero, 0, TREE, BROKEN);
		check(twoPatients(), 999, TREE, BROKEN);
		check(new DirectoryBytes().record("STUDY", -1, 999).record("SERIES", -1, -1).record("IMAGE", -1, -1), 0,
				"STUDY(SERIES(IMAGE))", BROKEN);
	}

	@Test
	public void circlesEnd() throws IOException {
		check(new DirectoryBytes().record("PATIENT", -1, 1).record("STUDY", -1, 0), 0, "PATIENT(STUDY)", BROKEN);
		check(new DirectoryBytes().record("PATIENT", 0, -1), 0, "PATIENT", BROKEN);
		DirectoryBytes deep = new DirectoryBytes();
		for (int i = 0; i < 400; i++)
			deep.record("PRIVATE", -1, i < 399 ? i + 1 : -1);
		assertEquals(400, DicomDirectory.read(deep.write(file, 0)).records().size());
	}

	@Test
	public void filesAreFoundByAnySpelling() throws IOException {
		Files.createDirectories(root.resolve("Images/a"));
		for (String name : List.of("Images/a/im1", "Images/a/IM2.DCM", "Images/a/IM3;1", "Images/a/im4", "Images/a/im4.dcm"))
			Files.write(root.resolve(name), new byte[1]);
		FileSet set = new FileSet(root);
		assertEquals("im1", name(set, "IMAGES", "A", "IM1"));
		assertEquals("IM2.DCM", name(set, "images", "A", "im2"));
		assertEquals("IM3;1", name(set, "IMAGES", "A", "IM3"));
		assertEquals("im1", name(set, "IMAGES", "A", "IM1;1"));
		assertEquals("im4.dcm", name(set, "IMAGES", "A", "IM4.DCM"));
		assertEquals("im4", name(set, "IMAGES", "A", "IM4"));
		assertEquals("one value with separators", "im1", name(set, "IMAGES/A/IM1"));
		assertEquals("none", name(set, "IMAGES", "A"));
		assertEquals("none", name(set, "IMAGES", "A", "IM9"));
		assertEquals("none", name(set, "IMAGES", "A", "IM1", "X"));
	}

	private static String name(FileSet set, String... id) throws IOException {
		return set.resolve(List.of(id)).map(f -> f.getFileName().toString()).orElse("none");
	}

	@Test
	public void noNameLeadsOutOfTheFolder() throws IOException {
		Path inside = Files.createDirectories(root.resolve("disc/sub"));
		Path secret = Files.write(root.resolve("secret"), new byte[1]);
		Files.write(root.resolve("disc/open"), new byte[1]);
		FileSet set = new FileSet(root.resolve("disc"));
		for (List<String> id : List.<List<String>>of(List.of("..", "secret"), List.of("sub", "..", "..", "secret"),
				List.of("../secret"),
				List.of("..\\secret"), List.of(secret.toString()), List.of("", "secret"), List.of("C:", "secret"),
				List.of("open:stream"),
				List.of("sub", "..", "open"), List.of("."), List.of(), List.of("open\0")))
			assertEquals(id.toString(), Optional.empty(), set.resolve(id));
		Files.createSymbolicLink(inside.resolve("link"), secret);
		Files.createSymbolicLink(inside.resolve("up"), root);
		assertEquals("none", name(set, "sub", "link"));
		assertEquals("none", name(set, "sub", "up", "secret"));
		assertEquals("open", name(set, "OPEN"));
		Files.createSymbolicLink(inside.resolve("nowhere"), inside.resolve("gone"));
		assertEquals("none", name(new FileSet(root.resolve("disc")), "sub", "nowhere"));
	}

	@Test
	public void openingTheDirectoryOpensItsFilesElseItsFolder() throws IOException {
		Files.createDirectories(root.resolve("A"));
		SyntheticSlice.write(root.resolve("A"), "IM1", SyntheticSlice.at(0, 1));
		SyntheticSlice.write(root.resolve("A"), "IM2", SyntheticSlice.at(1, 2));
		SyntheticSlice.write(root.resolve("A"), "EXTRA", SyntheticSlice.at(2, 3));
		DirectoryBytes records = new DirectoryBytes().record("SERIES", -1, 1).record("IMAGE", 2, -1, "A", "IM1")
				.record("IMAGE", -1, -1, "A", "IM2");
		records.write(file, 0);
		assertEquals(2, slices());
		records.record("IMAGE", -1, -1, "A", "GONE").write(file, 999);
		assertEquals("a file is missing, so the folder counts", 3, slices());
		Files.write(file, new byte[200]);
		assertEquals("no directory at all", 3, slices());
	}

	private int slices() throws IOException {
		List<MedicalImage> images = new DicomImageReader().read(file, Progress.NONE);
		assertEquals(1, images.size());
		return images.get(0).slices();
	}

	@Test
	public void theRealOneHasTheRecordsThatPydicomFinds() throws IOException {
		DicomDirectory directory = DicomDirectory.read(SharedData.require("dicomdir/DICOMDIR"));
		assertEquals(List.of(), directory.warnings());
		Map<String, Integer> types = new TreeMap<>();
		for (DirectoryRecord record : directory.records())
			types.merge(record.type(), 1, Integer::sum);
		assertEquals(Map.of("PATIENT", 2, "STUDY", 6, "SERIES", 13, "IMAGE", 31), types);
		DirectoryRecord first = directory.records().get(3);
		assertEquals(List.of("77654033", "CR1", "6154"), first.fileId());
		assertEquals("1.3.6.1.4.1.5962.1.1.0.0.0.1196527414.5534.0.11", first.sopInstanceUid());
		DicomDirectory.Files files = directory.files();
		assertEquals("the data holds a part of the disc", 14, files.found().size());
		assertEquals(17, files.missing());
		assertTrue(files.found().get(0).endsWith("dicomdir/77654033/CR1/6154"));
	}

	@Test
	public void anImageIsNoDirectory() throws IOException {
		SyntheticSlice.write(root, "image", SyntheticSlice.at(0, 1));
		ImageFormatException e = assertThrows(ImageFormatException.class, () -> DicomDirectory.read(root.resolve("image")));
		assertEquals("This is no DICOMDIR: it has no directory records.", e.getMessage());
	}

	/** Of a directory whose files are there: whatever it says, they are found or not, and nothing outside of the folder. */
	@Test
	public void mutatedDirectoriesAreReadOrRefused() throws IOException {
		Path outside = Files.writeString(folder.newFolder("outside").toPath().resolve("IM1"), "outside");
		CodecFuzz fuzz = new CodecFuzz(20261127, 64 << 20);
		byte[] good = Files.readAllBytes(twoPatients().write(file, 0));
		fuzz.add("two patients", Arrays.copyOfRange(good, PREAMBLE, good.length), withoutPreamble -> {
			byte[] bytes = Arrays.copyOf(good, PREAMBLE + withoutPreamble.length);
			System.arraycopy(withoutPreamble, 0, bytes, PREAMBLE, withoutPreamble.length);
			Path inside = Files.createDirectories(root.resolve("d" + Thread.currentThread().getId()).resolve("A")).getParent();
			if (!Files.exists(inside.resolve("A/IM1"))) Files.writeString(inside.resolve("A/IM1"), "inside");
			DicomDirectory.Files files = DicomDirectory.read(Files.write(inside.resolve("DICOMDIR"), bytes)).files();
			if (!files.found().stream().allMatch(found -> found.startsWith(inside.toAbsolutePath())))
				throw new AssertionError("led out of the folder: " + files.found());
		});
		CodecFuzz.Tally tally = fuzz.run(5_000);
		assertTrue(tally.toString(), tally.decoded() > 1_000 && tally.refused() > 20);
		assertEquals("outside", Files.readString(outside));
	}
}
