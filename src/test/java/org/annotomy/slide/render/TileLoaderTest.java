package org.annotomy.slide.render;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.annotomy.image.ImageFormatException;
import org.annotomy.slide.PatternSlide;
import org.annotomy.slide.PixelKind;
import org.annotomy.slide.PyramidLevel;
import org.annotomy.slide.Slide;
import org.annotomy.slide.SlideFacts;
import org.annotomy.slide.Tile;
import org.annotomy.slide.TileAddress;
import org.junit.Test;

public class TileLoaderTest {

	private static final int TILE_BYTES = 256 * 256 * 4;

	private static TileAddress at(int column) {
		return new TileAddress(0, column, 0, 0, 0, 0);
	}

	/** Waits with every tile until it is let go; says in which order they were asked for. */
	private static final class GatedSlide implements Slide {

		private final PatternSlide pattern = new PatternSlide(40_000, 300);
		private final Semaphore gate = new Semaphore(0);
		private volatile boolean unreachable;
		private final List<Integer> order = Collections.synchronizedList(new ArrayList<>());

		@Override
		public SlideFacts facts() {
			return pattern.facts();
		}

		@Override
		public List<PyramidLevel> levels() {
			return pattern.levels();
		}

		@Override
		public Tile readTile(TileAddress address) throws IOException {
			order.add(address.column());
			gate.acquireUninterruptibly();
			if (address.column() == 11) throw new ClosedByInterruptException();
			if (address.column() == 12) throw new NoSuchFileException("/home/doe/JANE DOE.svs");
			if (address.column() == 13) throw new ImageFormatException("Tile 13 is broken.");
			if (address.column() == 14 && unreachable) throw new IOException("The server cannot be reached.");
			return pattern.readTile(address);
		}

		@Override
		public void close() {
			pattern.close();
		}
	}

	@Test
	public void theCacheStaysWithinItsBytesAndForgetsTheOldest() throws IOException {
		TileCache cache = new TileCache(PixelKind.RGB, 10L * (TILE_BYTES + 200));
		try (PatternSlide slide = new PatternSlide(20_000, 300)) {
			for (int i = 0; i < 40; i++) {
				cache.put(at(i), slide.readTile(at(i)));
				assertTrue(cache.bytes() <= cache.maxBytes());
				assertNotNull("used each time", cache.get(at(0)));
			}
			assertNull(cache.get(at(5)));
			assertNotNull(cache.get(at(39)));
		}
		cache.clear();
		assertEquals(0, cache.bytes());
		TileCache tiny = new TileCache(PixelKind.RGB, 10);
		tiny.put(at(0), new Tile(2, 2, new int[4]));
		assertEquals("larger than the cache", 0, tiny.bytes());
	}

	@Test
	public void randomWalksStayWithinTheLimit() throws IOException {
		try (PatternSlide slide = new PatternSlide(30_000, 20_000);
				TileLoader loader = new TileLoader(slide, 6L << 20, () -> {})) {
			Random random = new Random(3);
			for (int i = 0; i < 300; i++) {
				int level = random.nextInt(slide.levels().size());
				PyramidLevel pixels = slide.levels().get(level);
				loader.load(new TileAddress(level, random.nextInt(pixels.columns()), random.nextInt(pixels.rows()), 0, 0, 0));
				assertTrue(loader.cachedBytes() <= loader.maxBytes());
			}
		}
	}

	@Test(timeout = 20_000)
	public void theLatestRequestIsReadFirstAndStaleOnesNotAtAll() throws Exception {
		CountDownLatch done = new CountDownLatch(4);
		try (GatedSlide slide = new GatedSlide(); TileLoader loader = new TileLoader(slide, 64L << 20, done::countDown)) {
			loader.nextFrame();
			loader.request(at(0));
			loader.request(at(1));
			while (slide.order.size() < 2)
				Thread.onSpinWait();
			for (int i = 2; i < 20; i++)
				loader.request(at(i));
			for (int frame = 0; frame < 4; frame++)
				loader.nextFrame();
			loader.request(at(30));
			loader.request(at(31));
			slide.gate.release(4);
			assertTrue(done.await(10, TimeUnit.SECONDS));
			assertEquals(List.of(31, 30), slide.order.subList(2, 4));
			while (!loader.isIdle())
				Thread.onSpinWait();
			assertEquals(4, slide.order.size());
			assertNotNull(loader.cached(at(31)));
			assertNull(loader.cached(at(5)));
		}
	}

	@Test(timeout = 20_000)
	public void keptRequestsComeLastButComeWhateverFramesPass() throws Exception {
		CountDownLatch done = new CountDownLatch(6);
		try (GatedSlide slide = new GatedSlide(); TileLoader loader = new TileLoader(slide, 64L << 20, done::countDown)) {
			loader.request(at(0));
			loader.request(at(1));
			while (slide.order.size() < 2)
				Thread.onSpinWait();
			loader.requestKept(at(7));
			loader.requestKept(at(8));
			for (int frame = 0; frame < 20; frame++)
				loader.nextFrame();
			loader.request(at(30));
			loader.request(at(31));
			slide.gate.release(6);
			assertTrue(done.await(10, TimeUnit.SECONDS));
			assertEquals(List.of(31, 30), slide.order.subList(2, 4));
			assertNotNull(loader.cached(at(7)));
			assertNotNull(loader.cached(at(8)));
		}
	}

	@Test(timeout = 20_000)
	public void aTileAskedForTwiceIsReadOnce() throws Exception {
		CountDownLatch done = new CountDownLatch(1);
		try (GatedSlide slide = new GatedSlide(); TileLoader loader = new TileLoader(slide, 64L << 20, done::countDown)) {
			loader.request(at(7));
			while (slide.order.isEmpty())
				Thread.onSpinWait();
			loader.request(at(7));
			slide.gate.release(5);
			Tile tile = loader.load(at(7));
			assertTrue(done.await(10, TimeUnit.SECONDS));
			assertSame(tile, loader.cached(at(7)));
			assertEquals(List.of(7), slide.order);
		}
	}

	@Test(timeout = 20_000)
	public void aBrokenTileIsToldOnceAndLeftAlone() throws Exception {
		CountDownLatch done = new CountDownLatch(1);
		try (GatedSlide slide = new GatedSlide(); TileLoader loader = new TileLoader(slide, 64L << 20, done::countDown)) {
			slide.gate.release(5);
			loader.request(at(13));
			assertTrue(done.await(10, TimeUnit.SECONDS));
			assertEquals("Tile 13 is broken.", loader.failure(at(13)));
			loader.request(at(13));
			assertTrue(loader.isIdle());
			assertThrows(ImageFormatException.class, () -> loader.load(at(13)));
		}
	}

	/** A network that fails for a moment must not leave a view blurred until the slide is opened again. */
	@Test(timeout = 20_000)
	public void aFileThatIsGoneIsToldOfWithoutItsName() throws Exception {
		try (GatedSlide slide = new GatedSlide(); TileLoader loader = new TileLoader(slide, 64L << 20, () -> {})) {
			slide.gate.release(5);
			IOException told = assertThrows(IOException.class, () -> loader.load(at(12)));
			assertTrue(told.getMessage(), told.getMessage().contains("not there any more"));
			assertEquals(told.getMessage(), loader.failure(at(12)));
			assertEquals("one tile cannot be read: " + told.getMessage(), loader.troubles());
			assertThrows(IOException.class, () -> loader.load(at(11)));
			assertEquals("2 tiles cannot be read: Reading was interrupted.", loader.troubles());
		}
	}

	@Test(timeout = 20_000)
	public void aTileThatCouldNotBeReachedIsTriedAgainAfterAWhile() throws Exception {
		Semaphore told = new Semaphore(0);
		AtomicLong now = new AtomicLong();
		try (GatedSlide slide = new GatedSlide();
				TileLoader loader = new TileLoader(slide, 64L << 20, told::release, now::get)) {
			slide.gate.release(5);
			slide.unreachable = true;
			loader.request(at(14));
			told.acquire();
			assertEquals("The server cannot be reached.", loader.failure(at(14)));
			slide.unreachable = false;
			now.addAndGet(TimeUnit.SECONDS.toNanos(1));
			loader.request(at(14));
			loader.requestKept(at(14));
			assertTrue("not at once: a server that is down is not pestered", loader.isIdle());
			now.addAndGet(TimeUnit.SECONDS.toNanos(5));
			loader.request(at(14));
			told.acquire();
			assertNotNull(loader.cached(at(14)));
			assertNull(loader.failure(at(14)));
		}
	}

	@Test
	public void nothingIsLeftOrReadAfterClosing() throws IOException {
		try (PatternSlide slide = new PatternSlide(5000, 3000)) {
			TileLoader loader = new TileLoader(slide, 64L << 20, () -> {});
			loader.load(at(0));
			loader.close();
			assertEquals(0, loader.cachedBytes());
			loader.request(at(1));
			assertTrue(loader.isIdle());
			assertThrows(IOException.class, () -> loader.load(at(1)));
		}
	}
}
