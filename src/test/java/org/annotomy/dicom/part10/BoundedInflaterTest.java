package org.annotomy.dicom.part10;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;

import org.annotomy.image.ImageFormatException;
import org.junit.Test;

/** A deflated dataset is inflated, but not one that was made to fill the memory. */
public class BoundedInflaterTest {

	private static byte[] deflated(byte[] chunk, int times) {
		Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		byte[] buffer = new byte[1 << 16];
		for (int i = 0; i < times; i++) {
			deflater.setInput(chunk);
			if (i == times - 1) deflater.finish();
			while (!deflater.needsInput() || i == times - 1 && !deflater.finished())
				out.write(buffer, 0, deflater.deflate(buffer));
		}
		deflater.end();
		return out.toByteArray();
	}

	private static byte[] inflated(byte[] deflated) throws IOException {
		ByteSource source = BoundedInflater.inflate(ByteSpan.of(deflated));
		ByteBuffer bytes = ByteBuffer.allocate((int) source.size());
		source.read(0, bytes);
		return bytes.array();
	}

	@Test
	public void whatWasDeflatedComesBack() throws IOException {
		byte[] bytes = new byte[300_000];
		new Random(1).nextBytes(bytes);
		Arrays.fill(bytes, 1000, 200_000, (byte) 7);
		assertArrayEquals(bytes, inflated(deflated(bytes, 1)));
		assertEquals(0, inflated(new byte[0]).length);
	}

	@Test
	public void aBombIsRefused() {
		byte[] bomb = deflated(new byte[1 << 20], 100);
		assertTrue(bomb.length + " bytes for 100 MB", bomb.length < 110_000);
		ImageFormatException e = assertThrows(ImageFormatException.class, () -> inflated(bomb));
		assertTrue(e.getMessage(), e.getMessage().matches("The deflated data grows beyond \\d+ MB; it is not opened\\."));
	}

	@Test
	public void noiseIsRefused() {
		ImageFormatException e = assertThrows(ImageFormatException.class, () -> inflated(new byte[]{7, 7, 7, 7}));
		assertEquals("The deflated data is broken.", e.getMessage());
	}
}
