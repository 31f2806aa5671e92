package org.annotomy.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.annotomy.slide.Slide;
import org.annotomy.slide.SlideReaders;
import org.annotomy.slide.render.PlaneChoice;
import org.annotomy.slide.render.RegionReader;
import org.annotomy.slide.render.TileLoader;
import org.annotomy.task.Progress;

/** Reading regions of the pyramid {@code slide20k.tif} of 20,000² pixels. The check value is red of the first pixel, summed over regions. */
final class SlideOperations {

	private static final String FILE = "slide20k.tif";
	private static final long CACHE = 256L << 20;
	private static final int TILE = 256;
	private static final int RANDOM = 300;
	private static final int SIXTEENTH = 16;

	/** A slide with what reads it. */
	private record Reading(Slide slide, TileLoader loader, RegionReader regions) {

		static Reading of(Path file) throws IOException {
			Slide slide = SlideReaders.discover().find(file)
					.orElseThrow(() -> new IOException("The input " + FILE + " is no slide."))
					.open(file, Progress.NONE);
			TileLoader loader = new TileLoader(slide, CACHE, () -> {
				// Nobody waits for a picture.
			});
			return new Reading(slide, loader, new RegionReader(slide, loader));
		}

		int region(int level, int x, int y, int width, int height) {
			try {
				int[] rgb = (int[]) regions.read(level, x, y, width, height, 0, PlaneChoice.FIRST, Progress.NONE);
				return rgb[0] >> 16 & 0xff;
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		}

		void forget() {
			loader.close();
		}
	}

	private SlideOperations() {}

	static List<Operation> all() {
		return List.of(
				new Operation("slide_random_256_L0_x300", inputs -> random(inputs, 1)),
				new Operation("slide_random_256_L0_x300_aligned", inputs -> random(inputs, TILE)),
				new Operation("slide_viewport_1600x1000_L0_newpos", SlideOperations::elsewhere),
				new Operation("slide_viewport_1600x1000_L0_warm", inputs -> again(inputs, false)),
				new Operation("slide_viewport_1600x1000_L0_cold", SlideOperations::opened),
				new Operation("slide_viewport_1_16_warm", inputs -> again(inputs, true)),
				new Operation("slide_viewport_1_16_cold", SlideOperations::openedCoarse));
	}

	/** Regions of 256² at the places of the peers, with an empty cache each time. */
	private static Operation.Task random(Inputs inputs, int step) throws IOException {
		Reading reading = Reading.of(inputs.file(FILE));
		int[][] places = places();
		return () -> {
			Reading fresh = fresh(reading);
			long sum = 0;
			for (int i = 0; i < RANDOM; i++)
				sum += fresh.region(0, places[i][0] / step * step, places[i][1] / step * step, TILE, TILE);
			fresh.forget();
			return sum;
		};
	}

	private static Reading fresh(Reading reading) {
		TileLoader loader = new TileLoader(reading.slide(), CACHE, () -> {
			// Nobody waits for a picture.
		});
		return new Reading(reading.slide(), loader, new RegionReader(reading.slide(), loader));
	}

	/** Each run at another place, none of whose tiles is at hand. */
	private static Operation.Task elsewhere(Inputs inputs) throws IOException {
		Reading reading = Reading.of(inputs.file(FILE));
		int[][] places = places();
		AtomicInteger next = new AtomicInteger(RANDOM);
		return () -> {
			int[] place = places[RANDOM + next.getAndIncrement() % (places.length - RANDOM)];
			Reading fresh = fresh(reading);
			fresh.region(0, place[0], place[1], 1600, 1000);
			fresh.forget();
			return 0;
		};
	}

	/** The same place again. */
	private static Operation.Task again(Inputs inputs, boolean coarse) throws IOException {
		Reading reading = Reading.of(inputs.file(FILE));
		int[] place = coarse ? new int[]{0, 0} : places()[RANDOM];
		int level = coarse ? reading.slide().levelFor(SIXTEENTH) : 0;
		return () -> (long) reading.region(level, place[0], place[1], coarse ? 1250 : 1600, 1000);
	}

	/** The file is opened, read and closed. Nothing drops it from the memory of the operating system. */
	private static Operation.Task opened(Inputs inputs) throws IOException {
		return open(inputs.file(FILE), places()[RANDOM], false);
	}

	private static Operation.Task openedCoarse(Inputs inputs) throws IOException {
		return open(inputs.file(FILE), new int[]{0, 0}, true);
	}

	private static Operation.Task open(Path file, int[] place, boolean coarse) {
		return () -> {
			try {
				Reading reading = Reading.of(file);
				int level = coarse ? reading.slide().levelFor(SIXTEENTH) : 0;
				long red = reading.region(level, place[0], place[1], coarse ? 1250 : 1600, 1000);
				reading.forget();
				reading.slide().close();
				return red;
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		};
	}

	/** Those of the peers: Python's {@code random.Random(3)}. */
	private static int[][] places() throws IOException {
		try (InputStream in = SlideOperations.class.getResourceAsStream("slide-places.txt")) {
			return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines()
					.map(line -> new int[]{Integer.parseInt(line.split(" ")[0]), Integer.parseInt(line.split(" ")[1])})
					.toArray(int[][]::new);
		}
	}
}
