package org.annotomy.dicom.part10;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes data elements in explicit VR little endian, with defined lengths and even values. */
final class DatasetEncoder {

	private static final int CHUNK = 256 << 10;
	private static final int MAX_SHORT_LENGTH = 0xfffe;

	private final OutputStream out;

	DatasetEncoder(OutputStream out) {
		this.out = out;
	}

	void write(DicomDataset dataset) throws IOException {
		for (DicomElement element : dataset.elements())
			write(element);
	}

	private void write(DicomElement element) throws IOException {
		if (Tag.element(element.tag()) == 0 && Tag.group(element.tag()) != 2) return; // group lengths are retired
		if (element.value() instanceof ItemSequence sequence) {
			byte[] items = encode(sequence);
			header(element.tag(), Vr.SQ, items.length);
			out.write(items);
		} else if (element.value() instanceof FragmentSequence fragments) {
			write(element, fragments);
		} else {
			write(element, element.bytes());
		}
	}

	private byte[] encode(ItemSequence sequence) throws IOException {
		ByteArrayOutputStream items = new ByteArrayOutputStream();
		for (DicomDataset item : sequence.items()) {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			new DatasetEncoder(bytes).write(item);
			items.write(little(8).putShort((short) 0xfffe).putShort((short) 0xe000).putInt(bytes.size()).array());
			bytes.writeTo(items);
		}
		return items.toByteArray();
	}

	private void write(DicomElement element, FragmentSequence fragments) throws IOException {
		header(element.tag(), element.vr(), 0xffffffffL);
		FragmentSequence.Walk walk = fragments.walk();
		item(walk.offsetTable());
		for (ByteSpan fragment : walk.fragments())
			item(fragment);
		out.write(little(8).putShort((short) 0xfffe).putShort((short) 0xe0dd).putInt(0).array());
	}

	private void item(ByteSpan bytes) throws IOException {
		long even = bytes.length() + (bytes.length() & 1);
		out.write(little(8).putShort((short) 0xfffe).putShort((short) 0xe000).putInt((int) even).array());
		copy(bytes, 1, false);
		if (even > bytes.length()) out.write(0);
	}

	private void write(DicomElement element, ByteSpan bytes) throws IOException {
		boolean odd = (bytes.length() & 1) != 0;
		header(element.tag(), element.vr(), bytes.length() + (odd ? 1 : 0));
		copy(bytes, element.vr().unitBytes(), element.bigEndian());
		if (odd) out.write(element.vr().padding());
	}

	/** A value too long for the 16-bit length of its VR is written as UN, PS3.5 6.2.2. */
	private void header(int tag, Vr vr, long length) throws IOException {
		if (length > 0xffffffffL - 1 && length != 0xffffffffL)
			throw new IOException(DicomDictionary.standard().describe(tag) + " is longer than DICOM can hold.");
		boolean asUnknown = !vr.hasLongLength() && length > MAX_SHORT_LENGTH;
		Vr written = asUnknown ? Vr.UN : vr;
		ByteBuffer header = little(written.hasLongLength() ? 12 : 8);
		header.putShort((short) Tag.group(tag)).putShort((short) Tag.element(tag));
		header.put((byte) written.name().charAt(0)).put((byte) written.name().charAt(1));
		if (written.hasLongLength()) header.putShort((short) 0).putInt((int) length);
		else header.putShort((short) length);
		out.write(header.array());
	}

	private void copy(ByteSpan bytes, int unit, boolean swap) throws IOException {
		byte[] chunk = new byte[(int) Math.min(CHUNK, bytes.length())];
		for (long at = 0; at < bytes.length(); at += chunk.length) {
			int count = (int) Math.min(chunk.length, bytes.length() - at);
			bytes.read(at, ByteBuffer.wrap(chunk, 0, count));
			if (swap && unit > 1) swap(chunk, count, unit);
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

	private static ByteBuffer little(int size) {
		return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
	}
}
