package org.annotomy.interchange.sidecar;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.annotomy.digest.Sha256;
import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.identity.ImageHash;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.json.JsonArray;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonScalar;
import org.annotomy.json.JsonValue;

/** Which image: the member {@code image}. */
public final class IdentityJson {

	/** More instances than these are written as one digest ({@link #SOP_SET}); they cannot be listed again from it. */
	public static final int MOST_SOP_UIDS = 50;

	/** The digest of many SOP Instance UIDs: SHA-256 of the sorted UIDs joined by line feeds. */
	public static final String SOP_SET = "sopSet";

	private static final String SHA256 = "sha256";

	private IdentityJson() {}

	/** Equal after {@link #decode} unless there are more than {@link #MOST_SOP_UIDS} instances. */
	public static JsonObject encode(ImageIdentity image) {
		JsonObject.Builder to = JsonObject.builder().put("kind", image.kind()).put("studyUID", image.studyUid())
				.put("seriesUID", image.seriesUid());
		List<ImageHash> hashes = new ArrayList<>(image.hashes());
		if (image.sopUids().size() > MOST_SOP_UIDS) {
			hashes.removeIf(hash -> hash.of().equals(SOP_SET));
			to.put("sopSetHash", sopSetHash(image.sopUids()));
		} else to.putUnlessEmpty("sopUID", JsonArray.of(image.sopUids().stream().map(JsonScalar::of).toList()));
		ImageSize size = image.size();
		to.put("frameOfReferenceUID", image.frameOfReferenceUid())
				.put("size", ExactNumbers.of(size.x(), size.y(), size.z(), size.c(), size.t()))
				.put("spacing", spacing(image.spacing())).put("unit", image.unit()).put("spacingSource", image.spacingSource());
		if (image.voxelToPatient() != null) putPlace(to, image.voxelToPatient());
		return to.putUnlessEmpty("hash", JsonArray.of(hashes.stream().map(IdentityJson::hash).toList())).build();
	}

	/** @throws JsonException if kind or size are missing, or a member is not what it must be */
	public static ImageIdentity decode(JsonObject image) throws JsonException {
		return take(new Members(image));
	}

	static ImageIdentity take(Members from) throws JsonException {
		String kind = from.string("kind");
		JsonValue size = from.take("size");
		if (kind == null || size == null) throw new JsonException(from.source().line(), "an image needs \"kind\" and \"size\".");
		double[] spacing = spacing(from.take("spacing"));
		try {
			return new ImageIdentity(kind, size(size.asArray()), from.string("studyUID"), from.string("seriesUID"),
					texts(from.take("sopUID")), from.string("frameOfReferenceUID"), spacing, from.string("unit"),
					from.string("spacingSource"), place(from, spacing), hashes(from));
		} catch (IllegalArgumentException e) {
			throw new JsonException(from.source().line(), e.getMessage());
		}
	}

	private static JsonObject hash(ImageHash hash) {
		return JsonObject.builder().put("of", hash.of()).put("alg", hash.algorithm()).put("value", hash.value()).build();
	}

	private static List<ImageHash> hashes(Members from) throws JsonException {
		List<ImageHash> hashes = new ArrayList<>();
		JsonValue stored = from.take("hash");
		if (stored != null) for (JsonValue value : stored.asArray()) {
			JsonObject hash = value.asObject();
			hashes.add(new ImageHash(hash.require("of").asString(), hash.require("alg").asString(),
					hash.require("value").asString()));
		}
		String sopSet = from.string("sopSetHash");
		if (sopSet != null) hashes.add(new ImageHash(SOP_SET, SHA256, sopSet));
		return hashes;
	}

	private static JsonArray spacing(double[] spacing) {
		List<JsonValue> values = new ArrayList<>();
		for (double step : spacing)
			values.add(Double.isNaN(step) ? JsonScalar.NULL : ExactNumbers.of(step));
		return JsonArray.of(values);
	}

	private static double[] spacing(JsonValue value) throws JsonException {
		double[] spacing = {Double.NaN, Double.NaN, Double.NaN};
		if (value == null) return spacing;
		JsonArray steps = value.asArray();
		for (int axis = 0; axis < Math.min(3, steps.size()); axis++)
			if (!steps.get(axis).isNull()) spacing[axis] = ExactNumbers.read(steps.get(axis));
		return spacing;
	}

	private static ImageSize size(JsonArray size) throws JsonException {
		if (size.size() != 5) throw new JsonException(size.line(), "\"size\" needs five numbers: x, y, z, c, t.");
		return new ImageSize(size.get(0).asInt(), size.get(1).asInt(), size.get(2).asInt(), size.get(3).asInt(),
				size.get(4).asInt());
	}

	/** Direction (unit vectors of x, y, z one after the other) and origin for others; all twelve numbers for exactness. */
	private static void putPlace(JsonObject.Builder to, Affine place) {
		double[] direction = new double[9];
		for (int axis = 0; axis < 3; axis++) {
			Position step = place.step(axis);
			direction[3 * axis] = step.x() / step.norm();
			direction[3 * axis + 1] = step.y() / step.norm();
			direction[3 * axis + 2] = step.z() / step.norm();
		}
		Position origin = place.origin();
		to.put("direction", ExactNumbers.of(direction)).put("origin", ExactNumbers.of(origin.x(), origin.y(), origin.z()))
				.put("voxelToPatient", ExactNumbers.of(place.rows()));
	}

	private static Affine place(Members from, double[] spacing) throws JsonException {
		JsonValue direction = from.take("direction");
		JsonValue origin = from.take("origin");
		JsonValue exact = from.take("voxelToPatient");
		if (exact != null) return Affine.ofRows(ExactNumbers.readAll(exact, 12));
		if (direction == null || origin == null) return null;
		double[] d = ExactNumbers.readAll(direction, 9);
		double[] o = origin.asArray().doubles();
		if (o.length != 3) throw new JsonException(origin.line(), "\"origin\" needs three numbers.");
		Position[] steps = new Position[3];
		for (int axis = 0; axis < 3; axis++)
			steps[axis] = new Position(d[3 * axis], d[3 * axis + 1], d[3 * axis + 2])
					.times(Double.isNaN(spacing[axis]) ? 1 : spacing[axis]);
		return Affine.of(new Position(o[0], o[1], o[2]), steps[0], steps[1], steps[2]);
	}

	private static List<String> texts(JsonValue value) throws JsonException {
		List<String> texts = new ArrayList<>();
		if (value != null)
			for (JsonValue text : value.asArray())
				texts.add(text.asString());
		return texts;
	}

	/** The digest that stands for many SOP Instance UIDs, whatever their order. */
	public static String sopSetHash(List<String> uids) {
		String sorted = uids.stream().sorted().collect(Collectors.joining("\n"));
		return Sha256.hex(sorted.getBytes(StandardCharsets.US_ASCII));
	}
}
