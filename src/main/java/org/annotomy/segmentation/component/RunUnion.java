package org.annotomy.segmentation.component;

import org.annotomy.task.Progress;
import org.annotomy.task.Ranges;

/**
 * Joins runs that touch: a union-find whose roots are the first runs in scan order, so that its result does not depend on the number of
 * threads. Each thread joins the runs of a slab of rows; what touches across slabs is joined at the end.
 */
final class RunUnion {

	private static final String JOINING = "Joining neighbours";

	/** Whether two runs that touch belong together. */
	@FunctionalInterface
	interface Same {
		boolean test(int run, int rowOfRun, int other, int rowOfOther);
	}

	/**
	 * Which rows before a row are its neighbours.
	 *
	 * @param dy rows back in the same slice, or -1 and 1 with {@code dz} 1
	 * @param dz slices back
	 * @param reach how far apart along x voxels may be
	 */
	private record Step(int dy, int dz, int reach) {}

	private final Runs runs;
	private final Same same;
	private final Step[] steps;
	private final int[] parents;

	private RunUnion(Runs runs, Same same, Step[] steps) {
		this.runs = runs;
		this.same = same;
		this.steps = steps;
		this.parents = new int[runs.count()];
		for (int i = 0; i < parents.length; i++)
			parents[i] = i;
	}

	/**
	 * @param same null if all runs that touch belong together
	 * @return for each run the first run that it is connected to, itself for the first
	 */
	static int[] parents(Runs runs, Connectivity connectivity, Same same, Progress progress) {
		int straight = connectivity.reach(1);
		int across = connectivity.reach(2);
		Step inSlice = new Step(1, 0, straight);
		Step behind = new Step(0, 1, straight);
		Step[] steps = across < 0
				? new Step[]{inSlice, behind}
				: new Step[]{inSlice, behind, new Step(1, 1, across), new Step(-1, 1, across)};
		return new RunUnion(runs, same, steps).join(progress);
	}

	/** Likewise within each plane across an axis: 4 neighbours. @param axis 1 for y, 2 for z */
	static int[] parentsInPlanes(Runs runs, int axis, Progress progress) {
		return new RunUnion(runs, null, new Step[]{axis == 2 ? new Step(1, 0, 0) : new Step(0, 1, 0)}).join(progress);
	}

	private int[] join(Progress progress) {
		int rows = runs.rows();
		int pieces = Ranges.pieces(rows, Runs.LEAST_ROWS);
		Ranges.forEach(rows, pieces, progress, JOINING, (piece, from, to) -> {
			for (int row = from; row < to; row++) {
				if ((row & 0xfff) == 0) progress.checkCancelled();
				joinRow(row, from, Integer.MAX_VALUE);
			}
		});
		for (int piece = 1; piece < pieces; piece++) {
			int start = Ranges.start(rows, pieces, piece);
			int end = (int) Math.min(rows, start + runs.size().ny() + 1L);
			for (int row = start; row < end; row++)
				joinRow(row, 0, start);
		}
		return parents;
	}

	/** With the rows before it from {@code from} to before {@code to}. */
	private void joinRow(int row, int from, int to) {
		if (runs.first()[row] == runs.first()[row + 1]) return;
		int ny = runs.size().ny();
		int y = row % ny;
		for (Step step : steps) {
			int other = row - step.dy - step.dz * ny;
			if (y < step.dy || y - step.dy >= ny || other < from || other >= to) continue;
			joinRows(row, other, step.reach);
		}
	}

	private void joinRows(int row, int otherRow, int reach) {
		int[] first = runs.first();
		int[] ends = runs.ends();
		int run = first[row];
		int runEnd = first[row + 1];
		int other = first[otherRow];
		int otherEnd = first[otherRow + 1];
		while (run < runEnd && other < otherEnd) {
			joinIfTouching(run, row, other, otherRow, reach);
			int end = ends[run];
			int endOther = ends[other];
			if (end < endOther) run++;
			else if (end > endOther) other++;
			else {
				if (reach > 0 && run + 1 < runEnd) joinIfTouching(run + 1, row, other, otherRow, reach);
				if (reach > 0 && other + 1 < otherEnd) joinIfTouching(run, row, other + 1, otherRow, reach);
				run++;
				other++;
			}
		}
	}

	private void joinIfTouching(int run, int row, int other, int otherRow, int reach) {
		int[] starts = runs.starts();
		int[] ends = runs.ends();
		if (starts[run] < ends[other] + reach && starts[other] < ends[run] + reach
				&& (same == null || same.test(run, row, other, otherRow)))
			join(run, other);
	}

	private void join(int one, int other) {
		if (parents[one] == parents[other]) return;
		int a = root(one);
		int b = root(other);
		if (a < b) parents[b] = a;
		else parents[a] = b;
	}

	private int root(int run) {
		int at = run;
		while (parents[at] != at) {
			parents[at] = parents[parents[at]];
			at = parents[at];
		}
		return at;
	}
}
