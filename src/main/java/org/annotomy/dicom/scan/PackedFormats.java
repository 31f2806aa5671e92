package org.annotomy.dicom.scan;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Formats that are one file and can be told by its name alone, as members of an archive have to be. */
final class PackedFormats {

	private static final Map<String, String> FORMATS = Map.ofEntries(Map.entry(".nii", "NIfTI"), Map.entry(".nii.gz", "NIfTI"),
			Map.entry(".nrrd", "NRRD"), Map.entry(".mha", "MetaImage"), Map.entry(".tif", "TIFF"), Map.entry(".tiff", "TIFF"),
			Map.entry(".png", "PNG"), Map.entry(".jpg", "JPEG"), Map.entry(".jpeg", "JPEG"));

	private PackedFormats() {}

	static Optional<String> of(String name) {
		String lower = name.toLowerCase(Locale.ROOT);
		return FORMATS.entrySet().stream().filter(format -> lower.endsWith(format.getKey())).map(Map.Entry::getValue).findFirst();
	}
}
