package org.annotomy.imagej;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.annotomy.image.MedicalImage;
import org.annotomy.image.Planes;
import org.annotomy.image.ValueScale;

import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The arrays of an image in one of the four forms that ImageJ has, and the image that goes with them.
 *
 * @param planes {@code byte[]} and {@code short[]} unsigned, {@code float[]} in modality values, or {@code int[]} colour; c fastest, then z, t
 * @param image over the same arrays unless they had to be copied, with equal modality values
 */
record ImageJPixels(List<Object> planes, MedicalImage image) {

	private static final int SIGN_8 = 0x80;
	private static final int SIGN_16 = 0x8000;

	/** Turns the arrays into ImageJ's form, in place where that is possible. */
	static ImageJPixels takeOver(MedicalImage image) {
		NativeType<?> type = image.pixels().firstElement();
		List<Object> planes = planes(image);
		if (type instanceof ShortType) {
			planes.parallelStream().forEach(plane -> flipSign((short[]) plane));
			return unsigned(image, planes, new UnsignedShortType(), SIGN_16);
		}
		if (type instanceof ByteType) {
			planes.parallelStream().forEach(plane -> flipSign((byte[]) plane));
			return unsigned(image, planes, new UnsignedByteType(), SIGN_8);
		}
		Object first = planes.get(0);
		if (first instanceof float[] && !image.scale().isIdentity()) {
			planes.parallelStream().forEach(plane -> scale((float[]) plane, image.scale()));
			ValueScale identity = new ValueScale(1, 0, image.scale().unit());
			return new ImageJPixels(planes, with(image, new FloatType(), planes, identity));
		}
		if (first instanceof double[])
			return new ImageJPixels(map(planes, plane -> floats((double[]) plane, image.scale())), image);
		if (first instanceof int[] && !(type instanceof net.imglib2.type.numeric.ARGBType)) {
			boolean unsigned = type instanceof UnsignedIntType;
			return new ImageJPixels(map(planes, plane -> floats((int[]) plane, unsigned, image.scale())), image);
		}
		return new ImageJPixels(planes, image);
	}

	/** One array per plane, exactly as long as ImageJ wants it. */
	private static List<Object> planes(MedicalImage image) {
		int length = Math.multiplyExact(image.width(), image.height());
		int count = image.channels() * image.slices() * image.timePoints();
		List<Object> planes = new ArrayList<>(count);
		for (int i = 0; i < count; i++)
			planes.add(trimmed(Planes.array(image.pixels(), i), length));
		return planes;
	}

	private static Object trimmed(Object plane, int length) {
		if (java.lang.reflect.Array.getLength(plane) == length) return plane;
		if (plane instanceof byte[] p) return Arrays.copyOf(p, length);
		if (plane instanceof short[] p) return Arrays.copyOf(p, length);
		if (plane instanceof int[] p) return Arrays.copyOf(p, length);
		if (plane instanceof float[] p) return Arrays.copyOf(p, length);
		return Arrays.copyOf((double[]) plane, length);
	}

	private static <T extends NativeType<T>> ImageJPixels unsigned(MedicalImage image, List<Object> planes, T type, int shift) {
		ValueScale scale = image.scale();
		ValueScale shifted = new ValueScale(scale.slope(), scale.intercept() - shift * scale.slope(), scale.unit());
		return new ImageJPixels(planes, with(image, type, planes, shifted));
	}

	private static <T extends NativeType<T>> MedicalImage with(MedicalImage image, T type, List<Object> planes,
			ValueScale scale) {
		return new MedicalImage(image.title(),
				Planes.wrap(type, planes, image.width(), image.height(), image.channels(), image.slices(), image.timePoints()),
				scale, image.voxelToPatient(), image.pixelSpacing(), image.spacingSource(), image.windows(), image.inverted(),
				image.frameTimeMs(), image.facts(), image.identity(), image.files(), image.sidecar(), image.warnings());
	}

	private static List<Object> map(List<Object> planes, java.util.function.Function<Object, Object> convert) {
		return IntStream.range(0, planes.size()).parallel().mapToObj(i -> convert.apply(planes.get(i))).toList();
	}

	private static void flipSign(short[] plane) {
		for (int i = 0; i < plane.length; i++)
			plane[i] ^= (short) SIGN_16;
	}

	private static void flipSign(byte[] plane) {
		for (int i = 0; i < plane.length; i++)
			plane[i] ^= (byte) SIGN_8;
	}

	private static void scale(float[] plane, ValueScale scale) {
		for (int i = 0; i < plane.length; i++)
			plane[i] = (float) scale.toModality(plane[i]);
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
