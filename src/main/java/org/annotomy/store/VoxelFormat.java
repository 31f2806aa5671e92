package org.annotomy.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.EditBuilder;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.voxel.BlockIndex;
import org.annotomy.annotation.voxel.LabelBlock;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.interchange.segnrrd.SegNrrdContent;
import org.annotomy.interchange.segnrrd.SegNrrdReader;
import org.annotomy.interchange.segnrrd.SegNrrdWriter;
import org.annotomy.store.file.FileLayer;
import org.annotomy.task.Progress;

/** The voxel file of a document. */
final class VoxelFormat {

	/**
	 * A document with the segments and voxels of a file that another program wrote.
	 *
	 * @param remarks for the user
	 */
	record Taken(AnnotationDocument document, List<String> remarks) {}

	private VoxelFormat() {}

	static void write(AnnotationDocument document, OutputStream out, Progress progress) throws IOException {
		SegNrrdWriter.write(document, out, progress);
	}

	/** Voxels of a file of ours: what its segments are is said by the sidecar. @throws IOException if it cannot be read */
	static Map<BlockIndex, LabelBlock> read(FileLayer files, Path seg, ImageIdentity image) throws IOException {
		return SegNrrdReader.read(files.local(seg), image, Progress.NONE).blocks();
	}

	/**
	 * Segments are matched by their id.
	 *
	 * @param document not changed
	 * @throws IOException if the file cannot be read, or is of another image
	 */
	static Taken take(FileLayer files, Path seg, AnnotationDocument document) throws IOException {
		SegNrrdContent content = SegNrrdReader.read(files.local(seg), document.image(), Progress.NONE);
		SegNrrdContent.Joined joined = content.join(document.segments(), document.protocol());
		AnnotationDocument taken = document.copy();
		EditBuilder edit = taken.edit("Take in voxels");
		joined.missing().forEach(edit::removeSegment);
		joined.segments().forEach(edit::put);
		Set<BlockIndex> all = new LinkedHashSet<>(document.blocks().keySet());
		all.addAll(content.blocks().keySet());
		for (BlockIndex index : all)
			edit.put(index, content.blocks().getOrDefault(index, LabelBlock.EMPTY));
		Replay.apply(taken, edit.build());
		return new Taken(taken.copy(), remarks(document, joined, content));
	}

	private static List<String> remarks(AnnotationDocument document, SegNrrdContent.Joined joined, SegNrrdContent content) {
		Set<Segment> before = new HashSet<>(document.segments());
		long changed = joined.segments().stream().filter(s -> !before.contains(s)).count() - joined.added().size();
		List<String> remarks = new ArrayList<>();
		remarks.add("Another program has saved the voxels: " + Words.count(joined.added().size(), "segment") + " added, "
				+ joined.missing().size() + " removed, " + changed + " changed in name, colour or layer.");
		remarks.addAll(content.warnings());
		return remarks;
	}
}
