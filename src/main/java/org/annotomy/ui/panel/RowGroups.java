package org.annotomy.ui.panel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.annotomy.annotation.detection.DetectionBlock;
import org.annotomy.annotation.detection.DetectionKind;
import org.annotomy.annotation.detection.Detections;
import org.annotomy.annotation.detection.Detections.Keyed;

/**
 * Which rows of a table of objects show the same in every cell: each object of its own is a group, and all detections of a kind are one. What is
 * asked about a million rows is asked about some groups.
 *
 * @param firsts the first row of each group
 * @param ofRow the group of each row; not to be changed
 */
record RowGroups(List<Integer> firsts, int[] ofRow) {

	/** @param individual how many rows are objects of their own; the detections stand behind them */
	static RowGroups of(int individual, Detections detections) {
		List<Integer> firsts = new ArrayList<>();
		int[] ofRow = new int[individual + detections.count()];
		for (int row = 0; row < individual; row++) {
			firsts.add(row);
			ofRow[row] = row;
		}
		Map<DetectionKind, Integer> known = new HashMap<>();
		int row = individual;
		for (Keyed keyed : detections.blocks()) {
			DetectionBlock block = keyed.block();
			int[] ofKind = new int[block.kinds().palette().size()];
			for (int i = 0; i < ofKind.length; i++)
				ofKind[i] = known.computeIfAbsent(block.kinds().palette().get(i), kind -> individual + known.size());
			for (int i = 0; i < block.size(); i++, row++) {
				int group = ofKind[block.kinds().index(i)];
				if (group == firsts.size()) firsts.add(row);
				ofRow[row] = group;
			}
		}
		return new RowGroups(firsts, ofRow);
	}
}
