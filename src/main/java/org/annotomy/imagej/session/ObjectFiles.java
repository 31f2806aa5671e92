package org.annotomy.imagej.session;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.DepthEdits;
import org.annotomy.annotation.EditBuilder;
import org.annotomy.annotation.depth.DepthGraph;
import org.annotomy.annotation.detection.BlockBuilder;
import org.annotomy.annotation.detection.DetectionBlock;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.identity.IdentityCheck;
import org.annotomy.image.FastGzip;
import org.annotomy.imagej.FileDraft;
import org.annotomy.interchange.sidecar.DetectionWriter;
import org.annotomy.interchange.sidecar.SidecarContent;
import org.annotomy.interchange.sidecar.SidecarFile;
import org.annotomy.interchange.sidecar.SidecarHeader;
import org.annotomy.interchange.sidecar.SidecarReader;
import org.annotomy.task.Progress;

/** Objects of other programs as GeoJSON in and out, a million detections at a time: {@code .geojson}, {@code .json}, either packed as {@code .gz}. */
public final class ObjectFiles {

	/** Longer files are read without holding their text. */
	private static final long LARGE = 32 << 20;
	private static final int BUFFER = 1 << 16;

	private ObjectFiles() {}

	/**
	 * Adds the objects of a file to the annotations, as one step of undo. Those whose id is there already are left out; classes that the
	 * protocol does not have come with them.
	 *
	 * @return what the user should know, a sentence each
	 * @throws IOException if the file cannot be read or is not GeoJSON; in words for the user
	 * @throws IllegalArgumentException if it says that it belongs to another image
	 */
	public static List<String> read(Path file, AnnotationSession session, Progress progress) throws IOException {
		SidecarContent content = read(file, progress);
		AnnotationDocument document = session.document();
		content.image().ifPresent(image -> requireSame(IdentityCheck.compare(image, document.image())));
		EditBuilder edit = document.edit("Import objects").protocol(content.completed(document.protocol()));
		boolean empty = document.objects().isEmpty();
		BeyondEdge beyond = new BeyondEdge(document.image().size());
		int added = 0;
		int known = 0;
		for (AnnotationObject object : content.objects())
			if (empty || document.object(object.id()).isEmpty()) {
				edit.put(object);
				beyond.add(object);
				added++;
			} else known++;
		for (DetectionBlock block : content.detections()) {
			DetectionBlock fresh = empty ? block : without(block, document);
			if (!fresh.isEmpty()) edit.addDetections(List.of(fresh));
			beyond.add(fresh);
			added += fresh.size();
			known += block.size() - fresh.size();
		}
		int contradictions = DepthEdits.takeIn(edit, content.links(), idsOf(content, document));
		edit.apply();
		// Else whoever clicks first on the image would wait for it.
		document.detections().prepareToFind();
		List<String> told = new ArrayList<>();
		told.add(added == 1 ? "1 object came in." : added + " objects came in.");
		if (known > 0) told.add("Left out, since objects of the same id are there: " + known + ".");
		if (contradictions > 0)
			told.add("Left out, since other objects are said to lie in front here: " + contradictions + ".");
		told.addAll(beyond.told());
		told.addAll(content.report().warnings());
		return told;
	}

	/** Of the objects that the file says the depth of and that will be there. */
	private static Set<UUID> idsOf(SidecarContent content, AnnotationDocument document) {
		Set<UUID> known = content.objects().stream().map(AnnotationObject::id).collect(Collectors.toSet());
		DepthGraph.of(content.links()).objects().stream().filter(id -> document.object(id).isPresent()).forEach(known::add);
		return known;
	}

	private static SidecarContent read(Path file, Progress progress) throws IOException {
		long size = Files.size(file);
		if (size <= LARGE && !isPacked(file)) return SidecarReader.read(Files.readAllBytes(file), progress);
		try (InputStream in = Files.newInputStream(file)) {
			return SidecarReader.readStream(in, isPacked(file) ? 0 : size, progress);
		}
	}

	private static boolean isPacked(Path file) {
		return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".gz");
	}

	private static void requireSame(IdentityCheck check) {
		if (check.verdict() == IdentityCheck.Verdict.DIFFERENT)
			throw new IllegalArgumentException(
					"The objects were not imported: the file says that they were made on another image ("
							+ String.join("; ", check.differences()) + "). Open that image.");
	}

	private static DetectionBlock without(DetectionBlock block, AnnotationDocument document) {
		BlockBuilder fresh = new BlockBuilder();
		for (int row = 0; row < block.size(); row++) {
			UUID id = block.outlines().id(row);
			if (document.object(id).isEmpty()) fresh.add(block, row);
		}
		return fresh.size() == block.size() ? block : fresh.build();
	}

	/**
	 * Writes all objects into one file that QuPath opens.
	 *
	 * @param overwrite whether a file that is there may be replaced
	 * @return what other programs will not see, a sentence
	 * @throws IOException if a file is there already, or cannot be written
	 */
	public static List<String> write(Path file, boolean overwrite, AnnotationSession session, Progress progress)
			throws IOException {
		List<SidecarFile.Unplaced> unplaced = new ArrayList<>();
		AnnotationDocument snapshot = session.document().copy();
		FileDraft.write(file, overwrite, draft -> {
			try (OutputStream plain = new BufferedOutputStream(Files.newOutputStream(draft), BUFFER);
					OutputStream out = isPacked(file) ? new FastGzip(plain) : plain) {
				unplaced.addAll(DetectionWriter.write(snapshot, SidecarHeader.NEW, out, progress));
			}
		});
		return unplaced.isEmpty()
				? List.of()
				: List.of("Objects without length, area or finite place, which other programs will not show: " + unplaced.size()
						+ ".");
	}
}
