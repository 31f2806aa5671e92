package org.annotomy.imagej.session;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.shape.LineShape;
import org.annotomy.segmentation.statistics.MeasureRow;
import org.annotomy.segmentation.statistics.Percentiles;
import org.annotomy.segmentation.statistics.SegmentMeasures;
import org.annotomy.segmentation.statistics.SliceDiameters;
import org.annotomy.segmentation.volume.Mask;
import org.annotomy.task.Progress;

import ij.measure.ResultsTable;

/** Measures of segments as tables of ImageJ. Cells of what a segment does not have are NaN. */
public final class SegmentMeasureTable {

	private final AnnotationSession session;
	private final ResultsTable table = new ResultsTable();

	private SegmentMeasureTable(AnnotationSession session) {
		this.session = session;
		table.setNaNEmptyCells(true);
	}

	/**
	 * A row for each segment: size, shape, place, and the values of the channel and time point on display.
	 *
	 * @throws org.annotomy.task.CancelledException if the user cancelled
	 */
	public static ResultsTable of(List<Segment> segments, AnnotationSession session, Progress progress) {
		SegmentMeasureTable rows = new SegmentMeasureTable(session);
		for (int i = 0; i < segments.size(); i++)
			rows.addSegment(segments.get(i), progress.part((double) i / segments.size(), (i + 1.0) / segments.size()));
		return rows.table;
	}

	/** A row for each slice of each segment: long and short axis with their ends, in pixels of the slice. */
	public static ResultsTable bySlice(List<Segment> segments, AnnotationSession session, Progress progress) {
		SegmentMeasureTable rows = new SegmentMeasureTable(session);
		for (int i = 0; i < segments.size(); i++)
			rows.addSlices(segments.get(i), progress.part((double) i / segments.size(), (i + 1.0) / segments.size()));
		return rows.table;
	}

	private void addSegment(Segment segment, Progress progress) {
		Mask mask = session.segments().voxels().mask(segment);
		Optional<SegmentMeasures> measures = measured(mask, progress.part(0, 0.7));
		Percentiles values = Percentiles.of(mask, session.segments().volume(), progress.part(0.7, 1));
		begin(segment);
		add(MeasureRow.of(measures, session.segments().isSizeKnown()));
		if (measures.isPresent()) add(MeasureRow.of(values, session.segments().volume().unit()));
	}

	private void addSlices(Segment segment, Progress progress) {
		boolean known = session.segments().isSizeKnown();
		Mask mask = session.segments().voxels().mask(segment);
		for (SliceDiameters slice : SliceDiameters.of(mask, session.segments().volume().spacing(), progress)) {
			begin(segment);
			table.addValue("Slice", slice.slice() + 1);
			table.addValue(known ? "Long (mm)" : "Long (pixels)", slice.longMm());
			table.addValue(known ? "Short (mm)" : "Short (pixels)", slice.shortMm());
			addEnds("Long", slice.axes().longAxis());
			addEnds("Short", slice.axes().shortAxis());
		}
	}

	private void addEnds(String axis, LineShape line) {
		table.addValue(axis + " x1", line.from().x());
		table.addValue(axis + " y1", line.from().y());
		table.addValue(axis + " x2", line.to().x());
		table.addValue(axis + " y2", line.to().y());
	}

	private Optional<SegmentMeasures> measured(Mask mask, Progress progress) {
		return SegmentMeasures.of(mask, session.segments().volume().spacing(), session.source().voxelToPatient(),
				session.source().sliceAxis()::evenIndex, progress);
	}

	private void begin(Segment segment) {
		table.incrementCounter();
		table.addValue("Segment", segment.name() == null ? "" : segment.name());
		table.addValue("Class", SegmentTable.className(segment, session));
	}

	private void add(Map<String, Double> row) {
		row.forEach(table::addValue);
	}
}
