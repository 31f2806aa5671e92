package org.annotomy.display.scene;

import java.util.Arrays;
import java.util.List;

import org.annotomy.geometry.TriangleMesh;
import org.annotomy.geometry.VoxelBox;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.segmentation.surface.MarchingCubes;
import org.annotomy.segmentation.surface.Meshes;
import org.annotomy.task.Progress;

/** Turning a surface of more than 300,000 triangles in a picture of 600 × 600 pixels, solid and translucent. */
public final class SurfaceRendererBenchmark {

	private SurfaceRendererBenchmark() {}

	/** Prints triangles, and pictures in a second. */
	public static void main(String[] args) {
		TriangleMesh mesh = MarchingCubes.of(Meshes.ball(new VoxelBox(0, 0, 0, 230, 230, 230), 110, new double[]{1, 1, 1}),
				new VoxelSpacing(1, 1, 1), Progress.NONE);
		for (double opacity : new double[]{1, 0.5, 1, 0.5}) {
			Camera camera = Camera.fromFront().fit(List.of(mesh), 600, 600);
			List<Surface> surfaces = List.of(Surface.of(mesh, 0x40c0ff, opacity));
			double[] ms = new double[60];
			for (int i = 0; i < ms.length; i++) {
				camera = camera.turned(0.1, 0.03);
				long from = System.nanoTime();
				SurfaceRenderer.render(surfaces, camera, 600, 600);
				ms[i] = (System.nanoTime() - from) / 1e6;
			}
			Arrays.sort(ms);
			System.out.printf("%d triangles, opacity %.1f: median %.1f ms (%.0f pictures a second), 95 %% %.1f ms%n",
					mesh.triangles(), opacity,
					ms[30], 1000 / ms[30], ms[57]);
		}
	}
}
