package org.annotomy.dicom.codec;

import java.util.Arrays;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomElement;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.image.ImageFormatException;

/** The palette of a PALETTE COLOR image, plain or segmented (PS3.3 C.7.6.3.1.5, C.7.9.2). Indices outside it take its first or last colour. */
public final class Palette {

	private static final int[] DESCRIPTORS = {Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR,
			Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR, Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR};
	private static final int[] TABLES = {Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA, Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA,
			Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA};
	private static final int[] SEGMENTED = {Tag.SEGMENTED_RED_PALETTE_COLOR_LOOKUP_TABLE_DATA,
			Tag.SEGMENTED_GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA, Tag.SEGMENTED_BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA};

	private final int first;
	private final int[] argb;
	private final boolean signed;

	private Palette(int first, int[] argb, boolean signed) {
		this.first = first;
		this.argb = argb;
		this.signed = signed;
	}

	/** @throws ImageFormatException if a table is missing or broken */
	public static Palette of(DicomDataset dataset) throws ImageFormatException {
		boolean signed = dataset.integer(Tag.PIXEL_REPRESENTATION, 0) == 1;
		int[] descriptor = dataset.ints(DESCRIPTORS[0]);
		if (descriptor.length < 3) throw new ImageFormatException("The colour palette is missing.");
		int entries = LookupTable.entries(descriptor);
		int[][] channels = new int[3][];
		for (int channel = 0; channel < 3; channel++)
			channels[channel] = channel(dataset, channel, entries);
		int shift = isWide(dataset, channels) ? 8 : 0;
		int[] argb = new int[entries];
		for (int i = 0; i < entries; i++)
			argb[i] = 0xff000000 | byteOf(channels[0][i], shift) << 16 | byteOf(channels[1][i], shift) << 8
					| byteOf(channels[2][i], shift);
		return new Palette(signed ? (short) descriptor[1] : descriptor[1] & 0xffff, argb, signed);
	}

	private static int byteOf(int value, int shift) {
		return value >>> shift & 0xff;
	}

	/**
	 * Whether entries of 16 bits have them all. Old files state 16 bits and use 8; a colour that is nowhere bright says nothing by itself, so
	 * that all three decide together.
	 */
	private static boolean isWide(DicomDataset dataset, int[][] channels) {
		for (int channel = 0; channel < 3; channel++)
			if (dataset.ints(DESCRIPTORS[channel])[2] > 8 && Arrays.stream(channels[channel]).anyMatch(v -> v > 255)) return true;
		return false;
	}

	private static int[] channel(DicomDataset dataset, int channel, int entries) throws ImageFormatException {
		int[] descriptor = dataset.ints(DESCRIPTORS[channel]);
		if (descriptor.length < 3 || LookupTable.entries(descriptor) != entries)
			throw new ImageFormatException("The colours of the palette differ in length.");
		int[] values = dataset.has(SEGMENTED[channel])
				? segmented(element(dataset, SEGMENTED[channel]), descriptor[2], entries)
				: LookupTable.words(element(dataset, TABLES[channel]), descriptor[2], entries);
		if (values.length < entries)
			throw new ImageFormatException("The colour palette has " + values.length + " of " + entries + " entries.");
		return Arrays.copyOf(values, entries);
	}

	private static int[] segmented(DicomElement element, int bits, int entries) throws ImageFormatException {
		return LookupTable.expandSegments(LookupTable.segments(element, bits), entries, LookupTable.areBytes(element, bits));
	}

	private static DicomElement element(DicomDataset dataset, int tag) throws ImageFormatException {
		return dataset.element(tag).orElseThrow(() -> new ImageFormatException("The colour palette is incomplete."));
	}

	/** The index that the first colour stands for. */
	public int first() {
		return first;
	}

	/** The colours, opaque, from that of {@link #first} on; a copy. */
	public int[] argb() {
		return argb.clone();
	}

	int[] toArgb(Object indices) throws ImageFormatException {
		if (indices instanceof byte[] bytes) {
			int[] colors = new int[bytes.length];
			for (int i = 0; i < colors.length; i++)
				colors[i] = color(signed ? bytes[i] : bytes[i] & 0xff);
			return colors;
		}
		if (indices instanceof short[] shorts) {
			int[] colors = new int[shorts.length];
			for (int i = 0; i < colors.length; i++)
				colors[i] = color(signed ? shorts[i] : shorts[i] & 0xffff);
			return colors;
		}
		throw new ImageFormatException("A palette needs indices of 8 or 16 bits.");
	}

	private int color(int index) {
		return argb[Math.max(0, Math.min(argb.length - 1, index - first))];
	}
}
