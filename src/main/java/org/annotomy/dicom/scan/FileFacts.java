package org.annotomy.dicom.scan;

import org.annotomy.dicom.codec.FrameReader;
import org.annotomy.dicom.codec.MissingPixels;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomFile;
import org.annotomy.dicom.part10.DicomUid;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.slide.WsiSlideReader;
import org.annotomy.image.ImageFormatException;

/**
 * What a scan remembers of a file. Nothing of it names the patient.
 *
 * @param format of a file that is not DICOM, such as {@code NIfTI}; else empty
 * @param problem why it cannot be opened, a sentence; empty if nothing is known against it
 * @param studyUid empty if the file has none that can be used
 * @param seriesUid empty if the file has none that can be used
 * @param modality such as {@code CT}; empty if unknown
 * @param number Instance Number, {@link Integer#MAX_VALUE} if unknown
 * @param frames 0 if it holds no pixels
 */
record FileFacts(Kind kind, String format, String problem, String studyUid, String seriesUid, String modality, int number,
		int frames) {

	/** The last element of a header that is looked at. */
	static final int LAST_TAG = Tag.COLUMNS;

	/** What sort of a file it is. */
	enum Kind {
		/** A DICOM object, with pixels or without. */
		DICOM,
		/** An image in another format. */
		IMAGE,
		/** Nothing that could be opened, and nothing that is wrong. */
		UNKNOWN,
		/** An image that is damaged, or a file that cannot be read. */
		BROKEN
	}

	static final FileFacts UNKNOWN = new FileFacts(Kind.UNKNOWN, "", "", "", "", "", 0, 0);

	static FileFacts image(String format) {
		return new FileFacts(Kind.IMAGE, format, "", "", "", "", 0, 1);
	}

	static FileFacts broken(String problem) {
		return new FileFacts(Kind.BROKEN, "", problem, "", "", "", 0, 0);
	}

	static FileFacts of(DicomFile header) {
		DicomDataset dataset = header.dataset();
		String modality = dataset.string(Tag.MODALITY, "");
		boolean pixels = dataset.has(Tag.ROWS) && dataset.has(Tag.COLUMNS);
		return new FileFacts(Kind.DICOM, "", problem(header, pixels, modality), uid(dataset, Tag.STUDY_INSTANCE_UID),
				uid(dataset, Tag.SERIES_INSTANCE_UID), modality.matches("[A-Z]{2,10}") ? modality.intern() : "",
				dataset.integer(Tag.INSTANCE_NUMBER, Integer.MAX_VALUE),
				pixels ? Math.max(1, dataset.integer(Tag.NUMBER_OF_FRAMES, 1)) : 0);
	}

	private static String uid(DicomDataset dataset, int tag) {
		String uid = dataset.string(tag, "");
		return DicomUid.isUsable(uid) ? uid : "";
	}

	private static String problem(DicomFile header, boolean pixels, String modality) {
		if (!pixels)
			return MissingPixels.words(header.dataset())
					+ (modality.equals("PR") ? " Apply Presentation State... shows the image it belongs to as it says." : "");
		if (WsiSlideReader.isSlide(header.dataset()))
			return "It holds tiles of a whole slide, not an image: open it as a slide.";
		try {
			FrameReader.requireDecoder(header.transferSyntax());
			return "";
		} catch (ImageFormatException e) {
			return e.getMessage();
		}
	}

	/** Whether the file may open tomorrow as it is: once a decoder is installed, or its disk reads again. */
	boolean isRefusedForNow() {
		return kind == Kind.BROKEN || frames > 0 && !problem.isEmpty();
	}

	boolean isOpenable() { return problem.isEmpty() && (kind == Kind.DICOM || kind == Kind.IMAGE); }
}
