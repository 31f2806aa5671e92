package org.annotomy.annotation.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.annotation.model.ObjectType;
import org.annotomy.annotation.model.Plane;
import org.annotomy.annotation.shape.PolygonShape;

/** Made-up cells: star-shaped outlines on a grid, two classes, one measurement. The same seed gives the same cells. */
public final class Cells {

	private Cells() {}

	/** @param pitch pixels between the middles of neighbours */
	public static List<AnnotationObject> some(int count, int columns, double pitch, long seed) {
		Random random = new Random(seed);
		List<AnnotationObject> cells = new ArrayList<>();
		for (int i = 0; i < count; i++)
			cells.add(
					cell(new UUID(random.nextLong(), random.nextLong()), (i % columns + 0.5) * pitch, (i / columns + 0.5) * pitch,
							pitch, random));
		return cells;
	}

	private static AnnotationObject cell(UUID id, double x, double y, double pitch, Random random) {
		int points = 17 + random.nextInt(14);
		double[] xy = new double[2 * points];
		for (int i = 0; i < points; i++) {
			double radius = pitch * (0.15 + 0.3 * random.nextDouble());
			xy[2 * i] = Math.rint(100 * (x + radius * Math.cos(2 * Math.PI * i / points))) / 100;
			xy[2 * i + 1] = Math.rint(100 * (y + radius * Math.sin(2 * Math.PI * i / points))) / 100;
		}
		return AnnotationObject.builder(id, PolygonShape.of(xy), Plane.FIRST).type(ObjectType.DETECTION)
				.classKey(random.nextInt(3) == 0 ? "tumor" : "stroma")
				.measurements(Map.of("Area", Math.rint(random.nextDouble() * 1e5) / 1e3)).build();
	}

	/** In blocks of so many. @throws IllegalArgumentException if one of them does not fit into a block */
	public static List<DetectionBlock> blocks(List<AnnotationObject> cells, int perBlock) {
		List<DetectionBlock> blocks = new ArrayList<>();
		BlockBuilder block = new BlockBuilder();
		for (AnnotationObject cell : cells) {
			if (!block.add(cell)) throw new IllegalArgumentException("A cell does not fit into a block.");
			if (block.size() == perBlock) blocks.add(block.build());
		}
		if (block.size() > 0) blocks.add(block.build());
		return blocks;
	}
}
