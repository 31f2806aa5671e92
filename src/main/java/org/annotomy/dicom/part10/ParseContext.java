package org.annotomy.dicom.part10;

import java.util.HashMap;
import java.util.Map;

import org.annotomy.image.ImageFormatException;

/** What the elements of one dataset or item share while they are parsed. */
final class ParseContext {

	private static final int MAX_DEPTH = 64;

	final Encoding encoding;
	final int depth;
	private CharacterSet characterSet;
	private boolean signed;
	private Map<Integer, String> creators = Map.of();
	private int lastTag;

	private ParseContext(Encoding encoding, CharacterSet characterSet, boolean signed, int depth) {
		this.encoding = encoding;
		this.characterSet = characterSet;
		this.signed = signed;
		this.depth = depth;
	}

	static ParseContext topLevel(Encoding encoding) {
		return topLevel(encoding, CharacterSet.DEFAULT);
	}

	static ParseContext topLevel(Encoding encoding, CharacterSet characterSet) {
		return new ParseContext(encoding, characterSet, false, 0);
	}

	/** For the items of a sequence; they inherit character set and pixel representation. */
	ParseContext nested(Encoding itemEncoding) throws ImageFormatException {
		if (depth + 1 > MAX_DEPTH)
			throw new ImageFormatException("The DICOM sequences are nested deeper than " + MAX_DEPTH + " levels.");
		return new ParseContext(itemEncoding, characterSet, signed, depth + 1);
	}

	/** For the next item of the same sequence. */
	ParseContext item() {
		return new ParseContext(encoding, characterSet, signed, depth);
	}

	CharacterSet characterSet() {
		return characterSet;
	}

	/** Takes over what the element says of those that follow. Whether it stands in its order. */
	boolean note(DicomElement element) {
		int tag = element.tag();
		if (tag == Tag.SPECIFIC_CHARACTER_SET) {
			characterSet = CharacterSet.of(ValueCodec.strings(element, CharacterSet.DEFAULT));
		} else if (tag == Tag.PIXEL_REPRESENTATION) {
			double[] values = ValueCodec.doubles(element);
			signed = values.length > 0 && values[0] == 1;
		} else if (Tag.isPrivateCreator(tag)) {
			if (creators.isEmpty()) creators = new HashMap<>();
			ValueCodec.strings(element, CharacterSet.DEFAULT).stream().findFirst().ifPresent(name -> creators.put(tag, name));
		}
		boolean ascending = Integer.compareUnsigned(lastTag, tag) < 0;
		lastTag = tag;
		return ascending;
	}

	/** The VR by the dictionaries, where the file does not say; UN if they do not know. */
	Vr dictionaryVr(int tag) {
		if (!Tag.isPrivate(tag) || Tag.element(tag) < 0x1000) return DicomDictionary.standard().vrOf(tag, signed);
		String creator = creators.get(Tag.creatorOf(tag));
		return creator == null ? Vr.UN : PrivateDictionary.vrOf(creator, tag);
	}
}
