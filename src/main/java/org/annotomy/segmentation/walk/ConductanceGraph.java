package org.annotomy.segmentation.walk;

import java.util.Arrays;

/**
 * Points joined by conductances, and to the ground. It stands for the symmetric matrix whose product with potentials gives the currents that
 * leave the points: {@code ground·x + Σ weight·(x − x of the other)}. Sums of differences, not a stored diagonal, so that points which
 * are joined a billion times better to each other than to the rest keep their digits.
 */
final class ConductanceGraph {

	/** Where the lines of each point begin in {@link #to} and {@link #weight}, and where the last ones end. */
	final int[] start;
	/** The other end of each line. */
	final int[] to;
	/** Above 0; the line back has the same. */
	final float[] weight;
	/** 0 or more. */
	final float[] ground;
	/** What leaves a point at potential 1 if all others have 0. */
	private final double[] diagonal;

	ConductanceGraph(int[] start, int[] to, float[] weight, float[] ground) {
		this.start = start;
		this.to = to;
		this.weight = weight;
		this.ground = ground;
		diagonal = new double[ground.length];
		for (int i = 0; i < diagonal.length; i++)
			diagonal[i] = ground[i] + lines(i);
	}

	int size() {
		return ground.length;
	}

	/** The sum of the conductances to other points. */
	double lines(int i) {
		double sum = 0;
		for (int k = start[i]; k < start[i + 1]; k++)
			sum += weight[k];
		return sum;
	}

	/** The current that leaves a point. */
	double current(double[] x, int i) {
		double own = x[i];
		double sum = ground[i] * own;
		for (int k = start[i]; k < start[i + 1]; k++)
			sum += weight[k] * (own - x[to[k]]);
		return sum;
	}

	/** Gives a point the potential at which so much current leaves it. */
	void settle(double[] x, double[] currents, int i) {
		double sum = currents[i];
		for (int k = start[i]; k < start[i + 1]; k++)
			sum += weight[k] * x[to[k]];
		x[i] = sum / diagonal[i];
	}

	/**
	 * The graph of groups of points at one potential each.
	 *
	 * @param group of each point, or less than 0 for one that is held at potential 0
	 */
	ConductanceGraph joined(int[] group, int groups) {
		int[] first = new int[groups + 1];
		for (int g : group)
			if (g >= 0) first[g + 1]++;
		for (int g = 0; g < groups; g++)
			first[g + 1] += first[g];
		int[] members = new int[first[groups]];
		int[] next = first.clone();
		for (int i = 0; i < group.length; i++)
			if (group[i] >= 0) members[next[group[i]]++] = i;
		return new Joining(this, group, groups).join(first, members);
	}

	/** Adds up the lines between groups. */
	private static final class Joining {

		private final ConductanceGraph fine;
		private final int[] group;
		private final int[] newStart;
		private final int[] newTo;
		private final float[] newWeight;
		private final float[] newGround;
		/** Where the line from the present group to another one stands, if not before the present group's begin. */
		private final int[] place;
		private int count;

		Joining(ConductanceGraph fine, int[] group, int groups) {
			this.fine = fine;
			this.group = group;
			newStart = new int[groups + 1];
			newTo = new int[fine.to.length];
			newWeight = new float[fine.to.length];
			newGround = new float[groups];
			place = new int[groups];
			Arrays.fill(place, -1);
		}

		ConductanceGraph join(int[] first, int[] members) {
			for (int g = 0; g < newGround.length; g++) {
				newStart[g] = count;
				for (int m = first[g]; m < first[g + 1]; m++)
					add(members[m], g);
			}
			newStart[newGround.length] = count;
			return new ConductanceGraph(newStart, Arrays.copyOf(newTo, count), Arrays.copyOf(newWeight, count), newGround);
		}

		private void add(int i, int g) {
			newGround[g] += fine.ground[i];
			for (int k = fine.start[i]; k < fine.start[i + 1]; k++) {
				int other = group[fine.to[k]];
				if (other == g) continue;
				if (other < 0) newGround[g] += fine.weight[k];
				else addLine(other, fine.weight[k], g);
			}
		}

		private void addLine(int other, float weight, int g) {
			if (place[other] < newStart[g]) {
				place[other] = count;
				newTo[count] = other;
				count++;
			}
			newWeight[place[other]] += weight;
		}
	}
}
