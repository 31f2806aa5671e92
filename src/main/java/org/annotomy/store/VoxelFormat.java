package org.annotomy.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.voxel.BlockIndex;
import org.annotomy.annotation.voxel.LabelBlock;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.store.file.FileLayer;
import org.annotomy.task.Progress;

/** The voxel file of a document. Until there is a writer of it, labels with voxels stay in the journal. */
final class VoxelFormat {

	private VoxelFormat() {}

	static void write(AnnotationDocument document, OutputStream out, Progress progress) throws IOException {
		throw new IOException("Voxel segments cannot be saved yet.");
	}

	static Map<BlockIndex, LabelBlock> read(FileLayer files, Path seg, List<Segment> segments, ImageIdentity image)
			throws IOException {
		throw new IOException("Voxel segments cannot be read yet.");
	}
}
