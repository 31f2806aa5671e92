package org.annotomy.dicom.series;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.annotomy.dicom.DicomImageReader;
import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.geometry.Position;
import org.annotomy.image.MedicalImage;
import org.annotomy.task.Progress;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Whatever the orientation, spacing, tilt, gaps and order of files: each slice is where its file says, and the order is that of the normal. */
public class SeriesPropertyTest {

	private static final int RUNS = 40;

	@Rule
	public TemporaryFolder temporary = new TemporaryFolder();

	private static Position randomUnit(Random random) {
		return new Position(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()).unit();
	}

	/** One series made at random. */
	private static final class Series {

		private final Position row;
		private final Position column;
		private final Position start;
		private final Position way;
		private final double[] at;

		Series(Random random) {
			row = randomUnit(random);
			Position other = randomUnit(random);
			column = other.minus(row.times(row.dot(other))).unit();
			start = randomUnit(random).times(200);
			Position normal = row.cross(column);
			boolean tilted = random.nextInt(3) == 0;
			double slant = tilted ? random.nextDouble() - 0.5 : 0;
			way = normal.plus(column.times(slant));
			at = at(random, 4 + random.nextInt(8));
		}

		/** Distances along the normal, ascending: even, with a missing slice, or uneven. */
		private static double[] at(Random random, int count) {
			double step = 0.5 + 5 * random.nextDouble();
			int kind = random.nextInt(3);
			double[] at = new double[count];
			for (int k = 1; k < count; k++) {
				double gap = kind == 2 ? step * (0.6 + random.nextDouble()) : step;
				if (kind == 1 && k == count / 2) gap = 2 * step;
				at[k] = at[k - 1] + gap;
			}
			return at;
		}

		Position position(int k) {
			return start.plus(way.times(at[k]));
		}

		void write(Path folder, Random random) throws IOException {
			List<Integer> names = new ArrayList<>(IntStream.range(0, at.length).boxed().toList());
			Collections.shuffle(names, random);
			for (int k = 0; k < at.length; k++) {
				Position p = position(k);
				SyntheticSlice.write(folder, "f" + names.get(k), SyntheticSlice.at(0, k + 1)
						.set("InstanceNumber", random.nextInt(100)).set("ImagePositionPatient", p.x(), p.y(), p.z())
						.set("ImageOrientationPatient", row.x(), row.y(), row.z(), column.x(), column.y(), column.z()));
			}
		}
	}

	@Test
	public void everySliceIsWhereItsFileSays() throws IOException {
		for (long seed = 1; seed <= RUNS; seed++) {
			Random random = new Random(seed);
			Series series = new Series(random);
			Path folder = temporary.newFolder("seed" + seed).toPath();
			series.write(folder, random);
			int found = 0;
			for (MedicalImage image : new DicomImageReader().read(folder, Progress.NONE))
				found += check(image, series, "seed " + seed);
			assertEquals("seed " + seed, series.at.length, found);
		}
	}

	/** How many slices the image has; the missing ones do not count. */
	private static int check(MedicalImage image, Series series, String message) {
		int last = -1;
		int found = 0;
		for (int z = 0; z < image.slices(); z++) {
			if (image.sliceAxis().missing().contains(z)) continue;
			int k = ((short[]) image.plane(0, z, 0))[0] - 1;
			assertTrue(message + ": in the order of the normal", k > last);
			last = k;
			found++;
			assertEquals(message + ", slice " + z, 0, image.positionLps(0, 0, z).orElseThrow().distanceTo(series.position(k)),
					2e-3);
			Position corner = series.position(k).plus(series.row.times(4 * 0.5)).plus(series.column.times(3 * 0.7));
			assertEquals(message + ", slice " + z, 0, image.positionLps(4, 3, z).orElseThrow().distanceTo(corner), 2e-3);
		}
		return found;
	}
}
