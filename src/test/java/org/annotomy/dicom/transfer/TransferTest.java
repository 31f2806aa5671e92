package org.annotomy.dicom.transfer;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.dicom.part10.DicomFileReader;
import org.annotomy.dicom.part10.DicomWriter;
import org.annotomy.dicom.web.DicomWebClient;
import org.annotomy.dicom.web.FakeDicomWeb;
import org.annotomy.dicom.web.WebException;
import org.annotomy.home.InUse;
import org.annotomy.image.ImageFormatException;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Series on their way here and objects on their way there, over a connection that breaks. */
public class TransferTest {

	private static final int SLICES = 12;
	private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-27T12:00:00Z"), ZoneOffset.UTC);
	private static final String INSTANCES = "GET /dicom-web/studies/2.25.5101/series/2.25.5102/instances/";

	@Rule
	public final TemporaryFolder temporary = new TemporaryFolder();

	private FakeDicomWeb server;
	private DicomWebClient client;
	private Path folder;
	private Outbox outbox;

	@Before
	public void start() throws IOException {
		server = new FakeDicomWeb().withSlices(SLICES);
		client = server.client();
		folder = temporary.getRoot().toPath().resolve("series");
		outbox = new Outbox(temporary.getRoot().toPath().resolve("outbox"), NOON);
	}

	@After
	public void stop() {
		client.close();
		server.close();
	}

	private DownloadReport download(Progress progress) throws IOException {
		return new SeriesDownload(client, "2.25.5101", SyntheticSlice.SERIES, folder, progress).run();
	}

	@Test
	public void aSeriesComesInOneRequestAndOnce() throws IOException {
		DownloadReport report = download(Progress.NONE);
		assertEquals(new DownloadReport(folder, SLICES, SLICES, 0, List.of()), report);
		assertEquals("list and series", 2, server.server.requests().size());
		assertArrayEquals(server.objects.get("2.25.3"), Files.readAllBytes(folder.resolve(LocalName.fileOf("2.25.3"))));
		assertEquals(0, download(Progress.NONE).received());
		assertEquals("only the list again", 3, server.server.requests().size());
	}

	@Test
	public void aBrokenRetrieveGoesOnWithWhatIsMissing() throws IOException {
		server.breaksAfter = 5;
		DownloadReport report = download(Progress.NONE);
		assertEquals(new DownloadReport(folder, SLICES, SLICES, 0, List.of()), report);
		assertEquals("one by one", SLICES - 5, server.requests(INSTANCES));
		assertNoHalves();
	}

	@Test
	public void whatCannotBeHadIsSaidAndFetchedLater() throws IOException {
		server.broken.addAll(List.of("2.25.3", "2.25.7"));
		DownloadReport report = download(Progress.NONE);
		assertEquals(SLICES - 2, report.present());
		assertEquals(2, report.missing());
		assertEquals(
				List.of("2 of 12 images could not be retrieved: The server answered 500: it has failed. Try again later, or ask"
						+ " who runs it. Open the series again to fetch what is missing."),
				report.notes());
		server.broken.clear();
		long before = server.requests(INSTANCES);
		assertEquals(new DownloadReport(folder, SLICES, 2, 0, List.of()), download(Progress.NONE));
		assertEquals(2, server.requests(INSTANCES) - before);
	}

	@Test
	public void aCancelledRetrieveKeepsWhatHasArrived() throws IOException {
		AtomicInteger arrived = new AtomicInteger();
		Progress cancelling = new Progress() {
			@Override
			public void update(double fraction, String doing) {
				if (doing.startsWith("Retrieving image")) arrived.incrementAndGet();
			}

			@Override
			public boolean isCancelled() { return arrived.get() >= 4; }
		};
		assertThrows(CancelledException.class, () -> download(cancelling));
		int kept = SeriesDownload.imagesIn(folder);
		assertTrue(kept + " kept", kept >= 4 && kept < SLICES);
		DownloadReport report = download(Progress.NONE);
		assertEquals(SLICES, report.present());
		assertNoHalves();
	}

	@Test
	public void anotherProgramMayRetrieveTheSameSeries() throws IOException {
		Files.createDirectories(folder);
		Path others = Files.writeString(folder.resolve(".unfinished-others"), "written now");
		Path left = Files.writeString(folder.resolve(".unfinished-left"), "by a crash");
		Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(30))));
		assertEquals(SLICES, download(Progress.NONE).present());
		assertTrue(Files.exists(others));
		assertFalse(Files.exists(left));
	}

	private void assertNoHalves() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			assertTrue(files.allMatch(f -> LocalName.isFileOfImage(f.getFileName().toString())));
		}
	}

	@Test
	public void whatDoesNotBelongToTheSeriesIsNotKept() throws IOException {
		server.mixesSeries = true;
		server.objects.put("2.25.900", DicomWriter.toBytes(
				SyntheticSlice.at(1, 1).set("SOPInstanceUID", "2.25.900").set("SeriesInstanceUID", "2.25.901").build()));
		DownloadReport report = download(Progress.NONE);
		assertEquals(SLICES, report.present());
		assertEquals(List.of("The server sent 1 objects of another series, which were not kept."), report.notes());
		server.objects.clear();
		WebException none = assertThrows(WebException.class,
				() -> new SeriesDownload(client, "2.25.5101", "2.25.404", folder, Progress.NONE).run());
		assertEquals(WebException.Kind.NOT_FOUND, none.kind());
	}

	@Test
	public void uidsThatAreNoUidsBecomeNoFiles() throws IOException {
		byte[] evil = DicomWriter.toBytes(SyntheticSlice.at(1, 1).set("SOPInstanceUID", "2.25.66").build());
		byte[] uid = "2.25.66".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
		byte[] path = "../../x".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
		for (int i = 0; i + uid.length <= evil.length; i++)
			if (java.util.Arrays.equals(uid, java.util.Arrays.copyOfRange(evil, i, i + uid.length)))
				System.arraycopy(path, 0, evil, i, path.length);
		server.objects.put("2.25.12", evil);
		server.mixesSeries = true;
		DownloadReport report = download(Progress.NONE);
		assertEquals(SLICES - 1, report.present());
		assertTrue(report.notes().toString(), report.notes().get(1).contains("no DICOM"));
		try (Stream<Path> files = Files.list(temporary.getRoot().toPath())) {
			assertEquals(List.of("series"), files.map(f -> f.getFileName().toString()).toList());
		}
	}

	private List<Outbox.Entry> addSlices(int count) throws IOException {
		Path files = temporary.newFolder().toPath();
		List<Outbox.Entry> entries = new ArrayList<>();
		for (int k = 101; k <= 100 + count; k++)
			entries.add(outbox.add("Fake", SyntheticSlice.write(files, k + ".dcm", SyntheticSlice.at(k, k)), Progress.NONE));
		return entries;
	}

	private List<SendResult> send() throws IOException {
		return new Sending(client, outbox, Progress.NONE).run(outbox.entries());
	}

	@Test
	public void whatIsStoredLeavesTheOutbox() throws IOException {
		addSlices(3);
		assertEquals(3, outbox.entries().size());
		assertTrue(send().stream().allMatch(SendResult::isStored));
		assertEquals(List.of(), outbox.entries());
		assertEquals(SLICES + 3, server.objects.size());
	}

	@Test
	public void whatIsNotStoredStaysWithTheReasonAndIsSentAgain() throws IOException {
		addSlices(3);
		server.unwanted.add("2.25.102");
		assertEquals(List.of("stored", "the server does not store objects of this kind (SOP class) (0122)", "stored"),
				send().stream().map(SendResult::words).toList());
		Outbox.Entry left = outbox.entries().get(0);
		assertEquals(new Outbox.Entry(left.id(), "Fake", "2.25.102", "1.2.840.10008.5.1.4.1.1.2", NOON.instant(), 1,
				"the server does not store objects of this kind (SOP class) (0122)"), left);
		server.unwanted.clear();
		assertEquals("stored", send().get(0).words());
		assertEquals(List.of(), outbox.entries());
	}

	@Test
	public void aServerThatIsAwayLosesNothing() throws IOException {
		addSlices(2);
		server.storeStatus = 503;
		assertEquals("The server answered 503: it is too busy. Try again later.", send().get(0).words());
		server.close();
		List<SendResult> results = send();
		assertEquals("Nobody answers at the server's address.", results.get(0).words());
		assertEquals(2, outbox.entries().size());
		assertEquals(2, outbox.entries().get(0).attempts());
	}

	@Test
	public void tooMuchAtOnceIsSentInPieces() throws IOException {
		addSlices(7);
		server.mostAtOnce = 2;
		assertTrue(send().stream().allMatch(SendResult::isStored));
		assertEquals(SLICES + 7, server.objects.size());
		addSlices(1);
		server.mostAtOnce = 0;
		assertEquals("The server answered 413: that is too much for it at once.", send().get(0).words());
		assertEquals(1, outbox.entries().size());
	}

	@Test
	public void anObjectInMemoryIsWrittenNowhereElse() throws IOException {
		Outbox.Entry entry = outbox.add("Fake", SyntheticSlice.at(1, 1).build());
		assertEquals("2.25.1", entry.sopUid());
		assertEquals(List.of(entry), outbox.entries());
		assertEquals("SECRET", DicomFileReader.readHeader(outbox.object(entry)).dataset().string(0x00100020, ""));
		try (Stream<Path> files = Files.list(outbox.object(entry).getParent())) {
			assertEquals("object and note", 2, files.count());
		}
	}

	@Test
	public void whatACrashLeftHalfWrittenIsTidiedAwayOnceItIsOld() throws IOException {
		Path folder = Files.createDirectories(temporary.getRoot().toPath().resolve("outbox"));
		List<Path> old = new ArrayList<>();
		for (String name : List.of("1.tmp", "2.dcm.tmp", "3.json.tmp", "4.json")) {
			old.add(Files.writeString(folder.resolve(name), "half"));
			Files.setLastModifiedTime(old.get(old.size() - 1), FileTime.from(NOON.instant().minus(Duration.ofHours(30))));
		}
		Path fresh = Files.writeString(folder.resolve("5.tmp"), "another program writes this now");
		Files.setLastModifiedTime(fresh, FileTime.from(NOON.instant().minus(Duration.ofMinutes(5))));
		Outbox.Entry entry = outbox.add("Fake", SyntheticSlice.at(1, 1).build());
		for (Path file : old)
			assertFalse(file.getFileName().toString(), Files.exists(file));
		assertTrue(Files.exists(fresh));
		assertEquals(List.of(entry), outbox.entries());
	}

	@Test
	public void theOutboxOutlivesItsFiles() throws IOException {
		Path original = SyntheticSlice.write(temporary.getRoot().toPath(), "original.dcm", SyntheticSlice.at(5, 105));
		Outbox.Entry first = outbox.add("Fake", original, Progress.NONE);
		Outbox.Entry again = outbox.add("Fake", original, Progress.NONE);
		assertEquals("the same object waits once", List.of(again), outbox.entries());
		assertFalse(Files.exists(outbox.object(first)));
		Files.delete(original);
		Path note = outbox.object(again).resolveSibling(again.id() + ".json");
		Files.writeString(note, "{ broken");
		assertEquals("it is not known for which server it was meant", outbox.entries().get(0).last());
		assertTrue(send().get(0).isStored());
		Path text = Files.writeString(temporary.getRoot().toPath().resolve("text"), "no DICOM");
		assertThrows(ImageFormatException.class, () -> outbox.add("Fake", text, Progress.NONE));
	}

	@Test
	public void puttingFilesInLineIsToldAndCanBeCancelled() throws IOException {
		Path files = temporary.newFolder("large").toPath();
		for (int k = 1; k <= 3; k++)
			SyntheticSlice.write(files, k + ".dcm", SyntheticSlice.at(k, k).set("Rows", 400)
					.set("Columns", 400).pixels(new short[400 * 400]));
		List<Double> told = new ArrayList<>();
		Progress cancelledInTheSecond = new Progress() {
			@Override
			public void update(double fraction, String doing) {
				told.add(fraction);
			}

			@Override
			public boolean isCancelled() { return !told.isEmpty() && told.get(told.size() - 1) > 0.4; }
		};
		FilesToSend all = FilesToSend.in(files, Progress.NONE);
		assertThrows(CancelledException.class, () -> all.put(outbox, "Fake", cancelledInTheSecond));
		assertTrue(told.toString(), told.size() > 4 && told.get(told.size() - 1) < 2 / 3d);
		assertEquals("the first one waits", 1, outbox.entries().size());
		try (Stream<Path> left = Files.list(outbox.object(outbox.entries().get(0)).getParent())) {
			assertEquals("the object and its note, no half of the second", 2, left.count());
		}
		assertEquals(3, all.put(outbox, "Fake", Progress.NONE).size());
		assertEquals(3, outbox.entries().size());
	}

	@Test
	public void whatWaitsStaysAsItWasPutInLine() throws IOException {
		Path original = SyntheticSlice.write(temporary.getRoot().toPath(), "original.dcm", SyntheticSlice.at(5, 105));
		byte[] then = Files.readAllBytes(original);
		Outbox.Entry entry = outbox.add("Fake", original, Progress.NONE);
		byte[] changed = then.clone();
		changed[changed.length - 1] ^= 0x55;
		Files.write(original, changed); // in place, as a program does that edits its own file
		assertArrayEquals(then, Files.readAllBytes(outbox.object(entry)));
		assertTrue(send().get(0).isStored());
		assertArrayEquals(then, server.objects.get("2.25.105"));
	}

	@Test
	public void filesToSendAreThoseThatAreDicom() throws IOException {
		Path files = temporary.newFolder("files").toPath();
		SyntheticSlice.write(files, "b.dcm", SyntheticSlice.at(1, 1));
		SyntheticSlice.write(Files.createDirectory(files.resolve("sub")), "a", SyntheticSlice.at(2, 2));
		Files.writeString(files.resolve("notes.txt"), "no DICOM");
		Files.createDirectory(files.resolve(".annotomy"));
		Files.writeString(files.resolve(".annotomy").resolve("lock"), "");
		FilesToSend found = FilesToSend.in(files, Progress.NONE);
		assertEquals(2, found.files().size());
		assertEquals(1, found.others());
		assertEquals("There is no DICOM object to send: 1 other files were looked at.",
				assertThrows(ImageFormatException.class, () -> FilesToSend.in(files.resolve("notes.txt"), Progress.NONE))
						.getMessage());
	}

	@Test
	public void oldImagesMakeRoomButLabelsStay() throws IOException {
		RetrievedImages images = new RetrievedImages(temporary.getRoot().toPath().resolve("retrieved"), NOON);
		List<Path> folders = new ArrayList<>();
		for (int k = 0; k < 3; k++) {
			Path one = images.folder("1.2." + k);
			Files.write(one.resolve(LocalName.fileOf("1.3." + k)), new byte[1000]);
			Files.setLastModifiedTime(one, FileTime.from(NOON.instant().plusSeconds(k)));
			folders.add(one);
		}
		Files.writeString(folders.get(0).resolve("1.2.0.geojson"), "{}");
		Files.setLastModifiedTime(folders.get(0), FileTime.from(NOON.instant().minusSeconds(9)));
		InUse use = InUse.of(folders.get(2));
		try (use) {
			assertEquals(new RetrievedImages.Cleared(1, 1, 1000, 1, 0, 2000), images.clear(2500, false));
			assertFalse("the oldest without labels", Files.exists(folders.get(1)));
			assertEquals(new RetrievedImages.Cleared(0, 0, 0, 1, 1, 2000), images.clear(0, false));
		}
		assertEquals(new RetrievedImages.Cleared(2, 2, 2000, 0, 0, 0), images.clear(0, true));
		assertTrue(Files.exists(folders.get(0).resolve("1.2.0.geojson")));
	}
}
