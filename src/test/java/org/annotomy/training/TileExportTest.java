package org.annotomy.training;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import javax.imageio.ImageIO;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.DepthEdits;
import org.annotomy.annotation.depth.Depth;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Occlusion;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.protocol.ProtocolCatalog;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.PolygonShape.Origin;
import org.annotomy.annotation.shape.RectangleShape;
import org.annotomy.annotation.shape.Ring;
import org.annotomy.annotation.shape.Shape;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.Vertices;
import org.annotomy.json.Json;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;
import org.annotomy.slide.PatternSlide;
import org.annotomy.slide.render.Looks;
import org.annotomy.slide.render.PlaneChoice;
import org.annotomy.slide.render.RegionReader;
import org.annotomy.slide.render.TileLoader;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class TileExportTest {

	private static final Protocol TISSUE = ProtocolCatalog.builtIn(Locale.ENGLISH).find("tissue-slide").orElseThrow();
	private static final Box EVERYTHING = new Box(0, 0, 1000, 700);

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private final PatternSlide slide = new PatternSlide(1000, 700);
	private AnnotationDocument document;
	private TileLoader loader;
	private String tumour;
	private String stroma;

	@Before
	public void label() {
		loader = new TileLoader(slide, 16 << 20, () -> {});
		document = new AnnotationDocument(slide.facts().identity(), TISSUE);
		tumour = TISSUE.classes().get(0).key();
		stroma = TISSUE.classes().get(1).key();
	}

	@After
	public void close() {
		loader.close();
	}

	private static RectangleShape box(double x, double y, double width, double height) {
		return new RectangleShape(new Box(x, y, width, height), 0);
	}

	private void mark(String classKey, Shape shape) {
		mark(new UUID(1, document.objects().size()), classKey, shape);
	}

	private void mark(UUID id, String classKey, Shape shape) {
		document.edit("Mark").put(AnnotationObject.builder(id, shape, new Plane(-1, 0, 0)).classKey(classKey).build()).apply();
	}

	private TileSettings settings(double downsample, int overlap, boolean keepEmpty, TileSettings.Masks masks) {
		return new TileSettings(downsample, 100, overlap, List.of(tumour, stroma), null, 1, keepEmpty, masks);
	}

	private TileExport.Outcome export(Path to, TileSettings settings, Progress progress) throws IOException {
		return new TileExport(slide, new RegionReader(slide, loader), PlaneChoice.FIRST, Looks.first(slide, loader), document,
				settings).write(to, EVERYTHING, progress);
	}

	private static BufferedImage read(Path folder, String kind, int x, int y) throws IOException {
		return ImageIO.read(folder.resolve(kind).resolve(String.format(Locale.ROOT, "y%07d-x%07d.png", y, x)).toFile());
	}

	private Path target() {
		return folder.getRoot().toPath().resolve("tiles");
	}

	@Test
	public void tilesShowTheirPlaceAndTheirMarks() throws IOException {
		mark(tumour, box(130, 220, 40, 30));
		TileExport.Outcome outcome = export(target(), settings(1, 0, false, TileSettings.Masks.CLASSES), Progress.NONE);
		assertEquals(new TileExport.Outcome(1, 69, 0), outcome);
		BufferedImage picture = read(target(), "images", 100, 200);
		assertEquals(PatternSlide.colour(137, 255), picture.getRGB(37, 55) & 0xFFFFFF);
		BufferedImage mask = read(target(), "masks", 100, 200);
		int[] pixels = mask.getRaster().getPixels(0, 0, 100, 100, (int[]) null);
		int count = 0;
		for (int i = 0; i < pixels.length; i++) {
			boolean inside = i % 100 >= 30 && i % 100 < 70 && i / 100 >= 20 && i / 100 < 50;
			assertEquals(inside ? 1 : 0, pixels[i]);
			if (inside) count++;
		}
		assertEquals(1200, count);
	}

	@Test
	public void theLaterClassWins() throws IOException {
		mark(stroma, box(120, 220, 40, 40));
		mark(tumour, box(100, 200, 100, 100));
		export(target(), settings(1, 0, false, TileSettings.Masks.CLASSES), Progress.NONE);
		BufferedImage mask = read(target(), "masks", 100, 200);
		assertEquals(2, mask.getRaster().getSample(30, 30, 0));
		assertEquals(1, mask.getRaster().getSample(10, 10, 0));
	}

	/** COCO has no field for it: attributes, as CVAT writes them, with the ids that the file gives. */
	@Test
	public void overlapsAreToldByTheIdsOfTheFile() throws Exception {
		mark(tumour, box(20, 20, 10, 10));
		mark(tumour, box(110, 210, 40, 40));
		mark(tumour, box(130, 230, 40, 40));
		UUID behind = document.objects().get(1).id();
		UUID front = document.objects().get(2).id();
		new DepthEdits(document).say(List.of(front), Depth.IN_FRONT, List.of(behind), null);
		new DepthEdits(document).occlusion(List.of(behind), Occlusion.PARTLY_COVERED);
		export(target(), settings(1, 0, false, TileSettings.Masks.INSTANCES), Progress.NONE);
		List<JsonValue> marks = coco(target()).list("annotations");
		assertEquals(3, marks.size());
		assertFalse("nothing is said of it", marks.get(0).asObject().has("attributes"));
		JsonObject covered = marks.get(1).asObject().object("attributes");
		assertTrue(covered.bool("occluded", false));
		assertEquals("partly-covered", covered.string("occlusion", ""));
		JsonObject covering = marks.get(2).asObject().object("attributes");
		assertFalse(covering.bool("occluded", true));
		assertEquals(marks.get(1).asObject().require("id").asInt(), covering.list("in_front_of").get(0).asInt());
		assertEquals("the mask shows the one in front", 2, read(target(), "masks", 100, 200).getRaster().getSample(40, 40, 0));
	}

	@Test
	public void marksAreCutAtTheBorderOfATileAndOverlapShowsThemTwice() throws Exception {
		mark(tumour, box(180, 40, 40, 20));
		TileExport.Outcome outcome = export(target(), settings(1, 20, false, TileSettings.Masks.NONE), Progress.NONE);
		assertEquals("tiles at 80 (to 180) and 160 (to 260)", 1, outcome.tiles());
		JsonObject coco = coco(target());
		JsonObject mark = coco.list("annotations").get(0).asObject();
		assertArrayEquals(new double[]{20, 40, 40, 20}, mark.require("bbox").asArray().doubles(), 0);
		assertEquals(800, mark.require("area").asDouble(), 0);
		assertFalse(Files.exists(target().resolve("masks")));
	}

	private static JsonObject coco(Path folder) throws Exception {
		return Json.parse(Files.readString(folder.resolve("annotations.coco.json"))).asObject();
	}

	@Test
	public void coarserTilesHaveMarksInTheirOwnPixels() throws Exception {
		mark(tumour, box(200, 200, 40, 80));
		export(target(), settings(4, 0, false, TileSettings.Masks.CLASSES), Progress.NONE);
		JsonObject mark = coco(target()).list("annotations").get(0).asObject();
		assertArrayEquals(new double[]{50, 50, 10, 20}, mark.require("bbox").asArray().doubles(), 0);
		BufferedImage mask = read(target(), "masks", 0, 0);
		assertEquals(1, mask.getRaster().getSample(50, 50, 0));
		assertEquals(0, mask.getRaster().getSample(60, 50, 0));
	}

	@Test
	public void holesAreRunLengthCoded() throws Exception {
		Ring ring = new Ring(Vertices.of(10, 10, 50, 10, 50, 50, 10, 50), List.of(Vertices.of(20, 20, 20, 40, 40, 40, 40, 20)));
		mark(tumour, new PolygonShape(List.of(ring), Origin.POLYGON));
		export(target(), settings(1, 0, false, TileSettings.Masks.CLASSES), Progress.NONE);
		JsonObject segmentation = coco(target()).list("annotations").get(0).asObject().object("segmentation");
		double[] counts = segmentation.require("counts").asArray().doubles();
		assertEquals("ten columns and ten pixels before", 1010, counts[0], 0);
		assertEquals(40, counts[1], 0);
		double inside = 0;
		double all = 0;
		for (int i = 0; i < counts.length; i++) {
			all += counts[i];
			if (i % 2 == 1) inside += counts[i];
		}
		assertEquals(40 * 40 - 20 * 20, inside, 0);
		assertEquals(100 * 100, all, 0);
	}

	@Test
	public void instancesAreNumberedWithinATile() throws IOException {
		mark(tumour, box(10, 10, 10, 10));
		mark(tumour, box(40, 10, 10, 10));
		export(target(), settings(1, 0, false, TileSettings.Masks.INSTANCES), Progress.NONE);
		BufferedImage mask = read(target(), "masks", 0, 0);
		assertEquals(16, mask.getColorModel().getPixelSize());
		assertEquals(1, mask.getRaster().getSample(15, 15, 0));
		assertEquals(2, mask.getRaster().getSample(45, 15, 0));
	}

	@Test
	public void onlyTilesInsideAClassAreTaken() throws IOException {
		mark(stroma, box(0, 0, 200, 100));
		mark(tumour, box(310, 10, 10, 10));
		TileSettings inside = new TileSettings(1, 100, 0, List.of(tumour), stroma, 0.9, true, TileSettings.Masks.CLASSES);
		assertEquals(2, export(target(), inside, Progress.NONE).tiles());
	}

	/** Stops after some tiles. */
	private static Progress stopAfter(int updates) {
		AtomicInteger left = new AtomicInteger(updates);
		return new Progress() {
			@Override
			public void update(double fraction, String doing) {
				left.decrementAndGet();
			}

			@Override
			public boolean isCancelled() { return left.get() < 0; }
		};
	}

	@Test
	public void stoppedWorkGoesOnAndGivesTheSame() throws IOException {
		for (int i = 0; i < 30; i++)
			mark(i % 2 == 0 ? tumour : stroma, box(30 * i, 20 * i, 50, 40));
		TileSettings settings = settings(1, 10, true, TileSettings.Masks.CLASSES);
		Path whole = folder.getRoot().toPath().resolve("whole");
		TileExport.Outcome all = export(whole, settings, Progress.NONE);
		assertThrows(CancelledException.class, () -> export(target(), settings, stopAfter(20)));
		assertFalse(Files.exists(target().resolve("annotations.coco.json")));
		Files.writeString(target().resolve("tiles.log"), Files.readString(target().resolve("tiles.log")) + "{\"index\":5,\"na");
		TileExport.Outcome resumed = export(target(), settings, Progress.NONE);
		assertEquals(all.tiles(), resumed.tiles());
		assertTrue(resumed.resumed() > 0 && resumed.resumed() < all.tiles());
		for (String file : List.of("annotations.coco.json", "tiles.csv", "classes.json"))
			assertEquals(file, Files.readString(whole.resolve(file)), Files.readString(target().resolve(file)));
		assertEquals(names(whole), names(target()));
	}

	private static List<String> names(Path folder) throws IOException {
		List<String> names = new ArrayList<>();
		try (var files = Files.list(folder.resolve("masks"))) {
			files.forEach(file -> names.add(file.getFileName().toString()));
		}
		names.sort(null);
		return names;
	}

	@Test
	public void idsInTheCocoFileFitTogether() throws Exception {
		for (int i = 0; i < 30; i++)
			mark(i % 2 == 0 ? tumour : stroma, box(30 * i, 20 * i, 50, 40));
		export(target(), settings(1, 0, false, TileSettings.Masks.NONE), Progress.NONE);
		JsonObject coco = coco(target());
		assertEquals(2, coco.list("categories").size());
		int images = coco.list("images").size();
		int expected = 0;
		for (JsonValue mark : coco.list("annotations")) {
			assertEquals(++expected, mark.asObject().require("id").asInt());
			assertTrue(mark.asObject().require("image_id").asInt() <= images);
		}
		assertEquals(images + 1, Files.readAllLines(target().resolve("tiles.csv")).size());
	}

	@Test
	public void anotherExportDoesNotMix() throws IOException {
		mark(tumour, box(10, 10, 10, 10));
		export(target(), settings(1, 0, false, TileSettings.Masks.CLASSES), Progress.NONE);
		assertThrows(IllegalArgumentException.class,
				() -> export(target(), settings(2, 0, false, TileSettings.Masks.CLASSES), Progress.NONE));
		mark(tumour, box(40, 10, 10, 10));
		assertThrows(IllegalArgumentException.class,
				() -> export(target(), settings(1, 0, false, TileSettings.Masks.CLASSES), Progress.NONE));
		Path other = folder.newFolder("other").toPath();
		Files.writeString(other.resolve("letter.txt"), "not ours");
		assertThrows(IllegalArgumentException.class,
				() -> export(other, settings(1, 0, false, TileSettings.Masks.CLASSES), Progress.NONE));
	}

	@Test
	public void nonsenseIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> settings(0.5, 0, true, TileSettings.Masks.NONE));
		assertThrows(IllegalArgumentException.class, () -> settings(1, 100, true, TileSettings.Masks.NONE));
		TileSettings unknown = new TileSettings(1, 100, 0, List.of("no-such"), null, 1, true, TileSettings.Masks.NONE);
		assertThrows(IllegalArgumentException.class, () -> export(target(), unknown, Progress.NONE));
	}
}
