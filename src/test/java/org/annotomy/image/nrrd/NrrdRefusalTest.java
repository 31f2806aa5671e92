package org.annotomy.image.nrrd;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

import org.annotomy.image.ImageFormatException;
import org.annotomy.task.Progress;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class NrrdRefusalTest {

	private static final String AXES = "type: short\ndimension: 3\nsizes: 2 3 2\nendian: little\n";

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	private Path file(String name) {
		return folder.getRoot().toPath().resolve(name);
	}

	private void refuses(String words, String header) throws IOException {
		refuses(words, (header + "\n" + "x".repeat(24)).getBytes(StandardCharsets.ISO_8859_1));
	}

	private void refuses(String words, byte[] bytes) throws IOException {
		Path file = Files.write(file("image.nrrd"), bytes);
		ImageFormatException e = assertThrows(ImageFormatException.class, () -> new NrrdImageReader().read(file, Progress.NONE));
		assertTrue(e.getMessage(), e.getMessage().contains(words));
	}

	@Test
	public void brokenHeadersAreRefusedInWords() throws IOException {
		String good = "NRRD0004\n" + AXES;
		refuses("not an NRRD", "P5 2 2 255");
		refuses("version \"NRRD0009\"", "NRRD0009\n" + AXES);
		refuses("ends inside its header", (good + "encoding: raw\n").getBytes(StandardCharsets.US_ASCII));
		refuses("neither a field nor", good + "hello\n");
		refuses("unknown field \"colour\"", good + "colour: red\n");
		refuses("\"type\" twice", good + "type: int\n");
		refuses("\"encoding\" is missing", good);
		refuses("encoding \"zstd\"", good + "encoding: zstd\n");
		refuses("type \"block\"", good.replace("short", "block") + "encoding: raw\n");
		refuses("\"endian\" is missing", good.replace("endian: little\n", "") + "encoding: raw\n");
		refuses("endian must be", good.replace("little", "middle") + "encoding: raw\n");
		refuses("dimension must be 1 to 16", good.replace("dimension: 3", "dimension: 17") + "encoding: raw\n");
		refuses("needs a whole number", good.replace("dimension: 3", "dimension: three") + "encoding: raw\n");
		refuses("2 sizes for 3 axes", good.replace("2 3 2", "2 3") + "encoding: raw\n");
		refuses("size of axis 1 is 0", good.replace("2 3 2", "2 0 2") + "encoding: raw\n");
		refuses("1 kinds for 3 axes", good + "kinds: domain\nencoding: raw\n");
		refuses("2 space directions for 3", good + "space: LPS\nspace directions: (1,0,0) (0,1,0)\nencoding: raw\n");
		refuses("needs vectors", good + "space: LPS\nspace directions: 1,0,0\nencoding: raw\n");
		refuses("has 2 numbers", good + "space: LPS\nspace directions: (1,0,0) (0,1) (0,0,1)\nencoding: raw\n");
		refuses("needs numbers", good + "spacings: 1 2 wide\nencoding: raw\n");
		refuses("lie in the order xcy", good + "kinds: domain vector domain\nencoding: raw\n");
		refuses("more than one axis of channels", good + "kinds: vector vector domain\nencoding: raw\n");
		refuses("none of the axes lies in space",
				"NRRD0004\ntype: uchar\ndimension: 2\nsizes: 2 2\nkinds: vector time\nencoding: raw\n");
	}

	@Test
	public void promisesThatTheFileCannotKeepAreRefusedBeforeMemoryIsTaken() throws IOException {
		String header = "NRRD0004\ntype: short\ndimension: 3\nendian: little\n";
		refuses("needs 26 bytes of pixels, but only 24", header + "sizes: 1 1 13\nencoding: raw\n");
		refuses("too large", header + "sizes: 2000000000 2000000000 2000000000\nencoding: raw\n");
		refuses("compressed bytes cannot hold", header + "sizes: 5000 5000 100\nencoding: gzip\n");
		refuses("only 24 are there", header + "sizes: 13 1 1\nencoding: ascii\n");
		refuses("only 12 are there", header + "sizes: 7 1 1\nencoding: hex\n");
	}

	@Test
	public void brokenPixelsAreRefused() throws IOException {
		refuses("compressed pixels are damaged", "NRRD0004\n" + AXES + "encoding: gzip\n");
		refuses("compressed pixels are damaged", "NRRD0004\n" + AXES + "encoding: bzip2\n");
		refuses("hexadecimal digits", "NRRD0004\ntype: uchar\ndimension: 1\nsizes: 2\nencoding: hex\n");
		refuses("numbers written as text", "NRRD0004\ntype: uchar\ndimension: 1\nsizes: 2\nencoding: ascii\n");
		refuses("300, does not fit", "NRRD0004\ntype: uchar\ndimension: 1\nsizes: 1\nencoding: ascii\n\n300 ");
		refuses("fewer lines", "NRRD0004\ntype: uchar\ndimension: 1\nsizes: 1\nline skip: 9\nencoding: raw\n");
		refuses("is not allowed here", "NRRD0004\ntype: uchar\ndimension: 1\nsizes: 1\nbyte skip: -1\nencoding: gzip\n");
	}

	@Test
	public void aHeaderReachesOnlyFilesBesideIt() throws IOException {
		Path secret = Files.createDirectory(file("outside")).resolve("secret.raw");
		Files.write(secret, new byte[24]);
		Path inner = Files.createDirectory(file("inner"));
		for (String name : new String[]{secret.toString(), "../outside/secret.raw", "..\\outside\\secret.raw",
				"a/../../outside/secret.raw",
				"C:\\secret.raw", "link.raw"}) {
			Files.writeString(inner.resolve("image.nhdr"), "NRRD0004\n" + AXES + "encoding: raw\ndata file: " + name + "\n");
			Path link = inner.resolve("link.raw");
			if (!Files.exists(link)) Files.createSymbolicLink(link, secret);
			ImageFormatException e = assertThrows(ImageFormatException.class,
					() -> new NrrdImageReader().read(inner.resolve("image.nhdr"), Progress.NONE));
			assertTrue(name + ": " + e.getMessage(), e.getMessage().contains("outside its own folder"));
			assertFalse(e.getMessage().contains("secret"));
		}
		refuses("not beside it", "NRRD0004\n" + AXES + "encoding: raw\ndata file: missing.raw\n");
		refuses("never ends", "NRRD0004\n" + AXES + "encoding: raw\ndata file: s%d.raw 1 5 0\n");
		refuses("lists no data files", "NRRD0004\n" + AXES + "encoding: raw\ndata file: LIST\n");
	}

	@Test
	public void mutatedFilesNeverDoWorseThanARefusal() throws IOException {
		long seed = 5;
		Random random = new Random(seed);
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
			out.write(new byte[24]);
		}
		String space = "space: left-posterior-superior\nspace directions: (1,0,0) (0,1,0) (0,0,2)\nspace origin: (1,2,3)\n";
		ByteArrayOutputStream gzip = new ByteArrayOutputStream();
		gzip.writeBytes(("NRRD0004\n" + AXES + space + "encoding: gzip\nkey:=value\n\n").getBytes(StandardCharsets.US_ASCII));
		gzip.writeBytes(packed.toByteArray());
		byte[][] seeds = {
				("NRRD0004\n" + AXES + space + "encoding: raw\n\n" + "x".repeat(24)).getBytes(StandardCharsets.US_ASCII),
				gzip.toByteArray(),
				("NRRD0003\n" + AXES + "encoding: ascii\n\n" + "12 ".repeat(12)).getBytes(StandardCharsets.US_ASCII)};
		Path file = file("fuzz.nrrd");
		int read = 0;
		for (int round = 0; round < 3000; round++) {
			byte[] bytes = seeds[round % seeds.length].clone();
			for (int n = 1 + random.nextInt(3); n > 0; n--)
				bytes[random.nextInt(bytes.length)] = (byte) (random.nextBoolean() ? '0' + random.nextInt(10) : random.nextInt());
			if (random.nextInt(10) == 0) bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
			Files.write(file, bytes);
			try {
				new NrrdImageReader().recognises(file);
				new NrrdImageReader().read(file, Progress.NONE);
				read++;
			} catch (IOException expected) {
				assertTrue("seed " + seed + ", round " + round, expected.getMessage() != null);
			}
		}
		assertTrue("some mutations leave the file readable: " + read, read > 200 && read < 3000);
	}
}
