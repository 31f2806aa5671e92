package org.annotomy.imagej.slide;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

import javax.swing.Timer;

import org.annotomy.slide.Slide;
import org.annotomy.slide.render.PlaneChoice;
import org.annotomy.slide.render.SlideLook;
import org.annotomy.slide.render.SlideRenderer;
import org.annotomy.slide.render.SlideView;

/**
 * The slide's picture on the stage. It is drawn anew only when view, look or tiles change, not when a selection moves: fast while the view
 * moves, smooth when it has come to rest. For the event thread.
 */
final class StagePainter {

	private static final int REST_MS = 120;

	private final SlideImage slide;
	private final SlideRenderer renderer;
	private final SlideRenderer probe;
	private final Timer rest;
	private BufferedImage picture;
	private SlideView shownView;
	private SlideLook shownLook;
	private PlaneChoice shownPlane;
	private boolean stale = true;
	private boolean smooth;
	private int missing;

	/** @param repaint has the canvas painted again */
	StagePainter(SlideImage slide, Runnable repaint) {
		this.slide = slide;
		renderer = new SlideRenderer(slide.slide(), slide.open().tiles());
		probe = SlideRenderer.ofCached(slide.slide(), slide.open().tiles());
		rest = new Timer(REST_MS, e -> {
			smooth = true;
			stale = true;
			repaint.run();
		});
		rest.setRepeats(false);
	}

	void tilesCame() {
		if (missing > 0) stale = true;
	}

	void lookChanged() {
		stale = true;
	}

	void release() {
		rest.stop();
		picture = null;
		shownView = null;
	}

	boolean isSharp(SlideView view) {
		return view.equals(shownView) && missing == 0 && !stale;
	}

	/** Draws the slide into the whole frame, which is as large as the view. */
	void paint(BufferedImage frame, SlideView view) {
		boolean moved = !view.equals(shownView);
		if (moved) {
			smooth = false;
			rest.restart();
		}
		if (moved || stale || shownLook != slide.look() || !slide.plane().equals(shownPlane)) render(view);
		Graphics2D g = frame.createGraphics();
		g.drawImage(picture, 0, 0, null);
		g.dispose();
	}

	private void render(SlideView view) {
		if (picture == null || picture.getWidth() != view.width() || picture.getHeight() != view.height())
			picture = new BufferedImage(view.width(), view.height(), BufferedImage.TYPE_INT_RGB);
		int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
		shownLook = slide.look();
		shownPlane = slide.plane();
		missing = renderer.render(view, shownPlane, shownLook, smooth, pixels);
		shownView = view;
		stale = false;
	}

	/** The colour of a pixel of level 0 from the best tile at hand. */
	int colourNow(int x, int y) {
		Slide file = slide.slide();
		if (x < 0 || y < 0 || x >= file.levels().get(0).width() || y >= file.levels().get(0).height()) return 0;
		int[] pixel = new int[1];
		probe.render(new SlideView(x, y, 1, 1, 1), slide.plane(), slide.look(), false, pixel);
		return pixel[0];
	}
}
