package org.annotomy.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.model.AnnotationObject;
import org.annotomy.interchange.sidecar.SidecarFile;
import org.annotomy.interchange.sidecar.SidecarHeader;
import org.annotomy.interchange.sidecar.SidecarHeader.PackStamp;
import org.annotomy.interchange.sidecar.SidecarHeader.Tombstone;
import org.annotomy.interchange.sidecar.SidecarHeader.VoxelStamp;
import org.annotomy.interchange.sidecar.SidecarWriter;
import org.annotomy.json.JsonObject;
import org.annotomy.store.file.Contents;
import org.annotomy.store.file.FileLayer;
import org.annotomy.store.file.OpenFile;
import org.annotomy.task.Progress;

/**
 * Saves a snapshot of the document: everything is made and checked among the versions, then noted in the journal, then put in place. Up to
 * that note a failure leaves everything as it was; after it, either all is put in place or taken back, now or at the next opening.
 */
final class SaveTask {

	/** Fails if the save may not go on: the lock is lost, or the files have changed. */
	@FunctionalInterface
	interface Guard {

		void check() throws IOException, StoreException;
	}

	/** A save that has succeeded. */
	record Saved(Base base, SidecarFile labels, long bytes) {}

	private static final long SPARE_BYTES = 256 << 10;
	private static final String CAUSE = "save";

	private final SaveSteps steps;
	private final FileLayer files;
	private final VersionFolder versions;
	private final Base base;
	private final AnnotationDocument snapshot;
	private final String rater;
	private final Clock clock;

	SaveTask(SaveSteps steps, Base base, AnnotationDocument snapshot, String rater, Clock clock) {
		this.steps = steps;
		this.files = steps.files();
		this.versions = steps.versions();
		this.base = base;
		this.snapshot = snapshot;
		this.rater = rater;
		this.clock = clock;
	}

	/**
	 * @param journal takes the note that the save begins and that it is done
	 * @param upTo number of the last edit in the snapshot
	 * @throws IOException if the folder fails; the files beside the image are as before
	 * @throws StoreException if the guard refuses, or there is not room enough
	 */
	Saved run(Journal journal, long upTo, Guard guard, Progress progress) throws IOException, StoreException {
		Instant now = clock.instant();
		keepWhatIsReplaced();
		VoxelStamp voxels = voxels(progress);
		List<PackStamp> packs = new DetectionPacks(files, steps.place()).write(snapshot, base, progress.part(0.2, 0.6));
		SidecarHeader header = header(now).withVoxels(voxels).withPacks(packs);
		SidecarFile labels = SidecarWriter.write(snapshot, header, progress.part(0.6, 0.8));
		requireRoom(labels.bytes());
		int count = snapshot.objects().size() + snapshot.segments().size();
		String digest = labels.sha256();
		String voxelDigest = voxels == null ? null : voxels.sha256();
		Version version = Version.of(now, header.revision(), count, CAUSE, digest, voxelDigest);
		Commit commit = new Commit(base.labels(), digest, base.voxels(), voxelDigest, upTo, version);
		writeLabels(labels, digest);
		progress.update(0.8, "Saving labels");
		try {
			progress.checkCancelled();
			steps.prepare(commit);
			guard.check();
			journal.mark(JournalRecord.Type.COMMIT, commit.toBytes());
		} catch (IOException | StoreException | RuntimeException e) {
			Contents.drop(files, versions.awaiting(digest), e);
			steps.dropDrafts(e);
			throw e;
		}
		putInPlace(commit, journal);
		return new Saved(new Base(digest, voxelDigest, header, snapshot), labels,
				labels.bytes() + (voxels == null ? 0 : voxels.bytes()));
	}

	/** What another program wrote, or a version that has been rotated away, must be there to go back to. */
	private void keepWhatIsReplaced() throws IOException {
		if (!base.isNew() && versions.find(base.labels()).isEmpty()) {
			int count = base.document().objects().size() + base.document().segments().size();
			versions.keepLabels(steps.place().geojson(),
					Version.of(clock.instant().minusMillis(1), base.header().revision(), count, "found", base.labels(),
							base.voxels()));
		}
		if (base.voxels() != null && base.voxels().equals(steps.voxelsOnDisk()))
			versions.keepVoxels(steps.place().seg(), base.voxels());
	}

	/** Null if there is nothing to write. */
	private VoxelStamp voxels(Progress progress) throws IOException, StoreException {
		if (snapshot.segments().isEmpty() && snapshot.blocks().isEmpty()) return null;
		if (base.voxels() != null && base.hasVoxelsOf(snapshot)
				&& versions.verifies(versions.voxels(base.voxels()), base.voxels()))
			return base.header().voxels();
		Path draft = versions.draft("seg");
		try {
			try (OpenFile file = files.create(draft); OutputStream out = Contents.stream(file)) {
				VoxelFormat.write(snapshot, out, progress.part(0, 0.2));
				file.force();
			}
			VoxelStamp stamp = new VoxelStamp(Contents.sha256(files, draft), files.size(draft));
			requireRoom(stamp.bytes());
			files.replace(draft, versions.voxels(stamp.sha256()));
			return stamp;
		} catch (IOException | StoreException | RuntimeException e) {
			Contents.drop(files, draft, e);
			throw e;
		}
	}

	private SidecarHeader header(Instant now) {
		SidecarHeader next = base.header().next(base.isNew() ? null : base.labels(), now, Program.version());
		if (next.raters().stream().noneMatch(known -> known.id().equals(rater))) {
			List<SidecarHeader.Rater> raters = new ArrayList<>(next.raters());
			raters.add(SidecarHeader.Rater.of(rater, null));
			next = next.withRaters(raters);
		}
		return next.withTombstones(tombstones(now));
	}

	private List<Tombstone> tombstones(Instant now) {
		List<Tombstone> tombstones = new ArrayList<>(base.header().tombstones());
		if (!tombstones.isEmpty()) tombstones.removeIf(tombstone -> isPresent(tombstone.id()));
		for (AnnotationObject object : base.document().individualObjects())
			if (snapshot.object(object.id()).isEmpty())
				tombstones.add(new Tombstone(object.id().toString(), now.toString(), rater, JsonObject.EMPTY));
		return tombstones;
	}

	private boolean isPresent(String id) {
		try {
			return snapshot.object(UUID.fromString(id)).isPresent();
		} catch (IllegalArgumentException e) {
			return false;
		}
	}

	/** Written and read again: what is on the disk is what passed the gate. */
	private void writeLabels(SidecarFile labels, String digest) throws IOException {
		Path draft = versions.draft("labels");
		try {
			try (OpenFile file = files.create(draft)) {
				labels.writeTo(Contents.stream(file));
				file.force();
			}
			if (!versions.verifies(draft, digest)) throw new IOException("The disk gave back other bytes than were written.");
			files.replace(draft, versions.awaiting(digest));
			files.forceFolder(steps.place().versions());
		} catch (IOException | RuntimeException e) {
			Contents.drop(files, draft, e);
			throw e;
		}
	}

	private void requireRoom(long bytes) throws StoreException {
		long needed = 2 * bytes + SPARE_BYTES;
		long free = files.freeBytes(steps.place().folder());
		if (free < needed)
			throw new StoreException(StoreException.Reason.FILES,
					"Disk full: saving needs " + Words.bytes(needed) + " but only " + Words.bytes(free) + " are free.");
	}

	private void putInPlace(Commit commit, Journal journal) throws IOException {
		try {
			steps.putInPlace(commit);
		} catch (IOException e) {
			if (!steps.labelsOnDisk().equals(commit.newLabels())) {
				giveUp(commit, journal, e);
				throw e;
			}
		}
		try {
			steps.listVersion(commit);
			journal.mark(JournalRecord.Type.DONE, new byte[0]);
		} catch (IOException e) {
			// The labels are in place; that they are is seen at the next opening without a note, too.
		}
	}

	private void giveUp(Commit commit, Journal journal, IOException failure) {
		try {
			steps.dropDrafts(failure);
			steps.takeBack(commit);
			journal.mark(JournalRecord.Type.ABORT, new byte[0]);
			files.delete(versions.awaiting(commit.newLabels()));
		} catch (IOException e) {
			failure.addSuppressed(e);
		}
	}
}
