package org.annotomy.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** JPEG 2000 by OpenJPEG's programs, an independent encoder and decoder. */
public final class OpenJpeg {

	private OpenJpeg() {}

	/**
	 * Encodes samples.
	 *
	 * @param bits if odd, there can be only one component and no sign: opj_compress takes no odd number for raw samples
	 * @param samples row by row, the components of a pixel side by side
	 * @param extension {@code j2k} for a bare codestream, {@code jp2} for one in boxes
	 * @param options more options of opj_compress; without any it is lossless, with 6 resolutions
	 */
	public static byte[] encode(int[] samples, int columns, int rows, int components, int bits, boolean signed, String extension,
			String... options) throws IOException {
		Path folder = Files.createTempDirectory("opj");
		try {
			List<String> command = new ArrayList<>(
					List.of("opj_compress", "-o", folder.resolve("out." + extension).toString(), "-i"));
			if (bits % 2 == 0) {
				Files.write(folder.resolve("in.rawl"), planar(samples, components, bits, ByteOrder.LITTLE_ENDIAN));
				command.addAll(List.of(folder.resolve("in.rawl").toString(), "-F",
						columns + "," + rows + "," + components + "," + bits + "," + (signed ? "s" : "u")));
			} else {
				writePgm(folder.resolve("in.pgm"), samples, columns, rows, bits);
				command.add(folder.resolve("in.pgm").toString());
			}
			command.addAll(List.of(options));
			OutsideTool.must(command.toArray(String[]::new));
			return Files.readAllBytes(folder.resolve("out." + extension));
		} finally {
			delete(folder);
		}
	}

	/**
	 * Decodes a bare codestream of up to 16 bits.
	 *
	 * @param reduction how often to halve the size
	 * @return row by row, the components of a pixel side by side
	 */
	public static int[] decode(byte[] encoded, int components, int bits, boolean signed, int reduction) throws IOException {
		Path folder = Files.createTempDirectory("opj");
		try {
			Files.write(folder.resolve("in.j2k"), encoded);
			OutsideTool.must("opj_decompress", "-i", folder.resolve("in.j2k").toString(), "-o",
					folder.resolve("out.rawl").toString(), "-r", String.valueOf(reduction));
			return interleaved(Files.readAllBytes(folder.resolve("out.rawl")), components, bits, signed);
		} finally {
			delete(folder);
		}
	}

	private static void writePgm(Path file, int[] samples, int columns, int rows, int bits) throws IOException {
		try (OutputStream out = Files.newOutputStream(file)) {
			out.write(("P5\n" + columns + " " + rows + "\n" + ((1 << bits) - 1) + "\n").getBytes(StandardCharsets.US_ASCII));
			out.write(planar(samples, 1, bits, ByteOrder.BIG_ENDIAN));
		}
	}

	private static byte[] planar(int[] samples, int components, int bits, ByteOrder order) {
		int size = bits > 8 ? 2 : 1;
		ByteBuffer bytes = ByteBuffer.allocate(samples.length * size).order(order);
		for (int c = 0; c < components; c++)
			for (int i = c; i < samples.length; i += components)
				if (size == 1) bytes.put((byte) samples[i]);
				else bytes.putShort((short) samples[i]);
		return bytes.array();
	}

	private static int[] interleaved(byte[] planar, int components, int bits, boolean signed) {
		ByteBuffer bytes = ByteBuffer.wrap(planar).order(ByteOrder.LITTLE_ENDIAN);
		int[] samples = new int[planar.length / (bits > 8 ? 2 : 1)];
		for (int c = 0; c < components; c++)
			for (int i = c; i < samples.length; i += components)
				samples[i] = value(bits > 8 ? bytes.getShort() : bytes.get(), bits, signed);
		return samples;
	}

	/** opj_decompress writes the low bits only. */
	private static int value(int stored, int bits, boolean signed) {
		int shift = 32 - bits;
		return signed ? stored << shift >> shift : stored << shift >>> shift;
	}

	private static void delete(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			for (Path file : files.toList())
				Files.delete(file);
		}
		Files.delete(folder);
	}
}
