package org.annotomy.store;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

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
		return labelsOf(commit).isPresent() && (commit.newVoxels() == null
				|| versions.verifies(versions.voxels(commit.newVoxels()), commit.newVoxels()));
	}

	/** The new sidecar, waiting or already listed. */
	private Optional<Path> labelsOf(Commit commit) throws IOException {
		for (Path file : new Path[]{versions.awaiting(commit.newLabels()), versions.labels(commit.version())})
			if (versions.verifies(file, commit.newLabels())) return Optional.of(file);
		return Optional.empty();
	}

	/** Makes the copies that will be put in place, so that afterwards nothing needs room any more. @throws IOException if that fails */
	void prepare(Commit commit) throws IOException {
		try {
			if (commit.newVoxels() != null && !commit.newVoxels().equals(voxelsOnDisk()))
				Contents.copy(files, versions.voxels(commit.newVoxels()), voxelsDraft());
			Contents.copy(files, labelsOf(commit).orElseThrow(SaveSteps::gone), labelsDraft());
		} catch (IOException e) {
			dropDrafts(e);
			throw e;
		}
	}

	/** Removes what {@link #prepare} made, because of a failure. */
	void dropDrafts(Exception failure) {
		Contents.drop(files, voxelsDraft(), failure);
		Contents.drop(files, labelsDraft(), failure);
	}

	/**
	 * Puts the copies in place, making those that are not there. Voxels that another program wrote meanwhile are kept.
	 *
	 * @throws IOException if a step fails: {@link #takeBack} then
	 */
	void putInPlace(Commit commit) throws IOException {
		String voxels = voxelsOnDisk();
		if (commit.newVoxels() != null && !commit.newVoxels().equals(voxels)) {
			if (voxels != null && !voxels.equals(commit.oldVoxels())) versions.keepOutside(place.seg(), ".seg.nrrd");
			install(versions.voxels(commit.newVoxels()), voxelsDraft(), place.seg());
		}
		install(labelsOf(commit).orElseThrow(SaveSteps::gone), labelsDraft(), place.geojson());
		files.forceFolder(place.folder());
		if (commit.newVoxels() == null && commit.oldVoxels() != null && commit.oldVoxels().equals(voxelsOnDisk()))
			files.delete(place.seg());
	}

	/** Lists the sidecar among the versions. @throws IOException if that fails */
	void listVersion(Commit commit) throws IOException {
		Path awaiting = versions.awaiting(commit.newLabels());
		if (versions.verifies(awaiting, commit.newLabels())) files.replace(awaiting, versions.labels(commit.version()));
		files.forceFolder(place.versions());
	}

	/** Puts the old voxels back after a failure, if need be and if possible. @throws IOException if that fails */
	void takeBack(Commit commit) throws IOException {
		if (commit.changesVoxels() && commit.newVoxels().equals(voxelsOnDisk())) {
			if (commit.oldVoxels() == null) files.delete(place.seg());
			else
				if (versions.verifies(versions.voxels(commit.oldVoxels()), commit.oldVoxels()))
					install(versions.voxels(commit.oldVoxels()), voxelsDraft(), place.seg());
		}
	}

	/** A copy, not a link: other programs write into the files beside the image, which must not change what is kept. */
	private void install(Path kept, Path draft, Path target) throws IOException {
		if (!files.exists(draft)) Contents.copy(files, kept, draft);
		try {
			files.replace(draft, target);
		} catch (IOException e) {
			Contents.drop(files, draft, e);
			throw e;
		}
	}

	private Path voxelsDraft() {
		return place.hidden().resolve("seg.tmp");
	}

	private Path labelsDraft() {
		return place.hidden().resolve("labels.tmp");
	}

	private static IOException gone() {
		return new IOException("The new labels are gone.");
	}
}
