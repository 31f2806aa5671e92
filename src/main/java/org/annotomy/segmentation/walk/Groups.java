package org.annotomy.segmentation.walk;

import java.util.Arrays;

/**
 * Points of a graph in groups that have about one potential: each with the neighbour to which it is joined best (aggregation by pairs, as Y.
 * Notay, "An aggregation-based algebraic multigrid method", ETNA 37, 2010), and who is left over with the pair of its best neighbour. Larger
 * groups at once would save levels, but points that hang together only along a chain would make the solution slow. The order of the
 * points decides between equals, so the groups are always the same.
 *
 * @param of the group of each point; less than 0 for points that are in none, since the ground alone decides about them
 * @param graph of the groups
 */
record Groups(int[] of, ConductanceGraph graph) {

	private static final int NONE = -1;
	private static final int UNSEEN = -2;
	/** From here on the ground is so strong, against the lines, that a point needs no group. */
	private static final double GROUNDED = 4;
	/** A line may join points if it has such a part of the best one's conductance. */
	private static final double STRONG = 0.5;

	static Groups of(ConductanceGraph graph) {
		int[] group = new int[graph.size()];
		int count = join(graph, group);
		return new Groups(group, graph.joined(group, count));
	}

	/** @return how many groups there are */
	private static int join(ConductanceGraph graph, int[] group) {
		Arrays.fill(group, UNSEEN);
		int count = 0;
		for (int i = 0; i < group.length; i++) {
			if (group[i] != UNSEEN) continue;
			if (graph.ground[i] >= GROUNDED * graph.lines(i)) {
				group[i] = NONE;
				continue;
			}
			int partner = best(graph, i, group, true);
			if (partner < 0) continue;
			group[i] = count;
			group[partner] = count++;
		}
		int[] pairs = group.clone();
		for (int i = 0; i < group.length; i++) {
			if (group[i] != UNSEEN) continue;
			int partner = best(graph, i, pairs, false);
			group[i] = partner < 0 ? count++ : pairs[partner];
		}
		return count;
	}

	/** The neighbour that a point is joined to best, of those without a group or of those with one; -1 if none is joined well enough. */
	private static int best(ConductanceGraph graph, int i, int[] group, boolean free) {
		float most = 0;
		for (int k = graph.start[i]; k < graph.start[i + 1]; k++)
			most = Math.max(most, graph.weight[k]);
		int best = -1;
		float weight = 0;
		for (int k = graph.start[i]; k < graph.start[i + 1]; k++) {
			boolean fits = free ? group[graph.to[k]] == UNSEEN : group[graph.to[k]] >= 0;
			if (!fits || graph.weight[k] < STRONG * most || graph.weight[k] <= weight) continue;
			best = graph.to[k];
			weight = graph.weight[k];
		}
		return best;
	}
}
