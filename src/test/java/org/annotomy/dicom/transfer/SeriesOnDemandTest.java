package org.annotomy.dicom.transfer;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.annotomy.dicom.DicomImageReader;
import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.dicom.codec.PixelFormat;
import org.annotomy.dicom.part10.DicomDatasetBuilder;
import org.annotomy.dicom.part10.DicomWriter;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.part10.TransferSyntax;
import org.annotomy.dicom.part10.Vr;
import org.annotomy.dicom.web.DicomWebClient;
import org.annotomy.dicom.web.FakeDicomWeb;
import org.annotomy.dicom.web.WebException;
import org.annotomy.image.DisplayLayer;
import org.annotomy.image.MedicalImage;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Films whose frames come from a server as they are shown. */
public class SeriesOnDemandTest {

	private static final String STUDY = "2.25.5101";
	private static final String FILM = "2.25.7";
	private static final int FRAMES = 40;
	private static final int SIDE = 64;

	@Rule
	public final TemporaryFolder temporary = new TemporaryFolder();

	private FakeDicomWeb server;
	private DicomWebClient client;

	@Before
	public void start() throws IOException {
		server = new FakeDicomWeb();
		server.objects.put(FILM, DicomWriter.toBytes(film(FRAMES).build()));
		client = server.client();
	}

	@After
	public void stop() {
		client.close();
		server.close();
	}

	/** The pixels of the k-th frame (from 0) are 100 k and above. */
	private static DicomDatasetBuilder film(int frames) {
		short[] pixels = new short[frames * SIDE * SIDE];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (short) (100 * (i / (SIDE * SIDE)) + i % 97);
		return SyntheticSlice.at(0, 7).set("NumberOfFrames", frames).remove(Tag.IMAGE_POSITION_PATIENT).set("Modality", "XA")
				.set("Rows", SIDE).set("Columns", SIDE).set("FrameTime", 40d).pixels(pixels);
	}

	private Path folder() {
		return temporary.getRoot().toPath().resolve("series");
	}

	private Optional<List<MedicalImage>> open(boolean smallToo) throws IOException {
		return new SeriesOnDemand(client, STUDY, SyntheticSlice.SERIES, folder(), Progress.NONE).open(smallToo);
	}

	private MedicalImage image() throws IOException {
		return open(true).orElseThrow().get(0);
	}

	private long asked() {
		return server.server.requests().stream().filter(request -> request.contains("/frames/")).count();
	}

	private MedicalImage whole() throws IOException {
		Path folder = Files.createDirectories(temporary.getRoot().toPath().resolve("whole"));
		new SeriesDownload(client, STUDY, SyntheticSlice.SERIES, folder, Progress.NONE).run();
		return new DicomImageReader().read(folder, Progress.NONE).get(0);
	}

	@Test
	public void onlyTheFramesThatAreShownAreFetchedAndTheyAreThoseOfTheFile() throws IOException {
		MedicalImage image = image();
		assertEquals("the first one", 1, asked());
		MedicalImage whole = whole();
		assertEquals(whole.identity(), image.identity());
		assertEquals(whole.scale(), image.scale());
		assertEquals(whole.windows(), image.windows());
		for (int frame : new int[]{0, 20, 7, 20})
			assertArrayEquals((short[]) whole.plane(frame), (short[]) image.plane(frame));
		assertEquals("0, 7 and 20", 3, asked());
		MedicalImage again = image();
		assertArrayEquals((short[]) whole.plane(20), (short[]) again.plane(20));
		assertEquals("they are kept", 3, asked());
	}

	@Test
	public void labelsLieWhereTheyLieForTheWholeFile() throws IOException {
		MedicalImage image = image();
		assertEquals(folder().resolve(LocalName.fileOf(FILM)), image.sidecar());
		assertEquals(whole().sidecar().getFileName(), image.sidecar().getFileName());
		assertFalse("and the file itself does not seem to be here", Files.exists(image.sidecar()));
		assertTrue("its header is", Files.exists(image.files().get(0)));
	}

	/** Numbers of the frames that were asked for. */
	private List<Integer> askedFor() {
		return server.server.requests().stream().filter(request -> request.contains("/frames/"))
				.flatMap(request -> Arrays.stream(request.substring(request.lastIndexOf('/') + 1).split(",")))
				.map(Integer::valueOf)
				.toList();
	}

	@Test
	public void whoGoesOnFindsFramesFetchedAheadAndSeveralAtOnce() throws IOException {
		MedicalImage image = image();
		image.plane(4);
		image.plane(5);
		long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
		while (!askedFor().contains(14) && System.nanoTime() < deadline)
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
		assertTrue(askedFor().toString(), askedFor().containsAll(IntStream.rangeClosed(5, 14).boxed().toList()));
		assertEquals("none twice", askedFor().stream().distinct().count(), askedFor().size());
		assertTrue(asked() + " requests for " + askedFor().size() + " frames", asked() < askedFor().size());
		image.plane(6);
		image.onDemand().orElseThrow().close();
	}

	@Test
	public void framesThatCannotBeHadTogetherAreAskedForAlone() throws IOException {
		server.mostFramesAtOnce = 1;
		MedicalImage image = image();
		MedicalImage whole = whole();
		for (int frame = 0; frame < FRAMES; frame++)
			assertArrayEquals("frame " + frame, (short[]) whole.plane(frame), (short[]) image.plane(frame));
		image.onDemand().orElseThrow().close();
	}

	@Test
	public void aHeaderIsReadWithoutWaitingForThePixels() throws IOException {
		server.stallsAfter = 100_000;
		assertEquals(FRAMES, image().timePoints());
	}

	@Test
	public void aFrameThatFailsIsToldAndTheNextTimeAskedForAgain() throws IOException {
		MedicalImage image = image();
		server.brokenFrames.add(3);
		assertEquals("The server answered 503: it is too busy. Try again later.",
				assertThrows(UncheckedIOException.class, () -> image.plane(2)).getCause().getMessage());
		assertEquals("three attempts", 1 + 3, asked());
		assertEquals("its neighbours are there", 300, ((short[]) image.plane(3))[0] - 3 * SIDE * SIDE % 97);
		server.brokenFrames.clear();
		assertEquals(200, ((short[]) image.plane(2))[0] - 2 * SIDE * SIDE % 97);
	}

	@Test
	public void aFrameThatCameBrokenIsNotKept() throws IOException {
		MedicalImage image = image();
		server.framesCutTo = 5000;
		assertEquals("The frame came cut short.",
				assertThrows(UncheckedIOException.class, () -> image.plane(2)).getCause().getMessage());
		server.framesCutTo = Integer.MAX_VALUE;
		assertEquals(200, ((short[]) image.plane(2))[0] - 2 * SIDE * SIDE % 97);
	}

	@Test
	public void closingTheImageEndsWhatIsUnderWay() throws Exception {
		MedicalImage image = image();
		server.gate = new CountDownLatch(1);
		CompletableFuture<String> waiting = CompletableFuture.supplyAsync(() -> {
			try {
				return String.valueOf(image.plane(9));
			} catch (UncheckedIOException e) {
				return e.getCause().getMessage();
			}
		});
		while (asked() < 2)
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
		image.onDemand().orElseThrow().close();
		assertEquals("The image was closed before the server answered.", waiting.get(10, TimeUnit.SECONDS));
		server.gate.countDown();
		assertEquals("who asks all the same gets it", 900, ((short[]) image.plane(9))[0] - 9 * SIDE * SIDE % 97);
	}

	/** None of them is asked for again alone. */
	@Test
	public void closingEndsARequestForSeveralFrames() throws Exception {
		PixelFormat format = PixelFormat.of(film(FRAMES).build());
		ServerFrames frames = new ServerFrames(new LentConnection(client::again), STUDY, SyntheticSlice.SERIES, FILM,
				TransferSyntax.EXPLICIT_LITTLE_ENDIAN, format, new FrameFiles(folder(), FILM));
		try {
			frames.frame(0);
			frames.frame(1);
			server.frameGate = new CountDownLatch(1);
			CompletableFuture<String> asking = CompletableFuture.supplyAsync(() -> failure(frames, 3));
			awaitRequest("/frames/4,5,6,7");
			frames.close();
			assertEquals("The image was closed before the server answered.", asking.get(10, TimeUnit.SECONDS));
			assertEquals("frames 1 and 2,3 and 4 to 7", 3, asked());
		} finally {
			server.frameGate.countDown();
		}
	}

	private static String failure(ServerFrames frames, int index) {
		try {
			return String.valueOf(frames.frame(index));
		} catch (IOException e) {
			return e.getMessage();
		}
	}

	private void awaitRequest(String end) {
		long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
		while (server.server.requests().stream().noneMatch(request -> request.endsWith(end)) && System.nanoTime() < deadline)
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
		assertTrue(server.server.requests().toString(), server.server.requests().stream().anyMatch(r -> r.endsWith(end)));
	}

	@Test
	public void whoCancelsDoesNotWaitForTheFirstFrame() throws Exception {
		server.frameGate = new CountDownLatch(1);
		Progress cancelledWhenTheFrameIsAskedFor = new Progress() {
			@Override
			public void update(double fraction, String doing) {
				// Nobody watches.
			}

			@Override
			public boolean isCancelled() { return asked() > 0; }
		};
		CompletableFuture<?> opening = CompletableFuture.supplyAsync(() -> {
			try {
				return new SeriesOnDemand(client, STUDY, SyntheticSlice.SERIES, folder(), cancelledWhenTheFrameIsAskedFor)
						.open(true);
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		});
		try {
			ExecutionException e = assertThrows(ExecutionException.class, () -> opening.get(10, TimeUnit.SECONDS));
			assertEquals(CancelledException.class, e.getCause().getClass());
		} finally {
			server.frameGate.countDown();
		}
	}

	@Test
	public void whatIsOpenedInVainLeavesNoConnection() throws IOException {
		server.framesCutTo = 10;
		assertTrue(open(true).isEmpty());
		long before = watchers();
		for (int i = 0; i < 3; i++)
			assertTrue(open(true).isEmpty());
		assertEquals(before, watchers());
	}

	private static long watchers() {
		return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().endsWith("DICOMweb watcher"))
				.count();
	}

	@Test
	public void whatCannotBeHadFrameByFrameIsLeftToBeRetrievedWhole() throws IOException {
		for (int status : new int[]{400, 404, 406, 500, 501}) {
			server.framesStatus = status;
			assertTrue(String.valueOf(status), open(true).isEmpty());
		}
		server.framesStatus = 200;
		server.framesCutTo = 10;
		assertTrue("frames that are no frames", open(true).isEmpty());
		server.framesCutTo = Integer.MAX_VALUE;
		assertTrue("small enough to come at once", open(false).isEmpty());
		server.objects.put("2.25.1", DicomWriter.toBytes(SyntheticSlice.at(0, 1).build()));
		assertTrue("an image of one frame among them", open(true).isEmpty());
	}

	@Test
	public void whoIsNotLetInIsTold() {
		server.framesStatus = 403;
		assertEquals(WebException.Kind.UNAUTHORISED, assertThrows(WebException.class, () -> open(true)).kind());
	}

	@Test
	public void anotherImageThanTheOneAskedForIsNotTaken() throws IOException {
		server.objects.put(FILM, DicomWriter.toBytes(film(FRAMES).set("SOPInstanceUID", "2.25.8").build()));
		assertTrue(open(true).isEmpty());
	}

	@Test
	public void overlaysAmongTheBitsOfThePixelsComeWithTheirFrame() throws IOException {
		DicomDatasetBuilder film = film(FRAMES).set("BitsStored", 15).set("HighBit", 14).set("PixelRepresentation", 0)
				.set(Tag.of(0x6000, 0x40), "G");
		int[][] numbers = {{0x10, SIDE}, {0x11, SIDE}, {0x100, 16}, {0x102, 15}};
		for (int[] number : numbers)
			film.bytes(Tag.of(0x6000, number[0]), Vr.US, new byte[]{(byte) number[1], 0});
		short[] pixels = new short[FRAMES * SIDE * SIDE];
		pixels[12 * SIDE * SIDE + 5] = (short) 0x8003;
		server.objects.put(FILM, DicomWriter.toBytes(film.pixels(pixels).build()));
		MedicalImage image = image();
		assertEquals("nothing is decoded to look for them", 1, asked());
		DisplayLayer layer = image.supplement().layers().get(0);
		assertTrue(((DisplayLayer.Picture) layer.content().on(12)).isSet(5, 0));
		assertEquals(null, layer.content().on(11));
		assertEquals(3, ((short[]) image.plane(12))[5]);
		assertEquals(3, asked());
	}

	@Test
	public void keptFramesMakeRoomLikeImages() throws IOException {
		RetrievedImages retrieved = new RetrievedImages(temporary.getRoot().toPath().resolve("all"), Clock.systemUTC());
		Path folder = retrieved.folder(SyntheticSlice.SERIES);
		MedicalImage image = new SeriesOnDemand(client, STUDY, SyntheticSlice.SERIES, folder, Progress.NONE).open(true)
				.orElseThrow()
				.get(0);
		IntStream.of(0, 10, 5, 30, 9).forEach(image::plane); // in no direction, so that none is fetched ahead
		image.onDemand().orElseThrow().close();
		assertTrue(retrieved.clear(5L * SIDE * SIDE * 2, false).freedBytes() > 5L * SIDE * SIDE * 2);
		try (Stream<Path> rest = Files.exists(folder) ? Files.walk(folder) : Stream.of()) {
			assertEquals(List.of(), Arrays.asList(rest.toArray()));
		}
	}
}
