package org.annotomy.dicom.codec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

import org.annotomy.dicom.SyntheticSlice;
import org.annotomy.dicom.part10.DicomDatasetBuilder;
import org.annotomy.dicom.part10.DicomWriter;

/**
 * A frame made up for tests of decoders: a body of smooth ramps with noise, a flat disc, flat surroundings, and both ends of the range.
 *
 * @param samples per pixel
 */
public record SyntheticFrame(int rows, int columns, int samples, int bitsAllocated, int bitsStored, boolean signed) {

	/** {@code byte[]} or {@code short[]}, the samples of a pixel side by side. */
	public Object pixels() {
		Random random = new Random(31L * rows + columns + bitsStored);
		short[] values = new short[rows * columns * samples];
		int range = 1 << bitsStored;
		int low = signed ? -range / 2 : 0;
		for (int y = 0, i = 0; y < rows; y++)
			for (int x = 0; x < columns; x++)
				for (int c = 0; c < samples; c++, i++)
					values[i] = (short) (low + Math.min(range - 1, Math.max(0, level(x, y, c, range, random))));
		if (values.length > 20) {
			values[values.length - 3] = (short) low;
			values[values.length - 2] = (short) (low + range - 1);
		}
		return bitsAllocated == 8 ? bytes(values) : values;
	}

	private int level(int x, int y, int c, int range, Random random) {
		double dx = (x - columns / 2d) / (columns / 2d);
		double dy = (y - rows / 2d) / (rows / 2d);
		double radius = Math.hypot(dx, dy);
		if (radius > 0.95) return 0;
		if (Math.hypot(dx - 0.3, dy) < 0.25) return (int) (range * (0.6 + 0.1 * c));
		double noise = random.nextGaussian() * range / 256;
		return (int) (range * (0.3 + 0.2 * dx + 0.1 * (c + 1) * dy * dy) + noise);
	}

	private static byte[] bytes(short[] values) {
		byte[] bytes = new byte[values.length];
		for (int i = 0; i < bytes.length; i++)
			bytes[i] = (byte) values[i];
		return bytes;
	}

	public PixelFormat format() {
		return new PixelFormat(rows, columns, samples, bitsAllocated, bitsStored, bitsStored - 1, signed, false,
				samples == 3 ? "RGB" : "MONOCHROME2", false, 1);
	}

	/** As an uncompressed DICOM file. */
	public Path write(Path file) throws IOException {
		DicomDatasetBuilder dataset = SyntheticSlice.at(0, 1).set("SOPClassUID", "1.2.840.10008.5.1.4.1.1.7")
				.set("Modality", "OT")
				.set("Rows", rows).set("Columns", columns).set("SamplesPerPixel", samples).set("BitsAllocated", bitsAllocated)
				.set("BitsStored", bitsStored).set("HighBit", bitsStored - 1).set("PixelRepresentation", signed ? 1 : 0);
		if (samples == 3) dataset.set("PhotometricInterpretation", "RGB").set("PlanarConfiguration", 0);
		Object pixels = pixels();
		if (pixels instanceof byte[] bytes) dataset.pixels(bytes);
		else dataset.pixels((short[]) pixels);
		DicomWriter.write(dataset.build(), file);
		return file;
	}

	@Override
	public String toString() {
		return columns + "x" + rows + "x" + samples + " " + (signed ? "s" : "u") + bitsStored + "/" + bitsAllocated;
	}
}
