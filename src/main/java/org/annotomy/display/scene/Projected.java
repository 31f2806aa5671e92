package org.annotomy.display.scene;

import org.annotomy.geometry.Position;
import org.annotomy.task.Progress;
import org.annotomy.task.Ranges;

/** The vertices of a surface in a picture: where they lie, how deep, and how bright. */
final class Projected {

	private static final int LEAST_VERTICES = 8192;
	private static final float DARKEST = 0.22f;

	final Surface surface;
	final float[] x;
	final float[] y;
	final float[] depth;
	final float[] shade;

	Projected(Surface surface, Camera camera, int width, int height) {
		this.surface = surface;
		int n = surface.mesh().vertices();
		x = new float[n];
		y = new float[n];
		depth = new float[n];
		shade = new float[n];
		Ranges.forEach(n, Ranges.pieces(n, LEAST_VERTICES), Progress.NONE, "",
				(piece, from, to) -> project(camera, width, height, from, to));
	}

	private void project(Camera camera, int width, int height, int from, int to) {
		float[] xyz = surface.mesh().xyz();
		float[] normals = surface.normals();
		float[] r = floats(camera.right().times(camera.pixelsPerMm()));
		float[] d = floats(camera.down().times(camera.pixelsPerMm()));
		float[] f = floats(camera.forward());
		float[] c = floats(camera.centre());
		for (int v = from, i = 3 * from; v < to; v++, i += 3) {
			float px = xyz[i] - c[0];
			float py = xyz[i + 1] - c[1];
			float pz = xyz[i + 2] - c[2];
			x[v] = width / 2f + r[0] * px + r[1] * py + r[2] * pz;
			y[v] = height / 2f + d[0] * px + d[1] * py + d[2] * pz;
			depth[v] = f[0] * px + f[1] * py + f[2] * pz;
			float facing = -(f[0] * normals[i] + f[1] * normals[i + 1] + f[2] * normals[i + 2]);
			shade[v] = DARKEST + (1 - DARKEST) * Math.max(0, facing);
		}
	}

	private static float[] floats(Position p) {
		return new float[]{(float) p.x(), (float) p.y(), (float) p.z()};
	}

	/** How deep the surface lies on the whole. */
	double meanDepth() {
		double sum = 0;
		for (float value : depth)
			sum += value;
		return depth.length == 0 ? 0 : sum / depth.length;
	}
}
