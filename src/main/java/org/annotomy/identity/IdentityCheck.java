package org.annotomy.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Is this the image that the labels were made on? A digest of the same kind decides both ways; without one the DICOM UIDs, then size and
 * spacing.
 */
public record IdentityCheck(Verdict verdict, List<String> differences) {

	/** What follows for the labels. */
	public enum Verdict {
		/** It is the image. */
		SAME,
		/** Nothing contradicts, nothing proves it: same size and geometry, no digest or UID in common. */
		LIKELY,
		/** Same UIDs but other pixels: open read-only and ask. */
		CHANGED,
		/** Another image: refuse. */
		DIFFERENT
	}

	private static final double SPACING_TOLERANCE = 1e-3;
	private static final double PLACE_TOLERANCE_MM = 1e-2;

	/**
	 * @param expected the identity written with the labels
	 * @param found the identity of the image at hand
	 */
	public static IdentityCheck compare(ImageIdentity expected, ImageIdentity found) {
		List<String> differences = new ArrayList<>();
		if (!expected.size().equals(found.size()))
			differences.add(
					"size: labels were made on " + expected.size().describe() + ", this image has " + found.size().describe());
		boolean sameUid = sharesUid(expected, found);
		if (!sameUid && hasOtherUid(expected, found))
			differences.add("DICOM identifiers: the labels belong to another series or image");
		Boolean hashEqual = compareHashes(expected, found);
		if (Boolean.FALSE.equals(hashEqual)) differences.add("content: the pixels or bytes differ");
		addGeometry(expected, found, differences);
		return new IdentityCheck(verdict(differences, sameUid, hashEqual, expected, found), List.copyOf(differences));
	}

	private static Verdict verdict(List<String> differences, boolean sameUid, Boolean hashEqual, ImageIdentity expected,
			ImageIdentity found) {
		if (!expected.size().equals(found.size())) return Verdict.DIFFERENT;
		if (Boolean.TRUE.equals(hashEqual)) return Verdict.SAME;
		if (Boolean.FALSE.equals(hashEqual)) return sameUid ? Verdict.CHANGED : Verdict.DIFFERENT;
		if (sameUid) return Verdict.SAME;
		return differences.isEmpty() ? Verdict.LIKELY : Verdict.DIFFERENT;
	}

	private static boolean sharesUid(ImageIdentity a, ImageIdentity b) {
		if (!a.sopUids().isEmpty() && !b.sopUids().isEmpty()) return a.sopUids().equals(b.sopUids());
		return a.seriesUid() != null && a.seriesUid().equals(b.seriesUid());
	}

	private static boolean hasOtherUid(ImageIdentity a, ImageIdentity b) {
		return a.seriesUid() != null && b.seriesUid() != null || !a.sopUids().isEmpty() && !b.sopUids().isEmpty();
	}

	/** True or false where a digest of the same kind exists in both, else null. */
	private static Boolean compareHashes(ImageIdentity a, ImageIdentity b) {
		Boolean equal = null;
		for (ImageHash left : a.hashes())
			for (ImageHash right : b.hashes())
				if (left.isComparableTo(right)) {
					if (left.value().equals(right.value())) return true;
					equal = false;
				}
		return equal;
	}

	private static void addGeometry(ImageIdentity expected, ImageIdentity found, List<String> differences) {
		if (Objects.equals(expected.unit(), found.unit())) {
			double[] a = expected.spacing();
			double[] b = found.spacing();
			for (int axis = 0; axis < 3; axis++)
				if (Math.abs(a[axis] - b[axis]) > SPACING_TOLERANCE * Math.abs(a[axis]))
					differences.add(
							"spacing along " + "xyz".charAt(axis) + ": " + a[axis] + " and " + b[axis] + " " + expected.unit());
		}
		if (expected.voxelToPatient() != null && found.voxelToPatient() != null
				&& expected.voxelToPatient().maxDifference(found.voxelToPatient()) > PLACE_TOLERANCE_MM)
			differences.add("place in the patient: origin or direction differ by more than " + PLACE_TOLERANCE_MM + " mm");
	}
}
