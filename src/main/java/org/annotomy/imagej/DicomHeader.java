package org.annotomy.imagej;

import java.util.ArrayList;
import java.util.List;

import ij.ImagePlus;

/**
 * The identifiers in the DICOM header that ImageJ keeps as text; null or empty where there is none.
 *
 * @param sopUids one per slice, or empty if a slice has none
 */
record DicomHeader(String studyUid, String seriesUid, List<String> sopUids, String frameOfReferenceUid) {

	private static final int LONGEST_UID = 64;

	static DicomHeader of(ImagePlus image) {
		String first = text(image, 1);
		List<String> sopUids = new ArrayList<>();
		for (int slice = 1; slice <= image.getStackSize(); slice++) {
			String uid = uid(text(image, slice), "0008,0018");
			if (uid != null) sopUids.add(uid);
		}
		boolean complete = sopUids.size() == image.getStackSize() && sopUids.stream().distinct().count() == sopUids.size();
		return new DicomHeader(uid(first, "0020,000D"), uid(first, "0020,000E"), complete ? sopUids : List.of(),
				uid(first, "0020,0052"));
	}

	boolean isDicom() {
		return seriesUid != null;
	}

	private static String text(ImagePlus image, int slice) {
		String label = image.getStackSize() > 1 ? image.getStack().getSliceLabel(slice) : null;
		return label != null && label.indexOf('\n') > 0 ? label : (String) image.getProperty("Info");
	}

	/** ImageJ writes a line per element: {@code 0020,000E  Series Instance UID: 1.2.3}; {@code >} marks those inside sequences. */
	private static String uid(String header, String tag) {
		if (header == null) return null;
		for (int at = header.indexOf(tag); at >= 0; at = header.indexOf(tag, at + tag.length())) {
			int end = header.indexOf('\n', at);
			String line = header.substring(at, end < 0 ? header.length() : end);
			String value = line.substring(line.indexOf(':') + 1).trim();
			boolean nested = line.length() > tag.length() + 2 && line.charAt(tag.length() + 2) == '>';
			if (!nested && value.length() <= LONGEST_UID && value.matches("[0-9.]+")) return value;
		}
		return null;
	}
}
