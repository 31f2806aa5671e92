package org.annotomy.dicom.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.annotomy.dicom.codec.FrameReader;
import org.annotomy.dicom.conformance.SopClass.Content;
import org.annotomy.dicom.part10.DicomUids;
import org.annotomy.dicom.part10.DicomWriter;
import org.annotomy.dicom.part10.TransferSyntax;

/**
 * What is read, written and refused, as Markdown in the style of PS3.2. The tables come from the decoders at hand and from the standard's
 * list of SOP classes; the words around them from the resource {@code conformance.md}.
 */
public final class ConformanceStatement {

	private static final String TRANSFER_SYNTAXES = "${transfer syntaxes}";
	private static final String SOP_CLASSES = "${sop classes}";
	private static final String IMPLEMENTATION = "${implementation}";
	/** Of these the dataset has a form of its own besides the pixels. */
	private static final Map<String, String> NOTES = Map.of(TransferSyntax.EXPLICIT_BIG_ENDIAN, "retired",
			TransferSyntax.JPEG_2000_PART_2, "as far as its streams keep to Part 1", TransferSyntax.JPEG_2000_PART_2_LOSSLESS,
			"as far as its streams keep to Part 1");
	private static final Set<String> WRITTEN = Set.of(TransferSyntax.IMPLICIT_LITTLE_ENDIAN,
			TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
			TransferSyntax.EXPLICIT_BIG_ENDIAN, TransferSyntax.DEFLATED);

	/** These are no files of data elements, or the dataset is deflated with frames elsewhere. */
	private static final Set<String> UNREADABLE = Set.of("1.2.840.10008.1.2.4.95", "1.2.840.10008.1.2.4.205",
			"1.2.840.10008.1.2.6.1",
			"1.2.840.10008.1.2.6.2", "1.2.840.10008.1.2.7.1", "1.2.840.10008.1.2.7.2", "1.2.840.10008.1.2.7.3");

	private ConformanceStatement() {}

	/** The whole page. */
	public static String text() {
		return template().replace(TRANSFER_SYNTAXES, transferSyntaxes()).replace(SOP_CLASSES, sopClasses()).replace(
				IMPLEMENTATION,
				"`" + DicomWriter.IMPLEMENTATION_CLASS_UID + "`");
	}

	private static String template() {
		try (InputStream in = ConformanceStatement.class.getResourceAsStream("conformance.md")) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static String transferSyntaxes() {
		StringBuilder table = new StringBuilder(
				"| transfer syntax | UID | dataset read | frames decoded | written |\n|---|---|---|---|---|\n");
		for (String uid : DicomUids.transferSyntaxes()) {
			boolean decoded = FrameReader.isBuiltIn(uid);
			String note = NOTES.getOrDefault(uid, "");
			table.append("| ").append(DicomUids.transferSyntax(uid).orElseThrow()).append(note.isEmpty() ? "" : " (" + note + ")")
					.append(" | ").append(uid)
					.append(UNREADABLE.contains(uid) ? " | no | " : " | yes | ").append(decoded ? "yes" : "refused").append(" | ")
					.append(written(uid, decoded)).append(" |\n");
		}
		return table.toString();
	}

	private static String written(String uid, boolean decoded) {
		if (WRITTEN.contains(uid)) return "yes";
		return decoded ? "as it was read" : "";
	}

	private static String sopClasses() {
		StringBuilder table = new StringBuilder("| SOP class | UID | read as |\n|---|---|---|\n");
		List<SopClass> all = SopClass.all();
		for (SopClass each : all)
			if (each.content() != Content.NO_PIXELS)
				table.append("| ").append(each.name()).append(" | ").append(each.uid()).append(" | ")
						.append(each.content() == Content.SLIDE ? "slide" : "image or volume").append(" |\n");
		table.append(
				"\nSOP classes without pixels are told to hold no image; their datasets are read in full. Grayscale and Color "
						+ "Softcopy Presentation States are applied to images that are open (Apply Presentation State...):\n\n");
		for (SopClass each : all)
			if (each.content() == Content.NO_PIXELS)
				table.append("- ").append(each.name()).append(" (").append(each.uid()).append(")\n");
		return table.toString();
	}
}
