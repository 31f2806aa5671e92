package org.annotomy.dicom.part10;

import java.io.IOException;

/** Reads tag, VR and length of one element, with the tolerance that real files need. */
final class ElementHeaderReader {

	/**
	 * @param vr UN where the file has UN or letters that are no VR
	 * @param known what the dictionaries say where {@code vr} is UN, else the same as {@code vr}
	 */
	record Header(int tag, Vr vr, Vr known, long length) {}

	static final long UNDEFINED = 0xffffffffL;

	private final SourceCursor in;

	ElementHeaderReader(SourceCursor in) {
		this.in = in;
	}

	/**
	 * The next header.
	 *
	 * @param end where the enclosing item or file ends
	 */
	Header next(ParseContext context, long end) throws IOException {
		int tag = in.tag();
		if (Tag.group(tag) == 0xfffe) {
			in.u32();
			return new Header(tag, Vr.UN, Vr.UN, 0);
		}
		return context.encoding.explicitVr() ? explicit(tag, context, end) : implicit(tag, context, end);
	}

	private Header explicit(int tag, ParseContext context, long end) throws IOException {
		int first = in.u8();
		int second = in.u8();
		Vr vr = Vr.of(first, second);
		if (vr == null) return unknownVr(tag, first, second, context, end);
		long length = vr.hasLongLength() ? longLength() : in.u16();
		return new Header(tag, vr, vr == Vr.UN ? context.dictionaryVr(tag) : vr, length);
	}

	private long longLength() throws IOException {
		in.u16();
		return in.u32();
	}

	/** Some programs put explicit elements into implicit sequences: seen by a length that cannot be, made of the letters of a VR. */
	private Header implicit(int tag, ParseContext context, long end) throws IOException {
		long afterTag = in.position();
		long length = in.u32();
		if (length > end - in.position() && length != UNDEFINED) {
			Vr vr = Vr.of((int) (length & 0xff), (int) (length >> 8 & 0xff));
			if (vr != null) {
				in.seek(afterTag);
				return explicit(tag, context, end);
			}
		}
		Vr vr = context.dictionaryVr(tag);
		return new Header(tag, vr, vr, length);
	}

	/** Letters that are no VR: the short form if it fits, else the long one. No letters at all: the element was written implicit. */
	private Header unknownVr(int tag, int first, int second, ParseContext context, long end) throws IOException {
		long afterVr = in.position();
		Vr known = context.dictionaryVr(tag);
		if (!Vr.areLetters(first, second)) {
			in.seek(afterVr - 2);
			return new Header(tag, known, known, in.u32());
		}
		long length = in.u16();
		if (length <= end - in.position() && length != 0) return new Header(tag, Vr.UN, known, length);
		long longer = in.position() + 4 <= end ? in.u32() : UNDEFINED;
		if (longer <= end - in.position()) return new Header(tag, Vr.UN, known, longer);
		in.seek(afterVr + 2);
		return new Header(tag, Vr.UN, known, length);
	}
}
