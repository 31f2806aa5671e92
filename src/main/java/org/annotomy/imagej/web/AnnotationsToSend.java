package org.annotomy.imagej.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomFileReader;
import org.annotomy.dicom.transfer.LabelObjectWriter;
import org.annotomy.dicom.transfer.LabelledSeries;
import org.annotomy.dicom.transfer.Outbox;
import org.annotomy.image.MedicalImage;
import org.annotomy.imagej.session.AnnotationSession;
import org.annotomy.store.AnnotationStore;
import org.annotomy.store.StoreException;
import org.annotomy.task.Progress;

/** The annotations of an open image on their way into the outbox, as DICOM objects. */
public final class AnnotationsToSend {

	private final MedicalImage image;
	private final AnnotationDocument document;
	private final AnnotationStore.PendingSave save;
	private final List<LabelObjectWriter> writers;

	private AnnotationsToSend(AnnotationSession session, List<LabelObjectWriter> writers) throws StoreException {
		this.image = session.source();
		this.writers = writers;
		this.save = session.store().beginSave();
		this.document = session.document().copy();
	}

	/**
	 * Takes a snapshot, on the thread that changes the document.
	 *
	 * @param kind key of a writer, empty for every kind of object that there is a writer for
	 * @throws IllegalArgumentException if the image is not DICOM, or there is no such writer
	 * @throws StoreException if the annotations cannot be saved
	 */
	public static AnnotationsToSend begin(AnnotationSession session, String kind) throws StoreException {
		LabelKey.of(session.source());
		return new AnnotationsToSend(session, writers(kind));
	}

	/**
	 * Saves the snapshot and puts its objects into the outbox, on any thread.
	 *
	 * @throws IllegalArgumentException if there is nothing to send
	 * @throws StoreException if the annotations cannot be saved
	 * @throws IOException if the objects cannot be written
	 */
	public List<Outbox.Entry> put(Outbox outbox, String server, Progress progress) throws IOException, StoreException {
		save.run(progress);
		LabelledSeries labels = new LabelledSeries(DicomFileReader.readHeader(image.files().get(0)).dataset(), image, document,
				labelFiles(image));
		List<Outbox.Entry> entries = new ArrayList<>();
		for (LabelObjectWriter writer : writers)
			for (DicomDataset object : writer.write(labels))
				entries.add(outbox.add(server, object));
		if (entries.isEmpty()) throw new IllegalArgumentException("There are no annotations of this image to send.");
		return entries;
	}

	private static List<LabelObjectWriter> writers(String kind) {
		List<LabelObjectWriter> all = LabelObjectWriter.discover();
		List<LabelObjectWriter> wanted = all.stream().filter(writer -> kind.isEmpty() || writer.key().equals(kind)).toList();
		if (!wanted.isEmpty()) return wanted;
		throw new IllegalArgumentException("Annotations cannot be written as that kind of object. The kinds are: "
				+ all.stream().map(LabelObjectWriter::key).collect(Collectors.joining(", ")) + ".");
	}

	private static Map<String, Path> labelFiles(MedicalImage image) {
		Map<String, Path> files = new TreeMap<>();
		String key = LabelKey.of(image);
		Path sidecar = AnnotationStore.sidecarOf(image.sidecar());
		Path segments = AnnotationStore.segmentsOf(image.sidecar());
		if (Files.exists(sidecar)) files.put(key + ".geojson", sidecar);
		if (Files.exists(segments)) files.put(key + ".seg.nrrd", segments);
		return files;
	}
}
