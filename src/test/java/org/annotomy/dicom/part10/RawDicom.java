package org.annotomy.dicom.part10;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Puts DICOM bytes together one by one, right or wrong, for tests of the reader. */
final class RawDicom {

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
	private final boolean explicit;
	private final ByteOrder order;

	private RawDicom(boolean explicit, ByteOrder order) {
		this.explicit = explicit;
		this.order = order;
	}

	static RawDicom implicit() {
		return new RawDicom(false, ByteOrder.LITTLE_ENDIAN);
	}

	static RawDicom explicit() {
		return new RawDicom(true, ByteOrder.LITTLE_ENDIAN);
	}

	static RawDicom bigEndian() {
		return new RawDicom(true, ByteOrder.BIG_ENDIAN);
	}

	/** A whole file: preamble, meta information with this transfer syntax, then the data. */
	static ByteSource file(String transferSyntax, byte[] data) {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		file.writeBytes(new byte[128]);
		file.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
		file.writeBytes(explicit().element(Tag.TRANSFER_SYNTAX_UID, "UI", pad(transferSyntax)).bytes());
		file.writeBytes(data);
		return ByteSource.of(file.toByteArray());
	}

	static byte[] pad(String text) {
		return (text.length() % 2 == 0 ? text : text + "\0").getBytes(StandardCharsets.ISO_8859_1);
	}

	RawDicom element(int tag, String vr, byte[] value) {
		header(tag, vr, value.length);
		bytes.writeBytes(value);
		return this;
	}

	RawDicom element(int tag, String vr, String value) {
		return element(tag, vr, pad(value));
	}

	/** Tag, VR and any length, without a value. */
	RawDicom header(int tag, String vr, long length) {
		tag(tag);
		if (explicit && Tag.group(tag) != 0xfffe) {
			bytes.writeBytes(vr.getBytes(StandardCharsets.US_ASCII));
			Vr known = Vr.of(vr.charAt(0), vr.charAt(1));
			if (known == null || !known.hasLongLength()) return u16((int) length);
			u16(0);
		}
		return u32(length);
	}

	/** An item or delimiter. */
	RawDicom item(int tag, long length) {
		return tag(tag).u32(length);
	}

	RawDicom raw(byte[] some) {
		bytes.writeBytes(some);
		return this;
	}

	private RawDicom tag(int tag) {
		return u16(Tag.group(tag)).u16(Tag.element(tag));
	}

	RawDicom u16(int value) {
		bytes.writeBytes(ByteBuffer.allocate(2).order(order).putShort((short) value).array());
		return this;
	}

	RawDicom u32(long value) {
		bytes.writeBytes(ByteBuffer.allocate(4).order(order).putInt((int) value).array());
		return this;
	}

	byte[] bytes() {
		return bytes.toByteArray();
	}
}
