package org.annotomy.dicom.series;

import java.util.List;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.dicom.presentation.PresentationLut;
import org.annotomy.dicom.presentation.VoiWindows;
import org.annotomy.image.Window;

/** The display windows and tables that a file proposes for a frame: those of its functional group, else of the file. */
final class DisplayWindows {

	private DisplayWindows() {}

	/** @param warnings is added to */
	static List<Window> of(SliceFrame frame, List<String> warnings) {
		DicomDataset group = frame.attributes().group(Tag.FRAME_VOILUT_SEQUENCE);
		if (group.doubles(Tag.WINDOW_CENTER).length == 0 && !group.has(Tag.VOILUT_SEQUENCE)) group = frame.dataset();
		List<Window> windows = VoiWindows.of(group, ModalityTransform.hasNegativeOutput(frame), warnings);
		return PresentationLut.appliedTo(windows, frame.dataset(), warnings);
	}
}
