package org.annotomy.display.scene;

import java.util.Arrays;

/** Some rows of a picture, and the triangles that are drawn there: of those that face the camera, the nearest at each pixel. */
final class Band {

	private final int width;
	private final int first;
	private final int end;
	/** Depth and brightness of the surface drawn last with {@link #draw}; of the rows of this band only. */
	final float[] depth;
	final float[] shade;

	/** @param end row behind the last one */
	Band(int width, int first, int end) {
		this.width = width;
		this.first = first;
		this.end = end;
		depth = new float[width * (end - first)];
		shade = new float[depth.length];
		clear();
	}

	void clear() {
		Arrays.fill(depth, Float.POSITIVE_INFINITY);
	}

	void draw(Projected p) {
		int[] corners = p.surface.mesh().corners();
		for (int i = 0; i < corners.length; i += 3) {
			int a = corners[i];
			int b = corners[i + 1];
			int c = corners[i + 2];
			float top = Math.min(p.y[a], Math.min(p.y[b], p.y[c]));
			float bottom = Math.max(p.y[a], Math.max(p.y[b], p.y[c]));
			if (bottom < first || top > end) continue;
			float area = (p.x[b] - p.x[a]) * (p.y[c] - p.y[a]) - (p.x[c] - p.x[a]) * (p.y[b] - p.y[a]);
			// Seen from outside, corners turn anticlockwise in space: clockwise where y goes down, which is a negative area here.
			if (area < 0) fill(p, a, b, c, top, bottom, 1 / area);
		}
	}

	private void fill(Projected p, int a, int b, int c, float top, float bottom, float perArea) {
		int fromX = Math.max(0, (int) Math.ceil(Math.min(p.x[a], Math.min(p.x[b], p.x[c])) - 0.5f));
		int toX = Math.min(width - 1, (int) Math.floor(Math.max(p.x[a], Math.max(p.x[b], p.x[c])) - 0.5f));
		int fromY = Math.max(first, (int) Math.ceil(top - 0.5f));
		int toY = Math.min(end - 1, (int) Math.floor(bottom - 0.5f));
		float stepB = (p.y[c] - p.y[a]) * perArea;
		float stepC = -(p.y[b] - p.y[a]) * perArea;
		for (int y = fromY; y <= toY; y++) {
			float dx = fromX + 0.5f - p.x[a];
			float dy = y + 0.5f - p.y[a];
			float partB = (dx * (p.y[c] - p.y[a]) - (p.x[c] - p.x[a]) * dy) * perArea;
			float partC = ((p.x[b] - p.x[a]) * dy - dx * (p.y[b] - p.y[a])) * perArea;
			int at = width * (y - first) + fromX;
			for (int x = fromX; x <= toX; x++, at++, partB += stepB, partC += stepC) {
				if (partB < -1e-5f || partC < -1e-5f || partB + partC > 1.00001f) continue;
				float z = p.depth[a] + partB * (p.depth[b] - p.depth[a]) + partC * (p.depth[c] - p.depth[a]);
				if (z >= depth[at]) continue;
				depth[at] = z;
				shade[at] = p.shade[a] + partB * (p.shade[b] - p.shade[a]) + partC * (p.shade[c] - p.shade[a]);
			}
		}
	}
}
