package org.annotomy.slide.tiff;

import java.io.IOException;

import org.annotomy.image.ImageFormatException;

/** Formats of scanners that are TIFF files but put their tiles together in ways of their own. */
final class ForeignTiff {

	private static final int XMP = 700;
	private static final int START = 4096;

	private ForeignTiff() {}

	static boolean is(TiffIndex index) throws IOException {
		return name(index) != null;
	}

	/** @throws ImageFormatException if the file is one of them */
	static void refuse(TiffIndex index) throws IOException {
		String name = name(index);
		if (name != null)
			throw new ImageFormatException(
					"Slides of " + name + " are read by Bio-Formats: open this one in Fiji, or convert it to OME-TIFF.");
	}

	private static String name(TiffIndex index) throws IOException {
		for (TiffDirectory page : index.pages().subList(0, Math.min(8, index.pages().size())))
			if (page.has(XMP) && page.text(XMP, START).contains("<iScan")) return "Ventana (BIF)";
		return null;
	}
}
