package org.annotomy.slide;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

import org.annotomy.digest.Sha256;
import org.annotomy.identity.ImageHash;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;

/**
 * What tells one slide from another: size, pixel size, and digests. Every slide has one of 64 of its tiles; files up to 4 MB also one of
 * all their bytes. To digest a larger file would take longer than to open it.
 */
public final class SlideIdentity {

	/** Kind of the identity of a slide. */
	public static final String KIND = "wsi";
	private static final String SHA256 = "sha256";
	private static final int TILES = 64;
	private static final long SMALL = 4L << 20;
	private static final long STAND_IN = 1 << 16;
	private static final int PIECE = 1 << 20;

	/** Where the compressed bytes of a tile come from. */
	@FunctionalInterface
	public interface StoredTiles {

		/** @param index from 0 in the order of the file; @return null for a tile that is left out */
		byte[] read(long index) throws IOException;
	}

	private SlideIdentity() {}

	/**
	 * An identity without UIDs.
	 *
	 * @param size at level 0; colours count as three channels
	 * @param spacingUm along x, y, z; NaN where unknown
	 */
	public static ImageIdentity of(ImageSize size, double[] spacingUm, List<ImageHash> hashes) {
		boolean known = spacingUm[0] > 0 && spacingUm[1] > 0;
		return new ImageIdentity(KIND, size, null, null, List.of(), null, spacingUm, known ? "um" : "px", null, null, hashes);
	}

	/** The digests of a file whose tiles can be read as they are stored. */
	public static List<ImageHash> hashes(SlideFile file, long tiles, StoredTiles stored) throws IOException {
		List<ImageHash> hashes = new ArrayList<>();
		if (file.size() <= SMALL) hashes.add(ofFile(file));
		hashes.add(ofTiles(tiles, stored));
		return hashes;
	}

	/** The digests of a file whose tiles are not known: pieces of 64 kB stand for them. */
	public static List<ImageHash> ofPieces(SlideFile file) throws IOException {
		return hashes(file, Math.max(1, file.size() / STAND_IN),
				i -> file.read(i * STAND_IN, (int) Math.min(STAND_IN, file.size() - i * STAND_IN)));
	}

	/** The digest of an image on a web server: its bytes would have to be fetched for any other. */
	public static ImageHash ofAddress(URI address) {
		MessageDigest digest = Sha256.begin();
		digest.update(address.toString().replaceAll("/+$", "").getBytes(StandardCharsets.UTF_8));
		return hash("address", digest);
	}

	/** Digest of the compressed bytes of 64 tiles that are spread evenly, or of all if there are fewer. */
	public static ImageHash ofTiles(long count, StoredTiles stored) throws IOException {
		MessageDigest digest = Sha256.begin();
		long chosen = Math.min(TILES, count);
		for (long i = 0; i < chosen; i++) {
			byte[] bytes = stored.read(i * count / chosen);
			if (bytes != null) digest.update(bytes);
		}
		return hash("tiles", digest);
	}

	private static ImageHash ofFile(SlideFile file) throws IOException {
		MessageDigest digest = Sha256.begin();
		for (long at = 0; at < file.size(); at += PIECE)
			digest.update(file.read(at, ByteBuffer.allocate((int) Math.min(PIECE, file.size() - at))));
		return hash("file", digest);
	}

	private static ImageHash hash(String of, MessageDigest digest) {
		return new ImageHash(of, SHA256, Sha256.end(digest));
	}
}
