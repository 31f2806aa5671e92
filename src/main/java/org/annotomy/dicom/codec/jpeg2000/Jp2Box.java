package org.annotomy.dicom.codec.jpeg2000;

import org.annotomy.image.ImageFormatException;

/** The boxes of a JP2 file (ISO/IEC 15444-1 Annex I), which some programs put around the codestream although DICOM wants it bare. */
final class Jp2Box {

	private static final long SIGNATURE = 0x0000000c_6a502020L;
	private static final long CODESTREAM = 0x6a703263;

	private Jp2Box() {}

	/** Where the codestream is, in JP2 or bare; it begins with SOC. */
	static ByteReader codestream(byte[] encoded) throws ImageFormatException {
		ByteReader start = new ByteReader(encoded, 0, encoded.length);
		if (encoded.length < 12 || (start.u32() << 32 | start.u32()) != SIGNATURE)
			return new ByteReader(encoded, 0, encoded.length);
		ByteReader boxes = new ByteReader(encoded, 12, encoded.length);
		while (boxes.remaining() >= 8) {
			int from = boxes.position();
			long length = boxes.u32();
			long type = boxes.u32();
			if (length == 1) length = boxes.u32() << 32 | boxes.u32();
			if (type == CODESTREAM) return boxes.part(length == 0 ? boxes.remaining() : from + length - boxes.position());
			if (length == 0) break;
			if (length < 8 || length > encoded.length) throw ByteReader.cut();
			boxes.skipTo(from + length);
		}
		throw new ImageFormatException("The JP2 boxes hold no JPEG 2000 stream.");
	}
}
