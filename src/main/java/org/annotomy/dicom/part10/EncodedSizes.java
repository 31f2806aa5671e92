package org.annotomy.dicom.part10;

import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.Map;

/** How many bytes elements take in one encoding; each sequence is measured once. */
final class EncodedSizes {

	static final long DELIMITER = 8;
	static final long ITEM_HEADER = 8;
	private static final int MAX_SHORT_LENGTH = 0xfffe;
	private static final long MAX_LENGTH = 0xfffffffeL;

	private final Encoding encoding;
	private final Map<Object, Long> known = new IdentityHashMap<>();

	EncodedSizes(Encoding encoding) {
		this.encoding = encoding;
	}

	/** Group lengths are retired: read, but not written. */
	static boolean isWritten(DicomElement element) {
		return Tag.element(element.tag()) != 0 || Tag.group(element.tag()) == 2;
	}

	/** The content of a dataset or item, without the header of the item. */
	long of(DicomDataset dataset) throws IOException {
		Long size = known.get(dataset);
		if (size != null) return size;
		long sum = 0;
		for (DicomElement element : dataset.elements())
			if (isWritten(element)) sum += of(element);
		known.put(dataset, sum);
		return sum;
	}

	private long of(DicomElement element) throws IOException {
		long header = encoding.headerBytes(writtenVr(element));
		if (element.value() instanceof ItemSequence sequence)
			return header + of(sequence) + (isDelimited(sequence) ? DELIMITER : 0);
		if (element.value() instanceof FragmentSequence fragments) return header + of(fragments) + DELIMITER;
		return header + even(element.bytes().length());
	}

	/** All items with their headers and delimiters, without the delimiter of the sequence. */
	long of(ItemSequence sequence) throws IOException {
		Long size = known.get(sequence);
		if (size != null) return size;
		long sum = 0;
		for (DicomDataset item : sequence.items())
			sum += ITEM_HEADER + of(item) + (isDelimited(item) ? DELIMITER : 0);
		known.put(sequence, sum);
		return sum;
	}

	/** The offset table and all fragments, with their headers; an icon within an item may be compressed. */
	private static long of(FragmentSequence fragments) throws IOException {
		FragmentSequence.Walk walk = fragments.walk();
		long sum = FrameOffsets.itemBytes(walk.offsetTable());
		for (ByteSpan fragment : walk.fragments())
			sum += FrameOffsets.itemBytes(fragment);
		return sum;
	}

	/** As it was read, or because 32 bits cannot hold the length. */
	boolean isDelimited(ItemSequence sequence) throws IOException {
		return sequence.delimited() || of(sequence) > MAX_LENGTH;
	}

	/** As it was read, or because 32 bits cannot hold the length. */
	boolean isDelimited(DicomDataset item) throws IOException {
		return item.delimited() || of(item) > MAX_LENGTH;
	}

	/**
	 * The VR to write. A value too long for the 16-bit length of its VR becomes OW where the standard gives the choice, such as for lookup
	 * tables, else UN (PS3.5 6.2.2).
	 */
	Vr writtenVr(DicomElement element) {
		if (element.value() instanceof ItemSequence) return Vr.SQ;
		Vr vr = element.vr();
		if (!encoding.explicitVr() || vr.hasLongLength() || even(element.bytes().length()) <= MAX_SHORT_LENGTH) return vr;
		boolean words = (vr == Vr.US || vr == Vr.SS)
				&& DicomDictionary.standard().find(element.tag()).filter(e -> e.vr().endsWith("OW")).isPresent();
		return words ? Vr.OW : Vr.UN;
	}

	/** @throws IOException if 32 bits cannot hold the length */
	static long requireHoldable(int tag, long length) throws IOException {
		if (length > MAX_LENGTH)
			throw new IOException(DicomDictionary.standard().describe(tag) + " is longer than DICOM can hold.");
		return length;
	}

	static long even(long length) {
		return length + (length & 1);
	}
}
