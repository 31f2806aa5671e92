package org.annotomy.interchange.sidecar;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import org.annotomy.geometry.Box;
import org.annotomy.json.JsonObject;

/**
 * What a sidecar says about itself, beside the labels.
 *
 * @param version of the format, {@code major.minor}
 * @param revision grows by one with every save
 * @param parent {@code sha256:} of the file that this one was derived from, or null
 * @param modified when it was written, or null if unknown or not to be told
 * @param program version of the program that wrote it, or null
 * @param raters who marked, by pseudonym
 * @param voxels which {@code .seg.nrrd} belongs to it, or null
 * @param packs files beside it that hold detections
 * @param tombstones objects that were deleted, so that a merge does not bring them back
 * @param kept features that could not be read as objects, to be written again as they are
 */
public record SidecarHeader(String version, long revision, String parent, Instant modified, String program, List<Rater> raters,
		VoxelStamp voxels, List<PackStamp> packs, List<Tombstone> tombstones, List<JsonObject> kept) {

	static final int MAJOR = 1;
	static final int MINOR = 0;

	/** Of an image that was never annotated. */
	public static final SidecarHeader NEW = new SidecarHeader(MAJOR + "." + MINOR, 0, null, null, null, List.of(), null,
			List.of(), List.of(), List.of());

	private static final Pattern PSEUDONYM = Pattern.compile("[A-Za-z0-9._-]{1,32}");

	/**
	 * @param id a pseudonym; who it is stands nowhere in the data
	 * @param role such as {@code radiologist}, or null
	 * @param foreign other members
	 */
	public record Rater(String id, String role, JsonObject foreign) {

		/** @throws IllegalArgumentException if the id is not 1 to 32 letters, digits, points, underscores or hyphens */
		public Rater {
			if (!PSEUDONYM.matcher(id).matches())
				throw new IllegalArgumentException(
						"A rater is named by a pseudonym of 1 to 32 letters (A to Z), digits and . _ -");
			Objects.requireNonNull(foreign, "foreign");
		}

		public static Rater of(String id, String role) {
			return new Rater(id, role, JsonObject.EMPTY);
		}
	}

	/** The {@code .seg.nrrd} of the same name: its digest and length. */
	public record VoxelStamp(String sha256, long bytes) {}

	/**
	 * A file of detections beside the sidecar, {@code X.detections-<first 16 digits of the digest>.geojson.gz}: never changed, but replaced by
	 * another one.
	 *
	 * @param sha256 of its bytes
	 * @param blocks the blocks that it holds, in its order
	 */
	public record PackStamp(String sha256, long bytes, Box bounds, List<PackedBlock> blocks) {

		public PackStamp {
			blocks = List.copyOf(blocks);
		}

		/** How many detections it holds. */
		public int count() {
			return blocks.stream().mapToInt(PackedBlock::rows).sum();
		}
	}

	/**
	 * @param key of the block in the document
	 * @param rows how many detections it has
	 */
	public record PackedBlock(int key, int rows) {}

	/**
	 * @param id of the object that was deleted
	 * @param deleted when, as written; may be null
	 * @param by pseudonym of who did it; may be null
	 */
	public record Tombstone(String id, String deleted, String by, JsonObject foreign) {}

	public SidecarHeader {
		Objects.requireNonNull(version, "version");
		raters = List.copyOf(raters);
		packs = List.copyOf(packs);
		tombstones = List.copyOf(tombstones);
		kept = List.copyOf(kept);
	}

	/** The header of the next save. @param parentSha256 digest of the file that it replaces, or null if there is none */
	public SidecarHeader next(String parentSha256, Instant now, String newProgram) {
		return new SidecarHeader(version, revision + 1, parentSha256 == null ? null : "sha256:" + parentSha256, now, newProgram,
				raters, voxels, packs, tombstones, kept);
	}

	public SidecarHeader withVoxels(VoxelStamp newVoxels) {
		return new SidecarHeader(version, revision, parent, modified, program, raters, newVoxels, packs, tombstones, kept);
	}

	public SidecarHeader withPacks(List<PackStamp> newPacks) {
		return new SidecarHeader(version, revision, parent, modified, program, raters, voxels, newPacks, tombstones, kept);
	}

	public SidecarHeader withRaters(List<Rater> newRaters) {
		return new SidecarHeader(version, revision, parent, modified, program, newRaters, voxels, packs, tombstones, kept);
	}

	public SidecarHeader withTombstones(List<Tombstone> newTombstones) {
		return new SidecarHeader(version, revision, parent, modified, program, raters, voxels, packs, newTombstones, kept);
	}

	SidecarHeader withKept(List<JsonObject> newKept) {
		return new SidecarHeader(version, revision, parent, modified, program, raters, voxels, packs, tombstones, newKept);
	}
}
