package org.annotomy.interchange.segnrrd;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import org.annotomy.image.nrrd.NrrdHeader;

/** What becomes of a text in a header, which is ASCII only. */
final class SegNrrdHeaderText {

	private static final String KEY = "text";

	private SegNrrdHeaderText() {}

	/** The text as a reader of the header finds it. */
	static String of(String text) {
		byte[] header = NrrdHeader.builder().field("type", "uchar").keyValue(KEY, text).build().toBytes();
		try {
			return NrrdHeader.parse(new ByteArrayInputStream(header)).keyValues().getOrDefault(KEY, "");
		} catch (IOException e) {
			throw new UncheckedIOException("reading from memory", e);
		}
	}
}
