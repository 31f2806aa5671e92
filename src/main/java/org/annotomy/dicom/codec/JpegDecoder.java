package org.annotomy.dicom.codec;

import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Set;

import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

import org.annotomy.dicom.part10.TransferSyntax;
import org.annotomy.image.ImageFormatException;

/**
 * 8-bit JPEG by the JDK's reader, as raw samples. That reader is chosen by its class, because other plug-ins re-order the registry; and
 * {@code readRaster} is used, because {@code read} guesses colours.
 */
final class JpegDecoder implements FrameDecoder {

	private static final String READER = "com.sun.imageio.plugins.jpeg.JPEGImageReaderSpi";
	private static final int BASELINE = 0xc0;
	private static final int PROGRESSIVE = 0xc2;
	/** A block of 64 equal samples takes a few bits; what claims much less is not believed. */
	private static final long MAX_RATIO = 4000;

	@Override
	public Set<String> transferSyntaxes() {
		return Set.of(TransferSyntax.JPEG_BASELINE, TransferSyntax.JPEG_EXTENDED);
	}

	@Override
	public FrameSamples decode(byte[] encoded, PixelFormat format) throws IOException {
		JpegHeader header = JpegHeader.of(encoded);
		requireSupported(header, format, encoded.length);
		byte[] samples = decodeRaster(encoded, format);
		String photometric = header.photometric();
		if (photometric == null) photometric = format.photometric().startsWith("YBR") ? "YBR_FULL" : format.photometric();
		if (format.bitsAllocated() == 8) return new FrameSamples(samples, photometric);
		return new FrameSamples(widened(samples), photometric);
	}

	private static void requireSupported(JpegHeader header, PixelFormat format, int length) throws ImageFormatException {
		if (header.precision() != 8 || header.process() < BASELINE || header.process() > PROGRESSIVE)
			throw new ImageFormatException(
					(header.process() == 0xc3 ? "Lossless JPEG" : "JPEG with " + header.precision() + " bits")
							+ " is not supported yet. Convert the file to an uncompressed transfer syntax first.");
		if (header.rows() != format.rows() || header.columns() != format.columns() || header.components() != format.samples())
			throw new ImageFormatException("The JPEG stream has " + header.columns() + " × " + header.rows() + " pixels of "
					+ header.components() + " samples, but the file states " + format.columns() + " × " + format.rows() + " of "
					+ format.samples() + ".");
		if (format.bitsAllocated() != 8 && format.bitsAllocated() != 16)
			throw new ImageFormatException("An 8-bit JPEG stream does not fit " + format.bitsAllocated() + " bits per sample.");
		if (format.sampleCount() > MAX_RATIO * length)
			throw new ImageFormatException("The JPEG stream is too short for the size of the image.");
	}

	private static byte[] decodeRaster(byte[] encoded, PixelFormat format) throws IOException {
		ImageReader reader = newReader();
		try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(encoded))) {
			reader.setInput(in, true, true);
			return samples(reader.readRaster(0, null), format);
		} catch (RuntimeException e) {
			throw new ImageFormatException("The JPEG stream is broken.", e);
		} catch (IOException e) {
			throw e instanceof ImageFormatException ? e : new ImageFormatException("The JPEG stream is broken.", e);
		} finally {
			reader.dispose();
		}
	}

	private static ImageReader newReader() throws IOException {
		Iterator<ImageReaderSpi> all = IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, false);
		while (all.hasNext()) {
			ImageReaderSpi spi = all.next();
			if (spi.getClass().getName().equals(READER)) return spi.createReaderInstance();
		}
		throw new ImageFormatException("This Java has no JPEG reader.");
	}

	private static byte[] samples(Raster raster, PixelFormat format) throws ImageFormatException {
		int count = (int) format.sampleCount();
		if (raster.getWidth() != format.columns() || raster.getHeight() != format.rows()
				|| raster.getNumBands() != format.samples())
			throw new ImageFormatException("The JPEG stream has another size than the file states.");
		if (raster.getDataBuffer() instanceof DataBufferByte bytes && isInterleaved(raster, format) && bytes.getSize() == count)
			return bytes.getData();
		byte[] samples = new byte[count];
		int[] pixels = raster.getPixels(0, 0, raster.getWidth(), raster.getHeight(), (int[]) null);
		for (int i = 0; i < count; i++)
			samples[i] = (byte) pixels[i];
		return samples;
	}

	private static boolean isInterleaved(Raster raster, PixelFormat format) {
		if (!(raster.getSampleModel() instanceof PixelInterleavedSampleModel model)) return false;
		int[] offsets = model.getBandOffsets();
		for (int band = 0; band < offsets.length; band++)
			if (offsets[band] != band) return false;
		return model.getPixelStride() == format.samples();
	}

	private static short[] widened(byte[] samples) {
		short[] wide = new short[samples.length];
		for (int i = 0; i < wide.length; i++)
			wide[i] = (short) (samples[i] & 0xff);
		return wide;
	}
}
