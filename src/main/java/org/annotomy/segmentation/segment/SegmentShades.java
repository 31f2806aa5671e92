package org.annotomy.segmentation.segment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Colours of the segments of one class, told apart from each other and still of the class to the eye: its own colour first, then lighter
 * and darker ones of nearly the same hue, each time the one that is farthest from those in use. The same document always gives the same.
 */
final class SegmentShades {

	private static final double[] LIGHTER = {0, -20, 18, -36, 34, 50, -52};
	private static final double[] TURNS = {0, 20, -20};
	private static final double[] STRENGTHS = {1, 0.6, 2.2};
	private static final double DARKEST = 28;
	private static final double LIGHTEST = 93;
	/** Shades that are nearer to each other than this look alike in a thin outline. */
	private static final double LEAST_APART = 10;

	private final int base;
	private final List<Integer> free;
	private final List<LabColour> used = new ArrayList<>();
	private final List<LabColour> elsewhere;
	private int number;

	/**
	 * @param base colour of the class, 0xRRGGBB
	 * @param taken colours of its segments
	 * @param others colours of other classes, from which shades keep away if they can
	 */
	SegmentShades(int base, Collection<Integer> taken, Collection<Integer> others) {
		this.base = base;
		free = new ArrayList<>(of(base));
		free.removeAll(taken);
		taken.forEach(rgb -> used.add(LabColour.of(rgb)));
		elsewhere = others.stream().map(LabColour::of).toList();
		number = taken.size();
	}

	/** All shades of a colour, itself first. */
	static List<Integer> of(int base) {
		LabColour colour = LabColour.of(base);
		Set<Integer> shades = new LinkedHashSet<>(List.of(base));
		for (double strength : STRENGTHS)
			for (double turn : TURNS)
				for (double lighter : LIGHTER) {
					LabColour shade = colour.changed(lighter, turn, strength);
					if (shade.lightness() >= DARKEST && shade.lightness() <= LIGHTEST) shades.add(shade.rgb());
				}
		return List.copyOf(shades);
	}

	/** The next colour: that of the class if it is free; when no shade is left any colour far from others. @return 0xRRGGBB */
	int next() {
		int best = free.contains(base) ? base : farthest();
		if (!free.remove(Integer.valueOf(best))) free.clear();
		used.add(LabColour.of(best));
		number++;
		return best;
	}

	private int farthest() {
		int best = SegmentColours.rgb(number);
		double most = 0;
		for (int shade : free) {
			LabColour colour = LabColour.of(shade);
			double apart = nearest(colour, used);
			double alone = Math.min(apart, nearest(colour, elsewhere));
			if (apart > LEAST_APART && alone > most) {
				most = alone;
				best = shade;
			}
		}
		return best;
	}

	private static double nearest(LabColour colour, List<LabColour> among) {
		return among.stream().mapToDouble(colour::distance).min().orElse(Double.POSITIVE_INFINITY);
	}
}
