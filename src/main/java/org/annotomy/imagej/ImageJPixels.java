package org.annotomy.imagej;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

import org.annotomy.image.CachedPlanes;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.Planes;
import org.annotomy.image.ValueScale;

import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The arrays of an image in one of the four forms that ImageJ has, and the image that goes with them.
 *
 * @param planes {@code byte[]} and {@code short[]} unsigned, {@code float[]} in modality values, or {@code int[]} colour; c fastest, then z, t;
 *            null if they are loaded on demand
 * @param image over the same arrays unless they had to be copied, with equal modality values
 */
record ImageJPixels(List<Object> planes, MedicalImage image) {

	private static final int SIGN_8 = 0x80;
	private static final int SIGN_16 = 0x8000;

	/** How the planes of an image become planes of ImageJ. */
	private record Form(UnaryOperator<Object> convert, NativeType<?> type, int bytesPerPixel, ValueScale scale) {}

	/** Turns the arrays into ImageJ's form, in place where that is possible; of planes on demand each when it is loaded. */
	static ImageJPixels takeOver(MedicalImage image) {
		Form form = form(image);
		int length = Math.multiplyExact(image.width(), image.height());
		if (image.onDemand().isPresent()) return onDemand(image, image.onDemand().get(), form, length);
		List<Object> planes = planes(image, length);
		List<Object> converted = planes.parallelStream().map(form.convert()).toList();
		boolean unchanged = form.scale() == image.scale();
		boolean copied = converted.get(0) != planes.get(0);
		return new ImageJPixels(converted, unchanged || copied ? image : with(image, form.type(), converted, form.scale()));
	}

	private static ImageJPixels onDemand(MedicalImage image, CachedPlanes source, Form form, int length) {
		CachedPlanes planes = source.map(plane -> form.convert().apply(trimmed(plane, length)),
				(long) form.bytesPerPixel() * length);
		return new ImageJPixels(null, onDemand(image, form.type(), planes, form.scale()));
	}

	@SuppressWarnings({"unchecked", "rawtypes"})
	private static MedicalImage onDemand(MedicalImage image, NativeType<?> type, CachedPlanes planes, ValueScale scale) {
		return image.withPixels(Planes.onDemand((NativeType) type, planes, image.width(), image.height(), image.channels(),
				image.slices(), image.timePoints()), scale);
	}

	@SuppressWarnings({"unchecked", "rawtypes"})
	private static MedicalImage with(MedicalImage image, NativeType<?> type, List<Object> planes, ValueScale scale) {
		return image.withPixels(Planes.wrap((NativeType) type, planes, image.width(), image.height(), image.channels(),
				image.slices(), image.timePoints()), scale);
	}

	private static Form form(MedicalImage image) {
		NativeType<?> type = image.type();
		ValueScale scale = image.scale();
		ValueScale modality = new ValueScale(1, 0, scale.unit());
		if (type instanceof ShortType)
			return new Form(ImageJPixels::flipped16, new UnsignedShortType(), 2, shifted(scale, SIGN_16));
		if (type instanceof ByteType) return new Form(ImageJPixels::flipped8, new UnsignedByteType(), 1, shifted(scale, SIGN_8));
		if (type instanceof DoubleType) return new Form(p -> floats((double[]) p, scale), new FloatType(), 4, modality);
		if (type instanceof FloatType && !scale.isIdentity())
			return new Form(p -> scaled((float[]) p, scale), new FloatType(), 4, modality);
		boolean unsigned = type instanceof UnsignedIntType;
		if (unsigned || type instanceof IntType)
			return new Form(p -> floats((int[]) p, unsigned, scale), new FloatType(), 4, modality);
		int bytes = type instanceof UnsignedByteType ? 1 : type instanceof UnsignedShortType ? 2 : 4;
		return new Form(UnaryOperator.identity(), type, bytes, scale);
	}

	/** What ImageJ's unsigned form of signed numbers means. */
	private static ValueScale shifted(ValueScale scale, int shift) {
		return new ValueScale(scale.slope(), scale.intercept() - shift * scale.slope(), scale.unit());
	}

	/** One array per plane, exactly as long as ImageJ wants it. */
	private static List<Object> planes(MedicalImage image, int length) {
		int count = image.channels() * image.slices() * image.timePoints();
		List<Object> planes = new ArrayList<>(count);
		for (int i = 0; i < count; i++)
			planes.add(trimmed(Planes.array(image.pixels(), i), length));
		return planes;
	}

	private static Object trimmed(Object plane, int length) {
		if (Array.getLength(plane) == length) return plane;
		if (plane instanceof byte[] p) return Arrays.copyOf(p, length);
		if (plane instanceof short[] p) return Arrays.copyOf(p, length);
		if (plane instanceof int[] p) return Arrays.copyOf(p, length);
		if (plane instanceof float[] p) return Arrays.copyOf(p, length);
		return Arrays.copyOf((double[]) plane, length);
	}

	private static Object flipped16(Object shorts) {
		short[] plane = (short[]) shorts;
		for (int i = 0; i < plane.length; i++)
			plane[i] ^= (short) SIGN_16;
		return plane;
	}

	private static Object flipped8(Object bytes) {
		byte[] plane = (byte[]) bytes;
		for (int i = 0; i < plane.length; i++)
			plane[i] ^= (byte) SIGN_8;
		return plane;
	}

	private static float[] scaled(float[] plane, ValueScale scale) {
		for (int i = 0; i < plane.length; i++)
			plane[i] = (float) scale.toModality(plane[i]);
		return plane;
	}

	private static float[] floats(double[] plane, ValueScale scale) {
		float[] floats = new float[plane.length];
		for (int i = 0; i < plane.length; i++)
			floats[i] = (float) scale.toModality(plane[i]);
		return floats;
	}

	private static float[] floats(int[] plane, boolean unsigned, ValueScale scale) {
		float[] floats = new float[plane.length];
		for (int i = 0; i < plane.length; i++)
			floats[i] = (float) scale.toModality(unsigned ? Integer.toUnsignedLong(plane[i]) : plane[i]);
		return floats;
	}
}
