package org.annotomy.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.annotomy.digest.Sha256;
import org.annotomy.interchange.sidecar.SidecarHeader.VoxelStamp;
import org.annotomy.interchange.sidecar.SidecarReader;
import org.annotomy.store.StoreException.Reason;
import org.annotomy.store.file.Contents;
import org.annotomy.store.file.FileLayer;
import org.annotomy.store.file.Trouble;
import org.annotomy.task.Progress;

/** Puts an earlier version in the place of labels that cannot be opened any more. */
final class PutBack {

	private final FileLayer files;
	private final StorePaths home;
	private final SaveSteps steps;
	private final StoreOptions options;

	PutBack(Path base, StoreOptions options) {
		this.options = options;
		files = options.files();
		home = StorePaths.beside(base);
		steps = new SaveSteps(files, home, new VersionFolder(files, home.versions(), options.clock(), VersionFolder.MAX_BYTES));
	}

	List<Version> versions() throws StoreException {
		try {
			return steps.versions().list();
		} catch (IOException e) {
			throw failed("The versions cannot be listed. ", e);
		}
	}

	/** What is there now is kept among the versions. */
	void put(Version version) throws StoreException {
		Session session = Session.begin(options.rater(), HostKey.in(options.recovery(), files), options.clock());
		Access access = Access.to(home, session, options);
		if (!access.isOurs()) throw new StoreException(Reason.OTHERS, "The version was not put back. " + access.info().words());
		try {
			put(commitOf(version));
		} catch (IOException e) {
			throw failed("The version was not put back. ", e);
		} finally {
			access.release();
		}
	}

	private Commit commitOf(Version version) throws IOException {
		byte[] bytes = Contents.read(files, steps.versions().labels(version), Integer.MAX_VALUE - 16);
		VoxelStamp voxels = SidecarReader.read(bytes, Progress.NONE).header().voxels();
		return new Commit(steps.labelsOnDisk(), Sha256.hex(bytes), null, voxels == null ? null : voxels.sha256(), 0,
				version);
	}

	private void put(Commit commit) throws IOException {
		if (!steps.isComplete(commit)) throw new IOException("The voxels of the version are missing.");
		if (!commit.oldLabels().equals(JournalHeader.NO_BASE)) steps.versions().keepOutside(home.geojson(), ".geojson");
		steps.prepare(commit);
		steps.putInPlace(commit);
	}

	private StoreException failed(String what, IOException e) {
		return new StoreException(Reason.FILES, what + Trouble.of(e, files, home.folder()).words() + ".", e);
	}
}
