package org.annotomy.dicom.codec;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Locale;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

import org.annotomy.codec.jpeg.JpegHeader;
import org.junit.Test;

/** What the samples of a JPEG stream mean: APP14, then JFIF, then the names of the components, then the dataset. */
public class JpegColorTest {

	private static final String ADOBE = "ffee 000e 41646f6265 0064 0000 0000 0";
	private static final String JFIF = "ffe0 0010 4a464946 00 0101 00 0001 0001 0000";
	private static final String FRAME = "ffc0 0011 08 0010 0010 03 01 11 00 02 11 00 03 11 00";
	private static final String RGB_FRAME = "ffc0 0011 08 0010 0010 03 52 11 00 47 11 00 42 11 00";

	private static String photometric(String segments) throws IOException {
		return JpegHeader.of(HexFormat.of().parseHex(("ffd8" + segments).replace(" ", ""))).photometric();
	}

	@Test
	public void theStreamSpeaksFirst() throws IOException {
		assertEquals("RGB", photometric(JFIF + ADOBE + "0" + RGB_FRAME));
		assertEquals("RGB", photometric(ADOBE + "0" + JFIF + FRAME));
		assertEquals("YBR_FULL", photometric(ADOBE + "1" + RGB_FRAME));
		assertEquals("YBR_FULL", photometric(JFIF + RGB_FRAME));
		assertEquals("RGB", photometric(RGB_FRAME));
		assertEquals(null, photometric(FRAME));
		assertEquals("one component is grey whatever is said", null,
				photometric(JFIF + ADOBE + "1" + "ffc0 000b 08 0010 0010 01 01 11 00"));
	}

	/** A stream by the writer of the Java runtime, which marks it as JFIF. */
	private static byte[] jfif(int width, int height) throws IOException {
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		for (int i = 0; i < width * height; i++)
			image.setRGB(i % width, i / width, i * 0x030507);
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ImageIO.write(image, "jpeg", bytes);
		return bytes.toByteArray();
	}

	private static byte[] without(byte[] stream, int marker) {
		for (int i = 2; i < stream.length; i++)
			if (stream[i] == -1 && (stream[i + 1] & 0xff) == marker) {
				int end = i + 2 + ((stream[i + 2] & 0xff) << 8 | stream[i + 3] & 0xff);
				byte[] shorter = Arrays.copyOf(stream, stream.length - (end - i));
				System.arraycopy(stream, end, shorter, i, stream.length - end);
				return shorter;
			}
		throw new AssertionError();
	}

	private static PixelFormat color(int width, int height, String photometric) {
		return new PixelFormat(height, width, 3, 8, 8, 7, false, false, photometric, false, 1);
	}

	@Test
	public void theDatasetSpeaksWhereTheStreamIsSilent() throws IOException {
		byte[] marked = jfif(16, 8);
		byte[] silent = without(marked, 0xe0);
		FrameDecoder decoder = new JpegDecoder();
		assertEquals("YBR_FULL", decoder.decode(marked, color(16, 8, "RGB")).photometric());
		assertEquals("RGB", decoder.decode(silent, color(16, 8, "RGB")).photometric());
		assertEquals("YBR_FULL", decoder.decode(silent, color(16, 8, "YBR_FULL_422")).photometric());
		assertArrayEquals("samples are never converted", (byte[]) decoder.decode(marked, color(16, 8, "RGB")).samples(),
				(byte[]) decoder.decode(silent, color(16, 8, "YBR_FULL_422")).samples());
	}

	@Test
	public void onlyTheDatasetSpeaksForLosslessStreams() throws IOException {
		KeptStream stream = KeptStream.named("lossless-8-color");
		byte[] marked = new byte[stream.encoded().length + 16];
		byte[] adobe = HexFormat.of().parseHex((ADOBE + "1").replace(" ", ""));
		System.arraycopy(stream.encoded(), 0, marked, 0, 2);
		System.arraycopy(adobe, 0, marked, 2, 16);
		System.arraycopy(stream.encoded(), 2, marked, 18, stream.encoded().length - 2);
		for (String said : new String[]{"RGB", "YBR_FULL", "YBR_FULL_422", "YBR_RCT"})
			for (byte[] bytes : new byte[][]{stream.encoded(), marked}) {
				FrameSamples samples = new JpegDecoder().decode(bytes, color(13, 9, said));
				assertEquals(said.equals("YBR_FULL_422") ? "YBR_FULL" : said, samples.photometric());
			}
		KeptStream ls = KeptStream.named("jpegls-8-line");
		assertEquals("YBR_FULL", new JpegLsDecoder().decode(ls.encoded(), color(13, 9, "YBR_FULL")).photometric());
	}

	/** As other plug-ins do when they come first in the registry. */
	private static final class Intruder extends ImageReaderSpi {

		Intruder() {
			super("test", "1", new String[]{"jpeg"}, new String[]{"jpg"}, new String[]{"image/jpeg"}, ImageReader.class.getName(),
					new Class<?>[]{Object.class}, null, false, null, null, null, null, false, null, null, null, null);
		}

		@Override
		public boolean canDecodeInput(Object source) {
			return true;
		}

		@Override
		public ImageReader createReaderInstance(Object extension) {
			throw new AssertionError("the wrong reader");
		}

		@Override
		public String getDescription(Locale locale) {
			return "intruder";
		}
	}

	@Test
	public void theReaderIsChosenByItsClass() throws IOException {
		byte[] stream = jfif(8, 8);
		IIORegistry registry = IIORegistry.getDefaultInstance();
		Intruder intruder = new Intruder();
		registry.registerServiceProvider(intruder, ImageReaderSpi.class);
		try {
			for (Iterator<ImageReaderSpi> all = registry.getServiceProviders(ImageReaderSpi.class, false); all.hasNext();) {
				ImageReaderSpi other = all.next();
				if (other != intruder) registry.setOrdering(ImageReaderSpi.class, intruder, other);
			}
			assertEquals(192, ((byte[]) new JpegDecoder().decode(stream, color(8, 8, "RGB")).samples()).length);
		} finally {
			registry.deregisterServiceProvider(intruder, ImageReaderSpi.class);
		}
	}
}
