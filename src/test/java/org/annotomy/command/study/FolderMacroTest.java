package org.annotomy.command.study;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.annotomy.bridge.ChildJvm;
import org.annotomy.bridge.Main;
import org.annotomy.dicom.SyntheticSlice;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Macros without a display that list a folder and open one of its series. */
public class FolderMacroTest {

	private static final int SLICES = 3;

	private static final String BASIC_TEXT_SR = "1.2.840.10008.5.1.4.1.1.88.11";

	@Rule
	public final TemporaryFolder temporary = new TemporaryFolder();

	private Path root() {
		return temporary.getRoot().toPath();
	}

	private String folder(String name) throws IOException {
		return Files.createDirectories(root().resolve(name)).toString();
	}

	private ChildJvm.Result run(String macro) throws Exception {
		Path file = Files.writeString(temporary.newFile().toPath(), macro);
		return ChildJvm.headless()
				.with("-Dannotomy.scan=" + folder("scan"), "-Dannotomy.recovery=" + folder("recovery"),
						"-Dannotomy.unpacked=" + folder("unpacked"), "-Dannotomy.dicomweb=" + folder("web"))
				.run(Main.class.getName(), "--headless", "--macro", file.toString(), folder("images"));
	}

	/** Two series whose files lie in two folders, mixed; and one that cannot be opened. */
	private void writeImages() throws IOException {
		for (int series = 1; series <= 2; series++)
			for (int i = 0; i < SLICES; i++)
				SyntheticSlice.write(Path.of(folder("images/part" + i % 2)), "f" + (series * 10 + i),
						SyntheticSlice.at(i, series * 100 + i).set("SeriesInstanceUID", "2.25.6" + series)
								.set("SeriesNumber", series)
								.set("StudyDate", "20240131"));
		SyntheticSlice.write(Path.of(folder("images")), "report",
				SyntheticSlice.at(0, 900).set("SeriesInstanceUID", "2.25.69").set("SeriesNumber", 9).set("Modality", "SR")
						.set("SOPClassUID", BASIC_TEXT_SR).remove(0x00280010).remove(0x00280011).remove(0x7fe00010));
		Files.writeString(Path.of(folder("images")).resolve("readme"), "no image");
	}

	@Test
	public void seriesAreListedAndOpenedByIndexAndUid() throws Exception {
		writeImages();
		ChildJvm.Result result = run(
				"""
						folder = getArgument();
						run("List Series in Folder...", "path=[" + folder + "]");
						print(Table.headings);
						for (i = 0; i < Table.size; i++)
							print(Table.getString("Patient", i) + "|" + Table.getString("Date", i) + "|" + Table.get("Number", i) + "|"
								+ Table.get("Images", i) + "|" + Table.getString("Problem", i) + "|" + Table.getString("Series UID", i));
						run("Open Series from Folder...", "path=[" + folder + "] series=1 rater=r-1");
						print(getTitle() + " " + nSlices);
						makeRectangle(1, 1, 2, 2);
						run("Mark Selection...", "class_key=lesion");
						run("Close Annotations");
						close();
						run("List Series in Folder...", "path=[" + folder + "] show_patients=true");
						print(Table.getString("Labels", 0) + "|" + Table.getString("Labels", 1) + "|" + Table.getString("Patient name", 0));
						run("Open Series from Folder...", "path=[" + folder + "] series=2.25.62");
						print(getTitle() + " " + nSlices);
						run("Open Series from Folder...", "path=[" + folder + "] series=2.25.61");
						rename("CT #2-1");
						selectImage("CT #2");
						run("Close Annotations");
						run("Open Series from Folder...", "path=[" + folder + "] series=2.25.62");
						print("again " + getTitle());
						""");
		String out = result.output();
		assertEquals(out, 0, result.exitCode());
		assertFalse(out, out.lines().findFirst().orElseThrow().contains("name"));
		assertTrue(out, out.contains("Patient 1|2024-01-31|1|3||2.25.61"));
		assertTrue(out, out.contains("Patient 1|2024-01-31|2|3||2.25.62"));
		assertTrue(out, out.contains("|9|1|It holds no pixels (modality SR), so there is no image to show.|2.25.69"));
		assertTrue(out, out.contains("CT #1 3"));
		assertTrue(out, out.contains("1 object||Secret, Name"));
		assertTrue(out, out.contains("CT #2 3"));
		assertTrue("titles tell open images apart\n" + out, out.contains("again CT #2-2"));
		assertTrue(out, out.contains("Files that are no images: 1."));
	}

	@Test
	public void aSeriesOfAnArchiveOpensAndKeepsItsLabels() throws Exception {
		writeImages();
		Path zip = Path.of(folder("images")).resolve("a.zip");
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip));
				Stream<Path> files = Files.walk(Path.of(folder("images")))) {
			for (Path file : files.filter(Files::isRegularFile).filter(f -> f.getParent().toString().contains("part")).toList()) {
				out.putNextEntry(new ZipEntry("x/" + file.getFileName()));
				out.write(Files.readAllBytes(file));
				out.closeEntry();
			}
		}
		ChildJvm.Result result = run("""
				zip = getArgument() + "/a.zip";
				run("Open Series from Folder...", "path=[" + zip + "] series=2.25.61 rater=r-1");
				print(getTitle() + " " + nSlices);
				makeRectangle(1, 1, 2, 2);
				run("Mark Selection...", "class_key=lesion");
				run("Close Annotations");
				close();
				File.rename(zip, getArgument() + "/b.zip");
				run("List Series in Folder...", "path=[" + getArgument() + "/b.zip]");
				print("labels " + Table.getString("Labels", 0) + "|" + Table.getString("Labels", 1));
				run("Clear Retrieved Images...", "labelled_too=true");
				""");
		assertEquals(result.output(), 0, result.exitCode());
		assertTrue(result.output(), result.output().contains("CT #1 3"));
		assertTrue(result.output(), result.output().contains("labels 1 object|"));
		assertTrue(result.output(), result.output().contains("Unpacked: Removed 3 images of 1 series"));
	}

	@Test
	public void anArchiveWithoutImagesSaysWhy() throws Exception {
		writeImages();
		Path images = Path.of(folder("images"));
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(images.resolve("whole.zip")))) {
			out.putNextEntry(new ZipEntry("report"));
			out.write(Files.readAllBytes(images.resolve("report")));
		}
		byte[] whole = Files.readAllBytes(images.resolve("whole.zip"));
		Files.write(images.resolve("cut.zip"), Arrays.copyOf(whole, whole.length / 2));
		assertStudyRefused("whole.zip", "It holds no pixels (modality SR), so there is no image to show.");
		assertStudyRefused("cut.zip", "The zip archive is broken, cut off or encrypted.");
	}

	private void assertStudyRefused(String name, String words) throws Exception {
		ChildJvm.Result result = run("run(\"Open Study...\", \"path=[\" + getArgument() + \"/" + name + "]\");");
		assertEquals(1, result.exitCode());
		assertTrue(result.output(), result.output().contains("Open Study: " + words));
	}

	@Test
	public void whatIsNotThereIsRefusedInWords() throws Exception {
		writeImages();
		assertRefused("series=7", "There is no series 7: the folder has series 1 to 3.");
		assertRefused("series=2.25.1", "The folder has no series with this UID.");
		assertRefused("series=3", "It holds no pixels (modality SR), so there is no image to show.");
	}

	private void assertRefused(String options, String words) throws Exception {
		ChildJvm.Result result = run("run(\"Open Series from Folder...\", \"path=[\" + getArgument() + \"] " + options + "\");");
		assertEquals(1, result.exitCode());
		assertTrue(result.output(), result.output().contains(words));
		assertFalse(result.output(), result.output().contains("Secret"));
	}
}
