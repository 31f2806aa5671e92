package org.annotomy.segmentation.measure;

import org.annotomy.image.MedicalImage;
import org.annotomy.image.ValueScale;

import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedIntType;

/** The modality values of an image, plane by plane. Of colour images the mean of red, green and blue. */
public interface ImageValues {

	/** The values of one plane. */
	@FunctionalInterface
	interface PlaneValues {

		/** @param x column, inside the image; likewise {@code y} */
		double at(int x, int y);
	}

	int width();

	int height();

	int channels();

	int slices();

	int timePoints();

	/**
	 * Of a slice that the files lack: NaN everywhere.
	 *
	 * @param c channel from 0; likewise {@code z} and {@code t}
	 */
	PlaneValues plane(int c, int z, int t);

	/** Such as {@code HU}; empty if the values have no unit. */
	String unit();

	static ImageValues of(MedicalImage image) {
		Object type = image.type();
		boolean signed = type instanceof ByteType || type instanceof ShortType;
		boolean unsigned32 = type instanceof UnsignedIntType;
		boolean colour = type instanceof ARGBType;
		return new ImageValues() {
			@Override
			public int width() {
				return image.width();
			}

			@Override
			public int height() {
				return image.height();
			}

			@Override
			public int channels() {
				return image.channels();
			}

			@Override
			public int slices() {
				return image.slices();
			}

			@Override
			public int timePoints() {
				return image.timePoints();
			}

			@Override
			public PlaneValues plane(int c, int z, int t) {
				if (image.sliceAxis().missing().contains(z)) return (x, y) -> Double.NaN;
				return values(image.plane(c, z, t), image.width(), signed, unsigned32, colour, image.scale());
			}

			@Override
			public String unit() {
				return image.scale().unit();
			}
		};
	}

	private static PlaneValues values(Object plane, int width, boolean signed, boolean unsigned32, boolean colour,
			ValueScale scale) {
		if (plane instanceof byte[] p)
			return (x, y) -> scale.toModality(signed ? p[y * width + x] : p[y * width + x] & 0xff);
		if (plane instanceof short[] p)
			return (x, y) -> scale.toModality(signed ? p[y * width + x] : p[y * width + x] & 0xffff);
		if (plane instanceof float[] p) return (x, y) -> scale.toModality(p[y * width + x]);
		if (plane instanceof double[] p) return (x, y) -> scale.toModality(p[y * width + x]);
		int[] p = (int[]) plane;
		if (colour) return (x, y) -> mean(p[y * width + x]);
		return (x, y) -> scale.toModality(unsigned32 ? p[y * width + x] & 0xffffffffL : p[y * width + x]);
	}

	private static double mean(int argb) {
		return ((argb >> 16 & 0xff) + (argb >> 8 & 0xff) + (argb & 0xff)) / 3.0;
	}
}
