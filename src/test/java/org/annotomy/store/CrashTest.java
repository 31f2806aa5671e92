package org.annotomy.store;

import static org.annotomy.store.Fixture.LONG_MILLIS;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.DocumentState;
import org.annotomy.annotation.RandomEdits;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.task.Progress;
import org.junit.Test;

/**
 * A session in which the process is killed, or the power fails, before each single thing that it does to a file. Reopening must give back a
 * state that the document really had, not older than what was said to be safe; also when the reopening is interrupted in turn.
 */
public class CrashTest {

	private static final int STEPS = 10;
	private static final int EVERY_WHICH_IS_INTERRUPTED_AGAIN = 5;

	/** What a crash would leave, and between which states of the document what is reopened must lie. */
	private record Moment(String what, Fixture after, int safe, int made) {}

	/** Takes a moment before every change of a file. */
	private static final class Camera implements MemoryLayer.Fault {

		private final Fixture fixture;
		private final Random random;
		private final List<Moment> moments = new CopyOnWriteArrayList<>();
		private volatile int safe;
		private volatile int made;

		Camera(Fixture fixture, long seed) {
			this.fixture = fixture;
			random = new Random(seed);
		}

		@Override
		public void check(String operation, Path file) {
			if (operation.equals("read")) return;
			String what = "before " + operation + " " + file.getFileName() + " (" + moments.size() + ", edits " + safe + " to "
					+ made + ")";
			moments.add(new Moment("kill " + what, fixture.afterKill(), safe, made));
			moments.add(new Moment("power failure " + what, fixture.afterPowerFailure(random.nextLong()), safe, made));
		}
	}

	private final long seed = 20260304;
	private final List<DocumentState> states = new ArrayList<>();
	private final RandomEdits edits = new RandomEdits(seed);

	private void edit(AnnotationDocument document, Camera camera) {
		camera.made = states.size();
		edits.next(document);
		states.add(DocumentState.of(document));
	}

	private void session(Fixture fixture, Camera camera) throws Exception {
		Random random = new Random(seed);
		AnnotationStore store = fixture.open();
		states.add(DocumentState.of(store.document()));
		for (int i = 0; i < STEPS; i++) {
			edit(store.document(), camera);
			int safe = states.size() - 1;
			switch (random.nextInt(5)) {
				case 0 -> store.save(Progress.NONE);
				case 1 -> store.flush(LONG_MILLIS);
				case 2 -> {
					AnnotationStore.PendingSave save = store.beginSave();
					edit(store.document(), camera);
					save.run(Progress.NONE);
				}
				default -> safe = camera.safe;
			}
			camera.safe = safe;
		}
		store.flush(LONG_MILLIS);
		camera.safe = states.size() - 1;
		store.close();
	}

	private void verify(Moment moment) throws Exception {
		AnnotationStore store = moment.after.open();
		if (store.pendingWork().isPresent()) assertEquals(List.of(), store.pendingWork().get().recover());
		DocumentState found = withoutClasses(DocumentState.of(store.document()));
		boolean wasSo = states.subList(moment.safe, moment.made + 1).stream()
				.anyMatch(state -> withoutClasses(state).equals(found));
		assertTrue("not a state that the document had since what was safe", wasSo);
		store.save(Progress.NONE);
		store.close();
		AnnotationStore again = moment.after.open();
		assertTrue(again.pendingWork().isEmpty());
		assertEquals(found, withoutClasses(DocumentState.of(again.document())));
		again.close();
	}

	/** Of the protocol the files know the name alone. */
	private static DocumentState withoutClasses(DocumentState s) {
		Protocol name = new Protocol(s.protocol().stamp(), "", "", List.of(), List.of(), List.of(), List.of(), List.of());
		return new DocumentState(s.objects(), s.segments(), s.blocks(), s.links(), s.imageLabels(), s.studyLabels(), name,
				s.complete());
	}

	@Test
	public void reopeningGivesAStateThatWasAndNothingSafeIsLost() throws Exception {
		Fixture fixture = new Fixture();
		Camera camera = new Camera(fixture, seed);
		fixture.files.setFault(camera);
		session(fixture, camera);
		fixture.files.setFault((operation, file) -> {});
		assertTrue(camera.moments.size() + " moments", camera.moments.size() > 150);
		Random random = new Random(seed);
		for (int i = 0; i < camera.moments.size(); i++) {
			Moment moment = camera.moments.get(i);
			try {
				if (i % EVERY_WHICH_IS_INTERRUPTED_AGAIN == 0) verifyInterrupted(moment, random);
				else verify(moment);
			} catch (Exception | AssertionError e) {
				throw new AssertionError("seed " + seed + ", " + moment.what, e);
			}
		}
	}

	private void verifyInterrupted(Moment moment, Random random) throws Exception {
		Camera second = new Camera(moment.after, random.nextLong());
		moment.after.files.setFault(second);
		verify(moment);
		Moment then = second.moments.get(random.nextInt(second.moments.size()));
		try {
			verify(new Moment(then.what, then.after, moment.safe, moment.made));
		} catch (Exception | AssertionError e) {
			throw new AssertionError("then " + then.what, e);
		}
	}
}
