package org.annotomy.dicom.part10;

/**
 * One data element.
 *
 * @param bigEndian the byte order of numbers in {@code value}
 */
public record DicomElement(int tag, Vr vr, DicomValue value, boolean bigEndian) {

	/** The plain bytes; empty for everything else. */
	public ByteSpan bytes() {
		return value instanceof ByteSpan span ? span : ByteSpan.EMPTY;
	}

	/** Whether there is no value (a Type 2 element may be so). */
	public boolean isEmpty() {
		if (value instanceof ByteSpan span) return span.length() == 0;
		return value instanceof ItemSequence sequence && sequence.items().isEmpty();
	}
}
