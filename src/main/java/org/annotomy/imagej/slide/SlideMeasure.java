package org.annotomy.imagej.slide;

import ij.gui.Roi;
import ij.measure.Measurements;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import ij.process.FloatPolygon;
import ij.process.ImageStatistics;

/** <i>Measure</i> on a slide: ImageJ's table with one more column, the downsample of the level that the values come from. */
final class SlideMeasure {

	static final String DOWNSAMPLE = "Downsample";

	private final SlideImage image;

	SlideMeasure(SlideImage image) {
		this.image = image;
	}

	/** Adds rows to ImageJ's table of results for the selection, or the whole slide. */
	void measure() {
		Roi roi = image.getRoi();
		Analyzer analyzer = new Analyzer(image);
		ResultsTable table = ResultsTable.getResultsTable();
		int before = table.size();
		int level = new SlideStatistics(image).level();
		if (roi != null && roi.getType() == Roi.POINT) points(analyzer, roi);
		else analyzer.measure();
		boolean line = roi != null && roi.isLine();
		double downsample = line || roi != null && roi.getType() == Roi.POINT
				? 1
				: image.slide().levels().get(level).downsample();
		for (int row = before; row < table.size(); row++)
			table.setValue(DOWNSAMPLE, row, downsample);
		table.show("Results");
	}

	/** Each point by the pixel of level 0 under it. */
	private void points(Analyzer analyzer, Roi points) {
		FloatPolygon places = points.getFloatPolygon();
		int options = Analyzer.getMeasurements() & ~Measurements.LIMIT;
		for (int i = 0; i < places.npoints; i++) {
			ij.gui.PointRoi one = new ij.gui.PointRoi(places.xpoints[i], places.ypoints[i]);
			image.setRoi(one, false);
			ImageStatistics statistics = image.getStatistics(options);
			statistics.xCentroid = image.getCalibration().getX(places.xpoints[i]);
			statistics.yCentroid = image.getCalibration().getY(places.ypoints[i], image.getHeight());
			analyzer.saveResults(statistics, one);
		}
		image.setRoi(points, false);
	}
}
