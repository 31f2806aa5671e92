package org.annotomy.display;

import org.annotomy.image.SampleType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** How long a percentile window of a volume of 512 × 512 × 300 takes: CT of 16 bits (a third of it air), and as 32-bit float. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1500m")
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
public class QuantilesBenchmark {

	private PixelSamples shorts;
	private PixelSamples floats;

	@Setup
	public void fill() {
		Random random = new Random(1);
		List<short[]> whole = new ArrayList<>();
		List<float[]> real = new ArrayList<>();
		for (int z = 0; z < 300; z++) {
			short[] plane = new short[512 * 512];
			float[] same = new float[plane.length];
			for (int i = 0; i < plane.length; i++) {
				plane[i] = (short) (i / 512 % 3 == 0 ? -1024 : 40 + 200 * random.nextGaussian());
				same[i] = plane[i] * 0.001f;
			}
			whole.add(plane);
			real.add(same);
		}
		shorts = PixelSamples.of(SampleType.INT16, whole);
		floats = PixelSamples.of(SampleType.FLOAT32, real);
	}

	@Benchmark
	public double[] int16() {
		return Quantiles.of(shorts, 0.1, 99.9);
	}

	@Benchmark
	public double[] float32() {
		return Quantiles.of(floats, 0.1, 99.9);
	}

	public static void main(String[] args) throws RunnerException {
		new Runner(new OptionsBuilder().include(QuantilesBenchmark.class.getSimpleName()).build()).run();
	}
}
