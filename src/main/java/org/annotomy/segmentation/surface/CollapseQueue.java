package org.annotomy.segmentation.surface;

import java.util.Arrays;

/** Edges by what it costs to take them together, the cheapest first; of equals the one that came first. */
final class CollapseQueue {

	private double[] costs = new double[1 << 12];
	private long[] edges = new long[1 << 12];
	private long[] stamps = new long[1 << 12];
	private int count;
	private long arrivals;

	boolean isEmpty() { return count == 0; }

	/** Both ends of the cheapest edge. */
	long edge() {
		return edges[0];
	}

	double cost() {
		return costs[0];
	}

	void add(double cost, long edge) {
		if (count == costs.length) {
			costs = Arrays.copyOf(costs, 2 * count);
			edges = Arrays.copyOf(edges, 2 * count);
			stamps = Arrays.copyOf(stamps, 2 * count);
		}
		int at = count++;
		long stamp = arrivals++;
		while (at > 0) {
			int parent = (at - 1) / 2;
			if (!isBefore(cost, stamp, parent)) break;
			move(parent, at);
			at = parent;
		}
		set(at, cost, edge, stamp);
	}

	void remove() {
		count--;
		if (count == 0) return;
		double cost = costs[count];
		long edge = edges[count];
		long stamp = stamps[count];
		int at = 0;
		while (2 * at + 1 < count) {
			int child = 2 * at + 1;
			if (child + 1 < count && isBefore(costs[child + 1], stamps[child + 1], child)) child++;
			if (isBefore(cost, stamp, child)) break;
			move(child, at);
			at = child;
		}
		set(at, cost, edge, stamp);
	}

	private boolean isBefore(double cost, long stamp, int other) {
		return cost < costs[other] || cost == costs[other] && stamp < stamps[other];
	}

	private void move(int from, int to) {
		set(to, costs[from], edges[from], stamps[from]);
	}

	private void set(int at, double cost, long edge, long stamp) {
		costs[at] = cost;
		edges[at] = edge;
		stamps[at] = stamp;
	}
}
