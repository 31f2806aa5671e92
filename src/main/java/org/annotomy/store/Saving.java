package org.annotomy.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.interchange.sidecar.DetectionWriter;
import org.annotomy.interchange.sidecar.SidecarFile;
import org.annotomy.interchange.sidecar.SidecarHeader;
import org.annotomy.store.Journal.Place;
import org.annotomy.store.StoreException.Reason;
import org.annotomy.store.file.Contents;
import org.annotomy.store.file.FileLayer;
import org.annotomy.store.file.OpenFile;
import org.annotomy.store.file.Trouble;
import org.annotomy.task.Progress;

/** Saves: beside the image where possible, else a copy into the recovery place; and keeps count of versions. */
final class Saving {

	private static final long FLUSH_MILLIS = 10_000;

	private final Opened opened;
	private final JournalDesk desk;
	private final Home home;
	private final FileLayer files;
	private final SaveSteps steps;
	private final VersionFolder versions;
	private final LabelsReader reader;
	private final OutsideChanges outside;
	private volatile Base base;
	private SaveReport last;

	Saving(Opened opened, JournalDesk desk, Home home) {
		this.opened = opened;
		this.desk = desk;
		this.home = home;
		files = opened.options().files();
		versions = new VersionFolder(files, opened.home().versions(), opened.session().clock(), VersionFolder.MAX_BYTES);
		steps = new SaveSteps(files, opened.home(), versions);
		reader = new LabelsReader(files, opened.home(), opened.document().image(), opened.protocol());
		outside = new OutsideChanges(steps, reader);
		base = opened.base();
	}

	VersionFolder versions() {
		return versions;
	}

	AnnotationDocument read(Version version) throws StoreException {
		try {
			return reader.read(versions, version);
		} catch (IOException e) {
			throw new StoreException(Reason.UNREADABLE, "The version of " + Words.moment(version.when(), opened.session().clock())
					+ " cannot be read: " + e.getMessage(), e);
		}
	}

	/** On the document's thread. */
	AnnotationStore.PendingSave begin() throws StoreException {
		if (desk.isReadOnly() || opened.document().readOnlyReason().isPresent())
			throw new StoreException(Reason.STATE, "The labels were not saved. " + desk.board().wordsAtRest());
		List<String> remarks = home.isReached() ? takeInOutsideChanges() : List.of();
		long upTo = desk.journal().lastNumber();
		AnnotationDocument snapshot = opened.document().copy();
		return progress -> run(snapshot, upTo, remarks, progress);
	}

	private List<String> takeInOutsideChanges() throws StoreException {
		try {
			OutsideChanges.Found found = outside.takeInto(opened.document(), base);
			base = found.base();
			return found.remarks();
		} catch (IOException e) {
			throw failed(e);
		}
	}

	private synchronized SaveReport run(AnnotationDocument snapshot, long upTo, List<String> remarks, Progress progress)
			throws StoreException {
		if (last != null && upTo < desk.savedUpTo()) return last;
		desk.board().setSaving(true);
		try {
			last = home.isReached() ? atHome(snapshot, upTo, remarks, progress) : inRecoveryPlace(snapshot, remarks, progress);
			return last;
		} catch (IOException e) {
			StoreException failure = failed(e);
			desk.board().setRemark(failure.getMessage());
			throw failure;
		} catch (StoreException e) {
			desk.board().setRemark(e.getMessage());
			throw e;
		} finally {
			desk.board().setSaving(false);
		}
	}

	private SaveReport atHome(AnnotationDocument snapshot, long upTo, List<String> remarks, Progress progress)
			throws IOException, StoreException {
		SaveTask task = new SaveTask(steps, base, snapshot, opened.session().rater(), opened.session().clock());
		SaveTask.Saved saved = task.run(desk.journal(), upTo, this::requireUnchanged, progress);
		base = saved.base();
		desk.saved(upTo);
		List<String> all = new ArrayList<>(remarks);
		addUnplaced(saved.labels().unplaced(), all);
		try {
			desk.journal().restart(base.labels(), upTo);
			rotate();
		} catch (IOException e) {
			all.add("The labels are saved, but old versions or the old journal could not be cleared away.");
		}
		return new SaveReport(base.header().revision(), snapshot.objects().size(), snapshot.segments().size(), saved.bytes(),
				false, all);
	}

	private void requireUnchanged() throws IOException, StoreException {
		home.requireOurs();
		if (!steps.labelsOnDisk().equals(base.labels()))
			throw new StoreException(Reason.OTHERS,
					"The labels were not saved: another program has changed them just now. Save again to take in its changes.");
	}

	private void rotate() throws IOException {
		Set<String> needed = new HashSet<>();
		needed.add(base.labels());
		if (base.voxels() != null) needed.add(base.voxels());
		opened.left().forEach(journal -> needed.add(journal.base()));
		OldPacks packs = new DetectionPacks(files, opened.home()).old(base.header().packs());
		versions.rotate(needed, packs);
		packs.drop(versions);
	}

	/** The journal there is what counts; the copy is for those who want to take the labels elsewhere by hand. */
	private SaveReport inRecoveryPlace(AnnotationDocument snapshot, List<String> remarks, Progress progress)
			throws IOException, StoreException {
		if (opened.place() == Place.HOME || desk.journal().place() == Place.NOWHERE)
			throw new StoreException(Reason.FILES, "The labels were not saved. " + desk.board().wordsAtRest());
		if (!desk.journal().flush(FLUSH_MILLIS))
			throw new StoreException(Reason.FILES,
					"The labels were not saved: the recovery place on this computer cannot be written.");
		StorePaths place = opened.recovery();
		long bytes = 0;
		SidecarHeader header = base.header().next(base.isNew() ? null : base.labels(), opened.session().clock().instant(),
				Program.version());
		if (!snapshot.segments().isEmpty() || !snapshot.blocks().isEmpty()) {
			write(place.seg(), out -> VoxelFormat.write(snapshot, out, progress.part(0, 0.5)));
			bytes = files.size(place.seg());
			header = header.withVoxels(new SidecarHeader.VoxelStamp(Contents.sha256(files, place.seg()), bytes));
		}
		List<SidecarFile.Unplaced> unplaced = new ArrayList<>();
		SidecarHeader all = header;
		write(place.geojson(), out -> unplaced.addAll(DetectionWriter.write(snapshot, all, out, progress.part(0.5, 1))));
		List<String> said = new ArrayList<>(remarks);
		addUnplaced(unplaced, said);
		return new SaveReport(base.header().revision(), snapshot.objects().size(), snapshot.segments().size(),
				bytes + files.size(place.geojson()), true, said);
	}

	private interface Content {

		void writeTo(OutputStream out) throws IOException;
	}

	private void write(Path file, Content content) throws IOException {
		files.createFolders(file.getParent());
		Path draft = file.resolveSibling(file.getFileName() + ".tmp");
		try {
			try (OpenFile out = files.create(draft)) {
				content.writeTo(Contents.stream(out));
				out.force();
			}
			files.replace(draft, file);
		} catch (IOException | RuntimeException e) {
			Contents.drop(files, draft, e);
			throw e;
		}
	}

	private static void addUnplaced(List<SidecarFile.Unplaced> unplaced, List<String> remarks) {
		int count = unplaced.size();
		if (count > 0)
			remarks.add(Words.count(count, "object")
					+ " without length, area or finite place: saved without loss, but other programs will not show them.");
	}

	private StoreException failed(IOException e) {
		Trouble trouble = Trouble.of(e, files, opened.home().folder());
		return new StoreException(Reason.FILES, trouble.words()
				+ ": the labels were not saved, and the files beside the image are as they were. The changes are in the journal; "
				+ (trouble == Trouble.FULL
						? "make room on the disk and save again."
						: "try again, or export the labels elsewhere."),
				e);
	}
}
