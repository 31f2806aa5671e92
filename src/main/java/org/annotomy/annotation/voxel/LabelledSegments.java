package org.annotomy.annotation.voxel;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.annotomy.annotation.model.Segment;

/** Which segments have voxels. */
public final class LabelledSegments {

	private LabelledSegments() {}

	/** Ids of the segments that have a voxel at any time point; ends early once all of them were found. */
	public static Set<UUID> of(Collection<Segment> segments, Map<BlockIndex, LabelBlock> blocks) {
		Map<List<Integer>, UUID> wanted = new HashMap<>();
		for (Segment segment : segments)
			wanted.put(List.of(segment.layer(), segment.value()), segment.id());
		Set<UUID> found = new HashSet<>();
		for (Map.Entry<BlockIndex, LabelBlock> block : blocks.entrySet()) {
			if (wanted.isEmpty()) break;
			int[] runs = block.getValue().runs();
			for (int i = 0; i < runs.length; i += 2) {
				UUID segment = runs[i] == 0 ? null : wanted.remove(List.of(block.getKey().layer(), runs[i]));
				if (segment != null) found.add(segment);
			}
		}
		return found;
	}
}
