package org.annotomy.codec.jpeg2000;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.annotomy.testing.CodecFuzz;
import org.annotomy.testing.OutsideTool;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** High-throughput blocks with all passes, which OpenJPH cannot write: against their encoding twin, and the twin against OpenJPEG. */
public class HtRefinementTest {

	/** The passes of a block and the layers in which they come. */
	private record Coding(int width, int height, int precision, int plane, int passes, int layers, boolean causal,
			int placeholders) {

		static Coding random(Random random) {
			int precision = 8 + random.nextInt(9);
			int passes = 1 + random.nextInt(3);
			int plane = passes == 1 ? random.nextInt(precision - 1) : 1 + random.nextInt(precision - 2);
			int layers = 1 + random.nextInt(passes);
			return new Coding(1 + random.nextInt(40), 1 + random.nextInt(40), precision, plane, passes, layers,
					random.nextBoolean(),
					random.nextInt(4) == 0 ? random.nextInt(precision - plane) : 0);
		}
	}

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void decoderAndTwinAgree() throws IOException {
		Random random = new Random(20261127);
		for (int i = 0; i < 400; i++) {
			Coding coding = Coding.random(random);
			int[][] samples = samples(random, coding);
			HtBlockEncoder encoder = new HtBlockEncoder(samples, coding.plane);
			int[] decoded = Codestream.read(stream(encoder, coding)).decode()[0];
			assertArrayEquals(i + " " + coding, expected(encoder, samples, coding), decoded);
		}
	}

	@Test
	public void openJpegAgrees() throws Exception {
		Random random = new Random(20261128);
		for (int i = 0; i < 30; i++) {
			Coding drawn = Coding.random(random);
			// OpenJPEG 2.5.0 knows no placeholder passes, and takes what comes in a second layer for more of the cleanup pass
			Coding coding = new Coding(drawn.width, drawn.height, drawn.precision, drawn.plane, drawn.passes, 1, drawn.causal, 0);
			byte[] stream = stream(new HtBlockEncoder(samples(random, coding), coding.plane), coding);
			Path file = folder.getRoot().toPath().resolve("stream.j2k");
			Path output = folder.getRoot().toPath().resolve("stream.pgm");
			Files.write(file, stream);
			OutsideTool.Result result = OutsideTool.run("opj_decompress", "-i", file.toString(), "-o", output.toString());
			assertEquals(coding + result.text() + result.errors(), 0, result.exit());
			int[][] decoded = Codestream.read(stream).decode();
			TestImage image = new TestImage(coding.width, coding.height, coding.precision, decoded);
			int[] expected = image.read(output).planes()[0];
			assertArrayEquals(i + " " + coding, expected, decoded[0]);
		}
	}

	@Test
	public void brokenBlocksAreAnsweredOrRefused() throws IOException {
		CodecFuzz fuzz = new CodecFuzz(20261129, 8 << 20);
		Random random = new Random(5);
		for (int passes = 1; passes <= 3; passes++) {
			Coding coding = new Coding(13, 11, 10, 2, passes, passes, passes == 2, passes == 1 ? 2 : 0);
			fuzz.add(coding.toString(), stream(new HtBlockEncoder(samples(random, coding), 2), coding), bytes -> {
				Codestream codestream = Codestream.read(bytes);
				if ((long) codestream.width() * codestream.height() * codestream.components() <= 1 << 12) codestream.decode();
			});
		}
		CodecFuzz.Tally tally = fuzz.run(30_000);
		assertTrue(tally.toString(), tally.decoded() > 3000 && tally.refused() > 5000);
	}

	private static int[][] samples(Random random, Coding coding) {
		int[][] samples = new int[coding.height][coding.width];
		double spread = Math.scalb(1, random.nextInt(coding.precision));
		int max = (1 << coding.precision - 1) - 1;
		for (int[] row : samples)
			for (int x = 0; x < row.length; x++)
				row[x] = (int) Math.max(-max, Math.min(max, random.nextGaussian() * spread));
		return samples;
	}

	private static int[] expected(HtBlockEncoder encoder, int[][] samples, Coding coding) {
		HtBlockEncoder.Refinement refinement = coding.passes > 1 ? encoder.refinement(coding.passes > 2, coding.causal) : null;
		int half = 1 << coding.precision - 1;
		int[] expected = new int[coding.width * coding.height];
		for (int i = 0; i < expected.length; i++) {
			int sample = samples[i / coding.width][i % coding.width];
			int kept = Math.abs(sample) >> coding.plane;
			int doubled = refinement != null
					? refinement.doubled(i / coding.width, i % coding.width)
					: kept == 0 ? 0 : 2 * kept + 1 << coding.plane;
			expected[i] = Math.min(2 * half - 1, Math.max(0, half + (sample < 0 ? -(doubled / 2) : doubled / 2)));
		}
		return expected;
	}

	/** A codestream of one block without a wavelet transform. */
	private static byte[] stream(HtBlockEncoder encoder, Coding coding) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ByteBuffer head = ByteBuffer.allocate(120);
		head.putShort((short) Marker.SOC).putShort((short) Marker.SIZ).putShort((short) 41).putShort((short) 0x4000)
				.putInt(coding.width).putInt(coding.height).putLong(0).putInt(coding.width).putInt(coding.height).putLong(0)
				.putShort((short) 1).put((byte) (coding.precision - 1)).put((byte) 1).put((byte) 1);
		head.putShort((short) Marker.CAP).putShort((short) 8).putInt(0x00020000).putShort((short) 0x000a);
		head.putShort((short) Marker.COD).putShort((short) 12).put((byte) 0).put((byte) 0).putShort((short) coding.layers)
				.put((byte) 0).put((byte) 0).put((byte) 4).put((byte) 4).put((byte) (coding.causal ? 0x48 : 0x40)).put((byte) 1);
		head.putShort((short) Marker.QCD).putShort((short) 4).put((byte) (1 << 5)).put((byte) (coding.precision << 3));
		byte[] packets = packets(encoder, coding);
		head.putShort((short) Marker.SOT).putShort((short) 10).putShort((short) 0).putInt(14 + packets.length).put((byte) 0)
				.put((byte) 1).putShort((short) Marker.SOD);
		out.write(head.array(), 0, head.position());
		out.writeBytes(packets);
		out.writeBytes(new byte[]{(byte) 0xff, (byte) 0xd9});
		return out.toByteArray();
	}

	private static byte[] packets(HtBlockEncoder encoder, Coding coding) {
		List<byte[]> pieces = new ArrayList<>(List.of(encoder.cleanup()));
		List<Integer> passes = new ArrayList<>(List.of(1));
		if (coding.passes > 1) {
			HtBlockEncoder.Refinement refinement = encoder.refinement(coding.passes > 2, coding.causal);
			byte[] segment = refinement.segment();
			boolean apart = coding.passes > 2 && coding.layers > 2;
			int first = apart ? refinement.propagation().length : segment.length;
			pieces.add(java.util.Arrays.copyOf(segment, first));
			passes.add(apart ? 1 : coding.passes - 1);
			if (apart) {
				pieces.add(java.util.Arrays.copyOfRange(segment, first, segment.length));
				passes.add(1);
			}
		}
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		HeaderBits bits = null;
		int perLayer = (pieces.size() + coding.layers - 1) / coding.layers;
		int lengthBits = 3;
		for (int layer = 0; layer < coding.layers; layer++) {
			int from = Math.min(pieces.size(), layer * perLayer);
			int to = Math.min(pieces.size(), from + perLayer);
			bits = new HeaderBits();
			bits.bit(to > from ? 1 : 0);
			if (to > from) lengthBits = header(bits, coding, pieces, passes, from, to, lengthBits);
			out.writeBytes(bits.finish());
			for (byte[] piece : pieces.subList(from, to))
				out.writeBytes(piece);
		}
		return out.toByteArray();
	}

	private static int header(HeaderBits bits, Coding coding, List<byte[]> pieces, List<Integer> passes, int from, int to,
			int lengthBits) {
		bits.bit(1);
		int placeholders = from == 0 ? coding.placeholders : 0;
		if (from == 0) {
			for (int i = 0; i < coding.precision - 1 - coding.plane - placeholders; i++)
				bits.bit(0);
			bits.bit(1);
		}
		int total = 3 * placeholders + passes.subList(from, to).stream().mapToInt(Integer::intValue).sum();
		bits.passes(total);
		int needed = lengthBits;
		for (int i = from; i < to; i++)
			needed = Math.max(needed, 32 - Integer.numberOfLeadingZeros(pieces.get(i).length));
		for (int i = lengthBits; i < needed; i++)
			bits.bit(1);
		bits.bit(0);
		for (int i = from; i < to; i++) {
			int counted = passes.get(i) + (i == 0 ? 3 * placeholders : 0);
			bits.bits(pieces.get(i).length, needed + 31 - Integer.numberOfLeadingZeros(counted));
		}
		return needed;
	}

	/** Bits of a packet header (T.800 B.10.1). */
	private static final class HeaderBits {

		private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		private int current;
		private int left = 8;

		void bit(int bit) {
			current = current << 1 | bit;
			if (--left > 0) return;
			bytes.write(current);
			left = current == 0xff ? 7 : 8;
			current = 0;
		}

		void bits(int value, int count) {
			for (int i = count - 1; i >= 0; i--)
				bit(value >> i & 1);
		}

		/** T.800 table B.4. */
		void passes(int count) {
			if (count == 1) bits(0, 1);
			else if (count == 2) bits(2, 2);
			else if (count < 6) bits(0b1100 | count - 3, 4);
			else if (count < 37) bits(0b1111 << 5 | count - 6, 9);
			else bits(0b111111111 << 7 | count - 37, 16);
		}

		byte[] finish() {
			while (left != 8)
				bit(0);
			return bytes.toByteArray();
		}
	}
}
