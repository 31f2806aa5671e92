package org.annotomy.dicom.conformance;

import java.io.IOException;
import java.security.MessageDigest;

import org.annotomy.dicom.codec.PixelFormat;
import org.annotomy.dicom.part10.DicomElement;
import org.annotomy.dicom.part10.DicomFile;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.part10.Vr;

/**
 * Two places where a widespread decoder (pydicom 2.3) is not by the standard, recognised by its very result: the digest of a manifest is
 * then that of the bytes as they stand in the file. Only uncompressed pixel data is looked at.
 */
final class StandardOverManifest {

	private StandardOverManifest() {}

	/** Why the digest is not that of the samples, or null if it is not one of the two cases. */
	static String reason(DicomFile file, PixelFormat format, String digest) throws IOException {
		DicomElement element = file.dataset().element(Tag.PIXEL_DATA).orElse(null);
		if (element == null || element.bytes().length() == 0 || format.real() || format.bitsAllocated() % 8 != 0) return null;
		long length = format.frameBytes() * format.frames();
		if (length > element.bytes().length() || length > Integer.MAX_VALUE - 16) return null;
		byte[] bytes = java.util.Arrays.copyOf(element.bytes().toArray(), (int) length);
		if (element.bigEndian()) reverse(bytes, format.bitsAllocated() / 8);
		MessageDigest sha = SampleDigest.sha256();
		if (!SampleDigest.hex(sha.digest(bytes)).equals(digest)) return null;
		if (element.bigEndian() && element.vr() == Vr.OW && format.bitsAllocated() == 8)
			return "its digest is that of the bytes in the order of the file, but 8-bit samples stored as OW in big endian are words: "
					+ "the first sample of two is in the second byte (PS3.5 8.1.1, A.3)";
		if (format.bitsStored() < format.bitsAllocated())
			return "its digest is that of whole words, but bits above High Bit or beyond Bits Stored are no part of a sample (PS3.5 8.1.1)";
		return null;
	}

	private static void reverse(byte[] bytes, int size) {
		for (int from = 0; from + size <= bytes.length; from += size)
			for (int i = 0; i < size / 2; i++) {
				byte kept = bytes[from + i];
				bytes[from + i] = bytes[from + size - 1 - i];
				bytes[from + size - 1 - i] = kept;
			}
	}
}
