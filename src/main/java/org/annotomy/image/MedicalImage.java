package org.annotomy.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Grid;
import org.annotomy.geometry.Position;
import org.annotomy.identity.ImageIdentity;

import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.ARGBType;

/**
 * An image as a reader hands it over: pixels, what they mean, where they lie, and what the user should be told.
 *
 * @param title shown in the window's title; free of patient identity
 * @param pixels stored values, axes x, y, c, z, t; colour is one {@code ARGBType} channel. In memory, or loaded on demand
 *            ({@link #onDemand})
 * @param scale from stored to modality values
 * @param voxelToPatient where voxel centres lie (LPS, mm), or null if the file does not say. Of unevenly spaced slices it is exact for the
 *            first and the last one only: see {@link #positionLps}
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
 * @param sliceAxis uneven spacing and missing slices
 * @param timeAxis what the points of the axis t mean
 * @param supplement what the file says beyond that: layers, regions, other meanings of the values
 */
public record MedicalImage(String title, PlanarImg<? extends NativeType<?>, ?> pixels, ValueScale scale, Affine voxelToPatient,
		double[] pixelSpacing,
		SpacingSource spacingSource, List<Window> windows, boolean inverted, double frameTimeMs, Map<String, String> facts,
		ImageIdentity identity,
		List<Path> files, Path sidecar, List<String> warnings, SliceAxis sliceAxis, TimeAxis timeAxis,
		Supplement supplement) {

	/** The fact that is {@link #VOLUME} where {@code voxelToPatient} leads to a frame that is not the patient's. */
	public static final String PLACE_IN = "PlaceIn";
	/** An ultrasound volume in its own frame: lengths are right, directions have no names. */
	public static final String VOLUME = "VOLUME";

	/** The fact that is equal for images of one patient as long as the program runs, and tells nobody who that is. */
	public static final String PATIENT_DIGEST = "PatientDigest";

	public MedicalImage {
		Objects.requireNonNull(pixels, "pixels");
		if (pixels.numDimensions() != 5) throw new IllegalArgumentException("Pixels need the axes x, y, c, z, t.");
		windows = List.copyOf(windows);
		facts = Map.copyOf(facts);
		files = List.copyOf(files);
		warnings = List.copyOf(warnings);
		Objects.requireNonNull(sliceAxis, "sliceAxis");
		Objects.requireNonNull(timeAxis, "timeAxis");
		Objects.requireNonNull(supplement, "supplement");
	}

	/** An image of which the file says no more than that. */
	public MedicalImage(String title, PlanarImg<? extends NativeType<?>, ?> pixels, ValueScale scale, Affine voxelToPatient,
			double[] pixelSpacing, SpacingSource spacingSource, List<Window> windows, boolean inverted, double frameTimeMs,
			Map<String, String> facts, ImageIdentity identity, List<Path> files, Path sidecar, List<String> warnings,
			SliceAxis sliceAxis, TimeAxis timeAxis) {
		this(title, pixels, scale, voxelToPatient, pixelSpacing, spacingSource, windows, inverted, frameTimeMs, facts, identity,
				files, sidecar, warnings, sliceAxis, timeAxis, Supplement.NONE);
	}

	/** An image with evenly spaced slices. */
	public MedicalImage(String title, PlanarImg<? extends NativeType<?>, ?> pixels, ValueScale scale, Affine voxelToPatient,
			double[] pixelSpacing, SpacingSource spacingSource, List<Window> windows, boolean inverted, double frameTimeMs,
			Map<String, String> facts, ImageIdentity identity, List<Path> files, Path sidecar, List<String> warnings) {
		this(title, pixels, scale, voxelToPatient, pixelSpacing, spacingSource, windows, inverted, frameTimeMs, facts, identity,
				files, sidecar, warnings, SliceAxis.EVEN, TimeAxis.UNKNOWN);
	}

	/** The same image with its pixels in another form. @param newScale from the new pixels to the same modality values */
	public MedicalImage withPixels(PlanarImg<? extends NativeType<?>, ?> newPixels, ValueScale newScale) {
		return new MedicalImage(title, newPixels, newScale, voxelToPatient, pixelSpacing, spacingSource, windows, inverted,
				frameTimeMs, facts, identity, files, sidecar, warnings, sliceAxis, timeAxis, supplement);
	}

	/** With more that the user should know. */
	public MedicalImage withMoreWarnings(List<String> more) {
		List<String> all = Stream.concat(warnings.stream(), more.stream()).toList();
		return new MedicalImage(title, pixels, scale, voxelToPatient, pixelSpacing, spacingSource, windows, inverted,
				frameTimeMs, facts, identity, files, sidecar, all, sliceAxis, timeAxis, supplement);
	}

	public MedicalImage withSupplement(Supplement newSupplement) {
		return new MedicalImage(title, pixels, scale, voxelToPatient, pixelSpacing, spacingSource, windows, inverted,
				frameTimeMs, facts, identity, files, sidecar, warnings, sliceAxis, timeAxis, newSupplement);
	}

	/** The same pixels with another meaning. @param newScale from the pixels to the new values */
	public MedicalImage withValues(ValueScale newScale, List<Window> newWindows, Map<String, String> newFacts) {
		return new MedicalImage(title, pixels, newScale, voxelToPatient, pixelSpacing, spacingSource, newWindows, inverted,
				frameTimeMs, newFacts, identity, files, sidecar, warnings, sliceAxis, timeAxis, supplement);
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

	/** Where the voxels lie in a frame whose directions are those of the patient; empty if nobody knows. */
	public Optional<Affine> placeInPatient() {
		return Optional.ofNullable(voxelToPatient).filter(affine -> !VOLUME.equals(facts.get(PLACE_IN)));
	}

	/** Where the point (x, y, z) lies, in voxels with centres at integers; right for unevenly spaced slices too. Empty if unknown. */
	public Optional<Position> positionLps(double x, double y, double z) {
		return Optional.ofNullable(voxelToPatient).map(affine -> affine.apply(x, y, sliceAxis.evenIndex(z)));
	}

	/**
	 * For measures across slices, which uneven ones do not allow.
	 *
	 * @throws IllegalStateException if the slices are unevenly spaced; the message says what to do
	 */
	public void requireEvenSlices() {
		if (sliceAxis.isEven()) return;
		throw new IllegalStateException("The slices of this image are unevenly spaced, so volumes cannot be measured. "
				+ "Make an evenly spaced copy with Resample To Even Slices... first.");
	}

	/** Whether its pixels are colours, not values. */
	public boolean isColour() { return type() instanceof ARGBType; }

	/** The type of the pixels, without touching any. */
	public NativeType<?> type() {
		return typeOf(pixels);
	}

	private static <T extends NativeType<T>> NativeType<?> typeOf(PlanarImg<T, ?> image) {
		return Planes.type(image);
	}

	/** Where the planes come from if they are not in memory but loaded when touched; close it with the image. */
	public Optional<CachedPlanes> onDemand() {
		return Planes.source(pixels);
	}

	/**
	 * The array of one plane; not a copy, and not to be changed.
	 *
	 * @throws UncheckedIOException if it is loaded on demand and cannot be; in words for the user
	 */
	public Object plane(int c, int z, int t) {
		return plane(c + channels() * (z + slices() * t));
	}

	/** The array of the plane with this index, c fastest, then z, then t; otherwise as {@link #plane(int, int, int)}. */
	public Object plane(int index) {
		Optional<CachedPlanes> source = onDemand();
		if (source.isEmpty()) return Planes.array(pixels, index);
		try {
			return source.get().plane(index);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
