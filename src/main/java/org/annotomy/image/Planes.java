package org.annotomy.image;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import net.imglib2.img.NativeImg;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.DoubleArray;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.NativeTypeFactory;
import net.imglib2.type.PrimitiveType;

/** Makes ImgLib2 images around arrays that a reader has filled, without a copy, or around planes that are loaded on demand. */
public final class Planes {

	private Planes() {}

	/**
	 * @param type how the numbers in the arrays are to be read, such as {@code new ShortType()}
	 * @param planes one array per plane of {@code nx · ny} values (x fastest), c fastest, then z, then t: {@code byte[]}, {@code short[]},
	 *            {@code int[]}, {@code float[]} or {@code double[]}; kept, not copied
	 * @return an image with the axes x, y, c, z, t
	 * @throws IllegalArgumentException if the count or size of the planes does not fit
	 */
	public static <T extends NativeType<T>> PlanarImg<T, ?> wrap(T type, List<?> planes, int nx, int ny, int nc, int nz, int nt) {
		if (planes.size() != Math.multiplyExact(Math.multiplyExact(nc, nz), nt))
			throw new IllegalArgumentException("There are " + planes.size() + " planes, but " + nc + " channels × " + nz
					+ " slices × " + nt + " time points.");
		long[] size = {nx, ny, nc, nz, nt};
		Object first = planes.get(0);
		if (first instanceof byte[]) return wrap(type, planes.stream().map(p -> new ByteArray((byte[]) p)).toList(), size);
		if (first instanceof short[]) return wrap(type, planes.stream().map(p -> new ShortArray((short[]) p)).toList(), size);
		if (first instanceof int[]) return wrap(type, planes.stream().map(p -> new IntArray((int[]) p)).toList(), size);
		if (first instanceof float[]) return wrap(type, planes.stream().map(p -> new FloatArray((float[]) p)).toList(), size);
		if (first instanceof double[]) return wrap(type, planes.stream().map(p -> new DoubleArray((double[]) p)).toList(), size);
		throw new IllegalArgumentException("Planes of " + first.getClass().getSimpleName() + " are not supported.");
	}

	/**
	 * An image whose planes are loaded when they are touched.
	 *
	 * @param type how the numbers in the arrays are to be read; the arrays must be of its kind
	 * @return an image with the axes x, y, c, z, t; touching a plane that cannot be loaded throws {@link java.io.UncheckedIOException}
	 * @throws IllegalArgumentException if the count of the planes does not fit
	 */
	public static <T extends NativeType<T>> PlanarImg<T, ?> onDemand(T type, CachedPlanes planes, int nx, int ny, int nc, int nz,
			int nt) {
		if (planes.count() != Math.multiplyExact(Math.multiplyExact(nc, nz), nt))
			throw new IllegalArgumentException("There are " + planes.count() + " planes, but " + nc + " channels × " + nz
					+ " slices × " + nt + " time points.");
		long[] size = {nx, ny, nc, nz, nt};
		PrimitiveType kind = type.getNativeTypeFactory().getPrimitiveType();
		return switch (kind) {
			case BYTE -> lazy(type, planes, p -> new ByteArray((byte[]) p), size);
			case SHORT -> lazy(type, planes, p -> new ShortArray((short[]) p), size);
			case INT -> lazy(type, planes, p -> new IntArray((int[]) p), size);
			case FLOAT -> lazy(type, planes, p -> new FloatArray((float[]) p), size);
			case DOUBLE -> lazy(type, planes, p -> new DoubleArray((double[]) p), size);
			default -> throw new IllegalArgumentException("Planes of " + kind + " are not supported.");
		};
	}

	private static <T extends NativeType<T>, A extends ArrayDataAccess<A>> PlanarImg<T, A> lazy(T type, CachedPlanes planes,
			Function<Object, A> access, long[] size) {
		LazyImg<T, A> image = new LazyImg<>(type, planes, access, size);
		link(image, type.getNativeTypeFactory());
		return image;
	}

	/** Where the planes come from if they are loaded on demand; empty if they are in memory. */
	public static Optional<CachedPlanes> source(PlanarImg<?, ?> image) {
		return image instanceof LazyImg<?, ?> lazy ? Optional.of(lazy.planes()) : Optional.empty();
	}

	/** The type of the pixels, without touching any. */
	public static <T extends NativeType<T>> T type(PlanarImg<T, ?> image) {
		return image.createLinkedType();
	}

	/** The array behind plane {@code index} (c fastest, then z, then t); not a copy. */
	public static Object array(PlanarImg<?, ?> image, int index) {
		Object access = image.getPlane(index);
		return ((ArrayDataAccess<?>) access).getCurrentStorageArray();
	}

	private static <T extends NativeType<T>, A extends ArrayDataAccess<A>> PlanarImg<T, A> wrap(T type, List<A> planes,
			long[] size) {
		for (A plane : planes)
			if (plane.getArrayLength() < size[0] * size[1])
				throw new IllegalArgumentException(
						"A plane has " + plane.getArrayLength() + " values instead of " + size[0] + " × " + size[1] + ".");
		PlanarImg<T, A> image = new PlanarImg<>(planes, size, type.getEntitiesPerPixel());
		link(image, type.getNativeTypeFactory());
		return image;
	}

	@SuppressWarnings("unchecked")
	private static <T extends NativeType<T>, A> void link(NativeImg<T, A> image, NativeTypeFactory<T, ?> factory) {
		image.setLinkedType(((NativeTypeFactory<T, A>) factory).createLinkedType(image));
	}
}
