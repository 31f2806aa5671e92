package org.annotomy.slide.tiff;

import java.io.IOException;
import java.nio.file.Path;

import org.annotomy.slide.tiff.PlainPages.Page;

/** An OME-TIFF with three slides, of 40, 60 and 20 pixels a side, of which the last has no name, and a picture of the label. */
public final class SeveralImages {

	private SeveralImages() {}

	public static Path write(Path file) throws IOException {
		String xml = "<?xml version='1.0'?><OME xmlns='http://www.openmicroscopy.org/Schemas/OME/2016-06'><Instrument ID='Instrument:0'>"
				+ "<Objective ID='Objective:0:0' NominalMagnification='20'/><Objective ID='Objective:0:1' NominalMagnification='40'/>"
				+ "</Instrument>"
				+ image(0, "Biopsy A", 40, 0.5) + image(1, "Label image", 100, 0.5) + image(2, "Biopsy B", 60, 0.25)
				+ image(3, "", 20, 1) + "</OME>";
		return PlainPages.write(file, xml, new Page(40, 10), new Page(100, 50), new Page(60, 20), new Page(20, 30));
	}

	private static String image(int page, String name, int side, double um) {
		return "<Image ID='Image:" + page + "' Name='" + name + "'>"
				+ (um == 0.25 ? "<ObjectiveSettings ID='Objective:0:1'/>" : "") + "<Pixels ID='Pixels:" + page
				+ "' DimensionOrder='XYCZT' Type='uint8' SizeX='" + side + "' SizeY='" + side
				+ "' SizeC='1' SizeZ='1' SizeT='1' PhysicalSizeX='" + um + "' PhysicalSizeY='" + um
				+ "'><Channel ID='Channel:" + page + ":0' SamplesPerPixel='1'/><TiffData IFD='" + page
				+ "' PlaneCount='1'/></Pixels></Image>";
	}
}
