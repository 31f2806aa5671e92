package org.annotomy.dicom.part10;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes data elements in any of the encodings of PS3.5 Annex A: even values, sequences with lengths or delimiters as they were read. */
final class DatasetEncoder {

	private static final int CHUNK = 256 << 10;
	private static final long UNDEFINED = 0xffffffffL;

	private final OutputStream out;
	private final Encoding encoding;
	private final EncodedSizes sizes;
	private final ByteBuffer header;

	DatasetEncoder(OutputStream out, Encoding encoding) {
		this.out = out;
		this.encoding = encoding;
		this.sizes = new EncodedSizes(encoding);
		this.header = ByteBuffer.allocate(12).order(encoding.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
	}

	void write(DicomDataset dataset) throws IOException {
		for (DicomElement element : dataset.elements())
			if (EncodedSizes.isWritten(element)) write(element, dataset);
	}

	/** Leaves out what is no part of a dataset, such as meta information. */
	void writeTopLevel(DicomDataset dataset) throws IOException {
		for (DicomElement element : dataset.elements())
			if (Tag.isOfDataset(element.tag()) && EncodedSizes.isWritten(element)) write(element, dataset);
	}

	private void write(DicomElement element, DicomDataset dataset) throws IOException {
		if (element.value() instanceof ItemSequence sequence) write(element.tag(), sequence);
		else if (element.value() instanceof FragmentSequence fragments) write(element, fragments);
		else
			if (element.value() instanceof BulkReference)
				throw new IOException(
						DicomDictionary.standard().describe(element.tag())
								+ " was not retrieved, so the object cannot be written.");
			else
				writeBytes(element, dataset);
	}

	private void write(int tag, ItemSequence sequence) throws IOException {
		boolean delimited = sizes.isDelimited(sequence);
		header(tag, Vr.SQ, delimited ? UNDEFINED : sizes.of(sequence));
		for (DicomDataset item : sequence.items()) {
			boolean itemDelimited = sizes.isDelimited(item);
			mark(Tag.ITEM, itemDelimited ? UNDEFINED : sizes.of(item));
			write(item);
			if (itemDelimited) mark(Tag.ITEM_DELIMITER, 0);
		}
		if (delimited) mark(Tag.SEQUENCE_DELIMITER, 0);
	}

	private void write(DicomElement element, FragmentSequence fragments) throws IOException {
		header(element.tag(), element.vr(), UNDEFINED);
		FragmentSequence.Walk walk = fragments.walk();
		fragment(walk.offsetTable());
		for (ByteSpan fragment : walk.fragments())
			fragment(fragment);
		mark(Tag.SEQUENCE_DELIMITER, 0);
	}

	private void fragment(ByteSpan bytes) throws IOException {
		mark(Tag.ITEM, EncodedSizes.even(bytes.length()));
		copy(bytes, 1, false);
		if ((bytes.length() & 1) != 0) out.write(0);
	}

	private void writeBytes(DicomElement element, DicomDataset dataset) throws IOException {
		ByteSpan bytes = element.bytes();
		Vr written = sizes.writtenVr(element);
		header(element.tag(), written,
				EncodedSizes.requireHoldable(element.tag(), EncodedSizes.even(bytes.length())));
		// PS3.5 6.2.2 note: the value of UN is little endian whatever surrounds it.
		boolean big = encoding.bigEndian() && written != Vr.UN;
		copy(bytes, swappedUnit(element, dataset), element.bigEndian() != big);
		if ((bytes.length() & 1) != 0) out.write(element.vr().padding());
	}

	/** The bytes of an element in little endian, whatever the file had. */
	static byte[] littleEndian(DicomElement element, DicomDataset dataset) throws IOException {
		byte[] bytes = element.bytes().toArray();
		if (element.bigEndian()) swap(bytes, bytes.length, swappedUnit(element, dataset));
		return bytes;
	}

	/** Words of pixel data are swapped as the samples that they make up, as other readers do it. */
	private static int swappedUnit(DicomElement element, DicomDataset dataset) {
		boolean pixels = element.tag() == Tag.PIXEL_DATA && element.vr() == Vr.OW;
		int bits = pixels ? dataset.integer(Tag.BITS_ALLOCATED, 16) : 0;
		return bits == 32 || bits == 64 ? bits / 8 : element.vr().unitBytes();
	}

	private void header(int tag, Vr vr, long length) throws IOException {
		header.clear().putShort((short) Tag.group(tag)).putShort((short) Tag.element(tag));
		if (encoding.explicitVr()) {
			header.put((byte) vr.name().charAt(0)).put((byte) vr.name().charAt(1));
			if (vr.hasLongLength()) header.putShort((short) 0).putInt((int) length);
			else header.putShort((short) length);
		} else {
			header.putInt((int) length);
		}
		out.write(header.array(), 0, header.position());
	}

	/** An item or a delimiter. */
	private void mark(int tag, long length) throws IOException {
		header.clear().putShort((short) Tag.group(tag)).putShort((short) Tag.element(tag)).putInt((int) length);
		out.write(header.array(), 0, header.position());
	}

	private void copy(ByteSpan bytes, int unit, boolean swap) throws IOException {
		byte[] chunk = new byte[(int) Math.min(CHUNK, bytes.length())];
		for (long at = 0; at < bytes.length(); at += chunk.length) {
			int count = (int) Math.min(chunk.length, bytes.length() - at);
			bytes.read(at, ByteBuffer.wrap(chunk, 0, count));
			if (swap) swap(chunk, count, unit);
			out.write(chunk, 0, count);
		}
	}

	private static void swap(byte[] bytes, int count, int unit) {
		for (int start = 0; start + unit <= count; start += unit)
			for (int low = start, high = start + unit - 1; low < high; low++, high--) {
				byte kept = bytes[low];
				bytes[low] = bytes[high];
				bytes[high] = kept;
			}
	}
}
