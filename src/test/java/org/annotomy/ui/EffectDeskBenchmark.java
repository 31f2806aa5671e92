package org.annotomy.ui;

import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JSlider;
import javax.swing.JSpinner;
import javax.swing.JTextField;

import org.annotomy.command.spec.MenuConfig;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.imagej.session.StartPlaces;
import org.annotomy.imagej.view.OrthogonalViews;
import org.annotomy.ui.effect.EffectFrame;
import org.annotomy.ui.view.ViewWindows;

import ij.IJ;
import ij.ImageJ;
import ij.Menus;

/**
 * Each effect of the window on 512 × 512 × 300 voxels with ten visible segments in three views: how long a hand would have waited for the
 * event dispatch thread at the most, the processor time of the whole program, and how soon Stop is heard. Needs a display.
 */
public final class EffectDeskBenchmark {

	private static final VolumeSize SIZE = new VolumeSize(512, 512, 300);
	private static final long LIMIT_S = 400;

	private final Watched events = new Watched();
	private final AnnotationSession session;
	private EffectFrame frame;

	/** Measures every event of the event dispatch thread. */
	private static final class Watched extends EventQueue {

		private final AtomicLong longestNs = new AtomicLong();
		private final AtomicLong longestCpuNs = new AtomicLong();
		private volatile String worst = "";

		@Override
		protected void dispatchEvent(AWTEvent event) {
			long from = System.nanoTime();
			long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
			super.dispatchEvent(event);
			long cpuNs = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
			if (cpuNs > longestCpuNs.get()) {
				longestCpuNs.set(cpuNs);
				worst = event.toString();
			}
			long ns = System.nanoTime() - from;
			if (ns > longestNs.get()) longestNs.set(ns);
		}

		void reset() {
			longestNs.set(0);
			longestCpuNs.set(0);
		}
	}

	private EffectDeskBenchmark(Path folder) throws Exception {
		session = DeskFixture.open(volume(folder));
		Toolkit.getDefaultToolkit().getSystemEventQueue().push(events);
	}

	/** @param args folder for the volume; prints a line for each effect */
	public static void main(String[] args) throws Exception {
		new ImageJ(ImageJ.NO_SHOW);
		putCommands();
		EffectDeskBenchmark benchmark = new EffectDeskBenchmark(Path.of(args[0]));
		benchmark.segments();
		for (int round = 0; round < 2; round++)
			benchmark.round();
		System.exit(0);
	}

	@SuppressWarnings("unchecked")
	private static void putCommands() {
		MenuConfig.entries().forEach(entry -> Menus.getCommands().putIfAbsent(entry.label(), entry.call()));
	}

	/** A body with organs of several values and noise, voxels of 0.7 × 0.7 × 1 mm. */
	private static Path volume(Path folder) throws IOException {
		Path file = folder.resolve("volume.nrrd");
		if (Files.exists(file)) return file; // of a run before
		String header = "NRRD0004\ntype: int16\ndimension: 3\nspace: left-posterior-superior\nsizes: 512 512 300\n"
				+ "space directions: (0.7,0,0) (0,0.7,0) (0,0,1)\nspace origin: (0,0,0)\nendian: little\nencoding: raw\n\n";
		try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
			out.write(header.getBytes(StandardCharsets.US_ASCII));
			for (int z = 0; z < SIZE.nz(); z++)
				for (int y = 0; y < SIZE.ny(); y++)
					for (int x = 0; x < SIZE.nx(); x++) {
						int value = value(x, y, z);
						out.write(value);
						out.write(value >> 8);
					}
		}
		return file;
	}

	private static int value(int x, int y, int z) {
		int noise = ((x * 73856093 ^ y * 19349663 ^ z * 83492791) >>> 8) % 41 - 20;
		if (Math.hypot((x - 256) / 230.0, (y - 256) / 180.0) > 1) return -1000 + noise;
		for (int i = 0; i < 10; i++)
			if (distance(x, y, z, i) < 30) return 60 + 20 * i + noise;
		return noise;
	}

	/** From the middle of an organ, in mm. */
	private static double distance(int x, int y, int z, int organ) {
		double dx = 0.7 * (x - 110 - organ % 4 * 95);
		double dy = 0.7 * (y - 170 - organ / 4 * 85);
		double dz = z - 60.0 - organ * 20;
		return Math.sqrt(dx * dx + dy * dy + dz * dz);
	}

	private void segments() throws Exception {
		for (int i = 0; i < 10; i++) {
			run("Add Segment...", "segment_name=[S " + i + "]");
			run("Paint Ball...", String.format(Locale.ROOT, "frame=voxels places=%d,%d,%d radius_mm=24 effect=add",
					110 + i % 4 * 95, 170 + i / 4 * 85, 60 + i * 20));
		}
		ViewWindows.open(session, true, false);
		await("the views show", () -> OrthogonalViews.of(session.image()).isPresent());
	}

	private void run(String label, String options) {
		IJ.runMacro("run(\"" + label + "\", \"" + options + "\");");
	}

	private void round() throws Exception {
		measure("scrolling, 60 slices in three views", () -> {
			for (int i = 0; i < 60; i++) {
				int slice = 100 + i;
				Hand.run(() -> session.image().setSlice(slice));
				Hand.run(Thread::yield);
			}
		});
		Hand.run(() -> session.segments().setCurrent(session.segments().require("S 4").id()));
		measure("window opens on threshold", () -> {
			Hand.run(() -> EffectFrame.open(session, "Threshold"));
			frame = Hand.ask(() -> EffectFrame.find(session));
			await("a range is seen", this::isSeen);
		});
		measure("threshold: 20 ranges", () -> {
			for (int i = 0; i < 20; i++) {
				String low = Integer.toString(100 + i);
				Hand.run(() -> {
					JTextField field = Hand.find(frame, "lowest");
					field.setText(low);
					field.postActionEvent();
				});
			}
		});
		applied("threshold", "apply-threshold");
		onlyVisible("S 4", "S 0");
		seeds("grow", "Grow From Seeds");
		seeds("walk", "Random Walker");
		onlyVisible();
		previewed("Margin", "margin");
		previewed("Smooth", "smooth");
		previewed("Hollow", "hollow");
		previewed("Islands", "islands");
		previewed("Fill Between Slices", "between");
		contour();
		front();
		Hand.run(frame::dispose);
	}

	/** @param names all segments if there are none */
	private void onlyVisible(String... names) throws Exception {
		Set<String> shown = Set.of(names);
		Hand.run(() -> session.document().segments().forEach(segment -> session.segments().records().change("Show",
				Set.of(segment.id()), to -> to.visible(shown.isEmpty() || shown.contains(segment.name())))));
	}

	private void previewed(String title, String key) throws Exception {
		measure(title + ": preview", () -> {
			tab(title);
			await(title + " is seen", this::isSeen);
		});
		applied(title, "apply-" + key);
	}

	private void seeds(String key, String title) throws Exception {
		tab(title);
		measure(title + ": stopped", () -> {
			press("initialize-" + key);
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(700));
			stop();
		});
		measure(title + ": preview", () -> {
			press("initialize-" + key);
			await(title + " is seen", this::isSeen);
		});
		applied(title, "apply-" + key);
	}

	private void contour() throws Exception {
		Position at = new Position(110, 255, 140);
		tab("Evolve Contour");
		Hand.run(() -> {
			StartPlaces.of(session).clear();
			Hand.<JSpinner>find(frame, "radius-contour").setValue(12.0);
			StartPlaces.of(session).add(at);
			Hand.<JComboBox<?>>find(frame, "contour-speed").setSelectedIndex(1);
			Hand.<JTextField>find(frame, "contour-lowest").setText("80");
			Hand.<JTextField>find(frame, "contour-highest").setText("220");
		});
		JLabel state = Hand.find(frame, "contour-state");
		measure("Evolve Contour: until it rests", () -> {
			press("play-contour");
			await("it rests", () -> state.getText().contains("rest"));
		});
		applied("Evolve Contour", "apply-contour");
	}

	private void front() throws Exception {
		JLabel state = ask(() -> {
			tabNow("Fast Marching");
			return Hand.<JLabel>find(frame, "march-state");
		});
		measure("Fast Marching: worked out", () -> {
			press("update-march");
			await("it is worked out", () -> state.getText().startsWith("Reaches"));
		});
		measure("Fast Marching: 20 times", () -> {
			for (int i = 0; i < 20; i++) {
				int slid = 300 + 10 * i;
				Hand.run(() -> Hand.<JSlider>find(frame, "march-time").setValue(slid));
			}
		});
		applied("Fast Marching", "apply-march");
	}

	/** Applied and undone, if it changes anything. */
	private void applied(String title, String button) throws Exception {
		int before = ask(() -> session.document().historyNames().size());
		JLabel told = Hand.find(frame, "effect-state");
		Hand.run(() -> told.setText(""));
		measure(title + ": applied", () -> {
			press(button);
			await(title + " is applied", () -> told.getText().startsWith("Applied") || told.getText().startsWith("Nothing"));
		});
		if (session.document().historyNames().size() > before)
			measure(title + ": undone", () -> Hand.run(() -> session.document().undo()));
	}

	private void stop() throws Exception {
		long from = System.nanoTime();
		press("stop");
		await("it has stopped", () -> !Hand.<JButton>find(frame, "stop").isEnabled());
		System.out.printf(Locale.ROOT, "  stopped after %.3f s%n", (System.nanoTime() - from) / 1e9);
	}

	private void tab(String title) throws Exception {
		Hand.run(() -> session.overlay().effects().show(null));
		Hand.run(() -> tabNow(title));
	}

	private void tabNow(String title) {
		EffectFrame.open(session, title);
	}

	private boolean isSeen() { return session.overlay().effects().shown() != null; }

	/** Without the 68 ms for which a button otherwise stays down, and the event dispatch thread sleeps. */
	private void press(String button) throws Exception {
		Hand.run(() -> Hand.<JButton>find(frame, button).doClick(0));
	}

	private static <T> T ask(Callable<T> question) throws Exception {
		return Hand.ask(question);
	}

	private static void await(String what, Callable<Boolean> holds) throws Exception {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_S);
		while (!Hand.ask(holds)) {
			if (System.nanoTime() > end) throw new IllegalStateException("waited in vain until " + what);
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
		}
	}

	/** Something that a user does. */
	private interface Act {
		void act() throws Exception;
	}

	private void measure(String what, Act act) throws Exception {
		var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
		Hand.run(events::reset);
		long cpu = system.getProcessCpuTime();
		long from = System.nanoTime();
		act.act();
		Hand.run(Thread::yield);
		System.out.printf(Locale.ROOT,
				"%-40s wall %7.3f s, processor %7.3f s, longest event %6.0f ms wall, %6.0f ms processor%s%n",
				what, (System.nanoTime() - from) / 1e9, (system.getProcessCpuTime() - cpu) / 1e9, events.longestNs.get() / 1e6,
				events.longestCpuNs.get() / 1e6, events.longestCpuNs.get() > 80_000_000 ? "  " + events.worst : "");
	}
}
