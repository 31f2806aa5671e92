package org.annotomy.dicom.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

import org.annotomy.dicom.codec.FrameReader;
import org.annotomy.dicom.part10.DicomUids;
import org.annotomy.dicom.part10.DicomWriter;
import org.annotomy.dicom.part10.TransferSyntax;

/**
 * What is read, written and refused, as Markdown in the style of PS3.2. The tables come from the code that does the work and from the standard's
 * list of SOP classes; the words around them from the resource {@code conformance.md}.
 */
public final class ConformanceStatement {

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
		Map<String, String> parts = Map.of("implementation", "`" + DicomWriter.IMPLEMENTATION_CLASS_UID + "`",
				"transfer syntaxes", transferSyntaxes(), "sop classes", SopClassTable.read(), "classes without image",
				SopClassTable.withoutImage(), "written classes", SopClassTable.written(), "dicomweb", WebTables.transactions(),
				"credentials", WebTables.credentials(), "limits", WebTables.limits());
		String text = template();
		for (Map.Entry<String, String> part : parts.entrySet())
			text = text.replace("${" + part.getKey() + "}", part.getValue());
		return text;
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
}
