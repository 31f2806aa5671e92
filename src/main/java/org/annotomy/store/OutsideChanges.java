package org.annotomy.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.voxel.BlockIndex;
import org.annotomy.annotation.voxel.LabelBlock;
import org.annotomy.identity.IdentityCheck;
import org.annotomy.interchange.sidecar.SidecarContent;
import org.annotomy.interchange.sidecar.SidecarHeader.VoxelStamp;
import org.annotomy.store.LabelsReader.Labels;
import org.annotomy.store.StoreException.Reason;

/** Finds out whether another program has changed the files beside the image since this session read or wrote them, and takes that in. */
record OutsideChanges(SaveSteps steps, LabelsReader reader) {

	static final String EDIT = "Take in changes made elsewhere";

	/**
	 * What the next save follows now.
	 *
	 * @param remarks what was taken in, for the user
	 */
	record Found(Base base, List<String> remarks) {}

	/**
	 * @param document gets the changes as an edit
	 * @throws IOException if the files cannot be read
	 * @throws StoreException if what is there now cannot be taken in; it stays as it is
	 */
	Found takeInto(AnnotationDocument document, Base base) throws IOException, StoreException {
		Found labels = takeLabels(document, base);
		List<String> remarks = new ArrayList<>(labels.remarks());
		remarks.addAll(takeVoxels(document, labels.base()));
		return new Found(labels.base(), remarks);
	}

	private List<String> takeVoxels(AnnotationDocument document, Base base) throws IOException {
		String onDisk = steps.voxelsOnDisk();
		if (onDisk == null || onDisk.equals(base.voxels())) return List.of();
		VoxelFormat.Taken taken;
		try {
			taken = VoxelFormat.take(steps.files(), steps.place().seg(), base.document());
		} catch (IOException e) {
			return List.of(
					"Another program had changed the voxel file to something that cannot be taken in. It is kept among the versions.");
		}
		ThreeWay merge = ThreeWay.of(base.document(), document, taken.document(), EDIT);
		Replay.apply(document, merge.edit());
		List<String> remarks = new ArrayList<>(taken.remarks());
		remarks.addAll(merge.remarks());
		return remarks;
	}

	private Found takeLabels(AnnotationDocument document, Base base) throws IOException, StoreException {
		if (steps.labelsOnDisk().equals(base.labels())) return new Found(base, List.of());
		if (!steps.files().exists(steps.place().geojson()))
			return new Found(
					new Base(JournalHeader.NO_BASE, null, base.header(), reader.nothing()),
					List.of("The labels file had been removed; it was written again."));
		Labels now = read();
		List<String> remarks = new ArrayList<>();
		SidecarContent content = now.content();
		AnnotationDocument theirs;
		if (content.ours()) {
			theirs = reader.document(content, blocks(content, base), packs(content, remarks));
			remarks.add(
					"The labels had been changed elsewhere since they were opened. The changes were taken in; you can undo that.");
		} else {
			BroughtHome brought = BroughtHome.of(lastOfOurs(base), now);
			remarks.addAll(brought.remarks());
			content = brought.base().content();
			theirs = reader.document(brought.merged(), base.document().blocks(), packs(content, remarks));
		}
		ThreeWay merge = ThreeWay.of(base.document(), document, theirs, EDIT);
		Replay.apply(document, merge.edit());
		remarks.addAll(merge.remarks());
		VoxelStamp stamp = content.header().voxels();
		return new Found(new Base(now.sha256(), stamp == null ? null : stamp.sha256(), content.header(), theirs), remarks);
	}

	private DetectionPacks.Read packs(SidecarContent content, List<String> remarks) throws IOException, StoreException {
		DetectionPacks.Read packs = reader.detections(content);
		remarks.addAll(packs.remarks());
		if (packs.missing()) throw refused(null);
		return packs;
	}

	/** The labels as this session read or wrote them last. */
	private Labels lastOfOurs(Base base) throws IOException, StoreException {
		Optional<Version> version = base.isNew() ? Optional.empty() : steps.versions().find(base.labels());
		if (version.isEmpty()) throw refused(null);
		return reader.read(steps.versions().labels(version.get()));
	}

	private Labels read() throws StoreException {
		try {
			Labels now = reader.read(steps.place().geojson());
			SidecarContent content = now.content();
			boolean other = content.image().isPresent() && IdentityCheck.compare(content.image().get(), reader.image())
					.verdict() == IdentityCheck.Verdict.DIFFERENT;
			if (!other && content.report().readOnlyReason().isEmpty()) return now;
		} catch (IOException e) {
			throw refused(e);
		}
		throw refused(null);
	}

	private static StoreException refused(IOException cause) {
		return new StoreException(Reason.OTHERS,
				"The labels were not saved: another program has replaced them by something that cannot be "
						+ "taken in. Move that file away and save again; your changes are in the journal.",
				cause);
	}

	private Map<BlockIndex, LabelBlock> blocks(SidecarContent content, Base base) throws IOException {
		VoxelStamp stamp = content.header().voxels();
		if (stamp == null) return base.document().blocks();
		if (stamp.sha256().equals(steps.voxelsOnDisk())) return reader.voxels(steps.place().seg());
		return stamp.sha256().equals(base.voxels()) ? base.document().blocks() : Map.of();
	}
}
