package org.annotomy.interchange.segnrrd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.annotomy.image.ImageFormatException;
import org.annotomy.image.nrrd.NrrdHeader;

/** Where the labels of a file go in the document: by the segment that names them, for another program may have packed them anew. */
final class LabelTargets {

	/** A layer, time point and label value of the document. */
	record Target(int layer, int time, int value) {}

	private final int[] documentLayers;
	private final List<Map<Integer, Target>> later = new ArrayList<>();

	/** @param times how many time points the image has */
	LabelTargets(NrrdHeader header, List<FoundSegment> named, int layers, int times) throws ImageFormatException {
		documentLayers = new int[layers];
		for (int i = 0; i < layers; i++) {
			documentLayers[i] = SegmentKeys.documentLayer(header, i);
			later.add(new HashMap<>());
		}
		Map<UUID, FoundSegment> first = new HashMap<>();
		named.stream().filter(segment -> segment.time() == 0).forEach(segment -> first.putIfAbsent(segment.id(), segment));
		for (FoundSegment segment : named) {
			if (segment.time() == 0 || segment.time() >= times || segment.layer() >= layers) continue;
			FoundSegment self = first.getOrDefault(segment.id(), segment);
			int layer = self.layer() < layers ? documentLayers[self.layer()] : self.layer();
			later.get(segment.layer()).put(segment.value(), new Target(layer, segment.time(), self.value()));
		}
	}

	/** @param fileLayer from 0; @param value above 0 */
	Target of(int fileLayer, int value) {
		Target target = later.get(fileLayer).get(value);
		return target == null ? new Target(documentLayers[fileLayer], 0, value) : target;
	}
}
