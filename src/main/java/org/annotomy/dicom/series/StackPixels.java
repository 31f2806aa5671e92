package org.annotomy.dicom.series;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.annotomy.dicom.series.StackPlanes.Form;
import org.annotomy.image.CachedPlanes;
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
 * all slices; else they become modality values of floating point. Frames that are not in memory are decoded on demand.
 *
 * @param isConverted whether stored values are gone
 */
record StackPixels(PlanarImg<? extends NativeType<?>, ?> image, ValueScale scale, boolean isConverted, List<String> warnings) {

	static StackPixels of(SeriesStack stack) throws IOException {
		List<String> warnings = new ArrayList<>();
		SliceFrame first = stack.first();
		boolean inMemory = stack.present().stream().allMatch(frame -> frame.instance().isLoaded());
		if (first.instance().isColor())
			return new StackPixels(image(stack, new ARGBType(), Form.STORED, inMemory), ValueScale.IDENTITY, false, warnings);
		ModalityTransform transform = ModalityTransform.of(first);
		boolean mixed = false;
		for (SliceFrame frame : stack.present())
			mixed |= !sameStorage(first, frame) || !ModalityTransform.of(frame).isSameAs(transform);
		if (!mixed) {
			ValueScale scale = new ValueScale(transform.slope(), transform.intercept(), transform.unit());
			return new StackPixels(stored(stack, first, inMemory), scale, false, warnings);
		}
		if (transform.table() == null)
			warnings.add("The slices have different scales and were converted to "
					+ (transform.unit().isEmpty() ? "real numbers" : transform.unit()) + ".");
		return new StackPixels(converted(stack, inMemory), new ValueScale(1, 0, transform.unit()), true, warnings);
	}

	private static boolean sameStorage(SliceFrame a, SliceFrame b) {
		return a.storage() == b.storage() && a.instance().format().signed() == b.instance().format().signed();
	}

	private static PlanarImg<? extends NativeType<?>, ?> stored(SeriesStack stack, SliceFrame first, boolean inMemory)
			throws IOException {
		boolean signed = first.instance().format().signed();
		Class<?> storage = first.storage();
		if (storage == int[].class && !signed && exceedsInt(stack, inMemory))
			return image(stack, new DoubleType(), Form.UNSIGNED_AS_DOUBLE, inMemory);
		NativeType<?> type = storage == byte[].class
				? signed ? new ByteType() : new UnsignedByteType()
				: storage == short[].class
						? signed ? new ShortType() : new UnsignedShortType()
						: storage == int[].class
								? new IntType()
								: storage == float[].class ? new FloatType() : new DoubleType();
		return image(stack, type, Form.STORED, inMemory);
	}

	/** Whether an unsigned value does not fit into an {@code int}; if nobody has looked yet, it may be so. */
	private static boolean exceedsInt(SeriesStack stack, boolean inMemory) throws IOException {
		if (!inMemory) return true;
		for (SliceFrame frame : stack.present())
			if (!frame.isBroken())
				for (int value : (int[]) frame.decode())
					if (value < 0) return true;
		return false;
	}

	private static PlanarImg<? extends NativeType<?>, ?> converted(SeriesStack stack, boolean inMemory) throws IOException {
		boolean wide = stack.present().stream().map(SliceFrame::storage).anyMatch(s -> s == int[].class || s == double[].class);
		return wide
				? image(stack, new DoubleType(), Form.DOUBLE, inMemory)
				: image(stack, new FloatType(), Form.FLOAT, inMemory);
	}

	@SuppressWarnings({"unchecked", "rawtypes"})
	private static PlanarImg<? extends NativeType<?>, ?> image(SeriesStack stack, NativeType type, Form form, boolean inMemory)
			throws IOException {
		int nx = stack.first().instance().format().columns();
		int ny = stack.first().instance().format().rows();
		StackPlanes source = new StackPlanes(stack, form);
		int count = stack.frames().size();
		if (inMemory) {
			List<Object> planes = new ArrayList<>(count);
			for (int i = 0; i < count; i++)
				planes.add(source.load(i));
			return Planes.wrap(type, planes, nx, ny, 1, stack.slices(), stack.times());
		}
		Set<DicomInstance> instances = new LinkedHashSet<>();
		stack.present().forEach(frame -> instances.add(frame.instance()));
		instances.forEach(DicomInstance::unload);
		long planeBytes = (long) type.getNativeTypeFactory().getPrimitiveType().getByteCount() * nx * ny;
		return Planes.onDemand(type, CachedPlanes.of(source, count, planeBytes), nx, ny, 1, stack.slices(), stack.times());
	}
}
