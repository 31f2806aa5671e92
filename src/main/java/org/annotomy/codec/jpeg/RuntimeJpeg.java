package org.annotomy.codec.jpeg;

import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

import org.annotomy.image.ImageFormatException;

/**
 * 8-bit JPEG by the reader of the Java runtime, as raw samples. That reader is chosen by its class, because other plug-ins re-order the
 * registry; and {@code readRaster} is used, because {@code read} guesses colours.
 */
public final class RuntimeJpeg {

	private static final String READER = "com.sun.imageio.plugins.jpeg.JPEGImageReaderSpi";
	/** libjpeg goes on behind these with whatever it has; its other warnings are about bytes that do not matter. */
	private static final List<String> LOST_DATA = List.of("premature end of data segment", "bad Huffman code");
	private static final int MAX_SCANS = 512;

	private RuntimeJpeg() {}

	/** Streams whose colours are half as high but as wide are not for it: their samples would depend on which libjpeg the runtime has. */
	public static boolean suits(JpegHeader header) {
		boolean dct = header.process() >= JpegHeader.BASELINE && header.process() <= JpegHeader.PROGRESSIVE;
		if (!dct || header.precision() != 8) return false;
		JpegComponent first = header.components().get(0);
		return header.components().stream()
				.noneMatch(c -> c.vertical() != first.vertical() && c.horizontal() == first.horizontal());
	}

	/**
	 * @param header of the stream, of the expected size
	 * @throws ImageFormatException if the stream is broken, the reader does not take it, or there is none
	 */
	public static byte[] decode(byte[] encoded, JpegHeader header) throws ImageFormatException {
		requireFewScans(encoded);
		ImageReader reader = newReader();
		List<String> warnings = new ArrayList<>();
		reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
		try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(encoded))) {
			reader.setInput(in, true, true);
			byte[] samples = samples(reader.readRaster(0, null), header);
			if (warnings.stream().anyMatch(w -> LOST_DATA.stream().anyMatch(w::contains)))
				throw new ImageFormatException("The JPEG stream is broken or cut short.");
			return samples;
		} catch (RuntimeException | IOException e) {
			throw e instanceof ImageFormatException known ? known : new ImageFormatException("The JPEG stream is broken.", e);
		} finally {
			reader.dispose();
		}
	}

	/** Each scan of a progressive stream may go over the whole image with hardly a byte. */
	private static void requireFewScans(byte[] encoded) throws ImageFormatException {
		int scans = 0;
		for (int i = 0; i + 1 < encoded.length; i++)
			if (encoded[i] == -1 && (encoded[i + 1] & 0xff) == 0xda && ++scans > MAX_SCANS)
				throw new ImageFormatException("The JPEG stream has too many scans.");
	}

	/** The runtime's own reader, whatever other plug-ins have registered. @throws ImageFormatException if there is none */
	public static ImageReader newReader() throws ImageFormatException {
		Iterator<ImageReaderSpi> all = IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, false);
		while (all.hasNext()) {
			ImageReaderSpi spi = all.next();
			if (!spi.getClass().getName().equals(READER)) continue;
			try {
				return spi.createReaderInstance();
			} catch (IOException e) {
				throw new ImageFormatException("This Java's JPEG reader does not start.", e);
			}
		}
		throw new ImageFormatException("This Java has no JPEG reader.");
	}

	private static byte[] samples(Raster raster, JpegHeader header) throws ImageFormatException {
		int bands = header.components().size();
		if (raster.getWidth() != header.columns() || raster.getHeight() != header.rows() || raster.getNumBands() != bands)
			throw new ImageFormatException("The JPEG stream has another size than the file states.");
		int count = Math.toIntExact(header.sampleCount());
		if (raster.getDataBuffer() instanceof DataBufferByte bytes && isInterleaved(raster, bands) && bytes.getSize() == count)
			return bytes.getData();
		byte[] samples = new byte[count];
		int[] pixels = raster.getPixels(0, 0, raster.getWidth(), raster.getHeight(), (int[]) null);
		for (int i = 0; i < count; i++)
			samples[i] = (byte) pixels[i];
		return samples;
	}

	private static boolean isInterleaved(Raster raster, int bands) {
		if (!(raster.getSampleModel() instanceof PixelInterleavedSampleModel model)) return false;
		int[] offsets = model.getBandOffsets();
		for (int band = 0; band < offsets.length; band++)
			if (offsets[band] != band) return false;
		return model.getPixelStride() == bands;
	}
}
