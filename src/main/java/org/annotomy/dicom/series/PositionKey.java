package org.annotomy.dicom.series;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import org.annotomy.dicom.part10.DicomDataset;
import org.annotomy.dicom.part10.DicomElement;
import org.annotomy.dicom.part10.Tag;

/**
 * What may tell images at the same position apart.
 *
 * @param of the value of a frame; frames with equal values belong together
 * @param separate whether images with different values are different images rather than points in time
 */
record PositionKey(String name, Function<SliceFrame, String> of, boolean separate) {

	/** Numbers in their order, then text. */
	static final Comparator<String> ORDER = Comparator.comparingDouble(PositionKey::number)
			.thenComparing(Comparator.naturalOrder());

	static final String TEMPORAL = "temporal position";
	static final String TRIGGER = "trigger time";
	static final String ACQUISITION_TIME = "acquisition time";

	/** In the order in which they are tried. */
	static final List<PositionKey> ALL = List.of( //
			new PositionKey("segment",
					f -> f.attributes().joined(Tag.SEGMENT_IDENTIFICATION_SEQUENCE, Tag.REFERENCED_SEGMENT_NUMBER), true),
			new PositionKey("image type", SliceFrame::imageFlavor, true),
			new PositionKey("stack", f -> f.attributes().joined(Tag.FRAME_CONTENT_SEQUENCE, Tag.STACK_ID), true),
			new PositionKey(TEMPORAL, PositionKey::temporal, false),
			new PositionKey("diffusion weighting", PositionKey::diffusion, false),
			new PositionKey("echo", PositionKey::echo, false),
			new PositionKey("inversion time", f -> f.dataset().string(Tag.INVERSION_TIME, ""), false),
			new PositionKey(TRIGGER, PositionKey::trigger, false),
			new PositionKey("acquisition", f -> f.dataset().string(Tag.ACQUISITION_NUMBER, ""), false),
			new PositionKey(ACQUISITION_TIME, PositionKey::acquisitionTime, false),
			new PositionKey("content time", f -> f.dataset().string(Tag.CONTENT_TIME, ""), false));

	private static String temporal(SliceFrame frame) {
		String index = frame.attributes().joined(Tag.FRAME_CONTENT_SEQUENCE, Tag.TEMPORAL_POSITION_INDEX);
		return index.isEmpty() ? frame.dataset().string(Tag.TEMPORAL_POSITION_IDENTIFIER, "") : index;
	}

	/** The standard's b-value and direction, else those of Siemens, GE and Philips. */
	private static String diffusion(SliceFrame frame) {
		DicomDataset diffusion = frame.attributes().group(Tag.MR_DIFFUSION_SEQUENCE);
		String direction = String.join("\\", diffusion.strings(Tag.DIFFUSION_GRADIENT_ORIENTATION));
		if (diffusion.has(Tag.DIFFUSION_B_VALUE)) return diffusion.string(Tag.DIFFUSION_B_VALUE, "") + " " + direction;
		DicomDataset dataset = frame.dataset();
		return dataset.privateElement(0x0019, "SIEMENS MR HEADER", 0x0c).map(e -> text(dataset, e))
				.or(() -> dataset.privateElement(0x0043, "GEMS_PARM_01", 0x39).map(e -> text(dataset, e)))
				.or(() -> dataset.privateElement(0x2001, "Philips Imaging DD 001", 0x03).map(e -> text(dataset, e))).orElse("")
				+ direction;
	}

	private static String text(DicomDataset dataset, DicomElement element) {
		return String.join("\\", dataset.strings(element.tag()));
	}

	private static String echo(SliceFrame frame) {
		String effective = frame.attributes().joined(Tag.MR_ECHO_SEQUENCE, Tag.EFFECTIVE_ECHO_TIME);
		if (!effective.isEmpty()) return effective;
		return frame.dataset().string(Tag.ECHO_TIME).orElse(frame.dataset().string(Tag.ECHO_NUMBERS, ""));
	}

	private static String trigger(SliceFrame frame) {
		String delay = frame.attributes().joined(Tag.CARDIAC_SYNCHRONIZATION_SEQUENCE, Tag.NOMINAL_CARDIAC_TRIGGER_DELAY_TIME);
		return delay.isEmpty() ? frame.dataset().string(Tag.TRIGGER_TIME, "") : delay;
	}

	private static String acquisitionTime(SliceFrame frame) {
		String own = frame.attributes().joined(Tag.FRAME_CONTENT_SEQUENCE, Tag.FRAME_ACQUISITION_DATE_TIME);
		return own.isEmpty() ? frame.dataset().string(Tag.ACQUISITION_TIME, "") : own;
	}

	private static double number(String value) {
		try {
			return Double.parseDouble(value.split("[ \\\\]", 2)[0]);
		} catch (NumberFormatException e) {
			return Double.POSITIVE_INFINITY;
		}
	}
}
