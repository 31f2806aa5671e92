package org.annotomy.dicom.series;

import java.util.Set;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.Tag;

/** Whether the frames of a classic multi-frame image follow each other in time, and how fast. */
final class FrameTimes {

	private static final Set<String> CINE = Set.of("US", "XA", "RF", "IVUS", "ES", "OP", "XC", "GM", "DX", "CR", "ECHO", "ICG");

	private FrameTimes() {}

	/** By Frame Increment Pointer, else by what the header has, else by the modality. */
	static boolean areTimePoints(DicomDataset dataset) {
		int[] pointers = dataset.tags(Tag.FRAME_INCREMENT_POINTER);
		if (pointers.length > 0) {
			if (pointers[0] == Tag.FRAME_TIME || pointers[0] == Tag.FRAME_TIME_VECTOR) return true;
			if (pointers[0] == Tag.SLICE_VECTOR || pointers[0] == Tag.GRID_FRAME_OFFSET_VECTOR) return false;
		}
		if (dataset.has(Tag.GRID_FRAME_OFFSET_VECTOR) || dataset.has(Tag.SLICE_VECTOR)) return false;
		boolean timed = dataset.has(Tag.FRAME_TIME) || dataset.has(Tag.FRAME_TIME_VECTOR) || dataset.has(Tag.CINE_RATE);
		return timed || CINE.contains(dataset.string(Tag.MODALITY, ""));
	}

	/** Milliseconds from frame to frame, NaN if the file does not say. */
	static double millisecondsPerFrame(DicomDataset dataset) {
		double stated = dataset.number(Tag.FRAME_TIME, Double.NaN);
		if (stated > 0) return stated;
		double[] steps = dataset.doubles(Tag.FRAME_TIME_VECTOR);
		if (steps.length > 1) {
			double sum = 0;
			for (int i = 1; i < steps.length; i++)
				sum += steps[i];
			if (sum > 0 && Double.isFinite(sum)) return sum / (steps.length - 1);
		}
		for (int tag : new int[]{Tag.CINE_RATE, Tag.RECOMMENDED_DISPLAY_FRAME_RATE}) {
			double rate = dataset.number(tag, 0);
			if (rate > 0) return 1000 / rate;
		}
		return Double.NaN;
	}
}
