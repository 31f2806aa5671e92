package org.annotomy.interchange.sidecar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;

import org.annotomy.digest.Sha256;

/** A sidecar ready to be stored; its bytes passed {@link QuPathSafeGate}. */
public final class SidecarFile {

	/** An object that other programs will not see: it is in the file, but not among the features. */
	public record Unplaced(UUID id, String reason) {}

	private final List<byte[]> pieces;
	private final List<Unplaced> unplaced;
	private final int features;

	SidecarFile(List<byte[]> pieces, int features, List<Unplaced> unplaced) {
		this.pieces = List.copyOf(pieces);
		this.features = features;
		this.unplaced = List.copyOf(unplaced);
	}

	/** How many objects QuPath will show. */
	public int features() {
		return features;
	}

	public List<Unplaced> unplaced() {
		return unplaced;
	}

	public long bytes() {
		return pieces.stream().mapToLong(piece -> piece.length).sum();
	}

	/** @throws IOException if writing fails; then some bytes may have been written */
	public void writeTo(OutputStream out) throws IOException {
		for (byte[] piece : pieces)
			out.write(piece);
	}

	/** All up to the end of the last feature, so that more can follow. */
	void writeWithoutEnd(OutputStream out) throws IOException {
		for (byte[] piece : pieces.subList(0, pieces.size() - 1))
			out.write(piece);
	}

	/** Lower-case hexadecimal SHA-256 of the bytes. */
	public String sha256() {
		MessageDigest digest = Sha256.begin();
		pieces.forEach(digest::update);
		return Sha256.end(digest);
	}

	public byte[] toBytes() {
		ByteArrayOutputStream all = new ByteArrayOutputStream((int) Math.min(Integer.MAX_VALUE - 16, bytes()));
		try {
			writeTo(all);
		} catch (IOException e) {
			throw new UncheckedIOException("writing to memory", e);
		}
		return all.toByteArray();
	}
}
