package org.annotomy.benchmark;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

import org.annotomy.annotation.detection.DetectionBlock;
import org.annotomy.annotation.detection.DetectionKind;
import org.annotomy.annotation.detection.Detections;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.display.detection.DetectionLook;
import org.annotomy.display.detection.DetectionMode;
import org.annotomy.display.detection.DetectionPicture;
import org.annotomy.display.detection.Viewport;
import org.annotomy.interchange.sidecar.DetectionWriter;
import org.annotomy.interchange.sidecar.SidecarContent;
import org.annotomy.interchange.sidecar.SidecarReader;
import org.annotomy.task.Progress;

/** Masses of detections: out of a GeoJSON file, into one, and onto the screen. */
final class DetectionOperations {

	private static final String MILLION = "cells1m.geojson";
	static final String FEWER = "cells100k.geojson";
	private static final int WIDTH = 1600;
	private static final int HEIGHT = 1000;
	/** Screen pixels per pixel: all of them in view at the first. */
	private static final double[] ZOOMS = {0.01, 0.025, 0.1, 0.25, 1};

	private DetectionOperations() {}

	static List<Operation> all() {
		List<Operation> all = new ArrayList<>(List.of(new Operation("geojson_parse_100k", inputs -> parse(inputs.file(FEWER))),
				new Operation("geojson_parse_1M", inputs -> parse(inputs.file(MILLION))),
				new Operation("geojson_write_100k", inputs -> write(inputs.file(FEWER))),
				new Operation("geojson_write_1M", inputs -> write(inputs.file(MILLION)))));
		for (DetectionMode mode : DetectionMode.values())
			for (double zoom : ZOOMS)
				all.add(new Operation("frame_1M_" + mode.key().replace(' ', '_') + "_" + zoom,
						inputs -> frame(inputs.file(MILLION), mode, zoom)));
		return all;
	}

	/** The check value is the number of features. */
	private static Operation.Task parse(Path file) {
		return () -> read(file).stream().mapToInt(DetectionBlock::size).sum();
	}

	static List<DetectionBlock> read(Path file) {
		try (InputStream in = Files.newInputStream(file)) {
			SidecarContent content = SidecarReader.readStream(in, Files.size(file), Progress.NONE);
			return content.detections();
		} catch (IOException e) {
			throw new UncheckedIOException("The input cannot be read.", e);
		}
	}

	/** To a file, as the peers do. The check value is its length. */
	private static Operation.Task write(Path file) {
		List<DetectionBlock> blocks = read(file);
		return () -> {
			try {
				Path to = Files.createTempFile("annotomy", ".geojson");
				try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(to), 1 << 16)) {
					DetectionWriter.write(blocks, Protocol.NONE, out, Progress.NONE);
					out.flush();
					return Files.size(to);
				} finally {
					Files.delete(to);
				}
			} catch (IOException e) {
				throw new UncheckedIOException("The file cannot be written.", e);
			}
		};
	}

	/** One picture of 1600 × 1000 pixels, from the middle of the cells; the check value is how many pixels are painted. */
	private static Operation.Task frame(Path file, DetectionMode mode, double zoom) {
		Detections detections = Detections.of(read(file));
		double left = zoom <= 0.025 ? 0 : 15_000;
		Viewport view = new Viewport(left, left, zoom, WIDTH, HEIGHT);
		int[] pixels = new int[WIDTH * HEIGHT];
		return () -> {
			new DetectionPicture(detections, view, new Red()).paint(mode, pixels);
			return Arrays.stream(pixels).filter(pixel -> pixel != 0).count();
		};
	}

	private static final class Red implements DetectionLook {

		@Override
		public int argb(DetectionKind kind) {
			return 0xffc80000;
		}

		@Override
		public BitSet selected(int block) {
			return null;
		}
	}
}
