package org.annotomy.imagej.fusion;

import java.awt.Point;

import org.annotomy.imagej.PixelValues;
import org.annotomy.segmentation.measure.RunningStatistics;
import org.annotomy.segmentation.measure.ValueStatistics;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.process.ImageProcessor;

/** The values of both images of a fusion inside a selection, each in its own unit. */
public final class FusedMeasures {

	private FusedMeasures() {}

	/**
	 * @param view the lower image, or a view of it, with a selection on the slice on display; without one the whole slice counts
	 * @return a row for the lower image and one for the upper one, whose values are interpolated at the same pixels
	 * @throws IllegalStateException if nothing lies over the image
	 * @throws IllegalArgumentException if one of the two is in colour, or the selection lies outside the image
	 */
	public static ResultsTable of(ImagePlus view) {
		Fusion fusion = Fusion.require(view);
		if (view.getBitDepth() == 24)
			throw new IllegalArgumentException("The lower image is in colour, so it has no values to measure.");
		float[] upper = fusion.values(view);
		RunningStatistics below = new RunningStatistics();
		RunningStatistics above = new RunningStatistics();
		ImageProcessor pixels = view.getProcessor();
		PixelValues values = PixelValues.of(fusion.pair().fixed());
		Roi area = view.getRoi() == null ? new Roi(0, 0, view.getWidth(), view.getHeight()) : view.getRoi();
		for (Point p : area) {
			if (p.x < 0 || p.y < 0 || p.x >= view.getWidth() || p.y >= view.getHeight()) continue;
			below.add(values.toModality(pixels.getf(p.x, p.y)));
			above.add(upper[p.x + p.y * view.getWidth()]);
		}
		if (below.result().count() == 0) throw new IllegalArgumentException("The selection lies outside the image.");
		ResultsTable table = new ResultsTable();
		add(table, "lower", values.unit(), below.result());
		add(table, "upper", fusion.pair().movingImage().scale().unit(), above.result());
		return table;
	}

	private static void add(ResultsTable table, String image, String unit, ValueStatistics values) {
		table.addRow();
		table.addValue("Image", image);
		table.addValue("Unit", unit);
		table.addValue("Pixels", values.count());
		table.addValue("Mean", values.mean());
		table.addValue("SD", values.sd());
		table.addValue("Min", values.min());
		table.addValue("Max", values.max());
	}
}
