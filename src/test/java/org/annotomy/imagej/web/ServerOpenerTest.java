package org.annotomy.imagej.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.annotomy.dicom.DicomImageReader;
import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomFileReader;
import org.annotomy.dicom.part10.DicomWriter;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.transfer.LabelObject;
import org.annotomy.dicom.transfer.LabelledSeries;
import org.annotomy.dicom.transfer.Outbox;
import org.annotomy.dicom.transfer.RetrievedImages;
import org.annotomy.dicom.transfer.SendResult;
import org.annotomy.dicom.transfer.Sending;
import org.annotomy.dicom.web.DicomWebClient;
import org.annotomy.dicom.web.FakeDicomWeb;
import org.annotomy.image.ImageReaders;
import org.annotomy.image.MedicalImage;
import org.annotomy.imagej.linking.GroupOpener;
import org.annotomy.imagej.linking.OpenGroup;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.Marking;
import org.annotomy.imagej.session.Protocols;
import org.annotomy.imagej.session.SessionOpener;
import org.annotomy.imagej.session.SessionOptions;
import org.annotomy.store.AnnotationStore;
import org.annotomy.store.StoreOptions;
import org.annotomy.task.Progress;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import ij.ImagePlus;
import ij.gui.Roi;

/** Series of a server with the labels that the server keeps: good ones, others, and such as nobody should open. */
public class ServerOpenerTest {

	private static final String STUDY = "2.25.5101";

	@Rule
	public final TemporaryFolder temporary = new TemporaryFolder();

	private FakeDicomWeb server;
	private DicomWebClient client;

	@Before
	public void start() throws IOException {
		server = new FakeDicomWeb().withSlices(3);
		client = server.client();
	}

	@After
	public void stop() {
		client.close();
		server.close();
	}

	private ServerOpener.Opened open(String folder) throws Exception {
		return open(folder, Fetch.AUTO);
	}

	private ServerOpener.Opened open(String folder, Fetch fetch) throws Exception {
		SessionOpener sessions = new SessionOpener(ImageReaders.discover(), Protocols.find(),
				new SessionOptions(Protocols.find().require("default"), SessionOptions.Recovery.DISCARD, StoreOptions.of("r-1")));
		RetrievedImages retrieved = new RetrievedImages(temporary.getRoot().toPath().resolve("retrieved"), Clock.systemUTC());
		return new ServerOpener(new ServerSource("Fake", client, retrieved), ImageReaders.discover(), sessions).open(STUDY,
				SyntheticSlice.SERIES, temporary.getRoot().toPath().resolve(folder), fetch, Progress.NONE);
	}

	private static AnnotationSession only(ServerOpener.Opened opened) {
		assertEquals(1, opened.sessions().size());
		return opened.sessions().get(0);
	}

	private List<SendResult> send(AnnotationSession session) throws Exception {
		Outbox outbox = new Outbox(temporary.getRoot().toPath().resolve("outbox"), Clock.systemUTC());
		List<Outbox.Entry> entries = AnnotationsToSend.begin(session, "labels").put(outbox, "Fake", Progress.NONE);
		return new Sending(client, outbox, Progress.NONE).run(entries);
	}

	@Test
	public void labelsComeWithTheSeriesUnlessThereAreOthers() throws Exception {
		AnnotationSession first = only(open("first"));
		new Marking(first).mark(new Roi(1, 1, 2, 2), "lesion", "One", null, Map.of());
		assertTrue(send(first).get(0).isStored());
		first.close();
		ServerOpener.Opened second = open("second");
		assertEquals(List.of("One"), second.sessions().get(0).document().objects().stream().map(o -> o.name()).toList());
		assertTrue(second.notes().toString(), second.notes().get(0).endsWith("came from the server."));
		new Marking(only(second)).mark(new Roi(0, 0, 2, 2), "lesion", "Two", null, Map.of());
		only(second).close();
		ServerOpener.Opened again = open("second");
		assertEquals(2, only(again).document().objects().size());
		assertTrue(again.notes().toString(), again.notes().get(0).contains("those on this computer were kept"));
		only(again).close();
	}

	/** A group remembers where the series lies on this computer; where it is not any more, it says what to do. */
	@Test
	public void aGroupOpensASeriesOfAServerFromWhereItWasKept() throws Exception {
		AnnotationSession session = only(open("kept"));
		Path file = temporary.newFolder().toPath().resolve("group.annotomy-group.json");
		OpenGroup.gather("group", List.of(session)).save(file);
		session.close();
		assertEquals(List.of(), openGroup(file).notes());
		try (var kept = Files.walk(temporary.getRoot().toPath().resolve("kept"))) {
			for (Path gone : kept.filter(Files::isRegularFile).toList())
				Files.delete(gone);
		}
		String message = assertThrows(IOException.class, () -> openGroup(file)).getMessage();
		assertTrue(message, message.contains("from the server first"));
	}

	private static OpenGroup openGroup(Path file) throws Exception {
		OpenGroup group = new GroupOpener(new SessionOpener(ImageReaders.discover(), Protocols.find(),
				new SessionOptions(Protocols.find().require("default"), SessionOptions.Recovery.DISCARD, StoreOptions.of("r-1"))))
				.open(file, Progress.NONE);
		AnnotationSession.closeAll(List.copyOf(group.sessions().values()), new IllegalStateException());
		return group;
	}

	@Test
	public void labelsThatAreNoneDoNotKeepTheImageClosed() throws Exception {
		put("{\"type\":\"Feature");
		ServerOpener.Opened opened = open("broken");
		assertTrue(opened.notes().toString(), opened.notes().get(0).startsWith("The server's labels cannot be used: "));
		AnnotationSession session = only(opened);
		assertEquals(List.of(), session.document().objects());
		assertFalse(Files.exists(AnnotationStore.sidecarOf(session.source().sidecar())));
		ImagePlus image = session.image();
		assertEquals("HU of the stored value 1", -1023, image.getCalibration().getCValue(image.getStack().getVoxel(0, 0, 0)), 0);
		session.close();
	}

	@Test
	public void labelsOfAnotherImageAreNotTaken() throws Exception {
		AnnotationSession first = only(open("first"));
		new Marking(first).mark(new Roi(1, 1, 2, 2), "lesion", "One", null, Map.of());
		first.close();
		String text = Files.readString(AnnotationStore.sidecarOf(first.source().sidecar()));
		put(text.replace(SyntheticSlice.SERIES, "2.25.999").replace("\"2.25.1\"", "\"2.25.991\"")
				.replace("\"2.25.2\"", "\"2.25.992\"")
				.replace("\"2.25.3\"", "\"2.25.993\""));
		ServerOpener.Opened opened = open("other");
		assertEquals(List.of(), only(opened).document().objects());
		assertTrue(opened.notes().toString(), opened.notes().get(0).startsWith("The server's labels cannot be used: "));
		only(opened).close();
	}

	/** Puts an object with this sidecar on the server. */
	private void put(String sidecar) throws IOException {
		Path folder = temporary.newFolder().toPath();
		SyntheticSlice.write(folder, new double[]{0, 1, 2}, slice -> slice);
		MedicalImage image = new DicomImageReader().read(folder, Progress.NONE).get(0);
		Path file = Files.writeString(folder.resolve("x"), sidecar, StandardCharsets.UTF_8);
		DicomDataset object = new LabelObject()
				.write(new LabelledSeries(DicomFileReader.readHeader(image.files().get(0)).dataset(), image, null,
						Map.of(SyntheticSlice.SERIES + ".geojson", file)))
				.get(0);
		server.objects.put(object.string(Tag.SOP_INSTANCE_UID, ""), DicomWriter.toBytes(object));
	}

	@Test
	public void marksOnAFilmWhoseFramesAreElsewhereAreThoseOfTheWholeFilm() throws Exception {
		server.objects.clear();
		server.objects.put("2.25.7", DicomWriter.toBytes(SyntheticSlice.at(0, 7).remove(Tag.IMAGE_POSITION_PATIENT)
				.set("Modality", "XA").set("NumberOfFrames", 3)
				.set("Rows", 128).set("Columns", 128).pixels(new short[3 * 128 * 128]).build()));
		ServerOpener.Opened onDemand = open("film", Fetch.FRAMES);
		assertTrue(onDemand.notes().toString(), onDemand.notes().get(0).startsWith("The frames stay on the server"));
		AnnotationSession session = only(onDemand);
		session.image().setT(3);
		new Marking(session).mark(new Roi(1, 1, 2, 2), "lesion", "Third", null, Map.of());
		assertTrue(send(session).get(0).isStored());
		session.close();
		assertEquals(1, server.server.requests().stream().filter(r -> r.endsWith("/frames/3")).count());
		AnnotationSession whole = only(open("film", Fetch.WHOLE));
		assertEquals("beside the whole film", List.of("Third"), whole.document().objects().stream().map(o -> o.name()).toList());
		whole.close();
		AnnotationSession elsewhere = only(open("elsewhere", Fetch.FRAMES));
		assertEquals("from the server", List.of("Third"),
				elsewhere.document().objects().stream().map(o -> o.name()).toList());
		elsewhere.close();
	}

	@Test
	public void aKindThatNobodyWritesIsRefused() throws Exception {
		AnnotationSession session = only(open("first"));
		assertEquals("Annotations cannot be written as that kind of object. The kinds are: labels.",
				assertThrows(IllegalArgumentException.class, () -> AnnotationsToSend.begin(session, "seg")).getMessage());
		session.close();
	}
}
