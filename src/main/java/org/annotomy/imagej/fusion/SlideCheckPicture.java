package org.annotomy.imagej.fusion;

import java.io.IOException;

import org.annotomy.display.fusion.CheckPicture;
import org.annotomy.display.fusion.FusedSlice;
import org.annotomy.display.fusion.PictureMap;
import org.annotomy.geometry.Affine;
import org.annotomy.geometry.Position;
import org.annotomy.image.SliceAxis;
import org.annotomy.imagej.registration.ImagePair;
import org.annotomy.imagej.slide.SlideImage;
import org.annotomy.registration.ImageFrame;
import org.annotomy.registration.Transform;
import org.annotomy.slide.render.SlideView;

/**
 * A picture of two registered slides on each other, of any part and at any magnification: the moving slide is read at the level that the picture
 * needs, and each pixel is looked up where the registration says.
 *
 * @param pair two slides
 * @param squareMm side of the squares of a checkerboard; at most a quarter of the picture
 */
record SlideCheckPicture(ImagePair pair, Transform toMoving, CheckPicture style, double squareMm) {

	/** Places along each side of the view at which it is asked how much of the moving slide is needed. */
	private static final int ASKED = 9;
	private static final int LEAST_SQUARE = 8;
	private static final int LARGEST_SIDE = 4096;

	SlideImage fixed() {
		return (SlideImage) pair.fixed();
	}

	SlideImage moving() {
		return (SlideImage) pair.moving();
	}

	/**
	 * @param view of the fixed slide
	 * @return 0xRRGGBB, row by row
	 * @throws IOException if a tile cannot be read; in words for the user
	 */
	int[] of(SlideView view) throws IOException {
		int[] below = fixed().picture(view);
		int square = (int) Math.max(LEAST_SQUARE,
				Math.min(Math.max(view.width(), view.height()) / 4.0, squareMm / (pixelMm() * view.downsample())));
		return style.picture(below, movingColours(view), view.width(), square);
	}

	private double pixelMm() {
		return pair.fixedFrame().voxelToFrame().step(0).norm();
	}

	/** The moving slide under the pixels of the view; 0 where it does not reach. */
	private int[] movingColours(SlideView view) throws IOException {
		Affine viewToFrame = pair.fixedFrame().voxelToFrame().after(toPixels(view));
		SlideView needed = needed(view, viewToFrame);
		if (needed == null) return new int[view.width() * view.height()];
		int[] picture = moving().picture(needed);
		ImageFrame frame = new ImageFrame(pair.movingFrame().kind(), pair.movingFrame().voxelToFrame().after(toPixels(needed)),
				SliceAxis.EVEN, true);
		PictureMap map = new PictureMap(view.width(), view.height(), viewToFrame, 0, toMoving, frame);
		return FusedSlice.colours(picture, needed.width(), map, 1);
	}

	/** From drawn pixels to pixels of level 0, centres at whole numbers in both. */
	private static Affine toPixels(SlideView view) {
		double s = view.downsample();
		return Affine.ofRows(s, 0, 0, view.x() + s / 2 - 0.5, 0, s, 0, view.y() + s / 2 - 0.5, 0, 0, 1, 0);
	}

	/** The part of the moving slide that lies under a view, as fine as the view is; null if none does. */
	private SlideView needed(SlideView view, Affine viewToFrame) {
		double[] box = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
		double finest = Double.MAX_VALUE;
		for (int i = 0; i < ASKED * ASKED; i++) {
			double x = i % ASKED * (view.width() - 1.0) / (ASKED - 1);
			double y = (double) (i / ASKED) * (view.height() - 1.0) / (ASKED - 1);
			Position at = movingPixel(viewToFrame, x, y);
			Position beside = movingPixel(viewToFrame, x + 1, y);
			if (!Transform.isDefined(at) || !Transform.isDefined(beside)) continue;
			box[0] = Math.min(box[0], at.x());
			box[1] = Math.min(box[1], at.y());
			box[2] = Math.max(box[2], at.x());
			box[3] = Math.max(box[3], at.y());
			finest = Math.min(finest, at.distanceTo(beside));
		}
		double margin = 2 * finest;
		double left = Math.max(0, box[0] - margin);
		double top = Math.max(0, box[1] - margin);
		double right = Math.min(moving().getWidth(), box[2] + margin);
		double bottom = Math.min(moving().getHeight(), box[3] + margin);
		if (!(right > left && bottom > top && finest > 0)) return null;
		double downsample = Math.max(finest, Math.max(right - left, bottom - top) / LARGEST_SIDE);
		return new SlideView(left, top, downsample, (int) Math.max(1, Math.floor((right - left) / downsample)),
				(int) Math.max(1, Math.floor((bottom - top) / downsample)));
	}

	private Position movingPixel(Affine viewToFrame, double x, double y) {
		return pair.movingFrame().voxelOf(toMoving.apply(viewToFrame.apply(x, y, 0)));
	}
}
