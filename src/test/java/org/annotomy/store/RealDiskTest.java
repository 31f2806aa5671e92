package org.annotomy.store;

import static org.annotomy.store.Fixture.LONG_MILLIS;
import static org.annotomy.store.Fixture.names;
import static org.annotomy.store.Fixture.put;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.annotomy.annotation.EditBuilder;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.geometry.Vertices;
import org.annotomy.store.StoreState.Kind;
import org.annotomy.task.Progress;
import org.annotomy.testing.SharedData;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The disk of this machine instead of one in memory. */
public class RealDiskTest {

	@Rule
	public TemporaryFolder temporary = new TemporaryFolder();

	private AnnotationStore open(Path folder) throws Exception {
		StoreOptions options = StoreOptions.of("r-1").withRecovery(temporary.getRoot().toPath().resolve("user"));
		return AnnotationStore.open(folder.resolve("scan.tif"), Fixture.image(), Protocol.NONE, options);
	}

	@Test
	public void editsReachTheDiskByThemselves() throws Exception {
		Path folder = temporary.newFolder("images").toPath();
		assertTrue("collected for less than a second", StoreTiming.DEFAULT.batch().compareTo(Duration.ofMillis(500)) < 0);
		try (AnnotationStore store = open(folder)) {
			put(store, 1, "a");
			Path journal = folder.resolve(".annotomy").resolve("scan.tif").resolve("journal");
			long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONG_MILLIS);
			while (!Files.exists(journal) && System.nanoTime() < end)
				Thread.onSpinWait();
			LeftJournal left = LeftJournal.of(org.annotomy.store.file.FileLayer.disk(),
					StorePaths.beside(folder.resolve("scan.tif")),
					journal, null);
			assertEquals(1, left.summary().count());
		}
	}

	@Test
	public void tenThousandObjectsAreSavedAndReadInSeconds() throws Exception {
		Path folder = temporary.newFolder("images").toPath();
		Random random = new Random(1);
		try (AnnotationStore store = open(folder)) {
			EditBuilder edit = store.document().edit("Import");
			for (int i = 0; i < 10_000; i++)
				edit.put(polygon(random));
			edit.apply();
			long start = System.nanoTime();
			SaveReport report = store.save(Progress.NONE);
			long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
			assertEquals(10_000, report.objects());
			assertTrue("saved in " + millis + " ms", millis < 20_000);
		}
		try (AnnotationStore store = open(folder)) {
			assertEquals(10_000, store.document().objects().size());
		}
	}

	private static AnnotationObject polygon(Random random) {
		double[] xy = new double[40];
		double x = 20 + random.nextInt(200);
		double y = 20 + random.nextInt(200);
		for (int i = 0; i < 20; i++) {
			double radius = 5 + random.nextDouble();
			xy[2 * i] = x + radius * Math.cos(2 * Math.PI * i / 20);
			xy[2 * i + 1] = y + radius * Math.sin(2 * Math.PI * i / 20);
		}
		return AnnotationObject.builder(PolygonShape.of(Vertices.of(xy), PolygonShape.Origin.POLYGON), Plane.slice(0)).build();
	}

	/** A file system of one megabyte, where the machine lets us make one. */
	@Test
	public void aDiskThatIsReallyFullSendsTheWorkToTheRecoveryPlaceAndBack() throws Exception {
		Path disk = temporary.newFolder("disk").toPath();
		SharedData.need(run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString()),
				"the right to mount a small disk");
		try {
			BlockingQueue<StoreState> told = new LinkedBlockingQueue<>();
			AnnotationStore store = open(disk);
			store.addStateListener(told::add);
			put(store, 1, "a");
			store.save(Progress.NONE);
			byte[] saved = Files.readAllBytes(disk.resolve("scan.tif.geojson"));
			Path filler = disk.resolve("filler");
			fill(filler);
			StoreState state = null;
			for (int i = 2; state == null; i++) {
				put(store, i, "n" + "x".repeat(5000) + new Random(i).nextLong());
				store.flush(LONG_MILLIS);
				StoreState last = told.poll();
				while (last != null && state == null) {
					if (last.kind() == Kind.RECOVERY_PLACE) state = last;
					last = told.poll();
				}
			}
			assertTrue(state.words(), state.words().startsWith("Disk full: your work is kept on this computer instead"));
			assertTrue(store.flush(LONG_MILLIS));
			assertEquals(new String(saved), Files.readString(disk.resolve("scan.tif.geojson")));
			Files.delete(filler);
			store.save(Progress.NONE);
			assertEquals(Kind.SAVED, store.state().kind());
			String all = names(store.document());
			store.close();
			AnnotationStore again = open(disk);
			assertTrue(again.pendingWork().isEmpty());
			assertEquals(all, names(again.document()));
			again.close();
		} finally {
			run("umount", disk.toString());
		}
	}

	/** Writes until nothing fits any more. */
	private static void fill(Path file) throws IOException {
		try (var out = Files.newOutputStream(file)) {
			byte[] page = new byte[4096];
			while (true)
				out.write(page);
		} catch (IOException e) {
			assertTrue(e.getMessage(), Files.size(file) > 0);
		}
	}

	private static boolean run(String... command) throws InterruptedException {
		try {
			return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start()
					.waitFor() == 0;
		} catch (IOException e) {
			return false;
		}
	}
}
