package org.annotomy.store;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.interchange.sidecar.SidecarHeader;

/**
 * What is in the files beside the image as far as this session knows: what the next save follows.
 *
 * @param labels SHA-256 of the sidecar; {@link JournalHeader#NO_BASE} if there is none
 * @param voxels SHA-256 of the voxel file that belongs to it; null if there is none
 * @param header of the sidecar
 * @param document what they hold
 */
record Base(String labels, String voxels, SidecarHeader header, AnnotationDocument document) {

	boolean isNew() { return labels.equals(JournalHeader.NO_BASE); }

	/** Whether the voxel file would be the same for that document. */
	boolean hasVoxelsOf(AnnotationDocument other) {
		return other.segments().equals(document.segments()) && other.blocks().equals(document.blocks())
				&& other.protocol().equals(document.protocol());
	}
}
