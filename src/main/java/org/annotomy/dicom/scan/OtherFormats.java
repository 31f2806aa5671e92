package org.annotomy.dicom.scan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.annotomy.image.ImageReader;

/** Images that are not DICOM, in the words of a list. */
final class OtherFormats {

	private OtherFormats() {}

	/** Of a reader of many formats, the ending of the file says which. */
	static String shortName(ImageReader reader, Path file) {
		if (!reader.formatName().contains(",")) return reader.formatName();
		String name = file.getFileName().toString();
		String ending = name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
		if (ending.equals("JPG")) return "JPEG";
		if (ending.equals("TIF")) return "TIFF";
		return reader.formatName().contains(ending) ? ending : "image";
	}

	/** Whether the file is the {@code .img} of a pair whose {@code .hdr} is listed. */
	static boolean isSecondOfPair(FoundFile file) {
		String name = file.name();
		String lower = name.toLowerCase(Locale.ROOT);
		int packed = lower.endsWith(".gz") ? 3 : 0;
		if (file.isPacked() || !lower.substring(0, lower.length() - packed).endsWith(".img")) return false;
		String stem = name.substring(0, name.length() - packed - 3);
		for (String ending : new String[]{"hdr", "hdr.gz", "HDR"})
			if (Files.exists(file.path().resolveSibling(stem + ending))) return true;
		return false;
	}
}
