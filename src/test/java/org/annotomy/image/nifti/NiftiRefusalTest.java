package org.annotomy.image.nifti;

import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
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

public class NiftiRefusalTest {

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	private static NiftiBytes good(int pixelBytes) {
		return new NiftiBytes(false, ByteOrder.LITTLE_ENDIAN, pixelBytes).dim(4, 3, 2).datatype(4, 16).qform(1, 0, 0, 0, 1, 2, 3);
	}

	private void refuses(String words, byte[] bytes) throws IOException {
		refuses(words, Files.write(folder.getRoot().toPath().resolve("image.nii"), bytes));
	}

	private static void refuses(String words, Path file) {
		ImageFormatException e = assertThrows(ImageFormatException.class, () -> new NiftiImageReader().read(file, Progress.NONE));
		assertTrue(e.getMessage(), e.getMessage().contains(words));
	}

	@Test
	public void brokenHeadersAreRefusedInWords() throws IOException {
		refuses("not a NIfTI", new byte[10]);
		refuses("Analyze 7.5", good(48).magic("xx1").toBytes());
		refuses("header is cut off", Arrays.copyOf(new NiftiBytes(true, ByteOrder.LITTLE_ENDIAN, 0).toBytes(), 300));
		refuses("has 8 axes", good(48).dim(1, 1, 1, 1, 1, 1, 1, 1).toBytes());
		refuses("size of axis 2 is -3", good(48).dim(4, -3).toBytes());
		refuses("sixth or seventh axis", good(48).dim(1, 1, 1, 1, 1, 2).toBytes());
		refuses("complex numbers", good(48).datatype(32, 64).toBytes());
		refuses("single bits", good(48).datatype(1, 1).toBytes());
		refuses("128 bits", good(48).datatype(1536, 128).toBytes());
		refuses("unknown type (77)", good(48).datatype(77, 8).toBytes());
		NiftiBytes badOffset = good(48);
		badOffset.bytes.putFloat(108, 17);
		refuses("cannot begin at byte 17", badOffset.toBytes());
		refuses("colour with several",
				new NiftiBytes(false, ByteOrder.LITTLE_ENDIAN, 12).dim(1, 1, 1, 1, 3).datatype(128, 24).toBytes());
		refuses("not beside the header", good(48).magic("ni1").toBytes());
	}

	@Test
	public void promisesThatTheFileCannotKeepAreRefusedBeforeMemoryIsTaken() throws IOException {
		refuses("needs 48 bytes of pixels, but only 47", good(47).toBytes());
		refuses("too large", new NiftiBytes(true, ByteOrder.LITTLE_ENDIAN, 8).datatype(2, 8)
				.dim(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE).toBytes());
		refuses("compressed bytes cannot hold", gzip(good(48).dim(30000, 30000, 10).toBytes()));
		refuses("cut off", gzip(good(46).toBytes()));
	}

	private static byte[] gzip(byte[] bytes) throws IOException {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
			out.write(bytes);
		}
		return packed.toByteArray();
	}

	@Test
	public void aDamagedChecksumIsNoticed() throws IOException {
		byte[] packed = gzip(good(48).toBytes());
		packed[packed.length - 6] ^= 1;
		refuses("damaged", packed);
		refuses("damaged", Arrays.copyOf(packed, packed.length - 4));
	}

	@Test
	public void mutatedFilesNeverDoWorseThanARefusal() throws IOException {
		long seed = 99;
		Random random = new Random(seed);
		byte[][] seeds = {good(48).toBytes(), gzip(good(48).toBytes()),
				new NiftiBytes(true, ByteOrder.BIG_ENDIAN, 24).dim(2, 3, 2)
						.datatype(16, 32).sform(2, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0).toBytes()};
		Path file = folder.getRoot().toPath().resolve("fuzz.nii");
		int read = 0;
		for (int round = 0; round < 3000; round++) {
			byte[] bytes = seeds[round % seeds.length].clone();
			for (int n = 1 + random.nextInt(4); n > 0; n--)
				bytes[random.nextInt(random.nextBoolean() ? Math.min(130, bytes.length) : bytes.length)] = (byte) random
						.nextInt();
			if (random.nextInt(8) == 0) bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
			Files.write(file, bytes);
			try {
				new NiftiImageReader().recognises(file);
				new NiftiImageReader().read(file, Progress.NONE);
				read++;
			} catch (IOException expected) {
				assertTrue("seed " + seed + ", round " + round, expected.getMessage() != null);
			}
		}
		assertTrue("some mutations leave the file readable", read > 300 && read < 3000);
	}
}
