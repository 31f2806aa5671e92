package org.annotomy.dicom.series;

import java.util.List;
import java.util.Optional;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.Tag;

/** What the headers say of one frame: its own functional group first, then the shared one, then the dataset (PS3.3 C.7.6.16). */
final class FrameAttributes {

	private final DicomDataset dataset;
	private final DicomDataset own;
	private final DicomDataset shared;

	FrameAttributes(DicomDataset dataset, int frame) {
		this.dataset = dataset;
		List<DicomDataset> perFrame = dataset.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
		this.own = frame < perFrame.size() ? perFrame.get(frame) : DicomDataset.EMPTY;
		this.shared = dataset.item(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE).orElse(DicomDataset.EMPTY);
	}

	/** @param own the frame's functional groups; likewise those of all frames; empty if there are none */
	FrameAttributes(DicomDataset dataset, DicomDataset own, DicomDataset shared) {
		this.dataset = dataset;
		this.own = own;
		this.shared = shared;
	}

	DicomDataset dataset() {
		return dataset;
	}

	boolean hasFunctionalGroups() {
		return own.size() > 0 || shared.size() > 0;
	}

	/** Where {@code tag} stands: in the functional group, or in the dataset. */
	private DicomDataset holder(int group, int tag) {
		for (DicomDataset groups : new DicomDataset[]{own, shared}) {
			Optional<DicomDataset> item = groups.item(group);
			if (item.isPresent() && item.get().has(tag)) return item.get();
		}
		return dataset;
	}

	/** Where the attributes of a group stand: its item, or the dataset. */
	DicomDataset group(int group) {
		Optional<DicomDataset> item = own.item(group).or(() -> shared.item(group));
		return item.orElse(dataset);
	}

	/** What holds a sequence: the frame's groups, those of all frames, or the dataset. */
	DicomDataset holderOf(int sequence) {
		if (own.has(sequence)) return own;
		return shared.has(sequence) ? shared : dataset;
	}

	double[] doubles(int group, int tag) {
		return holder(group, tag).doubles(tag);
	}

	double number(int group, int tag, double otherwise) {
		return holder(group, tag).number(tag, otherwise);
	}

	Optional<String> string(int group, int tag) {
		return holder(group, tag).string(tag);
	}

	/** All values in one string, empty if there are none. */
	String joined(int group, int tag) {
		return String.join("\\", holder(group, tag).strings(tag));
	}
}
