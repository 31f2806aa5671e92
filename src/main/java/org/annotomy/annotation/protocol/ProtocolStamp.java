package org.annotomy.annotation.protocol;

/**
 * Which protocol, in which version, labels were made under; written into every sidecar.
 *
 * @param sha256 digest of the protocol file, or null if unknown
 */
public record ProtocolStamp(String id, String version, String sha256) {}
