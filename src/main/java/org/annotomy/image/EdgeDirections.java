package org.annotomy.image;

import java.util.Optional;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.PatientOrientation;
import org.annotomy.geometry.Position;

/** Which parts of the patient the edges of an image point to. */
public final class EdgeDirections {

	private static final Position NOWHERE = new Position(0, 0, 0);

	private EdgeDirections() {}

	/**
	 * From voxels to the patient, of which only the letters of the directions may be used: a radiograph or mammogram has no place in the
	 * patient, but says where its rows and columns lead (Patient Orientation, DICOM PS3.3 C.7.6.1.1.1). Empty if the image says neither.
	 */
	public static Optional<Affine> of(MedicalImage image) {
		return image.voxelToPatient() == null ? projected(image) : image.placeInPatient();
	}

	/** Animals have letters of their own, some of which look like those of people. */
	private static Optional<Affine> projected(MedicalImage image) {
		String[] edges = image.facts().getOrDefault("PatientOrientation", "").split("\\\\");
		boolean animal = "QUADRUPED".equals(image.facts().get("AnatomicalOrientationType"));
		if (animal || edges.length != 2 || image.files().size() != 1) return Optional.empty();
		return PatientOrientation.direction(edges[0])
				.flatMap(right -> PatientOrientation.direction(edges[1]).flatMap(down -> spanned(right, down)));
	}

	/** Nothing if both lead the same way. */
	private static Optional<Affine> spanned(Position right, Position down) {
		Position across = right.cross(down);
		return across.norm() == 0 ? Optional.empty() : Optional.of(Affine.of(NOWHERE, right, down, across));
	}
}
