package org.annotomy.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.protocol.Protocol;
import org.annotomy.annotation.voxel.BlockIndex;
import org.annotomy.annotation.voxel.LabelBlock;
import org.annotomy.identity.IdentityCheck;
import org.annotomy.identity.IdentityCheck.Verdict;
import org.annotomy.identity.ImageIdentity;
import org.annotomy.interchange.sidecar.SidecarContent;
import org.annotomy.interchange.sidecar.SidecarHeader;
import org.annotomy.json.JsonException;
import org.annotomy.store.Journal.Place;
import org.annotomy.store.LabelsReader.Labels;
import org.annotomy.store.LockInfo.Holder;
import org.annotomy.store.StoreException.Reason;
import org.annotomy.store.file.FileLayer;
import org.annotomy.store.file.Trouble;

/** Opens the labels of one image: takes the lock, mends what a crash left behind, reads, and makes sure that it is the image. */
final class Opening {

	private final StoreOptions options;
	private final FileLayer files;
	private final Session session;
	private final StorePaths home;
	private final StorePaths recovery;
	private final LabelsReader reader;
	private final SaveSteps steps;
	private final List<String> warnings = new ArrayList<>();
	private String readOnly;
	private AnnotationDocument toTakeIn;

	Opening(Path base, ImageIdentity image, Protocol protocol, StoreOptions options) {
		this.options = options;
		files = options.files();
		HostKey key = HostKey.in(options.recovery(), files);
		session = Session.begin(options.rater(), key, options.clock());
		home = StorePaths.beside(base);
		recovery = RecoveryPlace.of(options.recovery(), key, image, base);
		reader = new LabelsReader(files, home, image, protocol);
		steps = new SaveSteps(files, home, new VersionFolder(files, home.versions(), options.clock(), VersionFolder.MAX_BYTES));
	}

	Opened open() throws StoreException {
		requireFolder();
		Access access = Access.to(home, session, options);
		Trouble trouble = access.trouble();
		Place place = Place.HOME;
		if (trouble != null) {
			access = Access.to(recovery, session, options);
			place = access.trouble() == null ? Place.RECOVERY : Place.NOWHERE;
		}
		try {
			return open(access, place, trouble);
		} catch (StoreException | RuntimeException e) {
			access.release();
			throw e;
		}
	}

	private void requireFolder() throws StoreException {
		try {
			if (files.exists(home.folder())) return;
		} catch (IOException e) {
			throw new StoreException(Reason.FILES, "The labels cannot be opened: the folder of the image cannot be reached.", e);
		}
		throw new StoreException(Reason.FILES, "The labels cannot be opened: the folder of the image is not there.");
	}

	private Opened open(Access access, Place place, Trouble trouble) throws StoreException {
		warnings.addAll(access.remarks());
		if (access.info().holder() == Holder.OTHER) readOnly = access.info().words() + " You can look, but not change anything.";
		try {
			List<LeftJournal> left = new ArrayList<>();
			if (place == Place.HOME && access.isOurs()) left.addAll(setAside());
			Base base = read();
			if (readOnly == null) left.addAll(inRecoveryPlace(place));
			boolean takeIn = toTakeIn != null && readOnly == null;
			AnnotationDocument document = toTakeIn != null && !takeIn ? toTakeIn : base.document().copy();
			return new Opened(options, session, home, recovery, access, place, trouble, base, document, takeIn ? toTakeIn : null,
					reader.protocol(), left, readOnly, List.copyOf(warnings));
		} catch (JsonException e) {
			throw new StoreException(Reason.UNREADABLE, "The labels cannot be read: " + e.getMessage() + versionsToGoBackTo(), e);
		} catch (IOException e) {
			throw new StoreException(Reason.FILES,
					"The labels cannot be opened. " + Trouble.of(e, files, home.folder()).words() + ".", e);
		}
	}

	private List<LeftJournal> setAside() throws IOException {
		LeftJournals journals = new LeftJournals(files, home, steps.versions(), options.clock());
		journals.setAside(new InterruptedSave(files, steps, options.clock()));
		warnings.addAll(journals.remarks());
		return journals.list();
	}

	/** What was kept there when the folder of the image took nothing, unless another session is at work on it. */
	private List<LeftJournal> inRecoveryPlace(Place place) throws IOException {
		if (!files.exists(recovery.hidden())) return List.of();
		if (place == Place.HOME) {
			Access other = Access.to(recovery, session, options.withLock(StoreOptions.LockPolicy.ASK));
			if (!other.isOurs()) return List.of();
			other.release();
		}
		VersionFolder versions = new VersionFolder(files, recovery.versions(), options.clock(), VersionFolder.MAX_BYTES);
		return new LeftJournals(files, recovery, versions, options.clock()).list();
	}

	private Base read() throws IOException, StoreException {
		if (!files.exists(home.geojson()))
			return new Base(JournalHeader.NO_BASE, null, SidecarHeader.NEW, reader.nothing());
		Labels labels = reader.read(home.geojson());
		SidecarContent content = labels.content();
		warnings.addAll(content.report().warnings());
		Optional<BroughtHome> brought = content.ours() ? Optional.empty() : BroughtHome.of(reader, steps.versions(), labels);
		if (brought.isPresent()) content = brought.get().base().content();
		requireImage(content);
		content.report().readOnlyReason().ifPresent(this::forbidChanges);
		SidecarHeader.VoxelStamp stamp = content.header().voxels();
		String onDisk = steps.voxelsOnDisk();
		boolean known = stamp == null ? onDisk == null : stamp.sha256().equals(onDisk);
		Path seg = known ? home.seg() : keptVoxels(stamp);
		Map<BlockIndex, LabelBlock> blocks = stamp == null || seg == null ? Map.of() : reader.voxels(seg);
		DetectionPacks.Read packs = reader.detections(content);
		warnings.addAll(packs.remarks());
		if (packs.missing())
			forbidChanges("A file of detections that belongs to these labels is missing. Put it back beside the image.");
		AnnotationDocument document = reader.document(content, blocks, packs);
		if (brought.isPresent()) {
			warnings.addAll(brought.get().remarks());
			toTakeIn = reader.document(brought.get().merged(), blocks, packs);
		}
		if (!known && onDisk != null && !takeVoxels(toTakeIn == null ? document : toTakeIn) && stamp != null && seg == null)
			forbidChanges("The voxel file that belongs to these labels is missing.");
		if (toTakeIn != null && stamp != null && seg == null) document = toTakeIn;
		return new Base(labels.sha256(), stamp == null ? null : stamp.sha256(),
				content.header().withPacks(packs.intact()), document);
	}

	/** Another program, such as 3D Slicer, has written the voxel file: what it holds comes in as an edit. */
	private boolean takeVoxels(AnnotationDocument document) {
		try {
			VoxelFormat.Taken taken = VoxelFormat.take(files, home.seg(), document);
			toTakeIn = taken.document();
			warnings.addAll(taken.remarks());
			return true;
		} catch (IOException e) {
			warnings.add("Another program has changed the voxel file beside the image to something that cannot be taken in ("
					+ e.getMessage() + "). It is kept among the versions when you save.");
			return false;
		}
	}

	private void requireImage(SidecarContent content) throws StoreException {
		if (content.image().isEmpty()) {
			warnings.add("The labels do not say which image they were made on. Look whether they fit before you save: "
					+ "from then on they belong to this image.");
			return;
		}
		IdentityCheck check = IdentityCheck.compare(content.image().get(), reader.image());
		String differences = String.join("; ", check.differences());
		if (check.verdict() == Verdict.DIFFERENT)
			throw new StoreException(Reason.OTHER_IMAGE,
					"These labels were made on another image and were not opened (" + differences
							+ "). Open the image they belong to, or import them on purpose.");
		if (check.verdict() == Verdict.CHANGED)
			forbidChanges("The image has changed since the labels were made (" + differences
					+ "). Look whether they still fit; to go on with them, import them on purpose.");
	}

	private void forbidChanges(String words) {
		readOnly = readOnly == null ? words : readOnly + " " + words;
	}

	/** The voxel file that belongs to the labels, among the versions; null if there is none. */
	private Path keptVoxels(SidecarHeader.VoxelStamp stamp) throws IOException {
		if (stamp == null) return null;
		Path kept = steps.versions().voxels(stamp.sha256());
		if (steps.versions().verifies(kept, stamp.sha256())) return kept;
		if (!files.exists(home.seg()))
			forbidChanges("The voxel file that belongs to these labels is missing. Put it back beside the image.");
		return null;
	}

	private String versionsToGoBackTo() {
		try {
			int count = steps.versions().list().size();
			return count == 0 ? "" : " " + Words.count(count, "earlier version") + " of them can be put back.";
		} catch (IOException e) {
			return "";
		}
	}
}
