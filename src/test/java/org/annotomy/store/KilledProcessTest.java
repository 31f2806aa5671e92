package org.annotomy.store;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.store.LockInfo.Holder;
import org.annotomy.store.StoreState.Kind;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Processes of their own, on the real disk: killed at random points, or holding the lock. */
public class KilledProcessTest {

	private static final int KILLS = 50;
	private static final int OBJECTS = 40;

	@Rule
	public TemporaryFolder temporary = new TemporaryFolder();

	private Path image() throws IOException {
		return temporary.getRoot().toPath().resolve("images").resolve("scan.tif");
	}

	private Path user() {
		return temporary.getRoot().toPath().resolve("user");
	}

	private AnnotationStore open(String rater) throws Exception {
		return AnnotationStore.open(image(), Fixture.image(), Protocol.NONE, StoreOptions.of(rater).withRecovery(user()));
	}

	/**
	 * Edit i gives object i mod 40 the name i. So the last edit that is there says what every object must be called, and any other name is a
	 * mix of states.
	 */
	private static int lastEdit(AnnotationDocument document) {
		int last = document.objects().stream().mapToInt(object -> Integer.parseInt(object.name().substring(1))).max().orElse(0);
		for (int i = Math.max(1, last - OBJECTS + 1); i <= last; i++) {
			AnnotationObject object = document.object(Fixture.id(i % OBJECTS)).orElseThrow();
			assertEquals("e" + i, object.name());
		}
		assertEquals(Math.min(last, OBJECTS), document.objects().size());
		return last;
	}

	@Test
	public void fiftyKillsLoseNothingThatWasSaidToBeSafe() throws Exception {
		temporary.newFolder("images");
		long seed = 50_2026;
		Random random = new Random(seed);
		int safe = 0;
		for (int kill = 1; kill <= KILLS; kill++) {
			Child child = Child.start("edit", image(), user(), "r-1", safe + 1);
			child.awaitReady();
			int lines = random.nextInt(25);
			int said = safe;
			for (int i = 0; i < lines; i++)
				said = Integer.parseInt(child.line());
			spin(random.nextInt(3_000_000));
			child.kill();
			for (String line = child.line(); line != null; line = child.line())
				said = Integer.parseInt(line);
			try (AnnotationStore store = open("r-1")) {
				if (store.pendingWork().isPresent()) assertEquals(List.of(), store.pendingWork().get().recover());
				int found = lastEdit(store.document());
				assertTrue("seed " + seed + ", kill " + kill + ": edit " + said + " was safe, found " + found, found >= said);
				safe = found;
			}
		}
		assertTrue("edits " + safe, safe > KILLS);
	}

	/** So that the kill does not come right after a line. */
	private static void spin(int nanos) {
		long end = System.nanoTime() + nanos;
		while (System.nanoTime() < end)
			Thread.onSpinWait();
	}

	@Test
	public void theLockOfAnotherProcessIsRespectedAndThatOfAKilledOneIsTakenAndTold() throws Exception {
		temporary.newFolder("images");
		Child child = Child.start("hold", image(), user(), "r-1", 0);
		child.awaitReady();
		try (AnnotationStore store = open("r-2")) {
			assertEquals(Kind.READ_ONLY, store.state().kind());
			assertEquals(Holder.OTHER, store.lock().holder());
			assertEquals("r-1", store.lock().rater());
			assertFalse(store.lock().stale());
		}
		child.kill();
		try (AnnotationStore store = open("r-2")) {
			assertEquals(Kind.SAVED, store.state().kind());
			assertEquals(Holder.US, store.lock().holder());
			assertEquals(1, store.warnings().size());
			assertTrue(store.warnings().get(0),
					store.warnings().get(0).startsWith("A session of rater r-1 on this computer took the lock"));
			assertTrue(store.warnings().get(0),
					store.warnings().get(0).endsWith("ended without closing. The lock was taken over."));
		}
		Child second = Child.start("hold", image(), user(), "r-1", 0);
		second.awaitReady();
		second.stop();
		try (AnnotationStore store = open("r-2")) {
			assertEquals("a session that closed leaves no lock", List.of(), store.warnings());
		}
	}
}
