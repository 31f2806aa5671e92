package org.annotomy.slide.tiff;

import java.io.IOException;
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
}
