package org.annotomy.dicom.part10;

/** What a data element holds: plain bytes, items, the fragments of encapsulated pixel data, or the address of bytes elsewhere. */
public sealed interface DicomValue permits ByteSpan, ItemSequence, FragmentSequence, BulkReference {}
