package org.annotomy.imagej.registration;

import java.util.Map;
import java.util.Optional;

import org.annotomy.geometry.Affine;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.image.MedicalImage;
import org.annotomy.imagej.ImagePlusImages;
import org.annotomy.imagej.session.Identities;
import org.annotomy.imagej.slide.SlideImage;
import org.annotomy.registration.AffineMap;
import org.annotomy.registration.ImageFrame;
import org.annotomy.registration.Registration;
import org.annotomy.registration.Transform;
import org.annotomy.task.Progress;

import ij.ImagePlus;

/**
 * Two open images, the moving one to be mapped to the fixed one. Two single slices or slides are pictures: they are mapped in their own planes, also
 * where they have a place in a patient.
 */
public record ImagePair(ImagePlus moving, ImagePlus fixed, MedicalImage movingImage, MedicalImage fixedImage,
		ImageFrame movingFrame, ImageFrame fixedFrame) {

	/** @throws IllegalArgumentException if both are the same image, or the pixels of one are out of reach */
	public static ImagePair of(ImagePlus moving, ImagePlus fixed) {
		if (moving == fixed)
			throw new IllegalArgumentException("An image cannot be registered to itself: name another one as moving.");
		MedicalImage movingImage = ImagePlusImages.requirePixels(moving);
		MedicalImage fixedImage = ImagePlusImages.requirePixels(fixed);
		boolean plane = isPicture(moving, movingImage) && isPicture(fixed, fixedImage);
		return new ImagePair(moving, fixed, movingImage, fixedImage,
				plane ? ImageFrame.ofPlane(movingImage) : ImageFrame.of(movingImage),
				plane ? ImageFrame.ofPlane(fixedImage) : ImageFrame.of(fixedImage));
	}

	/** Slides are pictures, whatever focus planes they have. */
	private static boolean isPicture(ImagePlus image, MedicalImage source) {
		return source.slices() == 1 || image instanceof SlideImage;
	}

	/** Whether both are pictures. */
	public boolean isPlane() { return movingFrame.plane() && fixedFrame.plane(); }

	/** {@code mm} or {@code px}: the unit of errors, that of the fixed image. */
	public String unit() {
		return fixedFrame.kind().unit();
	}

	/** Whether both lie in the same DICOM frame of reference, so that nothing has to be registered. */
	public boolean sharesFrame() {
		String uid = fixedImage.identity().frameOfReferenceUid();
		return uid != null && uid.equals(movingImage.identity().frameOfReferenceUid()) && movingImage.voxelToPatient() != null
				&& fixedImage.voxelToPatient() != null;
	}

	/** From the moving image to the fixed one as the frame of reference says that both share; of pictures through the patient. */
	Optional<Transform> sharedFrame() {
		if (!sharesFrame()) return Optional.empty();
		if (!isPlane()) return Optional.of(Transform.identity());
		Affine toPatient = movingImage.voxelToPatient().after(movingFrame.voxelToFrame().inverse());
		Affine toFixed = fixedFrame.voxelToFrame().after(fixedImage.voxelToPatient().inverse());
		return Optional.of(AffineMap.of(toFixed.after(toPatient)));
	}

	/**
	 * To be saved.
	 *
	 * @param transform from the moving image to the fixed one
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	Registration registration(Transform transform, String method, Map<String, Double> measures, Progress progress) {
		return new Registration(
				new Registration.Side(movingIdentity(progress.part(0, 0.5)), movingFrame.kind()),
				new Registration.Side(fixedIdentity(progress.part(0.5, 1)), fixedFrame.kind()), transform, method, measures);
	}

	ImageIdentity movingIdentity(Progress progress) {
		return Identities.of(moving, movingImage, progress);
	}

	ImageIdentity fixedIdentity(Progress progress) {
		return Identities.of(fixed, fixedImage, progress);
	}
}
