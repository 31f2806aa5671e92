package org.annotomy.segmentation.statistics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.annotomy.geometry.Position;

/** Measures of one segment as the columns of a table: names with units, in a fixed order. */
public final class MeasureRow {

	private static final double[] PERCENTILES = {10, 25, 50, 75, 90};

	private MeasureRow() {}

	/**
	 * @param measures empty for a segment without voxels: it has 0 voxels and volume, and no other columns
	 * @param sizeKnown whether anybody knows how large voxels are; without it there are no columns in mm
	 */
	public static Map<String, Double> of(Optional<SegmentMeasures> measures, boolean sizeKnown) {
		Map<String, Double> row = new LinkedHashMap<>();
		row.put("Voxels", measures.map(m -> (double) m.voxels()).orElse(0.0));
		if (sizeKnown) {
			row.put("Volume (mm³)", measures.map(SegmentMeasures::volumeMm3).orElse(0.0));
			row.put("Volume (ml)", measures.map(SegmentMeasures::volumeMl).orElse(0.0));
			measures.ifPresent(m -> addSizes(m, row));
		}
		measures.ifPresent(m -> addPlace(m, row));
		return row;
	}

	/** @param unit of the values, such as HU; empty for none */
	public static Map<String, Double> of(Percentiles values, String unit) {
		Map<String, Double> row = new LinkedHashMap<>();
		String in = unit.isEmpty() ? "" : " (" + unit + ")";
		LabelStatistics statistics = values.statistics();
		row.put("Mean" + in, statistics.mean());
		row.put("SD" + in, statistics.sd());
		row.put("Min" + in, statistics.min());
		row.put("Max" + in, statistics.max());
		for (double percent : PERCENTILES)
			row.put(percent == 50 ? "Median" + in : "P" + (int) percent + in, values.at(percent));
		return row;
	}

	private static void addSizes(SegmentMeasures measures, Map<String, Double> row) {
		row.put("Surface (mm²)", measures.surfaceMm2());
		row.put("Sphericity", measures.sphericity());
		row.put("Compactness", measures.compactness());
		row.put("Longest 3D (mm)", measures.longest().mm());
		row.put("RECIST long (mm)", measures.longestInSlice().longMm());
		row.put("RECIST short (mm)", measures.longestInSlice().shortMm());
		row.put("RECIST slice", measures.longestInSlice().slice() + 1.0);
		for (int i = 0; i < 3; i++)
			row.put("Axis " + (i + 1) + " (mm)", measures.axes().lengthsMm().get(i));
	}

	/** Indices from 0, as the program counts voxels. */
	private static void addPlace(SegmentMeasures measures, Map<String, Double> row) {
		add(row, "Centroid ", " (voxel)", measures.centroid());
		if (measures.centroidInPatient() != null) add(row, "Centroid ", " (mm, LPS)", measures.centroidInPatient());
	}

	private static void add(Map<String, Double> row, String before, String after, Position position) {
		row.put(before + "x" + after, position.x());
		row.put(before + "y" + after, position.y());
		row.put(before + "z" + after, position.z());
	}
}
