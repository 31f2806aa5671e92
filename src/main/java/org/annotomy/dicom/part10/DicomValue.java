package org.annotomy.dicom.part10;

/** What a data element holds: plain bytes, items, or the fragments of encapsulated pixel data. */
public sealed interface DicomValue permits ByteSpan, ItemSequence, FragmentSequence {}
