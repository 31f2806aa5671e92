package org.annotomy.dicom.conformance;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.dicom.conformance.Verdict.Outcome;
import org.annotomy.image.ImageFormatException;
import org.annotomy.task.Progress;
import org.annotomy.testing.SharedData;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The table over the real files, and over a folder of made-up ones in which one thing at a time is wrong. */
public class ConformanceRunTest {

	/** Files that cannot be shown, and rightly so, by what they are. */
	private static final Map<String, String> REFUSED = Map.of("malformed/JPEG2000-embedded-sequence-delimiter.dcm",
			"The JPEG 2000 header states a size beyond reason.", // its SIZ marker was overwritten with a delimiter's bytes
			"malformed/meta_missing_tsyntax.dcm", "The image lacks Rows (0028,0010).", // two elements, one of them pixels of two bytes
			"malformed/no_meta.dcm",
			"This is not a DICOM file: it has no DICM mark and does not begin with a data element.", // begins with a stray byte
			"private/nested_priv_SQ.dcm", "The image lacks Rows (0028,0010)."); // two elements, one of them pixels of two bytes

	private static final String UNPROBLEMATIC = """
			"kind": "DICOM", "Modality": "CT", "Rows": 4, "Columns": 5, "PixelSpacing": [0.7, 0.5], "RescaleSlope": 1.0,
			"RescaleIntercept": -1024.0, "ImagePositionPatient": [-10, -20, 3], "ImageOrientationPatient": [1, 0, 0, 0, 1, 0],
			"PatientName_utf8": "Secret^Name", "SeriesInstanceUID": "2.25.5102"\s""";
	/** Of 20 samples of 7 in 16 bits, by {@code sha256sum}. */
	private static final String SEVENS = "0fd33d2b8f5c9d8cf31418dcc8cf0596385ab5f46a019c9e4db6065735600e33";

	@Rule
	public TemporaryFolder temporary = new TemporaryFolder();

	private Path folder;

	@Before
	public void aSlice() throws IOException {
		folder = temporary.getRoot().toPath();
		SyntheticSlice.write(folder, "seven.dcm", SyntheticSlice.at(3, 7));
	}

	private List<Verdict> verdicts(Path of) throws IOException {
		List<Verdict> verdicts = new ArrayList<>();
		Map<Outcome, Integer> counts = ConformanceRun.of(of, Progress.NONE, verdicts::add);
		for (Outcome outcome : Outcome.values())
			assertEquals((int) counts.get(outcome), verdicts.stream().filter(v -> v.outcome() == outcome).count());
		return verdicts;
	}

	private Verdict verdict(String facts, String more) throws IOException {
		Files.writeString(folder.resolve("manifest.json"),
				"{\"files\": [{\"path\": \"seven.dcm\", \"facts\": {" + facts + more + "}}]}");
		List<Verdict> verdicts = verdicts(folder);
		assertEquals(1, verdicts.size());
		return verdicts.get(0);
	}

	private static String pixels(String digest) {
		return ", \"pixels\": {\"sha256_le_c_order\": \"" + digest + "\", \"decoder\": \"sha256sum\"}";
	}

	@Test
	public void noRealFileIsWrong() throws IOException {
		List<Verdict> verdicts = verdicts(SharedData.require("manifest.json").getParent());
		assertEquals(List.of(), verdicts.stream().filter(v -> v.outcome() == Outcome.WRONG).map(Verdict::line).toList());
		assertEquals(236, verdicts.size());
		List<Verdict> refused = verdicts.stream().filter(v -> v.outcome() == Outcome.REFUSED).toList();
		assertEquals(REFUSED, refused.stream().collect(Collectors.toMap(Verdict::path, Verdict::reason)));
		assertEquals("files of which the manifest has five series", 56,
				verdicts.stream().filter(v -> v.reason().contains("agrees in order, place, volume and modality values")).count());
		whereTheManifestIsWrongTheStandardSaysWhy(verdicts);
	}

	private static void whereTheManifestIsWrongTheStandardSaysWhy(List<Verdict> verdicts) {
		assertEquals(List.of("bits/JLSL_16_15_1_1F.dcm", "bits/mlut_18.dcm", "color/SC_rgb_small_odd_big_endian.dcm"),
				verdicts.stream().filter(v -> v.reason().startsWith("the manifest is wrong: its digest is that of"))
						.map(Verdict::path)
						.toList());
		String both = verdicts.stream().filter(v -> v.path().equals("bits/liver_rle.dcm")).map(Verdict::reason).findFirst()
				.orElse("");
		assertTrue(both,
				both.startsWith("samples decoded, where the manifest's tools could not; they equal those of bits/liver.dcm"));
	}

	@Test
	public void aFileAsTheManifestHasItAgrees() throws IOException {
		Verdict verdict = verdict(UNPROBLEMATIC, pixels(SEVENS));
		assertEquals("seven.dcm\tagree\tsamples equal those of sha256sum; 10 facts of the header and the image's size, place and "
				+ "scale agree.", verdict.line());
	}

	@Test
	public void whatDiffersIsWrongAndNamedWithoutValues() throws IOException {
		wrong("The samples differ from those of sha256sum.", UNPROBLEMATIC, pixels("00ff"));
		wrong("The header was read differently: Rows.", UNPROBLEMATIC.replace("\"Rows\": 4", "\"Rows\": 5"), pixels(SEVENS));
		wrong("The header was read differently: PatientName_utf8.", UNPROBLEMATIC.replace("Secret^", "Other^"), pixels(SEVENS));
		wrong("The header was read differently: n_top_level_elements.", UNPROBLEMATIC + ", \"n_top_level_elements\": 3", "");
		wrong("The header was read differently: ImagePositionPatient.", UNPROBLEMATIC.replace("-20, 3", "-20, 3.5"), "");
		wrong("The file is not the one that the manifest describes: its SHA-256 differs.",
				UNPROBLEMATIC + "}, \"sha256\": \"00\", \"x\": {\"y\": 1", "");
		Files.delete(folder.resolve("seven.dcm"));
		wrong("The file is missing.", UNPROBLEMATIC, pixels(SEVENS));
	}

	private void wrong(String reason, String facts, String more) throws IOException {
		Verdict verdict = verdict(facts, more);
		assertEquals(reason, verdict.reason());
		assertEquals(Outcome.WRONG, verdict.outcome());
	}

	@Test
	public void filesWithoutPixelsAgreeOnlyIfTheManifestHasNoneEither() throws IOException {
		SyntheticSlice.write(folder, "seven.dcm", SyntheticSlice.at(3, 7).remove(0x7fe00010).set("Modality", "SR"));
		assertEquals("seven.dcm\tagree\t2 facts of the header agree; no pixels (modality SR), as the manifest has it.",
				verdict("\"kind\": \"DICOM\", \"Modality\": \"SR\", \"Rows\": 4", "").line());
		wrong("The pixels were not found.", "\"kind\": \"DICOM\"", pixels(SEVENS));
	}

	@Test
	public void aSeriesIsComparedAsAWhole() throws IOException {
		SyntheticSlice.write(folder, "eight.dcm", SyntheticSlice.at(5.5, 8));
		String files = "{\"files\": [{\"path\": \"a/seven.dcm\", \"facts\": {" + UNPROBLEMATIC
				+ "}}, {\"path\": \"a/eight.dcm\", "
				+ "\"facts\": {\"kind\": \"DICOM\", \"SeriesInstanceUID\": \"2.25.5102\"}}], ";
		Files.createDirectory(folder.resolve("a"));
		Files.move(folder.resolve("seven.dcm"), folder.resolve("a/seven.dcm"));
		Files.move(folder.resolve("eight.dcm"), folder.resolve("a/eight.dcm"));
		String series = """
				"series": [{"dir": "a", "series_uid": "2.25.5102", "n_files": 2, "n_distinct_positions": 2, "pixel_spacing": [0.7, 0.5],
				"orientation": [1, 0, 0, 0, 1, 0], "first_position": [-10, -20, 3], "last_position": [-10, -20, 5.5],
				"z_step_mm_from_ImagePositionPatient": [2.5], "stored_volume_sorted_along_normal": {"sha256_le_c_order": "d008d220d6138e1fc4ec34da538486538ca0f5b2e3f5bca5b4f6e2ddec25e26a"},
				"rescaled": {"min": -1017, "max": -1016, "mean": -1016.5}}]}""";
		assertEquals("The two files agree in all.", List.of(Outcome.AGREE, Outcome.AGREE), outcomes(files + series));
		assertSeries("the last position", files + series.replace("5.5]", "5.6]"));
		assertSeries("the stored volume", files + series.replace("d008d220d613", "00"));
		assertSeries("the step between slices", files + series.replace("[2.5]", "[9]"));
		assertSeries("the pixel spacing", files + series.replace("[0.7, 0.5]", "[0.5, 0.7]"));
		assertSeries("the orientation", files + series.replace("[1, 0, 0, 0, 1, 0]", "[-1, 0, 0, 0, 1, 0]"));
		assertSeries("the range of modality values", files + series.replace("-1017", "7"));
		assertSeries("the mean of modality values", files + series.replace("-1016.5", "7.5"));
	}

	private List<Outcome> outcomes(String manifest) throws IOException {
		Files.writeString(folder.resolve("manifest.json"), manifest);
		return verdicts(folder).stream().map(Verdict::outcome).toList();
	}

	private void assertSeries(String different, String manifest) throws IOException {
		assertEquals(different, List.of(Outcome.WRONG, Outcome.WRONG), outcomes(manifest));
		assertEquals("In its series of 2 files these differ: " + different + ".", verdicts(folder).get(0).reason());
	}

	@Test
	public void aFolderWithoutAListIsRefused() throws IOException {
		refused("The folder has no manifest.json, which says what its files should hold.");
		Files.writeString(folder.resolve("manifest.json"), "{\"files\": [");
		assertTrue(refused(null).startsWith("The manifest.json of the folder is no list of files: "));
		Files.writeString(folder.resolve("manifest.json"), "{}");
		assertTrue(refused(null).endsWith("the member \"files\" is missing."));
		Files.write(folder.resolve("manifest.json"), new byte[]{'{', (byte) 0xff, '}'});
		refused("The manifest.json of the folder is not text in UTF-8.");
		Files.writeString(folder.resolve("manifest.json"),
				"{\"files\": [{\"path\": \"../x.dcm\", \"facts\": {\"kind\": \"DICOM\"}}]}");
		refused("The manifest.json of the folder names a file outside the folder.");
		assertEquals("There is no such folder to compare.", assertThrows(ImageFormatException.class,
				() -> ConformanceRun.of(folder.resolve("none"), Progress.NONE, v -> {})).getMessage());
	}

	private String refused(String message) {
		String found = assertThrows(ImageFormatException.class, () -> ConformanceRun.of(folder, Progress.NONE, v -> {}))
				.getMessage();
		if (message != null) assertEquals(message, found);
		return found;
	}
}
