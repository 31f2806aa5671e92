package org.annotomy.codec.png;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import org.annotomy.image.ImageFormatException;
import org.annotomy.testing.CodecFuzz;
import org.junit.Test;

/** PNG pictures as the Java runtime writes them, also interlaced. */
public class PngPictureTest {

	private static final int[] TYPES = {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_4BYTE_ABGR,
			BufferedImage.TYPE_BYTE_INDEXED,
			BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_BYTE_BINARY};

	/** A picture as a PNG file. */
	public static byte[] png(BufferedImage image, boolean interlaced) throws IOException {
		ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
			ImageWriteParam how = writer.getDefaultWriteParam();
			if (interlaced) how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
			writer.setOutput(out);
			writer.write(null, new IIOImage(image, null, null), how);
		} finally {
			writer.dispose();
		}
		assertTrue("interlaced", bytes.toByteArray()[28] == (interlaced ? 1 : 0));
		return bytes.toByteArray();
	}

	private static BufferedImage picture(int type, int width, int height) {
		BufferedImage image = new BufferedImage(width, height, type);
		Random random = new Random(width * 31L + height);
		for (int i = 0; i < width * height; i++) {
			int rgb = random.nextInt();
			image.setRGB(i % width, i / width, type == BufferedImage.TYPE_4BYTE_ABGR ? rgb | 0xff000000 : rgb);
		}
		return image;
	}

	/** Grey as it is stored, not as the runtime's colour space turns it into RGB. */
	private static int[] expected(BufferedImage image) {
		int[] rgb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
		for (int i = 0; i < rgb.length; i++)
			rgb[i] = image.getType() == BufferedImage.TYPE_BYTE_GRAY
					? image.getRaster().getSample(i % image.getWidth(), i / image.getWidth(), 0) * 0x10101
					: rgb[i] & 0xffffff;
		return rgb;
	}

	@Test
	public void picturesOfEachKindAndSizeAreThoseThatWereWritten() throws IOException {
		for (int type : TYPES)
			for (int width : new int[]{1, 2, 3, 4, 5, 7, 8, 9, 33})
				for (int height : new int[]{1, 2, 3, 4, 5, 8, 17})
					for (boolean interlaced : new boolean[]{false, true}) {
						BufferedImage image = picture(type, width, height);
						assertArrayEquals(type + ": " + width + " × " + height + (interlaced ? " interlaced" : ""),
								expected(image),
								PngPicture.rgb(png(image, interlaced), width, height));
					}
	}

	@Test
	public void palettesOfFewBitsAreRead() throws IOException {
		byte[] levels = {0, 50, (byte) 150, (byte) 250};
		BufferedImage image = new BufferedImage(13, 11, BufferedImage.TYPE_BYTE_BINARY,
				new IndexColorModel(2, 4, levels, levels, levels));
		for (int i = 0; i < 13 * 11; i++)
			image.getRaster().setSample(i % 13, i / 13, 0, i % 4);
		for (boolean interlaced : new boolean[]{false, true})
			assertArrayEquals(expected(image), PngPicture.rgb(png(image, interlaced), 13, 11));
	}

	@Test
	public void anotherSizeIsRefusedAndChangedFilesAnswerOrAreRefused() throws IOException {
		byte[] plain = png(picture(BufferedImage.TYPE_INT_RGB, 9, 8), false);
		assertThrows(ImageFormatException.class, () -> PngPicture.rgb(plain, 8, 9));
		CodecFuzz.Tally tally = new CodecFuzz(20261129, 4 << 20).add("plain", plain, bytes -> PngPicture.rgb(bytes, 9, 8))
				.add("interlaced", png(picture(BufferedImage.TYPE_BYTE_BINARY, 9, 8), true), bytes -> PngPicture.rgb(bytes, 9, 8))
				.run(10_000);
		assertTrue(tally.toString(), tally.decoded() > 200 && tally.refused() > 200);
	}
}
