package org.annotomy.segmentation.outline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.annotomy.annotation.shape.PolygonShape;
import org.annotomy.annotation.shape.PolygonShape.Origin;
import org.annotomy.annotation.shape.Ring;
import org.annotomy.geometry.Vertices;
import org.annotomy.segmentation.outline.BorderTracer.Border;
import org.annotomy.task.Progress;
import org.annotomy.task.Ranges;

/**
 * The outlines of all labels of a label image, along the edges of pixels: whole-numbered corners, one part per group of pixels that share
 * edges, holes where they are. Rings are simple and touch at most in corners. No centre lies on an edge, so filling the outlines gives the
 * label image back under any rule for ties. Several threads share the rows; the result does not depend on how many.
 */
public final class LabelTracing {

	static final String DOING = "Tracing outlines";
	/** A thread is not worth while for fewer pixels. */
	private static final int LEAST_PIXELS = 1 << 18;

	private LabelTracing() {}

	/**
	 * @return by label, in ascending order; without background; the rectangle's first pixel is at (0, 0)
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	public static Map<Integer, PolygonShape> outlines(LabelPixels labels, Progress progress) {
		return of(labels, progress);
	}

	/** By number. */
	static Map<Integer, PolygonShape> of(Pixels pixels, Progress progress) {
		int pieces = Ranges.pieces(pixels.height(), LEAST_PIXELS / Math.max(1, pixels.width()) + 1);
		PixelGroups groups = new PixelGroups(pixels, pieces, progress.part(0, 0.4));
		List<List<Border>> found = new ArrayList<>();
		for (int i = 0; i < pieces; i++)
			found.add(List.of());
		Ranges.forEach(pixels.height(), pieces, progress.part(0.4, 1), DOING,
				(piece, from, to) -> found.set(piece, new BorderTracer(pixels, groups, from, to).borders()));
		Map<Integer, Part> parts = new LinkedHashMap<>();
		for (List<Border> piece : found)
			for (Border border : piece)
				parts.computeIfAbsent(border.group(), group -> new Part(border.number())).add(border.ring());
		return polygons(parts);
	}

	private static Map<Integer, PolygonShape> polygons(Map<Integer, Part> parts) {
		Map<Integer, List<Ring>> rings = new TreeMap<>();
		for (Part part : parts.values())
			rings.computeIfAbsent(part.number, number -> new ArrayList<>(1)).add(new Ring(part.shell, part.holes));
		Map<Integer, PolygonShape> polygons = new LinkedHashMap<>();
		rings.forEach((number, of) -> polygons.put(number, new PolygonShape(of, Origin.TRACED)));
		return polygons;
	}

	/** What bounds one group of pixels. */
	private static final class Part {

		private final int number;
		private final List<Vertices> holes = new ArrayList<>(0);
		private Vertices shell;

		Part(int number) {
			this.number = number;
		}

		void add(Vertices ring) {
			if (ring.signedArea() > 0) shell = ring;
			else holes.add(ring);
		}
	}
}
