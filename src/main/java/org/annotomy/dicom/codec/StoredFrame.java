package org.annotomy.dicom.codec;

/**
 * One frame as it is stored somewhere, apart from the file that it belongs to.
 *
 * @param transferSyntax which the bytes are encoded in; plain samples are little endian
 */
public record StoredFrame(String transferSyntax, byte[] bytes) {}
