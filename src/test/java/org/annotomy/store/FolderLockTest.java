package org.annotomy.store;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.annotomy.store.LockInfo.Holder;
import org.annotomy.store.file.FileLayer;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class FolderLockTest {

	private static final Duration STALE = Duration.ofMinutes(4);

	@Rule
	public TemporaryFolder temporary = new TemporaryFolder();

	private final FileLayer files = FileLayer.disk();
	private final MovableClock clock = new MovableClock(Instant.parse("2026-03-04T09:00:00Z"));

	private Path lock() {
		return temporary.getRoot().toPath().resolve("lock");
	}

	private Session session(String rater, String host) {
		return new Session(rater + "-token", rater, host, clock);
	}

	@Test
	public void onlyOneCanTakeIt() throws IOException {
		FolderLock lock = FolderLock.take(files, lock(), session("r-1", "h1"));
		assertTrue(lock.isOurs());
		assertThrows(FileAlreadyExistsException.class, () -> FolderLock.take(files, lock(), session("r-2", "h2")));
		lock.release();
		assertFalse(files.exists(lock()));
		assertTrue(FolderLock.take(files, lock(), session("r-2", "h2")).isOurs());
		assertEquals("nothing but the lock is left", 1, files.list(temporary.getRoot().toPath()).size());
	}

	@Test
	public void saysWhoHasItSinceWhenAndTheLastSignOfLife() throws IOException {
		Session owner = session("r-1", "elsewhere");
		FolderLock lock = FolderLock.take(files, lock(), owner);
		clock.forward(Duration.ofHours(2));
		lock.beat(owner);
		clock.forward(Duration.ofSeconds(20));
		LockInfo info = new LockWatch(files, lock(), session("r-2", "h2"), STALE).look();
		assertEquals(Holder.OTHER, info.holder());
		assertFalse(info.stale());
		assertEquals("Rater r-1 has been working on these labels since 2026-03-04 09:00 (2 hours ago), "
				+ "last sign of life 2026-03-04 11:00 (20 seconds ago).", info.words());
	}

	@Test
	public void isStaleOnlyAfterFourMinutesWithoutABeatByTheObserversClock() throws IOException {
		Session owner = session("r-1", "elsewhere");
		FolderLock lock = FolderLock.take(files, lock(), owner);
		clock.forward(Duration.ofDays(3));
		LockWatch watch = new LockWatch(files, lock(), session("r-2", "h2"), STALE);
		assertFalse("old is not stale: it was only just seen", watch.look().stale());
		clock.forward(STALE.minusSeconds(1));
		assertFalse(watch.look().stale());
		lock.beat(owner);
		assertFalse(watch.look().stale());
		clock.forward(STALE.minusSeconds(1));
		assertFalse("it has beaten since", watch.look().stale());
		clock.forward(Duration.ofSeconds(1));
		LockInfo info = watch.look();
		assertTrue(info.stale());
		assertEquals("Rater r-1 took the lock 2026-03-04 09:00 (3 days ago) but has given no sign of life for 4 minutes: "
				+ "the session was probably cut off.", info.words());
	}

	@Test
	public void isStaleAtOnceIfItsProcessOnThisComputerHasEnded() throws Exception {
		Process ended = new ProcessBuilder("true").start();
		ended.waitFor();
		Instant now = clock.instant();
		LockContent left = new LockContent("token-1", "here", ended.pid(), now, "r-1", now, 5, now);
		files.createWhole(lock(), left.toBytes());
		clock.forward(Duration.ofMinutes(1));
		LockInfo info = new LockWatch(files, lock(), session("r-2", "here"), STALE).look();
		assertTrue(info.stale());
		assertEquals(
				"A session of rater r-1 on this computer took the lock 2026-03-04 09:00 (1 minute ago) and ended without closing.",
				info.words());
		assertFalse("on another computer nobody can know",
				new LockWatch(files, lock(), session("r-2", "there"), STALE).look().stale());
	}

	@Test
	public void aRunningProcessOfThisComputerIsNotStale() throws IOException {
		FolderLock.take(files, lock(), session("r-1", "here"));
		LockWatch watch = new LockWatch(files, lock(), session("r-2", "here"), STALE);
		assertFalse(watch.look().stale());
		assertEquals(LockSight.Owner.ALIVE, watch.seen().owner(session("r-2", "here")));
	}

	@Test
	public void ofManyWhoTakeItOverOneSucceeds() throws Exception {
		for (int round = 0; round < 8; round++) {
			FolderLock old = FolderLock.take(files, lock(), session("r-old", "h"));
			LockSight seen = LockSight.of(files, lock()).orElseThrow();
			ExecutorService threads = Executors.newFixedThreadPool(6);
			List<Callable<Boolean>> attempts = new ArrayList<>();
			for (int i = 0; i < 6; i++) {
				Session session = session("r-" + i, "h" + i);
				attempts.add(() -> takesOver(session, seen));
			}
			int winners = 0;
			for (Future<Boolean> attempt : threads.invokeAll(attempts))
				if (attempt.get()) winners++;
			threads.shutdown();
			assertEquals(1, winners);
			assertFalse(old.isOurs());
			assertThrows(LockLostException.class, () -> old.beat(session("r-old", "h")));
			files.delete(lock());
		}
	}

	private boolean takesOver(Session session, LockSight seen) throws IOException {
		try {
			return FolderLock.takeOver(files, lock(), session, seen, Duration.ofMillis(20)).isOurs();
		} catch (LockLostException e) {
			return false;
		}
	}

	@Test
	public void aLockThatChangedHandsSinceItWasSeenIsGivenBack() throws IOException {
		FolderLock.take(files, lock(), session("r-1", "h1"));
		LockSight seen = LockSight.of(files, lock()).orElseThrow();
		FolderLock second = FolderLock.takeOver(files, lock(), session("r-2", "h2"), seen, Duration.ZERO);
		assertThrows(LockLostException.class,
				() -> FolderLock.takeOver(files, lock(), session("r-3", "h3"), seen, Duration.ZERO));
		assertTrue(second.isOurs());
	}

	@Test
	public void aLockThatVanishedIsMadeAnewAndOneThatWasTakenIsLost() throws IOException {
		Session session = session("r-1", "h1");
		FolderLock lock = FolderLock.take(files, lock(), session);
		files.delete(lock());
		lock.beat(session);
		assertTrue(lock.isOurs());
		files.delete(lock());
		FolderLock other = FolderLock.take(files, lock(), session("r-2", "h2"));
		assertThrows(LockLostException.class, () -> lock.beat(session));
		lock.release();
		assertTrue("only the owner releases", other.isOurs());
	}

	@Test
	public void aLockThatCannotBeReadIsHeldByNobodyKnownAndStaleWhenItNeverChanges() throws IOException {
		for (String broken : new String[]{"", "{", "{\"token\":\"../../x\",\"host\":\"h\",\"rater\":\"r\"}", "[1]"}) {
			files.createWhole(lock(), broken.getBytes(StandardCharsets.UTF_8));
			LockWatch watch = new LockWatch(files, lock(), session("r-2", "h2"), STALE);
			LockInfo info = watch.look();
			assertEquals(Holder.OTHER, info.holder());
			assertFalse(info.stale());
			clock.forward(STALE);
			assertTrue(watch.look().stale());
			FolderLock taken = FolderLock.takeOver(files, lock(), session("r-2", "h2"), watch.seen(), Duration.ZERO);
			assertTrue(taken.isOurs());
			taken.release();
		}
	}

	@Test
	public void hostsAreDigestsThatOnlyTheSameUserCanCompare() throws IOException {
		Path folder = temporary.newFolder().toPath();
		String host = HostKey.in(folder, files).host();
		assertEquals(host, HostKey.in(folder, files).host());
		assertFalse(host.equals(HostKey.in(temporary.newFolder().toPath(), files).host()));
		assertTrue(host.matches("[0-9a-f]{32}"));
	}
}
