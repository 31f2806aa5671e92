package org.annotomy.image;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.VoxelSpacing;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.identity.ImageSize;

import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.ARGBType;

/** Collects what a reader of a single-file format (not DICOM) knows and makes the {@link MedicalImage}. */
public final class FileVolume {

	private final Path file;
	private final String format;
	private final PlanarImg<? extends NativeType<?>, ?> pixels;
	private final List<Path> files = new ArrayList<>();
	private final List<String> warnings = new ArrayList<>();
	private final Map<String, String> facts = new LinkedHashMap<>();
	private ValueScale scale = ValueScale.IDENTITY;
	private Affine voxelToPatient;
	private double[] spacing = {Double.NaN, Double.NaN, Double.NaN};
	private double frameTimeMs = Double.NaN;
	private boolean inverted;

	/**
	 * @param file which the user chose; its name becomes the title, and the labels go beside it
	 * @param format such as {@code NIfTI}; named as the source of the spacing
	 * @param pixels axes x, y, c, z, t
	 */
	public FileVolume(Path file, String format, PlanarImg<? extends NativeType<?>, ?> pixels) {
		this.file = file;
		this.format = format;
		this.pixels = pixels;
		files.add(file);
	}

	/**
	 * @param toPatient where voxel centres lie (LPS, mm), or null if unknown; its spacing then wins over {@code spacingMm}
	 * @param spacingMm along x, y, z, NaN where unknown
	 */
	public void place(Affine toPatient, double[] spacingMm) {
		voxelToPatient = toPatient;
		spacing = spacingMm.clone();
		if (toPatient == null) return;
		VoxelSpacing exact = toPatient.spacing();
		spacing = new double[]{exact.xMm(), exact.yMm(), exact.zMm()};
	}

	public void scale(ValueScale newScale) {
		scale = newScale;
	}

	/** Whether low values are to be shown bright. */
	public void inverted(boolean isInverted) {
		inverted = isInverted;
	}

	public void frameTimeMs(double ms) {
		frameTimeMs = ms > 0 && Double.isFinite(ms) ? ms : Double.NaN;
	}

	public void warn(String sentence) {
		warnings.add(sentence);
	}

	/** @param key as in {@link MedicalImage#facts()} */
	public void fact(String key, String value) {
		facts.put(key, value);
	}

	/** Files that were read besides the first. */
	public void alsoRead(List<Path> others) {
		others.stream().filter(other -> !files.contains(other)).forEach(files::add);
	}

	public MedicalImage toImage() {
		boolean known = !Double.isNaN(spacing[0]) && !Double.isNaN(spacing[1]);
		long[] n = pixels.dimensionsAsLongArray();
		ImageSize size = new ImageSize((int) n[0], (int) n[1], (int) n[3], (int) n[2], (int) n[4]);
		boolean photo = Planes.type(pixels) instanceof ARGBType && size.z() == 1 && size.t() == 1;
		ImageIdentity identity = new ImageIdentity(photo ? "photo" : "stack", size, null, null, List.of(), null, spacing,
				known ? "mm" : "px", known ? format : null, voxelToPatient, List.of());
		return new MedicalImage(file.getFileName().toString(), pixels, scale, voxelToPatient, spacing.clone(),
				known ? SpacingSource.STATED : SpacingSource.NONE, List.of(), inverted, frameTimeMs, facts, identity, files, file,
				warnings);
	}
}
