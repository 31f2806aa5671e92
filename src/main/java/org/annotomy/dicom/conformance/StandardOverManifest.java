package org.annotomy.dicom.conformance;

import java.io.IOException;
import java.util.Arrays;

import org.annotomy.dicom.codec.FrameReader;
import org.annotomy.dicom.codec.PixelFormat;
import org.annotomy.dicom.part10.DicomElement;
import org.annotomy.dicom.part10.DicomFile;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.part10.Vr;
import org.annotomy.digest.Sha256;

/**
 * Places where widespread decoders (pydicom 2.3, GDCM) are not by the standard, recognised by their very result: the digest of a manifest
 * is then that of the bytes as they stand in the file, or of samples that lack their sign.
 */
final class StandardOverManifest {

	private StandardOverManifest() {}

	/** Why the digest is not that of the samples, or null if it is not one of these cases. */
	static String reason(DicomFile file, FrameReader reader, String digest) throws IOException {
		String plain = ofNative(file, reader.format(), digest);
		return plain == null && isWithoutSign(reader, digest)
				? "its digest is that of samples whose sign is not extended from High Bit (PS3.5 8.1.1)"
				: plain;
	}

	private static boolean isWithoutSign(FrameReader reader, String digest) throws IOException {
		PixelFormat format = reader.format();
		if (!format.signed() || format.real() || format.bitsAllocated() != 16 || format.bitsStored() == 16) return false;
		SampleDigest unsigned = new SampleDigest(format.samples(), false);
		for (int i = 0; i < format.frames(); i++) {
			short[] samples = ((short[]) reader.frame(i).samples()).clone();
			for (int k = 0; k < samples.length; k++)
				samples[k] &= (short) ((1 << format.bitsStored()) - 1);
			unsigned.add(samples);
		}
		return unsigned.ofAll().equals(digest);
	}

	private static String ofNative(DicomFile file, PixelFormat format, String digest) throws IOException {
		DicomElement element = file.dataset().element(Tag.PIXEL_DATA).orElse(null);
		if (element == null || element.bytes().length() == 0 || format.real() || format.bitsAllocated() % 8 != 0) return null;
		long length = format.frameBytes() * format.frames();
		if (length > element.bytes().length() || length > Integer.MAX_VALUE - 16) return null;
		byte[] bytes = Arrays.copyOf(element.bytes().toArray(), (int) length);
		if (element.bigEndian()) reverse(bytes, format.bitsAllocated() / 8);
		if (!Sha256.hex(bytes).equals(digest)) return null;
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
