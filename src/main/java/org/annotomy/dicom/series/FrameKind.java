package org.annotomy.dicom.series;

import java.util.List;
import java.util.Set;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.Tag;

/** What kind of image a frame is: Image Type, of enhanced images Frame Type (PS3.3 C.7.6.1.1.2, C.8.16.1), and dimension indices. */
final class FrameKind {

	private static final int[] FRAME_TYPE_GROUPS = {Tag.MR_IMAGE_FRAME_TYPE_SEQUENCE, Tag.CT_IMAGE_FRAME_TYPE_SEQUENCE,
			Tag.PET_FRAME_TYPE_SEQUENCE, Tag.US_IMAGE_DESCRIPTION_SEQUENCE};
	private static final int FIRST_OF_FLAVOR = 2;
	private static final int END_OF_FLAVOR = 4;
	/** Dimensions that say where a frame lies, not what it is. */
	private static final Set<Integer> PLACES = Set.of(Tag.IMAGE_POSITION_PATIENT, Tag.IMAGE_POSITION_VOLUME,
			Tag.IN_STACK_POSITION_NUMBER, Tag.STACK_ID);

	private FrameKind() {}

	private static List<String> types(SliceFrame frame) {
		for (int group : FRAME_TYPE_GROUPS) {
			DicomDataset item = frame.attributes().group(group);
			if (item.has(Tag.FRAME_TYPE)) return item.strings(Tag.FRAME_TYPE);
		}
		return frame.dataset().strings(Tag.IMAGE_TYPE);
	}

	/** Values 3 and 4, such as {@code AXIAL}, {@code LOCALIZER}, {@code M} or {@code MPR}. */
	static String flavor(SliceFrame frame) {
		return part(types(frame), FIRST_OF_FLAVOR, END_OF_FLAVOR);
	}

	/** The values after the fourth: components that a vendor adds. */
	static String rest(SliceFrame frame) {
		return part(types(frame), END_OF_FLAVOR, Integer.MAX_VALUE);
	}

	static boolean isLocalizer(SliceFrame frame) {
		List<String> types = types(frame);
		return part(types, FIRST_OF_FLAVOR, Integer.MAX_VALUE).contains("LOCALIZER");
	}

	private static String part(List<String> types, int from, int to) {
		return types.size() <= from ? "" : String.join("\\", types.subList(from, Math.min(to, types.size())));
	}

	/** MAGNITUDE, PHASE, REAL, IMAGINARY; empty if the frame does not say. */
	static String complexComponent(SliceFrame frame) {
		DicomDataset item = frame.attributes().group(Tag.MR_IMAGE_FRAME_TYPE_SEQUENCE);
		return item.string(Tag.COMPLEX_IMAGE_COMPONENT, "");
	}

	/** The frame's indices along dimensions other than its place (PS3.3 C.7.6.17). */
	static String dimensionIndex(SliceFrame frame) {
		List<DicomDataset> dimensions = frame.dataset().items(Tag.DIMENSION_INDEX_SEQUENCE);
		int[] values = frame.attributes().group(Tag.FRAME_CONTENT_SEQUENCE).ints(Tag.DIMENSION_INDEX_VALUES);
		StringBuilder key = new StringBuilder();
		for (int i = 0; i < Math.min(values.length, dimensions.size()); i++) {
			int[] pointer = dimensions.get(i).tags(Tag.DIMENSION_INDEX_POINTER);
			if (pointer.length == 0 || PLACES.contains(pointer[0])) continue;
			key.append(key.length() == 0 ? "" : ".").append(values[i]);
		}
		return key.toString();
	}
}
