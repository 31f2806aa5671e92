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

	ConductanceGraph(int[] start, int[] to, float[] weight, float[] ground) {
		this.start = start;
		this.to = to;
		this.weight = weight;
		this.ground = ground;
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
		double lines = 0;
		for (int k = start[i]; k < start[i + 1]; k++) {
			sum += weight[k] * x[to[k]];
			lines += weight[k];
		}
		x[i] = sum / (ground[i] + lines);
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

	/** Adds up the lines between groups: once to know how many there will be, and once more, so that no array is too long. */
	private static final class Joining {

		private final ConductanceGraph fine;
		private final int[] group;
		private final int[] newStart;
		private final float[] newGround;
		/** Where the line from the present group to another one stands, if not before the present group's begin. */
		private final int[] place;
		private int[] newTo;
		private float[] newWeight;
		private int count;

		Joining(ConductanceGraph fine, int[] group, int groups) {
			this.fine = fine;
			this.group = group;
			newStart = new int[groups + 1];
			newGround = new float[groups];
			place = new int[groups];
		}

		ConductanceGraph join(int[] first, int[] members) {
			Arrays.fill(place, -1);
			for (int g = 0; g < newGround.length; g++) {
				newStart[g] = count;
				for (int m = first[g]; m < first[g + 1]; m++)
					count(members[m], g);
			}
			newStart[newGround.length] = count;
			newTo = new int[count];
			newWeight = new float[count];
			count = 0;
			Arrays.fill(place, -1);
			for (int g = 0; g < newGround.length; g++)
				for (int m = first[g]; m < first[g + 1]; m++)
					add(members[m], g);
			return new ConductanceGraph(newStart, newTo, newWeight, newGround);
		}

		private void count(int i, int g) {
			for (int k = fine.start[i]; k < fine.start[i + 1]; k++) {
				int other = group[fine.to[k]];
				if (other != g && other >= 0 && place[other] < newStart[g]) place[other] = count++;
			}
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
