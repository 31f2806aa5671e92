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
			return frame == ImageFrame.Kind.PATIENT && isInFrame(other.frameOfReferenceUid()) || isOf(other);
		}

		private boolean isInFrame(String uid) {
			return uid != null && uid.equals(image.frameOfReferenceUid());
		}

		private boolean sharesFrame(Side other) {
			return frame == ImageFrame.Kind.PATIENT && other.frame == frame && isInFrame(other.image.frameOfReferenceUid());
		}

		/** @param kind null for any */
		private boolean counts(ImageFrame.Kind kind) {
			return kind == null || kind == frame;
		}

		/** Whether another image is this one; images that do not tell are taken for the same if size and geometry are. */
		private boolean isOf(ImageIdentity other) {
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

	/**
	 * From one image to another, if this registration joins them, whichever way round. What was made of two images in one frame of reference, in
	 * which the patient has moved, joins these two alone.
	 */
	public Optional<Transform> between(ImageIdentity from, ImageIdentity to) {
		return between(from, null, to, null);
	}

	/** As {@link #between(ImageIdentity, ImageIdentity)}, if it maps between these frames of the images and no others. */
	public Optional<Transform> between(ImageIdentity from, ImageFrame.Kind fromFrame, ImageIdentity to, ImageFrame.Kind toFrame) {
		boolean oneFrame = moving.sharesFrame(fixed);
		if (moving.isOf(from) && fixed.isOf(to) || !oneFrame && moving.holds(from) && fixed.holds(to))
			return moving.counts(fromFrame) && fixed.counts(toFrame) ? Optional.of(transform) : Optional.empty();
		if (fixed.isOf(from) && moving.isOf(to) || !oneFrame && fixed.holds(from) && moving.holds(to))
			return fixed.counts(fromFrame) && moving.counts(toFrame) ? Optional.of(transform.inverse()) : Optional.empty();
		return Optional.empty();
	}
}
