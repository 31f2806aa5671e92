package org.annotomy.store;

import static org.annotomy.store.Fixture.LONG_MILLIS;
import static org.annotomy.store.Fixture.names;
import static org.annotomy.store.Fixture.put;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.annotomy.store.MemoryLayer.Fault;
import org.annotomy.store.StoreException.Reason;
import org.annotomy.store.StoreState.Kind;
import org.annotomy.task.Progress;
import org.junit.Test;

/** The folder of the image, or the disk, does not do what it should. */
public class FailingFolderTest {

	private static final Fault NOTHING = (operation, file) -> {};
	private static final Fault READ_ONLY = (operation, file) -> {
		if (file.startsWith(Fixture.IMAGES) && !operation.equals("read")) throw new AccessDeniedException(file.toString());
	};
	private static final Fault FULL = (operation, file) -> {
		boolean writes = operation.equals("write") || operation.startsWith("create");
		if (file.startsWith(Fixture.IMAGES) && writes) throw new IOException("No space left on device");
	};
	private static final Fault GONE = (operation, file) -> {
		if (file.startsWith(Fixture.IMAGES)) throw new NoSuchFileException(file.toString(), null, "Host is down");
	};

	private final Fixture fixture = new Fixture();
	private final BlockingQueue<StoreState> told = new LinkedBlockingQueue<>();

	private Map<Path, byte[]> pair() {
		Map<Path, byte[]> pair = new TreeMap<>(fixture.files.content());
		pair.keySet().removeIf(file -> !Fixture.IMAGES.equals(file.getParent()));
		return pair;
	}

	private StoreState next(Kind kind) throws InterruptedException {
		StoreState state = told.poll(LONG_MILLIS, TimeUnit.MILLISECONDS);
		while (state.kind() != kind)
			state = told.poll(LONG_MILLIS, TimeUnit.MILLISECONDS);
		return state;
	}

	private static void assertSame(Map<Path, byte[]> before, Map<Path, byte[]> after) {
		assertEquals(before.keySet(), after.keySet());
		before.forEach((file, bytes) -> assertArrayEquals(file.toString(), bytes, after.get(file)));
	}

	@Test
	public void aReadOnlyFolderIsToldAndTheWorkIsKeptElsewhere() throws Exception {
		try (AnnotationStore store = fixture.open()) {
			put(store, 1, "a");
			store.save(Progress.NONE);
		}
		Map<Path, byte[]> before = fixture.files.content();
		before.keySet().removeIf(file -> !file.startsWith(Fixture.IMAGES));
		fixture.files.setFault(READ_ONLY);
		AnnotationStore store = fixture.open();
		assertEquals(Kind.RECOVERY_PLACE, store.state().kind());
		String place = store.recoveryFolder().getFileName().toString();
		assertEquals(
				"Writing to the folder is not allowed: your work is kept on this computer instead, in the recovery place \""
						+ place
						+ "\" of your Annotomy folder. It goes back beside the image when the folder can be written again.",
				store.state().words());
		assertEquals(List.of(store.state().words()), store.warnings());
		put(store, 2, "b");
		SaveReport report = store.save(Progress.NONE);
		assertTrue(report.inRecoveryPlace());
		assertTrue("a copy to carry away", fixture.files.exists(store.recoveryFolder().resolve("labels.geojson")));
		put(store, 3, "c");
		store.close();

		AnnotationStore again = fixture.open();
		assertEquals("what is kept there goes on at once", "a b c", names(again.document()));
		assertTrue(again.warnings().toString(),
				again.warnings().contains("Your work of 2026-03-04 09:00 was taken from the recovery place: 2 edits."));
		put(again, 4, "d");
		again.close();
		Map<Path, byte[]> after = fixture.files.content();
		after.keySet().removeIf(file -> !file.startsWith(Fixture.IMAGES));
		assertSame(before, after);

		fixture.files.setFault(NOTHING);
		AnnotationStore third = fixture.open();
		assertEquals(Kind.SAVED, third.state().kind());
		assertEquals("now it is asked", "a", names(third.document()));
		assertEquals(3, third.pendingWork().orElseThrow().count());
		third.pendingWork().orElseThrow().recover();
		assertEquals("a b c d", names(third.document()));
		assertFalse(third.save(Progress.NONE).inRecoveryPlace());
		third.close();
		AnnotationStore fourth = fixture.open();
		assertTrue(fourth.pendingWork().isEmpty());
		assertEquals("a b c d", names(fourth.document()));
		fourth.close();
	}

	@Test
	public void aFolderThatBecomesWritableGetsTheWorkInTheSameSession() throws Exception {
		fixture.files.setFault(READ_ONLY);
		AnnotationStore store = fixture.open();
		put(store, 1, "a");
		assertTrue(store.save(Progress.NONE).inRecoveryPlace());
		fixture.files.setFault(NOTHING);
		SaveReport report = store.save(Progress.NONE);
		assertFalse(report.inRecoveryPlace());
		assertEquals(Kind.SAVED, store.state().kind());
		assertEquals(LockInfo.Holder.US, store.lock().holder());
		store.close();
		AnnotationStore again = fixture.open();
		assertTrue(again.pendingWork().isEmpty());
		assertEquals("a", names(again.document()));
		again.close();
	}

	@Test
	public void twoWindowsOnAReadOnlyFolderDoNotMixTheirWork() throws Exception {
		fixture.files.setFault(READ_ONLY);
		AnnotationStore first = fixture.open();
		AnnotationStore second = fixture.open();
		assertEquals(Kind.RECOVERY_PLACE, first.state().kind());
		assertEquals(Kind.READ_ONLY, second.state().kind());
		first.close();
		second.close();
	}

	@Test
	public void aFullDiskDuringTheWorkSendsItToTheRecoveryPlaceAndBack() throws Exception {
		AnnotationStore store = fixture.open();
		store.addStateListener(told::add);
		put(store, 1, "a");
		store.save(Progress.NONE);
		put(store, 1, "b");
		store.flush(LONG_MILLIS);
		Map<Path, byte[]> before = pair();
		fixture.files.setFault(FULL);
		put(store, 2, "c");
		StoreState state = next(Kind.RECOVERY_PLACE);
		assertTrue(state.words(),
				state.words().startsWith("Disk full: your work is kept on this computer instead, in the recovery place "));
		assertTrue(state.words(), state.words().endsWith("It goes back beside the image when there is room again."));
		assertTrue("it is safe there", store.flush(LONG_MILLIS));
		StoreException refusal = assertThrows(StoreException.class, () -> store.save(Progress.NONE));
		assertEquals(Reason.FILES, refusal.reason());
		assertTrue(refusal.getMessage(), refusal.getMessage().startsWith("The labels were not saved. Disk full: "));
		assertSame(before, pair());

		Fixture killed = fixture.afterKill();
		killed.files.setFault(NOTHING);
		AnnotationStore recovered = killed.open();
		recovered.pendingWork().orElseThrow().recover();
		assertEquals("b c", names(recovered.document()));
		recovered.close();

		fixture.files.setFault(NOTHING);
		assertEquals(2, store.save(Progress.NONE).revision());
		assertEquals(Kind.SAVED, store.state().kind());
		store.close();
		AnnotationStore again = fixture.open();
		assertEquals("b c", names(again.document()));
		assertTrue(again.pendingWork().isEmpty());
		again.close();
	}

	@Test
	public void aSaveThatFailsAtAnyStepLeavesThePairAndNoDrafts() throws Exception {
		AnnotationStore store = fixture.open();
		put(store, 1, "a");
		store.save(Progress.NONE);
		int steps = 0;
		boolean failed = true;
		for (int failing = 1; failed; failing++) {
			put(store, 1, "a" + failing);
			store.flush(LONG_MILLIS);
			Map<Path, byte[]> before = pair();
			int[] left = {failing};
			fixture.files.setFault((operation, file) -> {
				boolean writes = operation.equals("write") || operation.equals("create") || operation.equals("replace");
				boolean ofSave = !file.getFileName().toString().startsWith("lock");
				if (file.startsWith(Fixture.IMAGES) && writes && ofSave && --left[0] <= 0)
					throw new IOException("No space left on device");
			});
			try {
				store.save(Progress.NONE);
				failed = false;
			} catch (StoreException e) {
				steps++;
				assertTrue(e.getMessage(), e.getMessage().contains("Disk full"));
				assertSame(before, pair());
				assertEquals("drafts", List.of(), drafts());
			}
			fixture.files.setFault(NOTHING);
			Fixture killed = fixture.afterKill();
			AnnotationStore again = killed.open();
			if (again.pendingWork().isPresent()) again.pendingWork().get().recover();
			assertEquals("a" + failing, names(again.document()));
			again.close();
		}
		assertTrue(steps + " steps", steps >= 8);
		store.close();
	}

	private List<String> drafts() {
		return fixture.files.content().keySet().stream().filter(file -> file.startsWith(Fixture.IMAGES))
				.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".tmp") || name.startsWith("next-"))
				.toList();
	}

	@Test
	public void tooLittleRoomIsToldBeforeAnythingIsWritten() throws Exception {
		AnnotationStore store = fixture.open();
		put(store, 1, "a");
		store.flush(LONG_MILLIS);
		fixture.files.setFree(100_000);
		StoreException refusal = assertThrows(StoreException.class, () -> store.save(Progress.NONE));
		assertTrue(refusal.getMessage(),
				refusal.getMessage().matches("Disk full: saving needs \\d+ KB but only 97 KB are free\\."));
		assertEquals(Kind.UNSAVED, store.state().kind());
		assertTrue(store.state().words(), store.state().words().startsWith("Disk full: saving needs"));
		fixture.files.setFree(Long.MAX_VALUE);
		store.save(Progress.NONE);
		assertEquals("All changes are saved.", store.state().words());
		store.close();
	}

	@Test
	public void aFolderThatVanishesIsToldAndWrittenAgainWhenItIsBack() throws Exception {
		AnnotationStore store = fixture.open();
		store.addStateListener(told::add);
		put(store, 1, "a");
		store.save(Progress.NONE);
		fixture.files.setFault(GONE);
		put(store, 2, "b");
		StoreState state = next(Kind.RECOVERY_PLACE);
		assertTrue(state.words(), state.words().startsWith("The folder cannot be reached: your work is kept on this computer"));
		assertTrue(store.flush(LONG_MILLIS));
		assertThrows(StoreException.class, () -> store.save(Progress.NONE));
		fixture.files.setFault(NOTHING);
		store.save(Progress.NONE);
		assertEquals(Kind.SAVED, store.state().kind());
		store.close();
		AnnotationStore again = fixture.open();
		assertEquals("a b", names(again.document()));
		again.close();
	}

	@Test
	public void aFolderThatComesBackWithLabelsOfSomebodyElseIsMerged() throws Exception {
		AnnotationStore store = fixture.open("r-1");
		put(store, 1, "a");
		store.save(Progress.NONE);
		Map<Path, byte[]> then = fixture.files.content();
		AnnotationStore other = fixture.afterKill().open("r-2");
		other.close();
		fixture.files.setFault(GONE);
		put(store, 2, "b");
		store.flush(LONG_MILLIS);
		Fixture elsewhere = new Fixture(new MemoryLayer(Fixture.IMAGES, Fixture.USER), fixture.clock);
		then.forEach((file, bytes) -> {
			if (!file.getFileName().toString().startsWith("lock")) elsewhere.files.put(file, bytes);
		});
		AnnotationStore second = elsewhere.open("r-2");
		put(second, 3, "c");
		second.save(Progress.NONE);
		second.close();
		fixture.files.setFault(NOTHING);
		elsewhere.files.content().forEach((file, bytes) -> {
			if (file.startsWith(Fixture.IMAGES)) fixture.files.put(file, bytes);
		});
		store.save(Progress.NONE);
		assertEquals("a b c", names(store.document()));
		store.close();
	}

	@Test
	public void whenEverythingFailsItIsSaidThatTheWorkIsInMemoryAlone() throws Exception {
		AnnotationStore store = fixture.open();
		store.addStateListener(told::add);
		fixture.files.setFault((operation, file) -> {
			if (!operation.equals("read")) throw new IOException("No space left on device");
		});
		put(store, 1, "a");
		StoreState state = next(Kind.RECOVERY_PLACE);
		assertEquals(
				"Disk full: your changes are in memory alone, because the recovery place on this computer fails too. Keep the program "
						+ "open, make room on the disk or export the labels elsewhere.",
				state.words());
		assertFalse(store.flush(50));
		fixture.files.setFault(NOTHING);
		store.save(Progress.NONE);
		assertEquals(Kind.SAVED, store.state().kind());
		store.close();
	}

	@Test
	public void namesOfFilesAndPeopleStandNowhere() throws Exception {
		fixture.files.setFault(FULL);
		AnnotationStore first = fixture.open();
		put(first, 1, "a");
		first.flush(LONG_MILLIS);
		fixture.files.setFault(NOTHING);
		first.save(Progress.NONE);
		put(first, 2, "b");
		first.flush(LONG_MILLIS);
		String host = java.nio.file.Files.isReadable(Path.of("/proc/sys/kernel/hostname"))
				? java.nio.file.Files.readString(Path.of("/proc/sys/kernel/hostname")).trim()
				: java.net.InetAddress.getLocalHost().getHostName();
		for (Map.Entry<Path, byte[]> file : fixture.files.content().entrySet()) {
			String content = new String(file.getValue(), java.nio.charset.StandardCharsets.ISO_8859_1);
			for (String secret : new String[]{"scan.tif", "/images", "/user", host, System.getProperty("user.name") + "\"",
					System.getProperty("user.home")})
				assertFalse(file.getKey() + " holds " + secret, content.contains(secret));
			if (file.getKey().startsWith(Fixture.USER)) assertFalse(file.getKey().toString().contains("scan"));
		}
		first.close();
	}
}
