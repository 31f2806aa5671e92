package org.annotomy.imagej.session;

import java.util.Map;
import java.util.UUID;

import org.annotomy.annotation.model.Segment;
import org.annotomy.annotation.protocol.AnnotationClass;
import org.annotomy.segmentation.segment.SegmentState;

import ij.measure.ResultsTable;

/** The segments of an image as a table of ImageJ, one row for each. */
public final class SegmentTable {

	private static final double MM3_PER_ML = 1000;

	private SegmentTable() {}

	/** Volumes are those of the voxels, in ml; in voxels only where nobody knows how large these are, or they differ. */
	public static ResultsTable of(AnnotationSession session) {
		ResultsTable table = new ResultsTable();
		Map<UUID, Long> counts = session.segments().voxels().counts();
		boolean known = session.segments().isSizeKnown();
		double ml = session.segments().volume().spacing().voxelVolumeMm3() / MM3_PER_ML;
		int number = 0;
		for (Segment segment : session.document().segments()) {
			long voxels = counts.get(segment.id());
			table.incrementCounter();
			table.addValue("Number", ++number);
			table.addValue("Segment", segment.name() == null ? "" : segment.name());
			table.addValue("Class", className(segment, session));
			table.addValue("State", SegmentState.of(segment, voxels).words());
			table.addValue("Visible", segment.visible() ? "yes" : "no");
			table.addValue("Locked", segment.locked() ? "yes" : "no");
			table.addValue("Layer", segment.layer());
			table.addValue("Voxels", voxels);
			if (known) table.addValue("Volume (ml)", voxels * ml);
		}
		return table;
	}

	/** Its name, or the key if the protocol does not have the class; empty for none. */
	public static String className(Segment segment, AnnotationSession session) {
		if (segment.classKey() == null) return "";
		return session.document().protocol().findClass(segment.classKey()).map(AnnotationClass::name).orElse(segment.classKey());
	}
}
