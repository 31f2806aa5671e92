package org.annotomy.dicom.codec;

import java.util.Optional;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomUids;
import org.annotomy.dicom.part10.Tag;

/** Why a DICOM object has no image to show: it is none by its kind, or what should be there is not. */
public final class MissingPixels {

	private static final String UNKNOWN = "unknown";

	private MissingPixels() {}

	/**
	 * A sentence for people; of what the file says only SOP class and modality are told, and those in known form.
	 *
	 * @param dataset of an object without pixels, or without their size; the header is enough
	 */
	public static String words(DicomDataset dataset) {
		String uid = dataset.string(Tag.SOP_CLASS_UID, "");
		Optional<String> image = DicomUids.sopClass(uid).filter(name -> name.contains("Image Storage"));
		if (image.isPresent())
			return "It should be an image (" + image.get()
					+ "), but its pixels or their size are missing: the file may be cut short.";
		String modality = modality(dataset);
		if (uid.isEmpty() && modality.equals(UNKNOWN))
			return "It does not say what it is and holds no pixels: the file is broken, or no image.";
		return "It holds no pixels (modality " + modality + "), so there is no image to show.";
	}

	private static String modality(DicomDataset dataset) {
		String modality = dataset.string(Tag.MODALITY, UNKNOWN);
		return modality.matches("[A-Z0-9_ ]{1,16}") ? modality : UNKNOWN;
	}
}
