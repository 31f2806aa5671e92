package org.annotomy.interchange.sidecar;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.EditBuilder;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.ObjectType;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.model.Provenance;
import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.protocol.ProtocolStamp;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.json.Json;
import org.annotomy.task.Progress;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * Saves and loads a slide with many polygons of 17 to 20 corners. Arguments: how many (100000), then perhaps a file to leave the text in,
 * for {@code src/test/scripts/sidecar_benchmark.py} to measure Python on.
 */
public final class SidecarBenchmark {

	private static final int ROUNDS = 15;

	private SidecarBenchmark() {}

	public static void main(String[] arguments) throws Exception {
		int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
		AnnotationDocument document = document(count);
		byte[] file = SidecarWriter.write(document, SidecarHeader.NEW, Progress.NONE).toBytes();
		if (arguments.length > 1) Files.write(Path.of(arguments[1]), file);
		say(count + " polygons, " + (file.length >> 20) + " MiB, " + Runtime.getRuntime().availableProcessors() + " processors");
		report("save: encode, judge, bytes", () -> SidecarWriter.write(document, SidecarHeader.NEW, Progress.NONE).bytes());
		report("load: bytes to objects", () -> SidecarReader.read(file, Progress.NONE).objects().size());
		report("load: bytes to document", () -> SidecarReader.read(file, Progress.NONE)
				.toDocument(document.image(), document.protocol(), Map.of()).objects().size());
		report("judge alone, one thread", () -> QuPathSafeGate.check(file).size());
		report("floor: Jackson's tokens, doubles decoded, nothing kept, one thread", () -> tokens(file));
	}

	static AnnotationDocument document(int count) {
		Protocol protocol = new Protocol(new ProtocolStamp("cells", "1", null), "Cells", "",
				java.util.List.of(AnnotationClass.plain("tumour", "Tumour cell", 0xc80000)), java.util.List.of(),
				java.util.List.of(), java.util.List.of(), java.util.List.of());
		AnnotationDocument document = new AnnotationDocument(ImageIdentity.of("wsi", new ImageSize(98304, 61440, 1, 3, 1)),
				protocol);
		Random random = new Random(7);
		Instant now = Instant.parse("2026-03-04T09:07:31Z");
		EditBuilder edit = document.edit("Fill");
		for (int i = 0; i < count; i++)
			edit.put(AnnotationObject.builder(new UUID(random.nextLong(), random.nextLong()), cell(random), Plane.FIRST)
					.type(ObjectType.DETECTION).classKey("tumour")
					.provenance(new Provenance("import", null, null, now, null, null, null)).build());
		edit.apply();
		return document;
	}

	private static PolygonShape cell(Random random) {
		int corners = 17 + random.nextInt(4);
		double x = 20 + random.nextDouble() * 98000;
		double y = 20 + random.nextDouble() * 61000;
		double[] xy = new double[2 * corners];
		for (int i = 0; i < corners; i++) {
			double radius = 8 + 4 * random.nextDouble();
			xy[2 * i] = Math.round(100 * (x + radius * Math.cos(2 * Math.PI * i / corners))) / 100.0;
			xy[2 * i + 1] = Math.round(100 * (y + radius * Math.sin(2 * Math.PI * i / corners))) / 100.0;
		}
		return PolygonShape.of(xy);
	}

	private static double tokens(byte[] file) throws IOException {
		double sum = 0;
		try (JsonParser parser = Json.FACTORY.createParser(file)) {
			for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken())
				if (token.isNumeric()) sum += parser.getDoubleValue();
		}
		return sum;
	}

	private static void report(String what, Callable<Number> work) throws Exception {
		double[] seconds = new double[ROUNDS];
		double[] cpu = new double[ROUNDS];
		double sum = 0;
		for (int round = -4; round < ROUNDS; round++) {
			long start = System.nanoTime();
			long cpuStart = processor();
			sum += work.call().doubleValue();
			if (round < 0) continue;
			seconds[round] = (System.nanoTime() - start) / 1e9;
			cpu[round] = (processor() - cpuStart) / 1e9;
		}
		Arrays.sort(seconds);
		Arrays.sort(cpu);
		say(String.format("%-70s median %.3f s, %.3f to %.3f; processor time %.3f s, least %.3f (check %.0f)", what,
				seconds[ROUNDS / 2], seconds[0], seconds[ROUNDS - 1], cpu[ROUNDS / 2], cpu[0], sum));
	}

	/** Of all threads, in ns: what a busy machine does not blur as much as the clock. */
	private static long processor() {
		return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
	}

	private static void say(String line) {
		System.out.println(line);
	}
}
