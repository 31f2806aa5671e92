package org.annotomy.dicom.codec;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.annotomy.dicom.part10.ByteSource;
import org.annotomy.dicom.part10.DicomFileReader;
import org.annotomy.testing.OutsideTool;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * Frames made here, encoded by dcmtk and GDCM. What is lossless must give the frame back; for the rest the tool's own decoder says what is
 * in the stream.
 */
public class EncodedByToolsTest {

	private static final int[][] SIZES = {{1, 1}, {1, 9}, {9, 1}, {17, 13}, {40, 33}};

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	private int compared;

	private static List<SyntheticFrame> grey(int... sizes) {
		List<SyntheticFrame> frames = new ArrayList<>();
		for (int[] depth : new int[][]{{8, 8}, {16, 10}, {16, 12}, {16, 16}})
			for (boolean signed : new boolean[]{false, true})
				for (int size : sizes)
					frames.add(new SyntheticFrame(SIZES[size][0], SIZES[size][1], 1, depth[0], depth[1], signed));
		return frames;
	}

	private static List<SyntheticFrame> color() {
		List<SyntheticFrame> frames = new ArrayList<>();
		for (int[] size : SIZES)
			frames.add(new SyntheticFrame(size[0], size[1], 3, 8, 8, false));
		frames.add(new SyntheticFrame(19, 21, 3, 16, 16, false));
		return frames;
	}

	private static Object samples(Path file) throws IOException {
		try (ByteSource source = ByteSource.of(file)) {
			return new FrameReader(DicomFileReader.readHeader(source)).frame(0).samples();
		}
	}

	private static void assertSame(String what, Object expected, Object actual) {
		int length = java.lang.reflect.Array.getLength(expected);
		assertEquals(what, length, java.lang.reflect.Array.getLength(actual));
		for (int i = 0; i < length; i++) {
			Object a = java.lang.reflect.Array.get(expected, i);
			Object b = java.lang.reflect.Array.get(actual, i);
			if (!a.equals(b)) fail(what + ": sample " + i + " is " + b + " instead of " + a);
		}
	}

	/** Encodes by a tool. @return null if the tool refuses this frame */
	private Path encode(SyntheticFrame frame, String... command) throws IOException, InterruptedException {
		Path raw = frame.write(folder.getRoot().toPath().resolve("raw.dcm"));
		Path encoded = folder.getRoot().toPath().resolve("encoded.dcm");
		Files.deleteIfExists(encoded);
		List<String> all = new ArrayList<>(Arrays.asList(command));
		all.addAll(List.of(raw.toString(), encoded.toString()));
		OutsideTool.Result result = OutsideTool.run(all.toArray(String[]::new));
		return result.exit() == 0 && Files.exists(encoded) ? encoded : null;
	}

	private void givesBack(SyntheticFrame frame, String... command) throws IOException, InterruptedException {
		Path encoded = encode(frame, command);
		if (encoded == null) return;
		assertSame(String.join(" ", command) + " " + frame, frame.pixels(), samples(encoded));
		compared++;
	}

	private void agrees(String decoder, SyntheticFrame frame, String... command) throws IOException, InterruptedException {
		Path encoded = encode(frame, command);
		if (encoded == null) return;
		Path decoded = folder.getRoot().toPath().resolve("decoded.dcm");
		Files.deleteIfExists(decoded);
		List<String> all = new ArrayList<>(List.of(decoder.split(" ")));
		all.addAll(List.of(encoded.toString(), decoded.toString()));
		if (OutsideTool.run(all.toArray(String[]::new)).exit() != 0 || !Files.exists(decoded)) return;
		assertSame(String.join(" ", command) + " " + frame, samples(decoded), samples(encoded));
		compared++;
	}

	@Test
	public void losslessJpeg() throws Exception {
		for (SyntheticFrame frame : grey(0, 3))
			givesBack(frame, "dcmcjpeg", "+e1");
		for (SyntheticFrame frame : color())
			givesBack(frame, "dcmcjpeg", "+e1");
		for (int predictor = 1; predictor <= 7; predictor++) {
			for (int bits : new int[]{8, 12, 16})
				givesBack(new SyntheticFrame(40, 33, 1, bits == 8 ? 8 : 16, bits, false), "dcmcjpeg", "+el", "+sv",
						"" + predictor);
			givesBack(new SyntheticFrame(17, 13, 3, 8, 8, false), "dcmcjpeg", "+el", "+sv", "" + predictor);
		}
		assertTrue(compared + " compared", compared >= 50);
	}

	@Test
	public void losslessJpegWithPointTransform() throws Exception {
		for (int shift = 1; shift < 4; shift++)
			agrees("dcmdjpeg", new SyntheticFrame(17, 13, 1, 16, 12, false), "dcmcjpeg", "+el", "+sv", "4", "+pt", "" + shift);
		assertTrue(compared + " compared", compared == 3);
	}

	@Test
	public void jpegLs() throws Exception {
		for (SyntheticFrame frame : grey(1, 4))
			givesBack(frame, "dcmcjpls", "+el");
		for (String interleave : new String[]{"+il", "+is", "+in"})
			for (SyntheticFrame frame : color())
				givesBack(frame, "dcmcjpls", "+el", interleave);
		for (SyntheticFrame frame : grey(4))
			givesBack(frame, "dcmcjpls", "+el", "+pc", "+t1", "5", "+t2", "9", "+t3", "40", "+rs", "31");
		assertTrue(compared + " compared", compared >= 40);
	}

	@Test
	public void nearLosslessJpegLs() throws Exception {
		for (int near : new int[]{1, 2, 7, 100}) {
			for (SyntheticFrame frame : grey(3, 4))
				agrees("dcmdjpls", frame, "dcmcjpls", "+en", "+md", "" + near);
			for (String interleave : new String[]{"+il", "+is", "+in"})
				agrees("dcmdjpls", new SyntheticFrame(40, 33, 3, 8, 8, false), "dcmcjpls", "+en", "+md", "" + near, interleave);
		}
		assertTrue(compared + " compared", compared >= 44);
	}

	@Test
	public void jpegOfTwelveBits() throws Exception {
		for (String process : new String[]{"+ee", "+es", "+ep"})
			for (int[] size : new int[][]{{1, 1}, {17, 13}, {40, 33}})
				for (int quality : new int[]{40, 98})
					agrees("dcmdjpeg +cn", new SyntheticFrame(size[0], size[1], 1, 16, 12, false), "dcmcjpeg", process, "+q",
							"" + quality);
		for (String sampling : new String[]{"+s4", "+s2", "+n1"})
			agrees("dcmdjpeg +cn", new SyntheticFrame(40, 33, 3, 16, 12, false), "dcmcjpeg", "+ee", sampling);
		assertTrue(compared + " compared", compared == 21);
	}

	@Test
	public void jpegOfEightBits() throws Exception {
		for (String sampling : new String[]{"+s4", "+s2", "+n1", "+cr"})
			for (int[] size : SIZES)
				agrees("dcmdjpeg +cn", new SyntheticFrame(size[0], size[1], 3, 8, 8, false), "dcmcjpeg", "+eb", sampling);
		for (String process : new String[]{"+ee", "+es", "+ep"})
			agrees("dcmdjpeg +cn", new SyntheticFrame(40, 33, 3, 8, 8, false), "dcmcjpeg", process, "+n1");
		assertTrue(compared + " compared", compared >= 23);
	}

	@Test
	public void streamsOfGdcm() throws Exception {
		for (SyntheticFrame frame : grey(3)) {
			givesBack(frame, "gdcmconv", "--jpeg");
			givesBack(frame, "gdcmconv", "--jpegls");
			agrees("gdcmconv --raw", frame, "gdcmconv", "--jpegls", "--lossy", "-e", "3");
			if (frame.bitsStored() == 8) // else it writes DCT of 16 bits, which no standard knows
				agrees("gdcmconv --raw", frame, "gdcmconv", "--jpeg", "--lossy", "-q", "80");
		}
		for (SyntheticFrame frame : color()) {
			givesBack(frame, "gdcmconv", "--jpeg");
			givesBack(frame, "gdcmconv", "--jpegls");
		}
		assertTrue(compared + " compared", compared >= 37);
	}
}
