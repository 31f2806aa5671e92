package org.annotomy.dicom.codec;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomDictionary;
import org.annotomy.dicom.part10.FragmentSequence;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.image.ImageFormatException;

/**
 * What the image pixel module (PS3.3 C.7.6.3) says of the samples. All numbers are checked.
 *
 * @param samples per pixel: 1 or 3
 * @param bitsAllocated 1, 8, 16, 32 or 64
 * @param planar whether native frames hold all red, then all green, then all blue samples
 * @param photometric Photometric Interpretation
 * @param real whether samples are floating point numbers (Float or Double Float Pixel Data)
 */
public record PixelFormat(int rows, int columns, int samples, int bitsAllocated, int bitsStored, int highBit, boolean signed,
		boolean planar, String photometric, boolean real, int frames) {

	private static final long MAX_FRAME_BYTES = Integer.MAX_VALUE - 16;

	/** @throws ImageFormatException if an element is missing or holds what cannot be */
	public static PixelFormat of(DicomDataset dataset) throws ImageFormatException {
		boolean floats = dataset.has(Tag.FLOAT_PIXEL_DATA);
		boolean real = floats || dataset.has(Tag.DOUBLE_FLOAT_PIXEL_DATA);
		int rows = required(dataset, Tag.ROWS, 1, 65535);
		int columns = required(dataset, Tag.COLUMNS, 1, 65535);
		int samples = dataset.integer(Tag.SAMPLES_PER_PIXEL, 1);
		if (samples != 1 && samples != 3)
			throw new ImageFormatException("Images with " + samples + " samples per pixel are not supported; DICOM has 1 or 3.");
		int allocated = real ? floats ? 32 : 64 : required(dataset, Tag.BITS_ALLOCATED, 1, 64);
		int stored = real ? allocated : dataset.integer(Tag.BITS_STORED, allocated);
		int high = real ? allocated - 1 : dataset.integer(Tag.HIGH_BIT, stored - 1);
		requireBits(allocated, stored, real);
		if (high < stored - 1 || high >= allocated) high = stored - 1;
		int frames = frames(dataset);
		String photometric = dataset.string(Tag.PHOTOMETRIC_INTERPRETATION, samples == 3 ? "RGB" : "MONOCHROME2");
		PixelFormat format = new PixelFormat(rows, columns, samples, allocated, stored, high,
				dataset.integer(Tag.PIXEL_REPRESENTATION, 0) == 1, dataset.integer(Tag.PLANAR_CONFIGURATION, 0) == 1, photometric,
				real, frames);
		if (format.sampleCount() * Math.max(1, allocated / 8) > MAX_FRAME_BYTES)
			throw new ImageFormatException("A frame of " + columns + " × " + rows + " pixels is too large to be held in memory.");
		return format;
	}

	private static int frames(DicomDataset dataset) throws ImageFormatException {
		int frames = Math.max(1, dataset.integer(Tag.NUMBER_OF_FRAMES, 1));
		if (frames > FragmentSequence.MAX_FRAGMENTS)
			throw new ImageFormatException("The file states " + frames + " frames; more than " + FragmentSequence.MAX_FRAGMENTS
					+ " are not opened.");
		return frames;
	}

	private static int required(DicomDataset dataset, int tag, int min, int max) throws ImageFormatException {
		double value = dataset.number(tag, Double.NaN);
		if (Double.isNaN(value))
			throw new ImageFormatException("The image lacks " + DicomDictionary.standard().describe(tag) + ".");
		if (value < min || value > max)
			throw new ImageFormatException(
					"The image states a " + DicomDictionary.standard().describe(tag) + " of " + (long) value
							+ ", which is not between " + min + " and " + max + ".");
		return (int) value;
	}

	private static void requireBits(int allocated, int stored, boolean real) throws ImageFormatException {
		boolean known = allocated == 1 || allocated == 8 || allocated == 16 || allocated == 32 || real;
		if (!known || stored < 1 || stored > allocated)
			throw new ImageFormatException("Samples of " + stored + " bits in " + allocated + " are not supported.");
	}

	public int pixels() {
		return rows * columns;
	}

	/** Samples of one frame. */
	public long sampleCount() {
		return (long) rows * columns * samples;
	}

	/** Bytes of one native frame; for 1-bit samples rounded up. */
	public long frameBytes() {
		return (sampleCount() * bitsAllocated + 7) / 8;
	}

	/** An array for the samples of one frame: {@code byte[]}, {@code short[]}, {@code int[]}, {@code float[]} or {@code double[]}. */
	public Object newFrame() {
		int length = (int) sampleCount();
		return switch (bitsAllocated) {
			case 1, 8 -> new byte[length];
			case 16 -> new short[length];
			case 32 -> real ? new float[length] : new int[length];
			default -> new double[length];
		};
	}

	/** Of another size, else the same. */
	PixelFormat ofSize(int otherRows, int otherColumns) {
		return new PixelFormat(otherRows, otherColumns, samples, bitsAllocated, bitsStored, highBit, signed, planar, photometric,
				real, frames);
	}

	/** With the stored bits at the lower end of the allocated ones. */
	PixelFormat lowAligned() {
		return new PixelFormat(rows, columns, samples, bitsAllocated, bitsStored, bitsStored - 1, signed, planar, photometric,
				real,
				frames);
	}

	PixelFormat withAllBits() {
		return new PixelFormat(rows, columns, samples, bitsAllocated, bitsAllocated, bitsAllocated - 1, signed, planar,
				photometric, real,
				frames);
	}

	PixelFormat singleFrame() {
		return new PixelFormat(rows, columns, samples, bitsAllocated, bitsStored, highBit, signed, planar, photometric, real, 1);
	}
}
