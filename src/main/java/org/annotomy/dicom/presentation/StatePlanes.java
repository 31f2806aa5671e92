package org.annotomy.dicom.presentation;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.image.DisplayLayer;
import org.annotomy.image.ImageFormatException;
import org.annotomy.image.MedicalImage;

/** Which planes of an image a presentation state speaks of, as a whole or in one of its parts. */
final class StatePlanes {

	private static final String SINGLE_FRAMES = "The state speaks of single frames of a file whose planes were put in another order: what belongs to those "
			+ "frames is not shown.";

	private final MedicalImage image;
	private final int count;
	private final Map<String, Integer> planeOf = new HashMap<>();
	private final BitSet all;
	private boolean lostFrames;

	StatePlanes(DicomDataset state, MedicalImage image) {
		this.image = image;
		this.count = image.slices() * image.timePoints();
		List<String> uids = image.identity().sopUids();
		for (int i = 0; i < uids.size(); i++)
			planeOf.put(uids.get(i), i);
		this.all = new BitSet(count);
		for (DicomDataset series : state.items(Tag.REFERENCED_SERIES_SEQUENCE))
			all.or(of(series));
	}

	/** The planes of the images that an item references; all of the state's where it references none. */
	BitSet of(DicomDataset item) {
		List<DicomDataset> references = item.items(Tag.REFERENCED_IMAGE_SEQUENCE);
		if (references.isEmpty()) return all;
		BitSet planes = new BitSet(count);
		for (DicomDataset reference : references)
			add(reference, planes);
		return planes;
	}

	private void add(DicomDataset reference, BitSet planes) {
		Integer at = planeOf.get(reference.string(Tag.REFERENCED_SOP_INSTANCE_UID, ""));
		if (at == null) return;
		boolean oneForEach = planeOf.size() == count;
		int[] frames = reference.ints(Tag.REFERENCED_FRAME_NUMBER);
		if (oneForEach && count > 1) planes.set(at);
		else if (frames.length == 0 || count == 1) planes.set(0, count);
		else if (planeOf.size() == 1 && image.voxelToPatient() == null) {
			for (int frame : frames)
				if (frame >= 1 && frame <= count) planes.set(frame - 1);
		} else lostFrames = true;
	}

	void requireAny() throws ImageFormatException {
		if (all.isEmpty() && !lostFrames)
			throw new ImageFormatException(
					"This presentation state is for other images: it references none of this image's files.");
	}

	/** Whether a part of the state is for at least one plane. */
	boolean concerns(DicomDataset item) {
		return !of(item).isEmpty();
	}

	DisplayLayer.Content all(DisplayLayer.Mark mark) {
		return on(all, mark);
	}

	static DisplayLayer.Content on(BitSet planes, DisplayLayer.Mark mark) {
		return plane -> planes.get(plane) ? mark : null;
	}

	int width() {
		return image.width();
	}

	int height() {
		return image.height();
	}

	List<String> notes() {
		return lostFrames ? List.of(SINGLE_FRAMES) : List.of();
	}
}
