package org.annotomy.segmentation.component;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import org.annotomy.geometry.VolumeSize;
import org.annotomy.task.CancelledException;
import org.annotomy.task.Progress;
import org.junit.Test;

public class ConnectedComponentsTest {

	static final VolumeSize[] SIZES = {new VolumeSize(7, 5, 6), new VolumeSize(67, 9, 11), new VolumeSize(64, 3, 4),
			new VolumeSize(1, 9, 13), new VolumeSize(33, 41, 1), new VolumeSize(130, 1, 5), new VolumeSize(1, 1, 1),
			new VolumeSize(9, 17, 140)};

	private final Random random = new Random(20261127);

	@Test
	public void masksHaveTheComponentsThatVoxelByVoxelAreFound() {
		for (VolumeSize size : SIZES)
			for (double part : new double[]{0.1, 0.3, 0.5, 0.9, 1})
				for (Connectivity connectivity : Connectivity.values()) {
					byte[] mask = mask(size, part);
					Components parts = ConnectedComponents.of(mask, size, connectivity, Progress.NONE);
					int[] expected = ComponentTwin.labels(size, i -> mask[i] != 0, (a, b) -> 1, connectivity.neighbours());
					assertSame(size + " " + connectivity, expected, parts);
				}
	}

	@Test
	public void labelsHaveTheComponentsThatVoxelByVoxelAreFound() {
		for (VolumeSize size : SIZES)
			for (int most : new int[]{2, 3, 8})
				for (Connectivity connectivity : Connectivity.values()) {
					int[] labels = random.ints(size.arrayLength(), 0, most).map(i -> i * 30000).toArray();
					short[] shorts = new short[labels.length];
					for (int i = 0; i < labels.length; i++)
						shorts[i] = (short) labels[i];
					int[] expected = ComponentTwin.labels(size, i -> labels[i] != 0, (a, b) -> labels[a] == labels[b] ? 1 : 0,
							connectivity.neighbours());
					assertSame("ints", expected, ConnectedComponents.ofLabels(labels, size, connectivity, Progress.NONE));
					assertSame("shorts", expected, ConnectedComponents.ofLabels(shorts, size, connectivity, Progress.NONE));
				}
	}

	@Test
	public void theLargestComesFirst() {
		byte[] mask = {1, 0, 1, 1, 0, 1, 1, 1, 0, 1, 1, 0};
		VolumeSize size = new VolumeSize(12, 1, 1);
		Components parts = ConnectedComponents.of(mask, size, Connectivity.FACES, Progress.NONE);
		assertArrayEquals(new int[]{1, 0, 2, 2, 0, 3, 3, 3, 0, 4, 4, 0}, parts.toInts(Progress.NONE));
		assertEquals(3, parts.largest());
		Components sorted = parts.largestFirst();
		assertArrayEquals(new int[]{4, 0, 2, 2, 0, 1, 1, 1, 0, 3, 3, 0}, sorted.toInts(Progress.NONE));
		assertEquals(3, sorted.voxels(1));
		assertEquals(1, sorted.voxels(4));
		assertEquals(3, sorted.at(9, 0, 0));
		assertEquals(0, sorted.at(8, 0, 0));
	}

	@Test
	public void nothingHasNoComponents() {
		for (VolumeSize size : new VolumeSize[]{new VolumeSize(0, 0, 0), new VolumeSize(3, 0, 2), new VolumeSize(4, 3, 2)}) {
			Components parts = ConnectedComponents.of(new byte[size.arrayLength()], size, Connectivity.CORNERS, Progress.NONE);
			assertEquals(0, parts.count());
			assertEquals(0, parts.largest());
			assertArrayEquals(new short[size.arrayLength()], parts.toShorts(Progress.NONE));
		}
	}

	@Test
	public void moreComponentsThanFitIntoShortsAreRefused() {
		VolumeSize size = new VolumeSize(131080, 1, 1);
		byte[] mask = new byte[size.nx()];
		for (int i = 0; i < mask.length; i += 2)
			mask[i] = 1;
		Components parts = ConnectedComponents.of(mask, size, Connectivity.FACES, Progress.NONE);
		assertEquals(65540, parts.toInts(Progress.NONE)[131078]);
		assertThrows(IllegalArgumentException.class, () -> parts.toShorts(Progress.NONE));
	}

	@Test
	public void wrongLengthsAndConnectivitiesAreRefused() {
		VolumeSize size = new VolumeSize(3, 3, 3);
		assertThrows(IllegalArgumentException.class,
				() -> ConnectedComponents.of(new byte[26], size, Connectivity.FACES, Progress.NONE));
		assertThrows(IllegalArgumentException.class,
				() -> ConnectedComponents.ofLabels(new int[28], size, Connectivity.FACES, Progress.NONE));
		assertEquals(Connectivity.EDGES, Connectivity.of(18));
		assertThrows(IllegalArgumentException.class, () -> Connectivity.of(8));
	}

	@Test
	public void whoCancelsGetsNothing() {
		VolumeSize size = new VolumeSize(20, 20, 20);
		Progress cancelled = new Progress() {
			@Override
			public void update(double fraction, String doing) {}

			@Override
			public boolean isCancelled() { return true; }
		};
		assertThrows(CancelledException.class,
				() -> ConnectedComponents.of(mask(size, 0.5), size, Connectivity.FACES, cancelled));
		assertThrows(CancelledException.class, () -> FillHoles.of(mask(size, 0.5), size, cancelled));
		assertThrows(CancelledException.class, () -> RegionGrowing.from(new int[]{1}, size, Connectivity.FACES)
				.connectedThreshold(new float[8000], -1, 1, cancelled));
	}

	private byte[] mask(VolumeSize size, double part) {
		byte[] mask = new byte[size.arrayLength()];
		for (int i = 0; i < mask.length; i++)
			mask[i] = (byte) (random.nextDouble() < part ? 1 + random.nextInt(255) : 0);
		return mask;
	}

	private static void assertSame(String message, int[] expected, Components parts) {
		assertArrayEquals(message, expected, parts.toInts(Progress.NONE));
		assertEquals(message, Arrays.stream(expected).max().orElse(0), parts.count());
		short[] shorts = parts.toShorts(Progress.NONE);
		VolumeSize size = parts.size();
		for (int i = 0; i < expected.length; i++) {
			assertEquals(expected[i], shorts[i]);
			assertEquals(expected[i], parts.at(i % size.nx(), i / size.nx() % size.ny(), i / size.nx() / size.ny()));
		}
		for (int component = 1; component <= parts.count(); component++) {
			int wanted = component;
			assertEquals(IntStream.of(expected).filter(label -> label == wanted).count(), parts.voxels(component));
		}
	}
}
