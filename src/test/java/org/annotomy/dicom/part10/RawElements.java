package org.annotomy.dicom.part10;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Little-endian bytes of elements, put together by hand. */
final class RawElements {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	RawElements element(int tag, String vr, long length, byte... value) {
		ByteBuffer header = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
		header.putShort((short) Tag.group(tag)).putShort((short) Tag.element(tag))
				.put(vr.getBytes(StandardCharsets.US_ASCII));
		if (isLong(vr)) header.putShort((short) 0).putInt((int) length);
		else header.putShort((short) length);
		out.write(header.array(), 0, header.position());
		out.writeBytes(value);
		return this;
	}

	private static boolean isLong(String letters) {
		Vr vr = Vr.of(letters.charAt(0), letters.charAt(1));
		return vr != null && vr.hasLongLength();
	}

	/** An element without VR. */
	RawElements implicit(int tag, byte... value) {
		mark(tag, value.length);
		out.writeBytes(value);
		return this;
	}

	RawElements mark(int tag, long length) {
		ByteBuffer header = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
		out.writeBytes(
				header.putShort((short) Tag.group(tag)).putShort((short) Tag.element(tag)).putInt((int) length).array());
		return this;
	}

	byte[] out(byte[] content) {
		out.writeBytes(content);
		return out.toByteArray();
	}

	byte[] file() throws IOException {
		return file(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, out.toByteArray());
	}

	static byte[] file(String syntax, byte[] rest) throws IOException {
		byte[] whole = DicomWriter
				.toBytes(DicomDataset.builder().set("SOPClassUID", "1.2").set("SOPInstanceUID", "1.3").build());
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		file.write(whole, 0, 132);
		new DatasetEncoder(file, Encoding.EXPLICIT_LITTLE)
				.write(DicomDataset.builder().set(Tag.TRANSFER_SYNTAX_UID, syntax).build());
		file.write(rest);
		return file.toByteArray();
	}
}
