package org.annotomy.store;

import static org.annotomy.store.Fixture.names;
import static org.annotomy.store.Fixture.put;
import static org.annotomy.store.Fixture.remove;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.LabelScope;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Status;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.interchange.sidecar.SidecarReader;
import org.annotomy.json.Json;
import org.annotomy.json.JsonObject;
import org.annotomy.store.StoreException.Reason;
import org.annotomy.task.Progress;
import org.annotomy.testing.SharedData;
import org.junit.Test;

public class OutsideChangesTest {

	private final Fixture fixture = new Fixture();

	/** What QuPath does at least: it drops our member. */
	private String withoutOurs(String sidecar) throws Exception {
		JsonObject json = Json.parse(sidecar).asObject();
		return Json.write(JsonObject.of(json.without(java.util.Set.of("annotomy")).members()));
	}

	private void overwrite(String text) {
		fixture.files.put(fixture.home.geojson(), text.getBytes(StandardCharsets.UTF_8));
	}

	private String labels() throws Exception {
		return fixture.text(fixture.home.geojson());
	}

	@Test
	public void whatQuPathSavedBeforeOpeningComesInAsAnEdit() throws Exception {
		AnnotationStore store = fixture.open();
		put(store, 1, "a");
		put(store, 2, "b");
		store.save(Progress.NONE);
		store.close();
		fixture.clock.forward(Duration.ofHours(1));
		overwrite(withoutOurs(labels()).replace("\"name\":\"b\"", "\"name\":\"changed\""));
		AnnotationStore again = fixture.open();
		assertEquals("a changed", names(again.document()));
		assertTrue(again.hasUnsavedEdits());
		assertEquals("Another program has saved the labels: 1 object changed, 0 added. What only Annotomy knows was put back.",
				again.warnings().get(0));
		again.document().undo();
		assertEquals("a b", names(again.document()));
		again.document().redo();
		assertEquals(2, again.save(Progress.NONE).revision());
		assertEquals("both sides are kept", List.of("save", "found", "save"),
				again.versions().stream().map(Version::cause).toList());
		again.close();
		AnnotationStore third = fixture.open();
		assertEquals("a changed", names(third.document()));
		assertEquals(List.of(), third.warnings());
		third.close();
	}

	@Test
	public void whatQuPathSavedDuringTheSessionComesInAtTheNextSave() throws Exception {
		AnnotationStore store = fixture.open();
		for (int i = 1; i <= 4; i++)
			put(store, i, "n" + i);
		store.save(Progress.NONE);
		overwrite(withoutOurs(labels()).replace("\"name\":\"n2\"", "\"name\":\"t2\"").replace("\"name\":\"n3\"",
				"\"name\":\"t3\""));
		put(store, 3, "o3");
		put(store, 5, "o5");
		remove(store, 4);
		SaveReport report = store.save(Progress.NONE);
		assertEquals("n1 o3 o5 t2 t3", names(store.document()));
		assertTrue(report.remarks().toString(),
				report.remarks().contains("1 object had been changed on both sides: the other state was "
						+ "added beside it as a draft."));
		AnnotationObject added = store.document().objects().stream().filter(o -> o.name().equals("t3")).findFirst().orElseThrow();
		assertEquals(Status.DRAFT, added.provenance().status());
		assertEquals("derived-from", store.document().links().get(0).relation());
		store.close();
		AnnotationStore again = fixture.open();
		assertEquals("n1 o3 o5 t2 t3", names(again.document()));
		again.close();
	}

	@Test
	public void anotherRatersSaveWithoutTheLockIsMergedAndNothingOfEitherIsLost() throws Exception {
		AnnotationStore first = fixture.open("r-1");
		put(first, 1, "a");
		put(first, 2, "b");
		first.save(Progress.NONE);
		byte[] lock = fixture.files.content().get(fixture.home.lock());
		fixture.files.delete(fixture.home.lock());
		AnnotationStore second = fixture.open("r-2");
		put(second, 3, "theirs");
		remove(second, 2);
		second.save(Progress.NONE);
		second.close();
		fixture.files.put(fixture.home.lock(), lock);
		put(first, 1, "ours");
		SaveReport report = first.save(Progress.NONE);
		assertEquals("ours theirs", names(first.document()));
		assertEquals(3, report.revision());
		assertEquals(
				"The labels had been changed elsewhere since they were opened. The changes were taken in; you can undo that.",
				report.remarks().get(0));
		first.close();
	}

	@Test
	public void rubbishInThePlaceOfTheLabelsIsNotOverwritten() throws Exception {
		AnnotationStore store = fixture.open();
		put(store, 1, "a");
		store.save(Progress.NONE);
		put(store, 1, "b");
		overwrite("rubbish");
		StoreException refusal = assertThrows(StoreException.class, () -> store.save(Progress.NONE));
		assertEquals(Reason.OTHERS, refusal.reason());
		assertEquals("rubbish", labels());
		fixture.files.delete(fixture.home.geojson());
		SaveReport report = store.save(Progress.NONE);
		assertEquals(List.of("The labels file had been removed; it was written again."), report.remarks());
		assertEquals(2, report.revision());
		store.close();
	}

	@Test
	public void aChangeInTheLastMomentStopsTheSave() throws Exception {
		AnnotationStore store = fixture.open();
		put(store, 1, "a");
		store.save(Progress.NONE);
		put(store, 1, "b");
		AnnotationStore.PendingSave save = store.beginSave();
		String theirs = withoutOurs(labels());
		overwrite(theirs);
		StoreException refusal = assertThrows(StoreException.class, () -> save.run(Progress.NONE));
		assertEquals("The labels were not saved: another program has changed them just now. Save again to take in its changes.",
				refusal.getMessage());
		assertEquals(theirs, labels());
		store.save(Progress.NONE);
		assertEquals("b", names(store.document()));
		store.close();
	}

	@Test
	public void goldenResavesOfQuPathChangeNothing() throws Exception {
		for (String name : new String[]{"ex-photo.png", "ex-slide.svs"}) {
			Path ours = SharedData.require("sidecar/" + name + ".geojson");
			Path theirs = SharedData.require("sidecar/" + name + ".qupath-resaved.geojson");
			ImageIdentity image = SidecarReader.read(Files.readAllBytes(ours), Progress.NONE).image().orElseThrow();
			Fixture own = new Fixture();
			own.files.put(own.home.geojson(), Files.readAllBytes(ours));
			AnnotationStore store = AnnotationStore.open(Fixture.IMAGE, image, Protocol.NONE, own.options("r-1"));
			AnnotationDocument before = store.document().copy();
			assertEquals("the photograph has image labels only", name.equals("ex-photo.png"), before.objects().isEmpty());
			store.document().edit("Mark complete").complete(true).apply();
			store.save(Progress.NONE);
			store.close();
			own.files.put(own.home.geojson(), Files.readAllBytes(theirs));
			AnnotationStore again = AnnotationStore.open(Fixture.IMAGE, image, Protocol.NONE, own.options("r-1"));
			assertEquals(name, new HashSet<>(before.objects()), new HashSet<>(again.document().objects()));
			for (LabelScope scope : LabelScope.values())
				assertEquals(name, before.labels(scope), again.document().labels(scope));
			again.close();
		}
	}

	@Test
	public void bytesOfVersionsDoNotChangeWhenAnotherProgramWritesIntoTheLabels() throws Exception {
		AnnotationStore store = fixture.open();
		put(store, 1, "a");
		store.save(Progress.NONE);
		Path version = fixture.home.versions().resolve(store.versions().get(0).fileName());
		byte[] kept = fixture.files.content().get(version);
		overwrite("x");
		assertArrayEquals(kept, fixture.files.content().get(version));
		store.close();
	}
}
