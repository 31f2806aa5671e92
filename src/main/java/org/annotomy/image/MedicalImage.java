package org.annotomy.image;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Grid;
import org.annotomy.identity.ImageIdentity;

import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.NativeType;

/**
 * An image as a reader hands it over: pixels, what they mean, where they lie, and what the user should be told.
 *
 * @param title shown in the window's title; free of patient identity
 * @param pixels stored values, axes x, y, c, z, t; colour is one {@code ARGBType} channel
 * @param scale from stored to modality values
 * @param voxelToPatient where voxel centres lie (LPS, mm), or null if the file does not say
 * @param pixelSpacing distances along x, y, z in mm, NaN where unknown; given also where there is no place in a patient
 * @param spacingSource how far to trust {@code pixelSpacing}
 * @param windows display windows of the file, the preferred one first; may be empty
 * @param inverted whether low values are shown bright (DICOM MONOCHROME1)
 * @param frameTimeMs time between time points in ms, NaN if unknown
 * @param facts what the display and the protocol may need, never a patient's identity: keys such as {@code Modality},
 *            {@code BodyPartExamined}, {@code ViewPosition}
 * @param identity which image this is
 * @param files what was read, in the order of the slices
 * @param sidecar the path X whose labels lie in {@code X.geojson}
 * @param warnings what the user should know, one sentence each
 */
public record MedicalImage(String title, PlanarImg<? extends NativeType<?>, ?> pixels, ValueScale scale, Affine voxelToPatient,
		double[] pixelSpacing,
		SpacingSource spacingSource, List<Window> windows, boolean inverted, double frameTimeMs, Map<String, String> facts,
		ImageIdentity identity,
		List<Path> files, Path sidecar, List<String> warnings) {

	public MedicalImage {
		Objects.requireNonNull(pixels, "pixels");
		if (pixels.numDimensions() != 5) throw new IllegalArgumentException("Pixels need the axes x, y, c, z, t.");
		windows = List.copyOf(windows);
		facts = Map.copyOf(facts);
		files = List.copyOf(files);
		warnings = List.copyOf(warnings);
	}

	public int width() {
		return (int) pixels.dimension(0);
	}

	public int height() {
		return (int) pixels.dimension(1);
	}

	public int channels() {
		return (int) pixels.dimension(2);
	}

	public int slices() {
		return (int) pixels.dimension(3);
	}

	public int timePoints() {
		return (int) pixels.dimension(4);
	}

	/** The voxels' grid in the patient, if the file says where they lie. */
	public Optional<Grid> grid() {
		return Optional.ofNullable(voxelToPatient).map(affine -> new Grid(width(), height(), slices(), affine));
	}

	/** The array of one plane; not a copy. */
	public Object plane(int c, int z, int t) {
		return Planes.array(pixels, c + channels() * (z + slices() * t));
	}
}
