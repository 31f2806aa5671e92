package org.annotomy.dicom.part10;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Puts text of any character set into UTF-8, through all items. */
final class Utf8Recoder {

	private Utf8Recoder() {}

	/** The element with its text in UTF-8; other elements, and text that is the same in UTF-8, as they are. */
	static DicomElement recode(DicomElement element, CharacterSet from) {
		if (element.value() instanceof ItemSequence sequence)
			return new DicomElement(element.tag(), element.vr(),
					new ItemSequence(sequence.items().stream().map(Utf8Recoder::recode).toList(), sequence.delimited()),
					element.bigEndian());
		if (!element.vr().usesCharacterSet() || from.isUtf8()) return element;
		byte[] bytes = ValueCodec.bytes(element);
		byte[] recoded = from.decode(bytes, element.vr() == Vr.PN).getBytes(StandardCharsets.UTF_8);
		if (Arrays.equals(bytes, recoded)) return element;
		return new DicomElement(element.tag(), element.vr(), ByteSpan.of(padded(recoded, element.vr())), false);
	}

	/** The item in UTF-8; it no longer states a character set of its own. */
	private static DicomDataset recode(DicomDataset item) {
		DicomElement[] recoded = item.elements().stream().filter(e -> e.tag() != Tag.SPECIFIC_CHARACTER_SET)
				.map(e -> recode(e, item.characterSet())).toArray(DicomElement[]::new);
		return new DicomDataset(recoded, CharacterSet.UTF_8, item.delimited());
	}

	/** Whether text, through all items that do not state a character set of their own, would be misread in {@code target}. */
	static boolean needsRecoding(DicomElement element, CharacterSet from, CharacterSet target) {
		if (element.value() instanceof ItemSequence sequence)
			return sequence.items().stream().anyMatch(item -> needsRecoding(item, target));
		return element.vr().usesCharacterSet() && !from.equals(target) && !isAscii(element);
	}

	private static boolean needsRecoding(DicomDataset item, CharacterSet target) {
		CharacterSet enclosing = item.has(Tag.SPECIFIC_CHARACTER_SET) ? item.characterSet() : target;
		return item.elements().stream().anyMatch(e -> needsRecoding(e, item.characterSet(), enclosing));
	}

	private static boolean isAscii(DicomElement element) {
		for (byte b : ValueCodec.bytes(element))
			if (b < 0 || b == CharacterSet.ESC) return false;
		return true;
	}

	/** Even length, filled up as the VR demands. */
	static byte[] padded(byte[] bytes, Vr vr) {
		if ((bytes.length & 1) == 0) return bytes;
		byte[] even = Arrays.copyOf(bytes, bytes.length + 1);
		even[bytes.length] = vr.padding();
		return even;
	}
}
