package org.annotomy.dicom.web;

/**
 * One frame as a server gives it.
 *
 * @param mediaType such as {@code application/octet-stream} (plain samples, little endian) or {@code image/jpeg}
 * @param transferSyntax as far as the server says; empty otherwise
 */
public record WebFrame(String mediaType, String transferSyntax, byte[] bytes) {}
