package org.annotomy.dicom.codec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomElement;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.part10.Vr;
import org.annotomy.image.ImageFormatException;

/**
 * A modality or VOI lookup table (PS3.3 C.11.1.1, C.11.2.1.1). Input below the first mapped value takes the first entry, above the last
 * one the last.
 *
 * @param first the first mapped input
 * @param bits of the entries: 1 to 16
 */
public record LookupTable(int first, int[] values, int bits) {

	/** The first table of a sequence, if there is one. @param signed whether the input is signed */
	public static Optional<LookupTable> of(DicomDataset dataset, int sequence, boolean signed) throws ImageFormatException {
		Optional<DicomDataset> item = dataset.item(sequence);
		return item.isEmpty() ? Optional.empty() : Optional.of(of(item.get(), signed));
	}

	/** The table of an item of such a sequence. @param signed whether the input is signed */
	public static LookupTable of(DicomDataset item, boolean signed) throws ImageFormatException {
		int[] descriptor = item.ints(Tag.LUT_DESCRIPTOR);
		Optional<DicomElement> data = item.element(Tag.LUT_DATA);
		if (descriptor.length < 3 || data.isEmpty()) throw new ImageFormatException("A lookup table of the file is incomplete.");
		int entries = entries(descriptor);
		int[] values = words(data.get(), descriptor[2], entries);
		if (values.length < entries)
			throw new ImageFormatException("A lookup table of the file has " + values.length + " of " + entries + " entries.");
		int bits = Math.max(1, Math.min(16, descriptor[2]));
		return new LookupTable(signed ? (short) descriptor[1] : descriptor[1] & 0xffff, Arrays.copyOf(values, entries),
				bits);
	}

	public int apply(int input) {
		return values[(int) Math.max(0, Math.min(values.length - 1, (long) input - first))];
	}

	/** The first number of a descriptor; 0 stands for 65536. */
	static int entries(int[] descriptor) {
		int entries = descriptor[0] & 0xffff;
		return entries == 0 ? 1 << 16 : entries;
	}

	/** Table entries: 16-bit words, or bytes where 8-bit entries are packed without gaps. */
	static int[] words(DicomElement element, int bits, int entries) {
		boolean packed = bits <= 8 && element.bytes().length() < 2L * entries;
		return packed ? packedBytes(element) : words(element);
	}

	/** Segments of a palette: of 8 bits each unless every second byte is empty. */
	static int[] segments(DicomElement element, int bits) {
		return areBytes(element, bits) ? packedBytes(element) : words(element);
	}

	static boolean areBytes(DicomElement element, int bits) {
		return bits <= 8 && !hasEmptyHighBytes(bytes(element), element.bigEndian());
	}

	/** In words of big endian the first of two bytes stands second. */
	private static int[] packedBytes(DicomElement element) {
		byte[] bytes = bytes(element);
		int swap = element.bigEndian() && element.vr() == Vr.OW && bytes.length % 2 == 0 ? 1 : 0;
		int[] values = new int[bytes.length];
		for (int i = 0; i < values.length; i++)
			values[i] = bytes[i ^ swap] & 0xff;
		return values;
	}

	private static int[] words(DicomElement element) {
		byte[] bytes = bytes(element);
		int low = element.bigEndian() ? 1 : 0;
		int[] values = new int[bytes.length / 2];
		for (int i = 0; i < values.length; i++)
			values[i] = bytes[2 * i + low] & 0xff | (bytes[2 * i + 1 - low] & 0xff) << 8;
		return values;
	}

	private static byte[] bytes(DicomElement element) {
		try {
			return element.bytes().toArray();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static boolean hasEmptyHighBytes(byte[] bytes, boolean bigEndian) {
		for (int i = bigEndian ? 0 : 1; i < bytes.length; i += 2)
			if (bytes[i] != 0) return false;
		return true;
	}

	/** Segments of PS3.3 C.7.9.2: 0 discrete, 1 linear, 2 indirect (an earlier segment again). @param bytes whether they are of 8 bits */
	static int[] expandSegments(int[] data, int entries, boolean bytes) throws ImageFormatException {
		int[] table = new int[entries];
		int filled = 0;
		int at = 0;
		while (at + 1 < data.length && filled < entries) {
			int length = data[at + 1];
			if (data[at] == 2) {
				if (at + (bytes ? 5 : 3) >= data.length) break;
				filled = expandIndirect(data, length, offset(data, at + 2, bytes), table, filled);
				at += bytes ? 6 : 4;
			} else {
				filled = expandSegment(data, at, table, filled);
				at += data[at] == 0 ? 2 + length : 3;
			}
		}
		if (filled < entries)
			throw new ImageFormatException("The segmented colour palette fills " + filled + " of " + entries + " entries.");
		return table;
	}

	/** Counted in bytes, the low half first: four bytes, or two words. */
	private static int offset(int[] data, int at, boolean bytes) {
		if (bytes) return data[at] | data[at + 1] << 8 | data[at + 2] << 16 | data[at + 3] << 24;
		return (data[at + 1] << 16 | data[at]) / 2;
	}

	private static int expandIndirect(int[] data, int segments, int from, int[] table, int start) throws ImageFormatException {
		int filled = start;
		int at = from;
		for (int i = 0; i < segments && filled < table.length; i++) {
			if (at < 0 || at + 1 >= data.length || data[at] > 1)
				throw new ImageFormatException("The segmented colour palette points outside itself.");
			filled = expandSegment(data, at, table, filled);
			at += data[at] == 0 ? 2 + data[at + 1] : 3;
		}
		return filled;
	}

	private static int expandSegment(int[] data, int at, int[] table, int start) throws ImageFormatException {
		int length = Math.min(data[at + 1], table.length - start);
		if (data[at] > 1 || length == 0 || at + 2 + (data[at] == 0 ? length : 1) > data.length)
			throw new ImageFormatException("The segmented colour palette is broken.");
		if (data[at] == 0) {
			System.arraycopy(data, at + 2, table, start, length);
			return start + length;
		}
		int before = start == 0 ? data[at + 2] : table[start - 1];
		for (int i = 0; i < length; i++)
			table[start + i] = before + (int) Math.round((data[at + 2] - before) * (i + 1d) / data[at + 1]);
		return start + length;
	}
}
