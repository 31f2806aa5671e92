package org.annotomy.command.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.annotomy.bridge.ChildJvm;
import org.annotomy.bridge.Main;
import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.dicom.web.FakeDicomWeb;
import org.annotomy.testing.OrthancServer;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Macros without a display that work with a server: all of it in the words of the macro language. */
public class ServerMacroTest {

	private static final String SECRET = "sesame: open";

	@Rule
	public final TemporaryFolder temporary = new TemporaryFolder();

	private ChildJvm.Result run(String macro, String server) throws Exception {
		Path file = Files.writeString(temporary.newFile().toPath(), macro.replace("SERVER", server));
		return ChildJvm.headless().with("-Dannotomy.dicomweb=" + folder("web"), "-Dannotomy.recovery=" + folder("recovery"))
				.withVariable("CLINIC_SECRET", "rater:" + SECRET)
				.run(Main.class.getName(), "--headless", "--macro", file.toString(), folder("work"));
	}

	private String folder(String name) throws IOException {
		return Files.createDirectories(temporary.getRoot().toPath().resolve(name)).toString();
	}

	private Path slices() throws IOException {
		Path slices = temporary.newFolder("slices").toPath();
		SyntheticSlice.write(slices, new double[]{0, 1, 2}, slice -> slice.set("StudyDate", "20240131"));
		return slices;
	}

	@Test
	public void annotationsGoToAServerAndComeBack() throws Exception {
		slices();
		try (OrthancServer orthanc = OrthancServer.startFor(temporary.newFolder("orthanc").toPath(), SECRET)) {
			ChildJvm.Result result = run(
					"""
							folder = getArgument();
							run("DICOMweb Server...", "server=Clinic address=SERVER credentials=basic secret_variable=CLINIC_SECRET");
							run("Send DICOM Files to Server...", "path=[" + folder + "/../slices]");
							print("sent " + Table.size + " " + Table.get("Stored", 2));
							run("Find Studies on Server...", "dates=2024-01-31 modality=CT");
							print("found " + Table.size + " " + Table.headings);
							study = Table.getString("Study UID", 0);
							run("Find Studies on Server...", "study_uid=" + study);
							series = Table.getString("Series UID", 0);
							run("Open Series from Server...", "study_uid=" + study + " series_uid=" + series + " rater=r-1");
							makeRectangle(1, 1, 2, 2);
							run("Mark Selection...", "class_key=lesion object_name=[Spot]");
							run("Send Annotations to Server...", "");
							print("labels " + Table.size + " " + Table.getString("Result", 0));
							run("Close Annotations");
							close();
							run("Find Studies on Server...", "study_uid=" + study);
							print("series " + Table.size + " " + Table.getString("Labels", 0));
							run("Open Series from Server...", "study_uid=" + study + " series_uid=" + series + " folder=[" + folder + "/again]");
							run("Measure Objects...", "objects=all");
							print("back " + Table.size + " " + Table.getString("Object", 0));
							run("Close Annotations");
							close();
							run("Open Series from Server...", "study_uid=" + study + " series_uid=" + series);
							run("Close Annotations");
							run("Clear Retrieved Images...", "labelled_too=true");
							""",
					orthanc.address());
			assertEquals(result.output(), 0, result.exitCode());
			assertTrue(result.output(), result.output().contains("sent 3 1"));
			assertTrue(result.output(), result.output().contains("found 1 "));
			assertTrue(result.output(), result.output().contains("\tDate\tModalities\tSeries\tImages\tStudy UID\n"));
			assertTrue(result.output(), result.output().contains("labels 1 stored"));
			assertTrue(result.output(), result.output().contains("series 1 here, on the server"));
			assertTrue(result.output(), result.output().contains("came from the server."));
			assertTrue(result.output(), result.output().contains("back 1 Spot"));
			assertTrue(result.output(), result.output().contains("Removed 3 images of 1 series (0 MB); 0 MB are left, none"));
			for (String secret : List.of("Secret", "SECRET", SECRET))
				assertFalse(result.output(), result.output().contains(secret));
			assertNothingTellsTheSecret();
		}
	}

	/** No file that the program wrote holds the password. */
	private void assertNothingTellsTheSecret() throws IOException {
		try (Stream<Path> files = Files.walk(temporary.getRoot().toPath())) {
			for (Path file : files.filter(Files::isRegularFile).filter(f -> !f.toString().contains("orthanc")).toList())
				assertFalse(file.getFileName().toString(),
						new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1).contains(SECRET));
		}
	}

	@Test
	public void aFailedSendStopsTheMacroAndIsSentLater() throws Exception {
		slices();
		try (FakeDicomWeb server = new FakeDicomWeb()) {
			server.unwanted.add("2.25.2");
			ChildJvm.Result failed = run("""
					run("DICOMweb Server...", "server=Fake address=SERVER");
					run("Send DICOM Files to Server...", "path=[" + getArgument() + "/../slices]");
					print("went on");
					""", server.server.address());
			assertEquals(1, failed.exitCode());
			assertFalse(failed.output(), failed.output().contains("went on"));
			assertTrue(failed.output(),
					failed.output().contains("1 of 3 objects were not stored: the server does not store objects of"
							+ " this kind (SOP class) (0122). They are kept; see Retry Failed Sends..."));
			ChildJvm.Result listed = run("""
					run("Retry Failed Sends...", "action=list");
					print("waiting " + Table.size + " " + Table.get("Attempts", 0));
					run("Retry Failed Sends...", "stop_on_failure=false");
					print("again " + Table.get("Stored", 0));
					""", "");
			assertEquals(listed.output(), 0, listed.exitCode());
			assertTrue(listed.output(), listed.output().contains("waiting 1 1") && listed.output().contains("again 0"));
			server.unwanted.clear();
			loseTheNote();
			ChildJvm.Result unasked = run("run(\"Retry Failed Sends...\", \"\");", "");
			assertEquals(1, unasked.exitCode());
			assertTrue(unasked.output(),
					unasked.output().contains("1 object waits of which it is not known for which server it was "
							+ "meant. Name the server and give unknown_too=true, or discard it."));
			assertEquals("nothing was sent to the only server of the list", 2, server.objects.size());
			ChildJvm.Result sent = run("""
					run("Retry Failed Sends...", "server=Fake unknown_too=true");
					run("Retry Failed Sends...", "action=list");
					print("waiting " + Table.size);
					""", "");
			assertEquals(sent.output(), 0, sent.exitCode());
			assertTrue(sent.output(), sent.output().contains("waiting 0"));
			assertEquals(3, server.objects.size());
		}
	}

	private void loseTheNote() throws IOException {
		try (Stream<Path> files = Files.walk(temporary.getRoot().toPath())) {
			for (Path file : files.filter(f -> f.getParent().endsWith("outbox") && f.toString().endsWith(".json")).toList())
				Files.delete(file);
		}
	}

	@Test
	public void whatCannotBeDoneIsSaid() throws Exception {
		assertSays("There are no DICOMweb servers yet. Add one with DICOMweb Server...",
				"run(\"Find Studies on Server...\", \"modality=CT\");");
		assertSays("Over http everybody on the way can read patients' data",
				"run(\"DICOMweb Server...\", \"server=A address=http://pacs.example.org\");");
		assertSays("The server wants credentials (bearer). Put them into an environment variable",
				"run(\"DICOMweb Server...\", \"server=A address=https://pacs.example.org credentials=bearer\");"
						+ "run(\"Find Studies on Server...\", \"\");");
		assertSays("A window needs a display.", "run(\"DICOMweb Browser\");");
		assertSays("The UID of the study is not made of digits and dots.",
				"run(\"DICOMweb Server...\", \"server=A address=http://localhost:1\");"
						+ "run(\"Open Series from Server...\", \"study_uid=../x series_uid=1.2\");");
	}

	private void assertSays(String expected, String macro) throws Exception {
		ChildJvm.Result result = run(macro, "");
		assertEquals(1, result.exitCode());
		assertTrue(result.output(), result.output().contains(expected));
	}
}
