package org.annotomy.registration;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.annotomy.identity.IdentityCheck;
import org.annotomy.identity.IdentityCheck.Verdict;
import org.annotomy.identity.ImageIdentity;

/**
 * How places of one image lie in another, as it is saved beside images.
 *
 * @param transform from the frame of {@code moving} to that of {@code fixed}
 * @param method how it was found, in words
 * @param measures numbers that say how good it is, by name with unit, such as {@code targetRegistrationErrorMm}; sorted
 */
public record Registration(Side moving, Side fixed, Transform transform, String method, Map<String, Double> measures) {

	/**
	 * One of the two images.
	 *
	 * @param frame what its numbers mean
	 */
	public record Side(ImageIdentity image, ImageFrame.Kind frame) {

		/**
		 * Whether places of another image are places of this one: it lies in the same DICOM frame of reference, or it is the same image. Images
		 * that do not tell are taken for the same if size and geometry are.
		 */
		public boolean holds(ImageIdentity other) {
			String uid = image.frameOfReferenceUid();
			if (frame == ImageFrame.Kind.PATIENT && uid != null && uid.equals(other.frameOfReferenceUid())) return true;
			Verdict verdict = IdentityCheck.compare(image, other).verdict();
			return verdict == Verdict.SAME || verdict == Verdict.LIKELY;
		}
	}

	public Registration {
		measures = java.util.Collections.unmodifiableMap(new TreeMap<>(measures));
	}

	/** The same with another transform, found in another way. */
	public Registration with(Transform newTransform, String newMethod, Map<String, Double> newMeasures) {
		return new Registration(moving, fixed, newTransform, newMethod, newMeasures);
	}

	/** From one image to another, if this registration joins them, whichever way round. */
	public Optional<Transform> between(ImageIdentity from, ImageIdentity to) {
		if (moving.holds(from) && fixed.holds(to)) return Optional.of(transform);
		if (fixed.holds(from) && moving.holds(to)) return Optional.of(transform.inverse());
		return Optional.empty();
	}

	/** As {@link #between(ImageIdentity, ImageIdentity)}, if it maps between these frames of the images and no others. */
	public Optional<Transform> between(ImageIdentity from, ImageFrame.Kind fromFrame, ImageIdentity to, ImageFrame.Kind toFrame) {
		boolean straight = moving.frame() == fromFrame && fixed.frame() == toFrame;
		boolean back = fixed.frame() == fromFrame && moving.frame() == toFrame;
		if (straight && moving.holds(from) && fixed.holds(to)) return Optional.of(transform);
		return back && fixed.holds(from) && moving.holds(to) ? Optional.of(transform.inverse()) : Optional.empty();
	}
}
