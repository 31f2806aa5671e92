package org.annotomy.interchange.sidecar;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.annotomy.json.JsonException;

import com.fasterxml.jackson.core.JsonParser;

/**
 * Brings home a sidecar that QuPath, GDAL or another program has saved over ours: such a file has lost our members and holds rounded,
 * reordered coordinates. Each Feature that still says the same gets our bytes back; of the others only what was changed is taken over.
 * Files are given unpacked.
 */
public final class OutsideEdit {

	private OutsideEdit() {}

	/** Whether this is GeoJSON without our own member: a file of another program, or ours after another program saved it. */
	public static boolean isOutside(byte[] file) throws IOException {
		JsonSlices slices = slices(file);
		return slices.isArray() || !slices.members().containsKey("annotomy");
	}

	/** How many features of one file are in the other too; the version of ours that shares most is the one to merge with. */
	public static int sharedIds(byte[] base, byte[] theirs) throws IOException {
		Set<UUID> ids = ids(base);
		ids.retainAll(ids(theirs));
		return ids.size();
	}

	/**
	 * @param base the last version that we wrote
	 * @param theirs what another program made of it
	 * @param keepMissing whether objects that it left out are to be kept
	 * @throws JsonException if {@code base} is not ours, or one of them is not GeoJSON
	 */
	public static OutsideMerge merge(byte[] base, byte[] theirs, boolean keepMissing) throws IOException {
		JsonSlices ours = slices(base);
		if (ours.open() < 0 || !ours.members().containsKey("annotomy"))
			throw new JsonException(0, "the version to merge with is not a sidecar of ours.");
		FeatureMerge merge = new FeatureMerge(base, ours, features(base, ours));
		JsonSlices outside = slices(theirs);
		for (int i = 0; i < outside.count(); i++)
			merge.take(feature(theirs, outside, i), i);
		return merge.finish(keepMissing);
	}

	private static Map<UUID, Integer> features(byte[] text, JsonSlices slices) throws IOException {
		Map<UUID, Integer> features = new HashMap<>();
		for (int i = 0; i < slices.count(); i++) {
			int index = i;
			feature(text, slices, i).id().ifPresent(id -> features.putIfAbsent(id, index));
		}
		return features;
	}

	private static Set<UUID> ids(byte[] file) throws IOException {
		JsonSlices slices = slices(file);
		Set<UUID> ids = new HashSet<>();
		for (int i = 0; i < slices.count(); i++)
			addIds(feature(file, slices, i), ids);
		return ids;
	}

	private static void addIds(RawFeature feature, Set<UUID> ids) throws JsonException {
		feature.id().ifPresent(ids::add);
		for (RawFeature child : feature.children())
			addIds(child, ids);
	}

	static RawFeature feature(byte[] text, JsonSlices slices, int index) throws IOException {
		try (JsonParser parser = FeatureParser.TOLERANT.createParser(text, slices.start(index),
				slices.end(index) - slices.start(index))) {
			parser.nextToken();
			return new FeatureParser(parser, new Findings()).read();
		}
	}

	private static JsonSlices slices(byte[] text) throws IOException {
		JsonSlices slices = JsonSlices.of(text, SidecarReader.textStart(text));
		if (slices == null) throw SidecarReader.broken(text, SidecarReader.textStart(text));
		return slices;
	}
}
