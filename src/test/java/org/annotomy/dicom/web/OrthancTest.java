package org.annotomy.dicom.web;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomFileReader;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.study.FoundStudies;
import org.annotomy.dicom.study.SeriesRow;
import org.annotomy.dicom.study.StudyQuery;
import org.annotomy.dicom.study.StudyRow;
import org.annotomy.task.Progress;
import org.annotomy.testing.OrthancServer;
import org.annotomy.testing.SharedData;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The client against a real server: Orthanc as Debian has it. */
public class OrthancTest {

	@ClassRule
	public static final TemporaryFolder FOLDER = new TemporaryFolder();

	private static final int SLICES = 104;
	private static final String STUDY = "2.25.5101";

	private static OrthancServer orthanc;
	private static DicomWebClient client;
	private static final Map<String, Path> SENT = new LinkedHashMap<>();

	@BeforeClass
	public static void startAndStore() throws IOException {
		orthanc = OrthancServer.start(FOLDER.newFolder("orthanc").toPath());
		client = new DicomWebClient(WebServer.of("Orthanc", orthanc.address()), Credentials.NONE);
		Path folder = FOLDER.newFolder("slices").toPath();
		for (int k = 1; k <= SLICES; k++)
			SENT.put("2.25." + k, SyntheticSlice.write(folder, k + ".dcm", SyntheticSlice.at(k, k)));
		for (int k = 1; k <= 3; k++)
			SENT.put("2.25.77" + k,
					SyntheticSlice.write(folder, "other" + k + ".dcm",
							SyntheticSlice.at(k, k).set("SOPInstanceUID", "2.25.77" + k)
									.set("StudyInstanceUID", "2.25.88" + k).set("SeriesInstanceUID", "2.25.99" + k)
									.set("PatientName", "Größe^" + k).set("PatientID", "P" + k).set("StudyDate", "2024010" + k)
									.set("Modality", "MR").set("StudyDescription", "Head " + k)));
		List<StoreOutcome> outcomes = client.store(SENT, Progress.NONE);
		assertEquals(List.of(), outcomes.stream().filter(o -> o.kind() != StoreOutcome.Kind.STORED).toList());
		assertEquals(SENT.size(), outcomes.size());
	}

	@AfterClass
	public static void stop() {
		if (client != null) client.close();
		if (orthanc != null) orthanc.close();
	}

	@Test
	public void studiesAreFoundByWhatTheyAre() throws IOException {
		assertTrue(uids(query("", "", "", "")).containsAll(Set.of(STUDY, "2.25.881", "2.25.882", "2.25.883")));
		assertEquals("Orthanc does not decode", Set.of("2.25.882"), uids(query("größe^2", "", "", "")));
		assertEquals(Set.of("2.25.881"), uids(query("Größe, 1", "", "", "")));
		assertEquals(Set.of("2.25.881", "2.25.882", "2.25.883"), uids(query("Gr*", "", "", "")));
		assertEquals(Set.of("2.25.883"), uids(query("", "P?", "2024-01-03", "")));
		assertEquals(Set.of("2.25.882", "2.25.883"), uids(query("", "", "20240102-", "MR")));
		assertEquals(Set.of("2.25.881", "2.25.882"), uids(query("", "", "2024-01-01..2024-01-02", "")));
		assertEquals(Set.of(), uids(query("", "NOBODY", "", "")));
	}

	private static StudyQuery query(String name, String id, String dates, String modality) {
		return new StudyQuery(name, id, dates, modality, "", "", StudyQuery.USUAL);
	}

	private static Set<String> uids(StudyQuery query) throws IOException {
		Set<String> uids = new TreeSet<>();
		client.studies(query, Progress.NONE).rows().forEach(row -> uids.add(row.studyUid()));
		return uids;
	}

	@Test
	public void aRowSaysWhatTheListShows() throws IOException {
		StudyRow row = client.studies(query("", "P2", "", ""), Progress.NONE).rows().get(0);
		assertEquals("Größe, 2", row.patient().readableName());
		assertEquals("2024-01-02", row.readableDate());
		assertEquals(List.of("MR"), row.modalities());
		assertEquals("Head 2", row.description());
		assertEquals(1, row.series());
		assertEquals(1, row.images());
		SeriesRow series = client.series(STUDY, Progress.NONE).get(0);
		assertEquals(new SeriesRow(STUDY, SyntheticSlice.SERIES, "CT", 7, "Secret words", "", SLICES, -1, "", ""), series);
	}

	@Test
	public void longListsComePageByPage() throws IOException {
		List<WebInstance> instances = client.instances(STUDY, SyntheticSlice.SERIES, Progress.NONE);
		assertEquals(SLICES, instances.size());
		assertEquals("in the order of their numbers", "2.25." + SLICES, instances.get(0).sopUid());
		StudyQuery two = new StudyQuery("", "", "", "", "", "", 2);
		FoundStudies found = client.studies(two, Progress.NONE);
		assertEquals(2, found.rows().size());
		assertTrue(found.more());
		assertFalse(client.studies(StudyQuery.ALL, Progress.NONE).more());
	}

	@Test
	public void filesComeBackBitByBit() throws IOException {
		List<byte[]> files = new ArrayList<>();
		client.retrieveInstance(STUDY, SyntheticSlice.SERIES, "2.25.5", part -> files.add(part.content().readAllBytes()),
				Progress.NONE);
		assertEquals(1, files.size());
		assertArrayEquals(Files.readAllBytes(SENT.get("2.25.5")), files.get(0));
		files.clear();
		client.retrieveSeries(STUDY, SyntheticSlice.SERIES, part -> files.add(part.content().readAllBytes()), Progress.NONE);
		assertEquals(SLICES, files.size());
		files.clear();
		client.retrieveStudy("2.25.881", part -> files.add(part.content().readAllBytes()), Progress.NONE);
		assertArrayEquals(Files.readAllBytes(SENT.get("2.25.771")), files.get(0));
	}

	@Test
	public void compressedFilesComeBackAsTheyAreStored() throws IOException {
		for (String path : List.of("us/echo_8f_jpeg_fragmented.dcm", "enhanced/CT0012.explicit_little_endian.dcm")) {
			Path file = SharedData.require(path);
			DicomDataset dataset = DicomFileReader.read(file).dataset();
			String uid = dataset.string(Tag.SOP_INSTANCE_UID, "");
			List<StoreOutcome> outcomes = client.store(Map.of(uid, file), Progress.NONE);
			assertEquals(path, "stored", outcomes.get(0).words());
			List<byte[]> files = new ArrayList<>();
			client.retrieveInstance(dataset.string(Tag.STUDY_INSTANCE_UID, ""), dataset.string(Tag.SERIES_INSTANCE_UID, ""), uid,
					part -> files.add(part.content().readAllBytes()), Progress.NONE);
			assertArrayEquals(path, Files.readAllBytes(file), files.get(0));
		}
	}

	@Test
	public void framesComeOneByOne() throws IOException {
		List<WebFrame> frames = client.frames(STUDY, SyntheticSlice.SERIES, "2.25.5", List.of(1), Progress.NONE);
		assertEquals("application/octet-stream", frames.get(0).mediaType());
		assertEquals("1.2.840.10008.1.2.1", frames.get(0).transferSyntax());
		assertEquals(SyntheticSlice.WIDTH * SyntheticSlice.HEIGHT * 2, frames.get(0).bytes().length);
		assertEquals(5, frames.get(0).bytes()[0]);
		assertThrows(WebException.class,
				() -> client.frames(STUDY, SyntheticSlice.SERIES, "2.25.5", List.of(2), Progress.NONE));
	}

	@Test
	public void metadataAreHeadersWithoutPixels() throws IOException {
		List<DicomDataset> headers = new ArrayList<>();
		client.metadata("2.25.882", "2.25.992", headers::add, Progress.NONE);
		assertEquals(1, headers.size());
		assertEquals("Größe^2", headers.get(0).string(0x00100010, ""));
		assertArrayEquals(new double[]{0.7, 0.5}, headers.get(0).doubles(0x00280030), 0);
	}

	@Test
	public void theServerDrawsASmallPicture() throws IOException {
		var picture = client.thumbnail(STUDY, SyntheticSlice.SERIES, Progress.NONE).orElseThrow();
		assertEquals(SyntheticSlice.WIDTH * SyntheticSlice.HEIGHT, picture.getWidth() * picture.getHeight());
	}

	@Test
	public void whatIsNotThereIsSaid() {
		WebException failure = assertThrows(WebException.class,
				() -> client.retrieveStudy("2.25.404", part -> part.content().readAllBytes(), Progress.NONE));
		assertEquals(WebException.Kind.NOT_FOUND, failure.kind());
		assertEquals("The server has no such study, series or image (404), or its address is not complete.",
				failure.getMessage());
	}

	@Test
	public void whoIsNotRegisteredIsSentAway() throws IOException {
		try (OrthancServer closed = OrthancServer.startFor(FOLDER.newFolder("closed").toPath(), "sesame: open")) {
			WebServer server = new WebServer("Closed", WebServer.address(closed.address()), AuthKind.BASIC, "", "SECRET", false);
			try (DicomWebClient wrong = new DicomWebClient(server, Credentials.of(server, "rater:guess"))) {
				WebException failure = assertThrows(WebException.class, () -> wrong.studies(StudyQuery.ALL, Progress.NONE));
				assertEquals(WebException.Kind.UNAUTHORISED, failure.kind());
			}
			CredentialSource source = CredentialSource.environment(Map.of("SECRET", "rater:sesame: open")::get);
			try (DicomWebClient right = new DicomWebClient(server, source.of(server))) {
				assertEquals(List.of(), right.studies(StudyQuery.ALL, Progress.NONE).rows());
			}
		}
	}
}
