package org.annotomy.ui.effect;

import static org.junit.Assert.assertEquals;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;

import javax.swing.JButton;
import javax.swing.JProgressBar;

import org.annotomy.command.segment.SegmentBench;
import org.annotomy.geometry.VolumeSize;
import org.junit.After;
import org.junit.Before;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SeedsPaneTest {

	@ClassRule
	public static final TemporaryFolder FOLDER = new TemporaryFolder();

	private SegmentBench bench;
	private EffectWork work;
	private GrowPane pane;

	@Before
	public void grow() throws Exception {
		bench = SegmentBench.open(FOLDER.newFolder().toPath(), new VolumeSize(20, 10, 5), (x, y, z) -> x < 10 ? 0 : 100);
		for (int x : new int[]{3, 16}) {
			bench.run("Add Segment...", "segment_name=at " + x);
			bench.run("Paint Segment...", "points=" + x + ",5", "radius_mm=1", "slice=3");
		}
		work = new EffectWork(new JProgressBar(), words -> {
		}, busy -> {
		});
		pane = new GrowPane(bench.session(), new Desk());
		EventQueue.invokeAndWait(() -> button().doClick());
		await("Update");
	}

	@After
	public void close() throws Exception {
		bench.session().close();
	}

	/** Only the work. */
	private final class Desk implements EffectPane.EffectDesk {

		@Override
		public EffectWork work() {
			return work;
		}

		@Override
		public void clear() {
			// No view shows it.
		}

		@Override
		public void tell(String words, boolean refusal) {
			// No window tells it.
		}
	}

	private JButton button() {
		return (JButton) named(pane.component(), "initialize-grow");
	}

	private static Component named(Container in, String name) {
		for (Component each : in.getComponents()) {
			Component found = name.equals(each.getName()) ? each : each instanceof Container inner ? named(inner, name) : null;
			if (found != null) return found;
		}
		return null;
	}

	private String text() throws Exception {
		FutureTask<String> text = new FutureTask<>(() -> work.isBusy() ? "busy" : button().getText());
		EventQueue.invokeAndWait(text);
		return text.get();
	}

	private void await(String text) throws Exception {
		for (int i = 0; i < 500 && !text().equals(text); i++)
			LockSupport.parkNanos(20_000_000);
		assertEquals(text, text());
	}

	@Test
	public void whatHasGrownIsForgottenWhenTheTabIsLeftDuringWork() throws Exception {
		CountDownLatch hold = new CountDownLatch(1);
		EventQueue.invokeAndWait(() -> {
			work.request(progress -> {
				awaitLatch(hold);
				return () -> {
				};
			});
			pane.end();
			work.whenIdle(() -> {
				// The next tab begins.
			});
		});
		hold.countDown();
		await("Initialize");
	}

	private static void awaitLatch(CountDownLatch hold) {
		try {
			hold.await();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
