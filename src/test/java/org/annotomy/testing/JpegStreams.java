package org.annotomy.testing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** JPEG streams of 8 bits by the writer of the Java runtime. */
public final class JpegStreams {

	private static final String METADATA = "javax_imageio_jpeg_image_1.0";

	private JpegStreams() {}

	public static BufferedImage picture(int width, int height, boolean color, long seed) {
		Random random = new Random(seed);
		BufferedImage image = new BufferedImage(width, height, color ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_BYTE_GRAY);
		int noise = 1 + random.nextInt(120);
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++) {
				int level = (x * 5 + y * 3 + random.nextInt(noise)) % 256;
				image.setRGB(x, y, level << 16 | (255 - level) << 8 | (level * 7 & 255));
			}
		return image;
	}

	/** @param sampling factors of the first component, 0 for those of the writer; @param restart 0 for none */
	public static byte[] encode(BufferedImage image, boolean progressive, int sampling, int restart) throws IOException {
		return encode(image, progressive, sampling, restart, 0.9f);
	}

	/** @param quality from 0 to 1 */
	public static byte[] encode(BufferedImage image, boolean progressive, int sampling, int restart, float quality)
			throws IOException {
		ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
			writer.setOutput(out);
			ImageWriteParam param = writer.getDefaultWriteParam();
			param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			param.setCompressionQuality(quality);
			if (progressive) param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
			IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), param);
			metadata.setFromTree(METADATA, changed(metadata, sampling, restart));
			writer.write(null, new IIOImage(image, null, metadata), param);
		} finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}

	private static IIOMetadataNode changed(IIOMetadata metadata, int sampling, int restart) {
		IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(METADATA);
		if (sampling != 0) {
			IIOMetadataNode first = (IIOMetadataNode) root.getElementsByTagName("componentSpec").item(0);
			first.setAttribute("HsamplingFactor", "" + sampling / 10);
			first.setAttribute("VsamplingFactor", "" + sampling % 10);
		}
		if (restart != 0) {
			IIOMetadataNode node = new IIOMetadataNode("dri");
			node.setAttribute("interval", "" + restart);
			root.getElementsByTagName("markerSequence").item(0).insertBefore(node,
					root.getElementsByTagName("sos").item(0));
		}
		return root;
	}
}
