package org.annotomy.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.annotomy.json.Json;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;

/**
 * What a save is about to put in place, as the journal notes it. All digests are SHA-256 in full.
 *
 * @param oldLabels of the sidecar before; {@link JournalHeader#NO_BASE} if there was none
 * @param newLabels of the sidecar after
 * @param oldVoxels of the voxel file before; null if there was none
 * @param newVoxels of the voxel file after; null if there is to be none
 * @param upTo number of the last edit that is in it
 * @param version under which the sidecar is kept
 */
record Commit(String oldLabels, String newLabels, String oldVoxels, String newVoxels, long upTo, Version version) {

	boolean changesVoxels() {
		return newVoxels != null && !newVoxels.equals(oldVoxels);
	}

	byte[] toBytes() {
		JsonObject json = JsonObject.builder().put("oldGeo", oldLabels).put("newGeo", newLabels).put("oldSeg", oldVoxels)
				.put("newSeg", newVoxels).put("upTo", upTo).put("version", version.fileName()).build();
		return Json.write(json).getBytes(StandardCharsets.UTF_8);
	}

	static Commit of(byte[] bytes) throws IOException {
		JsonObject json = Json.parse(new String(bytes, StandardCharsets.UTF_8)).asObject();
		Version version = Version.ofFileName(json.require("version").asString())
				.orElseThrow(() -> new JsonException(1, "the version is broken."));
		return new Commit(digest(json, "oldGeo"), digest(json, "newGeo"), digest(json, "oldSeg"), digest(json, "newSeg"),
				(long) json.number("upTo", 0), version);
	}

	/** The texts become file names: nothing else than a digest may stand there. */
	private static String digest(JsonObject json, String name) throws JsonException {
		String digest = json.string(name, null);
		if (digest != null && !digest.matches("[0-9a-f]{64}")) throw new JsonException(1, "the digest is broken.");
		return digest;
	}
}
