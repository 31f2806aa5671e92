package org.annotomy.slide.tiff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small files as scanners write them, for tests elsewhere. */
public final class ScannerFiles {

	private ScannerFiles() {}

	/** An NDPI file of 512 × 256 pixels of 0.227 µm, two levels. */
	public static Path ndpi(Path file) throws IOException {
		return new NdpiWriter().add(NdpiWriter.cut(512, 256, 128, true, 0), 40, 0, true)
				.add(NdpiWriter.cut(256, 128, 64, true, 0), 20, 0, true).write(file);
	}

	/** An NDPI file of a kind that is not supported. */
	public static Path unknownNdpi(Path file) throws IOException {
		return new NdpiWriter().add(NdpiWriter.cut(512, 256, 128, true, 0), 40, 0, true).with(TiffTag.COMPRESSION, 22_610)
				.write(file);
	}

	/** An Aperio file of one level of 1500 × 1200 pixels of 0.5 µm, with a label. */
	public static Path oneLevel(Path file) throws IOException {
		TiffPages pages = new TiffPages();
		pages.add(1500, 1200, 256, 3).with(TiffTag.DESCRIPTION, "Aperio Image Library\r\n|AppMag = 20|MPP = 0.5");
		pages.add(60, 40, 0, 3);
		pages.add(90, 70, 0, 3).with(TiffTag.DESCRIPTION, "Aperio Image Library\r\nlabel 90x70");
		return Files.write(file, pages.bytes(false));
	}
}
