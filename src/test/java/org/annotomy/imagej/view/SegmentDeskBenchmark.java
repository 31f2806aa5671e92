package org.annotomy.imagej.view;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntConsumer;

import org.annotomy.geometry.Axis;
import org.annotomy.geometry.Point;
import org.annotomy.geometry.Position;
import org.annotomy.segmentation.edge.EdgeBrush;
import org.annotomy.segmentation.edge.LevelTracing;
import org.annotomy.segmentation.edge.LiveWire;
import org.annotomy.segmentation.edge.SliceValues;
import org.annotomy.segmentation.paint.PushBrush;
import org.annotomy.segmentation.paint.RoundBrush;
import org.annotomy.segmentation.segment.EditingRules;
import org.annotomy.segmentation.segment.SegmentEdits;
import org.annotomy.segmentation.segment.SegmentVoxels;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;

/**
 * What a hand waits for on 512 × 512 × 300 voxels with ten visible segments: a step of all three views at once, the edit that a stroke makes
 * with the slices that it changes painted anew, and what the tools show under the mouse.
 */
public final class SegmentDeskBenchmark {

	private static final int ROUNDS = 40;

	private final ScrollingBenchmark bench = new ScrollingBenchmark();
	private final Random random = new Random(9);

	private SegmentDeskBenchmark() {}

	/** Prints median and 95th percentile of each in milliseconds. */
	public static void main(String[] args) {
		SegmentDeskBenchmark benchmark = new SegmentDeskBenchmark();
		for (int round = 0; round < 2; round++) {
			benchmark.views();
			benchmark.strokes();
			benchmark.previews();
		}
	}

	private void views() {
		ScrollingBenchmark.View[] views = Arrays.stream(Axis.values()).map(bench::view).toArray(ScrollingBenchmark.View[]::new);
		time("three views, one slice further each", i -> {
			for (ScrollingBenchmark.View view : views)
				view.show(100 + i);
		});
		time("three views, painted again as they are", i -> {
			for (ScrollingBenchmark.View view : views)
				view.paint(100 + ROUNDS - 1);
		});
	}

	private void strokes() {
		SegmentEdits edits = new SegmentEdits(bench.document(), bench.volume(), 0, EditingRules.FREE);
		ScrollingBenchmark.View[] views = Arrays.stream(Axis.values()).map(bench::view).toArray(ScrollingBenchmark.View[]::new);
		for (double radius : new double[]{5, 20})
			for (boolean ball : new boolean[]{false, true})
				time("stroke of 60 mm, " + (ball ? "ball" : "disc") + " of " + radius + " mm radius, and three views", i -> {
					Position at = place();
					var path = List.of(at, new Position(at.x() + 86, at.y(), at.z()));
					int z = (int) at.z();
					Mask mask = ball
							? RoundBrush.ball(path, radius, ScrollingBenchmark.SIZE, bench.volume().spacing())
							: RoundBrush.disc(path, Axis.Z, z, radius, ScrollingBenchmark.SIZE, bench.volume().spacing());
					edits.add("Paint", bench.document().segments().get(i % 10).id(), mask, Progress.NONE);
					for (ScrollingBenchmark.View view : views)
						view.paintAnew(z);
				});
	}

	private Position place() {
		return new Position(100 + random.nextInt(200), 100 + random.nextInt(300), 60 + random.nextInt(180));
	}

	private void previews() {
		SliceValues slice = SliceValues.of(bench.volume(), Axis.Z, 150, Progress.NONE);
		time("level tracing under the mouse", i -> LevelTracing.at(slice, 100.5 + 5 * i, 200.5, LevelTracing.Side.SMALLER,
				Progress.NONE));
		time("edges of a slice for the live wire", i -> new LiveWire(slice));
		LiveWire wire = new LiveWire(slice);
		time("a click of the live wire, and a way of 200 pixels", i -> {
			wire.begin(new Point(150, 100 + 5 * i));
			wire.wayTo(new Point(350, 100 + 5 * i));
		});
		EdgeBrush disc = new EdgeBrush(bench.volume(), new EdgeBrush.Tip(Axis.Z, 150, 15, false), 0.3, 1);
		time("edge brush under the mouse, disc of 15 mm", i -> disc.stroke(List.of(place150(i)), Progress.NONE));
		EdgeBrush ball = new EdgeBrush(bench.volume(), new EdgeBrush.Tip(Axis.Z, 150, 15, true), 0.3, 1);
		time("edge brush under the mouse, ball of 15 mm", i -> ball.stroke(List.of(place150(i)), Progress.NONE));
		Mask segment = new SegmentVoxels(bench.document(), 0).mask(bench.document().segments().get(0));
		time("push brush where it begins, ball of 20 mm", i -> PushBrush.begin(segment, place150(i), null, 150, 20,
				ScrollingBenchmark.SIZE, bench.volume().spacing()));
	}

	private static Position place150(int i) {
		return new Position(100 + 5 * i, 200, 150);
	}

	/** Wall time, and the processor time of this thread, which other work on the machine disturbs less. */
	private static void time(String what, IntConsumer work) {
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		double[] wall = new double[ROUNDS];
		double[] cpu = new double[ROUNDS];
		for (int i = 0; i < ROUNDS; i++) {
			long from = System.nanoTime();
			long cpuFrom = threads.getCurrentThreadCpuTime();
			work.accept(i);
			cpu[i] = (threads.getCurrentThreadCpuTime() - cpuFrom) / 1e6;
			wall[i] = (System.nanoTime() - from) / 1e6;
		}
		System.out.printf(Locale.ROOT, "%-70s wall %s, processor %s ms%n", what, words(wall), words(cpu));
	}

	private static String words(double[] ms) {
		Arrays.sort(ms);
		return String.format(Locale.ROOT, "median %6.1f, 95 %% %6.1f", ms[ms.length / 2], ms[ms.length * 95 / 100]);
	}
}
