package org.annotomy.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.annotomy.geometry.Affine;

/**
 * What tells one image from another. Holds no name, date or number of a patient: UIDs, size, geometry and digests only.
 *
 * @param kind what sort of image: {@code dicom}, {@code stack}, {@code photo}, {@code wsi} …
 * @param size at level 0
 * @param studyUid DICOM Study Instance UID, or null
 * @param seriesUid DICOM Series Instance UID, or null
 * @param sopUids DICOM SOP Instance UIDs in the order of the slices; empty if not DICOM
 * @param frameOfReferenceUid DICOM Frame of Reference UID, or null
 * @param spacing pixel distance along x, y, z in {@code unit}; NaN where unknown
 * @param unit {@code mm}, {@code um} or {@code px}
 * @param spacingSource where the spacing comes from, such as {@code PixelSpacing} or {@code ImagerPixelSpacing}; null if unknown
 * @param voxelToPatient where voxel centres lie (LPS, mm), or null where the file does not say
 * @param hashes digests; any equal one of the same kind proves identity
 */
public record ImageIdentity(String kind, ImageSize size, String studyUid, String seriesUid, List<String> sopUids,
		String frameOfReferenceUid, double[] spacing, String unit, String spacingSource, Affine voxelToPatient,
		List<ImageHash> hashes) {

	public ImageIdentity {
		Objects.requireNonNull(kind, "kind");
		Objects.requireNonNull(size, "size");
		sopUids = List.copyOf(sopUids);
		hashes = List.copyOf(hashes);
		spacing = spacing.clone();
		if (spacing.length != 3)
			throw new IllegalArgumentException("Spacing has three numbers (x, y, z), not " + spacing.length + ".");
	}

	/** An image of which only kind and size are known: spacing in pixels, no UIDs, no place. */
	public static ImageIdentity of(String kind, ImageSize size) {
		return new ImageIdentity(kind, size, null, null, List.of(), null, new double[]{Double.NaN, Double.NaN, Double.NaN}, "px",
				null, null,
				List.of());
	}

	public ImageIdentity withHashes(List<ImageHash> newHashes) {
		return new ImageIdentity(kind, size, studyUid, seriesUid, sopUids, frameOfReferenceUid, spacing, unit, spacingSource,
				voxelToPatient,
				newHashes);
	}

	@Override
	public double[] spacing() {
		return spacing.clone();
	}

	public Optional<Affine> place() {
		return Optional.ofNullable(voxelToPatient);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof ImageIdentity that && kind.equals(that.kind) && size.equals(that.size)
				&& Objects.equals(studyUid, that.studyUid)
				&& Objects.equals(seriesUid, that.seriesUid) && sopUids.equals(that.sopUids)
				&& Objects.equals(frameOfReferenceUid, that.frameOfReferenceUid) && Arrays.equals(spacing, that.spacing)
				&& Objects.equals(unit, that.unit) && Objects.equals(spacingSource, that.spacingSource)
				&& Objects.equals(voxelToPatient, that.voxelToPatient) && hashes.equals(that.hashes);
	}

	@Override
	public int hashCode() {
		return Objects.hash(kind, size, seriesUid, hashes);
	}

	/** The same for equal identities in every process: files keep digests of it. */
	@Override
	public String toString() {
		return "ImageIdentity" + Arrays.asList(kind, size, studyUid, seriesUid, sopUids, frameOfReferenceUid,
				Arrays.toString(spacing), unit, spacingSource, voxelToPatient, hashes);
	}
}
