package org.annotomy.interchange.sidecar;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.annotomy.annotation.detection.DetectionBlock;
import org.annotomy.geometry.Box;
import org.annotomy.interchange.sidecar.SidecarHeader.PackStamp;
import org.annotomy.interchange.sidecar.SidecarHeader.PackedBlock;
import org.annotomy.json.JsonArray;
import org.annotomy.json.JsonException;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonValue;

/** The member {@code packs}: {@code {sha256, bytes, count, bbox:[left,top,right,bottom], blocks:[key,rows,…]}} each. */
final class PackJson {

	private PackJson() {}

	static JsonArray encode(List<PackStamp> packs) {
		List<JsonValue> all = new ArrayList<>();
		for (PackStamp pack : packs) {
			Box box = pack.bounds();
			double[] blocks = new double[2 * pack.blocks().size()];
			for (int i = 0; i < blocks.length; i += 2) {
				blocks[i] = pack.blocks().get(i / 2).key();
				blocks[i + 1] = pack.blocks().get(i / 2).rows();
			}
			all.add(JsonObject.builder().put("sha256", pack.sha256()).put("bytes", pack.bytes()).put("count", pack.count())
					.put("bbox", ExactNumbers.of(box.x(), box.y(), box.maxX(), box.maxY())).put("blocks", ExactNumbers.of(blocks))
					.build());
		}
		return JsonArray.of(all);
	}

	/** @throws JsonException if one is not as {@link #encode} writes it */
	static List<PackStamp> decode(List<JsonValue> packs) throws JsonException {
		List<PackStamp> all = new ArrayList<>();
		Set<Integer> keys = new HashSet<>();
		for (JsonValue entry : packs) {
			JsonObject pack = entry.asObject();
			String sha256 = pack.string("sha256", "");
			if (!sha256.matches("[0-9a-f]{64}")) throw new JsonException(pack.line(), "a pack of detections has no digest.");
			all.add(new PackStamp(sha256, (long) pack.number("bytes", 0), box(pack), blocks(pack, keys)));
		}
		return all;
	}

	private static Box box(JsonObject pack) throws JsonException {
		List<JsonValue> box = pack.list("bbox");
		if (box.size() != 4) throw new JsonException(pack.line(), "the place of a pack of detections is not four numbers.");
		for (JsonValue number : box)
			if (!Double.isFinite(number.asDouble()))
				throw new JsonException(pack.line(), "the place of a pack of detections is not finite.");
		double left = box.get(0).asDouble();
		double top = box.get(1).asDouble();
		return new Box(left, top, Math.max(0, box.get(2).asDouble() - left), Math.max(0, box.get(3).asDouble() - top));
	}

	private static List<PackedBlock> blocks(JsonObject pack, Set<Integer> keys) throws JsonException {
		List<PackedBlock> blocks = new ArrayList<>();
		List<JsonValue> numbers = pack.list("blocks");
		for (int i = 0; i + 1 < numbers.size(); i += 2) {
			int key = numbers.get(i).asInt();
			int rows = numbers.get(i + 1).asInt();
			if (key < 0 || rows < 1 || rows > DetectionBlock.MOST_ROWS || !keys.add(key))
				throw new JsonException(pack.line(), "the blocks of a pack of detections are broken.");
			blocks.add(new PackedBlock(key, rows));
		}
		return blocks;
	}
}
