package org.annotomy.image;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotSame;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.After;
import org.junit.Test;

import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.integer.ShortType;

public class CachedPlanesTest {

	private static final int COUNT = 40;
	private static final int BYTES = 8;

	private final AtomicInteger loads = new AtomicInteger();
	private final Set<Integer> loaded = new ConcurrentSkipListSet<>();
	private final List<CachedPlanes> open = new ArrayList<>();

	private CachedPlanes planes(PlaneSource source, int capacity) {
		CachedPlanes planes = new CachedPlanes(source, COUNT, BYTES, capacity);
		open.add(planes);
		return planes;
	}

	private CachedPlanes counting(int capacity) {
		return planes(this::plane, capacity);
	}

	private Object plane(int index) {
		loads.incrementAndGet();
		loaded.add(index);
		return new short[]{(short) index, (short) -index, 0, 7};
	}

	@After
	public void close() throws IOException {
		for (CachedPlanes planes : open)
			planes.close();
	}

	/** Loading ahead may fail for reasons of its own, such as memory that is short for a moment. */
	@Test
	public void aPlaneThatFailedWhenLoadedAheadIsLoadedWhenItIsWanted() throws Exception {
		CountDownLatch failed = new CountDownLatch(1);
		CachedPlanes planes = planes(index -> {
			if (index == 3 && Thread.currentThread().getName().equals("annotomy-planes")) {
				failed.countDown();
				throw new IOException("busy");
			}
			return plane(index);
		}, 20);
		planes.plane(0);
		planes.plane(1);
		assertTrue(failed.await(10, TimeUnit.SECONDS));
		assertEquals(3, ((short[]) planes.plane(3))[0]);
	}

	@Test
	public void whatIsAskedForAgainComesFromTheCache() throws IOException {
		CachedPlanes planes = counting(4);
		Object first = planes.plane(20);
		assertSame(first, planes.plane(20));
		assertEquals(1, loads.get());
	}

	@Test
	public void theLeastRecentlyUsedGoesFirstAndTheCacheNeverHoldsMore() throws IOException {
		CachedPlanes planes = counting(3);
		Object ten = planes.plane(10);
		planes.plane(20);
		planes.plane(35);
		assertSame(ten, planes.plane(10));
		planes.plane(3);
		assertSame("used again after 20", ten, planes.plane(10));
		assertNotSame("20 was the oldest", null, planes.plane(20));
		assertEquals("20 was loaded twice", 5, loads.get());
		Random random = new Random(20261127);
		for (int i = 0; i < 500; i++) {
			int index = random.nextInt(COUNT);
			assertEquals(index, ((short[]) planes.plane(index))[0]);
			assertTrue(planes.cachedBytes() <= 3 * BYTES);
		}
		assertEquals(3 * BYTES, planes.capacityBytes());
	}

	@Test
	public void scrollingLoadsAheadInItsDirection() throws IOException, InterruptedException {
		CountDownLatch ahead = new CountDownLatch(8);
		Set<String> threads = ConcurrentHashMap.newKeySet();
		CachedPlanes planes = planes(index -> {
			threads.add(Thread.currentThread().getName());
			Object plane = plane(index);
			if (index < 29) ahead.countDown();
			return plane;
		}, 20);
		planes.plane(30);
		planes.plane(29);
		assertTrue(ahead.await(20, TimeUnit.SECONDS));
		assertEquals(Set.of(30, 29, 28, 27, 26, 25, 24, 23, 22, 21), loaded);
		assertTrue(threads.toString(), threads.contains("annotomy-planes"));
		int before = loads.get();
		for (int i = 28; i >= 21; i--)
			planes.plane(i);
		assertTrue("all but those further ahead were there", loads.get() - before <= 8);
	}

	@Test
	public void stepsOfAWholeVolumeAreFollowedToo() throws IOException, InterruptedException {
		CountDownLatch ahead = new CountDownLatch(1);
		CachedPlanes planes = planes(index -> {
			Object plane = plane(index);
			if (index > 20) ahead.countDown();
			return plane;
		}, 20);
		planes.plane(0);
		planes.plane(10);
		planes.plane(20);
		assertTrue(ahead.await(20, TimeUnit.SECONDS));
		assertEquals("time points of a volume of ten slices; not beyond the end", Set.of(0, 10, 20, 30), Set.copyOf(onlyTens()));
	}

	private List<Integer> onlyTens() {
		return loaded.stream().filter(i -> i % 10 == 0).toList();
	}

	@Test
	public void aJumpDropsWhatWasToBeLoadedAhead() throws IOException, InterruptedException {
		CountDownLatch go = new CountDownLatch(1);
		CountDownLatch busy = new CountDownLatch(1);
		CachedPlanes planes = planes(index -> {
			if (index > 1 && index < 12) {
				busy.countDown();
				await(go);
			}
			return plane(index);
		}, 20);
		planes.plane(0);
		planes.plane(1);
		assertTrue(busy.await(20, TimeUnit.SECONDS));
		planes.plane(37);
		go.countDown();
		planes.plane(38);
		assertEquals(38, ((short[]) planes.plane(38))[0]);
		assertTrue("most of 2 to 9 were never loaded: " + loaded, loaded.stream().filter(i -> i > 1 && i < 12).count() <= 4);
	}

	private static void await(CountDownLatch latch) throws IOException {
		try {
			if (!latch.await(20, TimeUnit.SECONDS)) throw new IOException("too late");
		} catch (InterruptedException e) {
			throw new IOException(e);
		}
	}

	@Test
	public void twoThreadsThatAskForOnePlaneLoadItOnce() throws Exception {
		CountDownLatch inside = new CountDownLatch(1);
		CountDownLatch go = new CountDownLatch(1);
		CachedPlanes planes = planes(index -> {
			inside.countDown();
			await(go);
			return plane(index);
		}, 4);
		AtomicReference<Object> other = new AtomicReference<>();
		Thread first = new Thread(() -> other.set(quietly(planes, 5)));
		first.start();
		assertTrue(inside.await(20, TimeUnit.SECONDS));
		Thread second = new Thread(() -> quietly(planes, 5));
		second.start();
		go.countDown();
		first.join();
		second.join();
		assertSame(other.get(), planes.plane(5));
		assertEquals(1, loads.get());
	}

	private static Object quietly(CachedPlanes planes, int index) {
		try {
			return planes.plane(index);
		} catch (IOException e) {
			return e;
		}
	}

	@Test
	public void manyThreadsGetWhatTheyAskFor() throws InterruptedException {
		CachedPlanes planes = counting(6);
		AtomicInteger wrong = new AtomicInteger();
		List<Thread> threads = new ArrayList<>();
		for (int t = 0; t < 6; t++) {
			Random random = new Random(t);
			threads.add(new Thread(() -> {
				for (int i = 0, at = 0; i < 2000; i++) {
					at = random.nextInt(5) == 0 ? random.nextInt(COUNT) : (at + 1) % COUNT;
					if (!(quietly(planes, at) instanceof short[] plane) || plane[0] != at) wrong.incrementAndGet();
				}
			}));
		}
		threads.forEach(Thread::start);
		for (Thread thread : threads)
			thread.join();
		assertEquals(0, wrong.get());
		assertTrue(planes.cachedBytes() <= 6 * BYTES);
	}

	@Test
	public void afterClosingNothingIsKept() throws IOException {
		CachedPlanes planes = counting(10);
		Object before = planes.plane(3);
		planes.close();
		assertEquals(0, planes.cachedBytes());
		assertNotSame(before, planes.plane(3));
		planes.plane(4);
		planes.plane(5);
		assertEquals(0, planes.cachedBytes());
		assertEquals("nothing ahead", Set.of(3, 4, 5), loaded);
	}

	@Test
	public void aFailureIsToldInWordsAndTriedAgain() throws IOException {
		AtomicInteger tries = new AtomicInteger();
		CachedPlanes planes = planes(index -> {
			if (index == 7 && tries.getAndIncrement() == 0) throw new ImageFormatException("The JPEG data ends early.");
			if (index == 9) throw new ArrayIndexOutOfBoundsException(3);
			if (index == 11) throw new OutOfMemoryError();
			return plane(index);
		}, 4);
		assertEquals("The JPEG data ends early.", assertThrows(IOException.class, () -> planes.plane(7)).getMessage());
		assertEquals(7, ((short[]) planes.plane(7))[0]);
		assertEquals("The image is broken here and cannot be decoded.",
				assertThrows(ImageFormatException.class, () -> planes.plane(9)).getMessage());
		assertTrue(
				assertThrows(ImageFormatException.class, () -> planes.plane(11)).getMessage().startsWith("There is not enough"));
		assertThrows(IndexOutOfBoundsException.class, () -> planes.plane(COUNT));
	}

	@Test
	public void anInterruptedReaderIsToldSo() throws Exception {
		CountDownLatch inside = new CountDownLatch(1);
		CountDownLatch go = new CountDownLatch(1);
		CachedPlanes planes = planes(index -> {
			inside.countDown();
			await(go);
			return plane(index);
		}, 4);
		Thread loader = new Thread(() -> quietly(planes, 2));
		loader.start();
		assertTrue(inside.await(20, TimeUnit.SECONDS));
		Thread.currentThread().interrupt();
		assertThrows(InterruptedIOException.class, () -> planes.plane(2));
		assertTrue("stays interrupted", Thread.interrupted());
		go.countDown();
		loader.join();
	}

	@Test
	public void anImageOverItHasThePixels() {
		CachedPlanes planes = counting(2);
		PlanarImg<ShortType, ?> image = Planes.onDemand(new ShortType(), planes, 2, 2, 1, COUNT, 1);
		assertEquals("the type is known without loading", ShortType.class, Planes.type(image).getClass());
		assertEquals(0, loads.get());
		long sum = 0;
		for (ShortType pixel : image)
			sum += pixel.get();
		assertEquals(7 * COUNT, sum);
		assertEquals(-12, image.getAt(1, 0, 0, 12, 0).get());
		assertSame(planes, Planes.source(image).orElseThrow());
		assertThrows(IllegalArgumentException.class, () -> Planes.onDemand(new ShortType(), planes, 2, 2, 1, COUNT, 2));
	}
}
