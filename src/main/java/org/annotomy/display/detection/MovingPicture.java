package org.annotomy.display.detection;

import org.annotomy.annotation.detection.Detections;

/**
 * A picture of detections that follows a view. What is still seen after a move by whole pixels is kept and only the rest painted; the result is that
 * of painting all anew.
 */
public final class MovingPicture {

	/** So far, in pixels, the picture may lie beside the view: views are moved by whole pixels of the image, which far out are smaller. */
	private static final double MOST_BESIDE = 0.05;

	private Object content;
	private Viewport at;

	/**
	 * Paints a view.
	 *
	 * @param detections what is shown
	 * @param wanted the view
	 * @param pixels of the picture, the same as the last time unless {@code wanted} has another size; 0xAARRGGBB, row by row
	 * @param shown what tells one picture from another besides the view: detections, mode, look
	 */
	public void paint(Detections detections, Viewport wanted, DetectionLook look, DetectionMode mode, int[] pixels,
			Object shown) {
		boolean same = at != null && shown.equals(content);
		if (same && wanted.equals(at)) return;
		int dx = same ? shift(at.left() - wanted.left(), wanted.scale()) : 0;
		int dy = same ? shift(at.top() - wanted.top(), wanted.scale()) : 0;
		boolean follows = same && mode != DetectionMode.HEAT_MAP && isBeside(wanted, dx, dy);
		if (follows && dx == 0 && dy == 0) return;
		Viewport next = follows ? moved(dx, dy) : wanted;
		content = null;
		DetectionPicture picture = new DetectionPicture(detections, next, look);
		if (follows) move(picture, mode, pixels, dx, dy);
		else picture.paint(mode, pixels);
		at = next;
		content = shown;
	}

	/** Forgets what is painted. */
	public void clear() {
		at = null;
		content = null;
	}

	private static int shift(double pixels, double scale) {
		return (int) Math.max(-1e6, Math.min(1e6, Math.rint(pixels * scale)));
	}

	private Viewport moved(int dx, int dy) {
		return new Viewport(at.left() - dx / at.scale(), at.top() - dy / at.scale(), at.scale(), at.width(), at.height());
	}

	private boolean isBeside(Viewport wanted, int dx, int dy) {
		if (wanted.scale() != at.scale() || wanted.width() != at.width() || wanted.height() != at.height()) return false;
		Viewport moved = moved(dx, dy);
		return Math.abs(dx) < at.width() && Math.abs(dy) < at.height()
				&& Math.abs(moved.left() - wanted.left()) * at.scale() < MOST_BESIDE
				&& Math.abs(moved.top() - wanted.top()) * at.scale() < MOST_BESIDE;
	}

	private void move(DetectionPicture picture, DetectionMode mode, int[] pixels, int dx, int dy) {
		int width = at.width();
		int height = at.height();
		int kept = width - Math.abs(dx);
		for (int i = 0; i < height - Math.abs(dy); i++) {
			int row = dy > 0 ? height - 1 - i : i;
			System.arraycopy(pixels, (row - dy) * width + Math.max(0, -dx), pixels, row * width + Math.max(0, dx), kept);
		}
		if (dy != 0) picture.paint(mode, pixels, new PixelPart(0, dy > 0 ? 0 : height + dy, width, Math.abs(dy)));
		if (dx != 0)
			picture.paint(mode, pixels,
					new PixelPart(dx > 0 ? 0 : kept, Math.max(0, dy), Math.abs(dx), height - Math.abs(dy)));
	}
}
