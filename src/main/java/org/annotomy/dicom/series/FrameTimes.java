package org.annotomy.dicom.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.Tag;
import org.annotomy.image.TimeAxis;

/** Whether the frames of a classic multi-frame image follow each other in time, and how fast. */
final class FrameTimes {

	private static final Set<String> CINE = Set.of("US", "XA", "RF", "IVUS", "ES", "OP", "XC", "GM", "DX", "CR", "ECHO", "ICG");

	private static final double MS_PER_SECOND = 1000;
	/** So much frame times may differ and still count as even: clocks of scanners tick in whole milliseconds. */
	private static final double EVEN_MS = 1.5;
	private static final double EVEN_PART = 0.02;

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

	/** Milliseconds from frame to frame, on the average; NaN if the file does not say. */
	static double millisecondsPerFrame(DicomDataset dataset) {
		double stated = dataset.number(Tag.FRAME_TIME, Double.NaN);
		int[] pointers = dataset.tags(Tag.FRAME_INCREMENT_POINTER);
		boolean byVector = pointers.length > 0 && pointers[0] == Tag.FRAME_TIME_VECTOR;
		if (stated > 0 && Double.isFinite(stated) && !byVector) return stated;
		double[] steps = steps(dataset);
		double sum = Arrays.stream(steps).sum();
		if (sum > 0 && Double.isFinite(sum)) return sum / steps.length;
		for (int tag : new int[]{Tag.CINE_RATE, Tag.RECOMMENDED_DISPLAY_FRAME_RATE}) {
			double rate = dataset.number(tag, 0);
			if (rate > 0 && Double.isFinite(rate)) return MS_PER_SECOND / rate;
		}
		return stated > 0 && Double.isFinite(stated) ? stated : Double.NaN;
	}

	/** The times between frames that the file lists; its first number stands for nothing (PS3.3 C.7.6.5.1.2). */
	private static double[] steps(DicomDataset dataset) {
		double[] vector = dataset.doubles(Tag.FRAME_TIME_VECTOR);
		return vector.length < 2 ? new double[0] : Arrays.copyOfRange(vector, 1, vector.length);
	}

	private static boolean isUneven(double[] steps) {
		double least = Arrays.stream(steps).min().orElse(0);
		double most = Arrays.stream(steps).max().orElse(0);
		return most - least > Math.max(EVEN_MS, EVEN_PART * most);
	}

	/** The axis of a film; unevenly timed frames have their time as label. @param warnings is added to */
	static TimeAxis axis(DicomDataset dataset, int frames, List<String> warnings) {
		double[] steps = steps(dataset);
		if (steps.length + 1 != frames || !isUneven(steps)) return TimeAxis.TIME;
		List<String> labels = new ArrayList<>();
		double at = 0;
		for (int frame = 0; frame < frames; frame++) {
			if (frame > 0) at += steps[frame - 1];
			labels.add(String.format(Locale.ROOT, "+%.1f ms", at));
		}
		warnings.add(String.format(Locale.ROOT, "The frames are unevenly timed (%.1f to %.1f ms): the film plays at their mean.",
				Arrays.stream(steps).min().getAsDouble(), Arrays.stream(steps).max().getAsDouble()));
		return new TimeAxis(TimeAxis.TIME.meaning(), labels);
	}
}
