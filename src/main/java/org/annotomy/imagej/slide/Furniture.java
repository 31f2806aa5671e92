package org.annotomy.imagej.slide;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.event.MouseEvent;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;

import org.annotomy.geometry.Point;
import org.annotomy.slide.SlideFacts;
import org.annotomy.slide.render.SlideRenderer;
import org.annotomy.slide.render.SlideView;

/** What stands on the window above slide and selections: the overview with a frame around what is seen, a click goes there; the scale bar. */
final class Furniture {

	private static final int SIDE = 180;
	private static final int MARGIN = 10;
	private static final int BAR_MARGIN = 16;
	private static final int NOTICE = 24;
	private static final String RECORDING = "Your views are recorded";
	private static final Color RIM = new Color(40, 40, 40);
	private static final Color PALE_RIM = new Color(170, 170, 170);
	private static final int DARK = 128;
	private static final Color VIEW = new Color(0x1E, 0x60, 0xD0);
	private static final Font TEXT = new Font(Font.SANS_SERIF, Font.BOLD, 12);

	private final SlideImage slide;
	private final SlideCanvas canvas;
	private final SlideRenderer renderer;
	private final int width;
	private final int height;
	private BufferedImage overview;
	private boolean whole;
	private boolean shown = true;
	private boolean held;

	Furniture(SlideImage slide, SlideCanvas canvas) {
		this.slide = slide;
		this.canvas = canvas;
		renderer = SlideRenderer.beside(slide.slide(), slide.open().tiles());
		double scale = (double) SIDE / Math.max(slide.getWidth(), slide.getHeight());
		width = Math.max(1, (int) Math.round(slide.getWidth() * scale));
		height = Math.max(1, (int) Math.round(slide.getHeight() * scale));
	}

	void lookChanged() {
		overview = null;
	}

	void tilesCame() {
		if (!whole) overview = null;
	}

	/** @param g on the window, as large as the camera says */
	void paint(Graphics2D g, Camera camera) {
		shown = camera.width() > 2 * SIDE && camera.height() > 2 * SIDE;
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		if (shown) paintOverview(g, camera);
		paintBar(g, camera);
		if (ViewRecorder.of(slide).isPresent()) paintNotice(g, RECORDING, MARGIN);
		slide.slide().remark().ifPresent(words -> paintNotice(g, words, MARGIN + NOTICE + 4));
	}

	/** Whoever looks is to know. */
	private static void paintNotice(Graphics2D g, String words, int top) {
		g.setFont(TEXT);
		plate(g, MARGIN, top, g.getFontMetrics().stringWidth(words) + 32, NOTICE);
		g.setColor(Color.RED);
		g.fillOval(MARGIN + 8, top + 7, 10, 10);
		g.setColor(RIM);
		g.drawString(words, MARGIN + 24, top + 17);
	}

	/** Pale ground for words. */
	private static void plate(Graphics2D g, int x, int y, int width, int height) {
		g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.75f));
		g.setColor(Color.WHITE);
		g.fillRoundRect(x, y, width, height, 6, 6);
		g.setComposite(AlphaComposite.SrcOver);
	}

	/** With its margin; 0 if the window is too small for it. */
	int overviewWidth() {
		return shown ? width + MARGIN : 0;
	}

	private Rectangle place() {
		return new Rectangle(canvas.getWidth() - width - MARGIN, MARGIN, width, height);
	}

	private void paintOverview(Graphics2D g, Camera camera) {
		if (overview == null) renew();
		Rectangle r = place();
		g.drawImage(overview, r.x, r.y, null);
		boolean dark = (slide.look().background() >> 8 & 255) < DARK;
		g.setColor(dark ? PALE_RIM : RIM);
		g.setStroke(new BasicStroke(1));
		g.drawRect(r.x - 1, r.y - 1, r.width + 1, r.height + 1);
		g.setColor(VIEW);
		g.setStroke(new BasicStroke(2));
		g.setClip(r.x - 1, r.y - 1, r.width + 2, r.height + 2);
		g.draw(seen(camera, r));
		g.setClip(null);
	}

	private void renew() {
		overview = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		int[] pixels = new int[width * height];
		SlideView view = new SlideView(0, 0, Math.max((double) slide.getWidth() / width, (double) slide.getHeight() / height),
				width,
				height);
		whole = renderer.render(view, slide.plane(), slide.look(), true, pixels) == 0;
		overview.setRGB(0, 0, width, height, pixels, 0, width);
	}

	/** The window's outline in the overview; at least a few pixels large. */
	private Path2D seen(Camera camera, Rectangle r) {
		double scale = (double) r.width / slide.getWidth();
		double half = Math.max(3, camera.width() / camera.magnification() * scale / 2);
		double halfHeight = Math.max(3, camera.height() / camera.magnification() * scale / 2);
		Path2D path = new Path2D.Double();
		path.append(new java.awt.geom.Rectangle2D.Double(-half, -halfHeight, 2 * half, 2 * halfHeight), false);
		AffineTransform place = AffineTransform.getTranslateInstance(r.x + camera.centreX() * scale,
				r.y + camera.centreY() * scale);
		place.rotate(-Math.toRadians(camera.degrees()));
		path.transform(place);
		return path;
	}

	private void paintBar(Graphics2D g, Camera camera) {
		SlideFacts facts = slide.slide().facts();
		double unitsPerPixel = (facts.hasPixelSize() ? facts.pixelWidthUm() : 1) / camera.magnification();
		ScaleBar bar = ScaleBar.of(unitsPerPixel, camera.width() / 4.0);
		int length = (int) Math.round(bar.length() / unitsPerPixel);
		int x = BAR_MARGIN;
		int y = camera.height() - BAR_MARGIN;
		String words = facts.hasPixelSize() ? bar.micrometres() : bar.pixels();
		g.setFont(TEXT);
		int wordsWidth = g.getFontMetrics().stringWidth(words);
		plate(g, x - 6, y - 24, Math.max(length, wordsWidth) + 12, 32);
		g.setColor(RIM);
		g.fillRect(x, y - 1, length, 4);
		g.drawString(words, x, y - 8);
	}

	/** Whether a press was on the overview; then the view goes there. */
	boolean pressed(MouseEvent event) {
		held = shown && event.getButton() == MouseEvent.BUTTON1 && place().contains(event.getPoint());
		if (held) go(event.getPoint());
		return held;
	}

	boolean dragged(MouseEvent event) {
		if (held) go(event.getPoint());
		return held;
	}

	boolean released() {
		boolean was = held;
		held = false;
		return was;
	}

	private void go(Point2D at) {
		Rectangle r = place();
		double scale = (double) r.width / slide.getWidth();
		canvas.show(new Point((at.getX() - r.x) / scale, (at.getY() - r.y) / scale), canvas.camera().magnification());
	}
}
