package org.annotomy.dicom.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.annotomy.dicom.part10.DicomUids;

/**
 * A storage SOP class of the standard. The resource behind it is made by {@code src/build/sop_classes.py}.
 *
 * @param content what its modules hold
 */
record SopClass(String uid, String name, Content content) {

	/** What there is to show of an instance. */
	enum Content {
		PIXELS, SLIDE, NO_PIXELS
	}

	/** All storage SOP classes, in the order of their UIDs. */
	static List<SopClass> all() {
		try (InputStream in = SopClass.class.getResourceAsStream("sop-classes.txt");
				BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
			return lines.lines().map(SopClass::of).toList();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static SopClass of(String line) {
		String[] parts = line.split(";", -1);
		Content content = switch (parts[1]) {
			case "pixels" -> Content.PIXELS;
			case "slide" -> Content.SLIDE;
			default -> Content.NO_PIXELS;
		};
		return new SopClass(parts[0], DicomUids.sopClass(parts[0]).orElse(parts[0]), content);
	}
}
