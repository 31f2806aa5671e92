package org.annotomy.imagej.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.annotomy.dicom.part10.ByteSource;
import org.annotomy.dicom.part10.DicomFileReader;
import org.annotomy.dicom.transfer.LabelObject;
import org.annotomy.dicom.web.DicomWebClient;
import org.annotomy.dicom.web.WebException;
import org.annotomy.dicom.web.WebInstance;
import org.annotomy.image.ImageFormatException;
import org.annotomy.image.MedicalImage;
import org.annotomy.store.AnnotationStore;
import org.annotomy.task.Progress;

/** Labels that a server keeps for a series, the newest of each image. */
public final class ServerLabels {

	private static final int MOST_OBJECTS = 20;
	private static final int MOST_BYTES = 1 << 30;

	/** Whether the labels of the server came to lie beside an image. */
	enum Brought {
		/** The server has none for it. */
		NONE,
		/** They lie there now. */
		YES,
		/** Those that lie there are the same. */
		SAME,
		/** Those that lie there are others, and were kept. */
		OTHERS_KEPT
	}

	private final SortedMap<String, byte[]> files;
	private final String written;

	private ServerLabels(SortedMap<String, byte[]> files, String written) {
		this.files = files;
		this.written = written;
	}

	/** @throws IOException if the server cannot be asked, or its newest labels are broken */
	public static ServerLabels of(DicomWebClient client, String studyUid, String seriesUid, Progress progress)
			throws IOException {
		SortedMap<String, byte[]> files = new TreeMap<>();
		String written = "";
		String labels = LabelObject.seriesFor(seriesUid);
		for (WebInstance one : newestFirst(client, studyUid, labels, progress)) {
			LabelObject.Labels found = read(client, studyUid, labels, one.sopUid(), progress);
			if (!found.seriesUid().equals(seriesUid)) continue;
			if (written.isEmpty()) written = found.written();
			found.files().forEach(files::putIfAbsent);
		}
		return new ServerLabels(files, written);
	}

	private static List<WebInstance> newestFirst(DicomWebClient client, String studyUid, String labels, Progress progress)
			throws IOException {
		try {
			return client.instances(studyUid, labels, progress).stream().filter(i -> i.sopClassUid().isEmpty()
					|| i.sopClassUid().equals(LabelObject.SOP_CLASS))
					.sorted(Comparator.comparingInt(WebInstance::number).reversed())
					.limit(MOST_OBJECTS).toList();
		} catch (WebException e) {
			if (e.kind() == WebException.Kind.NOT_FOUND) return List.of();
			throw e;
		}
	}

	private static LabelObject.Labels read(DicomWebClient client, String studyUid, String labels, String sopUid,
			Progress progress)
			throws IOException {
		byte[][] object = {new byte[0]};
		client.retrieveInstance(studyUid, labels, sopUid, part -> {
			object[0] = part.content().readNBytes(MOST_BYTES + 1);
			if (object[0].length > MOST_BYTES) throw new ImageFormatException("The labels on the server are larger than 1 GB.");
		}, progress);
		try (ByteSource source = ByteSource.of(object[0])) {
			return LabelObject.read(DicomFileReader.read(source).dataset());
		}
	}

	public boolean isEmpty() { return files.isEmpty(); }

	/** When the newest were written, in words. */
	String written() {
		return written;
	}

	/** Puts the labels beside an image unless there are any already. */
	Brought bring(MedicalImage image) throws IOException {
		String key = LabelKey.of(image);
		byte[] sidecar = files.get(key + ".geojson");
		if (sidecar == null) return Brought.NONE;
		Path own = AnnotationStore.sidecarOf(image.sidecar());
		if (Files.exists(own)) return Arrays.equals(Files.readAllBytes(own), sidecar) ? Brought.SAME : Brought.OTHERS_KEPT;
		byte[] segments = files.get(key + ".seg.nrrd");
		if (segments != null) put(segments, AnnotationStore.segmentsOf(image.sidecar()));
		put(sidecar, own);
		return Brought.YES;
	}

	private static void put(byte[] bytes, Path file) throws IOException {
		Path unfinished = Files.createTempFile(file.getParent(), ".labels", ".tmp");
		try {
			Files.write(unfinished, bytes);
			Files.move(unfinished, file);
		} finally {
			Files.deleteIfExists(unfinished);
		}
	}

	/** Takes away again what {@link #bring} has put there; what is not as it was brought stays. */
	void takeBack(MedicalImage image) throws IOException {
		String key = LabelKey.of(image);
		takeBack(AnnotationStore.sidecarOf(image.sidecar()), files.get(key + ".geojson"));
		takeBack(AnnotationStore.segmentsOf(image.sidecar()), files.get(key + ".seg.nrrd"));
	}

	private static void takeBack(Path file, byte[] brought) throws IOException {
		if (brought != null && Files.exists(file) && Arrays.equals(Files.readAllBytes(file), brought)) Files.delete(file);
	}
}
