package org.annotomy.dicom.part10;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.annotomy.image.ImageFormatException;

/** Parses data elements. Every length is checked against what encloses it; depth and number of elements are capped. */
final class DatasetParser {

	private static final long UNDEFINED = 0xffffffffL;
	private static final int MAX_DEPTH = 64;
	private static final int MAX_ELEMENTS = 2_000_000;

	private final SourceCursor in;
	private final ElementHeaderReader headers;
	private final List<String> warnings;
	private boolean stopAtPixelData;
	private int count;

	DatasetParser(SourceCursor in, List<String> warnings) {
		this.in = in;
		this.headers = new ElementHeaderReader(in);
		this.warnings = warnings;
	}

	/** Parse no further than pixel data at the top level. Fragments are found later, on demand. */
	void stopAtPixelData() {
		stopAtPixelData = true;
	}

	/** Group 0002, which is explicit little endian whatever follows. */
	DicomDataset meta() throws IOException {
		List<DicomElement> elements = new ArrayList<>();
		Context context = new Context(Encoding.EXPLICIT_LITTLE, CharacterSet.DEFAULT, false, 0);
		while (in.position() + 8 <= in.size()) {
			long start = in.position();
			if (Tag.group(in.tag()) != 2) {
				in.seek(start);
				break;
			}
			in.seek(start);
			elements.add(element(context, in.size()));
		}
		return new DicomDataset(DicomDataset.sorted(elements), CharacterSet.DEFAULT);
	}

	/** Everything up to the end; what is cut off is left out with a warning. */
	DicomDataset topLevel(Encoding encoding) throws IOException {
		List<DicomElement> elements = new ArrayList<>();
		Context context = new Context(encoding, CharacterSet.DEFAULT, false, 0);
		in.bigEndian(encoding.bigEndian());
		try {
			while (in.position() + 8 <= in.size()) {
				DicomElement element = element(context, in.size());
				if (element == null) continue;
				context.note(element);
				elements.add(element);
				if (stopAtPixelData && isPixelData(element.tag())) break;
			}
		} catch (TruncatedException e) {
			if (elements.isEmpty())
				throw new ImageFormatException("This is not a DICOM file, or it is broken: " + e.getMessage() + ".", e);
			warnings.add("The file is cut short or broken after " + describeLast(elements) + ": " + e.getMessage() + ".");
		}
		return new DicomDataset(DicomDataset.sorted(elements), context.characterSet);
	}

	private static String describeLast(List<DicomElement> elements) {
		return DicomDictionary.standard().describe(elements.get(elements.size() - 1).tag());
	}

	private static boolean isPixelData(int tag) {
		return tag == Tag.PIXEL_DATA || tag == Tag.FLOAT_PIXEL_DATA || tag == Tag.DOUBLE_FLOAT_PIXEL_DATA;
	}

	/** What elements of one dataset share. */
	private static final class Context {

		final Encoding encoding;
		final int depth;
		CharacterSet characterSet;
		boolean signed;

		Context(Encoding encoding, CharacterSet characterSet, boolean signed, int depth) {
			this.encoding = encoding;
			this.characterSet = characterSet;
			this.signed = signed;
			this.depth = depth;
		}

		void note(DicomElement element) {
			if (element.tag() == Tag.SPECIFIC_CHARACTER_SET)
				characterSet = CharacterSet.of(ValueCodec.strings(element, CharacterSet.DEFAULT));
			else
				if (element.tag() == Tag.PIXEL_REPRESENTATION) {
					double[] values = ValueCodec.doubles(element);
					signed = values.length > 0 && values[0] == 1;
				}
		}

		Context nested(Encoding itemEncoding) throws ImageFormatException {
			if (depth + 1 > MAX_DEPTH)
				throw new ImageFormatException("The DICOM sequences are nested deeper than " + MAX_DEPTH + " levels.");
			return new Context(itemEncoding, characterSet, signed, depth + 1);
		}
	}

	/** The next element, or null for a stray delimiter. */
	private DicomElement element(Context context, long end) throws IOException {
		if (++count > MAX_ELEMENTS) throw new ImageFormatException("The file has more than " + MAX_ELEMENTS + " data elements.");
		ElementHeaderReader.Header header = headers.next(context.encoding, context.signed, end);
		if (Tag.group(header.tag()) == 0xfffe) return null;
		DicomValue value = value(header, context, end);
		Vr vr = value instanceof ItemSequence ? Vr.SQ : header.vr();
		if (header.dictionaryVr() != null && value instanceof ByteSpan) vr = header.dictionaryVr();
		return new DicomElement(header.tag(), vr, value, in.isBigEndian());
	}

	private DicomValue value(ElementHeaderReader.Header header, Context context, long end) throws IOException {
		long length = header.length();
		if (length == UNDEFINED) return undefinedLength(header, context, end);
		if (length > end - in.position()) return cutShort(header, context, end);
		if (header.vr() == Vr.SQ) return items(context.nested(context.encoding), in.position() + length, false);
		if (header.vr() == Vr.UN && length > 0 && header.dictionaryVr() == Vr.SQ) return unknownSequence(context, length);
		return isPixelData(header.tag()) ? in.spanInSource(length) : in.span(length);
	}

	private DicomValue undefinedLength(ElementHeaderReader.Header header, Context context, long end) throws IOException {
		boolean bytes = header.vr() == Vr.OB || header.vr() == Vr.OW;
		if (header.tag() == Tag.PIXEL_DATA || bytes) {
			FragmentSequence fragments = new FragmentSequence(in.source(), in.position());
			if (stopAtPixelData && context.depth == 0) return fragments;
			FragmentSequence.Walk walk = fragments.walk();
			if (!walk.complete()) warnings.add("The compressed pixel data is cut short.");
			count += walk.fragments().size();
			in.seek(walk.end());
			return fragments;
		}
		// PS3.5 6.2.2 note 2 (CP-246): the items of UN are implicit little endian in any file.
		if (header.vr() != Vr.UN) return items(context.nested(context.encoding), end, true);
		return littleEndianItems(context.nested(Encoding.IMPLICIT_LITTLE), end, true);
	}

	private ItemSequence littleEndianItems(Context context, long end, boolean undefined) throws IOException {
		boolean big = in.isBigEndian();
		in.bigEndian(false);
		try {
			return items(context, end, undefined);
		} finally {
			in.bigEndian(big);
		}
	}

	private DicomValue cutShort(ElementHeaderReader.Header header, Context context, long end) throws IOException {
		if (isPixelData(header.tag()) && context.depth == 0) {
			long left = end - in.position();
			warnings.add("The pixel data is cut short: " + left + " of " + header.length() + " bytes are there.");
			return in.spanInSource(left);
		}
		throw new TruncatedException(DicomDictionary.standard().describe(header.tag()) + " states " + header.length()
				+ " bytes where " + (end - in.position()) + " are left");
	}

	/** A sequence that some other program wrote as UN with a length: implicit little endian if that makes sense, else bytes. */
	private DicomValue unknownSequence(Context context, long length) throws IOException {
		long start = in.position();
		try {
			return littleEndianItems(context.nested(Encoding.IMPLICIT_LITTLE), start + length, false);
		} catch (ImageFormatException e) {
			in.seek(start);
			return in.span(length);
		}
	}

	private ItemSequence items(Context context, long end, boolean undefined) throws IOException {
		List<DicomDataset> items = new ArrayList<>();
		while (in.position() + 8 <= end) {
			int tag = in.tag();
			long length = in.u32();
			if (tag == Tag.SEQUENCE_DELIMITER) return new ItemSequence(items);
			if (tag != Tag.ITEM)
				throw new TruncatedException("a sequence has " + Tag.toString(tag) + " where an item should be");
			if (++count > MAX_ELEMENTS)
				throw new ImageFormatException("The file has more than " + MAX_ELEMENTS + " data elements.");
			if (length != UNDEFINED && length > end - in.position())
				throw new TruncatedException("an item states " + length + " bytes where " + (end - in.position()) + " are left");
			items.add(item(context, length == UNDEFINED ? end : in.position() + length));
		}
		if (undefined) throw new TruncatedException("a sequence has no end");
		in.seek(end);
		return new ItemSequence(items);
	}

	private DicomDataset item(Context sequence, long end) throws IOException {
		List<DicomElement> elements = new ArrayList<>();
		Context context = new Context(sequence.encoding, sequence.characterSet, sequence.signed, sequence.depth);
		while (in.position() + 8 <= end) {
			long start = in.position();
			int tag = in.tag();
			if (tag == Tag.ITEM_DELIMITER) {
				in.u32();
				break;
			}
			in.seek(start);
			if (tag == Tag.SEQUENCE_DELIMITER) break;
			DicomElement element = element(context, end);
			if (element == null) continue;
			context.note(element);
			elements.add(element);
		}
		return new DicomDataset(DicomDataset.sorted(elements), context.characterSet);
	}
}
