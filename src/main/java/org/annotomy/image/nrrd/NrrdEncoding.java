package org.annotomy.image.nrrd;

import java.util.Locale;

import org.annotomy.image.ImageFormatException;

/** How the values of an NRRD are packed. */
public enum NrrdEncoding {

	RAW, GZIP, BZIP2, ASCII, HEX;

	/** @throws ImageFormatException if the name is none of the standard */
	static NrrdEncoding of(String name) throws ImageFormatException {
		return switch (name.toLowerCase(Locale.ROOT)) {
			case "raw" -> RAW;
			case "gzip", "gz" -> GZIP;
			case "bzip2", "bz2" -> BZIP2;
			case "ascii", "text", "txt" -> ASCII;
			case "hex" -> HEX;
			default -> throw new ImageFormatException("NRRD: the encoding \"" + NrrdText.shown(name)
					+ "\" is not known. Save it with the encoding raw or gzip.");
		};
	}

	/** As the header spells it. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}
}
