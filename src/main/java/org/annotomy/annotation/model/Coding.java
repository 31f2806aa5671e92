package org.annotomy.annotation.model;

/**
 * The codes of a class, object or segment, as DICOM SEG has them; each may be null.
 *
 * @param type what it is (CID 7151), such as Nodule
 * @param category of what sort (CID 7150), such as Morphologically Abnormal Structure
 * @param typeModifier such as Left
 * @param region anatomic region (CID 4), such as Lung
 * @param regionModifier such as Upper lobe
 */
public record Coding(Code type, Code category, Code typeModifier, Code region, Code regionModifier) {

	public static final Coding NONE = new Coding(null, null, null, null, null);

	public boolean isNone() { return equals(NONE); }
}
