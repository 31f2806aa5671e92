package org.annotomy.ui.effect;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;

import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JProgressBar;
import javax.swing.JSlider;
import javax.swing.JSpinner;
import javax.swing.JTextField;

import org.annotomy.command.segment.SegmentBench;
import org.annotomy.command.spec.CommandSpec;
import org.annotomy.command.spec.MenuConfig;
import org.annotomy.geometry.Axis;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.imagej.segment.EffectPreview;
import org.annotomy.imagej.session.StartPlaces;
import org.annotomy.segmentation.volume.Mask;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The panes of active contours and of fast marching, against the commands. */
public class FrontPanesTest {

	private static final VolumeSize SIZE = new VolumeSize(48, 40, 16);

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private SegmentBench bench;
	private EffectWork work;
	private volatile EffectPane pane;
	private volatile String told = "";

	@Before
	public void open() throws Exception {
		bench = SegmentBench.open(folder.getRoot().toPath(), SIZE,
				(x, y, z) -> ((x - 23) * (x - 23) / 2 + (y - 20) * (y - 20) + 6 * (z - 8) * (z - 8) < 90 ? 160 : 20)
						+ (x * 37 + y * 113 + z * 229 + x * y * 7) % 60);
		bench.run("Add Segment...", "segment_name=Bright");
		work = new EffectWork(new JProgressBar(), words -> told = words, busy -> {
			if (pane != null) pane.working(busy);
		});
	}

	@After
	public void close() throws Exception {
		EventQueue.invokeAndWait(() -> pane.end());
		bench.session().close();
	}

	/** What the window would do. */
	private final class Desk implements EffectPane.EffectDesk {

		@Override
		public EffectWork work() {
			return work;
		}

		@Override
		public void clear() {
			bench.session().overlay().effects().show(null);
		}

		@Override
		public void tell(String words, boolean refusal) {
			told = words;
		}
	}

	private void begin(EffectPane shown) throws Exception {
		pane = shown;
		EventQueue.invokeAndWait(shown::begin);
	}

	private static <T> T ask(Callable<T> question) throws Exception {
		FutureTask<T> task = new FutureTask<>(question);
		EventQueue.invokeAndWait(task);
		return task.get();
	}

	private void await(String what, Callable<Boolean> holds) throws Exception {
		for (int i = 0; i < 1500 && !ask(holds); i++)
			LockSupport.parkNanos(20_000_000);
		assertTrue("waited in vain until " + what + "; told: " + told, ask(holds));
	}

	@SuppressWarnings("unchecked")
	private <T> T part(String name) {
		return (T) named(pane.component(), name);
	}

	private static Component named(Container in, String name) {
		for (Component each : in.getComponents()) {
			Component found = name.equals(each.getName()) ? each : each instanceof Container inner ? named(inner, name) : null;
			if (found != null) return found;
		}
		return null;
	}

	private void press(String button) throws Exception {
		EventQueue.invokeAndWait(() -> this.<JButton>part(button).doClick());
	}

	private String state(String name) throws Exception {
		return EventQueue.isDispatchThread() ? this.<JLabel>part(name).getText() : ask(() -> state(name));
	}

	private boolean add(double x, double y, double z, double radiusMm) throws Exception {
		StartPlaces places = StartPlaces.of(bench.session());
		return ask(() -> {
			places.choose(-1);
			places.setRadius(radiusMm);
			return places.add(new Position(x, y, z));
		});
	}

	private void idle() throws Exception {
		await("nothing is worked on", () -> !work.isBusy());
	}

	private EffectPreview preview() {
		return bench.session().overlay().effects().shown();
	}

	private void assertWas(byte[] slice, Mask mask) {
		for (int i = 0; i < slice.length; i++)
			assertEquals(mask.contains(i % SIZE.nx(), i / SIZE.nx(), 8), slice[i] != 0);
	}

	private void applyAndCompare(String button, String command, String... options) throws Exception {
		int steps = ask(() -> bench.session().document().historyNames().size());
		press(button);
		await("it is applied", () -> "Applied.".equals(told));
		Mask applied = bench.voxels("Bright");
		assertTrue(applied.count() > 100);
		assertEquals(steps + 1, bench.session().document().historyNames().size());
		assertNull(preview());
		bench.session().document().undo();
		assertEquals(0, bench.count("Bright"));
		bench.run(command, options);
		assertEquals(applied.box(), bench.voxels("Bright").box());
		assertArrayEquals(applied.voxels(), bench.voxels("Bright").voxels());
	}

	@Test
	public void aContourThatWasSteppedPlayedAndAppliedIsThatOfTheCommand() throws Exception {
		begin(new ContourPane(bench.session(), new Desk()));
		assertEquals("Click where it shall start, in any view.", told);
		assertTrue(add(21.123, 19, 8, 2.5));
		assertTrue(add(27, 21, 8, 3.5));
		assertNotNull("balls are seen", preview());
		press("step-contour");
		await("ten steps are seen", () -> state("contour-state").startsWith("Moved 10 times · "));
		idle();
		press("play-contour");
		await("it rests", () -> state("contour-state").contains("it came to rest"));
		idle();
		String rest = state("contour-state");
		assertTrue(rest, rest.endsWith(" ml"));
		press("back-contour");
		await("it is back", () -> state("contour-state").startsWith("At the start"));
		idle();
		press("play-contour");
		await("it rests again", () -> state("contour-state").equals(rest));
		idle();
		byte[] slice = preview().slice(Axis.Z, 8);
		applyAndCompare("apply-contour", "Evolve Contour...", "places=21.12,19,8 27,21,8", "frame=voxels", "radii_mm=2.5 3.5",
				"advection_mm=0", "iterations=" + rest.split(" ")[1]);
		Mask mask = bench.voxels("Bright");
		assertWas(slice, mask);
		assertTrue(bench.notes(), bench.notes().contains("it came to rest"));
	}

	@Test
	public void cancelLosesNeitherVoxelsNorPlaces() throws Exception {
		begin(new ContourPane(bench.session(), new Desk()));
		add(22, 20, 8, 3);
		int steps = bench.session().document().historyNames().size();
		EventQueue.invokeAndWait(() -> this.<JSpinner>part("most-iterations").setValue(100_000));
		EventQueue.invokeAndWait(() -> this.<JSpinner>part("curvature").setValue(0.0));
		EventQueue.invokeAndWait(() -> this.<JComboBox<?>>part("contour-speed").setSelectedIndex(1));
		EventQueue.invokeAndWait(() -> this.<JTextField>part("contour-lowest").setText("100"));
		press("play-contour");
		await("it moves", () -> state("contour-state").startsWith("Moved"));
		press("cancel-contour");
		idle();
		assertNull(preview());
		assertEquals("The segment is as it was. The places are kept.", told);
		assertEquals(1, StartPlaces.of(bench.session()).balls().size());
		assertEquals(steps, bench.session().document().historyNames().size());
		press("apply-contour");
		assertEquals("Nothing has moved yet: Step or Play first.", told);
	}

	@Test
	public void playPausesAndGoesOn() throws Exception {
		begin(new ContourPane(bench.session(), new Desk()));
		add(22, 20, 8, 3);
		press("play-contour");
		await("it moves", () -> state("contour-state").startsWith("Moved"));
		if (ask(() -> this.<JButton>part("play-contour").getText()).equals("Pause")) press("play-contour");
		idle();
		String paused = state("contour-state");
		assertEquals("Play", ask(() -> this.<JButton>part("play-contour").getText()));
		assertEquals(paused, state("contour-state"));
		press("play-contour");
		await("it rests", () -> state("contour-state").contains("it came to rest"));
	}

	@Test
	public void whatWasBegunIsDroppedWhenTheMaskChanges() throws Exception {
		begin(new ContourPane(bench.session(), new Desk()));
		add(22, 20, 8, 3);
		press("step-contour");
		await("it moves", () -> state("contour-state").startsWith("Moved 10"));
		idle();
		bench.run("Set Editing Mask...", "lowest=100");
		EventQueue.invokeAndWait(() -> pane.changed());
		assertEquals("Not begun", state("contour-state"));
		assertFalse("outside the mask", add(2, 2, 2, 2));
		assertTrue(told, told.contains("lies where nothing may be edited"));
		assertFalse("outside the image", add(-9, 2, 2, 2));
		assertTrue(told, told.contains("lies outside the image"));
		bench.run("Set Editing Mask...");
	}

	@Test
	public void aFrontIsWorkedOutOnceAndSeenAtAnyTime() throws Exception {
		begin(new MarchPane(bench.session(), new Desk()));
		assertTrue(add(22, 20, 8, 3));
		await("the front is there", () -> state("march-state").startsWith("Reaches"));
		idle();
		String first = state("march-state");
		EventQueue.invokeAndWait(() -> this.<JSlider>part("march-time").setValue(600));
		String later = state("march-state");
		assertFalse("worked out anew", work.isBusy());
		assertFalse(first.equals(later));
		String time = ask(() -> this.<JTextField>part("longest-time").getText());
		byte[] slice = preview().slice(Axis.Z, 8);
		applyAndCompare("apply-march", "Fast Marching...", "places=22,20,8", "frame=voxels", "volume_percent=100",
				"longest_time=" + time);
		Mask mask = bench.voxels("Bright");
		assertWas(slice, mask);
		assertTrue(later, later.startsWith("Reaches " + String.format("%,d", mask.count()) + " voxels"));
	}

	@Test
	public void aTimeThatIsWrittenNeedsNoEnter() throws Exception {
		begin(new MarchPane(bench.session(), new Desk()));
		assertTrue(add(22, 20, 8, 3));
		await("the front is there", () -> state("march-state").startsWith("Reaches"));
		idle();
		EventQueue.invokeAndWait(() -> this.<JTextField>part("longest-time").setText("none"));
		press("apply-march");
		assertEquals("\"none\" is not a number.", told);
		EventQueue.invokeAndWait(() -> this.<JTextField>part("longest-time").setText("9.5"));
		applyAndCompare("apply-march", "Fast Marching...", "places=22,20,8", "frame=voxels", "volume_percent=100",
				"longest_time=9.5");
	}

	@Test
	public void whatCannotBeAppliedIsNotLost() throws Exception {
		begin(new ContourPane(bench.session(), new Desk()));
		add(22, 20, 8, 3);
		press("step-contour");
		await("it moves", () -> state("contour-state").startsWith("Moved 10"));
		idle();
		String moved = state("contour-state");
		lock(true);
		press("apply-contour");
		await("it is refused", () -> told.contains("is locked"));
		assertEquals(moved, state("contour-state"));
		assertNotNull("the contour is seen", preview());
		lock(false);
		press("apply-contour");
		await("it is applied", () -> "Applied.".equals(told));
		assertTrue(moved, moved.contains(" " + bench.count("Bright") + " voxels"));
	}

	@Test
	public void aTimeThatCannotBeAppliedIsNotLost() throws Exception {
		begin(new MarchPane(bench.session(), new Desk()));
		add(22, 20, 8, 3);
		await("the front is there", () -> state("march-state").startsWith("Reaches"));
		idle();
		String reached = state("march-state");
		lock(true);
		press("apply-march");
		await("it is refused", () -> told.contains("is locked"));
		assertEquals(reached, state("march-state"));
		lock(false);
		press("apply-march");
		await("it is applied", () -> "Applied.".equals(told));
	}

	private void lock(boolean locked) throws Exception {
		EventQueue.invokeAndWait(() -> bench.session().segments().records().change("Lock",
				List.of(bench.session().segments().require("Bright").id()), to -> to.locked(locked)));
		EventQueue.invokeAndWait(() -> pane.changed());
	}

	@Test
	public void applyingLeavesThePreviewOfAnotherTab() throws Exception {
		begin(new MarchPane(bench.session(), new Desk()));
		add(22, 20, 8, 3);
		await("the front is there", () -> state("march-state").startsWith("Reaches"));
		idle();
		JButton apply = part("apply-march");
		EventQueue.invokeAndWait(() -> {
			apply.doClick();
			pane.end();
			pane = new ContourPane(bench.session(), new Desk());
			pane.begin();
		});
		await("it is applied", () -> "Applied.".equals(told));
		assertNotNull("the balls are seen", preview());
	}

	@Test
	public void theCommandOfTheWindowOffersBothTabs() throws Exception {
		CommandSpec window = CommandSpec.of(MenuConfig.labelled("Segment Effects With Preview...").orElseThrow().argument());
		for (EffectPane each : new EffectPane[]{new ContourPane(bench.session(), new Desk()),
				new MarchPane(bench.session(), new Desk())}) {
			begin(each);
			assertTrue(each.title(), window.option("effect").orElseThrow().choices()
					.contains(each.title().toLowerCase(Locale.ROOT)));
			EventQueue.invokeAndWait(each::end);
		}
		begin(new ContourPane(bench.session(), new Desk()));
	}

	@Test
	public void placesAreSharedByBothPanesAndTakenOut() throws Exception {
		begin(new ContourPane(bench.session(), new Desk()));
		add(22, 20, 8, 3);
		add(24, 21, 8, 2);
		EventQueue.invokeAndWait(() -> pane.end());
		begin(new MarchPane(bench.session(), new Desk()));
		press("remove-march");
		assertEquals(1, StartPlaces.of(bench.session()).balls().size());
		String refusal = ask(() -> { // before the front that is worked out anew takes the words away
			this.<JButton>part("crosshair-march").doClick();
			return told;
		});
		assertTrue(refusal, refusal.startsWith("There is no crosshair"));
		press("remove-march");
		assertTrue(StartPlaces.of(bench.session()).balls().isEmpty());
		assertNull(preview());
	}
}
