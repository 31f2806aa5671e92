package org.annotomy.ui.effect;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;

import javax.swing.JProgressBar;

import org.annotomy.command.segment.SegmentBench;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.imagej.session.StartPlaces;
import org.junit.Assume;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What waits for work that cannot be stopped at once. */
public class EffectWorkTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	/** Work that stops only when it is let go. */
	private static EffectWork.Job held(CountDownLatch hold) {
		return progress -> {
			try {
				hold.await();
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			}
			return () -> {
			};
		};
	}

	private static <T> T ask(Callable<T> question) throws Exception {
		FutureTask<T> task = new FutureTask<>(question);
		EventQueue.invokeAndWait(task);
		return task.get();
	}

	private static void awaitIdle(EffectWork work) throws Exception {
		for (int i = 0; i < 1000 && ask(work::isBusy); i++)
			LockSupport.parkNanos(10_000_000);
		assertFalse("it is still busy", ask(work::isBusy));
	}

	/** Apply is pressed while a contour moves, and another tab chosen before it has stopped. */
	@Test
	public void whatWaitsIsDoneInItsOrderAndNothingIsLost() throws Exception {
		CountDownLatch hold = new CountDownLatch(1);
		List<String> done = new ArrayList<>();
		EffectWork work = ask(() -> new EffectWork(new JProgressBar(), done::add, busy -> {
		}));
		EventQueue.invokeAndWait(() -> {
			work.request(held(hold));
			work.whenIdle(() -> done.add("apply"));
			work.whenIdle(() -> done.add("begin"));
		});
		hold.countDown();
		awaitIdle(work);
		assertEquals(List.of("", "apply", "begin"), ask(() -> List.copyOf(done)));
	}

	/** Its words would stand in the tab that was chosen meanwhile. */
	@Test
	public void workThatWasStoppedTellsNoRefusal() throws Exception {
		CountDownLatch hold = new CountDownLatch(1);
		List<String> told = new ArrayList<>();
		EffectWork work = ask(() -> new EffectWork(new JProgressBar(), told::add, busy -> {
		}));
		EventQueue.invokeAndWait(() -> {
			work.request(progress -> {
				held(hold).run(progress);
				throw new IllegalArgumentException("The segment has no voxels yet.");
			});
			work.stop();
		});
		hold.countDown();
		awaitIdle(work);
		assertEquals(List.of(""), ask(() -> List.copyOf(told)));
		EventQueue.invokeAndWait(() -> work.request(progress -> {
			throw new IllegalArgumentException("There is no segment.");
		}));
		awaitIdle(work);
		assertEquals(List.of("", "", "There is no segment."), ask(() -> List.copyOf(told)));
	}

	/** Nobody would take the listeners of its panes away again. */
	@Test
	public void aClosedWindowBeginsNoTab() throws Exception {
		Assume.assumeFalse(GraphicsEnvironment.isHeadless());
		SegmentBench bench = SegmentBench.open(folder.getRoot().toPath(), new VolumeSize(20, 10, 5), (x, y, z) -> x);
		CountDownLatch hold = new CountDownLatch(1);
		EventQueue.invokeAndWait(() -> EffectFrame.open(bench.session(), "Margin"));
		EffectFrame frame = ask(() -> EffectFrame.find(bench.session()));
		awaitIdle(frame.work());
		EventQueue.invokeAndWait(() -> {
			frame.work().request(held(hold));
			EffectFrame.open(bench.session(), "Evolve Contour");
			EffectFrame.open(bench.session(), "Fast Marching");
			EffectFrame.open(bench.session(), "Evolve Contour");
			frame.dispose();
		});
		hold.countDown();
		awaitIdle(frame.work());
		assertTrue("a closed window shows the places", ask(() -> StartPlaces.of(bench.session()).isUnseen()));
		bench.session().close();
	}
}
