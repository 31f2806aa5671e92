package org.annotomy.display.scene;

import org.annotomy.geometry.TriangleMesh;

/**
 * A surface and its look.
 *
 * @param normals of the mesh's vertices; not copied
 * @param rgb 0xRRGGBB
 * @param opacity 0 to 1
 */
public record Surface(TriangleMesh mesh, float[] normals, int rgb, double opacity) {

	public static Surface of(TriangleMesh mesh, int rgb, double opacity) {
		return new Surface(mesh, mesh.normals(), rgb, opacity);
	}

	/** The same in another colour. */
	public Surface look(int newRgb, double newOpacity) {
		return new Surface(mesh, normals, newRgb, newOpacity);
	}
}
