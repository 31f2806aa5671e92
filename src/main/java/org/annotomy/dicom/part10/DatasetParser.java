package org.annotomy.dicom.part10;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.annotomy.dicom.part10.ElementHeaderReader.Header;
import org.annotomy.image.ImageFormatException;

/**
 * Parses data elements. Every length is checked against what encloses it; depth and number of elements are capped. What is broken inside an
 * item or sequence of stated length is left out up to its end; elsewhere parsing stops with what is there.
 */
final class DatasetParser {

	private static final long UNDEFINED = ElementHeaderReader.UNDEFINED;
	private static final int MAX_ELEMENTS = 5_000_000;

	private final SourceCursor in;
	private final ElementHeaderReader headers;
	private final ParseNotes notes;
	private final ReadScope scope;
	private int count;
	/** Whether the place of the next element is not known any more. */
	private boolean lost;
	private boolean cut;
	/** Where the items of the outermost sequences begin, if that is asked for. */
	private Map<DicomDataset, Long> itemOffsets;

	DatasetParser(SourceCursor in, ReadScope scope, ParseNotes notes) {
		this.in = in;
		this.headers = new ElementHeaderReader(in);
		this.scope = scope;
		this.notes = notes;
	}

	/** From now on keeps where the items of the outermost sequences begin. */
	Map<DicomDataset, Long> keepItemOffsets() {
		itemOffsets = new IdentityHashMap<>();
		return itemOffsets;
	}

	/** Group 0002, which is explicit little endian whatever follows, and ends where its tags end, whatever its length says. */
	DicomDataset meta() throws IOException {
		List<DicomElement> elements = new ArrayList<>();
		ParseContext context = ParseContext.topLevel(Encoding.EXPLICIT_LITTLE);
		while (in.position() + 8 <= in.size() && Tag.group(in.peekTag()) == 2)
			elements.add(element(context, in.size()));
		return new DicomDataset(DicomDataset.sorted(elements), CharacterSet.DEFAULT);
	}

	/** Everything up to the end, or as far as it is wanted or can be read. */
	DicomDataset topLevel(Encoding encoding) throws IOException {
		in.bigEndian(encoding.bigEndian());
		ParseContext context = ParseContext.topLevel(encoding);
		List<DicomElement> elements = new ArrayList<>(64);
		elements(context, in.size(), elements);
		if (elements.isEmpty() && notes.brokenCount() > 0)
			throw new ImageFormatException("This is not a DICOM file, or it is broken from its beginning.");
		return new DicomDataset(DicomDataset.sorted(elements), context.characterSet());
	}

	/** All of the source as the items of a sequence in implicit little endian; null if it is something else. */
	List<DicomDataset> wholeSequence(CharacterSet inherited) throws IOException {
		ItemSequence sequence = items(ParseContext.topLevel(Encoding.IMPLICIT_LITTLE, inherited).nested(Encoding.IMPLICIT_LITTLE),
				in.size(), false);
		return notes.brokenCount() == 0 ? sequence.items() : null;
	}

	/** Whether the item delimiter was met. */
	private boolean elements(ParseContext context, long end, List<DicomElement> into) throws IOException {
		try {
			while (!lost && in.position() + 8 <= end) {
				int tag = in.peekTag();
				if (context.depth > 0 && tag == Tag.ITEM_DELIMITER) {
					in.skip(8);
					return true;
				}
				if (context.depth > 0 && tag == Tag.SEQUENCE_DELIMITER || context.depth == 0 && scope.endsBefore(tag)) break;
				if (tag == 0 && !into.isEmpty()) {
					notes.add("Something follows after the end of the data elements; it was left alone.");
					in.seek(end);
					break;
				}
				DicomElement element = element(context, end);
				if (element == null) continue;
				if (!context.note(element)) notes.outOfOrder();
				into.add(element);
				if (context.depth == 0 && scope.endsAfter(element.tag())) break;
			}
		} catch (TruncatedException e) {
			cut("The file is cut short or broken after " + describeLast(into) + ": " + e.getMessage() + ".", end);
			lost = true;
		}
		return false;
	}

	private static String describeLast(List<DicomElement> elements) {
		return elements.isEmpty()
				? "its beginning"
				: DicomDictionary.standard().describe(elements.get(elements.size() - 1).tag());
	}

	/** The next element, or null for a stray delimiter. */
	private DicomElement element(ParseContext context, long end) throws IOException {
		count(1);
		boolean big = in.isBigEndian();
		Header header = headers.next(context, end);
		if (Tag.group(header.tag()) == 0xfffe) return null;
		DicomValue value = value(header, context, end);
		if (value instanceof ItemSequence) return new DicomElement(header.tag(), Vr.SQ, value, big);
		if (value instanceof ByteSpan span && (span.length() & 1) != 0) notes.oddLength();
		// PS3.5 6.2.2 note: what is under UN is little endian in any file.
		boolean unknown = header.vr() == Vr.UN;
		Vr vr = header.known() == Vr.SQ ? Vr.UN : header.known();
		return new DicomElement(header.tag(), vr, value, big && !unknown);
	}

	private void count(int elements) throws ImageFormatException {
		count += elements;
		if (count > MAX_ELEMENTS) throw new ImageFormatException("The file has more than " + MAX_ELEMENTS + " data elements.");
	}

	private DicomValue value(Header header, ParseContext context, long end) throws IOException {
		long length = header.length();
		if (length == UNDEFINED) return undefinedLength(header, context, end);
		if (header.vr() == Vr.SQ) return statedLength(header, context, end);
		if (length > end - in.position()) return cutShort(header, context, end);
		if (header.vr() == Vr.UN && length > 0 && header.known() == Vr.SQ) return unknownSequence(context, length);
		return ReadScope.isPixelData(header.tag()) ? in.spanInSource(length) : in.span(length);
	}

	private DicomValue undefinedLength(Header header, ParseContext context, long end) throws IOException {
		boolean bytes = header.vr() == Vr.OB || header.vr() == Vr.OW;
		if (header.tag() == Tag.PIXEL_DATA || bytes) return fragments(context);
		// PS3.5 6.2.2 note 2 (CP-246): the items of UN are implicit little endian in any file.
		if (header.vr() == Vr.UN) return littleEndianItems(context, end, true);
		return items(context.nested(context.encoding), end, true);
	}

	/** The offset of the fragments; walked only to find what follows, for they may be millions. */
	private FragmentSequence fragments(ParseContext context) throws IOException {
		FragmentSequence fragments = new FragmentSequence(in.source(), in.position());
		if (scope.stopsAtPixelData() && context.depth == 0) return fragments;
		FragmentSequence.Walk walk = fragments.walk();
		if (!walk.complete()) notes.broken("The compressed pixel data is cut short.");
		count(walk.fragments().size());
		in.seek(walk.end());
		return fragments;
	}

	private ItemSequence littleEndianItems(ParseContext context, long end, boolean undefined) throws IOException {
		boolean big = in.isBigEndian();
		in.bigEndian(false);
		try {
			return items(context.nested(Encoding.IMPLICIT_LITTLE), end, undefined);
		} finally {
			in.bigEndian(big);
		}
	}

	private ItemSequence statedLength(Header header, ParseContext context, long end) throws IOException {
		long length = header.length();
		if (length > end - in.position()) cut(states(header.tag(), length, end) + "; what is there was read.", end);
		return items(context.nested(context.encoding), Math.min(end, in.position() + length), false);
	}

	/** Everything that is open where the file ends is cut; it is told once. */
	private void cut(String sentence, long end) {
		if (end == in.size() && cut) notes.broken();
		else notes.broken(sentence);
		cut |= end == in.size();
	}

	private String states(int tag, long length, long end) {
		return DicomDictionary.standard().describe(tag) + " states " + length + " bytes where " + (end - in.position())
				+ " are left";
	}

	private DicomValue cutShort(Header header, ParseContext context, long end) throws IOException {
		long left = end - in.position();
		if (!ReadScope.isPixelData(header.tag()) || context.depth > 0 || left < 0)
			throw new TruncatedException(states(header.tag(), header.length(), Math.max(end, in.position())));
		notes.broken("The pixel data is cut short: " + left + " of " + header.length() + " bytes are there.");
		return in.spanInSource(left);
	}

	/** A sequence that some other program wrote as UN with a length: implicit little endian if that makes sense, else bytes. */
	private DicomValue unknownSequence(ParseContext context, long length) throws IOException {
		long start = in.position();
		int mark = notes.mark();
		int broken = notes.brokenCount();
		ItemSequence items = littleEndianItems(context, start + length, false);
		if (notes.brokenCount() == broken && in.position() == start + length) return items;
		notes.forget(mark, broken);
		lost = false;
		in.seek(start);
		return in.span(length);
	}

	private ItemSequence items(ParseContext context, long end, boolean undefined) throws IOException {
		List<DicomDataset> items = new ArrayList<>();
		boolean delimited = false;
		while (!lost && in.position() + 8 <= end && !delimited) {
			int tag = in.peekTag();
			if (tag != Tag.ITEM && tag != Tag.SEQUENCE_DELIMITER) {
				notes.broken("A sequence has " + Tag.toString(tag) + " where an item should be; it was taken to end there.");
				break;
			}
			in.skip(4);
			long length = in.u32();
			delimited = tag == Tag.SEQUENCE_DELIMITER;
			if (delimited) continue;
			long start = in.position() - EncodedSizes.ITEM_HEADER;
			items.add(item(context.item(), length, end));
			if (itemOffsets != null && context.depth == 1) itemOffsets.put(items.get(items.size() - 1), start);
		}
		if (!undefined) {
			lost = false;
			in.seek(end);
		} else if (!delimited && !lost && in.position() + 8 > end) {
			notes.broken("A sequence has no end.");
		}
		return new ItemSequence(items, undefined);
	}

	private DicomDataset item(ParseContext context, long length, long sequenceEnd) throws IOException {
		count(1);
		boolean undefined = length == UNDEFINED;
		if (!undefined && length > sequenceEnd - in.position())
			cut("An item states " + length + " bytes where " + (sequenceEnd - in.position())
					+ " are left; what is there was read.",
					sequenceEnd);
		long end = undefined ? sequenceEnd : Math.min(sequenceEnd, in.position() + length);
		if (length == 0) return new DicomDataset(DicomDataset.NO_ELEMENTS, context.characterSet());
		List<DicomElement> elements = new ArrayList<>();
		boolean delimited = elements(context, end, elements);
		if (!undefined) {
			lost = false;
			if (!delimited) in.seek(end);
		}
		return new DicomDataset(DicomDataset.sorted(elements), context.characterSet(), undefined);
	}
}
