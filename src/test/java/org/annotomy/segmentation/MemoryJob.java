package org.annotomy.segmentation;

import java.util.Arrays;
import java.util.List;

import org.annotomy.geometry.Axis;
import org.annotomy.geometry.Position;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.component.ConnectedComponents;
import org.annotomy.segmentation.component.Connectivity;
import org.annotomy.segmentation.component.FillHoles;
import org.annotomy.segmentation.component.RegionGrowing;
import org.annotomy.segmentation.distance.DistanceTransform;
import org.annotomy.segmentation.filter.GaussianFilter;
import org.annotomy.segmentation.filter.KernelBox;
import org.annotomy.segmentation.filter.MajorityFilter;
import org.annotomy.segmentation.filter.MedianFilter;
import org.annotomy.segmentation.grow.GrowCut;
import org.annotomy.segmentation.interpolation.Matching;
import org.annotomy.segmentation.interpolation.SliceInterpolation;
import org.annotomy.segmentation.levelset.ActiveContour;
import org.annotomy.segmentation.levelset.ContourWeights;
import org.annotomy.segmentation.levelset.FastMarching;
import org.annotomy.segmentation.levelset.SpeedField;
import org.annotomy.segmentation.levelset.SpeedFields;
import org.annotomy.segmentation.levelset.StartBall;
import org.annotomy.segmentation.levelset.StartingShapes;
import org.annotomy.segmentation.morphology.BallMorphology;
import org.annotomy.segmentation.morphology.Ellipsoid;
import org.annotomy.segmentation.statistics.LabelShape;
import org.annotomy.segmentation.statistics.LabelStatistics;
import org.annotomy.segmentation.surface.MarchingCubes;
import org.annotomy.segmentation.threshold.AutoThreshold;
import org.annotomy.segmentation.threshold.Histogram;
import org.annotomy.segmentation.threshold.Threshold;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.segmentation.watershed.Watershed;
import org.annotomy.task.Progress;

/** One algorithm on a volume of its own making, which holds on to its inputs and outputs until both are there: for {@link MemoryTest}. */
enum MemoryJob {

	CONNECTED_COMPONENTS(1, 2) {
		@Override
		long run() {
			byte[] mask = blobs();
			short[] labels = ConnectedComponents.of(mask, SIZE, Connectivity.CORNERS, Progress.NONE).toShorts(Progress.NONE);
			return both(labels[labels.length / 2] + 1, mask, labels);
		}
	},
	COMPONENTS_OF_LABELS(2, 2) {
		@Override
		long run() {
			short[] regions = regions();
			short[] labels = ConnectedComponents.ofLabels(regions, SIZE, Connectivity.CORNERS, Progress.NONE)
					.toShorts(Progress.NONE);
			return both(labels[labels.length - 1], regions, labels);
		}
	},
	DISTANCE_TRANSFORM(1, 4) {
		@Override
		long run() {
			byte[] mask = blobs();
			float[] mm = DistanceTransform.insideMm(mask, SIZE, SPACING, Progress.NONE);
			return both(above(mm, 0), mask, mm);
		}
	},
	DISTANCES_IN_LABELS(2, 4) {
		@Override
		long run() {
			short[] regions = regions();
			float[] mm = DistanceTransform.labelsMm(regions, SIZE, SPACING, Progress.NONE);
			return both(above(mm, 0), regions, mm);
		}
	},
	DILATION(1, 1) {
		@Override
		long run() {
			Mask mask = new Mask(SIZE.box(), blobs());
			Mask grown = BallMorphology.dilate(mask, Ellipsoid.ball(5), SPACING, SIZE.box(), Progress.NONE);
			return both(grown.count() - mask.count(), mask, grown);
		}
	},
	EROSION(1, 1) {
		@Override
		long run() {
			Mask mask = new Mask(SIZE.box(), blobs());
			Mask less = BallMorphology.erode(mask, Ellipsoid.ball(2), SPACING, SIZE.box(), Progress.NONE);
			return both(less.count(), mask, less);
		}
	},
	OPENING(1, 1) {
		@Override
		long run() {
			Mask organ = organ();
			Mask opened = BallMorphology.open(organ, Ellipsoid.ball(5), SPACING, SIZE.box(), Progress.NONE).on(SIZE.box());
			return both(opened.count(), organ, opened);
		}
	},
	WATERSHED(4 + 4, 4) {
		@Override
		long run() {
			float[] relief = wavy(new float[SIZE.arrayLength()]);
			int[] markers = new int[relief.length];
			for (int i = 0, label = 0; i < markers.length; i += 9973)
				markers[i] = ++label;
			int[] labels = Watershed.flood(relief, markers, null, SIZE, Connectivity.CORNERS, false, Progress.NONE);
			return both(labels[labels.length - 1], relief, markers, labels);
		}
	},
	GROW_FROM_SEEDS(4 + 1, 1) {
		@Override
		long run() {
			float[] values = wavy(new float[SIZE.arrayLength()]);
			byte[] seeds = new byte[values.length];
			for (int i = 0; i < seeds.length; i += 9973)
				seeds[i] = (byte) (1 + i % 7);
			byte[] labels = new GrowCut(values, SIZE, SPACING, 0, null).grow(seeds, Progress.NONE);
			return both(labels[labels.length - 1], values, seeds, labels);
		}
	},
	FILL_BETWEEN_SLICES(1, 1) {
		@Override
		long run() {
			Mask organ = organ();
			byte[] drawn = organ.voxels();
			int plane = SIZE.nx() * SIZE.ny();
			for (int z = 0; z < SIZE.nz(); z++)
				if (z % 10 != 0) Arrays.fill(drawn, z * plane, (z + 1) * plane, (byte) 0);
			Mask filled = SliceInterpolation
					.fill(List.of(organ), Axis.Z, Matching.WHOLE, SPACING, SIZE.box(), Progress.NONE).get(0).on(SIZE.box());
			return both(filled.count() - organ.count(), organ, filled);
		}
	},
	GAUSSIAN(4, 4) {
		@Override
		long run() {
			float[] values = wavy(new float[SIZE.arrayLength()]);
			float[] smooth = GaussianFilter.of(values, SIZE, SPACING, 2, Progress.NONE);
			return both(above(smooth, 0), values, smooth);
		}
	},
	GAUSSIAN_OF_A_MASK(1, 4) {
		@Override
		long run() {
			Mask mask = new Mask(SIZE.box(), blobs());
			float[] smooth = GaussianFilter.of(mask, SPACING, 2, Progress.NONE);
			return both(above(smooth, 0.5f), mask, smooth);
		}
	},
	MEDIAN(4, 4) {
		@Override
		long run() {
			float[] values = wavy(new float[SIZE.arrayLength()]);
			float[] medians = MedianFilter.of(values, SIZE, new KernelBox(1, 1, 0), Progress.NONE);
			return both(above(medians, 0), values, medians);
		}
	},
	MEDIAN_OF_A_MASK(1, 1) {
		@Override
		long run() {
			Mask mask = new Mask(SIZE.box(), blobs());
			Mask medians = MajorityFilter.of(mask, new KernelBox(1, 1, 1), SIZE.box(), Progress.NONE);
			return both(medians.count(), mask, medians);
		}
	},
	FILL_HOLES(1, 1) {
		@Override
		long run() {
			byte[] mask = blobs();
			byte[] filled = FillHoles.of(mask, SIZE, Progress.NONE);
			return both(filled[0] + 1, mask, filled);
		}
	},
	THRESHOLD(2, 1) {
		@Override
		long run() {
			short[] values = ct();
			byte[] mask = Threshold.above(values, AutoThreshold.OTSU.of(Histogram.of(values, Progress.NONE)), Progress.NONE);
			return both(new Mask(SIZE.box(), mask).count(), values, mask);
		}
	},
	REGION_GROWING(2, 1) {
		@Override
		long run() {
			short[] values = ct();
			int top = 0;
			for (int i = 0; i < values.length; i++)
				if (values[i] > values[top]) top = i;
			byte[] region = RegionGrowing.connectedThreshold(values, SIZE, new int[]{top}, 0, 3000, Connectivity.FACES,
					Progress.NONE);
			return both(new Mask(SIZE.box(), region).count(), values, region);
		}
	},
	/** What the mesh takes is not counted among the outputs. */
	MARCHING_CUBES(1, 0) {
		@Override
		long run() {
			Mask organ = organ();
			return both(MarchingCubes.of(organ, SPACING, Progress.NONE).triangles(), organ);
		}
	},
	LABEL_STATISTICS(2 + 2, 0) {
		@Override
		long run() {
			short[] values = ct();
			short[] regions = regions();
			return both(LabelStatistics.of(values, regions, Progress.NONE).size(), values, regions);
		}
	},
	LABEL_SHAPES(2, 0) {
		@Override
		long run() {
			short[] regions = regions();
			return both(LabelShape.of(regions, SIZE, Progress.NONE).size(), regions);
		}
	},
	ACTIVE_CONTOUR(4 + 4, 1) {
		@Override
		long run() {
			float[] start = StartingShapes.balls(List.of(new StartBall(new Position(100, 80, 70), 40)), SIZE.box(), SPACING,
					Progress.NONE);
			SpeedField field = regionsOf(start);
			byte[] inside = ActiveContour.evolve(start, field, new ContourWeights(1, 0.5, 0), 40, null, SIZE, SPACING,
					Progress.NONE).inside();
			return both(new Mask(SIZE.box(), inside).count(), start, field, inside);
		}

		private SpeedField regionsOf(float[] start) {
			return SpeedFields.range(wavy(new float[start.length]), -20, Double.POSITIVE_INFINITY, 25, Progress.NONE);
		}
	},
	FAST_MARCHING(4 + 1, 4) {
		@Override
		long run() {
			float[] speed = new float[SIZE.arrayLength()];
			Arrays.fill(speed, 1);
			byte[] seeds = new byte[speed.length];
			seeds[seeds.length / 2] = 1;
			float[] times = FastMarching.times(speed, seeds, SIZE, SPACING, FastMarching.Stop.NEVER, Progress.NONE);
			return both(above(times, 0), speed, seeds, times);
		}
	},
	/** Breaks the rule by an eighth, so that the test is known to see it. */
	TOO_MUCH(4, 4) {
		@Override
		long run() {
			float[] in = wavy(new float[SIZE.arrayLength()]);
			float[] out = in.clone();
			return both(above(in, 0), in, out, in.clone(), in.clone(), new float[in.length / 2], new byte[16 << 20]);
		}
	};

	static final VolumeSize SIZE = new VolumeSize(208, 176, 144);
	private static final VoxelSpacing SPACING = new VoxelSpacing(0.9, 0.9, 1.5);

	private final int bytesIn;
	private final int bytesOut;

	MemoryJob(int bytesIn, int bytesOut) {
		this.bytesIn = bytesIn;
		this.bytesOut = bytesOut;
	}

	/** Of all arrays that go in and come out. */
	long bytes() {
		return (long) (bytesIn + bytesOut) * SIZE.arrayLength();
	}

	/** @return more than 0 */
	abstract long run();

	/** @param kept what must still be there when the work is done */
	private static long both(long check, Object... kept) {
		return Arrays.stream(kept).allMatch(each -> each != null) ? check : 0;
	}

	private static long above(float[] values, float limit) {
		long count = 0;
		for (float value : values)
			if (value > limit) count++;
		return count;
	}

	@FunctionalInterface
	private interface Store {
		void at(int i, double value);
	}

	/** Waves with edges, from about -100 to 100, the same wherever this runs. */
	private static void waves(Store store) {
		double[] x = wave(SIZE.nx(), 0.19);
		double[] y = wave(SIZE.ny(), 0.16);
		double[] z = wave(SIZE.nz(), 0.23);
		int i = 0;
		for (int k = 0; k < z.length; k++)
			for (int j = 0; j < y.length; j++)
				for (int l = 0; l < x.length; l++, i++)
					store.at(i, 60 * x[l] * y[j] + 40 * z[k] * x[l] + (i * 31 % 17 - 8) * 0.5);
	}

	private static double[] wave(int n, double step) {
		double[] wave = new double[n];
		for (int i = 0; i < n; i++)
			wave[i] = Math.sin(step * i + 0.4);
		return wave;
	}

	private static float[] wavy(float[] values) {
		waves((i, value) -> values[i] = (float) value);
		return values;
	}

	private static short[] ct() {
		short[] values = new short[SIZE.arrayLength()];
		waves((i, value) -> values[i] = (short) (10 * value));
		return values;
	}

	private static byte[] blobs() {
		byte[] mask = new byte[SIZE.arrayLength()];
		waves((i, value) -> mask[i] = (byte) (value > 12 ? 1 : 0));
		return mask;
	}

	private static short[] regions() {
		short[] labels = new short[SIZE.arrayLength()];
		for (int i = 0; i < labels.length; i++)
			labels[i] = (short) (1 + i % SIZE.nx() / 40 + 7 * (i / SIZE.nx() % SIZE.ny() / 40)
					+ 49 * (i / SIZE.nx() / SIZE.ny() / 40));
		return labels;
	}

	/** A ball in the middle, of half the volume's height. */
	private static Mask organ() {
		Mask organ = Mask.empty(SIZE.box());
		for (int z = 0, i = 0; z < SIZE.nz(); z++)
			for (int y = 0; y < SIZE.ny(); y++)
				for (int x = 0; x < SIZE.nx(); x++, i++)
					if ((x - 104) * (x - 104) + (y - 88) * (y - 88) + (z - 72) * (z - 72) * 2 < 52 * 52) organ.voxels()[i] = 1;
		return organ;
	}
}
