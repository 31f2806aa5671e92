package org.annotomy.store;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.annotomy.annotation.Change;
import org.annotomy.annotation.Change.LabelChange;
import org.annotomy.annotation.Change.VoxelChange;
import org.annotomy.annotation.LabelScope;
import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.voxel.BlockIndex;
import org.annotomy.annotation.voxel.LabelBlock;
import org.annotomy.digest.Sha256;
import org.annotomy.json.JsonObject;
import org.annotomy.store.Journal.Place;
import org.annotomy.store.JournalRecord.Type;
import org.annotomy.store.file.FileLayer;
import org.annotomy.store.file.Trouble;
import org.junit.After;
import org.junit.Test;

public class JournalTest {

	private static final StoreTiming QUICK = new StoreTiming(Duration.ofMillis(5), Duration.ofMillis(200), Duration.ofHours(1),
			Duration.ofMinutes(4), Duration.ZERO);
	private static final Path IMAGES = Path.of("/images");
	private static final Path USER = Path.of("/user/recovery");
	private static final long LONG_MILLIS = 20_000;

	private final MemoryLayer files = new MemoryLayer(IMAGES, USER);
	private final StorePaths home = StorePaths.beside(IMAGES.resolve("scan.tif"));
	private final StorePaths recovery = StorePaths.in(USER.resolve("abc"));
	private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
	private Journal journal = open();

	private JournalPlaces.Watcher watcher() {
		return new JournalPlaces.Watcher() {
			@Override
			public void edited(long durable) {}

			@Override
			public void moved(Place place, Trouble trouble) {
				events.add(place + " " + trouble);
			}

			@Override
			public void unwritable(String edit) {
				events.add("unwritable " + edit);
			}
		};
	}

	private JournalPlaces places(FileLayer layer) {
		return new JournalPlaces(layer, home.journal(), recovery.journal(), IMAGES, watcher());
	}

	private Journal open() {
		JournalHeader header = new JournalHeader(JournalHeader.NO_BASE, "session", "r-1", JsonObject.EMPTY);
		return new Journal(places(files), Place.HOME, header, QUICK, Clock.systemUTC());
	}

	@After
	public void close() {
		files.setFault((operation, file) -> {});
		journal.close(LONG_MILLIS);
	}

	private static List<Change> answer(String key, Object value) {
		return List.of(new LabelChange(LabelScope.STUDY, key, null, AttributeValue.of(value.toString())));
	}

	private void edit(int i) {
		journal.append("Edit " + i, answer("q" + i, i));
	}

	private static String read(MemoryLayer layer, Path file) throws IOException {
		List<String> found = new ArrayList<>();
		EditCodec.Assembler edit = new EditCodec.Assembler(Protocol.NONE);
		JournalReader.read(layer, file, record -> {
			if (record.type() != Type.EDIT) found.add(record.type().toString());
			else
				if (edit.add(record.payload()))
					for (Change change : edit.changes())
						found.add(((LabelChange) change).key() + "="
								+ ((AttributeValue.Text) ((LabelChange) change).after()).text());
		});
		return String.join(" ", found);
	}

	@Test
	public void bringsEditsToTheDiskInOrder() throws IOException {
		for (int i = 1; i <= 5; i++)
			edit(i);
		assertTrue(journal.flush(LONG_MILLIS));
		assertEquals(5, journal.durableNumber());
		assertEquals("q1=1 q2=2 q3=3 q4=4 q5=5", read(files.afterPowerFailure(new Random(1)), home.journal()));
	}

	@Test
	public void whatIsSaidToBeOnTheDiskSurvivesAPowerFailureAtAnyMoment() throws IOException {
		for (int seed = 0; seed < 200; seed++) {
			edit(seed);
			long durable = journal.durableNumber();
			MemoryLayer after = files.afterPowerFailure(new Random(seed));
			String found = after.exists(home.journal()) ? read(after, home.journal()) : "";
			int count = found.isEmpty() ? 0 : found.split(" ").length;
			assertTrue("seed " + seed + ": " + count + " of " + durable, count >= durable && count <= seed + 1);
			if (seed % 7 == 0) journal.flush(LONG_MILLIS);
		}
	}

	@Test
	public void aTornRecordIsNoticedWhereverItIsTorn() throws IOException {
		edit(1);
		edit(2);
		journal.flush(LONG_MILLIS);
		int two = files.content().get(home.journal()).length;
		edit(3);
		journal.flush(LONG_MILLIS);
		byte[] whole = files.content().get(home.journal());
		for (int length = two; length < whole.length; length++) {
			MemoryLayer torn = new MemoryLayer(home.hidden());
			torn.createWhole(home.journal(), Arrays.copyOf(whole, length));
			assertEquals("q1=1 q2=2", read(torn, home.journal()));
			JournalReader.Extent extent = JournalReader.read(torn, home.journal(), record -> {});
			assertEquals(two, extent.goodBytes());
			assertEquals(length != two, extent.isTorn());
		}
		Random random = new Random(3);
		for (int i = two; i < whole.length; i++) {
			byte[] damaged = whole.clone();
			damaged[i] ^= (byte) (1 + random.nextInt(255));
			MemoryLayer torn = new MemoryLayer(home.hidden());
			torn.createWhole(home.journal(), damaged);
			assertEquals("byte " + i, "q1=1 q2=2", read(torn, home.journal()));
		}
	}

	@Test
	public void aBrokenBeginningIsRefused() throws IOException {
		edit(1);
		journal.flush(LONG_MILLIS);
		byte[] whole = files.content().get(home.journal());
		int header = new JournalHeader(JournalHeader.NO_BASE, "session", "r-1", JsonObject.EMPTY).toBytes().length;
		for (int i = 0; i < header; i++) {
			byte[] damaged = whole.clone();
			damaged[i] ^= 1;
			MemoryLayer broken = new MemoryLayer(home.hidden());
			broken.createWhole(home.journal(), damaged);
			assertThrows(IOException.class, () -> read(broken, home.journal()));
			MemoryLayer shortened = new MemoryLayer(home.hidden());
			shortened.createWhole(home.journal(), Arrays.copyOf(whole, i));
			assertThrows(IOException.class, () -> read(shortened, home.journal()));
		}
	}

	@Test
	public void editsSurviveAsBytes() throws IOException {
		Random random = new Random(42);
		List<Change> changes = new ArrayList<>();
		for (int i = 0; i < 300; i++) {
			short[] labels = new short[LabelBlock.VOXELS];
			for (int k = random.nextInt(5); k > 0; k--)
				Arrays.fill(labels, random.nextInt(1000), 1000 + random.nextInt(30000), (short) random.nextInt(65536));
			if (i % 50 == 0)
				for (int k = 0; k < labels.length; k++)
					labels[k] = (short) random.nextInt();
			changes.add(new VoxelChange(new BlockIndex(random.nextInt(3), i, 5, 6, 7), LabelBlock.EMPTY, LabelBlock.of(labels)));
		}
		List<byte[]> payloads = new ArrayList<>();
		EditSummary summary = new EditSummary(7, 1, 123, List.of("Paint \u00e4 \ud83d\ude00"));
		EditCodec.write(summary, changes, payloads::add, () -> {});
		EditCodec.Assembler assembler = new EditCodec.Assembler(Protocol.NONE);
		for (int i = 0; i < payloads.size(); i++)
			assertEquals(i == payloads.size() - 1, assembler.add(payloads.get(i)));
		assertEquals(summary, assembler.summary());
		assertEquals(changes, assembler.changes());
	}

	@Test
	public void anEditTooLargeForOneRecordCountsOnlyAsAWhole() throws IOException {
		List<Change> changes = new ArrayList<>();
		String large = "x".repeat(1 << 20);
		for (int i = 0; i < 20; i++)
			changes.add(new LabelChange(LabelScope.STUDY, "q" + i, null, AttributeValue.of(large + i)));
		List<byte[]> payloads = new ArrayList<>();
		EditCodec.write(new EditSummary(1, 1, 1, List.of("Import")), changes, payloads::add, () -> {});
		assertTrue(payloads.size() + " parts", payloads.size() >= 2);
		EditCodec.Assembler assembler = new EditCodec.Assembler(Protocol.NONE);
		for (byte[] payload : payloads.subList(0, payloads.size() - 1))
			assertFalse(assembler.add(payload));
		assertTrue(assembler.add(payloads.get(payloads.size() - 1)));
		assertEquals(changes, assembler.changes());
	}

	@Test
	public void bytesThatUnpackToTooMuchAreRefused() {
		byte[] bomb = new byte[100];
		BoundedInput input = new BoundedInput(new ByteArrayInputStream(bomb), 99);
		assertThrows(IOException.class, input::readAllBytes);
	}

	@Test
	public void aFullDiskSendsTheJournalToTheRecoveryPlaceWithEverything() throws Exception {
		edit(1);
		journal.flush(LONG_MILLIS);
		files.setFault((operation, file) -> {
			if (operation.equals("write") && file.startsWith(IMAGES)) throw new IOException("No space left on device");
		});
		edit(2);
		edit(3);
		assertTrue(journal.flush(LONG_MILLIS));
		assertEquals("RECOVERY FULL", events.poll(LONG_MILLIS, TimeUnit.MILLISECONDS));
		assertEquals("q1=1 q2=2 q3=3", read(files, recovery.journal()));
		assertEquals("q1=1", read(files, home.journal()));
		edit(4);
		assertTrue(journal.flush(LONG_MILLIS));
		assertEquals("q1=1 q2=2 q3=3 q4=4", read(files, recovery.journal()));

		files.setFault((operation, file) -> {});
		journal.comeHome();
		assertEquals("HOME null", events.poll(LONG_MILLIS, TimeUnit.MILLISECONDS));
		assertEquals("q1=1 q2=2 q3=3 q4=4", read(files, home.journal()));
		assertFalse(files.exists(recovery.journal()));
	}

	@Test
	public void withoutAnyPlaceEditsStayInMemoryUntilThereIsOne() throws Exception {
		files.setFault((operation, file) -> {
			if (!operation.equals("read")) throw new IOException("Input/output error");
		});
		edit(1);
		assertEquals("NOWHERE OTHER", events.poll(LONG_MILLIS, TimeUnit.MILLISECONDS));
		edit(2);
		assertFalse(journal.flush(50));
		assertThrows(IOException.class, () -> journal.comeHome());
		assertThrows(IOException.class, () -> journal.mark(Type.COMMIT, new byte[0]));
		files.setFault((operation, file) -> {});
		journal.takeRefuge(Trouble.OTHER);
		assertTrue(journal.flush(LONG_MILLIS));
		assertEquals("q1=1 q2=2", read(files, recovery.journal()));
	}

	@Test
	public void aFolderThatDoesNotAnswerIsLeft() throws Exception {
		edit(1);
		journal.flush(LONG_MILLIS);
		CountDownLatch stuck = new CountDownLatch(1);
		CountDownLatch answer = new CountDownLatch(1);
		FileLayer gate = new StuckLayer(files, home.journal(), stuck, answer);
		Journal slow = new Journal(places(gate), Place.HOME,
				new JournalHeader(JournalHeader.NO_BASE, "slow", "r-1", JsonObject.EMPTY), QUICK, Clock.systemUTC());
		slow.append("Edit 1", answer("q1", 1));
		stuck.await();
		slow.append("Edit 2", answer("q2", 2));
		String event = null;
		while (event == null) {
			slow.leaveIfHung();
			event = events.poll(20, TimeUnit.MILLISECONDS);
		}
		assertEquals("RECOVERY SILENT", event);
		assertTrue(slow.flush(LONG_MILLIS));
		assertEquals("q1=1 q2=2", read(files, recovery.journal()));
		answer.countDown();
		slow.append("Edit 3", answer("q3", 3));
		assertTrue(slow.flush(LONG_MILLIS));
		assertEquals("q1=1 q2=2 q3=3", read(files, recovery.journal()));
		slow.close(LONG_MILLIS);
	}

	/** Each piece is there soon, all of them together long after a folder that does not answer is given up. */
	@Test
	public void anEditThatTakesLongIsNoFolderThatDoesNotAnswer() throws Exception {
		Duration hung = Duration.ofMillis(1500);
		StoreTiming timing = new StoreTiming(QUICK.batch(), hung, QUICK.heartbeat(), QUICK.stale(), QUICK.settle());
		Journal patient = new Journal(places(files), Place.HOME,
				new JournalHeader(JournalHeader.NO_BASE, "long", "r-1", JsonObject.EMPTY), timing, Clock.systemUTC());
		patient.append("Edit 1", answer("q1", 1));
		assertTrue(patient.flush(LONG_MILLIS));
		patient.append("Long edit", new AbstractList<>() {
			@Override
			public Change get(int i) {
				if (!Thread.currentThread().getName().equals("Annotomy journal")) return answer("p" + i, i).get(0);
				LockSupport.parkNanos(hung.toNanos() / 4);
				return answer("p" + i, i).get(0);
			}

			@Override
			public int size() {
				return 8;
			}
		});
		while (!patient.flush(20))
			patient.leaveIfHung();
		assertEquals(Place.HOME, patient.place());
		assertEquals(null, events.poll());
		patient.close(LONG_MILLIS);
	}

	@Test
	public void aSaveLeavesOnlyTheEditsThatCameAfterItsSnapshot() throws IOException {
		edit(1);
		edit(2);
		long upTo = journal.lastNumber();
		edit(3);
		journal.mark(Type.COMMIT, new byte[]{1});
		edit(4);
		String base = Sha256.hex(new byte[]{1, 2, 3});
		journal.restart(base, upTo);
		edit(5);
		journal.flush(LONG_MILLIS);
		assertEquals("q3=3 q4=4 q5=5", read(files.afterPowerFailure(new Random(1)), home.journal()));
		assertEquals(base, JournalReader.read(files, home.journal(), record -> {}).header().base());
		journal.restart(base, journal.lastNumber());
		assertFalse("nothing is left to say", files.exists(home.journal()));
		edit(6);
		journal.flush(LONG_MILLIS);
		assertEquals("q6=6", read(files, home.journal()));
	}

	@Test
	public void theHeaderSurvives() throws IOException {
		JournalHeader header = new JournalHeader(Sha256.hex(new byte[0]), "s", "r-1",
				JsonObject.builder().put("kind", "dicom").build());
		byte[] bytes = header.toBytes();
		assertArrayEquals(new byte[]{'A', 'N', 'J', '1'}, Arrays.copyOf(bytes, 4));
		assertEquals(header, JournalHeader.of(JournalHeader.read(new ByteArrayInputStream(bytes))));
	}
}
