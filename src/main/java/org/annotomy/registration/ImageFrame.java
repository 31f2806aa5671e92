package org.annotomy.registration;

import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.SliceAxis;

/**
 * The frame in which places of an image are mapped, and the way from its voxels to it. Voxels have whole numbers at their centres; the
 * first one of a slide or photo has its corner at the origin of the frame.
 *
 * @param kind what the numbers of the frame mean
 * @param voxelToFrame from voxels with evenly spaced slices
 * @param sliceAxis how slices are spaced
 * @param plane whether the image has one slice: z is 0 then, unless it has a place in the patient
 */
public record ImageFrame(Kind kind, Affine voxelToFrame, SliceAxis sliceAxis, boolean plane) {

	/** What the numbers of a frame are. */
	public enum Kind {
		/** LPS in mm. */
		PATIENT("patient", "mm"),
		/** Right, down and deeper from the corner of the first voxel, in mm: the image does not say where it lies. */
		IMAGE_MM("image", "mm"),
		/** The same in pixels and slices: the image does not say how large they are. */
		IMAGE_PX("pixels", "px");

		private final String word;
		private final String unit;

		Kind(String word, String unit) {
			this.word = word;
			this.unit = unit;
		}

		/** As files say it. */
		public String word() {
			return word;
		}

		/** {@code mm} or {@code px}. */
		public String unit() {
			return unit;
		}
	}

	/** Of any image: in the patient if it has a place there, else in mm if its pixels have a size, else in pixels. */
	public static ImageFrame of(MedicalImage image) {
		boolean plane = image.slices() == 1;
		if (image.voxelToPatient() != null)
			return new ImageFrame(Kind.PATIENT, image.voxelToPatient(), image.sliceAxis(), plane);
		return ofImage(image, plane);
	}

	/**
	 * The frame of a kind, as a registration was made in it.
	 *
	 * @throws IllegalArgumentException if the image does not know enough of itself for it
	 */
	public static ImageFrame of(MedicalImage image, Kind kind) {
		ImageFrame frame = kind == Kind.PATIENT ? of(image) : ofImage(image, image.slices() == 1);
		if (frame.kind == kind) return frame;
		throw new IllegalArgumentException("The registration needs the place of the image in " + kind.unit
				+ (kind == Kind.PATIENT ? " in the patient" : "") + ", but the image does not know it.");
	}

	/** Of one slice in its own plane, also where the image has a place in the patient: for registrations of pictures. */
	public static ImageFrame ofPlane(MedicalImage image) {
		return ofImage(image, true);
	}

	private static ImageFrame ofImage(MedicalImage image, boolean plane) {
		double[] mm = image.pixelSpacing();
		boolean known = image.spacingSource().isKnown() && mm[0] > 0 && mm[1] > 0;
		double x = known ? mm[0] : 1;
		double y = known ? mm[1] : 1;
		double z = known && mm.length > 2 && mm[2] > 0 ? mm[2] : 1;
		return new ImageFrame(known ? Kind.IMAGE_MM : Kind.IMAGE_PX,
				Affine.ofRows(x, 0, 0, x / 2, 0, y, 0, y / 2, 0, 0, z, plane ? 0 : z / 2), SliceAxis.EVEN, plane);
	}

	/** Where a voxel lies; it may be between voxels or outside the image. */
	public Position frameOf(double x, double y, double z) {
		return voxelToFrame.apply(x, y, sliceAxis.evenIndex(z));
	}

	/** Which voxel lies at a place; it may be between voxels or outside the image. */
	public Position voxelOf(Position place) {
		Position even = voxelToFrame.inverse().apply(place);
		return sliceAxis.isEven() ? even : new Position(even.x(), even.y(), sliceAxis.indexOf(even.z()));
	}
}
