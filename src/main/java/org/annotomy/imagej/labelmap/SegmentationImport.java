package org.annotomy.imagej.labelmap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.model.Segment;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.interchange.segnrrd.SegNrrdContent;
import org.annotomy.interchange.segnrrd.SegNrrdReader;
import org.annotomy.task.Progress;

/** Brings the segments of a file into the annotations of an image, as one step of undo. */
public final class SegmentationImport {

	private SegmentationImport() {}

	/**
	 * Reads {@code .seg.nrrd} with all that it says of its segments; of any other image file each value above 0 becomes a segment, with the
	 * name and colour that a table of ITK-SNAP beside it ({@code X.labels.txt}) gives. The segments come into layers of their own, so that
	 * nothing that is there is overwritten.
	 *
	 * @return what the user should know, a sentence each
	 * @throws IOException if the file cannot be read or holds no label map; in words for the user
	 * @throws IllegalArgumentException if it lies on another grid than the image
	 */
	public static List<String> read(Path file, AnnotationSession session, Progress progress) throws IOException {
		AnnotationDocument document = session.document();
		ImportedLabels labels = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".seg.nrrd")
				? segNrrd(SegNrrdReader.read(file, document.image(), progress))
				: LabelMapReader.read(file, session.source(), session.clock().instant(), progress);
		List<Segment> added = labels.addTo(document, "Import segmentation");
		if (!added.isEmpty()) session.segments().setCurrent(added.get(0).id());
		List<String> told = new ArrayList<>();
		told.add(added.size() == 1 ? "1 segment came in." : added.size() + " segments came in.");
		told.addAll(labels.remarks());
		return told;
	}

	private static ImportedLabels segNrrd(SegNrrdContent content) {
		return new ImportedLabels(content.segments(), content.blocks(), content.warnings());
	}
}
