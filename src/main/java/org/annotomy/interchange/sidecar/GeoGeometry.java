package org.annotomy.interchange.sidecar;

import java.util.Arrays;
import java.util.Optional;

import org.annotomy.geometry.Box;
import org.annotomy.json.JsonArray;
import org.annotomy.json.JsonValue;

/**
 * A GeoJSON geometry: its type and coordinates (pixels of level 0, pixel-corner frame).
 *
 * @param parts polygons, each with its rings (shell first, then holes); of a MultiLineString one part with all lines; of the other types
 *            one part with one run of points. Each run is x y x y …; rings are open here and closed in the file
 * @param ellipse QuPath's mark that the ring stands for the upright ellipse in its bounding box
 */
record GeoGeometry(Kind kind, double[][][] parts, boolean ellipse) {

	/** The types of GeoJSON that QuPath reads. */
	enum Kind {
		POINT("Point", 1), MULTI_POINT("MultiPoint", 2), LINE_STRING("LineString", 2), MULTI_LINE_STRING("MultiLineString",
				3), POLYGON("Polygon", 3), MULTI_POLYGON("MultiPolygon", 4);

		private final String word;
		private final int depth;

		Kind(String word, int depth) {
			this.word = word;
			this.depth = depth;
		}

		/** As in GeoJSON. */
		String word() {
			return word;
		}

		/** How deep the arrays of coordinates are nested. */
		int depth() {
			return depth;
		}

		boolean isArea() { return this == POLYGON || this == MULTI_POLYGON; }

		boolean isLine() { return this == LINE_STRING || this == MULTI_LINE_STRING; }

		static Optional<Kind> of(String word) {
			for (Kind kind : values())
				if (kind.word.equals(word)) return Optional.of(kind);
			return Optional.empty();
		}
	}

	static GeoGeometry of(Kind kind, double... xy) {
		return new GeoGeometry(kind, new double[][][]{{xy}}, false);
	}

	/** The only run of points of a type that has one. */
	double[] points() {
		return parts[0][0];
	}

	Box bounds() {
		Box bounds = null;
		for (double[][] part : parts)
			for (double[] run : part)
				bounds = bounds == null ? Box.around(run) : bounds.union(Box.around(run));
		return bounds;
	}

	/** The coordinates as they stand in the file, at most 3 decimals. */
	JsonArray coordinates() {
		JsonValue[] all = new JsonValue[parts.length];
		for (int i = 0; i < all.length; i++) {
			JsonValue[] runs = new JsonValue[parts[i].length];
			for (int k = 0; k < runs.length; k++)
				runs[k] = positions(parts[i][k]);
			all[i] = JsonArray.of(runs);
		}
		JsonArray array = JsonArray.of(all);
		for (int depth = 4; depth > kind.depth; depth--)
			array = (JsonArray) array.get(0);
		return array;
	}

	private JsonArray positions(double[] run) {
		return ExactNumbers.pairs(kind.isArea() ? closed(run) : run);
	}

	private static double[] closed(double[] ring) {
		double[] closed = Arrays.copyOf(ring, ring.length + 2);
		closed[ring.length] = ring[0];
		closed[ring.length + 1] = ring[1];
		return closed;
	}

	boolean sameNumbers(GeoGeometry other) {
		return kind == other.kind && ellipse == other.ellipse && Arrays.deepEquals(parts, other.parts);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof GeoGeometry geometry && sameNumbers(geometry);
	}

	@Override
	public int hashCode() {
		return Arrays.deepHashCode(parts);
	}
}
