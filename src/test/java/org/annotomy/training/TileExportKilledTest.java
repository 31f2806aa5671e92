package org.annotomy.training;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.EditBuilder;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.protocol.ProtocolCatalog;
import org.annotomy.annotation.shape.EllipseShape;
import org.annotomy.geometry.Box;
import org.annotomy.slide.PatternSlide;
import org.annotomy.slide.render.Looks;
import org.annotomy.slide.render.PlaneChoice;
import org.annotomy.slide.render.RegionReader;
import org.annotomy.slide.render.TileLoader;
import org.annotomy.task.Progress;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** An export whose process is killed, again and again, goes on where it was; in the end every file has the bytes that it has without. */
public class TileExportKilledTest {

	private static final int WIDTH = 4000;
	private static final int HEIGHT = 2500;
	private static final int TILES = 40 * 25;

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	/** @param args folder of the tiles */
	public static void main(String[] args) throws IOException {
		export(Path.of(args[0]));
	}

	private static TileExport.Outcome export(Path to) throws IOException {
		Protocol tissue = ProtocolCatalog.builtIn(Locale.ENGLISH).find("tissue-slide").orElseThrow();
		PatternSlide slide = new PatternSlide(WIDTH, HEIGHT);
		AnnotationDocument document = new AnnotationDocument(slide.facts().identity(), tissue);
		EditBuilder edit = document.edit("Mark");
		for (int i = 0; i < 60; i++)
			edit.put(AnnotationObject
					.builder(new UUID(1, i), EllipseShape.inside(new Box(60 * i, 40 * i, 90, 70)), new Plane(-1, 0, 0))
					.classKey(i % 2 == 0 ? "tumour" : "stroma").build());
		edit.apply();
		TileLoader loader = new TileLoader(slide, 16 << 20, () -> {});
		try {
			return new TileExport(slide, new RegionReader(slide, loader), PlaneChoice.FIRST, Looks.first(slide, loader), document,
					new TileSettings(1, 100, 0, List.of("tumour", "stroma"), null, 1, true, TileSettings.Masks.CLASSES))
					.write(to, new Box(0, 0, WIDTH, HEIGHT), Progress.NONE);
		} finally {
			loader.close();
		}
	}

	@Test
	public void goesOnAfterEachKillAndGivesTheSame() throws Exception {
		Path whole = folder.getRoot().toPath().resolve("whole");
		Path killed = folder.getRoot().toPath().resolve("killed");
		assertEquals(TILES, export(whole).tiles());
		for (int least : new int[]{5, 120, 400}) {
			killAfter(least, killed);
			assertFalse("after " + least + " tiles", Files.exists(killed.resolve("annotations.coco.json")));
		}
		TileExport.Outcome rest = export(killed);
		assertEquals(TILES, rest.tiles());
		assertTrue("there already: " + rest.resumed(), rest.resumed() >= 400 && rest.resumed() < TILES);
		assertEquals(files(whole), files(killed));
		for (String file : files(whole))
			assertArrayEquals(file, Files.readAllBytes(whole.resolve(file)), Files.readAllBytes(killed.resolve(file)));
	}

	/** Kills the export of a process of its own once so many tiles are noted. */
	private static void killAfter(int least, Path to) throws Exception {
		String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-Xmx128m", "-Djava.awt.headless=true", "-cp", classPath,
				TileExportKilledTest.class.getName(), to.toString()).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
		while (process.isAlive() && noted(to) < least)
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
		process.destroyForcibly().waitFor();
	}

	private static long noted(Path to) throws IOException {
		Path log = to.resolve("tiles.log");
		if (!Files.exists(log)) return 0;
		try (Stream<String> lines = Files.lines(log)) {
			return lines.count();
		}
	}

	/** All but the log, whose order is that of finishing. */
	private static TreeSet<String> files(Path of) throws IOException {
		TreeSet<String> names = new TreeSet<>();
		try (Stream<Path> all = Files.walk(of)) {
			all.filter(Files::isRegularFile).map(file -> of.relativize(file).toString())
					.filter(name -> !name.equals("tiles.log")).forEach(names::add);
		}
		return names;
	}
}
