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
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.annotomy.testing.OutsideTool;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Plain JPEG 2000 that OpenJPEG makes of random images with random options: lossless gives the image, else what OpenJPEG decodes. */
public class OpenJpegOracleTest {

	private static final String[] ORDERS = {"LRCP", "RLCP", "RPCL", "PCRL", "CPRL"};
	private static final int BYPASS = 1;

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void losslessStreamsGiveTheImage() throws Exception {
		Random random = new Random(20261127);
		int compared = 0;
		for (int i = 0; i < 100; i++) {
			TestImage image = randomImage(random);
			List<String> options = options(random, image, random.nextInt(64));
			if (random.nextInt(3) == 0) options.addAll(List.of("-r", "20,10,1"));
			byte[] stream = compress(image, options);
			if (stream == null) continue;
			compared++;
			int[][] decoded = Codestream.read(stream).decode();
			for (int c = 0; c < decoded.length; c++)
				assertArrayEquals(i + " " + options, image.planes()[c], decoded[c]);
		}
		assertTrue(compared + " compared", compared > 80);
	}

	@Test
	public void lossyStreamsGiveWhatOpenJpegDecodes() throws Exception {
		Random random = new Random(20261128);
		int compared = 0;
		for (int i = 0; i < 60; i++) {
			TestImage image = randomImage(random);
			// OpenJPEG reads a region of interest wrongly if passes bypass the arithmetic decoder
			List<String> options = options(random, image, random.nextInt(64) & ~BYPASS);
			options.addAll(List.of("-r", random.nextBoolean() ? "40,20,10" : "5"));
			boolean reversible = random.nextBoolean();
			if (!reversible) options.add("-I");
			byte[] stream = compress(image, options);
			if (stream == null) continue;
			compared++;
			int[][] decoded = Codestream.read(stream).decode();
			int tolerance = reversible ? 0 : image.bits() > 12 ? 4 : 1;
			int difference = TestImage.difference(decompress(image).planes(), decoded);
			assertTrue(i + " " + options + ": " + difference, difference <= tolerance);
		}
		assertTrue(compared + " compared", compared > 45);
	}

	@Test
	public void halvedImagesAreThoseOfOpenJpeg() throws Exception {
		Random random = new Random(20261129);
		for (int halvings = 1; halvings <= 4; halvings++) {
			TestImage image = TestImage.make(random, 131, 77, 3, 8);
			byte[] stream = compress(image, List.of("-n", "5", "-t", "64,50", "-d", "5,3"));
			Codestream codestream = Codestream.read(stream);
			assertEquals(4, codestream.levels());
			int[][] decoded = codestream.decode(halvings);
			TestImage half = new TestImage(codestream.width(halvings), codestream.height(halvings), 8, decoded);
			assertArrayEquals(decompress(half, "-r", String.valueOf(halvings)).planes(), decoded);
		}
	}

	@Test
	public void theOrderOfPacketsMayChange() throws Exception {
		TestImage image = TestImage.make(new Random(20261130), 90, 70, 3, 8);
		for (String changes : new String[]{"T1=0,0,3,3,3,CPRL/T1=3,0,3,5,3,LRCP", "T1=0,0,3,5,1,RLCP/T1=0,1,3,5,3,PCRL"}) {
			byte[] stream = compress(image, List.of("-n", "5", "-r", "10,5,1", "-b", "16,16", "-POC", changes));
			assertTrue(changes, find(stream, 0, Marker.POC) < find(stream, 0, Marker.SOD));
			assertArrayEquals(changes, image.planes(), Codestream.read(stream).decode());
		}
	}

	@Test
	public void packetHeadersMayBePacked() throws Exception {
		TestImage image = TestImage.make(new Random(20261131), 90, 70, 1, 12);
		byte[] stream = compress(image, List.of("-SOP", "-EPH", "-n", "3", "-b", "16,16", "-t", "50,50"));
		assertArrayEquals(image.planes(), Codestream.read(stream).decode());
		assertArrayEquals(image.planes(), Codestream.read(packed(stream, false)).decode());
		assertArrayEquals(image.planes(), Codestream.read(packed(stream, true)).decode());
	}

	/** Moves packet headers, which are between SOP and EPH, to PPT segments of each tile-part or to PPM segments of the main header. */
	private static byte[] packed(byte[] stream, boolean main) {
		int tilePart = find(stream, 0, Marker.SOT);
		ByteArrayOutputStream head = new ByteArrayOutputStream();
		ByteArrayOutputStream tail = new ByteArrayOutputStream();
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		head.write(stream, 0, tilePart);
		while (tilePart < stream.length - 2) {
			int end = tilePart + ByteBuffer.wrap(stream).getInt(tilePart + 6);
			ByteArrayOutputStream headers = new ByteArrayOutputStream();
			ByteArrayOutputStream bodies = new ByteArrayOutputStream();
			int at = find(stream, tilePart, Marker.SOD) + 2;
			while (at < end) {
				int after = find(stream, at, Marker.EPH) + 2;
				headers.write(stream, at + 6, after - at - 6);
				at = Math.min(end, find(stream, after, Marker.SOP));
				bodies.write(stream, after, at - after);
			}
			all.writeBytes(ByteBuffer.allocate(4).putInt(headers.size()).array());
			all.writeBytes(headers.toByteArray());
			byte[] segments = main ? new byte[0] : segments(Marker.PPT, headers.toByteArray());
			tail.writeBytes(ByteBuffer.allocate(12).put(stream, tilePart, 6).putInt(14 + segments.length + bodies.size())
					.put(stream, tilePart + 10, 2).array());
			tail.writeBytes(segments);
			tail.writeBytes(new byte[]{(byte) 0xff, (byte) 0x93});
			tail.writeBytes(bodies.toByteArray());
			tilePart = end;
		}
		if (main) head.writeBytes(segments(Marker.PPM, all.toByteArray()));
		head.writeBytes(tail.toByteArray());
		head.write(stream, stream.length - 2, 2);
		return head.toByteArray();
	}

	/** Split anywhere, and last first. */
	private static byte[] segments(int marker, byte[] content) {
		int half = content.length / 2;
		return ByteBuffer.allocate(content.length + 10).putShort((short) marker).putShort((short) (content.length - half + 3))
				.put((byte) 1).put(content, half, content.length - half).putShort((short) marker).putShort((short) (half + 3))
				.put((byte) 0).put(content, 0, half).array();
	}

	private static int find(byte[] bytes, int from, int marker) {
		int at = from;
		while (at < bytes.length - 1 && ((bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff) != marker)
			at++;
		return at;
	}

	private static TestImage randomImage(Random random) {
		int components = random.nextInt(3) == 0 ? 3 : 1;
		int width = 1 + random.nextInt(random.nextBoolean() ? 40 : 200);
		int height = 1 + random.nextInt(random.nextBoolean() ? 40 : 200);
		return TestImage.make(random, width, height, components, 8 + random.nextInt(9));
	}

	/** @param modes code-block style: bypass 1, reset 2, terminate 4, causal 8, predictable 16, segmentation symbols 32 */
	private static List<String> options(Random random, TestImage image, int modes) {
		int levels = 1 + Math.min(random.nextInt(6), 31 - Integer.numberOfLeadingZeros(Math.min(image.width(), image.height())));
		List<String> options = new ArrayList<>(List.of("-n", String.valueOf(levels), "-p", ORDERS[random.nextInt(5)], "-b",
				new String[]{"4,4", "64,64", "32,32", "16,64", "128,8"}[random.nextInt(5)], "-M", String.valueOf(modes)));
		if (random.nextInt(3) == 0) options.addAll(List.of("-t", (30 + random.nextInt(90)) + "," + (30 + random.nextInt(90))));
		if (random.nextInt(3) == 0) options.addAll(List.of("-c", "[64,64],[32,32]"));
		if (random.nextInt(3) == 0) options.add("-SOP");
		if (random.nextInt(3) == 0) options.add("-EPH");
		if (random.nextInt(4) == 0) options.addAll(List.of("-TP", "R"));
		if (random.nextInt(5) == 0) options.addAll(List.of("-ROI", "c=0,U=" + (3 + random.nextInt(5))));
		return options;
	}

	private Path file(String name) {
		return folder.getRoot().toPath().resolve(name);
	}

	/** Null where OpenJPEG fails to write what it was asked for. */
	private byte[] compress(TestImage image, List<String> options) throws IOException, InterruptedException {
		Path input = file("image." + image.extension());
		image.write(input);
		List<String> command = new ArrayList<>(
				List.of("opj_compress", "-i", input.toString(), "-o", file("stream.j2k").toString()));
		command.addAll(options);
		OutsideTool.Result result = OutsideTool.run(command.toArray(String[]::new));
		return result.exit() == 0 ? Files.readAllBytes(file("stream.j2k")) : null;
	}

	private TestImage decompress(TestImage like, String... options) throws IOException, InterruptedException {
		Path output = file("decoded." + like.extension());
		List<String> command = new ArrayList<>(
				List.of("opj_decompress", "-i", file("stream.j2k").toString(), "-o", output.toString()));
		command.addAll(Arrays.asList(options));
		assertEquals(0, OutsideTool.run(command.toArray(String[]::new)).exit());
		return like.read(output);
	}
}
