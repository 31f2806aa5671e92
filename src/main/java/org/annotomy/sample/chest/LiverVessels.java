package org.annotomy.sample.chest;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The veins of the liver: from the vena cava outward, dividing in two. */
final class LiverVessels {

	private static final int DEPTH = 5;

	private LiverVessels() {}

	static List<Tube> grow() {
		Random random = new Random(13);
		List<Tube> tubes = new ArrayList<>();
		double[][] roots = {{-1, -0.1, -0.35}, {-0.7, -0.75, -0.35}, {0.1, -1, -0.4}};
		for (double[] root : roots)
			branch(tubes, random, new double[]{-24, 4, -84}, root, 34, 5, 0);
		branch(tubes, random, new double[]{-8, -2, -160}, new double[]{-0.9, -0.2, 0.35}, 32, 6, 0);
		return List.copyOf(tubes);
	}

	private static void branch(List<Tube> tubes, Random random, double[] at, double[] heading, double length, double radius,
			int depth) {
		double norm = Math.sqrt(heading[0] * heading[0] + heading[1] * heading[1] + heading[2] * heading[2]);
		double[] end = new double[3];
		for (int k = 0; k < 3; k++)
			end[k] = at[k] + length * heading[k] / norm;
		tubes.add(new Tube(at[0], at[1], at[2], end[0], end[1], end[2], radius, radius * 0.8));
		if (depth == DEPTH) return;
		for (int child = -1; child <= 1; child += 2) {
			double[] turned = new double[3];
			for (int k = 0; k < 3; k++)
				turned[k] = heading[k] / norm + child * 0.45 * (random.nextDouble() - 0.2) * (k == depth % 3 ? 1.4 : 0.5);
			branch(tubes, random, end, turned, length * 0.78, radius * 0.76, depth + 1);
		}
	}
}
