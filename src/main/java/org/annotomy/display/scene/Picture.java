package org.annotomy.display.scene;

import java.util.Optional;

import org.annotomy.geometry.Position;

/**
 * Surfaces as they are seen.
 *
 * @param argb row by row, opaque
 * @param depth of what is nearest, in mm beyond the camera's centre; infinite where nothing is
 * @param surface index of the surface that is nearest; −1 where nothing is
 */
public record Picture(Camera camera, int width, int height, int[] argb, float[] depth, short[] surface) {

	/** What lies under a pixel. */
	public record Hit(int surface, Position place) {}

	/** The nearest surface under a pixel; empty if there is none or the pixel lies outside. */
	public Optional<Hit> pick(int x, int y) {
		if (x < 0 || y < 0 || x >= width || y >= height || surface[x + width * y] < 0) return Optional.empty();
		int i = x + width * y;
		return Optional.of(new Hit(surface[i], camera.place(x + 0.5, y + 0.5, depth[i], width, height)));
	}
}
