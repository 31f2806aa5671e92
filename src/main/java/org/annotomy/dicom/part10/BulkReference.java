package org.annotomy.dicom.part10;

/** Bytes that are elsewhere, as metadata of a DICOMweb server have them (PS3.18 F.2.2); to be retrieved before the object is written. */
public record BulkReference(String uri) implements DicomValue {}
