package org.annotomy.display.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.annotomy.task.Progress;
import org.annotomy.task.Ranges;

/**
 * Draws surfaces with a buffer of depths and smooth shading by a light at the camera. Opaque surfaces hide each other pixel by pixel;
 * translucent ones are laid over them, the one that is farther away on the whole first, each with its front only. The same picture for any
 * number of threads.
 */
public final class SurfaceRenderer {

	private static final int BACKGROUND = 0xff14181d;
	private static final int LEAST_ROWS = 32;

	private final List<Surface> surfaces;
	private final Camera camera;
	private final int width;
	private final int height;
	private final int[] argb;
	private final float[] opaque;
	private final float[] nearest;
	private final short[] nearestSurface;

	private SurfaceRenderer(List<Surface> surfaces, Camera camera, int width, int height) {
		this.surfaces = surfaces;
		this.camera = camera;
		this.width = width;
		this.height = height;
		argb = new int[width * height];
		opaque = new float[width * height];
		nearest = new float[width * height];
		nearestSurface = new short[width * height];
		Arrays.fill(argb, BACKGROUND);
		Arrays.fill(opaque, Float.POSITIVE_INFINITY);
		Arrays.fill(nearest, Float.POSITIVE_INFINITY);
		Arrays.fill(nearestSurface, (short) -1);
	}

	/**
	 * @param surfaces closed; at most 32767
	 * @param width pixels, 1 or more; likewise {@code height}
	 */
	public static Picture render(List<Surface> surfaces, Camera camera, int width, int height) {
		return new SurfaceRenderer(surfaces, camera, width, height).rendered();
	}

	private Picture rendered() {
		List<Projected> projected = new ArrayList<>();
		for (Surface surface : surfaces)
			projected.add(new Projected(surface, camera, width, height));
		List<Integer> order = new ArrayList<>();
		for (int i = 0; i < surfaces.size(); i++)
			if (surfaces.get(i).opacity() > 0) order.add(i);
		double[] depths = projected.stream().mapToDouble(Projected::meanDepth).toArray();
		order.sort(Comparator.comparing((Integer i) -> surfaces.get(i).opacity() < 1).thenComparing(i -> -depths[i]));
		Ranges.forEach(height, Ranges.pieces(height, LEAST_ROWS), Progress.NONE, "", (piece, from, to) -> {
			Band band = new Band(width, from, to);
			for (int i : order) {
				band.clear();
				band.draw(projected.get(i));
				lay(band, i, from);
			}
		});
		return new Picture(camera, width, height, argb, nearest, nearestSurface);
	}

	private void lay(Band band, int index, int firstRow) {
		Surface surface = surfaces.get(index);
		boolean solid = surface.opacity() >= 1;
		for (int i = 0, at = width * firstRow; i < band.depth.length; i++, at++) {
			float z = band.depth[i];
			if (z >= opaque[at] || z == Float.POSITIVE_INFINITY) continue;
			int colour = shaded(surface.rgb(), band.shade[i]);
			argb[at] = solid ? colour : mixed(colour, argb[at], surface.opacity());
			if (solid) opaque[at] = z;
			if (z >= nearest[at]) continue;
			nearest[at] = z;
			nearestSurface[at] = (short) index;
		}
	}

	private static int shaded(int rgb, float shade) {
		int r = (int) ((rgb >> 16 & 0xff) * shade);
		int g = (int) ((rgb >> 8 & 0xff) * shade);
		int b = (int) ((rgb & 0xff) * shade);
		return 0xff000000 | r << 16 | g << 8 | b;
	}

	private static int mixed(int above, int below, double opacity) {
		int mixed = 0xff000000;
		for (int shift = 0; shift <= 16; shift += 8) {
			int a = above >> shift & 0xff;
			int b = below >> shift & 0xff;
			mixed |= (int) Math.round(b + opacity * (a - b)) << shift;
		}
		return mixed;
	}
}
