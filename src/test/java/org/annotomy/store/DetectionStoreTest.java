package org.annotomy.store;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.ObjectEdits;
import org.annotomy.annotation.detection.Cells;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.interchange.sidecar.QuPathSafeGate;
import org.annotomy.task.Progress;
import org.junit.Test;

/** Detections on the disk: packs that are written only where something was touched, journal, versions, crash. */
public class DetectionStoreTest {

	private static final int PER_BLOCK = 40;

	private final Fixture fixture = new Fixture();
	/** 23 blocks: two packs. */
	private final List<AnnotationObject> cells = Cells.some(900, 30, 8, 4);

	private AnnotationStore openWithCells() throws StoreException {
		AnnotationStore store = fixture.open();
		store.document().edit("Import").addDetections(Cells.blocks(cells, PER_BLOCK)).apply();
		return store;
	}

	private static Map<UUID, AnnotationObject> content(AnnotationDocument document) {
		Map<UUID, AnnotationObject> map = new HashMap<>();
		document.objects().forEach(object -> map.put(object.id(), object));
		return map;
	}

	private static Map<Path, byte[]> packs(Fixture fixture) {
		Map<Path, byte[]> packs = new TreeMap<>();
		fixture.files.content().forEach((file, bytes) -> {
			if (file.getFileName().toString().startsWith("scan.tif.detections-")) packs.put(file, bytes);
		});
		return packs;
	}

	private static ObjectEdits edits(AnnotationStore store, Fixture fixture) {
		return new ObjectEdits(store.document(), fixture.clock.instant());
	}

	@Test
	public void whatWasSavedComesBackAndOtherProgramsReadIt() throws Exception {
		AnnotationStore store = openWithCells();
		Fixture.put(store, 1, "a");
		store.save(Progress.NONE);
		Map<UUID, AnnotationObject> before = content(store.document());
		assertEquals(2, packs(fixture).size());
		for (byte[] pack : packs(fixture).values())
			assertEquals(List.of(), QuPathSafeGate.check(new GZIPInputStream(new ByteArrayInputStream(pack)).readAllBytes()));
		byte[] labels = fixture.files.content().get(fixture.home.geojson());
		assertTrue("only a line for each pack: " + labels.length, labels.length < 3000);
		store.close();
		AnnotationStore again = fixture.open();
		assertEquals(before, content(again.document()));
		assertEquals(900, again.document().detections().count());
		assertEquals(List.of(), again.warnings());
		again.close();
	}

	@Test
	public void aSaveWritesOnlyPacksThatWereTouched() throws Exception {
		AnnotationStore store = openWithCells();
		store.save(Progress.NONE);
		Map<Path, byte[]> first = packs(fixture);
		Fixture.put(store, 1, "by hand");
		store.save(Progress.NONE);
		assertEquals(first.keySet(), packs(fixture).keySet());
		UUID one = store.document().detections().objects().get(3).id();
		edits(store, fixture).relabel(List.of(one), "mitosis");
		store.save(Progress.NONE);
		Map<Path, byte[]> third = packs(fixture);
		assertEquals("the old pack stays for the versions that name it", 3, third.size());
		for (Path pack : first.keySet())
			assertArrayEquals(first.get(pack), third.get(pack));
		Map<UUID, AnnotationObject> before = content(store.document());
		store.close();
		AnnotationStore again = fixture.open();
		assertEquals(before, content(again.document()));
		again.close();
	}

	@Test
	public void aPackThatNoVersionNamesIsRemoved() throws Exception {
		AnnotationStore store = openWithCells();
		store.save(Progress.NONE);
		Set<Path> first = packs(fixture).keySet();
		edits(store, fixture).remove(cells.stream().map(AnnotationObject::id).toList());
		for (int i = 0; i < 12; i++) {
			fixture.clock.forward(Duration.ofDays(400));
			Fixture.put(store, 1, "n" + i);
			store.save(Progress.NONE);
		}
		assertEquals(Set.of(), packs(fixture).keySet());
		assertEquals(2, first.size());
		store.close();
	}

	@Test
	public void aKilledSessionsBulkWorkIsTakenUpAgain() throws Exception {
		AnnotationStore store = openWithCells();
		store.save(Progress.NONE);
		Set<UUID> tumor = new HashSet<>();
		for (AnnotationObject cell : cells)
			if ("tumor".equals(cell.classKey())) tumor.add(cell.id());
		edits(store, fixture).relabel(tumor, "Ki-67 positive");
		edits(store, fixture).remove(List.of(cells.get(5).id(), cells.get(777).id()));
		edits(store, fixture).move(List.of(cells.get(8).id()), 0.125, 0);
		edits(store, fixture).move(List.of(cells.get(9).id()), 1e-7, 0);
		store.document().edit("More").addDetections(Cells.blocks(Cells.some(50, 10, 9, 99), PER_BLOCK)).apply();
		edits(store, fixture).rename(List.of(cells.get(10).id()), "this one");
		Map<UUID, AnnotationObject> before = content(store.document());
		store.flush(Fixture.LONG_MILLIS);
		Fixture after = fixture.afterKill();
		store.close();
		AnnotationStore again = after.open();
		assertEquals("nothing happens unasked", 900, again.document().objects().size());
		assertEquals(List.of(), again.pendingWork().orElseThrow().recover());
		assertEquals(before, content(again.document()));
		again.save(Progress.NONE);
		again.close();
		AnnotationStore third = after.open();
		assertEquals(before, content(third.document()));
		third.close();
	}

	@Test
	public void workThatWasNeverSavedIsInTheJournalWhole() throws Exception {
		AnnotationStore store = openWithCells();
		edits(store, fixture).relabel(List.of(cells.get(0).id()), "other");
		Map<UUID, AnnotationObject> before = content(store.document());
		store.flush(Fixture.LONG_MILLIS);
		Fixture after = fixture.afterKill();
		store.close();
		AnnotationStore again = after.open();
		again.pendingWork().orElseThrow().recover();
		assertEquals(before, content(again.document()));
		again.document().undo();
		again.document().undo();
		assertEquals(0, again.document().objects().size());
		again.close();
	}

	@Test
	public void anEarlierVersionIsPutBackWithItsDetections() throws Exception {
		AnnotationStore store = openWithCells();
		store.save(Progress.NONE);
		fixture.clock.forward(Duration.ofMinutes(1));
		Map<UUID, AnnotationObject> before = content(store.document());
		edits(store, fixture).relabel(cells.stream().map(AnnotationObject::id).toList(), "all the same");
		edits(store, fixture).remove(List.of(cells.get(1).id()));
		store.save(Progress.NONE);
		List<Version> versions = store.versions();
		store.restore(versions.get(versions.size() - 1));
		assertEquals(before, content(store.document()));
		store.close();
	}

	@Test
	public void withoutItsPackTheLabelsAreNotChanged() throws Exception {
		AnnotationStore store = openWithCells();
		store.save(Progress.NONE);
		store.close();
		fixture.files.delete(packs(fixture).keySet().iterator().next());
		AnnotationStore again = fixture.open();
		assertTrue(again.warnings().toString() + again.document().readOnlyReason(),
				again.document().readOnlyReason().orElseThrow().contains("detections that belongs to these labels is missing"));
		assertFalse(again.document().detections().isEmpty());
		again.close();
	}

	@Test
	public void aPackThatAnotherProgramChangedIsTakenAsItIsNow() throws Exception {
		AnnotationStore store = openWithCells();
		store.save(Progress.NONE);
		store.close();
		Map.Entry<Path, byte[]> pack = packs(fixture).entrySet().iterator().next();
		String text = new String(new GZIPInputStream(new ByteArrayInputStream(pack.getValue())).readAllBytes(), "UTF-8");
		int cut = text.indexOf(",\n") + 2;
		ByteArrayOutputStream changed = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(changed)) {
			out.write((text.substring(0, text.indexOf('\n') + 1) + text.substring(cut)).getBytes("UTF-8"));
		}
		fixture.files.put(pack.getKey(), changed.toByteArray());
		AnnotationStore again = fixture.open();
		assertEquals(899, again.document().detections().count());
		assertEquals(1, again.warnings().size());
		Map<UUID, AnnotationObject> before = content(again.document());
		Fixture.put(again, 1, "a");
		again.save(Progress.NONE);
		again.close();
		AnnotationStore third = fixture.open();
		assertEquals(List.of(), third.warnings());
		before.put(Fixture.id(1), Fixture.object(1, "a"));
		assertEquals(before, content(third.document()));
		third.close();
	}

	@Test
	public void aSessionOfWhichThePowerFailsLosesNoDetections() throws Exception {
		AnnotationStore store = openWithCells();
		store.save(Progress.NONE);
		Map<UUID, AnnotationObject> before = content(store.document());
		for (long seed = 1; seed <= 5; seed++) {
			Fixture after = fixture.afterPowerFailure(seed);
			AnnotationStore again = after.open();
			assertEquals(before, content(again.document()));
			again.close();
		}
		store.close();
	}
}
