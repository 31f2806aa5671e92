package org.annotomy.store;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.annotomy.store.file.Contents;
import org.annotomy.store.file.FileLayer;

/**
 * Puts a save into place whose files are complete among the versions: the voxels first, then the labels, whose appearance is what makes
 * the save count. Each step can be repeated, so an interrupted save is finished by doing them again.
 */
record SaveSteps(FileLayer files, StorePaths place, VersionFolder versions) {

	/** SHA-256 of the sidecar beside the image; {@link JournalHeader#NO_BASE} if there is none. @throws IOException if it cannot be read */
	String labelsOnDisk() throws IOException {
		String digest = digest(place.geojson());
		return digest == null ? JournalHeader.NO_BASE : digest;
	}

	/** SHA-256 of the voxel file beside the image; null if there is none. @throws IOException if it cannot be read */
	String voxelsOnDisk() throws IOException {
		return digest(place.seg());
	}

	private String digest(Path file) throws IOException {
		if (!files.exists(file)) return null;
		try {
			return Contents.sha256(files, file);
		} catch (NoSuchFileException e) {
			return null;
		}
	}

	/** Whether everything that the save needs is there in full. @throws IOException if it cannot be read */
	boolean isComplete(Commit commit) throws IOException {
		boolean labels = versions.verifies(versions.awaiting(commit.newLabels()), commit.newLabels())
				|| versions.verifies(versions.labels(commit.version()), commit.newLabels());
		return labels && (commit.newVoxels() == null
				|| versions.verifies(versions.voxels(commit.newVoxels()), commit.newVoxels()));
	}

	/** Voxels that another program wrote meanwhile are kept. @throws IOException if a step fails: {@link #takeBack} then */
	void putInPlace(Commit commit) throws IOException {
		String voxels = voxelsOnDisk();
		if (commit.newVoxels() != null && !commit.newVoxels().equals(voxels)) {
			if (voxels != null && !voxels.equals(commit.oldVoxels())) versions.keepOutside(place.seg());
			install(versions.voxels(commit.newVoxels()), place.seg());
		}
		install(labelsOf(commit), place.geojson());
		files.forceFolder(place.folder());
		if (commit.newVoxels() == null && commit.oldVoxels() != null && commit.oldVoxels().equals(voxelsOnDisk()))
			files.delete(place.seg());
	}

	/** Lists the sidecar among the versions. @throws IOException if that fails */
	void listVersion(Commit commit) throws IOException {
		Path awaiting = versions.awaiting(commit.newLabels());
		if (files.exists(awaiting)) files.replace(awaiting, versions.labels(commit.version()));
		files.forceFolder(place.versions());
	}

	/** Puts the old voxels back after a failure, if need be and if possible. @throws IOException if that fails */
	void takeBack(Commit commit) throws IOException {
		if (commit.changesVoxels() && commit.newVoxels().equals(voxelsOnDisk())) {
			if (commit.oldVoxels() == null) files.delete(place.seg());
			else
				if (versions.verifies(versions.voxels(commit.oldVoxels()), commit.oldVoxels()))
					install(versions.voxels(commit.oldVoxels()), place.seg());
		}
	}

	private Path labelsOf(Commit commit) throws IOException {
		Path awaiting = versions.awaiting(commit.newLabels());
		return files.exists(awaiting) ? awaiting : versions.labels(commit.version());
	}

	/** A copy, not a link: other programs write into the files beside the image, which must not change what is kept. */
	private void install(Path kept, Path target) throws IOException {
		Path draft = place.hidden().resolve("install.tmp");
		Contents.copy(files, kept, draft);
		try {
			files.replace(draft, target);
		} catch (IOException e) {
			Contents.drop(files, draft, e);
			throw e;
		}
	}
}
