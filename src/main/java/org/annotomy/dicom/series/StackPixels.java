package org.annotomy.dicom.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.annotomy.dicom.part10.Tag;
import org.annotomy.image.ImageFormatException;
import org.annotomy.image.Planes;
import org.annotomy.image.ValueScale;

import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The pixels of a stack and what they mean. Stored values are kept as they are, without a copy, as long as one linear scale holds for
 * all slices; else they become modality values of floating point.
 */
record StackPixels(PlanarImg<? extends NativeType<?>, ?> image, ValueScale scale, List<String> warnings) {

	static StackPixels of(SeriesStack stack) throws ImageFormatException {
		List<String> warnings = new ArrayList<>();
		SliceFrame first = stack.first();
		if (first.instance().isColor())
			return new StackPixels(wrap(new ARGBType(), planes(stack), stack), ValueScale.IDENTITY, warnings);
		ModalityTransform transform = ModalityTransform.of(first);
		boolean mixed = false;
		for (SliceFrame frame : stack.present())
			mixed |= !sameStorage(first, frame) || !ModalityTransform.of(frame).isSameAs(transform);
		if (mixed) {
			if (transform.table() == null)
				warnings.add("The slices have different scales and were converted to " + (transform.unit().isEmpty()
						? "real numbers"
						: transform.unit()) + ".");
			return new StackPixels(converted(stack), new ValueScale(1, 0, transform.unit()), warnings);
		}
		ValueScale scale = new ValueScale(transform.slope(), transform.intercept(), transform.unit());
		return new StackPixels(stored(stack, first), scale, warnings);
	}

	private static boolean sameStorage(SliceFrame a, SliceFrame b) {
		return a.plane().getClass() == b.plane().getClass() && a.instance().format().signed() == b.instance().format().signed();
	}

	private static List<Object> planes(SeriesStack stack) {
		List<Object> planes = new ArrayList<>();
		for (SliceFrame frame : stack.frames())
			planes.add(frame == null ? null : frame.plane());
		for (int i = 0; i < planes.size(); i++)
			if (planes.get(i) == null) planes.set(i, emptyLike(stack, i));
		return planes;
	}

	/** For a missing slice: the padding value where the file has one, else the lowest value of the slice before. */
	private static Object emptyLike(SeriesStack stack, int index) {
		int before = index;
		while (stack.frames().get(before) == null)
			before--;
		SliceFrame neighbour = stack.frames().get(before);
		double padding = neighbour.dataset().number(Tag.PIXEL_PADDING_VALUE, Double.NaN);
		return EmptyPlanes.like(neighbour.plane(), neighbour.instance().format().signed(), neighbour.instance().isColor(),
				padding);
	}

	private static PlanarImg<? extends NativeType<?>, ?> stored(SeriesStack stack, SliceFrame first) {
		List<Object> planes = planes(stack);
		boolean signed = first.instance().format().signed();
		Object plane = first.plane();
		if (plane instanceof byte[])
			return signed ? wrap(new ByteType(), planes, stack) : wrap(new UnsignedByteType(), planes, stack);
		if (plane instanceof short[])
			return signed ? wrap(new ShortType(), planes, stack) : wrap(new UnsignedShortType(), planes, stack);
		if (plane instanceof float[]) return wrap(new FloatType(), planes, stack);
		if (plane instanceof double[]) return wrap(new DoubleType(), planes, stack);
		if (signed || !exceedsInt(planes)) return wrap(new IntType(), planes, stack);
		return wrap(new DoubleType(), planes.stream().map(p -> unsignedToDouble((int[]) p)).toList(), stack);
	}

	private static boolean exceedsInt(List<Object> planes) {
		for (Object plane : planes)
			for (int value : (int[]) plane)
				if (value < 0) return true;
		return false;
	}

	private static double[] unsignedToDouble(int[] plane) {
		return Arrays.stream(plane).mapToDouble(Integer::toUnsignedLong).toArray();
	}

	private static PlanarImg<? extends NativeType<?>, ?> converted(SeriesStack stack) throws ImageFormatException {
		List<Object> planes = planes(stack);
		boolean wide = stack.present().stream().anyMatch(f -> f.plane() instanceof int[] || f.plane() instanceof double[]);
		SliceFrame last = stack.first();
		for (int i = 0; i < planes.size(); i++) {
			if (stack.frames().get(i) != null) last = stack.frames().get(i);
			ModalityTransform transform = ModalityTransform.of(last);
			boolean signed = last.instance().format().signed();
			planes.set(i,
					wide
							? RealPlanes.doubles(planes.get(i), signed, transform)
							: RealPlanes.floats(planes.get(i), signed, transform));
		}
		return wide ? wrap(new DoubleType(), planes, stack) : wrap(new FloatType(), planes, stack);
	}

	private static <T extends NativeType<T>> PlanarImg<T, ?> wrap(T type, List<?> planes, SeriesStack stack) {
		int nx = stack.first().instance().format().columns();
		int ny = stack.first().instance().format().rows();
		return Planes.wrap(type, planes, nx, ny, 1, stack.slices(), stack.times());
	}
}
