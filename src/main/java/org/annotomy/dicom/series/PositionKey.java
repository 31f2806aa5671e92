package org.annotomy.dicom.series;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BinaryOperator;
import java.util.function.Function;

import org.annotomy.dicom.part10.Moment;
import org.annotomy.dicom.part10.Tag;

/**
 * What may tell frames at the same position apart.
 *
 * @param meaning in words for the user
 * @param of the value of a frame; frames with equal values belong together
 * @param use what different values mean
 * @param label of a value, given also the first value there is
 */
record PositionKey(String meaning, Function<SliceFrame, String> of, Use use, BinaryOperator<String> label) {

	/** What becomes of frames with different values. */
	enum Use {
		/** They are different images. */
		SEPARATE,
		/** They are different points of one axis. */
		AXIS,
		/** As {@link #AXIS}; from slice to slice the values may differ a little, as long as their order is clear. */
		ORDERED_AXIS
	}

	/** Numbers in their order, then text. */
	static final Comparator<String> ORDER = Comparator.comparingDouble(PositionKey::number)
			.thenComparing(Comparator.naturalOrder());

	private static final double MICRO = 1e6;
	private static final String NO_TIME = "?";

	static final String TIME = "time";
	static final String CARDIAC = "cardiac phase";
	static final String ACQUISITION_TIME = "acquisition time";
	static final String CONTENT_TIME = "content time";
	static final String ACQUISITION = "acquisition";

	/** In the order in which they are tried. */
	static final List<PositionKey> ALL = List.of( //
			separate("segment", f -> f.attributes().joined(Tag.SEGMENT_IDENTIFICATION_SEQUENCE, Tag.REFERENCED_SEGMENT_NUMBER)),
			separate("image type", FrameKind::flavor), separate("complex component", FrameKind::complexComponent),
			separate("stack", f -> f.attributes().joined(Tag.FRAME_CONTENT_SEQUENCE, Tag.STACK_ID)),
			axis(TIME, PositionKey::temporal, "time "),
			new PositionKey("diffusion weighting", DiffusionKey::of, Use.AXIS, (v, first) -> DiffusionKey.label(v)),
			axis("echo time", PositionKey::echo, "echo "), axis("inversion time", PositionKey::inversion, "inversion "),
			ordered(CARDIAC, PositionKey::trigger, (v, first) -> "trigger " + v + " ms"),
			axis(ACQUISITION, PositionKey::acquisition, "acquisition "),
			axis("time slot or energy window", PositionKey::nuclear, "part "),
			ordered(ACQUISITION_TIME, PositionKey::acquisitionTime, PositionKey::later),
			ordered(CONTENT_TIME, PositionKey::contentTime, PositionKey::later),
			axis("kind of image", FrameKind::rest, ""), axis("dimension index", FrameKind::dimensionIndex, "index "));

	private static PositionKey separate(String meaning, Function<SliceFrame, String> of) {
		return new PositionKey(meaning, of, Use.SEPARATE, (v, first) -> v);
	}

	private static PositionKey axis(String meaning, Function<SliceFrame, String> of, String prefix) {
		return new PositionKey(meaning, of, Use.AXIS, (v, first) -> v.isEmpty() ? "" : prefix + v);
	}

	private static PositionKey ordered(String meaning, Function<SliceFrame, String> of, BinaryOperator<String> label) {
		return new PositionKey(meaning, of, Use.ORDERED_AXIS, label);
	}

	private static String temporal(SliceFrame frame) {
		String index = frame.attributes().joined(Tag.FRAME_CONTENT_SEQUENCE, Tag.TEMPORAL_POSITION_INDEX);
		return index.isEmpty() ? frame.dataset().string(Tag.TEMPORAL_POSITION_IDENTIFIER, "") : index;
	}

	private static String echo(SliceFrame frame) {
		String effective = frame.attributes().joined(Tag.MR_ECHO_SEQUENCE, Tag.EFFECTIVE_ECHO_TIME);
		String time = effective.isEmpty() ? frame.dataset().string(Tag.ECHO_TIME, "") : effective;
		return time.isEmpty() ? frame.dataset().string(Tag.ECHO_NUMBERS, "") : time + " ms";
	}

	private static String inversion(SliceFrame frame) {
		String times = frame.attributes().joined(Tag.MR_MODIFIER_SEQUENCE, Tag.INVERSION_TIMES);
		String time = times.isEmpty() ? frame.dataset().string(Tag.INVERSION_TIME, "") : times;
		return time.isEmpty() ? "" : time + " ms";
	}

	private static String trigger(SliceFrame frame) {
		String delay = frame.attributes().joined(Tag.CARDIAC_SYNCHRONIZATION_SEQUENCE, Tag.NOMINAL_CARDIAC_TRIGGER_DELAY_TIME);
		return delay.isEmpty() ? frame.dataset().string(Tag.TRIGGER_TIME, "") : delay;
	}

	private static String acquisition(SliceFrame frame) {
		String own = frame.attributes().joined(Tag.FRAME_CONTENT_SEQUENCE, Tag.FRAME_ACQUISITION_NUMBER);
		return own.isEmpty() ? frame.dataset().string(Tag.ACQUISITION_NUMBER, "") : own;
	}

	/** Which time slot, phase, energy window … a frame of a classic nuclear medicine image is of (PS3.3 C.8.4.8). */
	private static String nuclear(SliceFrame frame) {
		StringBuilder key = new StringBuilder();
		for (int tag : new int[]{Tag.ENERGY_WINDOW_VECTOR, Tag.DETECTOR_VECTOR, Tag.PHASE_VECTOR, Tag.ROTATION_VECTOR,
				Tag.TIME_SLOT_VECTOR, Tag.TIME_SLICE_VECTOR}) {
			int[] vector = frame.dataset().ints(tag);
			if (frame.index() < vector.length) key.append(key.length() == 0 ? "" : ".").append(vector[frame.index()]);
		}
		return key.toString();
	}

	/** When a frame was taken: with the date, for a series may go on after midnight. */
	static Moment acquired(SliceFrame frame) {
		String own = frame.attributes().joined(Tag.FRAME_CONTENT_SEQUENCE, Tag.FRAME_ACQUISITION_DATE_TIME);
		String time = frame.dataset().string(Tag.ACQUISITION_TIME, "");
		if (!own.isEmpty()) return Moment.ofDateTime(own);
		if (time.isEmpty()) return Moment.ofDateTime(frame.dataset().string(Tag.ACQUISITION_DATE_TIME, ""));
		return Moment.of(frame.dataset().string(Tag.ACQUISITION_DATE, ""), time);
	}

	private static String acquisitionTime(SliceFrame frame) {
		String own = frame.attributes().joined(Tag.FRAME_CONTENT_SEQUENCE, Tag.FRAME_ACQUISITION_DATE_TIME);
		return microseconds(acquired(frame), own.isEmpty() ? frame.dataset().string(Tag.ACQUISITION_TIME, "") : own);
	}

	private static String contentTime(SliceFrame frame) {
		String time = frame.dataset().string(Tag.CONTENT_TIME, "");
		return microseconds(Moment.of(frame.dataset().string(Tag.CONTENT_DATE, ""), time), time);
	}

	/** What is no time is still the same or another text. */
	private static String microseconds(Moment moment, String text) {
		if (moment.isKnown()) return Long.toString(Math.round(moment.secondsOnScale() * MICRO));
		return text.isEmpty() ? "" : NO_TIME + text;
	}

	/** Seconds since the first: the time of day could help to find out who the patient is. */
	private static String later(String value, String first) {
		double seconds = secondsBetween(first, value);
		return Double.isNaN(seconds) ? "" : String.format(Locale.ROOT, "+%.2f s", seconds);
	}

	/** Between two values of the keys of time; NaN if one of them is no time. */
	static double secondsBetween(String first, String value) {
		double difference = number(value) - number(first);
		return Double.isFinite(difference) ? difference / MICRO : Double.NaN;
	}

	private static double number(String value) {
		try {
			return Double.parseDouble(value.split("[ \\\\]", 2)[0]);
		} catch (NumberFormatException e) {
			return Double.POSITIVE_INFINITY;
		}
	}
}
