package org.annotomy.interchange.sidecar;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.EditBuilder;
import org.annotomy.annotation.detection.Cells;
import org.annotomy.annotation.detection.DetectionBlock;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.ObjectType;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.geometry.Box;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.json.JsonException;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.junit.Test;

/** Masses of detections: streamed out of a file and into one, held to what single objects give. */
public class DetectionFileTest {

	private static final ImageIdentity IMAGE = ImageIdentity.of("slide", new ImageSize(9000, 9000, 1, 1, 1));
	private static final Protocol PROTOCOL = new Protocol(Protocol.NONE.stamp(), "", "",
			List.of(AnnotationClass.plain("tumor", "Tumor: Positive", 0xc80000),
					AnnotationClass.plain("stroma", "Stroma", 0x00c800)),
			List.of(), List.of(), List.of(), List.of());

	/** Cells as they may come: both directions, several origins, rectangles, planes, names, numbers that are none. */
	private static List<AnnotationObject> varied(int count) {
		Random random = new Random(3);
		List<AnnotationObject> cells = new ArrayList<>();
		for (AnnotationObject cell : Cells.some(count, 80, 40, 17)) {
			PolygonShape shape = (PolygonShape) cell.shape();
			AnnotationObject.Builder built = cell.toBuilder();
			if (random.nextInt(3) == 0) built.shape(PolygonShape.of(shape.parts().get(0).shell().reversed(), shape.origin()));
			if (random.nextInt(9) == 0)
				built.type(ObjectType.CELL).shape(PolygonShape.of(shape.parts().get(0).shell(), PolygonShape.Origin.TRACED));
			if (random.nextInt(8) == 0) built.type(ObjectType.TILE).shape(rectangle(random));
			if (random.nextInt(50) == 0)
				built.name("cell \"" + random.nextInt(99) + "\" ☺").plane(new Plane(-1, 2, 0)).locked(true);
			if (random.nextInt(20) == 0) built.measurements(numbers(random)).metadata(Map.of("measurements", "{\"id\":1}"));
			cells.add(built.build());
		}
		return cells;
	}

	/** With corners in thousandths of a pixel. */
	private static RectangleShape rectangle(Random random) {
		int x = random.nextInt(900_000);
		int y = random.nextInt(900_000);
		return new RectangleShape(Box.around(new double[]{x / 1000.0, y / 1000.0, (x + 20 + random.nextInt(60_000)) / 1000.0,
				(y + 20 + random.nextInt(60_000)) / 1000.0}), 0);
	}

	private static Map<String, Double> numbers(Random random) {
		Map<String, Double> numbers = new LinkedHashMap<>();
		numbers.put("Nucleus: Area µm^2", random.nextGaussian() * 1e5);
		numbers.put("none", Double.NaN);
		numbers.put("zero", -0.0);
		numbers.put("large", 1e300);
		numbers.put("whole", (double) random.nextInt());
		return numbers;
	}

	private static AnnotationDocument document(List<AnnotationObject> cells, boolean inBlocks) {
		AnnotationDocument document = new AnnotationDocument(IMAGE, PROTOCOL);
		EditBuilder edit = document.edit("Import");
		edit.put(AnnotationObject.builder(new UUID(1, 2), PolygonShape.of(0, 0, 900, 0, 900, 900.5), Plane.FIRST).name("region")
				.build());
		if (inBlocks) edit.addDetections(Cells.blocks(cells, 600));
		else cells.forEach(edit::put);
		edit.apply();
		return document;
	}

	private static byte[] whole(AnnotationDocument document) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		assertEquals(List.of(), DetectionWriter.write(document, SidecarHeader.NEW, out, Progress.NONE));
		return out.toByteArray();
	}

	private static Map<UUID, AnnotationObject> byId(List<AnnotationObject> objects) {
		Map<UUID, AnnotationObject> map = new HashMap<>();
		objects.forEach(object -> map.put(object.id(), object));
		assertEquals(objects.size(), map.size());
		return map;
	}

	private static AnnotationDocument read(byte[] file) throws IOException {
		return SidecarReader.readStream(new ByteArrayInputStream(file), file.length, Progress.NONE).toDocument(IMAGE, PROTOCOL,
				Map.of());
	}

	@Test
	public void eachIsWrittenAsIfItWereAlone() throws IOException {
		List<AnnotationObject> cells = varied(1500);
		byte[] inBlocks = whole(document(cells, true));
		byte[] alone = SidecarWriter.write(document(cells, false), SidecarHeader.NEW, Progress.NONE).toBytes();
		assertEquals(lines(alone), lines(inBlocks));
		assertEquals(List.of(), QuPathSafeGate.check(inBlocks));
	}

	private static TreeSet<String> lines(byte[] file) {
		TreeSet<String> lines = new TreeSet<>();
		for (String line : new String(file, StandardCharsets.UTF_8).split("\n"))
			lines.add(line.endsWith(",") ? line.substring(0, line.length() - 1) : line);
		return lines;
	}

	@Test
	public void whatIsWrittenIsReadBack() throws IOException {
		List<AnnotationObject> cells = varied(6000);
		AnnotationDocument document = document(cells, true);
		byte[] file = whole(document);
		AnnotationDocument again = read(file);
		assertEquals(1, again.individualObjects().size());
		assertEquals(6000, again.detections().count());
		assertEquals(byId(document.objects()), byId(again.objects()));
		AnnotationDocument atOnce = SidecarReader.read(file, Progress.NONE).toDocument(IMAGE, PROTOCOL, Map.of());
		assertEquals(6000, atOnce.detections().count());
		assertEquals(byId(document.objects()), byId(atOnce.objects()));
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
			out.write(file);
		}
		assertEquals(byId(document.objects()), byId(read(packed.toByteArray()).objects()));
	}

	@Test
	public void blocksComeBackAsTheyWere() throws IOException {
		List<DetectionBlock> blocks = Cells.blocks(varied(2500), 700);
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		DetectionWriter.write(blocks, PROTOCOL, out, Progress.NONE);
		assertEquals(List.of(), QuPathSafeGate.check(out.toByteArray()));
		int[] rows = blocks.stream().mapToInt(DetectionBlock::size).toArray();
		assertEquals(blocks, SidecarReader.readDetections(new ByteArrayInputStream(out.toByteArray()), rows).detections());
		int[] fewer = Arrays.copyOf(rows, 2);
		assertEquals(2500, SidecarReader.readDetections(new ByteArrayInputStream(out.toByteArray()), fewer).detections().stream()
				.mapToInt(DetectionBlock::size).sum());
	}

	@Test
	public void rectanglesOfOtherProgramsAreHeldInBlocksWhereverTheyBegin() throws IOException {
		List<String> squares = new ArrayList<>();
		for (String ring : List.of("[[[1,2],[9.5,2],[9.5,8],[1,8],[1,2]]]", "[[[9.5,8],[9.5,2],[1,2],[1,8],[9.5,8]]]",
				"[[[1,8],[1,2],[9.5,2],[9.5,8],[1,8]]]"))
			squares.add(feature("\"id\":\"00000000-0000-4000-8000-00000000000" + squares.size() + "\",", ring,
					"\"objectType\":\"tile\""));
		byte[] text = ("{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", squares) + "]}")
				.getBytes(StandardCharsets.UTF_8);
		SidecarContent content = SidecarReader.readStream(new ByteArrayInputStream(text), 0, Progress.NONE);
		assertEquals(List.of(), content.objects());
		assertEquals(List.of(), content.report().warnings());
		for (int row = 0; row < 3; row++)
			assertEquals(RectangleShape.of(1, 2, 8.5, 6), content.detections().get(0).object(row).shape());
	}

	/** A small file is read object by object; the same features streamed have to say the same. */
	@Test
	public void oddFeaturesMeanTheSameStreamedAndAlone() throws IOException {
		String file = "{\"type\":\"FeatureCollection\" , \"crs\":{}, \"features\" : [\n" + String.join(",\n", ODD)
				+ "] , \"more\":[1]}";
		byte[] text = file.getBytes(StandardCharsets.UTF_8);
		SidecarContent alone = SidecarReader.read(text, Progress.NONE);
		SidecarContent streamed = SidecarReader.readStream(new ByteArrayInputStream(text), 0, Progress.NONE);
		List<AnnotationObject> all = new ArrayList<>(streamed.objects());
		for (DetectionBlock block : streamed.detections())
			for (int row = 0; row < block.size(); row++)
				all.add(block.object(row));
		assertEquals(byId(alone.objects()), byId(all));
		assertEquals(alone.foreign(), streamed.foreign());
		assertEquals(alone.classes(), streamed.classes());
		assertEquals(alone.header().kept(), streamed.header().kept());
		assertEquals(new HashSet<>(alone.report().warnings()), new HashSet<>(streamed.report().warnings()));
		assertTrue("some are in blocks", all.size() > streamed.objects().size());
	}

	private static final String RING = "[[[0,0],[9.25,0],[9,9.001],[-1e0,9],[0,0]]]";
	private static final List<String> ODD = List.of(
			feature("\"id\":\"00000000-0000-4000-8000-000000000001\",", "[[[0,0],[9,0],[9.5,9],[0,0]]]",
					"\"objectType\":\"detection\""),
			feature("\"id\":\"00000000-0000-4000-8000-00000000000A\",", "[[[0,0],[9,0],[9,9],[0,9],[0,0]]]",
					"\"objectType\":\"detection\""),
			feature("\"id\":\"00000000-0000-4000-8000-000000000003\",", RING, "\"objectType\":\"cell\""),
			feature("", "[[[0,0],[0,9],[9.5,9],[0,0]]]",
					"\"objectType\":\"detection\",\"measurements\":{\"a\":\"NaN\",\"b\":1e3}"),
			feature("\"id\":\"no UUID\",", "[[[0,0],[0,9],[9.5,9],[0,0]]]", "\"objectType\":\"detection\""),
			feature("\"id\":\"00000000-0000-4000-8000-000000000006\",", "[[[0,0],[9,0],[9.5,9]]]",
					"\"objectType\":\"detection\""),
			feature("\"id\":\"00000000-0000-4000-8000-000000000007\",", "[[[0,0],[9,9],[9,0],[0,9],[0,0]]]",
					"\"objectType\":\"tile\""),
			feature("\"id\":\"00000000-0000-4000-8000-000000000008\",", "[[[0,0],[9,0],[9.5,9],[0,0]],[[5,1],[6,2],[6,1],[5,1]]]",
					"\"objectType\":\"detection\""),
			feature("\"id\":\"00000000-0000-4000-8000-000000000009\",", "[[[0,0,5],[9,0,5],[9.5,9,5],[0,0,5]]]",
					"\"objectType\":\"cell\""),
			feature("\"id\":\"00000000-0000-4000-8000-00000000000b\",", "[[[0,0],[9,0],[9.5,9],[0,0]]]",
					"\"objectType\":\"detection\",\"classification\":{\"names\":[\"A\",\"B\"],\"color\":[1,2,3]},\"isLocked\":true,"
							+ "\"metadata\":{\"a\":\"}]\"},\"metadata\":{\"a\":\"}]\"}"),
			feature("\"id\":\"00000000-0000-4000-8000-00000000000c\",", "[[[0,0],[9,0],[9.5,9],[0,0]]]",
					"\"objectType\":\"detection\",\"measurements\":[{\"name\":\"a\",\"value\":1}]"),
			feature("\"id\":\"00000000-0000-4000-8000-00000000000d\",\"more\":{\"id\":[\"\\\"]\"]},",
					"[[[0,0],[9,0],[9.5,9],[0,0]]]",
					"\"objectType\":\"detection\",\"measurements\":{\"Area \\\"x\\\"\":1}"),
			feature("\"id\":\"00000000-0000-4000-8000-00000000000e\",", "[[[0,0],[9,0],[9.5,9],[0,0]]]",
					"\"name\":\"annotation\""),
			"{\"type\":\"Feature\",\"geometry\":null,\"properties\":{}}", "{\"type\":\"Feature\",\"id\":7}", "[]");

	private static String feature(String id, String ring, String properties) {
		return "{ \"type\":\"Feature\"," + id + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + ring
				+ "},\"properties\":{"
				+ properties + "}}";
	}

	@Test
	public void anIdThatComesTwiceIsGivenAnew() throws IOException {
		String cell = feature("\"id\":\"00000000-0000-4000-8000-000000000001\",", "[[[0,0],[9,0],[9.5,9],[0,0]]]",
				"\"objectType\":\"detection\"");
		byte[] text = ("{\"type\":\"FeatureCollection\",\"features\":[" + cell + "," + cell + "," + cell + "]}")
				.getBytes(StandardCharsets.UTF_8);
		SidecarContent content = SidecarReader.readStream(new ByteArrayInputStream(text), 0, Progress.NONE);
		AnnotationDocument document = content.toDocument(IMAGE, PROTOCOL, Map.of());
		assertEquals(3, byId(document.objects()).size());
		assertEquals(List.of("Feature 2 and 1 more: its id was used before; it was given another one."),
				content.report().warnings());
	}

	@Test
	public void tooManyDecimalsAreToldOfAndRounded() throws IOException {
		String cell = feature("\"id\":\"00000000-0000-4000-8000-000000000001\",",
				"[[[0.12345,0],[9,0.9996],[-9.5,9],[0.12345,0]]]",
				"\"objectType\":\"detection\"");
		byte[] text = ("{\"type\":\"FeatureCollection\",\"features\":[" + cell + "]}").getBytes(StandardCharsets.UTF_8);
		SidecarContent content = SidecarReader.readStream(new ByteArrayInputStream(text), 0, Progress.NONE);
		assertEquals(PolygonShape.of(0.123, 0, 9, 1, -9.5, 9), content.detections().get(0).object(0).shape());
		assertEquals(1, content.report().warnings().size());
	}

	@Test
	public void brokenFilesAreRefused() throws IOException {
		byte[] whole = whole(document(varied(200), true));
		for (int length : new int[]{0, 1, 30, 200, whole.length / 2, whole.length - 8}) {
			byte[] cut = Arrays.copyOf(whole, length);
			assertThrows("cut after " + length, JsonException.class,
					() -> SidecarReader.readStream(new ByteArrayInputStream(cut), 0, Progress.NONE));
		}
		assertThrows(JsonException.class, () -> SidecarReader
				.readStream(new ByteArrayInputStream("{\"features\":{}}".getBytes(StandardCharsets.UTF_8)), 0, Progress.NONE));
	}

	@Test
	public void readingAndWritingCanBeCancelled() throws IOException {
		AnnotationDocument document = document(varied(3000), true);
		Progress cancelled = new Progress() {
			@Override
			public void update(double fraction, String doing) {
				assertFalse(doing.isEmpty());
			}

			@Override
			public boolean isCancelled() { return true; }
		};
		byte[] file = whole(document);
		assertThrows(CancelledException.class, () -> SidecarReader.readStream(new ByteArrayInputStream(file), 0, cancelled));
		assertThrows(CancelledException.class,
				() -> DetectionWriter.write(document, SidecarHeader.NEW, new ByteArrayOutputStream(), cancelled));
	}
}
