package org.annotomy.training;

import java.util.ArrayList;
import java.util.List;

import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.Ring;
import org.annotomy.annotation.shape.ShapeGeometry;
import org.annotomy.geometry.Box;
import org.annotomy.geometry.Vertices;
import org.annotomy.json.JsonArray;
import org.annotomy.json.JsonObject;
import org.annotomy.json.JsonScalar;
import org.annotomy.json.JsonValue;
import org.annotomy.segmentation.outline.PixelSpans;

/** A mark as COCO has it (cocodataset.org, format of object detection): a polygon, or a run-length code if it has holes. */
final class CocoMark {

	private CocoMark() {}

	/** Without the identifiers that are given when the file is put together. @param size of the tile */
	static JsonObject of(TileMark mark, int size) {
		PolygonShape area = mark.area();
		Box box = area.bounds();
		boolean holes = area.parts().stream().anyMatch(part -> !part.holes().isEmpty());
		return JsonObject.builder().put("category_id", mark.order() + 1)
				.put("bbox", JsonArray.of(number(box.x()), number(box.y()), number(box.width()), number(box.height())))
				.put("area", number(ShapeGeometry.of(area).getArea()))
				.put("segmentation", holes ? runs(area, size) : polygons(area))
				.put("iscrowd", 0).build();
	}

	private static JsonScalar number(double value) {
		return JsonScalar.of(Math.rint(100 * value) / 100);
	}

	private static JsonArray polygons(PolygonShape area) {
		List<JsonValue> parts = new ArrayList<>();
		for (Ring part : area.parts()) {
			Vertices shell = part.shell();
			List<JsonValue> xy = new ArrayList<>();
			for (int i = 0; i < shell.size(); i++) {
				xy.add(number(shell.x(i)));
				xy.add(number(shell.y(i)));
			}
			parts.add(JsonArray.of(xy));
		}
		return JsonArray.of(parts);
	}

	/** Down the columns from the left, beginning with pixels outside. */
	private static JsonObject runs(PolygonShape area, int size) {
		boolean[] inside = new boolean[size * size];
		PixelSpans.forEach(area, size, size, (y, from, to) -> {
			for (int x = from; x < to; x++)
				inside[y + x * size] = true;
		});
		List<JsonValue> counts = new ArrayList<>();
		boolean now = false;
		int run = 0;
		for (boolean pixel : inside) {
			if (pixel != now) {
				counts.add(JsonScalar.of(run));
				run = 0;
				now = pixel;
			}
			run++;
		}
		counts.add(JsonScalar.of(run));
		return JsonObject.builder().put("counts", JsonArray.of(counts))
				.put("size", JsonArray.of(JsonScalar.of(size), JsonScalar.of(size))).build();
	}
}
