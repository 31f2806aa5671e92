package org.annotomy.dicom.series;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import org.annotomy.dicom.part10.Tag;
import org.annotomy.image.ImageFormatException;
import org.annotomy.image.PlaneSource;

/** The planes of a stack, each in the form that all of them share. */
final class StackPlanes implements PlaneSource {

	/** What is made of stored values. */
	enum Form {
		/** Nothing: they are kept. */
		STORED,
		/** Unsigned integers of 32 bits, which Java has not. */
		UNSIGNED_AS_DOUBLE,
		/** Modality values, for slices of different scales. */
		FLOAT, DOUBLE
	}

	private final List<SliceFrame> frames;
	private final Form form;

	StackPlanes(SeriesStack stack, Form form) {
		this.frames = stack.frames();
		this.form = form;
	}

	@Override
	public Object load(int index) throws IOException {
		SliceFrame frame = frames.get(index);
		if (frame == null || frame.isBroken()) return empty(index);
		return convert(frame.decode(), frame);
	}

	@Override
	public void close() throws IOException {
		for (SliceFrame frame : frames)
			if (frame != null) frame.instance().close();
	}

	private Object convert(Object stored, SliceFrame frame) throws ImageFormatException {
		boolean signed = frame.instance().format().signed();
		return switch (form) {
			case STORED -> stored;
			case UNSIGNED_AS_DOUBLE -> Arrays.stream((int[]) stored).mapToDouble(Integer::toUnsignedLong).toArray();
			case FLOAT -> RealPlanes.floats(stored, signed, ModalityTransform.of(frame));
			case DOUBLE -> RealPlanes.doubles(stored, signed, ModalityTransform.of(frame));
		};
	}

	/** For a slice that is missing: the padding value where the file has one, else the lowest value of the slice before. */
	private Object empty(int index) throws IOException {
		SliceFrame neighbour = neighbour(index);
		double padding = neighbour.dataset().number(Tag.PIXEL_PADDING_VALUE, Double.NaN);
		Object plane = EmptyPlanes.like(neighbour.decode(), neighbour.instance().format().signed(),
				neighbour.instance().isColor(), padding);
		return convert(plane, neighbour);
	}

	private SliceFrame neighbour(int index) throws ImageFormatException {
		for (int before = index - 1; before >= 0; before--)
			if (isThere(frames.get(before))) return frames.get(before);
		for (int after = index + 1; after < frames.size(); after++)
			if (isThere(frames.get(after))) return frames.get(after);
		throw new ImageFormatException("No slice of this image can be decoded.");
	}

	private static boolean isThere(SliceFrame frame) {
		return frame != null && !frame.isBroken();
	}
}
