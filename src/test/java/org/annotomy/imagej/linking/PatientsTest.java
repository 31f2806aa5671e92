package org.annotomy.imagej.linking;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.annotomy.command.segment.SegmentBench;
import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.image.ImageReaders;
import org.annotomy.image.MedicalImage;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.Protocols;
import org.annotomy.imagej.session.SessionOpener;
import org.annotomy.imagej.session.SessionOptions;
import org.annotomy.store.StoreOptions;
import org.annotomy.task.Progress;
import org.junit.After;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Images of different patients are told apart, and nothing of who they are gets anywhere. */
public class PatientsTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private final List<SegmentBench> open = new ArrayList<>();

	private SegmentBench open(String patient) throws Exception {
		Path files = folder.newFolder().toPath();
		SyntheticSlice.write(files, new double[]{0, 1, 2}, slice -> slice.set("PatientID", patient).set("SeriesInstanceUID",
				"2.25.77" + open.size()));
		open.add(SegmentBench.open(files, "default"));
		return open.get(open.size() - 1);
	}

	@After
	public void close() throws Exception {
		for (SegmentBench bench : open)
			bench.session().close();
	}

	private static String digest(SegmentBench bench) {
		return bench.session().source().facts().getOrDefault(MedicalImage.PATIENT_DIGEST, "");
	}

	@Test
	public void aDigestTellsPatientsApart() throws Exception {
		SegmentBench one = open("SECRET-17");
		SegmentBench same = open("SECRET-17");
		SegmentBench other = open("SECRET-18");
		assertEquals(digest(one), digest(same));
		assertNotEquals(digest(one), digest(other));
		assertEquals("nothing is known of who has no ID", "", digest(open("")));
		assertFalse(OpenGroup.gather("one", List.of(one.session(), same.session(), open.get(3).session())).hasSeveralPatients());
		assertTrue(OpenGroup.gather("two", List.of(one.session(), other.session())).hasSeveralPatients());
	}

	/** A group that is opened again tells it as one that is made. */
	@Test
	public void aGroupOfSeveralPatientsIsToldWheneverItIsPutTogether() throws Exception {
		SegmentBench one = open("SECRET-17");
		SegmentBench other = open("SECRET-18");
		Path file = folder.newFolder().toPath().resolve("two.annotomy-group.json");
		OpenGroup.gather("two", List.of(one.session(), other.session())).save(file);
		one.session().close();
		other.session().close();
		Protocols protocols = Protocols.find();
		OpenGroup again = new GroupOpener(new SessionOpener(ImageReaders.discover(), protocols,
				new SessionOptions(protocols.require("default"), SessionOptions.Recovery.ASK, StoreOptions.of("r-1"))))
				.open(file, Progress.NONE);
		try {
			assertEquals(again.notes().toString(), 1, again.notes().size());
			assertTrue(again.notes().get(0), again.notes().get(0).contains("of different patients"));
		} finally {
			AnnotationSession.closeAll(List.copyOf(again.sessions().values()), new IllegalStateException());
		}
	}

	@Test
	public void theDigestStaysInMemory() throws Exception {
		SegmentBench one = open("SECRET-17");
		OpenGroup group = OpenGroup.gather("one", List.of(one.session()));
		Path file = folder.newFolder().toPath().resolve("one.annotomy-group.json");
		group.save(file);
		one.run("Add Segment...", "segment_name=A");
		one.run("Save Annotations");
		List<Path> written = new ArrayList<>(List.of(file));
		try (var files = Files.list(one.session().source().files().get(0).getParent())) {
			files.filter(f -> f.toString().endsWith("json")).forEach(written::add);
		}
		assertEquals(2, written.size());
		for (Path text : written) {
			assertFalse(Files.readString(text).contains(digest(one)));
			assertFalse(Files.readString(text).contains("SECRET"));
		}
	}
}
