package org.annotomy.dicom.series;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.dicom.part10.ByteSource;
import org.annotomy.dicom.part10.DicomWriter;
import org.annotomy.image.ImageFormatException;
import org.junit.Test;

public class SmallPictureTest {

	/** Counts how often it is closed. */
	private static final class Watched implements ByteSource {

		private final ByteSource bytes;
		private int closed;

		Watched(byte[] bytes) {
			this.bytes = ByteSource.of(bytes);
		}

		@Override
		public long size() {
			return bytes.size();
		}

		@Override
		public void read(long offset, ByteBuffer target) throws IOException {
			bytes.read(offset, target);
		}

		@Override
		public void close() {
			closed++;
		}
	}

	@Test
	public void theSourceIsClosedWhateverHappens() throws IOException {
		byte[] whole = DicomWriter.toBytes(SyntheticSlice.at(1, 1).build());
		Watched good = new Watched(whole);
		BufferedImage picture = SmallPicture.of(good, 100);
		assertEquals(SyntheticSlice.WIDTH, picture.getWidth());
		assertEquals(1, good.closed);
		for (byte[] bad : new byte[][]{new byte[0], new byte[500], Arrays.copyOf(whole, 150),
				DicomWriter.toBytes(SyntheticSlice.at(1, 1).remove(0x7fe00010).build())}) {
			Watched broken = new Watched(bad);
			assertThrows(ImageFormatException.class, () -> SmallPicture.of(broken, 100));
			assertEquals(1, broken.closed);
		}
	}
}
