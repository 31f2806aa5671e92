package org.annotomy.display.scene;

import java.util.Collection;

import org.annotomy.geometry.Position;
import org.annotomy.geometry.TriangleMesh;

/**
 * From where surfaces are looked at, without perspective: what is far looks as large as what is near.
 *
 * @param centre what lies in the middle of the picture, in mm
 * @param right where the picture's rows go; of length 1, as the other two
 * @param down where its columns go
 * @param pixelsPerMm how large
 */
public record Camera(Position centre, Position right, Position down, double pixelsPerMm) {

	private static final double PART_OF_PICTURE = 0.92;

	/** From in front of a patient who stands upright (LPS). */
	public static Camera fromFront() {
		return new Camera(Position.ORIGIN, new Position(1, 0, 0), new Position(0, 0, -1), 1);
	}

	/** As slices of an image are looked at: x to the right, y down. */
	public static Camera alongSlices() {
		return new Camera(Position.ORIGIN, new Position(1, 0, 0), new Position(0, 1, 0), 1);
	}

	/** Into the picture. */
	public Position forward() {
		return right.cross(down);
	}

	/** Turned about the picture's own axes. @param aroundDown in radians, as if a hand dragged the front to the right; likewise {@code aroundRight} down */
	public Camera turned(double aroundDown, double aroundRight) {
		Position forward = forward();
		Position r = right.times(Math.cos(aroundDown)).plus(forward.times(Math.sin(aroundDown))).unit();
		Position f = r.cross(down).unit();
		Position d = down.times(Math.cos(aroundRight)).plus(f.times(Math.sin(aroundRight))).unit();
		return new Camera(centre, r, d, pixelsPerMm);
	}

	/** Seen from another side, at the same size. */
	public Camera from(Position newRight, Position newDown) {
		return new Camera(centre, newRight.unit(), newDown.unit(), pixelsPerMm);
	}

	public Camera zoomed(double factor) {
		return new Camera(centre, right, down, Math.max(1e-3, Math.min(1e3, pixelsPerMm * factor)));
	}

	/** Shifted by pixels of the picture. */
	public Camera shifted(double dx, double dy) {
		return new Camera(centre.minus(right.times(dx / pixelsPerMm)).minus(down.times(dy / pixelsPerMm)), right, down,
				pixelsPerMm);
	}

	/** So that all surfaces fit into a picture from whatever side; unchanged if there are none. */
	public Camera fit(Collection<TriangleMesh> meshes, int width, int height) {
		float[] low = {Float.MAX_VALUE, Float.MAX_VALUE, Float.MAX_VALUE};
		float[] high = {-Float.MAX_VALUE, -Float.MAX_VALUE, -Float.MAX_VALUE};
		for (TriangleMesh mesh : meshes)
			for (int i = 0; i < mesh.xyz().length; i++) {
				low[i % 3] = Math.min(low[i % 3], mesh.xyz()[i]);
				high[i % 3] = Math.max(high[i % 3], mesh.xyz()[i]);
			}
		if (low[0] > high[0]) return this;
		Position a = new Position(low[0], low[1], low[2]);
		Position b = new Position(high[0], high[1], high[2]);
		double across = Math.max(1e-3, a.distanceTo(b));
		return new Camera(a.plus(b).times(0.5), right, down, PART_OF_PICTURE * Math.min(width, height) / across);
	}

	/** The place at a pixel (pixel-corner frame) and a depth. @param depth in mm beyond the centre */
	public Position place(double x, double y, double depth, int width, int height) {
		return centre.plus(right.times((x - width / 2.0) / pixelsPerMm)).plus(down.times((y - height / 2.0) / pixelsPerMm))
				.plus(forward().times(depth));
	}
}
