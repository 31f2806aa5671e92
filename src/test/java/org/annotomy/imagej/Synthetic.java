package org.annotomy.imagej;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.annotomy.geometry.Affine;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.Planes;
import org.annotomy.image.SpacingSource;
import org.annotomy.image.ValueScale;
import org.annotomy.image.Window;

import net.imglib2.type.NativeType;

/** Small images as a reader would hand them over. */
final class Synthetic {

	double[] spacing = {0.7, 0.8, 2.5};
	SpacingSource source = SpacingSource.PATIENT;
	ValueScale scale = ValueScale.IDENTITY;
	Affine affine;
	List<Window> windows = List.of();
	boolean inverted;
	double frameTimeMs = Double.NaN;
	Map<String, String> facts = Map.of();

	<T extends NativeType<T>> MedicalImage image(T type, List<?> planes, int nx, int ny, int nc, int nz, int nt) {
		return new MedicalImage("synthetic", Planes.wrap(type, planes, nx, ny, nc, nz, nt), scale, affine, spacing, source,
				windows,
				inverted, frameTimeMs, facts, ImageIdentity.of("stack", new ImageSize(nx, ny, nz, nc, nt)), List.of(),
				Path.of("synthetic"), List.of());
	}
}
