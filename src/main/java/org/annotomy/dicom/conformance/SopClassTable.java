package org.annotomy.dicom.conformance;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.annotomy.dicom.conformance.SopClass.Content;
import org.annotomy.dicom.part10.DicomUids;
import org.annotomy.dicom.presentation.PresentationState;
import org.annotomy.dicom.slide.WsiSlideReader;
import org.annotomy.dicom.transfer.LabelObjectWriter;

/** The storage SOP classes in the rows of the conformance statement: what becomes of an instance of each. */
final class SopClassTable {

	private static final String HEAD = "| SOP class | UID | read as |\n|---|---|---|\n";
	private static final String DIRECTORY = "1.2.840.10008.1.3.10";

	private SopClassTable() {}

	/** Those that something is made of. */
	static String read() {
		return HEAD + SopClass.all().stream().filter(each -> !role(each).isEmpty())
				.map(each -> "| " + each.name() + " | " + each.uid() + " | " + role(each) + " |\n").collect(Collectors.joining());
	}

	/** Those that are told to hold no image. */
	static String withoutImage() {
		return SopClass.all().stream().filter(each -> role(each).isEmpty())
				.map(each -> "- " + each.name() + " (" + each.uid() + ")\n").collect(Collectors.joining());
	}

	/** Those that are made here. */
	static String written() {
		Map<String, String> kinds = new TreeMap<>();
		for (LabelObjectWriter writer : LabelObjectWriter.discover())
			kinds.merge(writer.sopClass(), writer.key(), (a, b) -> a + ", " + b);
		return "| SOP class | UID | kind in *Send Annotations to Server...* |\n|---|---|---|\n"
				+ kinds.entrySet().stream().map(kind -> "| " + DicomUids.sopClass(kind.getKey()).orElse("private") + " | "
						+ kind.getKey() + " | `" + kind.getValue() + "` |\n").collect(Collectors.joining());
	}

	/** Empty if nothing is made of it. */
	static String role(SopClass each) {
		if (WsiSlideReader.SOP_CLASSES.contains(each.uid())) return "slide";
		if (each.uid().equals(DIRECTORY)) return "directory: the files that it names are opened";
		if (PresentationState.SOP_CLASSES.contains(each.uid())) return "presentation state, applied to an open image";
		if (writes(LabelObjectWriter.discover(), each.uid())) return "labels, if they are Annotomy's";
		if (each.content() == Content.NO_PIXELS) return "";
		return each.name().startsWith("Video ") ? "image; a video needs an add-on" : "image or volume";
	}

	private static boolean writes(Collection<LabelObjectWriter> writers, String sopClass) {
		return writers.stream().anyMatch(writer -> writer.sopClass().equals(sopClass));
	}
}
