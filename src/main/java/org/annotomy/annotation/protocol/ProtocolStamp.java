package org.annotomy.annotation.protocol;

/**
 * Which protocol, in which version, labels were made under; written into every sidecar.
 *
 * @param sha256 digest of the protocol file, or null if unknown
 */
public record ProtocolStamp(String id, String version, String sha256) {

	/** Whether both name the same protocol in the same version; if then the digests differ, the file was changed without a new version. */
	public boolean sameVersion(ProtocolStamp other) {
		return id.equals(other.id) && version.equals(other.version);
	}
}
