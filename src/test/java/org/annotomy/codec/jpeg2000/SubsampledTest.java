package org.annotomy.codec.jpeg2000;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.annotomy.testing.OutsideTool;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Colour differences at half the size, as Aperio's scanners store them, by OpenJPEG; its raw files take even sizes only. */
public class SubsampledTest {

	private static final int WIDTH = 62;
	private static final int HEIGHT = 46;

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private byte[] planes(int stepX, int stepY) {
		int chroma = (WIDTH + stepX - 1) / stepX * ((HEIGHT + stepY - 1) / stepY);
		byte[] raw = new byte[WIDTH * HEIGHT + 2 * chroma];
		new Random(9).nextBytes(raw);
		return raw;
	}

	/** Each sample of a half plane stands for the pixels that it spans. */
	private static int[][] repeated(byte[] raw, int stepX, int stepY) {
		int across = (WIDTH + stepX - 1) / stepX;
		int chroma = across * ((HEIGHT + stepY - 1) / stepY);
		int[][] planes = new int[3][WIDTH * HEIGHT];
		for (int i = 0; i < WIDTH * HEIGHT; i++) {
			planes[0][i] = raw[i] & 0xff;
			int at = i % WIDTH / stepX + i / WIDTH / stepY * across;
			planes[1][i] = raw[WIDTH * HEIGHT + at] & 0xff;
			planes[2][i] = raw[WIDTH * HEIGHT + chroma + at] & 0xff;
		}
		return planes;
	}

	@Test
	public void losslessStreamsComeBackWhole() throws Exception {
		Path root = folder.getRoot().toPath();
		for (int[] step : new int[][]{{2, 1}, {2, 2}, {1, 2}})
			for (List<String> options : List.of(List.<String>of(), List.of("-p", "RPCL", "-c", "[16,16]"),
					List.of("-p", "PCRL", "-t", "32,32"),
					List.of("-p", "CPRL", "-c", "[16,16]"))) {
						byte[] raw = planes(step[0], step[1]);
						Files.write(root.resolve("in.raw"), raw);
						List<String> command = new java.util.ArrayList<>(List.of("opj_compress", "-i", root + "/in.raw", "-o",
								root + "/out.j2k", "-mct", "0",
								"-n", "3", "-F",
								WIDTH + "," + HEIGHT + ",3,8,u@1x1:" + step[0] + "x" + step[1] + ":" + step[0] + "x" + step[1]));
						command.addAll(options);
						OutsideTool.must(command.toArray(String[]::new));
						Codestream stream = Codestream.read(Files.readAllBytes(root.resolve("out.j2k")));
						assertEquals(WIDTH, stream.width());
						int[][] found = stream.decode();
						int[][] expected = repeated(raw, step[0], step[1]);
						for (int c = 0; c < 3; c++)
							assertArrayEquals(step[0] + "x" + step[1] + options + c, expected[c], found[c]);
					}
	}
}
