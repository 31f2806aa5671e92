package org.annotomy.linking.place;

import java.util.Objects;

import org.annotomy.geometry.Position;
import org.annotomy.geometry.VolumeSize;
import org.annotomy.image.MedicalImage;
import org.annotomy.registration.ImageFrame;

/**
 * Where the voxels of an image lie in its frame: in the patient, or in one of its own if the file does not say. Voxels have their centres at
 * whole numbers; slices may be unevenly spaced.
 *
 * @param size columns, rows, slices
 * @param frameUid names the frame: two images with the same one share it (DICOM Frame of Reference UID); null if it is the image's own
 */
public record ImagePlace(VolumeSize size, String frameUid, ImageFrame frame) {

	public ImagePlace {
		Objects.requireNonNull(size, "size");
		Objects.requireNonNull(frame, "frame");
	}

	public static ImagePlace of(MedicalImage image) {
		ImageFrame frame = ImageFrame.of(image);
		String uid = image.identity().frameOfReferenceUid();
		boolean shared = frame.kind() == ImageFrame.Kind.PATIENT && uid != null && !uid.isBlank();
		return new ImagePlace(new VolumeSize(image.width(), image.height(), image.slices()), shared ? uid : null, frame);
	}

	/** Where a voxel lies in the frame; between centres too. */
	public Position toFrame(Position voxel) {
		return frame.frameOf(voxel.x(), voxel.y(), voxel.z());
	}

	/** The voxel at a place of the frame; it may lie outside the image. */
	public Position toVoxel(Position place) {
		return frame.voxelOf(place);
	}

	/** Whether a voxel lies in the image, borders of its outer voxels included. */
	public boolean contains(Position voxel) {
		return voxel.x() >= -0.5 && voxel.y() >= -0.5 && voxel.z() >= -0.5 && voxel.x() <= size.nx() - 0.5
				&& voxel.y() <= size.ny() - 0.5 && voxel.z() <= size.nz() - 0.5;
	}

	/** Whether places can be told of both at once without anybody aligning them. */
	public boolean sharesFrame(ImagePlace other) {
		return frameUid != null && frameUid.equals(other.frameUid);
	}
}
