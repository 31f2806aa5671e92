package org.annotomy.codec.jpeg2000;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.annotomy.testing.OutsideTool;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Streams that OpenJPH makes of random images with random options: lossless ones give the image, others what OpenJPEG decodes. */
public class OpenJphOracleTest {

	private static final String[] ORDERS = {"LRCP", "RLCP", "RPCL", "PCRL", "CPRL"};
	private static final String[] BLOCKS = {"{4,4}", "{8,32}", "{64,64}", "{32,32}", "{16,256}", "{1024,4}", "{4,1024}",
			"{128,32}"};

	/** Where the SIZ segment of a raw codestream says how deep the first component is. */
	private static final int FIRST_DEPTH = 42;

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();
	private Path stream;

	@Before
	public void makePlace() throws IOException {
		stream = folder.getRoot().toPath().resolve("stream.j2c");
	}

	@Test
	public void losslessStreamsGiveTheImage() throws Exception {
		Random random = new Random(20261127);
		for (int i = 0; i < 90; i++) {
			TestImage image = randomImage(random);
			List<String> options = options(random, image, true);
			compress(image, options);
			int[][] decoded = Codestream.read(Files.readAllBytes(stream)).decode();
			for (int c = 0; c < decoded.length; c++)
				assertArrayEquals(i + " " + options, image.planes()[c], decoded[c]);
		}
	}

	/** OpenJPH cannot read signed images; but a sign in the header takes the place of the level shift. */
	@Test
	public void signedSamplesAreNotShifted() throws Exception {
		Random random = new Random(20261130);
		for (int bits = 8; bits <= 16; bits++) {
			TestImage image = TestImage.make(random, 50, 40, 1, bits);
			compress(image, List.of("-reversible", "true"));
			byte[] bytes = Files.readAllBytes(stream);
			bytes[FIRST_DEPTH] |= (byte) 0x80;
			Codestream codestream = Codestream.read(bytes);
			int[] decoded = codestream.decode()[0];
			assertTrue(codestream.isSigned(0));
			for (int i = 0; i < decoded.length; i++)
				assertEquals(image.planes()[0][i] - (1 << bits - 1), decoded[i]);
		}
	}

	@Test
	public void lossyStreamsGiveWhatOpenJpegDecodes() throws Exception {
		Random random = new Random(20261128);
		int compared = 0;
		long exact = 0;
		long all = 0;
		for (int i = 0; i < 40; i++) {
			TestImage image = randomImage(random);
			List<String> options = options(random, image, false);
			compress(image, options);
			Path expanded = folder.getRoot().toPath().resolve("expanded." + image.extension());
			OutsideTool.Result result = OutsideTool.run("opj_decompress", "-i", stream.toString(), "-o", expanded.toString());
			if (result.exit() != 0) continue; // streams of tiny images with many levels have more bit-planes than they state
			compared++;
			int[][] expected = image.read(expanded).planes();
			int[][] decoded = Codestream.read(Files.readAllBytes(stream)).decode();
			assertTrue(i + " " + options, TestImage.difference(expected, decoded) <= 1);
			for (int c = 0; c < decoded.length; c++)
				for (int k = 0; k < decoded[c].length; k++, all++)
					if (decoded[c][k] == expected[c][k]) exact++;
		}
		assertTrue(compared + " compared", compared > 30);
		assertTrue(exact + " of " + all + " samples are the same", exact > 0.98 * all);
	}

	private static TestImage randomImage(Random random) {
		int components = random.nextInt(3) == 0 ? 3 : 1;
		int width = 1 + random.nextInt(random.nextBoolean() ? 20 : 300);
		int height = 1 + random.nextInt(random.nextBoolean() ? 20 : 300);
		return TestImage.make(random, width, height, components, 8 + random.nextInt(9));
	}

	private static List<String> options(Random random, TestImage image, boolean lossless) {
		List<String> options = new ArrayList<>(List.of("-reversible", String.valueOf(lossless), "-num_decomps",
				String.valueOf(random.nextInt(8)), "-prog_order", ORDERS[random.nextInt(5)], "-block_size",
				BLOCKS[random.nextInt(BLOCKS.length)]));
		if (!lossless) options.addAll(List.of("-qstep", new String[]{"0.0005", "0.002", "0.01", "0.05"}[random.nextInt(4)]));
		if (random.nextBoolean()) options.addAll(List.of("-precincts", "{128,64},{" + (32 << random.nextInt(4)) + ",64}"));
		if (random.nextBoolean())
			options.addAll(List.of("-tile_size", "{" + (33 + random.nextInt(200)) + "," + (33 + random.nextInt(200)) + "}"));
		if (random.nextInt(3) == 0) {
			int x = random.nextInt(30);
			int y = random.nextInt(30);
			options.addAll(List.of("-image_offset", "{" + x + "," + y + "}"));
			boolean tiled = options.contains("-tile_size");
			if (!tiled || random.nextBoolean())
				options.addAll(List.of("-tile_offset", "{" + (tiled ? x / 2 : x) + "," + y + "}"));
		}
		if (image.planes().length == 3) options.addAll(List.of("-colour_trans", String.valueOf(random.nextBoolean())));
		return options;
	}

	private void compress(TestImage image, List<String> options) throws Exception {
		Path input = folder.getRoot().toPath().resolve("image." + image.extension());
		image.write(input);
		List<String> command = new ArrayList<>(List.of("ojph_compress", "-i", input.toString(), "-o", stream.toString()));
		command.addAll(options);
		OutsideTool.Result result = OutsideTool.run(command.toArray(String[]::new));
		assertEquals(command + result.errors(), 0, result.exit());
	}
}
