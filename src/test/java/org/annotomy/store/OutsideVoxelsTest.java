package org.annotomy.store;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.voxel.BlockIndex;
import org.annotomy.annotation.voxel.LabelBlock;
import org.annotomy.interchange.segnrrd.SegNrrdWriter;
import org.annotomy.store.StoreState.Kind;
import org.annotomy.task.Progress;
import org.junit.Test;

/** The voxel file is changed by another program, such as 3D Slicer, or is gone. */
public class OutsideVoxelsTest {

	private static final BlockIndex INDEX = new BlockIndex(0, 1, 1, 1, 0);

	private final Fixture fixture = new Fixture();

	private static LabelBlock block(int count) {
		short[] labels = new short[LabelBlock.VOXELS];
		java.util.Arrays.fill(labels, 0, count, (short) 1);
		return LabelBlock.of(labels);
	}

	private void saveFirst() throws Exception {
		try (AnnotationStore store = fixture.open()) {
			store.document().edit("Paint").put(Segment.of(Fixture.id(1), 0, 1, "Liver", null)).put(INDEX, block(100)).apply();
			assertEquals(1, store.save(Progress.NONE).segments());
		}
	}

	/** As another program writes it that knows the image. */
	private void writeOutside(int count) throws IOException {
		AnnotationDocument outside = new AnnotationDocument(Fixture.image(), org.annotomy.annotation.protocol.Protocol.NONE);
		outside.edit("x").put(Segment.of(Fixture.id(1), 0, 1, "Liver", null)).put(INDEX, block(count)).apply();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		SegNrrdWriter.write(outside, bytes, Progress.NONE);
		fixture.files.put(fixture.home.seg(), bytes.toByteArray());
	}

	private long keptOutside() throws IOException {
		return fixture.files.list(fixture.home.versions()).stream().filter(f -> f.getFileName().toString().startsWith("outside-"))
				.count();
	}

	@Test
	public void voxelsChangedBeforeOpeningComeInAsAnEditAndAreKept() throws Exception {
		saveFirst();
		writeOutside(300);
		try (AnnotationStore store = fixture.open()) {
			assertEquals(block(300), store.document().block(INDEX));
			assertTrue(store.warnings().toString(), store.warnings().get(0).startsWith("Another program has saved the voxels"));
			assertTrue(store.hasUnsavedEdits());
			store.document().undo();
			assertEquals(block(100), store.document().block(INDEX));
			store.document().redo();
			store.document().edit("Paint").put(new BlockIndex(0, 2, 2, 1, 0), block(7)).apply();
			store.save(Progress.NONE);
			assertEquals(1, keptOutside());
		}
		try (AnnotationStore store = fixture.open()) {
			assertEquals(List.of(), store.warnings());
			assertEquals(block(300), store.document().block(INDEX));
		}
	}

	@Test
	public void voxelsChangedDuringTheSessionComeInAtTheNextSave() throws Exception {
		saveFirst();
		try (AnnotationStore store = fixture.open()) {
			writeOutside(300);
			Fixture.put(store, 5, "a");
			SaveReport report = store.save(Progress.NONE);
			assertTrue(report.remarks().toString(), report.remarks().get(0).startsWith("Another program has saved the voxels"));
			assertEquals(block(300), store.document().block(INDEX));
		}
	}

	@Test
	public void aPairThatWasCarriedElsewhereAndEditedThereOpens() throws Exception {
		saveFirst();
		writeOutside(300);
		Fixture elsewhere = new Fixture();
		elsewhere.files.put(elsewhere.home.geojson(), fixture.files.content().get(fixture.home.geojson()));
		elsewhere.files.put(elsewhere.home.seg(), fixture.files.content().get(fixture.home.seg()));
		try (AnnotationStore store = elsewhere.open()) {
			assertEquals(block(300), store.document().block(INDEX));
			assertEquals("Liver", store.document().segments().get(0).name());
			Fixture.put(store, 5, "a");
			store.save(Progress.NONE);
		}
		try (AnnotationStore store = elsewhere.open()) {
			assertEquals(List.of(), store.warnings());
			assertEquals(block(300), store.document().block(INDEX));
		}
	}

	@Test
	public void aMissingVoxelFileIsTakenFromTheVersionsElseChangesAreForbidden() throws Exception {
		saveFirst();
		fixture.files.delete(fixture.home.seg());
		try (AnnotationStore store = fixture.open()) {
			assertEquals(block(100), store.document().block(INDEX));
			Fixture.put(store, 5, "a");
			store.save(Progress.NONE);
			assertTrue("it is put back", fixture.files.exists(fixture.home.seg()));
		}
		Fixture elsewhere = new Fixture();
		elsewhere.files.put(elsewhere.home.geojson(), fixture.files.content().get(fixture.home.geojson()));
		try (AnnotationStore store = elsewhere.open()) {
			assertEquals(Kind.READ_ONLY, store.state().kind());
			assertEquals("The voxel file that belongs to these labels is missing. Put it back beside the image.",
					store.state().words());
		}
	}

	@Test
	public void rubbishIsNotTakenInButKept() throws Exception {
		saveFirst();
		fixture.files.put(fixture.home.seg(), "rubbish".getBytes());
		try (AnnotationStore store = fixture.open()) {
			assertEquals(block(100), store.document().block(INDEX));
			assertTrue(store.warnings().toString(), store.warnings().get(0).contains("to something that cannot be taken in"));
			Fixture.put(store, 5, "a");
			store.save(Progress.NONE);
			assertEquals(1, keptOutside());
		}
	}

	@Test
	public void removingTheLastSegmentRemovesTheFileWhichStaysAmongTheVersions() throws Exception {
		saveFirst();
		try (AnnotationStore store = fixture.open()) {
			store.document().edit("Remove").removeSegment(Fixture.id(1)).put(INDEX, LabelBlock.EMPTY).apply();
			store.save(Progress.NONE);
			assertFalse(fixture.files.exists(fixture.home.seg()));
			store.restore(store.versions().get(1));
			assertEquals(block(100), store.document().block(INDEX));
			store.save(Progress.NONE);
			assertTrue(fixture.files.exists(fixture.home.seg()));
		}
	}
}
