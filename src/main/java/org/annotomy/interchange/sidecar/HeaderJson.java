package org.annotomy.interchange.sidecar;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.LabelScope;
import org.annotomy.annotation.model.AttributeValue;
import org.annotomy.annotation.model.Link;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.protocol.ProtocolStamp;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.interchange.sidecar.SidecarHeader.Rater;
import org.annotomy.interchange.sidecar.SidecarHeader.Tombstone;
import org.annotomy.interchange.sidecar.SidecarHeader.VoxelStamp;
import org.annotomy.json.JsonArray;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;

/** The member {@code annotomy} of the FeatureCollection. */
final class HeaderJson {

	static final String FORMAT = "annotomy-sidecar";
	private static final String FRAME = "pixel-corner";

	/**
	 * What the header told.
	 *
	 * @param image null if it does not say
	 * @param protocol null if there was none
	 * @param unplaced features that could not be placed
	 * @param foreign members that are not ours
	 * @param readOnlyReason why nothing may be changed, or null
	 */
	record Parts(SidecarHeader header, ImageIdentity image, ProtocolStamp protocol, boolean complete,
			Map<LabelScope, Map<String, AttributeValue>> labels, List<Segment> segments, List<Link> links,
			List<JsonObject> unplaced, JsonObject foreign, String readOnlyReason) {}

	private HeaderJson() {}

	static JsonObject encode(AnnotationDocument document, SidecarHeader header, List<JsonObject> unplaced) {
		JsonObject.Builder to = JsonObject.builder().put("format", FORMAT).put("version", version(header))
				.put("revision", header.revision()).put("parent", header.parent());
		if (header.modified() != null) to.put("modified", header.modified().toString());
		to.put("generator", JsonObject.builder().put("name", "annotomy").put("version", header.program()).build())
				.put("frame", FRAME).put("image", IdentityJson.encode(document.image()));
		ProtocolStamp stamp = document.protocol().stamp();
		if (!stamp.equals(Protocol.NONE.stamp())) to.put("protocol", ProtocolStampJson.encode(stamp));
		to.put("complete", document.isComplete()).putUnlessEmpty("labels", labels(document));
		to.putUnlessEmpty("raters", JsonArray.of(header.raters().stream().map(HeaderJson::rater).toList()));
		if (header.voxels() != null || !document.segments().isEmpty()) to.put("voxels", voxels(document, header.voxels()));
		to.putUnlessEmpty("packs", PackJson.encode(header.packs()));
		to.putUnlessEmpty("links", JsonArray.of(document.links().stream()
				.sorted(Comparator.comparing(Link::id, FeatureIds.ORDER)).map(LinkJson::encode).toList()));
		to.putUnlessEmpty("unplaced", JsonArray.of(unplaced));
		to.putUnlessEmpty("tombstones", JsonArray.of(header.tombstones().stream().map(HeaderJson::tombstone).toList()));
		JsonValue foreign = document.foreign().get("annotomy").orElse(JsonObject.EMPTY);
		return Members.join(to.build(), foreign instanceof JsonObject object ? object : JsonObject.EMPTY);
	}

	/** Never lower than the version that was read. */
	private static String version(SidecarHeader header) {
		int[] read = numbers(header.version());
		boolean newer = read != null && read[0] == SidecarHeader.MAJOR && read[1] > SidecarHeader.MINOR;
		return newer ? header.version() : SidecarHeader.NEW.version();
	}

	private static JsonObject labels(AnnotationDocument document) {
		return LabelsJson.encode(Map.of(LabelScope.IMAGE, document.labels(LabelScope.IMAGE), LabelScope.STUDY,
				document.labels(LabelScope.STUDY)));
	}

	private static JsonObject rater(Rater rater) {
		return Members.join(JsonObject.builder().put("id", rater.id()).put("role", rater.role()).build(), rater.foreign());
	}

	private static JsonObject tombstone(Tombstone stone) {
		return Members.join(JsonObject.builder().put("id", stone.id()).put("deleted", stone.deleted()).put("by", stone.by())
				.build(), stone.foreign());
	}

	private static JsonObject voxels(AnnotationDocument document, VoxelStamp stamp) {
		JsonObject.Builder to = JsonObject.builder();
		if (stamp != null) to.put("sha256", stamp.sha256()).put("bytes", stamp.bytes());
		return to.put("segments", JsonArray.of(document.segments().stream()
				.map(segment -> SegmentJson.encode(segment, document.protocol())).toList())).build();
	}

	/**
	 * @throws JsonException if it is not our format, or a member is not what it must be; of a newer major version too
	 */
	static Parts decode(JsonObject annotomy, SeenClasses classes) throws JsonException {
		Members from = new Members(annotomy);
		String format = from.string("format");
		if (!FORMAT.equals(format)) throw new JsonException(annotomy.line(), "the member \"annotomy\" is not of our format.");
		String version = from.string("version");
		int[] numbers = version == null ? null : numbers(version);
		if (numbers == null) throw new JsonException(annotomy.line(), "the member \"version\" is not major.minor.");
		String readOnly = numbers[0] <= SidecarHeader.MAJOR
				? null
				: "they were written by a newer version of Annotomy (format " + version + "). Update it to change them";
		try {
			return decode(from, version, readOnly, classes);
		} catch (JsonException e) {
			if (readOnly == null) throw e;
			throw new JsonException(annotomy.line(), "the labels cannot be read: " + readOnly + ".");
		}
	}

	private static Parts decode(Members from, String version, String readOnly, SeenClasses classes) throws JsonException {
		JsonValue revision = from.take("revision");
		String parent = from.string("parent");
		Instant modified = instant(from);
		Members generator = from.nested("generator");
		generator.take("name");
		String program = generator.string("version");
		from.take("frame");
		ImageIdentity image = from.has("image") ? IdentityJson.take(from.nested("image")) : null;
		ProtocolStamp stamp = from.has("protocol") ? ProtocolStampJson.take(from.nested("protocol")) : null;
		boolean complete = from.bool("complete", false);
		Map<LabelScope, Map<String, AttributeValue>> labels = LabelsJson.take(from.nested("labels"));
		List<Rater> raters = raters(list(from, "raters"));
		Members voxels = from.nested("voxels");
		VoxelStamp voxelStamp = voxelStamp(voxels);
		List<Segment> segments = new ArrayList<>();
		for (JsonValue entry : list(voxels, "segments"))
			segments.add(SegmentJson.decode(entry.asObject(), classes));
		List<SidecarHeader.PackStamp> packs = PackJson.decode(list(from, "packs"));
		List<Link> links = new ArrayList<>();
		for (JsonValue entry : list(from, "links"))
			links.add(LinkJson.decode(entry.asObject()));
		List<JsonObject> unplaced = new ArrayList<>();
		for (JsonValue entry : list(from, "unplaced"))
			unplaced.add(entry.asObject());
		SidecarHeader header = new SidecarHeader(version, revision == null ? 0 : (long) revision.asDouble(), parent, modified,
				program, raters, voxelStamp, packs, tombstones(list(from, "tombstones")), List.of());
		return new Parts(header, image, stamp, complete, labels, segments, links, unplaced, from.rest(), readOnly);
	}

	private static VoxelStamp voxelStamp(Members voxels) throws JsonException {
		String sha256 = voxels.string("sha256");
		double bytes = voxels.number("bytes", 0);
		return sha256 == null ? null : new VoxelStamp(sha256, (long) bytes);
	}

	private static List<Rater> raters(List<JsonValue> entries) throws JsonException {
		List<Rater> raters = new ArrayList<>();
		for (JsonValue entry : entries) {
			Members from = new Members(entry.asObject());
			String id = from.string("id");
			try {
				raters.add(new Rater(id == null ? "" : id, from.string("role"), from.rest()));
			} catch (IllegalArgumentException e) {
				throw new JsonException(entry.line(), e.getMessage());
			}
		}
		return raters;
	}

	private static List<Tombstone> tombstones(List<JsonValue> entries) throws JsonException {
		List<Tombstone> stones = new ArrayList<>();
		for (JsonValue entry : entries) {
			Members from = new Members(entry.asObject());
			stones.add(new Tombstone(from.string("id"), from.string("deleted"), from.string("by"), from.rest()));
		}
		return stones;
	}

	private static List<JsonValue> list(Members from, String name) throws JsonException {
		JsonValue value = from.take(name);
		return value == null ? List.of() : value.asArray().values();
	}

	private static Instant instant(Members from) throws JsonException {
		String text = from.string("modified");
		try {
			return text == null ? null : Instant.parse(text);
		} catch (DateTimeException e) {
			throw new JsonException(from.source().line(), "the member \"modified\" is not an instant in UTC.");
		}
	}

	/** Major and minor; null if the text is not of that form. */
	private static int[] numbers(String version) {
		if (!version.matches("\\d{1,6}\\.\\d{1,6}")) return null;
		int dot = version.indexOf('.');
		return new int[]{Integer.parseInt(version.substring(0, dot)), Integer.parseInt(version.substring(dot + 1))};
	}

	/** For a file without our member. */
	static Parts none() {
		return new Parts(SidecarHeader.NEW, null, null, false, Map.of(), List.of(), List.of(), List.of(), JsonObject.EMPTY, null);
	}
}
