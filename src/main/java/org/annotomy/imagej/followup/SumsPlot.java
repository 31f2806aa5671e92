package org.annotomy.imagej.followup;

import java.awt.Color;
import java.util.List;

import org.annotomy.annotation.protocol.FollowUpRole;
import org.annotomy.followup.Assessment;
import org.annotomy.followup.FollowUp;
import org.annotomy.followup.Lesion;
import org.annotomy.followup.LesionState;
import org.annotomy.followup.Recist;
import org.annotomy.followup.TimePoint;

import ij.ImagePlus;
import ij.gui.Plot;

/** The sum of diameters over time, with each target lesion and the limits of RECIST 1.1. */
public final class SumsPlot {

	private static final Color[] LESION_COLOURS = {new Color(0x0072B2), new Color(0xD55E00), new Color(0x009E73),
			new Color(0xCC79A7),
			new Color(0xE69F00), new Color(0x56B4E9)};
	private static final double MARGIN = 0.04;
	private static final int WIDTH = 620;
	private static final int HEIGHT = 380;

	private final FollowUp followUp;
	private final double[] times;

	private SumsPlot(FollowUp followUp) {
		this.followUp = followUp;
		this.times = times(followUp.times());
	}

	/** An ordinary image that can be saved; not shown. @throws IllegalArgumentException if there is no target lesion to plot */
	public static ImagePlus of(FollowUp followUp) {
		if (followUp.lesions().stream().noneMatch(lesion -> lesion.role().isTarget()))
			throw new IllegalArgumentException("There is no target lesion whose size could be plotted.");
		return new SumsPlot(followUp).plot();
	}

	private static double[] times(List<TimePoint> times) {
		boolean known = times.stream().noneMatch(time -> Double.isNaN(time.days()));
		double[] numbers = new double[times.size()];
		for (int t = 0; t < numbers.length; t++)
			numbers[t] = known ? times.get(t).days() : t;
		return numbers;
	}

	private ImagePlus plot() {
		boolean days = followUp.times().stream().noneMatch(time -> Double.isNaN(time.days()));
		Plot plot = new Plot("Sum of diameters", days ? "Days since baseline" : "Time point", "mm");
		plot.setSize(WIDTH, HEIGHT);
		plot.setFontSize(13);
		StringBuilder legend = new StringBuilder();
		double[] sums = followUp.assessments().stream().mapToDouble(Assessment::sumMm).toArray();
		plot.setLineWidth(3);
		plot.setColor(Color.BLACK, Color.BLACK);
		plot.add("connected circle", times, sums);
		legend.append("Sum of diameters");
		addLesions(plot, legend);
		addLimits(plot, sums, legend);
		double span = Math.max(times[times.length - 1] - times[0], 1);
		plot.setLimits(times[0] - MARGIN * span, times[0] + (1 + MARGIN) * span, 0, 1.1 * highest(sums));
		plot.setColor(Color.BLACK);
		plot.setLineWidth(1);
		plot.addLegend(legend.toString());
		return plot.getImagePlus();
	}

	private void addLesions(Plot plot, StringBuilder legend) {
		int number = 0;
		for (Lesion lesion : followUp.lesions()) {
			if (!lesion.role().isTarget()) continue;
			double[] lengths = lesion.states().stream().mapToDouble(LesionState::summandMm).toArray();
			Color colour = LESION_COLOURS[number++ % LESION_COLOURS.length];
			plot.setLineWidth(1);
			plot.setColor(colour, colour);
			plot.add("connected circle", times, lengths);
			legend.append('\n').append(lesion.name()).append(lesion.role() == FollowUpRole.TARGET_NODE ? " (node)" : "");
		}
	}

	/** Where partial response and progression begin. */
	private void addLimits(Plot plot, double[] sums, StringBuilder legend) {
		if (times.length < 2 || Double.isNaN(sums[0])) return;
		double[] partial = new double[times.length];
		double[] progression = new double[times.length];
		for (int t = 0; t < times.length; t++) {
			partial[t] = Recist.partialLimitMm(sums[0]);
			progression[t] = progressionLimit(t, sums[0]);
		}
		plot.setLineWidth(1);
		plot.setColor(new Color(0x808080));
		plot.add("line", times, partial);
		legend.append("\nPartial response below");
		plot.setColor(new Color(0xC00000));
		plot.add("line", times, progression);
		legend.append("\nProgression above");
	}

	private double progressionLimit(int t, double baselineMm) {
		double nadir = followUp.assessments().get(t).nadirMm();
		return Recist.progressionLimitMm(Double.isNaN(nadir) ? baselineMm : nadir);
	}

	private double highest(double[] sums) {
		double highest = 1;
		for (int t = 0; t < sums.length; t++)
			for (double value : new double[]{sums[t], progressionLimit(t, sums[0])})
				if (value > highest) highest = value;
		return highest;
	}
}
