package org.annotomy.store;

import static org.annotomy.store.Fixture.LONG_MILLIS;
import static org.annotomy.store.Fixture.names;
import static org.annotomy.store.Fixture.put;
import static org.annotomy.store.Fixture.remove;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.annotomy.annotation.LockedException;
import org.annotomy.identity.ImageHash;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.store.StoreException.Reason;
import org.annotomy.store.StoreState.Kind;
import org.annotomy.task.Progress;
import org.junit.Test;

public class AnnotationStoreTest {

	private final Fixture fixture = new Fixture();

	@Test
	public void whatIsSavedIsThereAgain() throws Exception {
		try (AnnotationStore store = fixture.open()) {
			put(store, 1, "a");
			put(store, 2, "b");
			SaveReport report = store.save(Progress.NONE);
			assertEquals(1, report.revision());
			assertEquals(2, report.objects());
			assertEquals(fixture.files.size(fixture.home.geojson()), report.bytes());
			assertFalse(report.inRecoveryPlace());
			remove(store, 1);
			put(store, 2, "c");
			assertEquals(2, store.save(Progress.NONE).revision());
		}
		try (AnnotationStore store = fixture.open()) {
			assertEquals("c", names(store.document()));
			assertEquals(List.of(), store.warnings());
			assertTrue(store.pendingWork().isEmpty());
			assertEquals(Kind.SAVED, store.state().kind());
			assertTrue("an undo does not reach behind the opening", store.document().undo().isEmpty());
		}
		assertTrue("removals are remembered for a merge", fixture.text(fixture.home.geojson()).contains("tombstones"));
	}

	@Test
	public void lookingLeavesNothingBehind() throws Exception {
		fixture.open().close();
		assertEquals(List.of(Fixture.USER.resolve("key")), List.copyOf(fixture.files.content().keySet()));
		assertFalse(fixture.files.exists(Fixture.IMAGES.resolve(".annotomy")));
	}

	@Test
	public void tellsItsState() throws Exception {
		List<StoreState> told = new ArrayList<>();
		AnnotationStore store = fixture.open();
		assertEquals("All changes are saved.", store.state().words());
		store.addStateListener(told::add);
		put(store, 1, "a");
		put(store, 1, "b");
		fixture.clock.forward(Duration.ofMinutes(1));
		store.save(Progress.NONE);
		store.close();
		assertEquals(List.of(Kind.UNSAVED, Kind.SAVING, Kind.SAVED), told.stream().map(StoreState::kind).toList());
		assertEquals("The changes since the last save are in the journal and survive a crash. Save to put them beside the image.",
				told.get(0).words());
		assertEquals(fixture.clock.instant(), told.get(2).since());
	}

	@Test
	public void aKilledSessionsWorkIsOfferedAndTakenUpAsEditsThatCanBeUndone() throws Exception {
		AnnotationStore store = fixture.open();
		put(store, 1, "a");
		store.save(Progress.NONE);
		put(store, 2, "b");
		put(store, 1, "c");
		put(store, 3, "d");
		store.document().undo();
		store.flush(LONG_MILLIS);
		Fixture after = fixture.afterKill();
		store.close();
		after.clock.forward(Duration.ofHours(2));
		AnnotationStore again = after.open();
		assertEquals("nothing happens unasked", "a", names(again.document()));
		PendingWork work = again.pendingWork().orElseThrow();
		assertEquals(4, work.count());
		assertEquals(List.of("Edit b", "Edit c", "Edit d", "Undo Edit d"), work.names());
		assertFalse(work.mergesIntoNewerLabels());
		assertEquals("4 edits of rater r-1 (Edit b, Edit c, Edit d and 1 more), the last of 2026-03-04 09:00 (2 hours ago), "
				+ "had not been saved when the session ended.", work.words());
		assertEquals(List.of(), work.recover());
		assertEquals("b c", names(again.document()));
		assertTrue(again.pendingWork().isEmpty());
		assertEquals(Kind.UNSAVED, again.state().kind());
		for (int i = 0; i < 4; i++)
			again.document().undo();
		assertEquals("a", names(again.document()));
		again.close();
	}

	@Test
	public void workThatWasTakenUpSurvivesTheNextCrashToo() throws Exception {
		AnnotationStore store = fixture.open();
		put(store, 1, "a");
		put(store, 1, "b");
		store.flush(LONG_MILLIS);
		Fixture after = fixture.afterKill();
		store.close();
		AnnotationStore second = after.open();
		second.pendingWork().orElseThrow().recover();
		put(second, 2, "c");
		second.flush(LONG_MILLIS);
		Fixture third = after.afterKill();
		second.close();
		AnnotationStore store3 = third.open();
		assertEquals(3, store3.pendingWork().orElseThrow().count());
		store3.pendingWork().orElseThrow().recover();
		assertEquals("b c", names(store3.document()));
		store3.close();
	}

	@Test
	public void workIsOfferedUntilItIsDecidedAndNewWorkCountsToo() throws Exception {
		AnnotationStore store = fixture.open();
		put(store, 1, "a");
		store.flush(LONG_MILLIS);
		Fixture after = fixture.afterKill();
		store.close();
		after.clock.forward(Duration.ofHours(1));
		AnnotationStore second = after.open();
		put(second, 2, "b");
		second.close();
		after.clock.forward(Duration.ofHours(1));
		AnnotationStore third = after.open();
		PendingWork work = third.pendingWork().orElseThrow();
		assertEquals(List.of("Edit a", "Edit b"), work.names());
		work.recover();
		assertEquals("a b", names(third.document()));
		third.save(Progress.NONE);
		third.close();
		AnnotationStore fourth = after.open();
		assertTrue(fourth.pendingWork().isEmpty());
		assertEquals("a b", names(fourth.document()));
		fourth.close();
	}

	@Test
	public void workThatIsLetBeIsKeptAmongTheVersions() throws Exception {
		AnnotationStore store = fixture.open();
		put(store, 1, "a");
		store.closeWithoutSaving();
		AnnotationStore second = fixture.open();
		assertTrue(second.pendingWork().isEmpty());
		put(second, 2, "b");
		second.close();
		AnnotationStore third = fixture.open();
		third.pendingWork().orElseThrow().discard();
		assertTrue(third.pendingWork().isEmpty());
		third.close();
		AnnotationStore fourth = fixture.open();
		assertTrue(fourth.pendingWork().isEmpty());
		fourth.close();
		long kept = fixture.files.content().keySet().stream().filter(file -> file.getFileName().toString().endsWith(".anj"))
				.count();
		assertEquals(2, kept);
	}

	@Test
	public void lockedThingsAreReplayedToo() throws Exception {
		AnnotationStore store = fixture.open();
		put(store, 1, "a");
		store.document().edit("Lock").put(Fixture.object(1, "a").toBuilder().locked(true).build()).apply();
		store.document().undo();
		put(store, 1, "b");
		store.document().edit("Lock").put(Fixture.object(1, "b").toBuilder().locked(true).build()).apply();
		store.document().undo();
		store.document().undo();
		store.document().redo();
		store.document().redo();
		store.flush(LONG_MILLIS);
		Fixture after = fixture.afterKill();
		store.close();
		AnnotationStore again = after.open();
		again.pendingWork().orElseThrow().recover();
		assertEquals("b", names(again.document()));
		assertTrue(again.document().object(Fixture.id(1)).orElseThrow().locked());
		again.close();
	}

	@Test
	public void versionsAreListedReadAndRestoredAsAnEdit() throws Exception {
		AnnotationStore store = fixture.open();
		for (String name : new String[]{"a", "b", "c"}) {
			put(store, 1, name);
			store.save(Progress.NONE);
			fixture.clock.forward(Duration.ofMinutes(10));
		}
		List<Version> versions = store.versions();
		assertEquals(List.of(3L, 2L, 1L), versions.stream().map(Version::revision).toList());
		assertEquals("save", versions.get(0).cause());
		assertEquals(1, versions.get(2).objectCount());
		assertEquals("a", names(store.read(versions.get(2))));
		store.restore(versions.get(2));
		assertEquals("a", names(store.document()));
		assertEquals("Restore version of 2026-03-04 09:00", store.document().undoName().orElseThrow());
		assertEquals(4, store.save(Progress.NONE).revision());
		store.document().undo();
		assertEquals("c", names(store.document()));
		store.close();
	}

	@Test
	public void aSidecarOfAnotherImageIsRefusedWithWhatDiffers() throws Exception {
		AnnotationStore store = fixture.open();
		put(store, 1, "a");
		store.save(Progress.NONE);
		store.close();
		byte[] before = fixture.files.content().get(fixture.home.geojson());
		ImageIdentity other = ImageIdentity.of("stack", new ImageSize(256, 256, 63, 1, 1))
				.withHashes(List.of(new ImageHash("pixels", "sha256", "cd".repeat(32))));
		StoreException refusal = assertThrows(StoreException.class,
				() -> AnnotationStore.open(Fixture.IMAGE, other, Protocol.NONE, fixture.options("r-1")));
		assertEquals(Reason.OTHER_IMAGE, refusal.reason());
		assertEquals("These labels were made on another image and were not opened (size: labels were made on 256 × 256 × 64, "
				+ "this image has 256 × 256 × 63; content: the pixels or bytes differ). Open the image they belong to, "
				+ "or import them on purpose.", refusal.getMessage());
		assertArrayEquals(before, fixture.files.content().get(fixture.home.geojson()));
		assertFalse("the lock is given back", fixture.files.exists(fixture.home.lock()));
	}

	@Test
	public void aChangedImageOpensReadOnlyAndALikelyOneIsAccepted() throws Exception {
		ImageIdentity series = new ImageIdentity("dicom", new ImageSize(64, 64, 9, 1, 1), null, "1.2.3", List.of(), null,
				new double[]{1, 1, 1}, "mm", null, null, List.of(new ImageHash("pixels", "sha256", "ab".repeat(32))));
		try (AnnotationStore store = AnnotationStore.open(Fixture.IMAGE, series, Protocol.NONE, fixture.options("r-1"))) {
			put(store, 1, "a");
			store.save(Progress.NONE);
		}
		ImageIdentity changed = series.withHashes(List.of(new ImageHash("pixels", "sha256", "cd".repeat(32))));
		try (AnnotationStore store = AnnotationStore.open(Fixture.IMAGE, changed, Protocol.NONE, fixture.options("r-1"))) {
			assertEquals(Kind.READ_ONLY, store.state().kind());
			assertEquals(
					"The image has changed since the labels were made (content: the pixels or bytes differ). Look whether they still "
							+ "fit; to go on with them, import them on purpose.",
					store.state().words());
			assertThrows(LockedException.class, () -> put(store, 1, "b"));
			assertEquals(Reason.STATE, assertThrows(StoreException.class, () -> store.save(Progress.NONE)).reason());
			assertEquals("the lock is free for others", LockInfo.Holder.NOBODY, store.lock().holder());
		}
		try (AnnotationStore store = AnnotationStore.open(Fixture.IMAGE, series.withHashes(List.of()), Protocol.NONE,
				fixture.options("r-1"))) {
			assertEquals(Kind.SAVED, store.state().kind());
		}
	}

	@Test
	public void aPlainGeoJsonIsOpenedWithAWarningAndBoundByTheFirstSave() throws Exception {
		String plain = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"id\":\"" + Fixture.id(7)
				+ "\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[3,4]},\"properties\":{\"objectType\":\"annotation\",\"name\":\"q\"}}]}";
		fixture.files.createWhole(fixture.home.geojson(), plain.getBytes());
		try (AnnotationStore store = fixture.open()) {
			assertEquals("q", names(store.document()));
			assertTrue(store.warnings().get(0), store.warnings().get(0).startsWith("The labels do not say which image"));
			put(store, 1, "a");
			store.save(Progress.NONE);
			assertEquals("what was found is a version too", List.of("save", "found"),
					store.versions().stream().map(Version::cause).toList());
		}
		try (AnnotationStore store = fixture.open()) {
			assertEquals(List.of(), store.warnings());
		}
	}

	@Test
	public void labelsThatCannotBeReadAreRefusedAndLeftAlone() throws Exception {
		byte[] broken = "{\"type\":\"FeatureCollection\",\n\"features\":[".getBytes();
		fixture.files.createWhole(fixture.home.geojson(), broken);
		StoreException refusal = assertThrows(StoreException.class, fixture::open);
		assertEquals(Reason.UNREADABLE, refusal.reason());
		assertTrue(refusal.getMessage(), refusal.getMessage().startsWith("The labels cannot be read: line "));
		assertArrayEquals(broken, fixture.files.content().get(fixture.home.geojson()));
	}

	@Test
	public void aVersionCanBePutInThePlaceOfLabelsThatCannotBeRead() throws Exception {
		AnnotationStore store = fixture.open();
		put(store, 1, "a");
		store.save(Progress.NONE);
		store.close();
		fixture.files.put(fixture.home.geojson(), "rubbish".getBytes());
		StoreException refusal = assertThrows(StoreException.class, fixture::open);
		assertTrue(refusal.getMessage(), refusal.getMessage().endsWith("1 earlier version of them can be put back."));
		List<Version> versions = AnnotationStore.versionsOf(Fixture.IMAGE, fixture.options("r-1"));
		AnnotationStore.putBack(Fixture.IMAGE, versions.get(0), fixture.options("r-1"));
		AnnotationStore again = fixture.open();
		assertEquals("a", names(again.document()));
		again.close();
		assertTrue("what was there is kept", fixture.files.content().entrySet().stream().anyMatch(
				file -> file.getKey().getFileName().toString().startsWith("outside-")
						&& new String(file.getValue()).equals("rubbish")));
	}

	@Test
	public void aMissingFolderIsRefused() {
		StoreException refusal = assertThrows(StoreException.class, () -> AnnotationStore.open(Path.of("/nowhere/scan.tif"),
				Fixture.image(), Protocol.NONE, fixture.options("r-1")));
		assertEquals(Reason.FILES, refusal.reason());
		assertEquals("The labels cannot be opened: the folder of the image is not there.", refusal.getMessage());
	}

	@Test
	public void aSecondRaterLooksOnlyAndIsToldWho() throws Exception {
		AnnotationStore first = fixture.open("r-1");
		put(first, 1, "a");
		first.save(Progress.NONE);
		fixture.clock.forward(Duration.ofMinutes(5));
		AnnotationStore second = fixture.open("r-2");
		assertEquals(Kind.READ_ONLY, second.state().kind());
		assertEquals("Rater r-1 has been working on these labels since 2026-03-04 09:00 (5 minutes ago), last sign of life "
				+ "2026-03-04 09:00 (5 minutes ago). You can look, but not change anything.", second.state().words());
		assertEquals("r-1", second.lock().rater());
		assertEquals("a", names(second.document()));
		assertThrows(LockedException.class, () -> put(second, 1, "b"));
		second.close();
		put(first, 1, "c");
		assertEquals(2, first.save(Progress.NONE).revision());
		first.close();
	}

	@Test
	public void takingTheLockOverIsToldToBothAndLosesNothing() throws Exception {
		AnnotationStore first = fixture.open("r-1");
		put(first, 1, "a");
		first.save(Progress.NONE);
		put(first, 2, "mine");
		first.flush(LONG_MILLIS);
		AnnotationStore second = AnnotationStore.open(Fixture.IMAGE, Fixture.image(), Protocol.NONE,
				fixture.options("r-2").withLock(StoreOptions.LockPolicy.TAKE_OVER));
		assertTrue(second.warnings().toString(), second.warnings().get(0).endsWith("The lock was taken over."));
		assertEquals(Kind.SAVED, second.state().kind());
		PendingWork ofFirst = second.pendingWork().orElseThrow();
		assertEquals(List.of("r-1"), ofFirst.raters());
		put(second, 1, "theirs");
		second.save(Progress.NONE);

		put(first, 3, "still mine");
		StoreException refusal = assertThrows(StoreException.class, () -> first.save(Progress.NONE));
		assertTrue(refusal.getMessage(), refusal.getMessage().contains("Rater r-2 has been working on these labels"));
		assertEquals(Kind.READ_ONLY, first.state().kind());
		assertThrows(LockedException.class, () -> put(first, 4, "x"));
		first.close();
		second.close();

		AnnotationStore again = fixture.open("r-1");
		PendingWork work = again.pendingWork().orElseThrow();
		assertTrue(work.mergesIntoNewerLabels());
		work.recover();
		assertEquals("mine still mine theirs", names(again.document()));
		again.close();
	}

	@Test
	public void editsMadeWhileSavingAreNotLost() throws Exception {
		AnnotationStore store = fixture.open();
		put(store, 1, "a");
		AnnotationStore.PendingSave save = store.beginSave();
		put(store, 2, "b");
		save.run(Progress.NONE);
		assertEquals(Kind.UNSAVED, store.state().kind());
		store.flush(LONG_MILLIS);
		Fixture after = fixture.afterKill();
		store.close();
		AnnotationStore again = after.open();
		assertEquals("a", names(again.document()));
		assertEquals(1, again.pendingWork().orElseThrow().count());
		again.pendingWork().orElseThrow().recover();
		assertEquals("a b", names(again.document()));
		again.close();
	}

	@Test
	public void savesOutOfOrderDoNotGoBack() throws Exception {
		AnnotationStore store = fixture.open();
		put(store, 1, "a");
		AnnotationStore.PendingSave early = store.beginSave();
		put(store, 1, "b");
		store.beginSave().run(Progress.NONE);
		early.run(Progress.NONE);
		store.close();
		AnnotationStore again = fixture.open();
		assertEquals("b", names(again.document()));
		again.close();
	}

	@Test
	public void afterClosingNothingCanBeChanged() throws Exception {
		AnnotationStore store = fixture.open();
		store.close();
		assertThrows(LockedException.class, () -> put(store, 1, "a"));
		assertThrows(StoreException.class, () -> store.save(Progress.NONE));
		store.close();
	}

	@Test
	public void anImageWithoutExtensionGetsANameThatQuPathDoesNotPropose() throws IOException {
		assertEquals("IM0001.annotomy.geojson", StorePaths.beside(Path.of("/x/IM0001")).geojson().getFileName().toString());
		assertEquals("scan.tif.geojson", StorePaths.beside(Path.of("/x/scan.tif")).geojson().getFileName().toString());
		assertEquals(Path.of("/x/.annotomy/scan.tif/lock"), StorePaths.beside(Path.of("/x/scan.tif")).lock());
	}
}
