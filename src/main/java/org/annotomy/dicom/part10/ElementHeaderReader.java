package org.annotomy.dicom.part10;

import java.io.IOException;

/** Reads tag, VR and length of one element, with the tolerance that real files need. */
final class ElementHeaderReader {

	/** @param dictionaryVr for UN and unknown letters: what the standard says of the tag, or null */
	record Header(int tag, Vr vr, Vr dictionaryVr, long length) {}

	private static final long UNDEFINED = 0xffffffffL;

	private final SourceCursor in;

	ElementHeaderReader(SourceCursor in) {
		this.in = in;
	}

	Header next(Encoding encoding, boolean signed, long end) throws IOException {
		int tag = in.tag();
		if (Tag.group(tag) == 0xfffe) return new Header(tag, Vr.UN, null, skipDelimiter());
		if (!encoding.explicitVr()) return new Header(tag, implicitVr(tag, signed), null, in.u32());
		int first = in.u8();
		int second = in.u8();
		Vr vr = Vr.of(first, second);
		if (vr == null) return unknownVr(tag, signed, first, second, end);
		long length = vr.hasLongLength() ? longLength() : in.u16();
		return new Header(tag, vr, vr == Vr.UN ? knownVr(tag, signed) : null, length);
	}

	private long skipDelimiter() throws IOException {
		in.u32();
		return 0;
	}

	private long longLength() throws IOException {
		in.u16();
		return in.u32();
	}

	/** Letters that are no VR: the short form if it fits, else the long one. No letters at all: the element was written implicit. */
	private Header unknownVr(int tag, boolean signed, int first, int second, long end) throws IOException {
		long afterVr = in.position();
		Vr known = implicitVr(tag, signed);
		if (!Vr.areLetters(first, second)) {
			in.seek(afterVr - 2);
			return new Header(tag, known, null, in.u32());
		}
		long length = in.u16();
		if (length <= end - in.position() && length != 0) return new Header(tag, Vr.UN, known, length);
		long longer = in.position() + 4 <= end ? in.u32() : UNDEFINED;
		if (longer <= end - in.position()) return new Header(tag, Vr.UN, known, longer);
		in.seek(afterVr + 2);
		return new Header(tag, Vr.UN, known, length);
	}

	private static Vr knownVr(int tag, boolean signed) {
		Vr vr = implicitVr(tag, signed);
		return vr == Vr.UN ? null : vr;
	}

	/** The VR by the dictionary, where the file does not say. */
	static Vr implicitVr(int tag, boolean signed) {
		if (Tag.element(tag) == 0) return Vr.UL;
		if (Tag.isPrivate(tag)) return Tag.element(tag) >= 0x10 && Tag.element(tag) <= 0xff ? Vr.LO : Vr.UN;
		String vr = DicomDictionary.standard().find(tag).map(DicomDictionary.Entry::vr).orElse("UN");
		return switch (vr) {
			case "US|SS" -> signed ? Vr.SS : Vr.US;
			case "US|SS|OW", "US|OW", "OB|OW" -> Vr.OW;
			default -> Vr.valueOf(vr);
		};
	}
}
