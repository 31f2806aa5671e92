package org.annotomy.segmentation.walk;

import java.util.ArrayList;
import java.util.List;

import org.annotomy.task.Progress;

/** A graph, the graph of its groups, that of their groups, and so on, down to one that is solved at once. Read by several threads. */
final class Hierarchy {

	private static final int FEW = 300;

	final List<ConductanceGraph> graphs = new ArrayList<>();
	/** Of each graph but the last: the groups of its points. */
	final List<int[]> groups = new ArrayList<>();
	final Cholesky bottom;

	/** @throws org.annotomy.task.CancelledException if the user cancelled */
	Hierarchy(ConductanceGraph finest, Progress progress) {
		graphs.add(finest);
		while (last().size() > FEW) {
			progress.checkCancelled();
			progress.update(1 - last().size() / (double) finest.size(), RandomWalker.DOING);
			Groups next = Groups.of(last());
			groups.add(next.of());
			graphs.add(next.graph());
		}
		bottom = new Cholesky(last());
	}

	private ConductanceGraph last() {
		return graphs.get(graphs.size() - 1);
	}
}
