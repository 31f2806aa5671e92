package org.annotomy.display.fusion;

import java.util.Arrays;

import org.annotomy.geometry.Position;
import org.annotomy.image.MedicalImage;
import org.annotomy.image.resample.VolumeSampler;
import org.annotomy.task.Progress;
import org.annotomy.task.Ranges;

import net.imglib2.type.numeric.ARGBType;

/** What an image holds under the pixels of a slice of another one. Nothing is resampled but what is looked at. */
public final class FusedSlice {

	private static final String DOING = "Fusing";
	private static final int LEAST_ROWS = 64;

	private FusedSlice() {}

	/** Whether an image has colours instead of values. */
	public static boolean isColour(MedicalImage image) {
		return image.type() instanceof ARGBType;
	}

	/**
	 * Modality values, row by row; NaN outside the image.
	 *
	 * @param image of grey values
	 * @param c channel from 0; likewise the time point {@code t}
	 * @param smooth whether values between voxels are interpolated, else those of the nearest voxel
	 */
	public static float[] values(MedicalImage image, int c, int t, PictureMap map, boolean smooth) {
		float[] values = new float[map.width() * map.height()];
		if (map.lowestSlice() > map.highestSlice()) {
			Arrays.fill(values, Float.NaN);
			return values;
		}
		VolumeSampler sampler = VolumeSampler.ofSlices(image, c, t, map.lowestSlice(), map.highestSlice());
		forEachRow(map, y -> {
			for (int x = 0; x < map.width(); x++) {
				Position at = map.voxelAt(x, y);
				double stored = smooth ? sampler.at(at, Double.NaN) : sampler.nearest(at, Double.NaN);
				values[y * map.width() + x] = (float) image.scale().toModality(stored);
			}
		});
		return values;
	}

	/** Colours 0xAARRGGBB of the nearest pixels of an image in colour; 0 outside. @param opacity 0 to 1 */
	public static int[] colours(MedicalImage image, int c, int t, PictureMap map, double opacity) {
		Object[] planes = new Object[image.slices()];
		for (int z = 0; z < planes.length; z++)
			planes[z] = z >= map.lowestSlice() - 1 && z <= map.highestSlice() + 1 ? image.plane(c, z, t) : null;
		return colours(planes, image.width(), image.height(), map, opacity);
	}

	/** The same of a picture of its own. @param picture 0xRRGGBB, row by row */
	public static int[] colours(int[] picture, int width, PictureMap map, double opacity) {
		return colours(new Object[]{picture}, width, picture.length / width, map, opacity);
	}

	private static int[] colours(Object[] planes, int width, int height, PictureMap map, double opacity) {
		int[] colours = new int[map.width() * map.height()];
		int alpha = (int) Math.round(255 * opacity) << 24;
		forEachRow(map, y -> {
			for (int x = 0; x < map.width(); x++) {
				Position at = map.voxelAt(x, y);
				long column = Math.round(at.x());
				long row = Math.round(at.y());
				long slice = Math.round(at.z());
				boolean inside = column >= 0 && row >= 0 && slice >= 0 && column < width && row < height
						&& slice < planes.length && at.x() == at.x();
				if (inside)
					colours[y * map.width() + x] = alpha
							| ((int[]) planes[(int) slice])[(int) (column + row * width)] & 0xffffff;
			}
		});
		return colours;
	}

	private interface Row {
		void fill(int y);
	}

	private static void forEachRow(PictureMap map, Row row) {
		Ranges.forEach(map.height(), Ranges.pieces(map.height(), LEAST_ROWS), Progress.NONE, DOING, (piece, from, to) -> {
			for (int y = from; y < to; y++)
				row.fill(y);
		});
	}
}
