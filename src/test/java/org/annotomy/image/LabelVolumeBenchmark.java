package org.annotomy.image;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.annotomy.geometry.Affine;
import org.annotomy.image.nifti.NiftiImageReader;
import org.annotomy.image.nrrd.NrrdData;
import org.annotomy.image.nrrd.NrrdEncoding;
import org.annotomy.image.nrrd.NrrdHeader;
import org.annotomy.image.nrrd.NrrdImageReader;
import org.annotomy.image.nrrd.NrrdSpace;
import org.annotomy.task.Progress;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/** Reading and writing a label map of ten smooth organs, 512 × 512 × 300 bytes, packed at level 1. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 7, time = 1)
public class LabelVolumeBenchmark {

	private static final int N = 512;
	private static final int SLICES = 300;

	private Path folder;
	private Path niiGz;
	private Path nii;
	private Path nrrd;
	private NrrdHeader header;
	private RawLayout layout;
	private PlanarImg<? extends NativeType<?>, ?> labels;

	@Setup
	public void make() throws IOException {
		folder = Files.createTempDirectory("labels");
		layout = RawLayout.planar(SampleType.UINT8, ByteOrder.LITTLE_ENDIAN, N, N, 1, SLICES, 1);
		labels = organs();
		NrrdHeader.Builder builder = NrrdHeader.builder().values(SampleType.UINT8, ByteOrder.LITTLE_ENDIAN, NrrdEncoding.GZIP, N,
				N,
				SLICES);
		header = NrrdSpace.put(builder, Affine.IDENTITY, false).build();
		nrrd = folder.resolve("labels.nrrd");
		try (OutputStream out = Files.newOutputStream(nrrd)) {
			NrrdData.write(out, header, labels, layout, Progress.NONE);
		}
		nii = folder.resolve("labels.nii");
		niiGz = folder.resolve("labels.nii.gz");
		try (OutputStream plain = new BufferedOutputStream(Files.newOutputStream(nii));
				OutputStream packed = NrrdData.encoder(Files.newOutputStream(niiGz), NrrdEncoding.GZIP)) {
			for (OutputStream out : new OutputStream[]{plain, packed}) {
				out.write(niftiHeader());
				RawPixels.write(labels, layout, out, Progress.NONE);
			}
		}
	}

	@TearDown
	public void delete() throws IOException {
		for (Path file : List.of(niiGz, nii, nrrd, folder))
			Files.delete(file);
	}

	private static byte[] niftiHeader() {
		ByteBuffer bytes = ByteBuffer.allocate(352).order(ByteOrder.LITTLE_ENDIAN);
		bytes.putInt(0, 348).putShort(40, (short) 3).putShort(42, (short) N).putShort(44, (short) N).putShort(46, (short) SLICES);
		bytes.putShort(70, (short) 2).putShort(72, (short) 8).putFloat(108, 352).put(344, new byte[]{'n', '+', '1', 0});
		return bytes.array();
	}

	private static PlanarImg<? extends NativeType<?>, ?> organs() {
		List<byte[]> planes = new ArrayList<>();
		for (int z = 0; z < SLICES; z++) {
			byte[] plane = new byte[N * N];
			for (int i = 0; i < plane.length; i++)
				plane[i] = organ(i % N, i / N, z);
			planes.add(plane);
		}
		return Planes.wrap(new UnsignedByteType(), planes, N, N, 1, SLICES, 1);
	}

	private static byte organ(int x, int y, int z) {
		for (int label = 1; label <= 10; label++) {
			double wave = 1 + 0.06 * Math.sin(x / 9.0 + label) + 0.05 * Math.sin(y / 7.0 - z / 11.0);
			double u = (x - 256 - 150 * Math.cos(label * 2.4)) / (40 + 7 * label);
			double v = (y - 256 - 130 * Math.sin(label * 2.4)) / (95 - 5 * label);
			double w = (z - 150 - 60 * Math.cos(label)) / (50 + 5 * label);
			if (u * u + v * v + w * w < wave) return (byte) label;
		}
		return 0;
	}

	@Benchmark
	public Object readNiiGz() throws IOException {
		return new NiftiImageReader().read(niiGz, Progress.NONE);
	}

	@Benchmark
	public Object readNii() throws IOException {
		return new NiftiImageReader().read(nii, Progress.NONE);
	}

	@Benchmark
	public Object readNrrdGz() throws IOException {
		return new NrrdImageReader().read(nrrd, Progress.NONE);
	}

	@Benchmark
	public void writeNrrdGz() throws IOException {
		try (OutputStream out = Files.newOutputStream(folder.resolve("labels.nrrd"))) {
			NrrdData.write(out, header, labels, layout, Progress.NONE);
		}
	}

	public static void main(String[] args) throws RunnerException {
		new Runner(new OptionsBuilder().include(LabelVolumeBenchmark.class.getSimpleName()).build()).run();
	}
}
